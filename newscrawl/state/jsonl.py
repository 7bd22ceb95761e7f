"""JSON Lines of our own (`-s JSONL=output/{site}.jsonl`): one durable line per article, or per version of it.

Unlike Scrapy's feeds it is only ever appended to, survives a kill at any moment, and goes on where the last run ended.
The lines hold what the page said and nothing of the run that read it, so that two runs write the same.
"""

import json
import os
import stat
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.article_record import to_record
from newscrawl.lock import acquire

# When the page was fetched belongs to the run; the next part's address to the way there.
LEFT_OUT = {"retrieved", "next_page"}


def record(article: Article) -> dict[str, Any]:
    """An article as its line has it: all that the page says."""
    return {name: value for name, value in to_record(article).items() if name not in LEFT_OUT}


def line(record: dict[str, Any]) -> bytes:
    """One line. ASCII alone would double Chinese; U+2028 and its like are escaped: some readers break lines there."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    for mark in "\x85\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text.encode("utf-8", "backslashreplace") + b"\n"


class Lines:
    """A JSON Lines file that is open for more."""

    def __init__(self, path: Path, known_length: int) -> None:
        """Opens or makes it, and heals what a kill left. `known_length`: how much of it the store knows of.

        What stands behind that was written and not committed: whole lines stay and are not written a second time; a
        torn last line is cut off, its article comes again.
        """
        durable.make_folder(path.parent)
        self.path = path
        self.file = alone(path)
        self.unacknowledged = self._heal(known_length)
        durable.sync_folder(path.parent)

    def append(self, data: bytes) -> int:
        """Put a line at the end, on disk; the file's length after it. A line that a killed run put there counts."""
        mark = digest(data)
        if mark in self.unacknowledged:
            self.unacknowledged.discard(mark)
        else:
            self._append(data)
        return self.length()

    def length(self) -> int:
        return os.fstat(self.file.fileno()).st_size

    def close(self) -> None:
        self.file.close()

    def _append(self, data: bytes) -> None:
        before = self.length()
        try:
            self.file.write(data)
            self.file.flush()
            os.fsync(self.file.fileno())
        except OSError:
            # Half a line on a full disk: take it back now, while its end is known.
            os.ftruncate(self.file.fileno(), before)
            raise

    def _heal(self, known_length: int) -> set[bytes]:
        # A file that is shorter than it was has been replaced or compacted by hand: nothing in it is in question.
        start = known_length if known_length <= self.length() else 0
        self.file.seek(start)
        found, end = set(), start
        for data in self.file:
            if not data.endswith(b"\n"):
                self.file.truncate(end)
                os.fsync(self.file.fileno())
                break
            found.add(digest(data))
            end += len(data)
        self.file.seek(0, os.SEEK_END)
        return found


def alone(path: Path) -> IO[bytes]:
    """A file open for more, which nobody else writes to until it is closed."""
    while True:
        file = open(path, "a+b")  # it stays open for the run
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise OSError(f"{path}: is no file, and what was written there cannot be read again")
        if not acquire(file.fileno()):
            file.close()
            raise OSError(f"{path}: another run writes to this file; put {{site}} into its name")
        if path.exists() and os.fstat(file.fileno()).st_ino == path.stat().st_ino:
            return file
        # It was compacted between the two calls: this is the old one.
        file.close()


def digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def compact(path: Path, identity: Callable[[dict[str, Any]], object]) -> tuple[int, int]:
    """Keep the newest version of each article, each where its first stood; lines before and after.

    `identity` gives equal values for the versions of one article. The file is replaced whole. Lines that are no records
    are left where they are: this program did not write them. Raises ValueError for a file of nothing else.
    """
    newest: dict[object, tuple[int, int]] = {}
    count = records = 0
    with alone(path) as file:
        file.seek(0)
        for offset, data in whole_lines(file):
            count += 1
            found = parsed(data)
            records += found is not None
            newest[identity(found) if found is not None else offset] = (offset, len(data))
        if count and not records:
            raise ValueError(f"{path}: no line of it is an article; a file that JSONL or -o made is accepted")
        if len(newest) < count:
            durable.put(path, (os.pread(file.fileno(), size, offset) for offset, size in newest.values()))
    return count, len(newest)


def whole_lines(file: Any) -> Iterator[tuple[int, bytes]]:
    offset = 0
    for data in file:
        if data.endswith(b"\n"):
            yield offset, data
        offset += len(data)


def parsed(data: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) and "url" in found else None
