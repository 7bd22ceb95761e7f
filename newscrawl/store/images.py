"""Images: where each image that was downloaded stands."""

from dataclasses import dataclass
from hashlib import blake2b

from newscrawl.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A downloaded image."""

    path: str
    """Under OUTPUT, e.g. images/aljazeera/5f3c….jpg."""
    width: int
    height: int


class StoredImages:
    """The table of images: an address on one site's pages -> its file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, site: str, url: str) -> StoredImage | None:
        row = self.database.one("SELECT path, width, height FROM images WHERE key = ?", key(site, url))
        return StoredImage(*row) if row else None

    def put(self, site: str, url: str, image: StoredImage) -> None:
        self.database.write(
            "INSERT INTO images(key, path, width, height) VALUES (?, ?, ?, ?) ON CONFLICT (key) "
            "DO UPDATE SET path = excluded.path, width = excluded.width, height = excluded.height",
            *(key(site, url), image.path, image.width, image.height),
        )


def key(site: str, url: str) -> int:
    digest = blake2b(f"{site} {url}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
