"""Who wrote it: people's names out of a page's bylines.

1. The site's own selectors, one element a name.
2. JSON-LD's author, then the meta tags made for authors, where they name people.
3. The byline that readers see: itemprop and rel "author", then elements whose class says byline or author, near the
   headline, then a line there that says "By Jane Doe" and perhaps when.
4. Only then an organisation, from the same sources in the same order: it is kept where it is the whole byline.

JSON-LD goes before the visible byline because it holds names alone; but content systems fill it with the site's own
name where the byline is a field of its own, so the site's name never hides a person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain, takewhile
from typing import Any

from lxml import etree

from newscrawl.extract.fields.bylines_below import byline_below
from newscrawl.extract.fields.labelled_bylines import labelled_byline
from newscrawl.extract.fields.lone_names import name_at_headline, name_before_date, name_beside_role, name_in_dateline
from newscrawl.extract.fields.named_bylines import first_byline, leads_to_author, named_byline
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import BYLINE_LENGTH, is_cased, is_organisation, is_person, is_role, names_in
from newscrawl.extract.fields.worded_bylines import without_brackets, worded_byline
from newscrawl.extract.page import structured
from newscrawl.extract.page.links import leads_to_author_page
from newscrawl.extract.page.page import Page, text_of
from newscrawl.text.letters import letters as key
from newscrawl.text.plain import plain

METAS = (
    "parsely-author", "article:author_name", "articleauthor", "author", "article:author", "cxenseparse:author",
    "mrf:authors", "sailthru.author", "citation_author", "citation_authors", "dc.creator", "dcterms.creator", "byl",
    "og:article:author", "http://ogp.me/ns/article#author", "byline", "rbauthors", "og:author", "article.author",
    "vr:author",
)  # fmt: skip

# Sources that may name an organisation; elsewhere it is rather the picture's, a sponsor's or the next story's.
IN_TEXT = "line of the text"
SEEN = ("itemprop author", "byline", "line that says by", "label that says by")
DECLARED = ("JSON-LD author", "itemprop author", *(f"meta {name}" for name in METAS))

_DATA_LAYER = re.compile(rb'uthors?(?:_?[nN]ames?)?"\s*:\s*(\[[^\]{}]{2,300}\]|"[^"]{2,100}")')
_OF_ARTICLE = re.compile(rb'"(?:content|article|page|story)?_?[aA]$')

# Letters of "By" and "and" beside the names of a line.
LETTERS_BESIDE = 6

# More elements named "author" are those of comments, or nested into each other to cost time.
MOST_ITEMS = 40

_NAME_OF_ITEM = re.compile(r"(?<!\S)(?:schema:)?name(?!\S)")

# Kickers, a standfirst of some lines, the byline, the dateline.
LINES_ABOVE = 8

# Words of a desk's name ("The Saltmarsh Post Editors"); letters of a name in lower case.
MOST_WORDS_OF_DESK, SHORTEST = 4, 3

# Accounts of content systems under which a whole newsroom publishes, at the end of an author's address.
_ACCOUNT = re.compile(
    r"/(?:admin\w*|editor(?:ial)?|news-?(?:desk|room)?|redaktion|redaccion|redazione|redaction|staff|webmaster|root|user)/?$",
    re.I,
)

_ACCOUNT_NAME = re.compile(
    r"(?:wp-?)?admin\w*|root|webmaster|wordpress|super ?user|user\d*|author|publisher|.* feed", re.I
)
_RIGHTS = re.compile(r"©|\bcopyright\b|\brights reserved\b", re.I)

# A paragraph of Chinese or Japanese is often shorter than a byline may be; a colon is a label's end. (A name can end in
# a full stop: "Jr.")
_SENTENCE = re.compile(r"(?:[。！？!?:：]|\w{4}\.)[”’」』）\")]*\Z")


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Authors:
    """The names in the byline's order, and where they stand."""

    names: tuple[str, ...] = ()
    source: str = ""
    missed: tuple[str, ...] = ()
    """The site's own selectors where they matched nothing."""


Names = tuple[str, ...]


def find_authors(near: Near, text: str = "") -> Authors:
    """The page's authors.

    `near`: the headline, near which a byline is looked for. `text`: the body's, one paragraph a line; in some papers a
    line above or below it is the byline.
    """
    page = near.page
    for selector in page.rules.authors:
        if names := _each_once(n for e in page.select(selector) for n in names_in(text_of(e))):
            return Authors(names, selector)
    found = _generic(near, text)
    return replace(found, missed=tuple(f"authors: {s}" for s in page.rules.authors))


