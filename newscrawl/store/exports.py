"""Exports: how much of each JSON Lines file stands for what the store knows."""

from newscrawl.store.database import Database


class Exports:
    """The table of exports."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def length(self, path: str) -> int:
        """Bytes of a file that are committed; 0 for one never seen."""
        row = self.database.one("SELECT length FROM exports WHERE path = ?", path)
        return row[0] if row else 0

    def paths(self) -> list[str]:
        """The files that there ever were, by name."""
        return [path for (path,) in self.database.read("SELECT path FROM exports ORDER BY path")]

    def forget(self, path: str) -> None:
        """A file is gone."""
        self.database.write("DELETE FROM exports WHERE path = ?", path)

    def put(self, path: str, length: int) -> None:
        """A file is this long, and all of it is committed with what goes before in this transaction."""
        self.database.write(
            "INSERT INTO exports(path, length) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET length = excluded.length",
            path,
            length,
        )
