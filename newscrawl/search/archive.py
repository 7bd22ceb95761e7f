"""The archive searched: its index brought up to date, and a question asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from newscrawl.search.words import excerpt, indexed, query
from newscrawl.store import Store
from newscrawl.store.articles import Stamped
from newscrawl.store.search_index import SearchIndex

FILE_NAME = "search.db"
"""Its name under OUTPUT."""

LOT = 500
EVER = (datetime.fromtimestamp(-(2**33), UTC), datetime.fromtimestamp(2**34, UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for, and where."""

    words: str
    sites: Sequence[str] = ()
    field: str = ""
    since: datetime | None = None
    until: datetime | None = None
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    record: dict[str, Any]
    excerpt: str
    matches: Sequence[tuple[int, int]]
    """Where the words stand in the excerpt."""


def bring_up_to_date(store: Store, index: SearchIndex) -> int:
    """Put into the index what came to the archive since the last search; how many articles that were."""
    count, changed = 0, store.articles.since(index.last())
    while lot := list(islice(changed, LOT)):
        index.put([(each.page, each.site, each.published, each.stamp, words_of(each)) for each in lot])
        count += len(lot)
    return count


def words_of(each: Stamped) -> dict[str, str]:
    """Field of the index -> an article's words."""
    record = each.record
    topics = [record.get("section") or "", *(record.get("categories") or ()), *(record.get("tags") or ())]
    captions = [record.get("description") or "", record.get("image_caption") or "", record.get("text") or ""]
    said = {
        "title": record.get("title") or "",
        "authors": ", ".join(record.get("authors") or ()),
        "topics": ", ".join(filter(None, topics)),
        "text": "\n".join(filter(None, captions)),
    }
    return {name: indexed(text) for name, text in said.items()}


def find(store: Store, index: SearchIndex, question: Question) -> Iterator[Hit]:
    """What is found, the best first."""
    asked = query(question.words, question.field)
    since, until = question.since or EVER[0], question.until or EVER[1]
    pages = index.find(
        asked,
        sites=question.sites,
        published=(int(since.timestamp()), int(until.timestamp()) - bool(question.until)),
        limit=question.limit,
    )
    for record in filter(None, map(store.articles.get, pages)):
        text = record.get("text") or record.get("description") or ""
        yield Hit(record, *excerpt(text, question.words))
