"""Database: what the tables ask of an engine. Their SQL is written so that SQLite and PostgreSQL both read it."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

Row = tuple[Any, ...]

# Another run's transaction lasts milliseconds; a checkpoint of a big store on a slow disk lasts seconds.
PATIENCE_SECONDS = 30


class Database(ABC):
    """A connection whose every error is a `StoreError`. Use `read` for questions and `transaction` for changes."""

    reading: bool
    """Whether it is opened to be looked at: nothing is written."""

    @abstractmethod
    def read(self, sql: str, *values: Any) -> list[Row]:
        """All rows of a question."""

    @abstractmethod
    def one(self, sql: str, *values: Any) -> Row | None:
        """The first row of a question, or None."""

    @abstractmethod
    def write(self, sql: str, *values: Any) -> int:
        """One change; inside `transaction` it is part of that transaction. Gives the id that it returns."""

    def write_soon(self, sql: str, *values: Any) -> None:
        """One change that may wait for the next one."""
        self.write(sql, *values)

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """A transaction: all of its changes or none. Inside another it is part of that one."""

    @abstractmethod
    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Put many rows into a table."""

    @abstractmethod
    def copy(self, path: Path) -> None:
        """Write all of it into a new file."""

    def claim(self, site: str) -> None:  # noqa: B027  # the lock's file does it for a store on one machine
        """Hold a site until the connection ends; raises SiteBusy where another run holds it."""

    def claimed(self) -> Collection[str] | None:
        """The sites that are held now; None where the locks' files say it."""
        return None

    def shared(self) -> AbstractContextManager[Any]:
        """The connection, in a transaction, for what others keep beside the tables."""
        raise NotImplementedError("a file is not shared")

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def _prepare(self) -> None:
        """See that the store is ours and can be read, and bring it up to date."""

    def _made_ready(self) -> None:
        """Prepare the connection that was opened; it is closed where that fails."""
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise
