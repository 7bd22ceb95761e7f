"""Control characters: they stand in pages by mistake, or to do harm.

The parser passes them on, but an element that is made of what it read refuses them, and with it the page: so they go.
"""

import re

_DELETED = bytes(n for n in range(1, 32) if n not in b"\t\n\f\r")
_FORM_FEED = bytes.maketrans(b"\f", b" ")
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""The last two signs of Unicode's first plane."""

_REFERENCE = re.compile(
    rb"&#(?:0{0,9}(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|"
    rb"[xX]0{0,9}(?:[1-8bBcCeEfF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)


def without_control_characters(markup: bytes) -> bytes:
    """Markup in UTF-8 without control characters; blanks part what stood around references to them."""
    markup = markup.translate(_FORM_FEED, _DELETED)
    if b"\xef" in markup:  # most pages have none, and one byte is found far sooner than three
        for sign in _NO_CHARACTERS:
            markup = markup.replace(sign, b" ")
    return _REFERENCE.sub(b" ", markup)
