"""The catalogue: sites as entries of a YAML file, read and checked; what is wrong is told with its line."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import yaml

from newscrawl.errors import CatalogueError, RhythmError
from newscrawl.rhythm.interval import read_rhythm
from newscrawl.sites.selectors import mistake

Value = str | bool | list[str]
Node = yaml.nodes.Node

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""The name of a site in the catalogue."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One site: its name and the values of its class body."""

    name: str
    values: dict[str, Value]
    line: int
    shared: dict[str, Value]
    """Of the values those that all sites of its country have."""

    file: str

    @property
    def at(self) -> str:
        """Where it stands, for errors."""
        return f"{self.file}:{self.line}"


def read_catalogue(text: str, file: str, *, whole: bool = True) -> list[Entry]:
    """The entries in the file's order. `file`: its name, for errors. Raises `CatalogueError` for the first mistake.

    `whole`: whether each must have a place to start; one of the user's own may complete an entry that ships.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CatalogueError(f"{file}:{line}: {error.problem}") from None
    return read_entries(root, file, whole=whole) if root else []


def with_country(entries: list[Entry], values: Mapping[str, Value]) -> dict[str, Value]:
    """A site's values, and what the entries say of all sites of its country: the time zone."""
    shared = (entry.shared for entry in entries if entry.shared.get("country") == values.get("country"))
    return {**next(shared, {}), **values}


def completed(entry: Entry, described: Mapping[str, Mapping[str, Value]]) -> dict[str, Value]:
    """A site's values. An entry that has no place to start takes what it lacks from the described one of its name."""
    values = entry.values if _starts(entry.values) else {**described.get(entry.name, {}), **entry.values}
    if not _starts(values):
        places = ", ".join(STARTS[:-1])
        raise CatalogueError(f"{entry.at}: {entry.name} has no place to start: {places} or {STARTS[-1]}")
    return values


STARTS = ("home", "start_urls", "feeds", "sitemaps")


def _starts(values: Mapping[str, Value]) -> bool:
    return any(values.get(key) for key in STARTS)


def read_entries(root: Node, file: str, *, whole: bool = True) -> list[Entry]:
    """The entries of a file that was parsed. What has no `sites` below it is an entry by itself, under its name.

    `whole`: as of `read_catalogue`.
    """
    entries = list(_entries(root, file))
    for entry in entries if whole else []:
        completed(entry, {})
    return entries


def _entries(root: Node, file: str) -> Iterator[Entry]:
    met: dict[str, int] = {}
    for country, of_country in _pairs(root, file):
        if "sites" not in [key.value for key, _ in _pairs(of_country, file)] and len(country.value) > 2:
            _check_name(country, met, file)
            yield _entry(country, of_country, {}, file)
            continue
        code = _text(country, file)
        _check(country, file, re.fullmatch(r"[a-z]{2}", code), f"a country's two letters are needed, not {code!r}")
        shared: dict[str, Value] = {"country": code}
        for key, node in _pairs(of_country, file):
            if key.value != "sites":
                shared |= _values(key, node, file)
        for name, node in _pairs(_child(country, of_country, "sites", file), file):
            _check_name(name, met, file)
            yield _entry(name, node, shared, file)


def _check_name(name: Node, met: dict[str, int], file: str) -> None:
    _check(name, file, NAME.fullmatch(name.value), f"{name.value!r} is no name of a site")
    _check(name, file, name.value not in met, f"{name.value} stands in line {met.get(name.value)} already")
    met[name.value] = _line(name)


def _entry(name: Node, node: Node, shared: dict[str, Value], file: str) -> Entry:
    values = dict(shared)
    for key, value in _pairs(node, file):
        values |= _values(key, value, file)
    return Entry(name.value, values, _line(name), shared, file)


def _values(key: Node, node: Node, file: str) -> dict[str, Value]:
    """One key of an entry with its value, checked."""
    if key.value not in KEYS:
        near = difflib.get_close_matches(str(key.value), KEYS, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(KEYS)}"
        _check(key, file, False, f"there is no key {key.value!r}; {hint}")
    return {key.value: KEYS[key.value](node, file, key.value)}


# -- what a value may be -----------------------------------------------------------------------------------------------
def _word(node: Node, file: str, key: str) -> str:
    text = _text(node, file)
    _check(node, file, text, f"{key}: a text is needed")
    return text


