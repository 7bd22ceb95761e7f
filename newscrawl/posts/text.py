"""Text of the front matter: on one line, and safe in themes that print it raw.

Two kinds of theme exist. Most escape a title. Some (Hexo's Volantis in its `<h1>`, attributes and JSON-LD;
list_categories everywhere) print it as it stands: `x" onload="alert(9)` is a script there, and an entity instead would
show literally in the first kind. What is right in both is a character that looks the same and means nothing. It is used
only in text that has the makings of an attack; in all other text every character stays, quotes and apostrophes too.
"""

import re
import unicodedata

from newscrawl.posts import placeholders
from newscrawl.text.characters import printable

# A tag needs "<". Breaking out of an attribute does harm only with "=" behind it. Breaking out of a JavaScript string
# does harm only with a call, an assignment, a template, an escape or another statement: one of = ( ` { \\ ;
_MAKINGS = re.compile(r"[<>=(`{\\;]")
_LOOK_ALIKES = str.maketrans({"<": "＜", ">": "＞", '"': "”", "'": "’"})
_BREAKS = re.compile(r"[\r\n\f\v\x85]+")
_UNSAFE_IN_URL = re.compile(r"[\x00-\x20\x7f\"'<>`{}|\\()^]")
# Longer than any headline; beyond it, it is a text that found its way into the title.
_CHARACTERS = 2_000


def one_line(text: str) -> str:
    """`text` on one line, without what a page cannot show; tabs and inner blanks stay."""
    if not text.isprintable():
        text = printable(_BREAKS.sub(" ", text))
    return placeholders.IN_PAGES.sub(placeholders.as_wide, text.strip()[:_CHARACTERS])


def safe(text: str) -> str:
    """`text` on one line, right in themes that escape and harmless in those that do not.

    >>> safe("Biden's \"plan\", 3 > 2")
    'Biden’s ”plan”, 3 ＞ 2'
    >>> safe("Biden's \"plan\"")
    'Biden\'s "plan"'
    """
    return harmless(one_line(text))


def harmless(text: str) -> str:
    """`text`, with look-alikes where it has the makings of an attack; its lines and blanks stay."""
    return text.translate(_LOOK_ALIKES) if _MAKINGS.search(text) else text


def safe_caption(text: str) -> str:
    """`text` safe where it is Markdown too, as PaperMod's captions and Hugo's summaries are: `[a](javascript:…)` links.

    A shortcode that a site has not got, `{{% a %}}`, ends the build there.

    >>> safe_caption("[a](b)") == "[a]\u2060(b)"
    True
    """
    return safe(text).replace("](", "]\u2060(").replace("{", "{\u2060")


def cut(text: str, size: int) -> str:
    """`text` cut to `size` bytes of UTF-8, at a character; an accent is not cut off its letter."""
    if len(text.encode(errors="ignore")) <= size:
        return text
    kept = text.encode(errors="ignore")[:size].decode(errors="ignore")
    end = len(kept)
    while end and (unicodedata.combining(text[end]) or text[end] in _JOINING):
        end -= 1
    return text[:end].rstrip()


# Marks that `unicodedata.combining` does not count: joiners and variation selectors.
_JOINING = "\u200c\u200d\ufe0e\ufe0f"


def url(address: str) -> str:
    """An http(s) address, spelt so that it ends neither an attribute nor a JavaScript string; "" for any other."""
    if not address.lower().startswith(("http://", "https://")):
        return ""
    spelt = _UNSAFE_IN_URL.sub(lambda c: f"%{ord(c[0]):02X}", printable(address))
    return placeholders.IN_PAGES.sub(placeholders.in_address, spelt)
