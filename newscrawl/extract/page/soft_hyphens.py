"""Soft hyphens: places where a browser may break a word.

Some systems write them into every long word. Nobody sees them, but who searches for the word does not find it, and two
texts that read the same are not equal: so they go.
"""

import re

_CHARACTER = "\xad".encode()
_REFERENCE = re.compile(rb"&(?:#(?:0{0,9}173(?!\d)|[xX]0{0,9}[aA][dD](?![\da-fA-F]));?|shy(?:;|(?![\w=])))")
"""As browsers read them, with or without the semicolon; "&shy=1" is a part of an address."""


def without_soft_hyphens(markup: bytes) -> bytes:
    """Markup in UTF-8 without soft hyphens, as characters or as references."""
    if _CHARACTER[1:] in markup:  # one byte is found far sooner than two
        markup = markup.replace(_CHARACTER, b"")
    return _REFERENCE.sub(b"", markup)
