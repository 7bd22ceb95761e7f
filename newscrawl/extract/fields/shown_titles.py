"""Where a page shows its headline: in a heading, or in a line of its own."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.fields.title_cuts import KICKER_SHARE, NAME_LENGTH, SEPARATOR, TITLE_PARTS
from newscrawl.extract.fields.title_versions import FEWEST_WORDS, same
from newscrawl.extract.page.links import is_anchor
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import in_frame, is_longer, text_of
from newscrawl.extract.vocabulary.names import words_of
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.extract.vocabulary.word_roles import whole_roles
from newscrawl.text.letters import letters as key
from newscrawl.text.letters import long_words
from newscrawl.text.plain import plain
from newscrawl.text.scripts import ideographic

SHORTEST = 5
"""Characters of a Chinese headline, which is set apart from what follows it by an underscore."""

HEADINGS = 20
"""Headings below <h1> that are compared with <title>; the article's own stands among the first."""

_NO_HEADINGS = ("h4", "h5", "h6", "p", "div", "span", "b", "strong", "font", "td")
"""Elements in which a headline stands that is in no heading, or in a low one."""

_LISTS = frozenset({"a", "nav", "li", "head"})
"""What stands around links to the article, not its headline."""

_PATH = re.compile(r"(?<!\s)\s>\s")

ALIKE = 0.5
"""Share of a headline's words from which a heading below <h1> is another version of it."""

SLACK = 10
"""Characters by which the spaces of two texts differ."""

LEVELS = 4
"""Boxes around a text among which a list is looked for."""

MOST_BEGINS = 4
"""Signs at which a title is cut to see whether the page shows its begin."""

SENTENCE = 80
"""Characters of a paragraph that is more than a day, a name or a path."""

LONGEST = 400
"""Characters. A longer <h1> wraps more than the headline."""


def is_long(title: str) -> bool:
    """Whether a text is longer than a site's name or a section's."""
    return len(title) * (2.5 if ideographic(title) else 1) >= NAME_LENGTH


def lower_headings(page: Page) -> list[str]:
    """What the first headings below <h1> say."""
    return [text for text in map(shown_text, _lower(page)) if text]


def _lower(page: Page) -> Iterator[Element]:
    return islice(page.tree.iter("h2", "h3"), HEADINGS)


def lone_heading(page: Page) -> str:
    """What the one <h2> says that stands in a page's midst and leads nowhere, if it stands above the text."""
    headings = islice(page.tree.iter("h2"), HEADINGS)
    found = [e for e in headings if not in_frame(e) and next(e.iter("a"), None) is None and text_of(e)]
    order = (e for e in page.tree.iter("h2", "p") if e in found or is_longer(e, SENTENCE))
    is_above = len(found) == 1 and next(order, None) is found[0] and next(order, None) is not None
    return shown_text(found[0]) if is_above else ""


def is_below(page: Page, text: str) -> bool:
    """Whether a heading below <h1> says a text: below the name of a blog stands the headline."""
    return any(same(text_of(heading)[:LONGEST], text) for heading in _lower(page))


def called_title(page: Page) -> str:
    """What the one element says that is called the title of a post or an article; of several each is another's."""
    called = (
        e for e in page.tree.iter("div", "span", "p", "h2", "h3") if _is_called_title((e.get("class") or "").lower())
    )
    found = list(dict.fromkeys(text for e in islice(called, 3) if (text := shown_text(e))))
    return found[0] if len(found) == 1 else ""


def _is_called_title(names: str) -> bool:
    return "title" in names and any("title" in whole_roles(name) for name in names.split())


def headed_part(page: Page) -> str:
    """The large part of <title> that a heading in the page's midst shows, before one that its frame does; else all."""
    title = page.head_title
    parts = [part for part in TITLE_PARTS.split(title) if KICKER_SHARE * len(title) < len(part) < len(title)]
    headings = [e for e in _lower(page) if parts and not in_frame(e)]
    return next((part for part in parts if any(same(part, shown_text(e)) for e in headings)), title)


def shown_part(page: Page, title: str) -> str:
    """The longest part of <title>, where the page shows it alone: in a heading below <h1>, or in none."""
    first, line, _ = title.partition("_")
    if line and len(first) >= SHORTEST and plain_element(page, first) is not None:
        return first
    longest = max(TITLE_PARTS.split(title), key=len)
    if longest != title and 2 * len(longest) >= len(title):
        if any(same(longest, shown_text(e)) and not in_frame(e) for e in _lower(page)):
            return longest
        if plain_element(page, longest) is not None:
            return longest
    return _plain_begin(page, title) or title


def end_of_path(page: Page, title: str) -> str:
    """The end of a path that the page shows alone, of one as a title: "Water cut at night > Notices".

    Of "Rust > Go" neither end is long enough for a headline.
    """
    parts = _PATH.split(title) if ">" in title else []
    return next(
        (part for part in parts[:: len(parts) - 1 or 1] if is_long(part) and _is_shown_alone(page, part)), title
    )


def _is_shown_alone(page: Page, text: str) -> bool:
    return any(same(text, shown_text(e)) for e in _lower(page)) or plain_element(page, text) is not None


