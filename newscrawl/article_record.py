"""An article as a flat record, for the archive and whatever is made from it, and a record as the article it was."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from newscrawl.article import Article

SCHEMA = 1
"""The version of the record. A field that is added needs no other: what a record lacks, its article has empty."""

FIELDS = tuple(field.name for field in fields(Article))
DATES = ("published", "updated", "retrieved")


def to_record(article: Article) -> dict[str, Any]:
    """All fields: dates in ISO 8601, lists as lists, nothing left out for being empty."""
    return {name: _plain(getattr(article, name)) for name in FIELDS}


def from_record(record: Mapping[str, Any]) -> Article:
    """The article of a record; what is no field of it is passed over."""
    known = {name: record[name] for name in FIELDS if name in record}
    dates = {name: datetime.fromisoformat(known[name]) for name in DATES if known.get(name)}
    return Article(**known | dates)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
