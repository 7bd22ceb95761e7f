"""The article of a page that the archive does not have, read back from its posts."""

from dataclasses import replace

from newscrawl.article import Article
from newscrawl.files import Files
from newscrawl.render.read_back import article_of
from newscrawl.store import PageRecord, Store


def from_posts(store: Store, page: PageRecord, files: Files, key: str = "") -> Article | None:
    """The article as the first of its posts says it that can be read. `files`, `key`: as `PostFiles` has them."""
    for form, file in store.posts.of(page.id, key).items():
        data = files.read(file.path)
        if data and (found := article_of(data.decode(errors="replace"), form, page.url)):
            return completed(found, page)
    return None


def completed(article: Article, page: PageRecord) -> Article:
    """An article with what the store knows of its page."""
    return replace(article, site=page.site, url=page.url, published=article.published or page.published)
