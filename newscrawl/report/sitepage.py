"""The page of one site: its runs, its newest posts, its fields over time, what was set aside and why."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from newscrawl.report.chart import bars, line
from newscrawl.report.figures import Completeness, SiteFigures
from newscrawl.report.markup import Child, E, Markup, link, moment, page, table
from newscrawl.report.names import INDEX
from newscrawl.report.overview import badge, facts, footer, what_is_wrong
from newscrawl.report.run_history import HistoryEntry
from newscrawl.report.style import STYLE
from newscrawl.report.table import ending
from newscrawl.rhythm.duration import say_duration
from newscrawl.store import PageRecord
from newscrawl.urls.parts import host_of, is_web

RUN = {
    "Started": "", "Took": "", "New": "number", "Updated": "number", "Refused": "number more",
    "Requests": "number more", "Saved": "number more", "How it ended": "",
}  # fmt: skip
"""Head of each column -> its classes; "more" is left out on a phone."""


def sitepage(site: SiteFigures, now: datetime, logs: Collection[str] = ()) -> bytes:
    """The whole page. `logs`: the names of the runs' logs that are there to be linked."""
    return page(
        f"{site.site}: {site.state.word}",
        STYLE,
        E.header(
            E.nav(E.a("All sites", href=INDEX), aria_label="Report"),
            E.div(E.h1(site.site), badge(site), class_="head"),
            what_is_wrong(site),
            _home(site),
            E.p("As of ", moment(now), " UTC.", class_="soft"),
        ),
        E.main(
            _section("Articles a day", [bars(site.days, now, "Articles"), facts(site)]),
            _section("Newest posts", _posts(site.newest)),
            _section("Runs", _runs(site.entries, logs)),
            _section("Completeness", _fields(site.fields)),
            _section("Set aside", _aside(site.aside)),
            id="content",
        ),
        footer(),
    )


def _home(site: SiteFigures) -> Child:
    """A link to where the newest article stands; the store keeps no address of a site."""
    address = str(site.newest[0].get("url") or "") if site.newest else ""
    return E.p(link(f"https://{host_of(address)}/", host_of(address))) if is_web(address) else None


def _section(title: str, content: Child) -> Markup:
    name = title.lower().replace(" ", "-")
    return E.section(E.h2(title, id=name), content, aria_labelledby=name)


def _posts(newest: Sequence[Mapping[str, Any]]) -> Markup:
    if not newest:
        return E.p("No post yet.")
    return E.ul([_post(article) for article in newest], class_="cards")


def _post(article: Mapping[str, Any]) -> Markup:
    image = str(article.get("image") or "")
    published = article.get("published")
    posts = [(form, path) for form, path in (article.get("posts") or {}).items() if path]
    return E.li(
        E.img(src=image, alt="", loading="lazy", decoding="async") if is_web(image) else None,
        E.h3(
            link(str(article.get("url") or ""), str(article.get("title") or "Untitled")),
            lang=article.get("language") or None,
            dir="auto",
        ),
        E.p(moment(datetime.fromisoformat(published)) if published else "no date", class_="soft"),
        E.p("Post: ", [[E.a(form, href=quote(f"../{path}")), " "] for form, path in posts], class_="soft")
        if posts
        else None,
    )


def _runs(entries: Sequence[HistoryEntry], logs: Collection[str]) -> Markup:
    rows = [_run(entry, entry.log in logs) for entry in entries]
    return table("The newest first; late runs say why.", RUN, rows) if rows else E.p("No run yet.")


def _run(entry: HistoryEntry, has_log: bool) -> Markup:
    counts = (entry.new, entry.updated, sum(entry.refused.values()), entry.requests, entry.saved)
    numbers = zip(counts, list(RUN.values())[2:7], strict=True)
    log = E.a("log", href=quote(f"../logs/{entry.site}/{entry.log}")) if has_log else None
    return E.tr(
        E.td(moment(entry.began)),
        _took(entry.took),
        [_number(*each) for each in numbers],
        _ended(ending(entry), entry.well, log),
    )


# Runs are much alike: most numbers are 0, 1 or 2.
@lru_cache(maxsize=4096)
def _number(number: int, kind: str) -> Markup:
    return E.td(str(number), class_=kind)


@lru_cache(maxsize=4096)
def _took(span: timedelta | None) -> Markup:
    return E.td(say_duration(span) if span is not None else "", class_="nowrap")


@lru_cache(maxsize=4096)
def _ended(how: str, well: bool, log: Markup | None) -> Markup:
    return E.td(how, [" ", log] if log else None, class_="long" if well else "long ill", dir="auto")


def _fields(fields: Sequence[Completeness]) -> Markup:
    if not fields:
        return E.p("No page was read yet.")
    return E.ul([_field(field) for field in fields], class_="cards")


def _field(field: Completeness) -> Markup:
    last = field.runs[-1]
    return E.li(
        E.div(E.h3(field.field), E.span(f"{last.gave} of {last.pages} pages", class_="soft"), class_="head"),
        line(field.shares, f"Pages with {field.field}"),
        E.p(E.code(last.selectors), class_="soft") if last.selectors else None,
    )


def _aside(pages: Sequence[PageRecord]) -> Markup:
    rows = [
        E.tr(
            E.td(moment(each.fetched or each.first_seen)),
            _ended(each.reason or "", True, None),
            E.td(link(each.url, each.url), class_="long"),
        )
        for each in pages
    ]
    heads = dict.fromkeys(("When", "Why", "Page"), "")
    return table("Pages that gave no article.", heads, rows) if rows else E.p("Nothing.")
