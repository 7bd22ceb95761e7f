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


def provenance(article: Article, *, source: str = "source", language: str | None = None) -> Fields:
    """Where it comes from: the article's address, whose it is, its language.

    `source`: the key of the address; `language`: the tag as the generator takes it, where that is another one.
    """
    lang = article.language if language is None else language
    return known(**{source: text.url(article.url)}, publisher=article.publisher, lang=lang)


def caption(article: Article) -> str:
    """What stands below the lead image: its caption, and in brackets whose it is where the caption does not say so."""
    credit = article.image_credit
    in_brackets = f"({credit})" if credit and credit not in article.image_caption else ""
    return " ".join(filter(None, [article.image_caption, in_brackets]))


def standfirst(article: Article) -> str:
    """What an index shows of an article: its description, else its first paragraph."""
    return article.description or article.text.partition("\n")[0]
