"""URL patterns: what addresses of one pattern turned out to be, so the next one is known before it is fetched."""

from collections import Counter

from newscrawl.discover.url_shape import shape

# Two pages of a kind may fail by chance, a deleted article and a video among them; three without one success do not.
ENOUGH = 3


class Shapes:
    """Counts, for each shape of address on a site, the pages that were articles and those that were none."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.others: Counter[str] = Counter()

    def learn(self, url: str, *, article: bool) -> None:
        """Take to heart what a page was. A link in a feed or news sitemap counts as an article before it is fetched."""
        (self.articles if article else self.others)[shape(url)] += 1

    def proven(self, url: str) -> bool:
        """Whether a page of this shape was an article."""
        return self.articles[shape(url)] > 0

    def hopeless(self, url: str) -> bool:
        """Whether pages of this shape were something else, again and again, and never an article."""
        return self.others[shape(url)] >= ENOUGH and not self.proven(url)
