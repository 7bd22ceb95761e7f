"""What the formats have in common: an article's facts in front-matter terms."""

from functools import partial

from newscrawl.article import Article
from newscrawl.posts import text
from newscrawl.posts.format import Fields, PostOptions, Value
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


def tags(article: Article, options: PostOptions) -> list[str]:
    """The article's tags, as many as the user wants: those that its title names before those of its text.

    In the page's order, without what its categories say already: a generator makes a page of each of them.
    """
    said = {name.casefold() for name in article.categories}
    found = [tag for tag in article.tags if tag.casefold() not in said]
    kept = set(sorted(found, key=partial(_distance, article))[: options.tags])
    return [tag for tag in found if tag in kept]


def _distance(article: Article, tag: str) -> int:
    """How far a tag is from what the article is about: 0 where the title has it."""
    texts = (article.title, article.description, article.text)
    return next((n for n, text in enumerate(texts) if tag.casefold() in text.casefold()), len(texts))


def standfirst(article: Article) -> str:
    """What an index shows of an article: its description, else its first paragraph."""
    return article.description or article.text.partition("\n")[0]
