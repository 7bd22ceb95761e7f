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
from itertools import chain, islice, takewhile

from lxml import etree

from newscrawl.extract.fields.person_names import is_organisation, is_person, is_role, names_in
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page, following, preceding, text_of
from newscrawl.extract.page.structured import letters as key
from newscrawl.extract.vocabulary.names import Role, roles_of
from newscrawl.extract.vocabulary.phrases import Phrases

METAS = (
    "parsely-author", "article:author_name", "articleauthor", "author", "article:author", "cxenseparse:author",
    "mrf:authors", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "og:article:author",
    "http://ogp.me/ns/article#author", "byline", "rbauthors",
)  # fmt: skip

# Longer is an author's life, not a byline.
BYLINE_LENGTH = 120

# Sources that may name an organisation; elsewhere it is rather the picture's, a sponsor's or the next story's.
IN_TEXT = "line of the text"
DECLARED = ("JSON-LD author", "itemprop author", *(f"meta {name}" for name in METAS))

# Pages of authors, to which bylines lead. (Pages of "people" are about those in the news.)
_AUTHOR_PAGE = re.compile(
    r"/(?:autor\w*|authors?|auteurs?|redakteur\w*|journalist\w*|reporters?|columnists?|writers?|contributors?|skribent\w*)/",
    re.I,
)

_DATA_LAYER = re.compile(rb'uthors?(?:_?[nN]ames?)?"\s*:\s*(\[[^\]{}]{2,300}\]|"[^"]{2,100}")')
_OF_ARTICLE = re.compile(rb'"(?:content|article|page|story)?_?[aA]$')

# Letters of "By" and "and" beside the names of a line.
LETTERS_BESIDE = 6

# More elements named "author" are those of comments, or nested into each other to cost time.
MOST_ITEMS = 40

# Kickers, a standfirst of some lines, the byline, the dateline.
LINES_ABOVE = 8

# A byline stands near the headline: elements after and before it that are looked at.
NEAR_AFTER, NEAR_BEFORE = 120, 60

# A line without such a class stands nearer, before the text begins, in an element of few parts.
LINE_AFTER, LINE_BEFORE, LINE_PARTS = 40, 6, 12
_HOLDS_LINES = frozenset("p div ul ol table section article main header figure h1 h2 h3 h4".split())

# Accounts of content systems under which a whole newsroom publishes, at the end of an author's address.
_ACCOUNT = re.compile(
    r"/(?:admin\w*|editor(?:ial)?|news-?(?:desk|room)?|redaktion|redaccion|redazione|redaction|staff|webmaster|root|user)/?$",
    re.I,
)

# Boxes around a name that is not the article's author's; characters of another story's card; levels that are looked at.
_OF_OTHERS = frozenset({"figure", "figcaption"})
_NOT_ITS_OWN: frozenset[Role] = frozenset({"comments", "related"})
_ITEM_OF_OTHERS = re.compile(r"/(?:Comment|UserComments|Review|Answer|ListItem|ImageObject|VideoObject)\b")
LONGEST_CARD, MOST_LEVELS = 600, 12

# A paragraph of Chinese or Japanese is often shorter than a byline may be. (A name can end in a full stop: "Jr.")
_SENTENCE = re.compile(r"[。！？!?][”’」』）\")]*\Z")


@dataclass(frozen=True, slots=True)
class Authors:
    """The names in the byline's order, and where they stand."""

    names: tuple[str, ...] = ()
    source: str = ""
    missed: tuple[str, ...] = ()
    """The site's own selectors where they matched nothing."""


def find_authors(page: Page, headline: etree._Element | None = None, text: str = "") -> Authors:
    """The page's authors.

    `headline`: the element of the headline, near which a byline is looked for. `text`: the body's, one paragraph a
    line; in some papers a line above or below it is the byline.
    """
    for selector in page.rules.authors:
        if names := _each_once(n for e in page.select(selector) for n in names_in(text_of(e))):
            return Authors(names, selector)
    found = _generic(page, headline, text)
    return replace(found, missed=tuple(f"authors: {s}" for s in page.rules.authors))


def _generic(page: Page, headline: etree._Element | None, text: str) -> Authors:
    site = page.site_names
    spares: list[Authors] = []
    for names, people, source in _sources(page, headline, text):
        signed = tuple(n for n in people if not _is_of_site(n, site))
        if signed and (source != IN_TEXT or spares or page.article_node):  # else two words alone are a heading
            return Authors(signed, source)
        spares += [Authors(names, source)] if names and source in DECLARED else []
    others = (s for s in spares if not all(key(n) in site for n in s.names))
    return next(others, spares[0] if spares else Authors())


