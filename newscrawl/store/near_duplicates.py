"""Near-duplicates: which kept article has nearly this text."""

from datetime import timedelta

from newscrawl.article import Article
from newscrawl.store.database import Database
from newscrawl.store.minhash import ALIKE, SAME, bands, similarity, sketch
from newscrawl.store.page_record import SELECT, PageRecord, record_of

# An article that comes back under an unconnected address does so within days; the sketches of the newest so many of the
# whole store take 30 MB, those of a million would take half as much as the store itself.
REMEMBERED = 100_000

# Old sketches go in lots: finding them costs a little each time.
LOT = 1_000

# Beyond this distance in publication two texts that are alike are two articles of a series.
APART = timedelta(days=3)

SKETCH = "INSERT INTO sketches(page, sketch) VALUES (?, ?) ON CONFLICT (page) DO UPDATE SET sketch = excluded.sketch"
ALIKE_PAGES = (
    f"SELECT sketch, {SELECT.removeprefix('SELECT ')} JOIN sketches ON sketches.page = pages.id WHERE pages.id IN "
    "(SELECT DISTINCT page FROM bands WHERE key IN (?, ?, ?, ?) ORDER BY page DESC LIMIT 100) ORDER BY pages.id DESC"
)


class NearDuplicates:
    """The tables of sketches."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.looked_up: tuple[bytes, list[tuple[bytes, PageRecord]]] = (b"", [])
        """The outline of a text, and what was found that is like it."""

    def find(self, article: Article) -> PageRecord | None:
        """The kept page of the article's site whose text is nearly the same, or None."""
        drawn = sketch(article.text)
        if not drawn:
            return None
        self.looked_up = (drawn, self._candidates(drawn))
        for other, page in self.looked_up[1]:
            if page.site == article.site and page.kept and one_story(similarity(drawn, other), article, page):
                return page
        return None

    def elsewhere(self, article: Article, before: int) -> PageRecord | None:
        """The first kept page of another site that has nearly the article's text, known before the page `before`."""
        drawn = sketch(article.text)
        if drawn != self.looked_up[0]:  # `find` has asked just now, for most articles
            self.looked_up = (drawn, self._candidates(drawn) if drawn else [])
        found = [
            page
            for other, page in self.looked_up[1]
            if page.id < before and page.site != article.site and page.kept
            if one_story(similarity(drawn, other), article, page)
        ]
        return min(found, key=lambda page: page.id, default=None)

    def put(self, page: int, article: Article, *, anew: bool = True) -> None:
        """Remember a text; the oldest beyond REMEMBERED are forgotten. `anew`: the page may have another one."""
        self.looked_up = (b"", [])
        if anew:
            self.forget(page)
        if drawn := sketch(article.text):
            self.database.write(SKETCH, page, drawn)
            for band in bands(drawn):
                self.database.write("INSERT INTO bands(key, page) VALUES (?, ?) ON CONFLICT DO NOTHING", band, page)
        if page % LOT == 0:
            self._thin_out()

    def similarity(self, page: int, text: str) -> float | None:
        """How much a text has in common with a page's, from 0 to 1; None where one of them is too short to say."""
        drawn, known = sketch(text), self._of(page)
        return similarity(drawn, known) if drawn and known else None

    def forget(self, page: int) -> None:
        if old := self._of(page):
            for band in bands(old):
                self.database.write("DELETE FROM bands WHERE key = ? AND page = ?", band, page)
            self.database.write("DELETE FROM sketches WHERE page = ?", page)

    def _of(self, page: int) -> bytes:
        row = self.database.one("SELECT sketch FROM sketches WHERE page = ?", page)
        return row[0] if row else b""

    def _candidates(self, drawn: bytes) -> list[tuple[bytes, PageRecord]]:
        found = self.database.read(ALIKE_PAGES, *bands(drawn))
        return [(row[0], record_of(row[1:])) for row in found]

    def _thin_out(self) -> None:
        row = self.database.one("SELECT page FROM sketches ORDER BY page DESC LIMIT 1 OFFSET ?", REMEMBERED)
        if row:
            for (page,) in self.database.read("SELECT page FROM sketches WHERE page <= ?", row[0]):
                self.forget(page)


def one_story(share: float, article: Article, page: PageRecord) -> bool:
    """Whether texts with so much in common are one article: less will do where they were published at one instant."""
    if article.published and page.published:
        if int(article.published.timestamp()) == int(page.published.timestamp()):
            return share >= ALIKE
        return share >= SAME and abs(article.published - page.published) <= APART
    return share >= SAME
