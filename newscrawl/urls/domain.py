"""The part of a host that one publisher owns, by the Public Suffix List: example.co.uk of news.example.co.uk."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tldextract import TLDExtract


@lru_cache(1024)
def registrable(host: str) -> str:
    """The registrable domain of a host; the host itself where it has none: an IP address, `localhost`, `gov.uk`.

    Two blogs on one platform, a.github.io and b.github.io, are two publishers: the list has such suffixes too.
    """
    name = host.lower().rstrip(".")
    found = _suffix_list().extract_str(name)
    if found.suffix or not found.subdomain:
        return found.top_domain_under_public_suffix or name
    return ".".join(name.split(".")[-2:])  # an ending that the list does not have is a suffix of one label


def same_domain(one: str, other: str) -> bool:
    """Whether two hosts belong to one publisher: equal but for "www.", or in one registrable domain."""
    return without_www(one) == without_www(other) or registrable(one) == registrable(other)


def without_www(host: str) -> str:
    """A host in lower case without the "www." that nobody means."""
    return host.lower().removeprefix("www.")


@cache
def _suffix_list() -> "TLDExtract":
    # Here, because importing it takes 0.2 s and most hosts that are compared are equal. The list is the package's own
    # copy: none is asked for over the network, none is put on disk.
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
