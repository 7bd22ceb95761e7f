"""Columns: the fields of a record with their types, and the JSON Schema of it. Both are read from `Article`."""

import ast
import inspect
import json
from dataclasses import MISSING, fields
from typing import Any, Literal, get_args

from newscrawl.article import Access, Article, Precision
from newscrawl.article_record import FIELDS
from newscrawl.errors import ArgumentError

Kind = Literal["text", "moment", "texts"]

# When the page was fetched belongs to the run; the next part's address to the way there. Who wants them names them.
ON_DEMAND = ("retrieved", "next_page")
# What the archive says of an article that its page does not.
ADDED = {"same_as": "Address of an article of another site with nearly the same text that was kept before; else empty."}
ALL = (*FIELDS, *ADDED)
COLUMNS = tuple(name for name in ALL if name not in ON_DEMAND)
CHOICES: dict[str, tuple[str, ...]] = {"published_precision": get_args(Precision), "access": get_args(Access)}


def kind_of(name: str) -> Kind:
    """The type of a column: text, an aware moment that may be absent, or a list of texts."""
    return KINDS.get(name, "text")


def chosen(names: str | None) -> tuple[str, ...]:
    """The columns of `--fields`, with commas between; all but those on demand where nothing is said."""
    if names is None:
        return COLUMNS
    found = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    if strange := [name for name in found if name not in ALL]:
        raise ArgumentError(f"there is no field {strange[0]!r}; accepted are {', '.join(ALL)}")
    if not found:
        raise ArgumentError(f"--fields names no field; accepted are {', '.join(ALL)}")
    return found


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record with all of its fields."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        "description": "One line of JSON Lines, one row of an export.",
        "type": "object",
        "properties": {
            name: TYPES[kind_of(name)] | _choice(name) | {"description": (SAID | ADDED)[name]} for name in ALL
        },
        "required": ["url", "title"],
        "additionalProperties": False,
    }


def _choice(name: str) -> dict[str, Any]:
    return {"enum": list(CHOICES[name])} if name in CHOICES else {}


TYPES: dict[Kind, dict[str, Any]] = {
    "text": {"type": "string"},
    "moment": {"type": ["string", "null"], "format": "date-time"},
    "texts": {"type": "array", "items": {"type": "string"}},
}


def _kind(default: Any, factory: Any) -> Kind:
    if factory is not MISSING:
        return "texts"
    return "moment" if default is None else "text"


def _said() -> dict[str, str]:
    """What stands below each field of the class."""
    (body,) = (node.body for node in ast.parse(inspect.getsource(Article)).body if isinstance(node, ast.ClassDef))
    pairs = zip(body, body[1:], strict=False)
    return {
        field.target.id: inspect.cleandoc(str(text.value.value)).replace("\n", " ")
        for field, text in pairs
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }


KINDS: dict[str, Kind] = {field.name: _kind(field.default, field.default_factory) for field in fields(Article)}
SAID = _said()

if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
