"""Control signs: pictures that draw a page's controls, badges, counters, members' portraits: by their addresses."""

import re
from functools import lru_cache

from newscrawl.text.letters import letters
from newscrawl.urls.parts import host_of, split

# What a control does, in the words of files' names.
_DOES = frozenset(
    "arrow arrows pfeil chevron caret close zoom lupe loupe magnifier expand enlarge fullscreen spinner loader loading "
    "menu hamburger search lock unlock print printer printfriendly share pin pinit download play pause mute comment "
    "comments cmnt reply bookmark offline online scale tag".split()
)
_IS_ICON = frozenset("icon icons ico icn btn button buttons lightbox".split())
_LOOKS = frozenset(
    "svg up down left right in out top back rauf runter new small sm md lg w white black dark light blue red gray grey "
    "bold regular solid outline animated".split()
)
_SHOPS = frozenset("google play apple store appstore huawei appgallery".split())
_PAPER = frozenset("printlogo headerlogo footerlogo sitelogo".split())
_PLACES = frozenset("print header footer site".split())

# Words of a name; an article's picture is called by a sentence.
MOST_WORDS = 6

_WORD = re.compile(r"[a-z]+")
_COUNTS = re.compile(
    r"//(?:[\w-]{0,40}track(?:er|ing|s?rv)?|counter|beacon|metrics)\.|/(?:f?counter|beacon|pixel|track)\.(?:php|gif|cgi)\b"
    r"|/(?:custom|user_?)?avatars/|creativecommons\.org/(?:l|presskit)/|//licensebuttons\.net/",
    re.IGNORECASE,
)

_OF_PLUGINS = re.compile(
    r"/(?:wp-content/(?:mu-)?plugins|(?:sites/all|core)/modules|modules/mod_[\w-]+)/"
    r"(?![^?#]{0,80}(?:tex|math|formula|cache/|pictures/))[^?#]{1,300}\.(?:png|gif|svg)\Z",
    re.IGNORECASE,
)
"""Files that come with a plugin: buttons to print and to share, letters for members without a portrait; no formulas,
which it draws for the text."""


@lru_cache(maxsize=512)
def is_control_sign(address: str) -> bool:
    """Whether an image's address is that of an icon of a button, a shop's or licence's badge, a counter, a member's."""
    if _COUNTS.search(address) or _OF_PLUGINS.search(address):
        return True
    folder, _, name = split(address).path.lower().rpartition("/")
    words = frozenset(_WORD.findall(name))
    if words & _PAPER or ("logo" in words and words & _PLACES) or ("badge" in words and words & _SHOPS):
        return len(words) <= MOST_WORDS
    if "logo" in words and name.endswith(".svg") and _of_its_host(address, name):
        return True  # another's may be what the article shows
    if not words & _DOES or name.endswith((".jpg", ".jpeg")):
        return False
    is_icon = bool(words & _IS_ICON) or not _IS_ICON.isdisjoint(folder.split("/"))
    return words <= _DOES | _LOOKS if name.endswith(".svg") and not is_icon else is_icon and len(words) <= MOST_WORDS


def _of_its_host(address: str, name: str) -> bool:
    """Whether a file is called like the host that it lies on."""
    labels = (letters(label) for label in host_of(address).split(".")[:-1])
    return any(len(label) >= LEAST_NAME and label in letters(name) for label in labels)


LEAST_NAME = 4
"""Letters from which a label of a host is a name: "www" and "img" are shorter."""