def _generic(near: Near, text: str) -> Authors:
    site = near.page.site_names
    spares: list[Authors] = []
    unseen: Authors | None = None
    for names, people, source in _sources(near, text):
        names = tuple(n for n in names if not _ACCOUNT_NAME.fullmatch(n))
        signed = tuple(n for n in people if n in names and not _is_of_site(n, site))
        if signed and unseen and source in SEEN:
            return Authors(signed, source) if _are_others(signed, unseen.names) else unseen
        if signed and not unseen and source in DECLARED and not _is_seen(signed, near):
            unseen = Authors(signed, source)
        elif signed and not unseen and (source != IN_TEXT or spares or near.page.article_node):
            return _desk_shown(spares, signed, near) or Authors(signed, source)
        spares += [Authors(names, source)] if names and source in DECLARED else []
    declared = unseen or next((s for s in spares if not all(key(n) in site for n in s.names)), None)
    if unseen or (spares and not declared):
        names = _each_once(name_at_headline(near))
        if names and _are_others(names, unseen.names if unseen else ()):
            return Authors(names, "line at the headline")
    if declared:
        return declared
    lone = _lone_byline(near)
    is_account = any(leads_to_author(name, near) for name in lone.names)
    return spares[0] if spares and not is_account else lone


def _lone_byline(near: Near) -> Authors:
    """The first name of the first byline, where no person is named: a desk, a first name, an account's own name."""
    names = (name.rpartition(": ")[2] for name in first_byline(near))
    name = next((name for name in names if not _is_label(name, near.page)), "")
    is_short = 0 < len(name.split()) <= MOST_WORDS_OF_DESK and not _ACCOUNT_NAME.fullmatch(name)
    return Authors((name,), "byline") if is_short else Authors()


def _is_label(name: str, page: Page) -> bool:
    """Whether a text of a byline is none of its names: "Posted on", "Author", "More"."""
    phrases = page.phrases
    is_word = name.islower() and len(name) < SHORTEST
    return is_word or phrases.bylines.is_by_label(name) or phrases.bylines.ends_in_by(name) or phrases.begins_row(name)


def _desk_shown(spares: list[Authors], people: Names, near: Near) -> Authors | None:
    """The declared name of a team, where it is the first byline, and those people stand elsewhere."""
    teams = [s for s in spares if all(map(is_role, s.names))]
    shown = set(map(key, first_byline(near))) if teams else set()
    if not shown.isdisjoint(map(key, people)):
        return None
    return next((team for team in teams if not shown.isdisjoint(map(key, team.names))), None)


def _are_others(shown: Names, declared: Names) -> bool:
    """Whether names have no word in common."""
    words, others = ({key(word) for name in names for word in name.split()} for names in (shown, declared))
    return words.isdisjoint(others)


def _is_seen(names: Names, near: Near) -> bool:
    """Whether one of these names stands where bylines do; systems declare who put the page in, too."""
    shown = key(near.all_text())
    return near.headline is None or any(key(name) in shown for name in names)


def _sources(near: Near, text: str) -> Iterator[tuple[Names, Names, str]]:
    """All names and the people among them, by source."""
    page = near.page
    declared = _each_once(_declared(page))
    yield declared, tuple(n for n in declared if _may_be_person(n)), "JSON-LD author"
    for name in METAS:
        if texts := page.metas.get(name):
            names = _each_once(n for text in texts for n in _names_of_meta(name, plain(text), page))
            yield names, tuple(filter(is_person, names)), f"meta {name}"
    names = _each_once(n for e in _items(near) for n in _names_of_item(e))
    yield names, names if not any(map(is_organisation, names)) else tuple(filter(is_person, names)), "itemprop author"
    title = set(structured.text((page.article_node or {}).get("headline") or page.meta("og:title")).split())
    for read, source in (
        (lambda: named_byline(near), "byline"),
        (lambda: worded_byline(near, text), "line that says by"),
        (lambda: labelled_byline(near), "label that says by"),
        (lambda: name_beside_role(near), "name beside a role"),
        (lambda: name_before_date(near, text), "name before a date"),
        (lambda: name_in_dateline(near, text), "name before a date"),
        (lambda: _signed(text, page), IN_TEXT),
        (lambda: _data(page), "data layer"),
        (lambda: byline_below(near), "byline below the text"),
    ):
        found = _each_once(read())
        people = tuple(n for n in found if is_person(n) and not title.issuperset(n.split()))
        yield people, people, source


