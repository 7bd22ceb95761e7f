"""What all readers of a page's data share: JSON read leniently, and a bound on what parts add up to."""

import json
from typing import Any

from newscrawl.text.json import whole

LARGEST = 6_000_000
"""Bytes. A page with more is not looked at for its data."""

LONGEST_NAME = 80
"""Characters of a name of data: what stands before a value is looked at no farther."""

Named = tuple[str, Any]
"""Where a value stands, in words, and the value."""


def loaded(data: bytes) -> Any:
    """The value of a piece of JSON in UTF-8; None where it is none."""
    try:
        return json.loads(whole(data.decode("utf-8", "replace")), strict=False)
    except (ValueError, RecursionError):
        return None


def bounded(value: Any) -> Any:
    """A value in which parts may stand many times over; None where they add up to more than a page may hold."""
    left, stack = 2 * LARGEST, [value]
    while stack:
        held = stack.pop()
        left -= 20 + (len(held) if isinstance(held, str) else 0)
        if left < 0:
            return None
        if isinstance(held, dict | list):
            stack += held.values() if isinstance(held, dict) else held
    return value
