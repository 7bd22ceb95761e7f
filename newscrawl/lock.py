"""Locks: a file that one process at a time holds. A lock ends with its process, however that ends.

The kernel holds the lock, not the file: a file left behind by a killed run locks nothing. A child process can be handed
a lock: it inherits the open file, and holds on after its parent's death until its own end.
"""

import fcntl
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from newscrawl.errors import SiteBusy

# `holder` holds a lock for microseconds to see whether it is free; a run that starts just then waits that out.
ATTEMPTS = 20
BETWEEN_SECONDS = 0.025

INHERITED = "NEWSCRAWL_LOCK"
"""Environment variable: the number of the open file by which a child holds its parent's lock."""

NOTE_BYTES = 200
"""Of the note in a lock's file, which is one short line."""


class Held(Exception):
    """Another process holds the lock; `str()` is the note that it left."""


class Lock:
    """A locked file, held until `release` or the end of the process."""

    def __init__(self, path: Path, note: str) -> None:
        """`note`: who holds it, for the one who is refused. Raises Held where another process holds it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        if not any(acquire(self.file, after=BETWEEN_SECONDS * (attempt > 0)) for attempt in range(ATTEMPTS)):
            held = Held(note_in(self.file))
            os.close(self.file)
            raise held
        self.write(note)

    def write(self, note: str) -> None:
        """Say who holds it."""
        os.ftruncate(self.file, 0)
        os.pwrite(self.file, f"{note}\n".encode(), 0)

    def handed_over(self) -> Mapping[str, str]:
        """What the environment of a child says that inherits `file` (`pass_fds`)."""
        return {INHERITED: str(self.file)}

    def release(self) -> None:
        """Let go of it. A child that inherited it holds it on."""
        if self.file >= 0:
            os.close(self.file)
            self.file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


class SiteLock(Lock):
    """One run of a site at a time: holds `<folder>/<site>.lock`, or holds on what the parent process handed over."""

    def __init__(self, folder: Path, site: str) -> None:
        """Raises SiteBusy where another process holds it."""
        path = site_lock(folder, site)
        self.inherited = inherited(path)
        if self.inherited is not None:
            self.file = self.inherited
            return
        try:
            super().__init__(path, process_note(os.getpid()))
        except Held as held:
            raise SiteBusy(f"{site}: another run of this site is going on ({held})") from None

    def release(self) -> None:
        """Let the next run begin. What was handed over is held to the end of the process, by which its parent goes."""
        if self.inherited is None:
            super().release()


def site_lock(folder: Path, site: str) -> Path:
    """The file that is locked while a site is crawled. `folder`: OUTPUT/locks."""
    return folder / f"{site}.lock"


def process_note(pid: int) -> str:
    """The note of a lock that a process holds."""
    return f"process {pid}"


def inherited(path: Path) -> int | None:
    """The open file by which the parent process handed over its lock of this path, if it did."""
    try:
        file = int(os.environ.get(INHERITED, ""))
        if not os.path.samestat(os.fstat(file), path.stat()):
            return None
    except (ValueError, OSError):
        return None
    # What this process starts does not hold it.
    os.set_inheritable(file, False)
    return file


def holder(path: Path) -> str | None:
    """The note of the process that holds a lock now; None where nobody does."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        return None if acquire(file, shared=True) else note_in(file)
    finally:
        os.close(file)


def busy(folder: Path, site: str) -> bool:
    """Whether a run of the site is going on now."""
    return holder(site_lock(folder, site)) is not None


def acquire(file: int, *, shared: bool = False, after: float = 0) -> bool:
    """Whether an open file could be locked, so many seconds from now."""
    time.sleep(after)
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_for(file: int) -> None:
    """Lock an open file, however long another process holds it."""
    fcntl.flock(file, fcntl.LOCK_EX)


def note_in(file: int) -> str:
    return os.pread(file, NOTE_BYTES, 0).decode(errors="replace").strip() or "process unknown"
