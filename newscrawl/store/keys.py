"""Keys: what the store knows a page, a listing and a post's file by. Addresses and names in, 64 bits out.

A page has as many keys as names it was met under. They are believed in this order:

1. the site's own id, where its page or address has one
2. the canonical link, where it is plausible (same site, not the home page)
3. the address, in a spelling that tracking parameters, AMP, mobile hosts, http or https do not change
4. the text, where nothing else says so (newscrawl/store/near_duplicates.py)
"""

from hashlib import blake2b

from newscrawl.urls.canonical import spelling


def address_key(site: str, url: str) -> int:
    """The key of an address on a site."""
    return key("url", site, spelling(url))


def id_key(site: str, site_id: str) -> int:
    """The key of the site's own id of an article."""
    return key("id", site, site_id)


def name_key(folded_path: str) -> int:
    """The key of a post's path under OUTPUT, in the spelling in which a file system would take two for one."""
    return key("file", folded_path)


def listing_key(site: str, arguments: str, url: str) -> int:
    """The key of a listing as runs of one kind read it."""
    return key("listing", site, arguments, url)


def key(*parts: str) -> int:
    """64 bits, as SQLite's integers have them."""
    text = "\n".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)
