"""The canonical spelling of an address: one for all the addresses that lead to the same article."""

import re
from functools import lru_cache

from w3lib.url import canonicalize_url

from newscrawl.urls.domain import same_domain
from newscrawl.urls.tracking import changes_nothing

# Address as it will stay: most are, and what remains costs 26 µs in canonicalize_url.
PLAIN = re.compile(r"https?://[a-z0-9.-]+(?::[1-9]\d{0,4})?(/[A-Za-z0-9._~/-]*)?\Z")
HOST_DRESS = re.compile(r"\A(?:www\d?|m|mobile|mobil|amp|touch|wap)\.(?=[^.]+\.[^.])")
# https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a and https://www.google.com/amp/s/www.example.com/a
AMP_CACHE = re.compile(
    r"\Ahttps?://(?:[^/]+\.cdn\.ampproject\.org/(?:[acivw]p?/)?|(?:www\.)?google\.[a-z.]+/amp/)(?:s/)?(?=[^/]+\.)"
)
SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)
# A number or several words: a path that tells one article by itself, whatever its query says.
_OF_ONE_ARTICLE = re.compile(r"\d{4}|-\w+-")
PATH_DRESS = re.compile(r"/amp(?:\.html)?\Z|\.amp(?=\.html?\Z|\Z)|\A/amp(?=/)", re.IGNORECASE)


# An article's address is asked about thirty times from its link to its post.
@lru_cache(maxsize=256)
def spelling(url: str) -> str:
    """The one spelling of an address: `host/path?query`, without scheme, tracking, AMP, mobile host and last slash.

    Not an address to ask for. Never raises; what is no address comes back as it is.
    """
    if AMP_CACHE.match(url):
        url = AMP_CACHE.sub("https://", url)
    if not PLAIN.match(url):
        try:
            url = canonicalize_url(url)
        except ValueError:
            return url
    rest = url.partition("://")[2]
    address, _, query = rest.partition("?")
    host, slash, path = address.partition("/")
    path = PATH_DRESS.sub("", slash + SESSION.sub("", path).rstrip("/")).rstrip("/")
    told = telling(query) if query else ""
    return HOST_DRESS.sub("", without_port(host)) + path + ("?" + told if told else "")


def without_port(host: str) -> str:
    """A host without the port that its scheme implies."""
    return host.removesuffix(":443").removesuffix(":80")


def telling(query: str) -> str:
    """The part of a query that says which page is meant; sorted, for canonicalize_url sorted it."""
    return "&".join(pair for pair in query.split("&") if not changes_nothing(*pair.partition("=")[::2]))


def plausible(canonical: str, url: str) -> bool:
    """Whether a canonical link can be believed on a page at `url`: same site, not the home page, one article's alone.

    Templates that name the home page, a section, a staging host or a syndication partner on every page are common;
    one such link believed makes one article out of all.
    """
    here, there = spelling(url), spelling(canonical)
    if here == there:
        return True
    address, _, query = there.partition("?")
    own, _, own_query = here.partition("?")
    host, _, path = address.partition("/")
    if not (path or query) or not same_domain(host, own.partition("/")[0]):
        return False
    if address == own and own_query and not query:  # it drops what tells the articles of one script apart
        return bool(_OF_ONE_ARTICLE.search(path))
    # A canonical link that the page's own address continues is a section's (/news on /news/world/story), unless it has
    # a number: /article/123 on /article/123/new-title.
    return not own.startswith(address + "/") or any(c.isdigit() for c in path)
