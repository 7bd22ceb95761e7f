"""The headline of a page on which neither <h1> and og:title agree nor JSON-LD has one: <title> beside its headings."""

from newscrawl.extract.fields.shown_titles import (
    LONGEST,
    called_title,
    end_of_path,
    headed_part,
    is_long,
    lone_heading,
    lower_headings,
    plain_element,
    shown_part,
    shown_text,
)
from newscrawl.extract.fields.site_in_title import logos, owners, without_site, without_site_before
from newscrawl.extract.fields.title_cuts import KICKER_SHARE
from newscrawl.extract.fields.title_versions import best_set, same, unlike
from newscrawl.extract.page.page import Page
from newscrawl.text.letters import letters as key
from newscrawl.text.plain import plain

METAS = ("twitter:title", "parsely-title", "sailthru.title", "citation_title", "dc.title", "headline", "title")

Title = tuple[str, str]
"""A text and where it stands."""


def poorer_title(page: Page, shown: list[str]) -> Title:
    """The best of the titles that are left. `shown`: those in <h1>."""
    if marked := _marked(page, shown):
        return marked
    shown = [end_of_path(page, text) for text in shown]
    names = page.site_names | logos(page) | owners(page)
    below = lower_headings(page)
    title = _head_title(page, names, shown, below)
    return (
        _headed(page, title, shown, below)
        or _lone_h1(page, title, names, shown)
        or _of_metas(page, names, shown)
        or _lone_heading(page, title, shown)
        or ((title, "title") if title and key(title) not in names else ("", ""))
    )


def _marked(page: Page, shown: list[str]) -> Title | None:
    """What an element holds that is marked, or called, as the headline."""
    said = (plain(e.get("content") or "")[:LONGEST] or shown_text(e) for e in page.microdata.get("headline", ()))
    if marked := list(filter(None, said)):
        # Themes mark the site's name above the article, too.
        agreed = (text for text in marked if len(marked) > 1 and any(same(text, t) for t in shown))
        return next(agreed, marked[0]), "itemprop headline"
    if not shown and (text := called_title(page)):
        return text, "element called the article's title"
    return None


def _head_title(page: Page, names: frozenset[str], shown: list[str], below: list[str]) -> str:
    """<title> without the site's name; where <h1> is that name, the part of it that the page shows elsewhere."""
    is_shown = any(key(t) not in names for t in shown)
    whole = without_site_before(page.head_title if is_shown else headed_part(page), names, [*shown, *below])
    title = without_site(end_of_path(page, whole), names, [*shown, *filter(is_long, below)])
    return title if is_shown else shown_part(page, title)


def _headed(page: Page, title: str, shown: list[str], below: list[str]) -> Title | None:
    """<title> as a heading shows it."""
    if text := next((t for t in shown if same(t, title) or title.startswith(t)), ""):
        return best_set([text, title]) if same(text, title) else text, "h1"
    if title and any(key(t).endswith(key(title)) and len(title) > KICKER_SHARE * len(t) for t in shown):
        return title, "title and the end of h1"  # whose beginning is a kicker
    if (title != page.head_title or is_long(title)) and any(same(t, title) for t in below):
        return title, "title and a heading"  # <h1> is the site's name, or a section's
    return None


def _lone_h1(page: Page, title: str, names: frozenset[str], shown: list[str]) -> Title | None:
    """The one <h1>, though <title> says something else, unless it is a label above a line that says what that does.

    Where <title> is no more than a name, dialogues have an <h1> as short as it is.
    """
    shown = shown if len(shown) < 2 or is_long(title) else list(filter(is_long, shown))
    if len(shown) != 1 or key(shown[0]) in names:
        return None
    is_label = is_long(title) and unlike(title, shown[0]) and plain_element(page, title) is not None
    return (title, "title and a line") if is_label else (shown[0], "h1")


def _lone_heading(page: Page, title: str, shown: list[str]) -> Title | None:
    """The one <h2> above the text, where <title> is no longer than a name: the site's, which each page there has."""
    heading = "" if shown or is_long(title) else lone_heading(page)
    return (heading, "h2") if is_long(heading) else None


def _of_metas(page: Page, names: frozenset[str], shown: list[str]) -> Title | None:
    for name in METAS:
        if text := without_site(plain(page.meta(name))[:LONGEST], names, shown):
            return text, f"meta {name}"
    return None
