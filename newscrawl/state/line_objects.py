"""JSON Lines in object storage (`JSONL=s3://bucket/{site}.jsonl`): an object cannot be added to, so each run makes one.

`s3://bucket/aljazeera/aljazeera-20261129T150000Z-5f3c09aa.jsonl`. The lines are collected in a file of this machine
that goes up at the run's end. Where it cannot, the site's next run on this machine adds to that file, and takes it up.
"""

from datetime import datetime
from pathlib import Path
from secrets import token_hex

from newscrawl.files import files_at


class LinesToPut:
    """The lines of one site that are not in object storage yet."""

    def __init__(self, folder: Path, address: str, site: str, now: datetime) -> None:
        """`folder`: where the file waits; what a run before this one left there is gone on with."""
        left = sorted(folder.glob("*.jsonl"))
        self.path = left[0] if left else folder / f"{site}-{now:%Y%m%dT%H%M%SZ}-{token_hex(4)}.jsonl"
        self.address = address.removesuffix(".jsonl")

    def put(self) -> None:
        """Make an object of them. Raises OSError, with the file still there."""
        if data := self.path.read_bytes():
            files_at(self.address).put([(self.path.name, data)])
        self.path.unlink()
