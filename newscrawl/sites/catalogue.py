"""The catalogue: sites as entries of a YAML file, read and checked; what is wrong is told with its line."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newscrawl.errors import CatalogueError
from newscrawl.sites.entry_values import KEYS, Value, country_code
from newscrawl.yaml_lines import YamlValue, read_lines

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
    root = read_lines(text, file, CatalogueError)
    return read_entries(root, whole=whole) if root else []


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


def read_entries(root: YamlValue, *, whole: bool = True) -> list[Entry]:
    """The entries of a file that was parsed. What has no `sites` below it is an entry by itself, under its name.

    `whole`: as of `read_catalogue`.
    """
    entries = list(_entries(root))
    for entry in entries if whole else []:
        completed(entry, {})
    return entries


def _entries(root: YamlValue) -> Iterator[Entry]:
    met: dict[str, int] = {}
    for country, of_country in root.pairs():
        parts = of_country.pairs()
        if "sites" not in [key.node.value for key, _ in parts] and len(country.node.value) > 2:
            _check_name(country, met)
            yield _entry(country, of_country, {})
            continue
        shared: dict[str, Value] = {"country": country_code(country)}
        for key, value in parts:
            if key.node.value != "sites":
                shared |= _value(key, value)
        for name, node in _sites(country, parts).pairs():
            _check_name(name, met)
            yield _entry(name, node, shared)


def _sites(country: YamlValue, parts: list[tuple[YamlValue, YamlValue]]) -> YamlValue:
    found = next((value for key, value in parts if key.node.value == "sites"), None)
    if found is None:
        raise country.error(f"{country.text()} has no sites")
    return found


def _check_name(name: YamlValue, met: dict[str, int]) -> None:
    if not NAME.fullmatch(name.text()):
        raise name.error(f"{name.text()!r} is no name of a site")
    if name.text() in met:
        raise name.error(f"{name.text()} stands in line {met[name.text()]} already")
    met[name.text()] = name.line


def _entry(name: YamlValue, node: YamlValue, shared: dict[str, Value]) -> Entry:
    values = dict(shared)
    for key, value in node.pairs():
        values |= _value(key, value)
    return Entry(name.text(), values, name.line, shared, name.file)


def _value(key: YamlValue, value: YamlValue) -> dict[str, Value]:
    """One key of an entry with its value, checked."""
    name = key.text()
    if name not in KEYS:
        near = difflib.get_close_matches(name, KEYS, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(KEYS)}"
        raise key.error(f"there is no key {name!r}; {hint}")
    return {name: KEYS[name](value, name)}
