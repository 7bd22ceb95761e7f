"""The table of all sites: one line each, to be sorted and filtered; without its script it is a table like any other."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from newscrawl.report.figures import SiteFigures
from newscrawl.report.markup import Child, E, Markup, moment
from newscrawl.report.names import file_of
from newscrawl.rhythm.duration import say_duration

SCRIPT = Path(__file__).with_name("sites_table.js").read_text(encoding="utf-8")

COLUMNS = {
    "Site": "", "State": "", "Added today": "number", "Published today": "number more", "30 days": "number more",
    "In all": "number", "Delay": "number more", "Last run": "more", "Next run": "more",
}  # fmt: skip
"""Head of each column -> its classes; "more" is left out on a phone."""


def sites_table(sites: Sequence[SiteFigures]) -> Markup:
    """The table with its field to filter by, in the order that is given."""
    heads = [E.th(E.button(name, type="button"), scope="col", class_=kind or None) for name, kind in COLUMNS.items()]
    table = E.table(E.caption("All sites"), E.thead(E.tr(heads)), E.tbody([_row(site) for site in sites]), id="sites")
    label = E.label("Show sites with ", E.input(id="filter", type="search", autocomplete="off"))
    search = E.p(label, " ", E.span(id="shown", role="status", class_="soft"), id="search", hidden=True)
    return E.div(search, E.div(table, class_="wide compact", tabindex=0, role="region", aria_label="All sites"))


def _row(site: SiteFigures) -> Markup:
    state = "well" if site.state.well else site.state.word
    last, delay = site.last, site.delay
    cells: list[tuple[Child, str | float]] = [
        (E.a(site.site, href=file_of(site.site)), site.site),
        (E.span(site.state.word, class_=state), site.state.word),
        *((str(number), number) for number in (site.added, site.days[-1], sum(site.days), site.kept)),
        (say_duration(delay) if delay is not None else "", delay.total_seconds() if delay is not None else ""),
        (moment(last.began) if last else "never", _seconds(last.began if last else None)),
        (moment(site.next) if site.next else "", _seconds(site.next)),
    ]
    made = zip(cells, COLUMNS.values(), strict=True)
    return E.tr([E.td(shown, data_value=value, class_=kind or None) for (shown, value), kind in made])


def _seconds(when: datetime | None) -> float | str:
    return when.timestamp() if when else ""
