"""Metadata: text on one line, the site's name off the title, dates aware, lists without blanks and repeats."""

from dataclasses import replace

from newscrawl.article import Article
from newscrawl.metadata import aware, each_once, headline, plain


class Metadata:
    """Makes everything but the body regular; a field that is so already stays as it is."""

    def process_item(self, article: Article) -> Article:
        names = [article.publisher, article.section, *article.categories]
        return replace(
            article,
            title=headline(plain(article.title), names),
            description=plain(article.description),
            section=plain(article.section),
            published=aware(article.published),
            updated=aware(article.updated),
            authors=each_once(article.authors),
            # Its section is the only label of an article whose site has no path of its own.
            categories=each_once(article.categories or [article.section]),
            tags=each_once(article.tags),
            image_caption=plain(article.image_caption),
            image_credit=plain(article.image_credit),
            image_alt=plain(article.image_alt),
        )
