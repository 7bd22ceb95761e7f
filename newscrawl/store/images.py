"""Pictures: where each image that was downloaded stands."""

from dataclasses import dataclass
from hashlib import blake2b

from newscrawl.store.database import Database


@dataclass(frozen=True, slots=True)
class Kept:
    """A downloaded image."""

    path: str
    """Under OUTPUT, e.g. images/aljazeera/5f3c….jpg."""

    width: int
    height: int


class Pictures:
    """The table of images: an address of one site's pages -> its file."""

    def __init__(self, database: Database, site: str) -> None:
        self.database, self.site = database, site

    def get(self, url: str) -> Kept | None:
        row = self.database.one("SELECT path, width, height FROM images WHERE key = ?", self.key(url))
        return Kept(*row) if row else None

    def put(self, url: str, kept: Kept) -> None:
        with self.database.writing():
            self.database.write(
                "INSERT OR REPLACE INTO images(key, path, width, height) VALUES (?, ?, ?, ?)",
                *(self.key(url), kept.path, kept.width, kept.height),
            )

    def key(self, url: str) -> int:
        digest = blake2b(f"{self.site} {url}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True)
