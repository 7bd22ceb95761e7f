"""Quarantine: pages of which no article came, with why and with what the server sent, so that nothing is lost.

`OUTPUT/quarantine/<site>/<name>.warc.gz`: one page a file, a WARC that any tool for these reads. A page has one place;
a later answer replaces the earlier one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapy.http import Response

from newscrawl.store.keys import address_key
from newscrawl.warc.exchange import Exchange, pairs

# Enough for a thousand news pages (200 KB compressed at the most), and for finding and mending what broke.
MAX_BYTES = 200 * 2**20
MAX_AGE = timedelta(days=30)

# What a header says of the bytes on the wire; here they are unpacked.
OF_THE_WIRE = {b"content-encoding", b"content-length", b"transfer-encoding"}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineEntry:
    """One page that is set aside."""

    site: str
    url: str
    kind: str
    """"article", or the kind of listing."""

    reason: str
    when: datetime
    path: Path


class Quarantine:
    """The folder of what is set aside."""

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES, max_age: timedelta = MAX_AGE) -> None:
        self.folder = folder
        self.max_bytes = max_bytes
        self.max_age = max_age

    def put(self, site: str, kind: str, reason: str, answer: Exchange) -> None:
        """Set a page aside. Raises OSError."""
        # Here and below, for few runs set anything aside, and what reads and writes WARC takes as long as three pages.
        from newscrawl.warc.recording import Recording

        about = {"site": site, "url": answer.url, "kind": kind, "reason": " ".join(reason.split())}
        path = self.path(site, answer.url)
        recording = Recording(str(path), self.max_bytes, {**about, "time": answer.when.isoformat()})
        recording.add(answer)
        recording.close()

    def drop(self, site: str, url: str) -> None:
        """Remove a page that gave an article after all."""
        self.path(site, url).unlink(missing_ok=True)

    def entries(self, site: str) -> list[QuarantineEntry]:
        """What is set aside of a site, newest first. A file that cannot be read is left out."""
        found = [entry for path in self._files(site) if (entry := read(path))]
        return sorted(found, key=lambda entry: entry.when, reverse=True)

    def thin_out(self, now: datetime) -> int:
        """Remove what is too old, and the oldest beyond the size that is allowed; how many went."""
        # What a killed run left half written goes with its age, too.
        files = sorted(aged for path in self.folder.glob("*/*.warc.gz*") if (aged := age_and_size(path)))
        size = sum(one for _, one, _ in files)
        gone = 0
        for changed, one, path in files:
            if size <= self.max_bytes and datetime.fromtimestamp(changed, UTC) > now - self.max_age:
                break
            path.unlink(missing_ok=True)
            size, gone = size - one, gone + 1
        return gone

    def path(self, site: str, url: str) -> Path:
        """Where a page stands."""
        return self.folder / site / f"{address_key(site, url) & 0xFFFFFFFFFFFFFFFF:016x}.warc.gz"

    def _files(self, site: str) -> Iterator[Path]:
        return self.folder.glob(f"{site}/*.warc.gz")


def exchange(response: Response, when: datetime) -> Exchange:
    """An answer as a recording holds it."""
    request = response.request
    return Exchange(
        method=request.method if request else "GET",
        url=response.url,
        sent=pairs(request.headers) if request else [],
        status=response.status,
        headers=[(name, value) for name, value in pairs(response.headers) if name.lower() not in OF_THE_WIRE],
        body=response.body,
        when=when,
    )


def age_and_size(path: Path) -> tuple[float, int, Path] | None:
    """A file's age and size; None where a run of its site has just removed the file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime, found.st_size, path


def read(path: Path) -> QuarantineEntry | None:
    """What a file says of itself, or None."""
    from newscrawl.warc.records import Broken, records

    try:
        with open(path, "rb") as file:
            _, _, block = next(records(file, str(path)))
    except (OSError, Broken, StopIteration):
        return None
    lines = block.decode("utf-8", "replace").splitlines()
    about = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    try:
        when = datetime.fromisoformat(about["time"])
        return QuarantineEntry(**{key: about[key] for key in ("site", "url", "kind", "reason")}, when=when, path=path)
    except (KeyError, ValueError):
        return None
