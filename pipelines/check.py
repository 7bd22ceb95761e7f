"""Check: an article without text, title or any date is refused, with the reason. Changes nothing."""

from newscrawl.article import Article
from newscrawl.refusals import Incomplete


class Check:
    """Refuses what would make a post that says nothing or stands nowhere in time."""

    def process_item(self, article: Article) -> Article:
        for value, what in ((article.text, "text"), (article.title, "title"), (article.published, "date")):
            if not value:
                raise Incomplete(f"no {what}")
        return article
