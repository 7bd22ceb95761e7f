"""Categories, tags and names: text that generators make addresses, folders and pages of.

A page's section may be any text: `Q?A`, `5: the show`, `a%2fb`, `index.html`. What a generator's addresses cannot carry
is written here with a character that looks the same, found by following every link of built sites
(tests/generators/test_links.py).
"""

import html
import re
import unicodedata
from collections.abc import Callable

from newscrawl.posts.text import cut

# Hugo, Jekyll and Zola make a folder out of a category and fail on one longer than 255 bytes; Zola spells a Chinese
# character with up to seven.
_BYTES = 100
# Generators make a page of every category and tag; a page with more topics than this lists everything it has.
_MOST = 50

# The file of the list of all categories: a category of that name wants to be a folder there, and ends Hugo's build.
_INDEX_FILE = re.compile(r"(?i)(index|sitemap|feed|rss|atom)\.(?=[a-z]{3,5}\Z)")
# What every JavaScript object has. Hexo and Eleventy look names up in plain objects: a tag called "__proto__" ends
# Eleventy's build, such a category costs a post all its categories in Hexo.
_OF_OBJECTS = frozenset(
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty "
    "isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split()
)
# C++, C#: all that tells them from C. Hexo's addresses leave it out, and one page of the two is lost.
_SIGNS = re.compile(r"(?<=\w)[+#]+(?!\w)")
# Hugo's addresses of terms keep "%" before two digits, which a server then decodes.
_IN_HUGO = re.compile("%(?=[0-9A-Fa-f]{2})")
# Signs that Hugo leaves out of an address, with a blank behind them that is left over then: `arts--culture`.
_SIGN_ALONE = re.compile(r"(?<!\S)([^\w\s.\\/\-#+~@]+)\s|\s(?=[^\w\s.\\/\-#+~@]+\Z)")
_BLANK_SIGN = "\u2800"
# A folder above ends the build of Hugo 0.111.
_ABOVE = re.compile(r"(?<![^/])\.\.(?![^/])")
# Jekyll's addresses are read and spelt anew: "?" begins a query, and wide forms become plain ones (NFKC), which no
# folder then has. These have no plain form.
_IN_JEKYLL = str.maketrans({"?": "", "<": "‹", ">": "›"})
# In the first folder of an address it ends what Jekyll takes for a scheme, and the build.
_COLON = "\u2236"


def terms(texts: list[str], write: Callable[[str], str]) -> list[str]:
    """Categories, tags, names, written with `write`: none twice (case aside), wordless or too long for a folder."""
    written = (_INDEX_FILE.sub(r"\1 ", cut(write(text), _BYTES)) for text in reversed(texts))
    found = {term.casefold(): term for term in written if any(map(str.isalnum, term))}
    return list(reversed(found.values()))[:_MOST]


def as_they_are(term: str) -> str:
    """For generators that spell addresses in a way of their own, or make none."""
    return term


def of_no_object(term: str) -> str:
    """Not a name that every JavaScript object has: a no-break space behind it is not seen."""
    return f"{term}\xa0" if term in _OF_OBJECTS else term


def in_hexo(term: str) -> str:
    """For addresses that Hexo makes.

    >>> in_hexo("C++")
    'C＋＋'
    """
    return of_no_object(_SIGNS.sub(lambda signs: "".join(chr(ord(sign) + 0xFEE0) for sign in signs[0]), term))


def in_hugo(term: str) -> str:
    """For addresses that Hugo makes."""
    return _ABOVE.sub("‥", _IN_HUGO.sub("％", term))


def in_hugo_by_urlize(term: str) -> str:
    """For themes of Hugo that write their links with `urlize`, which leaves no two hyphens side by side as pages have.

    >>> in_hugo_by_urlize("Arts & Culture") == "Arts &\u2800Culture"
    True
    """
    return _SIGN_ALONE.sub(lambda found: f"{found[1] or ''}{_BLANK_SIGN}", in_hugo(term))


def signs_in_words(term: str) -> str:
    """For addresses without signs, where wide ones go too.

    >>> signs_in_words("C++")
    'C plus plus'
    """
    return _SIGNS.sub(lambda signs: signs[0].replace("+", " plus").replace("#", " sharp"), term)


def in_eleventy(tag: str) -> str:
    """A tag as small letters, digits and blanks: two tags that Eleventy's `slugify` takes for one end the build.

    >>> in_eleventy("Trump's U.S. visit")
    'trumps u s visit'
    >>> in_eleventy("C++")
    'c plus plus'
    """
    letters = signs_in_words(tag).lower().replace("'", "").replace("’", "")
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in letters).split())


def folders_of_jekyll(categories: list[str]) -> list[str]:
    """Categories for addresses that Jekyll makes, in which each of them is a folder; of tags it makes none."""
    folders = [unicodedata.normalize("NFKC", name).translate(_IN_JEKYLL).strip() for name in categories]
    folders[:1] = [name.replace(":", _COLON) for name in folders[:1]]
    return list(map(_of_no_reference, folders))


def _of_no_reference(name: str) -> str:
    """Not what HTML takes for a character, as in `&nbsp;`: Jekyll's themes write addresses into pages as they stand."""
    return name if html.unescape(name) == name else name.replace("&", "&\u2060")
