"""Spool: one file's articles on disk until all are there, and then in the order of their partitions."""

import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from newscrawl.store.packing import pack, unpack

Record = dict[str, Any]


class Spool:
    """Holds some hundred bytes of memory for each article."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where the file stands; it has no name, and is gone with the process."""
        self.file = tempfile.TemporaryFile(dir=folder)
        self.index: list[tuple[str, str, int]] = []

    def add(self, partition: str, order: str, record: Record) -> None:
        """`order`: by which the articles of a partition are sorted."""
        self.index.append((partition, order, self.file.tell()))
        data = pack(record)
        self.file.write(len(data).to_bytes(4, "big") + data)

    def partitions(self) -> list[str]:
        return sorted({partition for partition, _, _ in self.index})

    def by_partition(self) -> Iterator[tuple[str, Iterator[Record]]]:
        """Each partition with its articles."""
        for partition, rows in groupby(sorted(self.index), key=lambda row: row[0]):
            yield partition, (self._record(offset) for _, _, offset in rows)

    def _record(self, offset: int) -> Record:
        self.file.seek(offset)
        return unpack(self.file.read(int.from_bytes(self.file.read(4), "big")))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()
