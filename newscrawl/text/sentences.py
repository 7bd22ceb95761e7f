"""Sentences: where one ends and another begins in a text."""

import re

_NEXT = re.compile(r"\w[.!?…][\"”»)]?\s+\S|[。！？].")


def has_several(text: str) -> bool:
    """Whether a text is more than one sentence."""
    return _NEXT.search(text) is not None
