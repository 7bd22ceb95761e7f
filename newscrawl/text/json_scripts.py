"""Data in scripts of a type that is none of code: JSON of Next.js and Nuxt, Qwik's objects, Ember's shoebox."""

import re
from collections.abc import Iterator
from typing import Any

from newscrawl.text.page_values import Named, bounded, loaded
from newscrawl.text.script_values import revived

_JSON = re.compile(
    rb"<script\b([^<>]{0,500}\btype=[\"']?(?:application/(?:json|ld\+json)|qwik/json|fastboot/shoebox)\b[^<>]{0,500})>",
    re.I,
)

_BASE_36 = re.compile(r"[0-9a-z]{1,6}")
_ID = re.compile(rb"\bid=[\"']?([\w-]+)", re.I)
_ANGULAR_SIGNS = {b"q": b'"', b"s": b"'", b"l": b"<", b"g": b">", b"a": b"&"}
_ANGULAR = re.compile(rb"&([qslga]);")


def of_json_scripts(source: bytes) -> Iterator[Named]:
    end = 0
    for match in _JSON.finditer(source):
        if match.start() < end:
            continue
        end = source.find(b"</script", match.end())
        if end < 0:
            return
        value = _unwrapped(loaded(_as_json(source[match.end() : end])))
        name = said[1].decode() if (said := _ID.search(match[1])) else "application/json"
        is_flat = isinstance(value, list) and value and name == "__NUXT_DATA__"
        if isinstance(value, dict) and b"qwik" in match[1]:
            yield "Qwik's objects", _of_qwik(value)
        else:
            yield name, bounded(revived(value)) if is_flat else value


def _of_qwik(value: dict[str, Any]) -> Any:
    """Qwik's objects, in which the others' places stand as numbers of base 36."""
    held = value.get("objs") or value.get("_objs")
    if not isinstance(held, list):
        return None
    roots = [place for place, item in enumerate(held, 1) if isinstance(item, dict)]
    return bounded(revived([roots, *map(_with_places, held)]))


def _with_places(item: Any) -> Any:
    if isinstance(item, dict):
        return {key: _place(name) for key, name in item.items()}
    return [_place(name) for name in item] if isinstance(item, list) else item


def _place(name: Any) -> int:
    is_place = isinstance(name, str) and _BASE_36.fullmatch(name)
    return int(name, 36) + 1 if is_place else -1


def _as_json(data: bytes) -> bytes:
    """JSON in a comment, as Hypernova writes it, or with signs that Angular has written as references of its own:
    {&q;title&q;: …}."""
    if (held := data.strip()).startswith(b"<!--"):
        return held[4:].removesuffix(b"-->").replace(b"&gt;", b">").replace(b"&amp;", b"&")
    if b"{&q;" not in data[:200]:
        return data
    return _ANGULAR.sub(lambda reference: _ANGULAR_SIGNS[reference[1]], data)


def _unwrapped(value: Any) -> Any:
    """What an answer held that the page's server had already, as SvelteKit keeps it: JSON in a text."""
    is_answer = isinstance(value, dict) and value.keys() >= {"status", "body"} and isinstance(value["body"], str)
    return loaded(value["body"].encode("utf-8", "replace")) or value if is_answer else value
