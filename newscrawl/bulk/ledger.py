"""Ledger: which files were read, what came of each, and which Parquet files hold it. `FOLDER/.read`, a file each."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from newscrawl import durable

FOLDER = ".read"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A file that was read, or that a run was about to publish when it was killed."""

    size: int
    """Bytes of the file."""
    done: bool = False
    parts: Sequence[str] = ()
    """Its Parquet files, under the ledger's folder."""
    counts: dict[str, int] = field(default_factory=dict)


class Ledger:
    """What is known of a folder of articles."""

    def __init__(self, articles: Path) -> None:
        self.articles = articles

    def done(self, source: Path) -> LedgerEntry | None:
        """The entry of a file that was read as it is now, else None."""
        entry = self._get(source)
        return entry if entry and entry.done and entry.size == source.stat().st_size else None

    def begin(self, source: Path, parts: Sequence[str]) -> None:
        """A file's parts are about to be published; what it had before and has no longer goes."""
        before = self._get(source)
        self._put(source, LedgerEntry(size=source.stat().st_size, parts=[*parts, *(before.parts if before else ())]))
        for part in set(before.parts if before else ()) - set(parts):
            (self.articles / part).unlink(missing_ok=True)

    def end(self, source: Path, parts: Sequence[str], counts: dict[str, int]) -> None:
        """All of a file's parts are in their places."""
        self._put(source, LedgerEntry(size=source.stat().st_size, done=True, parts=parts, counts=counts))

    def _path(self, source: Path) -> Path:
        return self.articles / FOLDER / f"{source.name}.json"

    def _get(self, source: Path) -> LedgerEntry | None:
        try:
            return LedgerEntry(**json.loads(self._path(source).read_bytes()))
        except FileNotFoundError:
            return None

    def _put(self, source: Path, entry: LedgerEntry) -> None:
        durable.put(self._path(source), json.dumps(asdict(entry)).encode())
