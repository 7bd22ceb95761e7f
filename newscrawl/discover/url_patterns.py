"""URL patterns: what addresses of one pattern turned out to be, so the next one is known before it is fetched."""

from collections import Counter
from collections.abc import Collection

from newscrawl.discover.url_shape import score, shape

# Two pages of a kind may fail by chance, a deleted article and a video among them; three without one success do not.
ENOUGH = 3


# So many articles in one folder of a sitemap, and what stands among them with a short name is one.
_MOST = 3


def beside_articles(urls: Collection[str]) -> set[str]:
    """Those of a sitemap's addresses that stand in folders of which most are rather articles': /news/museum-opens.

    Lists that stand in a folder (/news/archive, /news/tags) say nothing of what else does.
    """
    folders = {url: url.rstrip("/").rpartition("/")[0] for url in urls if score(url) >= -1}
    every = Counter(folders.values())
    good = Counter(folder for url, folder in folders.items() if score(url) > 0)
    return {url for url, folder in folders.items() if good[folder] >= _MOST and 2 * good[folder] >= every[folder]}


class Shapes:
    """Counts, for each shape of address on a site, the pages that were articles and those that were none."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.others: Counter[str] = Counter()

    def learn(self, url: str, *, article: bool) -> None:
        """Learn what a page turned out to be. A link in a feed or news sitemap counts as an article unfetched."""
        (self.articles if article else self.others)[shape(url)] += 1

    def proven(self, url: str) -> bool:
        """Whether a page of this shape was an article."""
        return self.articles[shape(url)] > 0

    def hopeless(self, url: str) -> bool:
        """Whether pages of this shape were something else, again and again, and never an article."""
        return self.others[shape(url)] >= ENOUGH and not self.proven(url)
