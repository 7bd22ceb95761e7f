"""Data in attributes of elements that a script fills: Astro's islands, Inertia, Rails, Stimulus, Livewire."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from newscrawl.text.page_values import LONGEST_NAME, Named, loaded

_HELD = re.compile(rb"""=(?:"(?=\[?\{&(?:quot|#34);)|'(?=\[?\{"))""")

_HELD_NAME = re.compile(
    rb"(?:\s|[-:])(page|props|state|data|json|payload|snapshot|model|items?|posts?|articles?|story|stories|news)(?:-(?:value|json|data))?\Z"
)

_SMALLEST = 200
"""Characters: small ones are settings."""

LEVELS = 100
"""Of objects in objects; an article's data has a dozen."""


def of_attributes(source: bytes) -> Iterator[Named]:
    """What attributes hold."""
    for match in _HELD.finditer(source):
        named = _HELD_NAME.search(source[max(0, match.start() - LONGEST_NAME) : match.start()])
        end = source.find(match[0][-1:], match.end())
        if named and end - match.end() >= _SMALLEST:
            value = loaded(unescape(source[match.end() : end].decode("utf-8", "replace")).encode("utf-8", "replace"))
            yield named[1].decode(), _of_island(value) if named[1] == b"props" else value


def _of_island(value: Any, levels: int = LEVELS) -> Any:
    """What Astro writes in pairs of a kind and a value, where it does; kind 1 is a list."""
    if not levels:
        return None
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], int):
        kind, held = value
        is_list = kind == 1 and isinstance(held, list)
        return [_of_island(item, levels - 1) for item in held] if is_list else _of_island(held, levels - 1)
    if isinstance(value, dict):
        return {key: _of_island(item, levels - 1) for key, item in value.items()}
    return value
