"""SiteLock: one run of a site at a time. The lock dies with its process, however that ends."""

import fcntl
import os
import time
from pathlib import Path
from typing import Self

from newscrawl.errors import SiteBusy

# `busy` holds a lock for microseconds to see whether it is free; a run that starts just then waits that out.
ATTEMPTS = 20
BETWEEN_SECONDS = 0.025


class SiteLock:
    """Holds `OUTPUT/locks/<site>.lock` until `release` or the end of the process.

    The kernel holds the lock, not the file: a file left behind by a killed run locks nothing.
    """

    def __init__(self, folder: Path, site: str) -> None:
        """Raises SiteBusy where another process holds it."""
        folder.mkdir(parents=True, exist_ok=True)
        self.file = os.open(folder / f"{site}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        if not any(locked(self.file, fcntl.LOCK_EX, wait=attempt > 0) for attempt in range(ATTEMPTS)):
            holder = os.pread(self.file, 32, 0).decode("ascii", "replace").strip()
            os.close(self.file)
            raise SiteBusy(f"{site}: another run of this site is going on (process {holder or 'unknown'})")
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


def locked(file: int, how: int, *, wait: bool = False) -> bool:
    """Whether the lock is had now."""
    time.sleep(BETWEEN_SECONDS * wait)
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def busy(folder: Path, site: str) -> bool:
    """Whether a run of the site is going on now."""
    try:
        file = os.open(folder / f"{site}.lock", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return not locked(file, fcntl.LOCK_SH)
    finally:
        os.close(file)
