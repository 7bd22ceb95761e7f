"""A site -> article links: listings, feeds, sitemaps. Pure functions: bytes and URL in, links out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newscrawl.discover.link import Link

if TYPE_CHECKING:
    from newscrawl.discover import autodiscovery, find
    from newscrawl.discover.feed import read_feed
    from newscrawl.discover.listing import base_of, card_links, further_page, likely_links, page_of, readable
    from newscrawl.discover.sitemap import newest_first, read_sitemap, sitemap_age, undated_age
    from newscrawl.discover.sniff import breaks_off, kind_of

_PLACES = {
    **dict.fromkeys(("base_of", "card_links", "further_page", "likely_links", "page_of", "readable"), "listing"),
    **dict.fromkeys(("newest_first", "read_sitemap", "sitemap_age", "undated_age"), "sitemap"),
    **dict.fromkeys(("breaks_off", "kind_of"), "sniff"),
    "read_feed": "feed",
}
__all__ = [
    "Link",
    "autodiscovery",
    "base_of",
    "breaks_off",
    "card_links",
    "find",
    "further_page",
    "kind_of",
    "likely_links",
    "newest_first",
    "page_of",
    "read_feed",
    "read_sitemap",
    "readable",
    "sitemap_age",
    "undated_age",
]


def __getattr__(name: str) -> Any:
    """The readers when they are asked for: they take a tenth of a second, and many commands load the sites alone."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_PLACES.get(name, name)}")
    return getattr(module, name, module)