Names = tuple[str, ...]


def _sources(page: Page, headline: etree._Element | None, text: str) -> Iterator[tuple[Names, Names, str]]:
    """All names and the people among them, by source."""
    declared = _each_once(_declared(page))
    yield declared, tuple(n for n in declared if _may_be_person(n)), "JSON-LD author"
    for name in METAS:
        if texts := page.metas.get(name):
            names = _each_once(n for text in texts for n in names_in(_first_name_first(name, structured.plain(text))))
            yield names, tuple(filter(is_person, names)), f"meta {name}"
    names = _each_once(n for e in _items(page, headline) for n in names_in(text_of(e)))
    yield names, names if not any(map(is_organisation, names)) else tuple(filter(is_person, names)), "itemprop author"
    title = set(structured.text((page.article_node or {}).get("headline") or page.meta("og:title")).split())
    for read, source in (
        (_byline, "byline"),
        (_worded, "line that says by"),
        (_signed, IN_TEXT),
        (_data, "data layer"),
    ):
        found = _each_once(read(page, headline, text))
        people = tuple(n for n in found if is_person(n) and not title.issuperset(n.split()))
        yield people, people, source


def _may_be_person(name: str) -> bool:
    """Whether a declared name may be a person's; "Watermark feed", half in capitals, is none."""
    words = name.split()
    is_mixed = len(words) > 1 and words[0][:1].isupper() and words[-1].islower()
    return is_person(name) or not (is_mixed or is_organisation(name) or is_role(name))


def _is_of_site(name: str, site: frozenset[str]) -> bool:
    """Whether a name is the site's own, or a desk's that bears its initials ("MDR THÜRINGEN")."""
    return key(name) in site or any(word.isupper() and len(word) > 2 and key(word) in site for word in name.split())


def _signed(page: Page, headline: etree._Element | None, text: str) -> list[str]:
    """The names of a line right above the first paragraph, or of the last line, that holds nothing but names."""
    lines = text.split("\n")
    above = list(takewhile(_is_no_paragraph, lines[:LINES_ABOVE]))
    for line in (*reversed(above[-2:]), *lines[-1:]):
        names = names_in(line) if _is_no_paragraph(line) and _is_cased(line) else []
        rest = reduce(lambda left, name: left.replace(name, " "), names, line)
        if names and all(map(is_person, names)) and sum(map(str.isalpha, rest)) <= LETTERS_BESIDE:
            return names
    return []


def _is_cased(line: str) -> bool:
    """Whether names can be told from words in a line by their capitals."""
    return line.upper() != line.lower()


def _is_no_paragraph(line: str) -> bool:
    return len(line) <= BYLINE_LENGTH and not _SENTENCE.search(line)


def _data(page: Page, headline: etree._Element | None, text: str) -> list[str]:
    """The names in what the page hands to its statistics: "contentAuthors": ["Jane Doe"]."""
    found = _DATA_LAYER.finditer(page.source)
    match = next((m for m in found if _OF_ARTICLE.search(page.source[max(0, m.start() - 10) : m.start()])), None)
    value = match[1].decode("utf-8", "replace") if match else ""
    return [name for part in re.findall(r'"([^"]+)"', value) for name in names_in(structured.plain(part))]


def _declared(page: Page) -> Iterator[str]:
    """JSON-LD's names: people apart from organisations, accounts of the whole newsroom left out."""
    for value in (*page.said("author"), *page.said("creator")):
        node = value if isinstance(value, dict) else {}
        name = structured.text(value)
        if any("organization" in kind for kind in structured.kinds(node)):
            yield name
        elif not name and (parts := [structured.text(node.get(k)) for k in ("givenName", "familyName")]) and all(parts):
            yield " ".join(parts)
        elif node and (turned := _first_name_first("dc", name)) != name and is_person(turned):
            yield turned
        elif not _ACCOUNT.search(structured.text(node.get("url")) or structured.text(node.get("@id"))):
            yield from names_in(name)


def _first_name_first(meta: str, text: str) -> str:
    """Scholarly tags write "Brazil, Rachel"."""
    if meta.startswith(("dc", "citation")) and text.count(",") == 1:
        last, first = text.split(",")
        return f"{first.strip()} {last.strip()}"
    return text