def _plain_begin(page: Page, title: str) -> str:
    """What the page shows alone of a <title> in which nothing but a blank or a hyphen sets the site's name apart."""
    for element in page.tree.iter(*_NO_HEADINGS) if is_long(title) else ():
        own = (element.text or "").strip()
        is_most = len(title) <= 2 * len(own) < 2 * len(title) and is_long(own)
        if (is_most or _is_before_sign(own, title)) and title.startswith(own):
            is_alone = text_of(element) == plain(own)  # of a headline in several lines the first is no headline
            if not title[len(own)].isalnum() and is_alone and not _is_listed(element):
                return own
    return ""


def _is_before_sign(begin: str, title: str) -> bool:
    """Whether a begin has characters enough of which each is a word, and a sign stands behind it."""
    return SHORTEST <= len(begin) < len(title) and title[len(begin)] in "-–—|_" and ideographic(begin)


def shown_begin(page: Page, title: str, shown: list[str]) -> str:
    """What a title says before the site's unknown name, where no <h1> says any of it but another element that alone."""
    said, headed = key(title), [key(t) for t in shown]
    begins = (title[: cut.start()].rstrip() for cut in SEPARATOR.finditer(title))
    long = [begin for begin in begins if 2 * len(begin) >= len(title) or is_long(begin)]
    if not long or any(t in said or key(long[0]) in t[1:] for t in headed):
        return title
    return next((begin for begin in reversed(long[:MOST_BEGINS]) if plain_element(page, begin) is not None), title)


def shown_text(element: Element) -> str:
    text = text_of(element) if element.find(".//br") is None else _in_one_line(element)
    if (anchor := next(filter(is_anchor, element.iter("a")), None)) is not None and (sign := text_of(anchor)):
        text = text.removeprefix(sign).removesuffix(sign).strip()
    return _once(_without_badge(element, text)) if len(text) <= LONGEST else ""


_BADGE = frozenset({"badge", "label", "premium"})
LONGEST_BADGE = 15
"""Characters."""
DIGITS_OF_DAY = 5


def _without_badge(heading: Element, text: str) -> str:
    """A headline without the badge behind it, "Premium", "Live", or the day."""
    if len(heading) and heading[-1].tag in ("small", "time") and not (heading[-1].tail or "").strip():
        said = text_of(heading[-1])
        return text.removesuffix(said).rstrip() if _is_day(said) else text
    if not len(heading) or heading[-1].tag == "a" or _BADGE.isdisjoint(words_of(heading[-1].get("class") or "")):
        return text
    said = text_of(heading[-1])
    rest = text.removesuffix(said).rstrip()
    return rest if len(said) <= LONGEST_BADGE and is_long(rest) and not (heading[-1].tail or "").strip() else text


def _is_day(text: str) -> bool:
    """Whether a text says a day with its year, and not "in 2025-2026"."""
    return sum(map(str.isdigit, text)) >= DIGITS_OF_DAY and len(all_phrases().dates.apart_from_dates(text)) > 1


def _once(text: str) -> str:
    """A headline that stands twice in its heading, for narrow screens and for wide ones."""
    half = text[: len(text) // 2]
    return half if is_long(half) and text in (f"{half} {half}", half + half) else text


def _in_one_line(element: Element) -> str:
    """The text of a headline in lines of its own; a blank stands for each break."""
    lines = element.xpath("descendant::text() | descendant::br")
    parts = lines if isinstance(lines, list) else []
    return plain("".join(part if isinstance(part, str) else " " for part in parts))


def headline_element(page: Page, text: str) -> Element | None:
    """The element that shows this headline: a heading of its words, else of most of them, else the first <h1>."""
    wanted = key(text)
    h1s = [e for e in page.h1s if ">" in text or ">" not in text_of(e) or end_of_path(page, text_of(e)) != text]
    for element in h1s:
        said = key(text_of(element))
        if said and wanted and (said in wanted or wanted in said):
            return element
    if wanted:
        for element in page.tree.iter("h2", "h3"):
            if key(text_of(element)) == wanted:
                return element
    shown = [e for e in h1s if text_of(e)]
    if (alike := _most_alike(shown[:HEADINGS], text)) is not None:
        return alike
    if wanted and (plain := plain_element(page, text)) is not None:
        return plain
    if (alike := _most_alike(_lower(page), text, ALIKE)) is not None:
        return alike
    inside = next((e for e in shown if not in_frame(e)), None)
    return inside if inside is not None else next((e for e in shown if len(text_of(e)) >= NAME_LENGTH), None)


def _most_alike(headings: Iterable[Element], title: str, least: float = 0.0) -> Element | None:
    """The heading that shares most words with a title: another version of it. `least`: share of the title's words."""
    words = long_words(title)
    shared = {e: len(words & long_words(text_of(e)[:LONGEST])) for e in headings}
    best = max(shared, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] >= max(FEWEST_WORDS, least * len(words)) else None


def plain_element(page: Page, text: str) -> Element | None:
    """The first element that is no heading and shows the headline, outside of lists and links to it."""
    for element in page.tree.iter(*_NO_HEADINGS):
        own = (element.text or "").strip()
        if abs(len(own) - len(text)) <= SLACK and same(own, text) and not _is_listed(element):
            return element
    return None


def _is_listed(element: Element) -> bool:
    return any(box.tag in _LISTS for box in islice(element.iterancestors(), LEVELS))