def _names_of_meta(meta: str, text: str, page: Page) -> list[str]:
    """The names of a meta tag; the site's own stays whole: "Human in the Loop". A house's address is none."""
    if key(text) in page.site_names:
        return [text]
    names = [] if _RIGHTS.search(text) else names_in(_first_name_first(meta, text))
    house, *places = names or [""]
    is_address = bool(places) and _is_house(house, page) and not any(is_person(n) or _is_house(n, page) for n in places)
    return [house] if is_address else names


def _is_house(name: str, page: Page) -> bool:
    """Whether a name is the site's, or a company's: "Harbour Press Ltd, Kiel, Germany"."""
    return key(name) in page.site_names or is_organisation(name)


def _may_be_person(name: str) -> bool:
    """Whether a declared name may be a person's; "Watermark feed", half in capitals, is none."""
    words = name.split()
    is_mixed = len(words) > 1 and words[0][:1].isupper() and words[-1].islower()
    return is_person(name) or not (is_mixed or is_organisation(name) or is_role(name))


def _is_of_site(name: str, site: frozenset[str]) -> bool:
    """Whether a name is the site's own, or a desk's that bears its initials ("MDR THÜRINGEN")."""
    return key(name) in site or any(word.isupper() and len(word) > 2 and key(word) in site for word in name.split())


def _signed(text: str, page: Page) -> list[str]:
    """The names of a line right above the first paragraph, or of the last line, that holds nothing but names."""
    lines = [without_brackets(line) for line in text.split("\n")]
    above = list(takewhile(_is_no_paragraph, lines[:LINES_ABOVE]))
    for line in (*reversed(above[-2:]), *lines[-1:]):
        names = names_in(line) if _is_no_paragraph(line) and is_cased(line) else []
        rest = reduce(lambda left, name: left.replace(name, " "), names, line)
        if names and all(map(is_person, names)) and sum(map(str.isalpha, rest)) <= LETTERS_BESIDE:
            return [] if _are_words(names, text) or _is_heading_or_link(line, page) else names
    return []


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


def _data(page: Page) -> list[str]:
    """The names in what the page hands to its statistics: "contentAuthors": ["Jane Doe"]."""
    found = _DATA_LAYER.finditer(page.source)
    match = next((m for m in found if _OF_ARTICLE.search(page.source[max(0, m.start() - 10) : m.start()])), None)
    value = match[1].decode("utf-8", "replace") if match else ""
    return [name for part in re.findall(r'"([^"]+)"', value) for name in names_in(plain(part))]


def _declared(page: Page) -> Iterator[str]:
    """JSON-LD's names: people apart from organisations, accounts of the whole newsroom left out."""
    for value in chain.from_iterable(map(_of_role, (*page.said("author"), *page.said("creator")))):
        node = value if isinstance(value, dict) else {}
        for name in filter(None, map(structured.text, structured.each(node.get("name")))) if node else [value]:
            yield from _names_of(node, structured.text(name))
        parts = [structured.text(node.get(key)) for key in ("givenName", "familyName")]
        if all(parts) and not structured.text(value):
            yield " ".join(parts)


def _of_role(value: Any) -> list[Any]:
    """Who has a role as an author, which some pages put between an article and its people."""
    has_role = isinstance(value, dict) and "role" in structured.kinds(value)
    return structured.each(value.get("author")) if has_role else [value]


def _names_of(node: structured.Node, name: str) -> list[str]:
    if any("organization" in kind for kind in structured.kinds(node)):
        return [name]
    if node and (turned := _first_name_first("dc", name)) != name and is_person(turned):
        return [turned]
    is_account = _ACCOUNT.search(structured.text(node.get("url")) or structured.text(node.get("@id")))
    return [] if is_account else names_in(name)


def _first_name_first(meta: str, text: str) -> str:
    """Scholarly tags write "Brazil, Rachel"."""
    if meta.startswith(("dc", "citation")) and text.count(",") == 1:
        last, first = text.split(",")
        are_two = is_person(last.strip()) and is_person(first.strip())
        return text if are_two else f"{first.strip()} {last.strip()}"
    return text


def _items(near: Near) -> Iterator[etree._Element]:
    for element in near.page.microdata.get("author", ())[:MOST_ITEMS]:
        if near.is_of_others(element):
            continue
        named = [e for e in element.iter() if _NAME_OF_ITEM.search(e.get("itemprop") or e.get("property") or "")]
        yield from named or [element]


def _names_of_item(element: etree._Element) -> list[str]:
    """The names in an item's text; a <meta> among them tells people's alone, else it is an account's."""
    return names_in(text_of(element)) or [name for name in names_in(element.get("content") or "") if is_person(name)]


def _each_once(names: Iterable[str]) -> Names:
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return tuple(found.values())
