"""Whether a name may be a topic: neither the site's, nor a host, a note of the content system, or the headline."""

import re

from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.letters import letters
from newscrawl.text.scripts import ideographic
from newscrawl.urls.domain import registrable, without_www
from newscrawl.urls.parts import host_of

# Letters of a headline that is one (Chinese and Japanese ones are shorter): a topic may be a page's whole title.
HEADLINE_LENGTH, IDEOGRAPHS = 20, 10

_CODE = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{16,}|\d{6,}|\d|\d{4}-\d\d-\d\d|[_@].*|[A-Za-z]{2,3}\d?_.*|"
    r"(?:type|channel)_.*|(?:author|category|section)-[A-Z].*|(?:section|article-type)-[a-z].*|.*:\s?(?:true|false)|(?:post|page|article|node|story|id)-\d+|[a-z]{2}-[A-Z]{2}|/.*|:.*|https?:.*|\[.*\]|\{.*\}|[%$].*|[a-z]",
    re.DOTALL,
)

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}")
_HOST_OF_ANY = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|(?:com?|org)\.[a-z]{2})")
_NO_NAME = frozenset("null|nil|none|undefined|not set|uncategorized|uncategorised|tags|article|n/a".split("|"))


def is_topic(name: str, page: Page) -> bool:
    """Whether a name is neither the site's, nor a host, an id, another note of the system, or the headline."""
    if not any(map(str.isalnum, name)) or name.casefold() in _NO_NAME or _CODE.fullmatch(name):
        return False
    said = letters(name)
    is_long = len(said) >= (IDEOGRAPHS if ideographic(name) else HEADLINE_LENGTH)
    if is_long and said in map(letters, titles(page)):
        return False
    return said not in _own_names(page) and not _is_host(name, page)


def titles(page: Page) -> list[str]:
    """What the page says to machines that its headline is, each once."""
    headline = structured.text((page.article_node or {}).get("headline"))
    return list(dict.fromkeys(filter(None, (page.meta("og:title"), headline, page.head_title))))


def _is_host(name: str, page: Page) -> bool:
    """Whether a name is a host's: of the plain endings any site's, of others the page's own."""
    if not _HOST.fullmatch(name):
        return False
    own = _own_names(page)
    return _HOST_OF_ANY.fullmatch(name) is not None or any(
        len(part) > 2 and letters(part) in own for part in name.split(".")
    )


def _own_names(page: Page) -> frozenset[str]:
    """The site's names; a host's first label ("sport.example.com") is one where the host has no other."""
    host = without_www(host_of(page.url))
    if host.count(".") < 2 or (own := registrable(host)) == host:
        return page.site_names
    first, publisher = (letters(name.split(".")[0]) for name in (host, own))
    return (page.site_names | {publisher}) - {first}
