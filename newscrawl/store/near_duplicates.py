"""Alike: which kept article has nearly this text."""

from datetime import timedelta

from newscrawl.article import Article
from newscrawl.store.database import Database
from newscrawl.store.likeness import ALIKE, SAME, bands, likeness, outline
from newscrawl.store.pages import Page, Pages

# An article that comes back under an unconnected address does so within days; the outlines of the newest so many of the
# whole store take 30 MB, those of a million would take half as much as the store itself.
REMEMBERED = 100_000
# Old outlines go in lots: finding them costs a little each time.
LOT = 1_000
# Beyond this distance in publication two like texts are two articles of a series.
APART = timedelta(days=3)


class Alike:
    """The tables of outlines."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def find(self, pages: Pages, article: Article) -> Page | None:
        """The kept page of the article's site whose text is nearly the same, or None."""
        drawn = outline(article.text)
        if not drawn:
            return None
        for id, sketch in self._candidates(drawn):
            page = pages.get(id)
            if page and page.site == article.site and page.kept and alike(likeness(drawn, sketch), article, page):
                return page
        return None

    def put(self, page: int, article: Article) -> None:
        """Remember a text; the oldest beyond REMEMBERED are forgotten."""
        self.forget(page)
        if drawn := outline(article.text):
            self.database.write("INSERT OR REPLACE INTO sketches(page, sketch) VALUES (?, ?)", page, drawn)
            for band in bands(drawn):
                self.database.write("INSERT OR IGNORE INTO bands(key, page) VALUES (?, ?)", band, page)
        if page % LOT == 0:
            self._thin_out()

    def of(self, page: int) -> bytes:
        """A page's outline; b"" where it has none."""
        row = self.database.one("SELECT sketch FROM sketches WHERE page = ?", page)
        return row[0] if row else b""

    def forget(self, page: int) -> None:
        if old := self.of(page):
            for band in bands(old):
                self.database.write("DELETE FROM bands WHERE key = ? AND page = ?", band, page)
            self.database.write("DELETE FROM sketches WHERE page = ?", page)

    def _candidates(self, drawn: bytes) -> list[tuple[int, bytes]]:
        found = self.database.read(
            "SELECT DISTINCT sketches.page, sketch FROM bands JOIN sketches ON sketches.page = bands.page "
            "WHERE key IN (?, ?, ?, ?) ORDER BY sketches.page DESC LIMIT 100",
            *bands(drawn),
        )
        return [(page, sketch) for page, sketch in found]

    def _thin_out(self) -> None:
        row = self.database.one("SELECT page FROM sketches ORDER BY page DESC LIMIT 1 OFFSET ?", REMEMBERED)
        if row:
            for (page,) in self.database.read("SELECT page FROM sketches WHERE page <= ?", row[0]):
                self.forget(page)


def alike(share: float, article: Article, page: Page) -> bool:
    """Whether two texts with this likeness are one article: less will do where the publication is the same instant."""
    if article.published and page.published:
        if int(article.published.timestamp()) == int(page.published.timestamp()):
            return share >= ALIKE
        return share >= SAME and abs(article.published - page.published) <= APART
    return share >= SAME
