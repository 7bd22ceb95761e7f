"""Data that a script puts into a variable: `window.__INITIAL_STATE__ = {…}`, stores of Apollo's, Fusion's."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote

from newscrawl.text.json import whole
from newscrawl.text.page_values import LONGEST_NAME, Named
from newscrawl.text.script_values import script_value

_ASSIGNED = re.compile(rb"=\s*+(?=[\[{(J]|[\"'][\[{]\\?[\"\[{])")

_STARTED = re.compile(
    rb"\.(?:start|hydrate(?:Root)?|mount|boot(?:strap)?|init|render)\((?:[\w$.]{1,40},\s{0,9}){1,4}(?=\{)"
)
"""Where a script starts what draws the page, with all that it draws: kit.start(app, element, {…})."""

_NAME = re.compile(
    rb"(?:\b|\.)(__[A-Za-z_]{3,40}__|__[A-Z_]{3,40}|globalContent|contentCache|"
    rb"__[A-Za-z]{2,30}(?:Context|Store|Payload)|[A-Za-z_]*(?:[sS]tate|STATE|[dD]ata|DATA|[pP]rops|PROPS)|"
    rb"_{0,3}preloads?|[A-Za-z_]*(?:[aA]rticle|[pP]ost|[sS]tory|[nN]ews|[cC]ontent|[pP]age)(?:Info|Detail|Model|Json|JSON)?)\Z"
)

# Fusion has what a page is about and what else it shows in one script.
_FUSION = (b"globalContent", b"contentCache")

_PARSED = re.compile(
    r"JSON\.parse\(\s*+((?:window\.)?decodeURI(?:Component)?\(\s*+)?(?:escape\(\s*+)?((?:window\.)?atob\(\s*+)?"
)


def of_variables(source: bytes) -> Iterator[Named]:
    """What is put into variables, and what a script is started with."""
    yield from _of_assignments(source)
    for match in islice(_STARTED.finditer(source), MOST_STARTED):
        end = source.find(b"</script", match.end())
        yield "started with", _read(source[match.end() : end if end >= 0 else None].decode("utf-8", "replace"))


MOST_STARTED = 5
"""Scripts that are begun in a page."""


def _of_assignments(source: bytes) -> Iterator[Named]:
    done, once = 0, set(_FUSION)
    for match in _ASSIGNED.finditer(source):
        named = _NAME.search(source[max(0, match.start() - LONGEST_NAME) : match.start()].rstrip())
        if named is None or (match.start() < done and named[1] not in once):
            continue
        once.discard(named[1])
        end = source.find(b"</script", match.end())
        done = len(source) if end < 0 else end
        text = source[match.end() : done].decode("utf-8", "replace")
        yield named[1].decode(), _read(text)


def _read(text: str) -> Any:
    try:
        if (call := _PARSED.match(text)) is None:
            value = script_value(text)
            return json.loads(whole(value), strict=False) if isinstance(value, str) else value
        inner = script_value(text, call.end())
        if not isinstance(inner, str):
            return inner
        if call[2]:
            inner = b64decode(inner).decode("utf-8", "replace")
        return json.loads(whole(unquote(inner) if call[1] else inner), strict=False)
    except (ValueError, RecursionError, IndexError):
        return None
