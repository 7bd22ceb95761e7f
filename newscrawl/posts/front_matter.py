"""Front matter as YAML that every generator reads as it was meant: text is always a quoted scalar on one line.

As PyYAML writes it, to the byte (a test compares), but a dozen times as fast, which is most of what a post costs: text
of printable characters has one spelling between single quotes. Any other text is left to PyYAML, as a scalar between
double quotes, in which line ends are escapes too.
"""

import re
from functools import lru_cache

import yaml

from newscrawl.posts.format import Fields, Value

# What YAML calls printable, without the breaks among it and the byte order mark; PyYAML spells all else as escapes.
_PRINTABLE = re.compile("[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]*")
# PyYAML folds at 80 characters by default, and a fold is a blank in a language that has none.
_NEVER_FOLD = 2**31 - 1


def front_matter(fields: Fields) -> str:
    """`fields` as a YAML block with its two `---` lines, the first of them the very first bytes."""
    return f"---\n{_mapping(fields, '')}---\n"


def quoted(text: str) -> str:
    """A scalar that YAML reads as text whatever it looks like: `null`, `1e3`, `2021-12-09`, `---` are titles too."""
    if _PRINTABLE.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=_NEVER_FOLD)
    return written.removesuffix("\n")


def _mapping(fields: Fields, indent: str) -> str:
    return "".join(f"{indent}{_key(key)}:{_value(value, indent)}\n" for key, value in fields.items())


@lru_cache
def _key(key: str) -> str:
    """A key, quoted where YAML would take it for something else (`on`, `no`)."""
    return yaml.safe_dump({key: 0}, allow_unicode=True).removesuffix(": 0\n")


def _value(value: Value, indent: str) -> str:
    if isinstance(value, str):
        return " " + quoted(value)
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, int):
        return f" {value}"
    if isinstance(value, list):
        return "".join(f"\n{indent}- {quoted(item)}" for item in value) or " []"
    return f"\n{_mapping(value, indent + '  ')}".rstrip("\n") if value else " {}"
