"""SearchIndex: full text over the archive, in a file of its own that may be deleted: the next search makes it anew.

The words of an article are kept without the article (FTS5, contentless), so the file is about as large as the archive.
An edited article is put in again, and what it was is passed over from then on.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from newscrawl.errors import StoreError
from newscrawl.store.database import PATIENCE_SECONDS
from newscrawl.store.sqlite import explanation, keep_a_log

FIELDS = ("title", "authors", "topics", "text")
"""What can be searched, each with its weight below."""

WEIGHTS = (8.0, 4.0, 3.0, 1.0)
VERSION = 1
# To weigh a match takes microseconds, and a frequent word stands in every article: of more the newest are weighed.
WEIGHED = 2_000
TABLES = f"""
CREATE TABLE docs (
    id        INTEGER PRIMARY KEY,
    page      INTEGER NOT NULL,
    site      TEXT NOT NULL,
    published INTEGER NOT NULL,
    stamp     INTEGER NOT NULL,             -- of the article's version, as the store counts them
    current   INTEGER NOT NULL DEFAULT 1    -- 0: the article was edited since
);
CREATE INDEX docs_of_page ON docs(page) WHERE current;
CREATE INDEX docs_stamp ON docs(stamp);
CREATE VIRTUAL TABLE words USING fts5 (
    {", ".join(FIELDS)}, content = '', tokenize = "unicode61 remove_diacritics 2"
);
PRAGMA user_version = {VERSION};
"""


class SearchIndex:
    """An open index."""

    def __init__(self, path: Path) -> None:
        """Opens the file, and makes it anew where it is none or an older one. Raises StoreError."""
        self.path = path
        with self.explained():
            self.connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=PATIENCE_SECONDS, isolation_level=None)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError:
            version = -1
        if version != VERSION:
            connection.close()
            self.path.unlink(missing_ok=True)
            connection = sqlite3.connect(self.path, timeout=PATIENCE_SECONDS, isolation_level=None)
            keep_a_log(connection)
            connection.executescript(f"BEGIN IMMEDIATE; {TABLES} COMMIT;")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def last(self) -> int:
        """The stamp up to which the archive is in the index."""
        with self.explained():
            return int(self.connection.execute("SELECT coalesce(max(stamp), 0) FROM docs").fetchone()[0])

    def put(self, documents: Sequence[tuple[int, str, int, int, Mapping[str, str]]]) -> None:
        """Articles that are new or were edited: (page, site, seconds of publication, stamp, field -> words)."""
        with self.explained():
            self.connection.execute("BEGIN IMMEDIATE")
            for page, site, published, stamp, words in documents:
                self.connection.execute("UPDATE docs SET current = 0 WHERE page = ? AND current", (page,))
                id = self.connection.execute(
                    "INSERT INTO docs(page, site, published, stamp) VALUES (?, ?, ?, ?)", (page, site, published, stamp)
                ).lastrowid
                marks = ", ".join("?" * (1 + len(FIELDS)))
                self.connection.execute(
                    f"INSERT INTO words(rowid, {', '.join(FIELDS)}) VALUES ({marks})",
                    (id, *(words[name] for name in FIELDS)),
                )
            self.connection.execute("COMMIT")

    def find(self, query: str, *, sites: Sequence[str], published: tuple[int, int], limit: int) -> list[int]:
        """The pages that match, the best of those that were kept last first.

        `query`: as FTS5 has it; `sites`: empty stands for all; `published`: the first and the last second.
        """
        where = f"AND site IN ({', '.join('?' * len(sites))})" if sites else ""
        with self.explained():
            rows = self.connection.execute(
                f"SELECT page FROM (SELECT page, published, bm25(words, {', '.join(map(str, WEIGHTS))}) AS weight "
                "FROM words JOIN docs ON docs.id = words.rowid "
                f"WHERE words MATCH ? AND current AND published BETWEEN ? AND ? {where} "
                "ORDER BY words.rowid DESC LIMIT ?) ORDER BY weight, published DESC LIMIT ?",
                (query, *published, *sites, max(limit, WEIGHED), limit),
            ).fetchall()
        return [page for (page,) in rows]

    @contextmanager
    def explained(self) -> Iterator[None]:
        """What SQLite says, in words that help."""
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {explanation(error)}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self.connection.close()
