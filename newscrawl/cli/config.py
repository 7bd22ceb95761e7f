"""What `newscrawl config` does: it prints the choices of newscrawl/settings.py as a newscrawl.toml."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings

from newscrawl.errors import ArgumentError
from newscrawl.folder.own_settings import as_toml, is_choice

SETTINGS = Path(__file__).parent.parent / "settings.py"
LAST = "-- How Scrapy runs"
"""What stands below is no choice of a user's."""
FROM_ELSEWHERE = {"OUTPUT": "output", "OBJECTS": "", "CONTACT": "", "STORE": ""}
"""Defaults that the environment may change."""
NOT_CHOSEN = ("BOT_NAME", "NEWSPIDER_MODULE", "COMMANDS_MODULE", "TEMPLATES_DIR", "RETRY", "FEED_EXPORT_ENCODING")


@dataclass(frozen=True, slots=True)
class ConfigKey:
    """A setting, with the comment above it."""

    name: str
    default: Any
    comment: tuple[str, ...]

    @property
    def meaning(self) -> str:
        """The first sentence of the comment."""
        text = " ".join(line.removeprefix("#").strip() for line in self.comment)
        return re.split(r"(?<=[^.]{2}\.) |: e\.g\.|, e\.g\.", text)[0].rstrip(".")


def print_config(settings: BaseSettings, word: str) -> int:
    """Each key with its comment; what differs from its default stands without the #."""
    chosen = [choice for choice in config_keys() if word.lower() in choice.name.lower()]
    if not chosen:
        raise ArgumentError(f"no key has {word!r} in its name; newscrawl config prints all")
    for choice in chosen:
        value = settings[choice.name]
        key = choice.name.lower()
        print("\n".join(choice.comment))
        if value == choice.default:
            print(f"# {key} = {as_toml(value)}\n")
        else:
            print(f"{key} = {as_toml(value)}  # default: {as_toml(choice.default)}\n")
    return 0


def config_keys() -> Iterator[ConfigKey]:
    """Every setting that a user may choose, in the order of settings.py."""
    text = SETTINGS.read_text(encoding="utf-8").partition(LAST)[0].rstrip().removesuffix("#").rstrip()
    lines = text.splitlines()
    comment: tuple[str, ...] = ()
    for node in ast.parse(text).body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        comment = _comment_above(lines, node.lineno - 1) or comment
        default = FROM_ELSEWHERE[name] if name in FROM_ELSEWHERE else _constant(node.value)
        if name not in NOT_CHOSEN and is_choice(name, default):
            yield ConfigKey(name, default, comment)


def _comment_above(lines: list[str], place: int) -> tuple[str, ...]:
    start = place
    while start and lines[start - 1].startswith("#") and not lines[start - 1].startswith("# --"):
        start -= 1
    return tuple(lines[start:place])


def _constant(node: ast.expr) -> Any:
    """A plain value, or the product of some: 8 * 2**20."""
    try:
        return eval(compile(ast.Expression(node), str(SETTINGS), "eval"), {"__builtins__": {}})
    except (NameError, TypeError):
        return None
