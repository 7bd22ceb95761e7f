"""Authors who sign a text: a line right above its first paragraph, or its last line, that holds nothing but names."""

import re
from functools import reduce
from itertools import takewhile

from newscrawl.element import Element
from newscrawl.extract.fields.name_kinds import is_cased, is_person
from newscrawl.extract.fields.person_names import BYLINE_LENGTH, names_in
from newscrawl.extract.fields.worded_bylines import without_brackets
from newscrawl.extract.page.links import leads_to_author_page
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import is_longer, text_of

LETTERS_BESIDE = 6
"""Letters of "By" and "and" beside the names of a line."""

LINES_ABOVE = 8
"""Lines above a text: kickers, a standfirst of some lines, the byline, the dateline."""

_SENTENCE = re.compile(r"(?:[。！？!?:：]|\w{4}\.)[”’」』）\")]*\Z")
"""How a paragraph ends, of Chinese or Japanese often shorter than a byline may be, or a label; a name may be "Jr."."""

_DASHES, _QUOTES = tuple("—–"), tuple("”\"»“’'")

_WORD = re.compile(r"\w+")


def names_signed(text: str, page: Page) -> list[str]:
    """The names of a line right above the first paragraph, or of the last line, that holds nothing but names."""
    lines = [without_brackets(line) for line in text.split("\n")]
    above = list(takewhile(_is_no_paragraph, lines[:LINES_ABOVE]))
    for line in (*reversed(above[-2:]), *lines[-1:]):
        is_line = _is_no_paragraph(line) and is_cased(line) and not page.phrases.dates.is_date(line)
        names = names_in(line) if is_line else []
        rest = reduce(lambda left, name: left.replace(name, " "), names, line)
        if names and all(map(is_person, names)) and sum(map(str.isalpha, rest)) <= LETTERS_BESIDE:
            return [] if _are_words(names, text) or _is_heading_or_link(line, page) else names
    return []


def is_set_apart(text: str, page: Page) -> bool:
    """Whether a text's last line is signed as letters and articles are: at the right, `<p align=right><b>Jane Doe</b>
    </p>`, or behind a dash where no quotation stands above it."""
    above, _, line = text.rpartition("\n")
    if line.startswith(_DASHES):
        return not above.rstrip().endswith(_QUOTES) and not _is_quoted(line, page)
    if any(word.isupper() and len(word) > 1 for word in _WORD.findall(line)):
        return False  # who gave it to the paper: "PM DJV/fh"
    lines = (e for e in page.tree.iter("p", "div") if not is_longer(e, BYLINE_LENGTH) and text_of(e) == line)
    return any(_AT_RIGHT.search(_look(e)) is not None for e in lines)


def _is_quoted(line: str, page: Page) -> bool:
    """Whether a line stands in a quotation or right below one: it says whose words they are."""
    lines = (
        e
        for e in page.tree.iter("p", "div", "cite", "footer")
        if not is_longer(e, BYLINE_LENGTH) and text_of(e) == line
    )
    return any(
        ((before := e.getprevious()) is not None and before.tag == "blockquote")
        or next(e.iterancestors("blockquote"), None) is not None
        for e in lines
    )


def _look(element: Element) -> str:
    """What says how an element is set."""
    align, *others = (element.get(name) or "" for name in ("align", "style", "class"))
    return " ".join((f"text-align:{align}", *others)).lower()


_AT_RIGHT = re.compile(r"text-align:\s?(?:right|end)|\b(?:text|align)-?(?:right|end)\b|align-?right\b")


def _is_heading_or_link(line: str, page: Page) -> bool:
    """Whether a line is a heading of the page, or a link to something else than an author."""
    elements = page.tree.iter("h2", "h3", "h4", "h5", "a")
    return any(e.tag != "a" or not leads_to_author_page(e) for e in elements if text_of(e) == line)


def _are_words(names: list[str], text: str) -> bool:
    """Whether half of what looks like names is words of the text: "Hotel Travel Hacks", "Pin for Later"."""
    said = frozenset(_WORD.findall(text))
    words = [word.lower() for name in names for word in name.split()]
    return 2 * sum(word in said for word in words) >= len(words)


def _is_no_paragraph(line: str) -> bool:
    return len(line) <= BYLINE_LENGTH and not _SENTENCE.search(line)
