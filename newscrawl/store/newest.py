"""Newest: the latest articles of each site, whole, for feeds and the report."""

import json
import zlib
from datetime import datetime
from typing import Any

from newscrawl.store.database import Database
from newscrawl.store.times import seconds

# A feed shows 50; a few more are there for those that an edit or another date moves.
KEPT = 60


class Newest:
    """The table of the newest articles."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, page: int, site: int, published: datetime, article: dict[str, Any]) -> None:
        """An article was posted or edited; the oldest beyond KEPT go. `article`: what `json.dumps` takes."""
        packed = zlib.compress(json.dumps(article, ensure_ascii=False).encode())
        with self.database.transaction():
            self.database.write(
                "INSERT OR REPLACE INTO newest(page, site, published, article) VALUES (?, ?, ?, ?)",
                page,
                site,
                seconds(published),
                packed,
            )
            self.database.write(
                "DELETE FROM newest WHERE page IN "
                "(SELECT page FROM newest WHERE site = ? ORDER BY published DESC, page DESC LIMIT -1 OFFSET ?)",
                site,
                KEPT,
            )

    def of(self, site: str, limit: int = KEPT) -> list[dict[str, Any]]:
        """The newest articles of a site by publication, newest first: the records of JSON Lines, `post` added."""
        rows = self.database.read(
            "SELECT article FROM newest JOIN sites ON sites.id = newest.site WHERE sites.name = ? "
            "ORDER BY published DESC, page DESC LIMIT ?",
            site,
            limit,
        )
        return [json.loads(zlib.decompress(packed)) for (packed,) in rows]

    def entries(self, site: str, limit: int) -> list[tuple[str, dict[str, Any]]]:
        """Like `of`, each with the address it was first kept under, which stays when the article moves."""
        rows = self.database.read(
            "SELECT article, (SELECT substr(what, 12) FROM events "
            "WHERE events.page = newest.page AND what LIKE 'moved from %' ORDER BY at LIMIT 1) "
            "FROM newest JOIN sites ON sites.id = newest.site WHERE sites.name = ? "
            "ORDER BY published DESC, page DESC LIMIT ?",
            site,
            limit,
        )
        records = [(first, json.loads(zlib.decompress(packed))) for packed, first in rows]
        return [(first or record["url"], record) for first, record in records]
