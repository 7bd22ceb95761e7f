"""Character references that are left in a text because a system escaped it twice."""

import re
from html import unescape

_REFERENCE = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]*+;)")
# What was escaped has none.
_BARE = re.compile(r"&(?!#|[a-zA-Z][a-zA-Z0-9]*+;)")
_OF_ESCAPES = frozenset({"&amp;", "&lt;", "&gt;", "&quot;"})


def resolved(text: str, kept: frozenset[str] = frozenset()) -> str:
    """`text` without references but those `kept`; beside a bare `&`, those of an escape are what the text is about.

    >>> resolved("Q&amp;amp;A: who&amp;#8217;s next"), resolved("AT&T writes &amp;")
    ('Q&A: who’s next', 'AT&T writes &amp;')
    """
    if "&" not in text:
        return text
    stays = kept | _OF_ESCAPES if _BARE.search(text) else kept
    for _ in range(2):
        text = _REFERENCE.sub(lambda found: found[0] if found[0] in stays else unescape(found[0]), text)
    return text
