"""Page: one parsed page and what it says about itself, each thing read once."""

import re
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.page import structured
from newscrawl.extract.page.bounded_search import search
from newscrawl.extract.page.long_tags import without_long_tags
from newscrawl.extract.page.parse import parse
from newscrawl.extract.page.rules import Rules
from newscrawl.extract.page.strip_code import without_code
from newscrawl.extract.page.tree import elements, only_elements, text_of
from newscrawl.extract.vocabulary.phrases import Phrases, phrases_for
from newscrawl.text.encoding import to_utf8
from newscrawl.text.letters import letters
from newscrawl.text.plain import plain
from newscrawl.urls.resolve import absolute

Node = dict[str, Any]

# Twice as quick as elements[@itemprop].
_ITEMS = etree.XPath("descendant-or-self::*/@itemprop")
_RDFA = etree.XPath("descendant-or-self::*[not(self::meta)]/@property")

# Attributes of a <meta> that say what its content is.
_NAMING = ("property", "name", "itemprop", "http-equiv")

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# Characters. Titles and the like are lines of text, meta tags some thousand characters at most; more says nothing, and
# what compares titles with each other must not be made to compare books.
LONGEST_LINE, LONGEST_META = 1_000, 20_000

# The largest of 2,000 real pages has 10,000. Beyond this a page costs seconds, and is no article.
MOST_ELEMENTS = 30_000

# A node of JSON-LD, microdata aside, is the article's own description; these are the page's, a poorer second.
PAGE_TYPES = frozenset({"webpage", "itempage", "webcontent", "creativework"})


