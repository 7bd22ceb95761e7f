"""The data that a page's scripts draw it from: Next.js, Nuxt, Apollo, Fusion and others, as plain values.

Many pages whose HTML is empty hold all they show as JSON. Nothing of a page's scripts is run.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import unquote

from newscrawl.text.json import whole
from newscrawl.text.script_values import revived, script_value

LARGEST = 6_000_000
"""Bytes. A page with more is not looked at for its data."""

MOST = 60
"""Pieces of data of one page that are read."""

_JSON = re.compile(
    rb"<script\b([^<>]{0,500}\btype=[\"']?(?:application/(?:json|ld\+json)|qwik/json|fastboot/shoebox)\b[^<>]{0,500})>",
    re.I,
)
_BASE_36 = re.compile(r"[0-9a-z]{1,6}")
_ID = re.compile(rb"\bid=[\"']?([\w-]+)", re.I)
_ASSIGNED = re.compile(rb"=\s*+(?=[\[{(J]|[\"'][\[{]\\?[\"\[{])")
_NAME = re.compile(
    rb"(?:\b|\.)(__[A-Za-z_]{3,40}__|__[A-Z_]{3,40}|globalContent|contentCache|"
    rb"__[A-Za-z]{2,30}(?:Context|Store|Payload)|[A-Za-z_]*(?:[sS]tate|STATE|[dD]ata|DATA|[pP]rops|PROPS)|"
    rb"_{0,3}preloads?|[A-Za-z_]*(?:[aA]rticle|[pP]ost|[sS]tory|[nN]ews|[cC]ontent|[pP]age)(?:Info|Detail|Model|Json|JSON)?)\Z"
)
_LONGEST_NAME = 80
# Fusion has what a page is about and what else it shows in one script.
_FUSION = (b"globalContent", b"contentCache")
_PARSED = re.compile(r"JSON\.parse\(\s*+((?:window\.)?decodeURI(?:Component)?\(\s*+)?")
_PUSHED = re.compile(rb"self\.__next_f\.push\(\[1,\s*(\"(?:[^\"\\]|\\.)*+\")\]\)")
_STREAMED = re.compile(rb"streamController\.enqueue\((\"(?:[^\"\\]|\\.)*+\")\)")
_ROW = re.compile(rb"([0-9a-f]+):(?:T([0-9a-f]+),|[A-Z]{0,2})")

_ANGULAR_SIGNS = {b"q": b'"', b"s": b"'", b"l": b"<", b"g": b">", b"a": b"&"}
_ANGULAR = re.compile(rb"&([qslga]);")

# Of an element that a script fills: Astro's islands, Inertia, Rails, Stimulus. Small ones are settings.
_HELD = re.compile(rb"""=(?:"(?=\[?\{&(?:quot|#34);)|'(?=\[?\{"))""")
_HELD_NAME = re.compile(
    rb"(?:\s|[-:])(page|props|state|data|json|payload|items?|posts?|articles?|story|stories|news)(?:-value)?\Z"
)
_SMALLEST = 200
# Of objects in objects; an article's data has a dozen.
LEVELS = 100

FIRST = 20
"""Names of a store that are looked at: "Post:8812" is one of Apollo's."""

Named = tuple[str, Any]
"""Where a value stands, in words, and the value."""


def page_data(source: bytes) -> list[Named]:
    """What a page's scripts and attributes hold, in the page's order; nothing for a page without."""
    if len(source) > LARGEST:
        return []
    found: list[Named] = []
    kinds = (_json_scripts, _assigned, _flight, _streamed, _held)
    for named in (named for kind in kinds for named in kind(source)):
        if isinstance(named[1], dict | list) and len(found) < MOST:
            found.append(named)
    return found


def _json_scripts(source: bytes) -> Iterator[Named]:
    end = 0
    for match in _JSON.finditer(source):
        if match.start() < end:
            continue
        end = source.find(b"</script", match.end())
        if end < 0:
            return
        value = _unwrapped(_loaded(_as_json(source[match.end() : end])))
        name = said[1].decode() if (said := _ID.search(match[1])) else "application/json"
        is_flat = isinstance(value, list) and value and name == "__NUXT_DATA__"
        if isinstance(value, dict) and b"qwik" in match[1]:
            yield "Qwik's objects", _of_qwik(value)
        else:
            yield name, _bounded(revived(value)) if is_flat else value


def _of_qwik(value: dict[str, Any]) -> Any:
    """Qwik's objects, in which the others' places stand as numbers of base 36."""
    held = value.get("objs") or value.get("_objs")
    if not isinstance(held, list):
        return None
    roots = [place for place, item in enumerate(held, 1) if isinstance(item, dict)]
    return _bounded(revived([roots, *map(_with_places, held)]))


def _with_places(item: Any) -> Any:
    if isinstance(item, dict):
        return {key: _place(name) for key, name in item.items()}
    return [_place(name) for name in item] if isinstance(item, list) else item


