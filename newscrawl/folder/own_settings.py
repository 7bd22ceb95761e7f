"""Settings in newscrawl.toml: a setting's name in small letters is its key, e.g. `post_format = "hugo"`."""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newscrawl.errors import RhythmError
from newscrawl.files import is_address
from newscrawl.folder.config_file import ConfigFile
from newscrawl.rhythm.interval import read_rhythm

TABLES = ("schedule", "sites")
"""What stands in newscrawl.toml beside settings: the schedule, and sites of one's own."""

PATHS = ("OUTPUT", "JSONL", "FEED", "RECORD", "REPLAY", "SITE_PATTERNS")
"""Files and folders: they are meant from the folder of newscrawl.toml, wherever a command is called."""

ENVIRONMENT = {name: f"NEWSCRAWL_{name}" for name in ("OUTPUT", "OBJECTS", "CONTACT", "STORE")}
"""What the environment says counts before the file."""


def own_settings(config: ConfigFile, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Setting -> value. `defaults`: every setting there is. Raises ConfigError with the line and what is accepted."""
    found = {}
    _check_tables(config, defaults)
    for key, value in config.values.items():
        if key in TABLES and isinstance(value, dict):
            continue
        name = _setting(config, key, defaults)
        if not os.environ.get(ENVIRONMENT.get(name, "")):
            found[name] = _value(config, key, value, defaults[name])
    return found | {name: _from_folder(config, found[name]) for name in PATHS if found.get(name)}


def _check_tables(config: ConfigFile, defaults: Mapping[str, Any]) -> None:
    """Who adds a setting at the file's end puts it into the last table, where nothing would read it."""
    for keys in (("schedule",), ("schedule", "sites"), ("schedule", "alerts"), ("sites",)):
        table: Any = config.values
        for key in keys:
            table = table.get(key, {}) if isinstance(table, dict) else {}
        for key, value in table.items() if isinstance(table, dict) else ():
            if isinstance(value, dict):
                continue
            if is_choice(key.upper(), defaults.get(key.upper())):
                raise config.error([*keys, key], f"{key} is a setting: it belongs above the first [table]")
            if keys == ("schedule", "sites") and (mistake := _mistake(key, value, defaults)):
                raise config.error([*keys, key], mistake)


NEAR = 0.8
"""How alike a misspelled setting is to the one that was meant; names of sites are not."""


def _mistake(key: str, value: Any, defaults: Mapping[str, Any]) -> str:
    """What is wrong with a value that stands where sites have their rhythms; "" where it is one."""
    try:
        read_rhythm(value if isinstance(value, str | list) else as_toml(value))
        return ""
    except RhythmError as error:
        if near := difflib.get_close_matches(key.lower(), _choices(defaults), 1, NEAR):
            return f"{key} is no site; {near[0]} belongs above the first [table]"
        return f"{key}: {value!r}: {error}; a setting belongs above the first [table]"


def _choices(defaults: Mapping[str, Any]) -> list[str]:
    """The keys of the settings that take a plain value."""
    return [name.lower() for name, value in defaults.items() if is_choice(name, value)]


def _setting(config: ConfigFile, key: str, defaults: Mapping[str, Any]) -> str:
    name = key.upper()
    if key != key.lower() or not is_choice(name, defaults.get(name)):
        near = difflib.get_close_matches(key.lower(), [*_choices(defaults), *TABLES], 1)
        hint = f"did you mean {near[0]}?" if near else "newscrawl config prints all that there are"
        raise config.error([key], f"there is no key {key!r}; {hint}")
    return name


def is_choice(name: str, default: object) -> bool:
    """Whether a name is that of a setting which takes a plain value."""
    return name.isupper() and isinstance(default, str | bool | int | float)


def _value(config: ConfigFile, key: str, value: Any, default: Any) -> Any:
    if isinstance(default, str) and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ",".join(value)
    if isinstance(default, str) and isinstance(value, bool | int | float) and key.upper() not in PATHS:
        return str(value).lower()
    if isinstance(default, int | float) and key == "post_tags" and value == "all":
        return value
    good = isinstance(value, bool) if isinstance(default, bool) else isinstance(value, _kinds(default))
    if not good or (isinstance(value, bool) and not isinstance(default, bool)):
        raise config.error([key], f"{key}: {_accepted(default)} is accepted, e.g. {key} = {as_toml(default)}")
    return value


def _kinds(default: Any) -> tuple[type, ...]:
    return (int, float) if isinstance(default, int | float) else (str,)


def _accepted(default: Any) -> str:
    if isinstance(default, bool):
        return "true or false"
    return "a number" if isinstance(default, int | float) else "a text in quotes"


def _from_folder(config: ConfigFile, value: str) -> str:
    return value if is_address(value) else str(config.folder / Path(value).expanduser())


def as_toml(value: Any) -> str:
    """A plain value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:_}" if isinstance(value, int) and value >= 10_000 else str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
