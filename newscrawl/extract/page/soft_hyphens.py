"""Soft hyphens: places where a browser may break a word.

Some systems write them into every long word. Nobody sees them, but who searches for the word does not find it, and two
texts that read the same are not equal: so they go.
"""

import re

_MARKS = (b"\xc2\xad", b"&shy;", b"&#173;", b"&#x", b"&#X")
_WRITTEN = re.compile(rb"\xc2\xad|&shy;|&#173;|&#[xX]0{0,4}[aA][dD];")


def without_soft_hyphens(markup: bytes) -> bytes:
    """Markup in UTF-8 without soft hyphens, as characters or as references."""
    return _WRITTEN.sub(b"", markup) if any(mark in markup for mark in _MARKS) else markup
