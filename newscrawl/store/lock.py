"""SiteLock: one run of a site at a time. The lock dies with its process, however that ends."""

import fcntl
import os
from pathlib import Path
from typing import Self


class SiteBusy(Exception):
    """Another run of the site is going on; `str()` of it is one line that names it."""


class SiteLock:
    """Holds `OUTPUT/locks/<site>.lock` until `release` or the end of the process.

    The kernel holds the lock, not the file: a file left behind by a killed run locks nothing.
    """

    def __init__(self, folder: Path, site: str) -> None:
        """Raises SiteBusy where another process holds it."""
        folder.mkdir(parents=True, exist_ok=True)
        self.file = os.open(folder / f"{site}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self.file, 32, 0).decode("ascii", "replace").strip()
            os.close(self.file)
            raise SiteBusy(f"{site}: another run of this site is going on (process {holder or 'unknown'})") from None
        os.ftruncate(self.file, 0)
        os.pwrite(self.file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Lets the next run begin."""
        if self.file >= 0:
            os.close(self.file)
            self.file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def busy(folder: Path, site: str) -> bool:
    """Whether a run of the site is going on now."""
    try:
        SiteLock(folder, site).release()
    except SiteBusy:
        return True
    return False
