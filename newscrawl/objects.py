"""Object storage through fsspec: s3://bucket/news, and what else it has a package for.

An object is written in one request, so it is there whole or as it was. In S3 a write is on a condition: that the object
is still the one that was read (If-Match), or that there is still none (If-None-Match). What another program or person
wrote meanwhile is never overwritten unseen: the write is refused, and the article comes again in the next run.
"""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from newscrawl.errors import ArgumentError, with_extra

PROBE = ".newscrawl"
"""An object that is written and removed to see whether that can be done."""

SECONDS = {"connect_timeout": 10, "read_timeout": 30}


class ObjectFiles:
    """The objects below an address."""

    def __init__(self, address: str) -> None:
        """Raises ArgumentError for an address that nothing knows."""
        self.address = address.rstrip("/")
        self.system, self.root = opened(self.address)
        self.is_s3 = "s3" in self.system.protocol
        self.seen: dict[str, tuple[bytes | None, str]] = {}
        """Path -> what was read there before the next write, with its ETag; one article's posts are asked for twice."""

    def read(self, path: str) -> bytes | None:
        if path not in self.seen:
            with told(self._named(path)):
                self.seen[path] = self._object(path)
        return self.seen[path][0]

    def exists(self, path: str) -> bool:
        if path in self.seen:
            return self.seen[path][0] is not None
        with told(self._named(path)):
            return bool(self.system.exists(self._key(path)))

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        try:
            for path, data in files:
                with told(self._named(path)):
                    self.system.pipe_file(self._key(path), data, **self._condition(path))
        finally:
            self.seen.clear()

    def put_if_changed(self, path: str, data: bytes) -> None:
        if self.read(path) != data:
            self.put([(path, data)])

    def remove(self, path: str) -> None:
        with told(self._named(path)):
            with suppress(FileNotFoundError):
                self.system.rm_file(self._key(path))
        self.seen.pop(path, None)

    def check(self) -> None:
        """Write something and take it away. Raises OSError."""
        self.put([(PROBE, b"")])
        self.remove(PROBE)

    def _key(self, path: str) -> str:
        return f"{self.root}/{path}"

    def _named(self, path: str) -> str:
        return f"{self.address}/{path}"

    def _condition(self, path: str) -> dict[str, str]:
        if not self.is_s3 or path not in self.seen:
            return {}
        found, tag = self.seen[path]
        return {"IfNoneMatch": "*"} if found is None else {"IfMatch": tag}

    def _object(self, path: str) -> tuple[bytes | None, str]:
        try:
            return self._s3_object(path) if self.is_s3 else (self.system.cat_file(self._key(path)), "")
        except FileNotFoundError:
            return None, ""

    def _s3_object(self, path: str) -> tuple[bytes, str]:
        """An object and its ETag in one request; fsspec's own reading asks twice, and does not tell the second."""
        from fsspec.asyn import sync

        bucket, key, _ = self.system.split_path(self._key(path))
        answer = self.system.call_s3("get_object", Bucket=bucket, Key=key)
        return sync(self.system.loop, answer["Body"].read), answer["ETag"]


@cache
def opened(address: str) -> tuple[Any, str]:
    """fsspec's file system for an address, and the path in it. Raises ArgumentError."""
    scheme = address.partition("://")[0]
    try:
        from fsspec.core import url_to_fs

        options = {"use_listings_cache": False, "config_kwargs": SECONDS} if scheme == "s3" else {}
        system, path = url_to_fs(address, **options)
    except ImportError as error:
        extra = f"s3fs: {with_extra('s3')}" if scheme == "s3" else f"fsspec and its package for {scheme}:// ({error})"
        raise ArgumentError(f"{address}: needs {extra}") from None
    except ValueError as error:
        raise ArgumentError(f"{address}: {error}; s3://bucket/folder is accepted") from None
    return system, path.rstrip("/")


@contextmanager
def told(address: str) -> Iterator[None]:
    """What goes wrong as an OSError with the object's address; the libraries below raise errors of many kinds."""
    try:
        yield
    except Exception as error:
        number = getattr(error, "errno", None) or errno.EIO
        raise OSError(number, " ".join(str(error).split()) or type(error).__name__, address) from error


def check_objects(address: str, named: str) -> None:
    """See whether objects can be written. `named`: how the user named the place. Raises ArgumentError."""
    try:
        ObjectFiles(address).check()
    except OSError as error:
        raise ArgumentError(f"{named}: cannot be written: {error.strerror}") from None