def _address(node: Node, file: str, key: str) -> str:
    text = _text(node, file)
    good = re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?|https?://(localhost|\d[\d.]+)(:\d+)?(/\S*)?", text)
    _check(node, file, good, f"{key}: a web address is needed, not {text!r}")
    return text


def _addresses(node: Node, file: str, key: str) -> list[str]:
    return [_address(item, file, key) for item in _items(node, file, key)]


def _words(node: Node, file: str, key: str) -> list[str]:
    return [_word(item, file, key) for item in _items(node, file, key)]


def _word_or_words(node: Node, file: str, key: str) -> str | list[str]:
    return _words(node, file, key) if isinstance(node, yaml.SequenceNode) else _word(node, file, key)


def _selectors(node: Node, file: str, key: str) -> str | list[str]:
    value = _word_or_words(node, file, key)
    for item, text in zip(_items(node, file, key), value, strict=True) if isinstance(value, list) else [(node, value)]:
        problem = mistake(text, css_alone=key == "links")
        _check(item, file, not problem, f"{key}: {text!r} is no selector: {problem}")
    return value


def _language(node: Node, file: str, key: str) -> str:
    text = _text(node, file)
    good = re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text)
    _check(node, file, good, f"{key}: a language tag such as de or zh-Hans is needed, not {text!r}")
    return text


def _zone(node: Node, file: str, key: str) -> str:
    text = _text(node, file)
    try:
        ZoneInfo(text)
    except (ValueError, KeyError, OSError):
        _check(node, file, False, f"{key}: a zone such as Europe/Berlin is needed, not {text!r}")
    return text


def _rhythm(node: Node, file: str, key: str) -> Value:
    value = _word_or_words(node, file, key)
    try:
        read_rhythm(value)
    except RhythmError as error:
        _check(node, file, False, f"{key}: {error}")
    return value


def _switch(node: Node, file: str, key: str) -> bool:
    text = _text(node, file)
    _check(node, file, text in ("true", "false"), f"{key}: true or false is needed, not {text!r}")
    return text == "true"


def _proxy(node: Node, file: str, key: str) -> str:
    text = _text(node, file)
    good = re.fullmatch(r"(https?|socks5h?)://[^\s/]+/?", text)
    _check(node, file, good, f"{key}: a proxy such as socks5://127.0.0.1:1080 is needed")
    return text


def _country(node: Node, file: str, key: str) -> str:
    text = _text(node, file)
    _check(node, file, re.fullmatch(r"[a-z]{2}", text), f"{key}: a country's two letters are needed, not {text!r}")
    return text


KEYS: dict[str, Callable[[Node, str, str], Value]] = {
    "publisher": _word,
    "country": _country,
    "home": _address,
    "language": _language,
    "topic": _word,
    "categories": _words,
    "timezone": _zone,
    "every": _rhythm,
    "browser": _switch,
    "proxy": _proxy,
    "start_urls": _addresses,
    "feeds": _addresses,
    "sitemaps": _addresses,
    "archives": _addresses,
    "whole": _switch,
    "links": _selectors,
    "body": _selectors,
    "remove": _selectors,
    "title": _selectors,
    "authors": _selectors,
    "published": _selectors,
}
"""Every key that an entry may have, and how its value is read."""


# -- nodes -------------------------------------------------------------------------------------------------------------
def _pairs(node: Node, file: str) -> list[tuple[Node, Node]]:
    _check(node, file, isinstance(node, yaml.MappingNode), "names with values below them are needed here")
    return list(node.value)


def _child(country: Node, node: Node, name: str, file: str) -> Node:
    found = next((value for key, value in _pairs(node, file) if key.value == name), None)
    _check(country, file, found is not None, f"{country.value} has no {name}")
    assert found is not None
    return found


def _items(node: Node, file: str, key: str) -> list[Node]:
    good = isinstance(node, yaml.SequenceNode) and node.value
    _check(node, file, good, f"{key}: a list is needed, one value a line behind a dash")
    return list(node.value)


def _text(node: Node, file: str) -> str:
    """A scalar as it is written: `no` is Norway and Norwegian here, and not false."""
    _check(node, file, isinstance(node, yaml.ScalarNode), "a single value is needed here")
    return str(node.value)


def _check(node: Node, file: str, good: object, problem: str) -> None:
    if not good:
        raise CatalogueError(f"{file}:{_line(node)}: {problem}")


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
