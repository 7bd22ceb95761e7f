"""Values that a page's scripts are given: JSON, and the literals of JavaScript that are no JSON."""

import json
import re
from typing import Any

from newscrawl.text.json import whole

DEEPEST = 150
"""Levels of brackets. Deeper ones are no data of an article."""

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?P<mark>[{}\[\]:,()])|"""
    r"(?P<word>-?\.?[\w$][\w$.+]*|!0|!1))",
    re.DOTALL,
)
_REGISTER = "$R"
"""Where Seroval, with which TanStack and Solid write data, notes each value."""

_NOTED = re.compile(r"\$R\[\d{1,6}\]=(?=[\[{])")

MOST_NOTED = 60
"""Values that are begun to be read. The outermost of them hold the others."""

_FUNCTION = re.compile(r"\s*+(?:\(\s*+)?+function\s*+\(([\w$,\s]*+)\)\s*+\{\s*+return\s*+(?=[{\[(])")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "undefined": None, "!0": True, "!1": False}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PLACE = re.compile(r"_\d{1,7}", re.ASCII)
_SIGNS = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "v": "", "0": "", "\n": ""}


def script_value(text: str, at: int = 0) -> Any:
    """The value that begins at a place of a script. Raises ValueError where none can be read."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(whole(text[at:]))[0]
    except (ValueError, RecursionError):
        pass
    if (call := _FUNCTION.match(text, at)) is None:
        return _Reader(text, at, {}).value()
    return _called(text, call)


def _called(text: str, call: re.Match[str]) -> Any:
    """What a function that is called at once returns: `(function(a,b){return {x:a}}("text",1))`."""
    end = max(text.rfind("}(", call.end()), text.rfind("})(", call.end()))
    start = text.find("(", end)
    if end < 0:
        raise ValueError("no call")
    given = _Reader(text, start, {}).items(")")
    names = [name.strip() for name in call[1].split(",")]
    return _Reader(text, call.end(), dict(zip(names, given, strict=False))).value()


def noted(text: str) -> list[Any]:
    """The values that a script notes one after the other as Seroval writes them, each with those inside it."""
    known: dict[str, Any] = {}
    found: list[Any] = []
    at = 0
    for _ in range(MOST_NOTED):
        if (match := _NOTED.search(text, at)) is None:
            break
        reader, before = _Reader(text, match.start(), known), len(known)
        try:
            found.append(reader.value())
        except (ValueError, RecursionError, IndexError):
            found += list(known.values())[before:]  # what is whole inside of what is not
        at = max(reader.at, match.end())
    return found


class _Reader:
    """Reads a literal token by token. `known`: what single names stand for."""

    def __init__(self, text: str, at: int, known: dict[str, Any]) -> None:
        self._text, self._at, self._known, self._depth = text, at, known, 0

    @property
    def at(self) -> int:
        """The place behind what was read."""
        return self._at

    def value(self) -> Any:
        token = self._next()
        if token["text"]:
            return _unescaped(token["text"][1:-1])
        if token["word"]:
            return self._word(token["word"])
        if token["mark"] == "{":
            return self._object()
        if token["mark"] == "[":
            self._at = token.start("mark")
            return self.items("]")
        raise ValueError("no value")

    def items(self, end: str) -> list[Any]:
        """The values between a bracket, at which it stands, and its end."""
        self._open()
        self._next()
        found: list[Any] = []
        while not self._passes(end):
            found.append(None if self._peek() == "," else self.value())
            self._passes(",")
        return found

    def _object(self) -> dict[str, Any]:
        self._open()
        found: dict[str, Any] = {}
        while not self._passes("}"):
            token = self._next()
            key = _unescaped(token["text"][1:-1]) if token["text"] else token["word"]
            if not key or not self._passes(":"):
                raise ValueError("no key")
            found[key] = self.value()
            self._passes(",")
        return found

    def _word(self, word: str) -> Any:
        if word == _REGISTER and self._peek() == "[":
            return self._registered()
        if word in self._known:
            return self._known[word]
        if word == "void":
            self._next()
            return None
        if word == "new":
            return self.value()
        if self._peek() == "(":
            self._at = self._text.index("(", self._at)
            given = self.items(")")
            return given[0] if given else None
        try:
            return _WORDS[word] if word in _WORDS else float(word)
        except ValueError:
            return None

    def _registered(self) -> Any:
        """A value that is noted under a number as it is written, `$R[7]={…}`, or one that was: `$R[7]`."""
        self._at = self._text.index("[", self._at)
        name = f"{_REGISTER}{self.items(']')[:1]}"
        if self._text.startswith("=", self._at):
            self._at += 1
            self._known[name] = self.value()
        return self._known.get(name)

    def _open(self) -> None:
        self._depth += 1
        if self._depth > 100_000:
            raise ValueError("too many brackets")

    def _peek(self) -> str:
        match = _TOKEN.match(self._text, self._at)
        return (match["mark"] or "") if match else ""

    def _passes(self, mark: str) -> bool:
        if self._peek() != mark:
            if _TOKEN.match(self._text, self._at) is None:
                raise ValueError("not closed")
            return False
        self._next()
        return True

    def _next(self) -> re.Match[str]:
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            raise ValueError("not closed")
        self._at = match.end()
        return match


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    plain = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _SIGNS.get(m[3], m[3]), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def revived(values: list[Any]) -> Any:
    """What a flat list means in which places are numbers, as Nuxt (devalue) and Remix (turbo-stream) write it."""
    return _FlatList(values).at(0, 0)


class _FlatList:
    """A list whose values name others by their places; each is made once, and nothing inside itself."""

    def __init__(self, values: list[Any]) -> None:
        self._values = values
        self._done: dict[int, Any] = {}

    def at(self, place: Any, depth: int) -> Any:
        """The value at a place; None where there is none."""
        is_place = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(self._values)
        if not is_place or depth > DEEPEST:
            return None
        if place not in self._done:
            self._done[place] = None
            self._done[place] = self._made(self._values[place], depth)
        return self._done[place]

    def _made(self, value: Any, depth: int) -> Any:
        if isinstance(value, dict):
            return {self._named(key, depth): self.at(place, depth + 1) for key, place in value.items()}
        if not isinstance(value, list):
            return value
        if value and isinstance(value[0], str):
            return self.at(value[1], depth + 1) if len(value) == 2 and isinstance(value[1], int) else value[-1]
        return [self.at(place, depth + 1) for place in value]

    def _named(self, key: str, depth: int) -> str:
        name = self.at(int(key[1:]), depth + 1) if _PLACE.fullmatch(key) else key
        return name if isinstance(name, str) else key
