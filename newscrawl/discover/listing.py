"""A listing page -> links, by a site's own selectors."""

from collections.abc import Iterator

from scrapy.http import Response

from newscrawl.discover.link import Link


class NoLinks(Exception):
    """The selector of a listing's links matches nothing; `str()` of it names the selector and the page."""


def card_links(response: Response, selectors: tuple[str, ...]) -> Iterator[Link]:
    """The links that the first matching selector finds, in the page's order."""
    for selector in selectors:
        if cards := response.css(selector):
            for card in cards:
                if href := card.attrib.get("href"):
                    yield Link(url=response.urljoin(href.strip()), title=" ".join(card.css("::text").getall()).strip())
            return
    raise NoLinks(f"no links match {', '.join(selectors) or '(none given)'} on {response.url}")
