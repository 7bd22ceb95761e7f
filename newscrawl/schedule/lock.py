"""Locks that end with their process, however it ends: two schedulers on one store, two runs of one site."""

import fcntl
import os
from pathlib import Path
from typing import Self


class Held(Exception):
    """Somebody else holds the lock; `str()` is what they wrote into it."""


class Lock:
    """A locked file. A child process that inherits `descriptor` holds it on after its parent's death."""

    def __init__(self, path: Path) -> None:
        """Take it at once or raise Held."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note = os.pread(self.descriptor, 200, 0).decode(errors="replace")
            os.close(self.descriptor)
            raise Held(note) from None

    def write(self, note: str) -> None:
        """Say who holds it."""
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, note.encode(), 0)

    def release(self) -> None:
        """Let go of it. A child that inherited it holds it until its own end."""
        os.close(self.descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
