"""Identity: by which names an article is known again. Pure: addresses and text in, keys out.

In the order in which they are believed:

1. the site's own id, where its page or address has one
2. the canonical link, where it is plausible (same site, not the home page)
3. the address, in a spelling that tracking parameters, AMP, mobile hosts, http or https do not change
4. the text, where nothing else says so (newscrawl/store/near_duplicates.py)

A name becomes a key of 64 bits; a page has as many as it was met under.
"""

import re
from functools import lru_cache
from hashlib import blake2b

from w3lib.url import canonicalize_url

# Parameters that say where a reader came from, not what is shown. From the lists of ClearURLs, Firefox's and Brave's
# query stripping, and those of analytics tools that news sites use (AT Internet, Piano, Webtrekk, Matomo, Parse.ly).
# The last line: which visit it is, as PHP, Java and ColdFusion put it into every link for a visitor without cookies.
TRACKING = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik s_kwcid
    mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid wickedid
    _ga _gl _openstat ncid nsukey cmpid icid ito ocid sc_cid s_cid wt_mc wt_zmc xtor xtref xts ns_mchannel ns_source
    ns_campaign ns_linkname ns_fee smid smtyp partner_id at_medium at_campaign at_custom1 at_custom2 at_custom3
    at_custom4 at_link_id at_link_origin at_link_type at_ptr_name at_bbc_team at_format traffic_source feature_id
    __twitter_impression soc_src soc_trk guccounter guce_referrer guce_referrer_sig spm share_source share_medium
    cid_source ref_src ref_url sh sr_share sref maca
    phpsessid jsessionid sessionid session_id sessid cfid cftoken
    """.split()
)
TRACKING_STARTS = ("utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "itm_", "trk_", "aspsessionid")
# Parameters that ask for another dress of the same page: AMP, print, a mobile view.
DRESS = frozenset({"amp", "outputtype", "output", "print", "printable", "view", "mobile", "m"})
DRESSES = frozenset({"", "1", "true", "amp", "amp-type", "print", "mobile", "desktop", "yes"})

# Address as it will stay: most are, and what remains costs 26 µs in canonicalize_url.
PLAIN = re.compile(r"https?://[a-z0-9.-]+(/[A-Za-z0-9._~/-]*)?\Z")
HOST_DRESS = re.compile(r"\A(?:www\d?|m|mobile|mobil|amp|touch|wap)\.(?=[^.]+\.[^.])")
# https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a and https://www.google.com/amp/s/www.example.com/a
AMP_CACHE = re.compile(
    r"\Ahttps?://(?:[^/]+\.cdn\.ampproject\.org/(?:[acivw]p?/)?|(?:www\.)?google\.[a-z.]+/amp/)(?:s/)?(?=[^/]+\.)"
)
SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)
PATH_DRESS = re.compile(r"/amp(?:\.html)?\Z|\.amp(?=\.html?\Z|\Z)|\A/amp(?=/)", re.IGNORECASE)


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
    return HOST_DRESS.sub("", bare(host)) + path + ("?" + told if told else "")


def bare(host: str) -> str:
    """A host without the port that its scheme implies."""
    return host.removesuffix(":443").removesuffix(":80")


def telling(query: str) -> str:
    """The part of a query that says which page is meant; sorted, for canonicalize_url sorted it."""
    return "&".join(pair for pair in query.split("&") if not idle(*pair.partition("=")[::2]))


def idle(name: str, value: str) -> bool:
    """Whether a parameter changes nothing about which article is shown."""
    name = name.lower()
    if name in TRACKING or name.startswith(TRACKING_STARTS):
        return True
    return name in DRESS and value.lower() in DRESSES


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


def plausible(canonical: str, url: str) -> bool:
    """Whether a canonical link can be believed on a page at `url`: same site, and not the home page.

    Templates that name the home page, a section, a staging host or a syndication partner on every page are common;
    one such link believed makes one article out of all.
    """
    here, there = spelling(url), spelling(canonical)
    if here == there:
        return True
    host, _, path = there.partition("/")
    if not path.strip("/") or not same_house(host, here.partition("/")[0]):
        return False
    # A canonical link that the page's own address continues is a section's (/news on /news/world/story), unless it has
    # a number: /article/123 on /article/123/new-title.
    return not here.startswith(there.partition("?")[0] + "/") or any(c.isdigit() for c in path)


def same_house(one: str, other: str) -> bool:
    """Whether two hosts belong to one publisher: equal, or sisters in one domain."""
    return domain(one) == domain(other)


@lru_cache(1024)
def domain(host: str) -> str:
    """The part of a host that one publisher owns, e.g. example.co.uk of a.b.example.co.uk, without the suffix list.

    A guess that is too wide costs nothing here: the host comes from a page of the site itself.
    """
    name = host.partition(":")[0]
    labels = name.split(".")
    if len(labels) <= 2 or name.replace(".", "").isdigit():
        return host
    double = len(labels[-1]) == 2 and (len(labels[-2]) <= 3 or labels[-2] in {"info", "press", "gouv"})
    return ".".join(labels[-3 if double else -2 :])
