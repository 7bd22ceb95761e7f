"""The page of all sites: who is not well comes first."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from newscrawl.report.figures import SiteFigures
from newscrawl.report.markup import Child, E, Markup, moment, page, table
from newscrawl.report.names import file_of
from newscrawl.report.sites_table import SCRIPT, sites_table
from newscrawl.report.style import STYLE
from newscrawl.rhythm.duration import say_duration
from newscrawl.text.counts import counted


def overview(sites: Sequence[SiteFigures], now: datetime) -> bytes:
    """The whole page."""
    ill = [site for site in sites if not site.state.well]
    return page(
        f"newscrawl: {counted(len(ill), 'site')} need attention" if ill else "newscrawl: all sites are well",
        STYLE,
        E.header(E.h1("News sites"), E.p(_summary(sites, ill), " As of ", moment(now), " UTC.", class_="soft")),
        E.main(
            sites_table(sites) if sites else None,
            _attention(ill) if ill else None,
            E.p("No site was crawled yet.") if not sites else None,
            id="content",
        ),
        footer(),
        script=SCRIPT if sites else "",
    )


def footer() -> Markup:
    """The same on every page."""
    return E.footer("Written by newscrawl. Times are UTC, days are days of publication.")


def _summary(sites: Sequence[SiteFigures], ill: Sequence[SiteFigures]) -> str:
    added, published = sum(site.added for site in sites), sum(site.days[-1] for site in sites)
    attention = f"{counted(len(ill), 'site')} not well" if ill else "all well"
    today = f"{counted(added, 'article')} added today, {published} published today"
    return f"{counted(len(sites), 'site')}, {attention}. {today}, {sum(site.kept for site in sites)} in all."


def _attention(sites: Sequence[SiteFigures]) -> Markup:
    rows = [
        E.tr(
            E.td(E.a(site.site, href=file_of(site.site)), class_="nowrap"),
            E.td(badge(site), class_="more"),
            E.td(moment(site.state.since) if site.state.since else "", class_="more"),
            E.td(site.state.reason, class_="long", dir="auto"),
        )
        for site in sites
    ]
    made = table("What is wrong, and since when.", {"Site": "", "State": "more", "Since": "more", "Why": ""}, rows)
    return E.section(E.h2("Needs attention", id="attention"), made, aria_labelledby="attention")


def badge(site: SiteFigures) -> Markup:
    """The state in a word, told by the word and not by its colour alone."""
    return E.span(site.state.word, class_=f"badge {'well' if site.state.well else site.state.word}")


def what_is_wrong(site: SiteFigures) -> Child:
    """The reason and since when; nothing where all is well."""
    if not site.state.reason:
        return None
    since: Child = [" since ", moment(site.state.since), ": "] if site.state.since else ": "
    tone = "soft" if site.state.well else site.state.word
    return E.p(E.strong(site.state.word.capitalize()), since, site.state.reason, class_=tone, dir="auto")


def facts(site: SiteFigures) -> Markup:
    """The figures of a site as a list of names and values."""
    last = site.last
    rows: list[tuple[str, Child]] = [
        ("Added today", str(site.added)),
        ("Published today", str(site.days[-1])),
        (f"Last {len(site.days)} days", str(sum(site.days))),
        ("In all", str(site.kept)),
        ("Publication to post", delay(site.delay)),
        ("Last run", [moment(last.began), f", {last.how}"] if last else "never"),
        ("Next run", moment(site.next) if site.next else "not scheduled"),
    ]
    return E.dl([[E.dt(name), E.dd(value)] for name, value in rows])


def delay(span: timedelta | None) -> str:
    """A median delay in words."""
    return f"{say_duration(span)} (median)" if span is not None else "not known"