class Page:
    """A page as one lxml tree of plain `lxml.etree` elements (twice as quick to make and walk as lxml.html's)."""

    def __init__(self, html: bytes, url: str, *, rules: Rules | None = None, encoding: str = "") -> None:
        self.url = url
        self.base = url
        self.rules = rules or Rules()
        self.source = without_long_tags(to_utf8(html, encoding))
        """The page's bytes in UTF-8."""
        self.markup = without_code(self.source)
        """The same without code: to see in an instant that an attribute or a class does not occur."""
        self.tree = parse(self.markup)
        self.elements = list(self.tree.iter())
        """All in the page's order. They are held: else lxml makes the object of an element anew at each look at it."""
        self.is_too_large = len(self.elements) > MOST_ELEMENTS
        self.metas: dict[str, list[str]] = {}
        """Lower-cased name, property or itemprop of a <meta> -> its contents in the page's order."""
        self.links: dict[str, list[Element]] = {}
        """Lower-cased rel of a <link> -> the elements."""
        self.head_title = ""
        self.h1s: list[Element] = []
        self.pagers: list[Element] = []
        """Links that may lead to another part of the article: a number alone, rel "next", or so called."""
        self.filing: list[Element] = []
        """Links whose rel may say that they lead to a tag or a category."""
        self.learned: frozenset[str] = frozenset()
        """What of `article_node` is not JSON-LD's: it stands in the data of the page's scripts."""
        self._json_blocks: list[str] = []
        self._index()

    def meta(self, *names: str) -> str:
        """The first content of the first of these names that has one."""
        for name in names:
            if contents := self.metas.get(name):
                return contents[0]
        return ""

    def absolute(self, address: str | None) -> str:
        """An address of the page as an absolute http(s) URL; "" where it is none."""
        return absolute(address, self.base)

    @cached_property
    def json_ld(self) -> list[Node]:
        """Every JSON-LD node of the page that has a type, flattened out of lists, @graph and mainEntity."""
        return structured.nodes(self._json_blocks)

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """@id -> the fullest JSON-LD node that has it."""
        found: dict[str, Node] = {}
        for node in self.json_ld:
            name = node.get("@id")
            if isinstance(name, str) and len(node) > len(found.get(name, ())):
                found[name] = node
        return found

    @cached_property
    def article_node(self) -> Node | None:
        """The JSON-LD node that describes this article, or None."""
        if not self.json_ld:
            return None
        headlines = tuple(t for t in (plain(self.meta("og:title")), *map(text_of, self.h1s[:5])) if t)
        return structured.article_of(self.json_ld, self.url, headlines)

    @cached_property
    def page_node(self) -> Node:
        """The JSON-LD node of the page itself, for what the article's lacks; empty where there is none."""
        return next((n for n in self.json_ld if PAGE_TYPES.intersection(structured.kinds(n))), {})

    @cached_property
    def microdata(self) -> dict[str, list[Element]]:
        """itemprop in lower case -> its elements in the page's order; RDFa's property of schema.org is one too."""
        found: dict[str, list[Element]] = {}
        markup = self.markup.lower()
        items: Any = _ITEMS(self.tree) if b"itemprop" in markup else ()
        rdfa: Any = _RDFA(self.tree) if b"typeof=" in markup else ()
        for names in chain(items, rdfa):
            for name in set(names.lower().split()):
                found.setdefault(name.removeprefix("schema:"), []).append(names.getparent())
        return found

    @cached_property
    def site_names(self) -> frozenset[str]:
        """The names under which the site speaks of itself, as compared by `letters`."""
        publisher = structured.text((self.article_node or {}).get("publisher"))
        host = re.sub(r"^https?://(www\d?\.|m\.)?", "", self.url).split("/")[0]
        named = (self.meta("og:site_name"), self.meta("application-name"), host, host.split(".")[0])
        return frozenset(filter(None, map(letters, (self.rules.publisher, publisher, *named))))

    @cached_property
    def claims(self) -> list[tuple[str, str]]:
        """The languages that the page or the site's description claims, as they write them, and where."""
        claimed = (
            (self.tree.get("lang") or self.tree.get("xml:lang") or self.tree.get(_XML_LANG), "html lang"),
            (structured.text(self.said("inLanguage"), "alternateName"), "JSON-LD inLanguage"),
            (self.meta("og:locale", "dc.language", "dcterms.language", "language"), "meta"),
            (self.meta("content-language"), "meta content-language"),
            (self.rules.language, "the site's description"),
        )
        return [(claim, source) for claim, source in claimed if claim]

    @cached_property
    def phrases(self) -> Phrases:
        """What newsrooms write in the languages that the page claims."""
        return phrases_for(re.split("[-_]", claim.strip().lower())[0] for claim, _ in self.claims)

    @cached_property
    def is_paid_for(self) -> bool:
        """Whether the page says that it is for those who pay, or that it is metered."""
        free = [(self.article_node or {}).get(key) for key in ("isAccessibleForFree", "isAccessibleforFree")]
        said = structured.text([str(value) for value in free if value is not None] or self.meta("isaccessibleforfree"))
        return said.lower() in ("false", "no") or self.meta("article:content_tier") in ("locked", "metered")

    def learn(self, said: Node) -> None:
        """Take what the page's data says of the article, as JSON-LD would, for what its JSON-LD does not say."""
        known = self.article_node or {}
        self.learned = frozenset(said) - frozenset(key for key, value in known.items() if value)
        if self.learned:
            self.article_node = known | {key: said[key] for key in self.learned}

    def named(self, source: str) -> str:
        """A source of a field as it is told: what was learned from the page's data is not JSON-LD's."""
        of_data = source.startswith("JSON-LD ") and source.split()[1] in self.learned
        return source.replace("JSON-LD", "page's data", 1) if of_data else source

    def said(self, key: str) -> list[Any]:
        """The values of a property of the article's JSON-LD node, references to other nodes followed."""
        values = structured.each((self.article_node or {}).get(key))
        return [
            self.by_id.get(v["@id"], v) if isinstance(v, dict) and isinstance(v.get("@id"), str) else v for v in values
        ]

    def select(self, selector: str) -> list[Element]:
        """What a site's selector (CSS, or XPath where it begins with "/" or "(") matches; nothing for a broken one."""
        try:
            if selector.startswith(("/", "(")):
                return only_elements(search(_compiled(selector), self.tree))
            return elements(_compiled(selector), self.tree)
        except (SelectorError, etree.XPathError):
            return []

    def _index(self) -> None:
        for element in self.tree.iter("a", "meta", "link", "script", "h1", "title", "base"):
            match element.tag:
                case "a":
                    self._index_link(element)
                case "script":
                    if "ld+json" in (element.get("type") or "").lower():
                        self._json_blocks.append(element.text or "")
                case "link":
                    for rel in (element.get("rel") or "").lower().split():
                        self.links.setdefault(rel, []).append(element)
                case "meta":
                    self._index_meta(element)
                case "h1":
                    self.h1s.append(element)
                case "title":
                    self._index_title(element)
                case _:
                    if self.base == self.url:
                        self.base = self.absolute(element.get("href")) or self.url

    def _index_link(self, element: Element) -> None:
        rel = element.get("rel")
        if rel and ("tag" in rel or "category" in rel):
            self.filing.append(element)
        called = element.get("class") or ""
        if _is_number(element.text) or "next" in (rel or called) or "page-numbers" in called:
            self.pagers.append(element)

    def _index_title(self, element: Element) -> None:
        parent = element.getparent()
        if not self.head_title and (parent is None or parent.tag in ("head", "html", "body")):
            self.head_title = _LOOSE_SIGNS.sub("", text_of(element)[:LONGEST_LINE])

    def _index_meta(self, element: Element) -> None:
        attributes: dict[Any, Any] = dict(element.items())
        content = attributes.get("content", "").strip()
        if content and len(content) <= LONGEST_META:
            for attribute in _NAMING:
                if name := attributes.get(attribute):
                    self.metas.setdefault(name.strip().lower(), []).append(content)


_LOOSE_SIGNS = re.compile(r"\A[»›|·•]++\s++|(?<=\S)\s++[«‹|·•\u2013\u2014-]++\Z")
"""Signs that themes set between the site's name and a headline, where a title has only one of both."""


@lru_cache(maxsize=1000)
def _compiled(selector: str) -> etree.XPath:
    return etree.XPath(selector if selector.startswith(("/", "(")) else HTMLTranslator().css_to_xpath(selector))


def _is_number(text: str | None) -> bool:
    return text is not None and len(text) < 4 and text.strip().isdigit()
