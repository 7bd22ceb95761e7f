"""Clean: a body that is safe to show and has nothing in it but the article; its addresses absolute."""

from dataclasses import replace

from newscrawl.article import Article
from newscrawl.clean import clean_body


class Clean:
    """Takes out scripts, event attributes, frames and whatever else the allow-list does not name."""

    def process_item(self, article: Article) -> Article:
        return replace(article, body=clean_body(article.body, article.url))
