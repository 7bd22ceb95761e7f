"""What is on disk stays on disk: a file is there whole under its name, or not at all."""

import contextlib
import os
from pathlib import Path

# Beside the target, so that the rename stays within one file system; the dot keeps generators from reading it, and one
# name a target leaves nothing behind: the next attempt uses it again.
TEMPORARY = ".{}.part"


def put(path: Path, data: bytes) -> None:
    """A whole file under its name, or none at all; raises OSError (disk full, read-only …) with nothing left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(TEMPORARY.format(path.name))
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def put_if_changed(path: Path, data: bytes) -> bool:
    """Like `put`, but a file that holds these bytes already is not touched. Whether it was written."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except (FileNotFoundError, NotADirectoryError):
        pass
    put(path, data)
    return True


def sync_folder(folder: Path) -> None:
    """Renames and new files in a folder are on disk after this."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def sweep(folder: Path) -> None:
    """Remove what a killed run left under temporary names."""
    for path in folder.rglob(TEMPORARY.format("*")):
        path.unlink(missing_ok=True)
