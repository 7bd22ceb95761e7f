"""Links right before the headline that lead to a folder of the page's own address, or are called like their own."""

import re
from unicodedata import normalize

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.topic_links import LENGTH
from newscrawl.extract.page.links import leads_away
from newscrawl.urls.parts import split

# Words of a section's name in a link to its folder.
WORDS_OF_FOLDER = 5

# Elements before it among which one beside its box stands.
NEAR_KICKER = 3

_OF_ALL = frozenset("about articles article blog blogs news posts post stories story archive archives artikel".split())
"""Folders of all that a site has."""


def folders(near: Near) -> list[str]:
    """What links before the headline say that lead to a folder of the page's own address, the innermost first.

    "Kultur", which leads to /kultur, above /kultur/2026/film.
    """
    own = split(near.page.url).path.strip("/").split("/")[:-1]
    found: dict[str, str] = {}
    for link in near.before if any(map(str.isalpha, "".join(own))) else ():
        last = link.tag == "a" and split(near.page.absolute(link.get("href") or "")).path.rstrip("/").rpartition("/")[2]
        if last and not last.isdecimal() and last in own and last not in found and _is_called(near.text(link), last):
            found[last] = near.text(link)
    return [found[name] for name in reversed(own) if name in found]


def _is_called(text: str, folder: str) -> bool:
    """Whether a link's text is a name of this folder: it begins with a word of it, where it is in Latin letters."""
    words, parts = _plain(text).split(), _plain(re.sub(r"[-_+.]", " ", folder)).split()
    is_short = 1 < len(text) <= LENGTH and len(text.split()) <= WORDS_OF_FOLDER
    return is_short and folder.lower() not in _OF_ALL and (not words or words[0] in parts)


def kicker(near: Near) -> str:
    """What the link beside the headline's box says that is called like its address: "Kultur", /kultur."""
    for link in near.before[:NEAR_KICKER]:
        around, text = link.getparent(), near.text(link)
        if link.tag == "a" and around in near.around and around.tag != "body" and 2 < len(text) <= LENGTH:
            last = split(near.page.absolute(link.get("href") or "")).path.strip("/").rpartition("/")[2]
            if _plain(text) and _plain(last.replace("-", " ")) == _plain(text) and leads_away(near.page, link):
                return text
    return ""


def _plain(name: str) -> str:
    return normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