def _place(name: Any) -> int:
    is_place = isinstance(name, str) and _BASE_36.fullmatch(name)
    return int(name, 36) + 1 if is_place else -1


def _held(source: bytes) -> Iterator[Named]:
    """What attributes hold."""
    for match in _HELD.finditer(source):
        named = _HELD_NAME.search(source[max(0, match.start() - _LONGEST_NAME) : match.start()])
        end = source.find(match[0][-1:], match.end())
        if named and end - match.end() >= _SMALLEST:
            value = _loaded(unescape(source[match.end() : end].decode("utf-8", "replace")).encode("utf-8", "replace"))
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


def _as_json(data: bytes) -> bytes:
    """JSON whose signs Angular has written as references of its own: {&q;title&q;: …}."""
    if b"{&q;" not in data[:200]:
        return data
    return _ANGULAR.sub(lambda reference: _ANGULAR_SIGNS[reference[1]], data)


def _unwrapped(value: Any) -> Any:
    """What an answer held that the page's server had already, as SvelteKit keeps it: JSON in a text."""
    is_answer = isinstance(value, dict) and value.keys() >= {"status", "body"} and isinstance(value["body"], str)
    return _loaded(value["body"].encode("utf-8", "replace")) or value if is_answer else value


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(whole(data.decode("utf-8", "replace")), strict=False)
    except (ValueError, RecursionError):
        return None


def _assigned(source: bytes) -> Iterator[Named]:
    done, once = 0, set(_FUSION)
    for match in _ASSIGNED.finditer(source):
        named = _NAME.search(source[max(0, match.start() - _LONGEST_NAME) : match.start()].rstrip())
        if named is None or (match.start() < done and named[1] not in once):
            continue
        once.discard(named[1])
        end = source.find(b"</script", match.end())
        done = len(source) if end < 0 else end
        text = source[match.end() : done].decode("utf-8", "replace")
        yield named[1].decode(), _referred(_read(text))


def _read(text: str) -> Any:
    try:
        if (call := _PARSED.match(text)) is None:
            value = script_value(text)
            return json.loads(whole(value), strict=False) if isinstance(value, str) else value
        inner = script_value(text, call.end())
        if isinstance(inner, str):
            return json.loads(whole(unquote(inner) if call[1] else inner), strict=False)
        return inner
    except (ValueError, RecursionError, IndexError):
        return None


def _referred(value: Any) -> Any:
    """A store of Apollo's with the nodes themselves in lists that refer to them by name, one level deep."""
    is_store = isinstance(value, dict) and ("ROOT_QUERY" in value or any(":" in key for key in islice(value, FIRST)))
    return _bounded(_with(value, value)) if is_store else value


def _with(value: Any, store: dict[str, Any]) -> Any:
    if isinstance(value, list):
        names = [item.get("__ref") if isinstance(item, dict) else None for item in value]
        return [item if name is None else store.get(name, item) for name, item in zip(names, value, strict=True)]
    return {key: _with(item, store) for key, item in value.items()} if isinstance(value, dict) else value


def _bounded(value: Any) -> Any:
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


def _flight(source: bytes) -> Iterator[Named]:
    """The rows of Next.js' flight data, with texts in place of the references to them."""
    if b"__next_f" not in source:
        return
    parts = [_loaded(part) for part in _PUSHED.findall(source)]
    rows = dict(_rows("".join(part for part in parts if isinstance(part, str)).encode("utf-8", "replace")))
    texts = {f"${name}": value for name, value in rows.items() if isinstance(value, str)}
    filled = [_filled(value, texts) for value in rows.values() if isinstance(value, dict | list)]
    yield "Next.js flight data", _bounded(filled)


def _streamed(source: bytes) -> Iterator[Named]:
    """What React Router and Remix stream to a page, a line of places at a time; the first is the page's."""
    if b"streamController" not in source:
        return
    parts = (_loaded(part) for part in _STREAMED.findall(source))
    for line in "".join(part for part in parts if isinstance(part, str)).split("\n"):
        places = _loaded(line.encode("utf-8", "replace")) if line.startswith("[") else None
        if isinstance(places, list):
            yield "React Router's stream", _bounded(revived(places))


def _rows(data: bytes) -> Iterator[Named]:
    at = 0
    while match := _ROW.match(data, at):
        if match[2]:
            end = match.end() + int(match[2][:8], 16)
            yield match[1].decode(), data[match.end() : end].decode("utf-8", "replace")
            at = end + (data[end : end + 1] == b"\n")
            continue
        end = data.find(b"\n", match.end())
        end = len(data) if end < 0 else end
        yield match[1].decode(), _loaded(data[match.end() : end])
        at = end + 1


def _filled(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, str):
        return texts.get(value, value) if value.startswith("$") else value
    if isinstance(value, list):
        return [_filled(item, texts) for item in value]
    return {key: _filled(item, texts) for key, item in value.items()} if isinstance(value, dict) else value
