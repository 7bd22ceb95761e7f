"""Declared dates: what a page says to machines of its time, and the days in its title and its address."""

import re
from collections.abc import Iterator

from newscrawl.element import Element
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.calendar import months

PUBLISHED_METAS = (
    "articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime", "httpogpmensarticlepublishedtime",
    "datepublished", "parselypubdate", "cxenseparserecspublishtime", "cxenseparsepublishtime",
    "citationpublicationdate", "citationonlinedate", "citationdate",
    "bytedancepublishedtime", "weiboarticlecreateat", "dcdateissued", "dctermsissued", "dctermsdate", "dcdate",
    "dcdatecreated", "dctermscreated", "date", "articlepublished", "articlepublisheddate", "sailthrudate", "pubdate",
    "publishdate", "publisheddate", "publicationdate", "publishedon", "publishedat", "publishtime", "publishedtime",
    "ogpubdate", "releasedate", "articledateoriginal", "originalpublicationdate", "rnewsdatepublished", "btpubdate",
    "dcsextarticlefirstpublished", "nrbidate", "vrpublishedtime", "iso8601publishdate", "created", "datecreated",
)  # fmt: skip
"""From what is defined for articles to what may mean the page; letters and digits alone, as sites join these as they
like: article:published_time, article:published:time, publish-date."""

VAGUE_METAS = frozenset("date dcdate dctermsdate dcdatecreated dctermscreated created datecreated".split())
"""Of these the ones that systems also write for the page as it was last saved, or first."""

UPDATED_METAS = (
    "articlemodifiedtime", "ogarticlemodifiedtime", "ogupdatedtime", "datemodified", "dctermsmodified",
    "dcdatemodified", "lastupdateddate", "lastmod", "lastmodified", "lastupdate", "updated", "revised", "modified",
    "articleupdated", "bytedanceupdatedtime", "weiboarticleupdateat",
)  # fmt: skip

JSON_DATES = ("datePublished", "uploadDate", "dateCreated")

_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")

_NAMED_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/([^\W\d_]{3,12})/(0?[1-9]|[12]\d|3[01])(?=/)")

_JOINTS = re.compile(r"[\W_]+")
_TITLE_PARTS = re.compile(r"\s[|·•–—-]\s")
_DAY_ALONE = re.compile(r"\D{0,12}\d{1,4}(?:[./-]| ?\w{3,12}\.? )\W?\d{1,2}?\W{0,2}\d{2,4}\.?")

IN_ADDRESS = "address"
"""Where the day stands that an address has."""

Said = tuple[str, str]
"""A date as the page writes it, and where."""


def is_vague(source: str) -> bool:
    """Whether a date stands in a meta tag that may mean the page instead of the article."""
    return _JOINTS.sub("", source.removeprefix("meta ")) in VAGUE_METAS


def by_rule(page: Page) -> Iterator[Said]:
    """What the site's own selectors find."""
    for selector in page.rules.published:
        for element in page.select(selector):
            yield from _written(element, selector)


def declared(page: Page) -> Iterator[Said]:
    """What the page says to machines of its publication, the publisher's own words first."""
    node = page.article_node or {}
    yield from ((structured.text(node.get(key)), f"JSON-LD {key}") for key in JSON_DATES)
    yield from _in_metas(page, PUBLISHED_METAS)
    yield from _items(page, "datepublished", "datecreated")
    yield structured.text(page.page_node.get("datePublished")), "JSON-LD of the page"


def declared_changes(page: Page) -> Iterator[Said]:
    """The same of its last change."""
    yield structured.text((page.article_node or {}).get("dateModified")), "JSON-LD dateModified"
    yield from _in_metas(page, UPDATED_METAS)
    yield from _items(page, "datemodified")
    yield structured.text(page.page_node.get("dateModified")), "JSON-LD of the page"


def in_title(page: Page) -> Iterator[Said]:
    """A day that is a part of the page's title by itself: "Ferry pier reopens | 28.11.2026"."""
    for title in (page.meta("og:title"), page.head_title):
        for part in _TITLE_PARTS.split(title)[1:]:
            if _DAY_ALONE.fullmatch(part.strip()):
                yield part, "title"


def in_address(page: Page) -> Iterator[Said]:
    """The day in the page's address."""
    if match := _IN_ADDRESS.search(page.url):
        yield "-".join(match.groups()), IN_ADDRESS
    if (match := _NAMED_IN_ADDRESS.search(page.url)) and match[2].lower() in months():
        yield f"{match[3]} {match[2]} {match[1]}", IN_ADDRESS


def _in_metas(page: Page, names: tuple[str, ...]) -> Iterator[Said]:
    found: dict[str, list[Said]] = {}
    for name, contents in page.metas.items():
        found.setdefault(_JOINTS.sub("", name), []).extend((content, f"meta {name}") for content in contents)
    for name in names:
        yield from found.get(name, ())


def _items(page: Page, *names: str) -> Iterator[Said]:
    for name in names:
        for element in page.microdata.get(name, ()):
            yield from _written(element, f"itemprop {name}")


def _written(element: Element, source: str) -> Iterator[Said]:
    """An element's date: the machine's form before the text."""
    for value in (element.get("datetime"), element.get("content"), text_of(element)):
        if value and value.strip():
            yield value, source
