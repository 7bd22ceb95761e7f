"""What an article's address says: the canonical URL, the next part, the site's own id."""

import re
from urllib.parse import parse_qsl

from newscrawl.element import Element
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.urls.canonical import plausible
from newscrawl.urls.parts import split, without_fragment, without_scheme

ID_METAS = (
    "article:id", "og:article:id", "article_id", "article-id", "articleid", "cxenseparse:articleid",
    "cxenseparse:recs:articleid", "parsely-post-id", "sailthru.contentid", "contentid", "content-id", "content_id",
    "brightspot.contentid", "bt:id", "ps-id", "post_id", "postid", "story_id", "storyid", "news_id",
    "dcsext.articleid",
)  # fmt: skip

# An id of a content system: a number, a UUID or a hash; a word or a short number is something else.
_ID = re.compile(r"\d{4,20}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=\w*\d)\w{8,40}", re.I)
_HASH = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])", re.I)
# At the begin or the end of an address's last part, where systems put it; in between it is a number of the headline.
_NUMBER = re.compile(r"^\d{6,12}(?!\d)|(?<!\d)\d{6,12}(?=(?:\.\w{2,5})?$)")
_DATE = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])")
_NODE = re.compile(r"/node/(\d+)$")
_WORDPRESS = re.compile(r"\bpost(?:id)?-(\d+)\b")

# How the parts of an article are numbered: /2, /page/2, ?page=2, -2.html, _2.html, ,2.html
_PART = re.compile(
    r"/(?:page|seite|pagina|p)?/?(\d{1,2})/?$|[?&](?:page|p|seite|pagina|pg)=(\d{1,2})$|"
    r"[-_,](?:page-?|seite-?|p)?(\d{1,2})(\.\w{3,5})$",
    re.I,
)


def canonical(page: Page) -> tuple[str, str]:
    """The article's own address, and where it stands: the page's where nothing plausible is declared."""
    declared = [(e.get("href"), "link canonical") for e in page.links.get("canonical", ())]
    declared.append((page.meta("og:url"), "meta og:url"))
    for address, source in declared:
        url = without_fragment(page.absolute(address))
        if url and plausible(url, page.url):
            return _secure_as(url, page.url), source
    return without_fragment(page.url), "address"


def next_page(page: Page) -> str:
    """The address of the article's next part, or "": a link to the next article differs in more than the number."""
    own = without_fragment(page.url)
    stem, number = _stem(own)
    parts = {(stem, number + 1), (without_scheme(own), 2)}  # a number at its end may be the article's: /archives/36
    for element in (*page.links.get("next", ()), *page.pagers):
        url = without_fragment(page.absolute(element.get("href")))
        if url and _stem(url) in parts and not _of_comments(element):
            return url
    return ""


def _of_comments(link: Element) -> bool:
    """Whether a link leads through the readers' comments."""
    return any(has_role(a, "comments", "class", "id") for a in (link, *link.iterancestors()))


def site_id(page: Page, url: str) -> tuple[str, str]:
    """The site's own id of the article, and where it stands; "" where none is sure. `url`: the canonical one."""
    for name in ID_METAS:
        if (value := page.meta(name)) and _ID.fullmatch(value):
            return value, f"meta {name}"
    if found := _wordpress(page):
        return found, "WordPress"
    for value in page.said("identifier"):
        text = structured.text(value, "value")
        if _ID.fullmatch(text) and text in url:
            return text, "JSON-LD identifier"
    if (named := _named_id(page, url))[0]:
        return named
    last = split(url).path.rstrip("/").rsplit("/", 1)[-1]
    ids = _HASH.findall(last)
    if not ids and len(re.findall(r"\d{5,}", last)) == 1:  # of two, one may be the section's
        ids = [n for n in _NUMBER.findall(last) if not _DATE.match(n) and not n.endswith("000")]
    return (ids[0], "address") if len(ids) == 1 else ("", "")


def _named_id(page: Page, url: str) -> tuple[str, str]:
    """The id of a meta tag of any name that ends in "id", where it is a part of the address; Drupal's node."""
    short = next((e.get("href") or "" for e in page.links.get("shortlink", ())), "")
    if match := _NODE.search(short):
        return match[1], "Drupal"
    parts = split(url).path.split("/")
    named = ((name, values[0]) for name, values in page.metas.items() if name.endswith("id") and values)
    found = ((value, f"meta {name}") for name, value in named if value in parts and _ID.fullmatch(value))
    return next(found, ("", ""))


def _wordpress(page: Page) -> str:
    body = page.tree.find("body")
    names = (body.get("class") or "") if body is not None else ""
    if "single" in names and (match := _WORDPRESS.search(names)):
        return match[1]
    short = next((e.get("href") or "" for e in page.links.get("shortlink", ())), "")
    return dict(parse_qsl(split(page.absolute(short)).query)).get("p", "") if "p=" in short else ""


def _secure_as(url: str, own: str) -> str:
    """Canonical links forgotten on http: are meant as the page was fetched."""
    return "https" + url[4:] if url.startswith("http:") and own.startswith("https:") else url


def _stem(url: str) -> tuple[str, int]:
    """An address without its part's number, and the number: 1 where it has none."""
    match = _PART.search(url)
    if match is None:
        return without_scheme(url), 1
    number = int(next(g for g in match.groups()[:3] if g))
    stem = url[: match.start()] + (match[4] or "")
    return without_scheme(stem), number
