"""Metadata: not yet written."""

from newscrawl.article import Article


class Metadata:
    """Passes every article on."""

    def process_item(self, article: Article) -> Article:
        return article
