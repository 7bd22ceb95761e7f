"""RequestContext: what a request is for. It goes with the request through Scrapy, redirects and retries included."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Literal

from scrapy import Request
from scrapy.http import Response

KEY = "newscrawl"
"""Its key in `request.meta`, the only one there that is not Scrapy's."""

Kind = Literal["", "article", "listing", "feed", "sitemap", "home", "section", "robots", "guess"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestContext:
    """What newscrawl wants to know of a request when its answer comes."""

    kind: Kind = ""
    """What is expected there. "home", "section", "robots" and "guess" are what looking around a site gives; "" is for
    requests that are none of the spider's, such as those for images."""

    address: str = ""
    """An article's address as the link had it, before redirects: what the store knows the page by."""

    page: int = 1
    """Which page of a listing it is."""

    level: int = 0
    """How many sitemaps led to this sitemap."""

    reach: float = inf
    """How late the articles of a listing reach, in seconds since 1970; inf while nobody knows."""

    before: frozenset[str] = frozenset()
    """The links that a listing's earlier pages had."""

    places: Sequence[str] = ()
    """Of a guess: the usual places to try if nothing stands here."""

    offset: int = 0
    """How many articles of a listing came before, for a site whose further pages are asked for by number."""

    refreshed: bool = False
    """Whether a page led here by a refresh: no second one is followed."""

    answered_at: float | None = None
    """When the answer came, in seconds since 1970, where it is recorded or replayed: a replay has the recorded time."""


NONE = RequestContext()


def context_of(message: Request | Response) -> RequestContext:
    """The context of a request, or of the request that an answer came to."""
    context: RequestContext = message.meta.get(KEY, NONE)
    return context


def with_context(request: Request, **changes: Any) -> Request:
    """The same request; its context has other values from now on."""
    request.meta[KEY] = replace(context_of(request), **changes)
    return request
