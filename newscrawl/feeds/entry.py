"""What a feed says of an article, whatever its format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newscrawl.text.characters import printable
from newscrawl.urls.parts import is_web


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One article."""

    id: str
    """The address under which it was first kept: it stays when the article moves or is edited."""

    url: str
    title: str
    published: datetime
    updated: datetime
    """When it last changed; its publication where it did not."""

    authors: Sequence[str] = ()
    tags: Sequence[str] = ()
    language: str = ""
    summary: str = ""
    image: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A site's feed. `address` is where it is published, empty where nobody said."""

    site: str
    title: str
    language: str
    address: str
    entries: Sequence[FeedEntry]

    @property
    def updated(self) -> datetime:
        """When something in it last changed: not now, so that the same articles give the same bytes."""
        return max((entry.updated for entry in self.entries), default=datetime.fromtimestamp(0, UTC))


def feed_entry(id: str, record: Mapping[str, Any]) -> FeedEntry:
    """An entry out of a record of the store (`newscrawl.article_record`)."""
    published = datetime.fromisoformat(record["published"])
    updated = datetime.fromisoformat(record["updated"]) if record.get("updated") else published
    return FeedEntry(
        id=printable(id),
        url=_address(record["url"]),
        title=printable(record.get("title") or ""),
        published=published,
        updated=max(published, updated),
        authors=[printable(name) for name in record.get("authors") or () if name.strip()],
        tags=list(dict.fromkeys(printable(tag) for tag in record.get("tags") or () if tag.strip())),
        language=record.get("language") or "",
        summary=printable(record.get("description") or ""),
        image=_address(record.get("image") or ""),
        body=printable(record.get("body") or ""),
    )


def _address(url: str) -> str:
    return printable(url) if is_web(url) else ""


def shared(values: Sequence[str]) -> str:
    """The value that most have; empty where there is none."""
    given = [value for value in values if value]
    return max(dict.fromkeys(given), key=given.count) if given else ""
