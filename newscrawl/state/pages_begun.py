"""PagesBegun: the pages that ended a run. What is being read stands in a small file, which a killed run leaves behind.

One file a site: a line for each page that a run began and did not end, the last one for what is being read now.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newscrawl.refusals import TooCostly

MOST = 2
"""A page that ended so many runs is not read again."""


class PagesBegun:
    """The pages of one site. A run may be killed for any reason: one kill says nothing against a page."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Nothing is forced to the disk: what a killed process wrote, the system has.
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        left = os.pread(self._file, 2**20, 0).decode("utf-8", "replace").splitlines()
        self.ended = Counter(left[-100:])
        self._length = self._write("".join(f"{address}\n" for address in left[-100:]), 0)

    @contextmanager
    def reading(self, address: str) -> Iterator[None]:
        """While a page is read. Raises TooCostly for one that ended the runs before."""
        if self.ended[address] >= MOST:
            raise TooCostly(f"reading it ended the run {self.ended[address]} times")
        self._write(f"{address}\n", self._length)
        try:
            yield
        finally:
            os.ftruncate(self._file, self._length)
        if self.ended.pop(address, 0):  # it came through: another thing ended the run
            self._length = self._write("".join(f"{each}\n" for each in self.ended.elements()), 0)

    def close(self) -> None:
        os.close(self._file)

    def _write(self, text: str, at: int) -> int:
        """Where the file ends now."""
        end = at + os.pwrite(self._file, text.encode(), at)
        os.ftruncate(self._file, end)
        return end
