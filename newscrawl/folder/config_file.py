"""newscrawl.toml: the one file of the user's choices, found from where a command is called."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from newscrawl.errors import ConfigError

FILE_NAME = "newscrawl.toml"


@dataclass(frozen=True)
class ConfigFile:
    """A newscrawl.toml that was read."""

    path: Path
    text: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.path.parent

    def error(self, keys: Sequence[str], problem: str) -> ConfigError:
        """The error that names the line of a key."""
        return ConfigError(f"{FILE_NAME}:{self.line(keys)}: {problem}")

    def line(self, keys: Sequence[str]) -> int:
        """The line of a key, or of the nearest key above it that has one."""
        known = tuple(keys)
        while known and known not in self._lines:
            known = known[:-1]
        return self._lines.get(known, 1)

    @cached_property
    def _lines(self) -> dict[tuple[str, ...], int]:
        """tomllib tells no lines, so keys are looked for as they are usually written: one a line, below their table."""
        found: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(self.text.splitlines(), start=1):
            if header := re.match(r"\s*\[+([^\[\]]+)\]", line):
                table = _parts(header[1])
                found.setdefault(table, number)
            elif key := re.match(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[\w-]+)*)\s*=""", line):
                found.setdefault((*table, *_parts(key[1])), number)
        return found


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(r"""[\w-]+|"[^"]*"|'[^']*'""", key))


def find_config(start: Path | None = None) -> ConfigFile | None:
    """The nearest newscrawl.toml, here or in a folder above; raises ConfigError for one that cannot be read."""
    here = (start or Path.cwd()).resolve()
    path = next((folder / FILE_NAME for folder in (here, *here.parents) if (folder / FILE_NAME).is_file()), None)
    return read_config(path) if path else None


def read_config(path: Path) -> ConfigFile:
    """Raises ConfigError for what is no TOML, with the line."""
    try:
        text = path.read_text(encoding="utf-8")
        return ConfigFile(path, text, tomllib.loads(text))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        number = int(found[1]) if found else 1
        line = text.split("\n")[number - 1]
        raise ConfigError(f"{FILE_NAME}:{number}: {_in_words(str(error), line.strip())}") from None


def _in_words(said: str, line: str) -> str:
    """What is wrong with a line, as who typed it reads it. `said`: by Python."""
    if said.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate")):
        return f"{line.partition('=')[0].strip()} stands in the file already"
    if said.startswith("Invalid value"):
        return f"a text needs quotes, and true and false are in small letters: {line}"
    return f"this is no TOML: {said}"
