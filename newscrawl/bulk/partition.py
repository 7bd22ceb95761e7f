"""Partitions: the folder that an article goes to, as query engines read them: `day=2026-11-22/host=example.com`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from newscrawl.urls.parts import host_of

NOTHING = "__HIVE_DEFAULT_PARTITION__"
"""What query engines read as no value."""


def partition(record: Mapping[str, Any], by: Sequence[str]) -> str:
    """The folder of a record. `by`: of PARTITIONS."""
    return "/".join(f"{name}={quote(PARTITIONS[name](record), safe='')[:200] or NOTHING}" for name in by)


def day_of(record: Mapping[str, Any]) -> str:
    """The day of publication in UTC, else that of the visit."""
    said = record["published"] or record["retrieved"]
    return datetime.fromisoformat(said).astimezone(UTC).date().isoformat()


PARTITIONS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "day": day_of,
    "host": lambda record: host_of(record["url"]),
}
