"""Files: where posts and images stand, each under its path: in a folder of this machine, or in object storage."""

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from newscrawl import durable


class Files(Protocol):
    """A place for files. Each is there whole or not at all. All raise OSError where the place refuses."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""

    def exists(self, path: str) -> bool:
        """Whether there is a file."""

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write several files."""

    def put_if_changed(self, path: str, data: bytes) -> None:
        """Write a file, unless it holds these bytes already."""

    def remove(self, path: str) -> None:
        """Remove a file that may be gone already, and the folders that are empty without it."""


class LocalFiles:
    """A folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes | None:
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def exists(self, path: str) -> bool:
        return (self.root / path).exists()

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        durable.put_all((self.root / path, data) for path, data in files)

    def put_if_changed(self, path: str, data: bytes) -> None:
        durable.put_if_changed(self.root / path, data)

    def remove(self, path: str) -> None:
        folder = (self.root / path).parent
        (self.root / path).unlink(missing_ok=True)
        while folder != self.root:
            with contextlib.suppress(OSError):
                folder.rmdir()
            if folder.exists():
                return
            folder = folder.parent


def is_address(place: str) -> bool:
    """Whether a place is an object storage's, e.g. s3://bucket/news."""
    return "://" in place


def settled(output: str, objects: str, folder: str) -> dict[str, str]:
    """OUTPUT and OBJECTS, where OUTPUT may be short for both. `folder`: what OUTPUT is then."""
    if is_address(output):
        return {"OUTPUT": folder, "OBJECTS": output}
    return {"OUTPUT": output, "OBJECTS": objects}


def files_of(settings: Mapping[Any, Any]) -> Files:
    """Where Scrapy's settings say that posts and images stand."""
    return files_at(settings["OBJECTS"] or settings["OUTPUT"])


def files_at(place: str) -> Files:
    """The files of a folder or an address. Raises ArgumentError for an address that nothing knows."""
    if not is_address(place):
        return LocalFiles(Path(place))
    from newscrawl.objects import ObjectFiles

    return ObjectFiles(place)
