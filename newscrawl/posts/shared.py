"""What the formats have in common: an article's facts in front-matter terms."""

from newscrawl.article import Article
from newscrawl.posts import text
from newscrawl.posts.format import Fields, Value
from newscrawl.urls.canonical import spelling


def byline(article: Article) -> list[str]:
    """Who wrote it: people where the page names them, else the publisher; may be empty."""
    return article.authors or list(filter(None, [publisher(article)]))


def publisher(article: Article) -> str:
    """Whose article it is; where no name is known the host, as the name of the spider says nothing to a reader."""
    return article.publisher or spelling(article.url).partition("/")[0]


def known(**fields: Value) -> Fields:
    """The fields that have a value."""
    return {key: value for key, value in fields.items() if value not in ("", [], {})}


def source(article: Article) -> str:
    """The article's address, spelt so that any theme can print it."""
    return text.url(article.url)
