"""LocalImages: the images of one site that stand under OUTPUT/images/<site>/, and posts that show those.

An Article keeps the addresses of its site: what data is made of it stays true. Posts alone name the files.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from newscrawl.article import Article
from newscrawl.files import Files
from newscrawl.images.addresses import images_of, with_images_shown
from newscrawl.images.size import image_info
from newscrawl.store.images import StoredImage, StoredImages

# Of one article. A gallery has 30; more than this is a page that lists.
MOST = 60
# Posts are made of absolute addresses, so while one is written a file has such an address, on a host that cannot be
# (RFC 2606), and plain enough that every format spells it the same way.
MARK = "https://images.newscrawl.invalid/"


class LocalImages:
    def __init__(self, known: StoredImages, site: str, files: Files, shown_at: str) -> None:
        """`shown_at`: where the blog serves the folder, e.g. "/images/{site}/"."""
        self.known, self.site, self.files = known, site, files
        self.shown_at = shown_at.replace("{site}", site)

    def kept(self, url: str) -> StoredImage | None:
        kept = self.known.get(self.site, url)
        return kept if kept and self.files.exists(kept.path) else None

    def keep(self, url: str, data: bytes) -> None:
        """Equal bytes are one file. Raises ValueError for what is no image, OSError where it cannot be written."""
        found = image_info(data)
        if found is None:
            raise ValueError("no image")
        name = f"{sha256(data).hexdigest()[:24]}.{found.ending}"
        kept = StoredImage(f"images/{self.site}/{name}", found.width, found.height)
        self.files.put_if_changed(kept.path, data)
        self.known.put(self.site, url, kept)

    def marked(self, article: Article) -> Article:
        """The article with a mark in place of each address whose image is here."""
        found = {url: kept for url in addresses(article) if (kept := self.kept(url))}
        shown = {url: (MARK + Path(kept.path).name, kept.width, kept.height) for url, kept in found.items()}
        image = shown[article.image][0] if article.image in shown else article.image
        return replace(article, image=image, body=with_images_shown(article.body, article.url, shown))

    def unmarked(self, text: str) -> str:
        """A post's text with the files' addresses in place of the marks."""
        return text.replace(MARK, self.shown_at)


def addresses(article: Article) -> Iterable[str]:
    """The lead image and those in the body, each once."""
    found = dict.fromkeys([article.image, *images_of(article.body)])
    return [url for url in found if url.startswith(("http://", "https://"))][:MOST]
