"""An article as a flat record, for the archive and whatever is made from it, and a record as the article it was."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from newscrawl.article import DATES, Article

SCHEMA = 1
"""The version of the record. A field that is added needs no other: what a record lacks, its article has empty."""

__all__ = ["DATES", "FIELDS", "SCHEMA", "from_record", "to_record"]

FIELDS = tuple(field.name for field in fields(Article))


def to_record(article: Article) -> dict[str, Any]:
    """The record as it is stored: what `Article.to_dict` gives, in the version above."""
    return article.to_dict()


def from_record(record: Mapping[str, Any]) -> Article:
    """The article of a record of any version."""
    return Article.from_dict(record)
