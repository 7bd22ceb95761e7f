"""Clean: not yet written."""

from newscrawl.article import Article


class Clean:
    """Passes every article on."""

    def process_item(self, article: Article) -> Article:
        return article
