"""What is on disk stays on disk: the order in which a post becomes one, and its reason.

For every article, in this order:

1. reserve   its file name is committed to the store. Two articles with one title then keep their names whatever happens
             after, and a file of the killed run is known as ours and replaced, not taken for somebody else's.
2. write     the post goes under a temporary name, is synced, and renamed: a reader sees the old file or the new one,
             whole. Then the folder is synced, for a rename lives in the folder.
3. append    its line goes to the end of the JSON Lines file and is synced.
4. commit    the store learns that the article is kept, and how long the JSON Lines file is now.

Whatever stands in the store as kept is therefore on disk. Killed between any two steps, the next run asks for the
article again and writes the same bytes to the same name: the post is found unchanged, a line that is already there is
not put there again, a torn one is cut off (newscrawl/state/jsonl.py). The store may forget its last commits in a power
cut (WAL, synchronous = NORMAL keeps their order); that is step 4 not done, and costs a request.
"""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import IO

from newscrawl.lock import wait_for

# Beside the target, so that the rename stays within one file system; the dot keeps generators from reading it, and one
# name a target leaves nothing behind: the next attempt uses it again.
TEMPORARY = ".{}.part"


def put(path: Path, data: bytes | Iterable[bytes]) -> None:
    """A whole file under its name, or none at all; raises OSError (disk full, read-only …) with nothing left behind."""
    put_all([(path, data)])


def put_all(files: Iterable[tuple[Path, bytes | Iterable[bytes]]]) -> None:
    """Several whole files, each or none at all; their folders are synced once."""
    folders = set()
    for path, data in files:
        folders.add(path.parent)
        with _made_beside(path) as temporary, new_file(temporary) as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            _move(file, temporary, path)
    for folder in folders:
        sync_folder(folder)


def put_made(path: Path, make: Callable[[Path], None]) -> None:
    """Like `put`, for a file that somebody else's code makes: `make` is given the name to make it under."""
    with _made_beside(path) as temporary:
        temporary.unlink(missing_ok=True)
        make(temporary)
        with temporary.open("rb") as file:
            _move(file, temporary, path)
    sync_folder(path.parent)


@contextlib.contextmanager
def _made_beside(path: Path) -> Iterator[Path]:
    """The name to make a file under before it is moved to `path`; nothing is left there where that fails."""
    make_folder(path.parent)
    temporary = path.with_name(TEMPORARY.format(path.name))
    try:
        yield temporary
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _move(file: IO[bytes], temporary: Path, path: Path) -> None:
    """Move a file to its place, with its bytes on disk first; before it is closed, for its lock ends with that."""
    os.fsync(file.fileno())
    os.replace(temporary, path)


def new_file(path: Path) -> IO[bytes]:
    """An empty file of that name that this process alone writes to until it is closed.

    What stands there, a killed run left: it goes, even where it is a link to somewhere else. A process that writes it
    just now (two reports at once) is waited for.
    """
    while True:
        if path.is_symlink():
            path.unlink(missing_ok=True)
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666), "wb")
        with contextlib.suppress(OSError):  # a file system without locks
            wait_for(file.fileno())
        if same_file(file, path):
            file.truncate()
            return file
        file.close()  # the other process has renamed it meanwhile


def same_file(file: IO[bytes], path: Path) -> bool:
    """Whether an open file is what stands under a name now."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def put_if_changed(path: Path, data: bytes) -> bool:
    """Like `put`, but a file that holds these bytes already is not touched. Whether it was written."""
    changed = not holds(path, data)
    if changed:
        put(path, data)
    return changed


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there with these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def sync_folder(folder: Path) -> None:
    """Renames and new files in a folder are on disk after this."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def make_folder(folder: Path) -> None:
    """A folder that is on disk, and all those above it."""
    missing = takewhile(lambda one: not one.exists(), (folder, *folder.parents))
    for one in reversed(list(missing)):
        one.mkdir(exist_ok=True)
        sync_folder(one.parent)


def discard(path: Path) -> None:
    """Remove what a killed run left of a file under its temporary name."""
    path.with_name(TEMPORARY.format(path.name)).unlink(missing_ok=True)
