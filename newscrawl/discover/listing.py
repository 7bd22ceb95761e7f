"""A listing page -> links: by a site's own selectors, or by structure and address where it gives none."""

from collections.abc import Iterator
from itertools import islice

from scrapy.http import Response
from scrapy.http.response.text import TextResponse
from scrapy.utils.response import get_base_url

from newscrawl.discover.cards import ENOUGH, cards
from newscrawl.discover.json_listing import json_links, json_next, value_links
from newscrawl.discover.link import Link, NoLinks
from newscrawl.discover.paging import next_page
from newscrawl.discover.url_shape import score
from newscrawl.element import Element
from newscrawl.extract.page.long_tags import without_long_tags
from newscrawl.text.page_data import page_data
from newscrawl.urls.resolve import web_address
from newscrawl.urls.sites import same_site


def card_links(response: Response, selectors: tuple[str, ...]) -> Iterator[Link]:
    """The links that the first matching selector finds, in the page's order. Raises `NoLinks` where none does."""
    for selector in selectors:
        if found := response.css(selector):
            for card in found:
                if address := web_address(card.attrib.get("href", "").strip(), base_of(response)):
                    yield Link(url=address, title=" ".join(card.css("::text").getall()).strip())
            return
    raise NoLinks(f"no links match {', '.join(selectors)} on {response.url}")


def likely_links(response: Response) -> list[Link]:
    """The links that are articles' by where they stand and how they look; in a JSON answer, by its own titles.

    Where a page's HTML links to none, they are looked for in the data that its scripts draw it from.
    """
    if is_json(response):
        return [link for link in json_links(response.body, response.url) if score(link.url) >= 0]
    tree = page_of(response)
    return [] if tree is None else cards(tree, base_of(response)) or _links_in_data(response)


def _links_in_data(response: Response) -> list[Link]:
    """The articles in the data of a page's scripts, each once: a menu's entries have short titles."""
    found: dict[str, Link] = {}
    for _, value in page_data(response.body):
        for link in value_links(value, base_of(response)):
            points = score(link.url)
            if points >= ENOUGH or (points >= 0 and len(link.title) >= HEADLINE):
                found.setdefault(link.url, link)
    return list(found.values())


HEADLINE = 20
"""Characters of a title in a page's data whose address alone does not say that it is an article's."""


def further_page(response: Response, count: int) -> str:
    """The address where a listing goes on; "" where it does not say. `count`: how many articles this page has."""
    if is_json(response):
        return json_next(response.body, response.url, count)
    tree = page_of(response)
    return next_page(tree, base_of(response)) if tree is not None else ""


def is_json(response: Response) -> bool:
    return response.body.lstrip()[:1] in (b"{", b"[")


def readable(response: Response) -> Response:
    """The answer as the parser can read it, which tags with too many attributes hold up for minutes."""
    body = without_long_tags(response.body)
    return response if body is response.body else response.replace(body=body)


def base_of(response: Response) -> str:
    """The address against which a page's links are resolved: its <base>, where it has one of its own site."""
    base: str = get_base_url(response) if isinstance(response, TextResponse) else response.url
    return base if same_site(base, response.url) else response.url


def page_of(response: Response) -> Element | None:
    """The page's tree; None where the answer is no page."""
    tree = (
        response.selector.root
        if isinstance(response, TextResponse) and response.body.strip() and not is_json(response)
        else None
    )
    if not isinstance(tree, Element):
        return None
    if response.body.count(b"<") > MOST_ELEMENTS:
        _cut(tree)
    return tree


MOST_ELEMENTS = 40_000
"""Of a listing's page, which are read from its top: 3,000 articles in a page of any make."""


def _cut(tree: Element) -> None:
    """Leave out what comes after so many elements."""
    last = next(islice(tree.iter(), MOST_ELEMENTS, None), None)
    while last is not None and (parent := last.getparent()) is not None:
        del parent[parent.index(last) :]
        last = parent.getnext()
        while last is None and (parent := parent.getparent()) is not None:
            last = parent.getnext()
