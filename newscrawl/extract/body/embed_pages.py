"""The public page behind an embed's address: what a reader of a post wants to open."""

import re
from functools import lru_cache
from urllib.parse import unquote

from newscrawl.extract.body.embed_providers import BY_ADDRESS, PROVIDERS, Provider

_IN_QUERY = re.compile(r"[?&](?:url|src|href|u)=(https?%3A(?:%2F|/){2}[^&#\s]+)", re.IGNORECASE)

_FRAMES_ALL = re.compile(
    r"https?://(?:cdn\.iframe\.ly|iframely\.net|cdn\.embedly\.com|[\w.-]+/(?:media/)?o?embed\?url=)"
)
"""Services whose frames show any other site's page."""

_SPELT = re.compile("https?%3A(?:%2F|/){2}")
"""The address of Facebook's posts and films, in another one's query."""

_FRAME_OF_WORDPRESS = re.compile(r"/embed/?#\?secret=.*")
"""What WordPress puts behind an article's address for a frame that shows its headline elsewhere."""


@lru_cache(maxsize=1024)  # several rules ask it of each link
def name_and_page(url: str) -> tuple[str, str]:
    """The provider's name and the public page of an embed's address; no name where it is nobody known.

    An address of a service that frames other sites' embeds is read as the one that it frames.
    """
    if found := _known(url):
        return _page(url, *found)
    framed = _framed(url)
    if framed and (found := _known(framed)):
        return _page(framed, *found)
    return "", framed if framed and _FRAMES_ALL.match(url) else _FRAME_OF_WORDPRESS.sub("/", url)


@lru_cache(maxsize=1024)
def has_page(url: str) -> bool:
    """Whether an address leads to one film, post or graphic of a known provider, not to its site or its script."""
    found = _known(url) or _known(_framed(url))
    return found is not None and (found[0].page != "" or found[0].name in BY_ADDRESS)


def _known(url: str) -> tuple[Provider, re.Match[str]] | None:
    for provider in PROVIDERS:
        if provider.word in url and (match := provider.pattern.match(url)):
            return provider, match
    return None


def _page(url: str, provider: Provider, match: re.Match[str]) -> tuple[str, str]:
    page = match.expand(provider.page) if provider.page else url
    return provider.name, unquote(page) if _SPELT.match(page) else page


def _framed(url: str) -> str:
    """The address that stands in another one's query; "" where none does."""
    found = _IN_QUERY.search(url) if "3A" in url or "3a" in url else None
    return unquote(found[1]) if found else ""