def _items(page: Page, headline: etree._Element | None) -> Iterator[etree._Element]:
    around = _around(headline)
    for element in page.microdata.get("author", ())[:MOST_ITEMS]:
        if _is_of_others(element, around):
            continue
        named = [e for e in element.iter() if "name" in (e.get("itemprop") or "").split()]
        yield from named or [element]


def _byline(page: Page, headline: etree._Element | None, text: str) -> Iterator[str]:
    """The people of the first byline near the headline, and of those that look like it."""
    if headline is None:
        return
    shape = None
    around = _around(headline)
    for element in chain(islice(following(headline), NEAR_AFTER), islice(preceding(headline), NEAR_BEFORE)):
        if shape is not None and (element.tag, element.get("class")) != shape:
            continue
        if not _is_byline(element) or _is_of_others(element, around):
            continue
        if people := _people_of(_spaced(element), page.phrases):
            shape = (element.tag, element.get("class"))
            yield from people


def _around(headline: etree._Element | None) -> frozenset[etree._Element]:
    return frozenset() if headline is None else frozenset(headline.iterancestors())


def _is_of_others(element: etree._Element, around: frozenset[etree._Element]) -> bool:
    """Whether an element stands in a comment, in a picture's caption, or in another story's card.

    `around`: the elements around the headline, which are the article's or the page's.
    """
    for box in islice(element.iterancestors(), MOST_LEVELS):
        if box in around:
            return False
        if box.tag in _OF_OTHERS or _NOT_ITS_OWN & roles_of(box, "class", "id"):
            return True
        if (kind := box.get("itemtype")) and _ITEM_OF_OTHERS.search(kind):
            return True
        if len(text_of(box)) <= LONGEST_CARD and any(_leads_away(h) for h in box.iter("h2", "h3", "h4")):
            return True
    return False


def _leads_away(heading: etree._Element) -> bool:
    parent = heading.getparent()
    return heading.find(".//a") is not None or (parent is not None and parent.tag == "a")


def _people_of(byline: str, phrases: Phrases) -> list[str]:
    """The people that a byline names before its date, else behind it."""
    parts = ([n for n in names_in(part) if is_person(n)] for part in phrases.apart_from_dates(byline))
    return next(filter(None, parts), [])


def _worded(page: Page, headline: etree._Element | None, text: str) -> list[str]:
    """The people of the first line at the headline, else of the text's last, that says "by" and who and no more."""
    after = takewhile(_is_above_text, following(headline)) if headline is not None else ()
    before = preceding(headline) if headline is not None else ()
    near = chain(islice(after, LINE_AFTER), islice(before, LINE_BEFORE))
    around = _around(headline)
    own = [(None, headline.tail or "")] if headline is not None else []
    lines = chain(own, ((e, line) for e in near for line in _lines(e)), [(None, text.split("\n")[-1])])
    for element, line in lines:
        line = " ".join(line.split())
        if len(line) > BYLINE_LENGTH or not page.phrases.is_byline(line):
            continue
        if element is not None and _is_of_others(element, around):
            continue
        if people := [n for n in names_in(page.phrases.without_date(line)) if is_person(n)]:
            return people
    return []


def _is_above_text(element: etree._Element) -> bool:
    return element.tag != "p" or len(text_of(element)) <= 2 * BYLINE_LENGTH


def _lines(element: etree._Element) -> Iterator[str]:
    """The line that an element holds, its parts told apart by commas, and the one behind it that has no element."""
    if not any(child.tag in _HOLDS_LINES for child in element):
        parts = [p for p in map(str, islice(element.itertext(), LINE_PARTS)) if any(map(str.isalnum, p))]
        if 0 < len(parts):
            yield f"{parts[0]}{' ' if len(parts[0].split()) < 3 else ', '}{', '.join(parts[1:])}".strip(" ,")
    yield element.tail or ""


def _is_byline(element: etree._Element) -> bool:
    if element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or ""):
        return True
    said = roles_of(element, "class", "rel", "id")
    return "byline" in said and "beside byline" not in said and len(text_of(element)) <= BYLINE_LENGTH


def _spaced(element: etree._Element) -> str:
    """An element's text with its parts apart: bylines put names and times into elements side by side."""
    return " ".join(str(part) for part in element.itertext())


def _each_once(names: Iterable[str]) -> Names:
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return tuple(found.values())
