"""The lead image in the front matter, under the keys that a theme looks for."""

from newscrawl.article import Article
from newscrawl.posts import text
from newscrawl.posts.fields import put
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.shared import caption


def image_keys(form: Format, options: PostOptions) -> tuple[str, ...]:
    """The keys that the user or the format asks for; a theme's name stands for its keys."""
    theme = form.theme(options)
    asked = options.image_keys or (theme.images if theme else form.images)
    return tuple(key for name in asked for key in _keys(form, name))


def _keys(form: Format, name: str) -> tuple[str, ...]:
    theme = form.themes.get(name.lower())
    return theme.images if theme else (name,)


def with_image(fields: Fields, keys: tuple[str, ...], article: Article) -> Fields:
    """`fields` with the lead image under each key that it does not have yet; nothing where the article has none.

    A key that ends with `alt` or `caption` gets that text of the image; "alt=caption": shown below it.
    """
    address = text.url(article.image)
    texts = {"alt": article.image_alt, "caption": caption(article)}
    for said in keys if address else ():
        key, _, what = said.partition("=")
        value = texts.get(what or key.replace("_", ".").rpartition(".")[2], address)
        if value:
            put(fields, key, value)
    return with_credit(fields, article)


def with_credit(fields: Fields, article: Article) -> Fields:
    """`fields` with the lead image's caption and its maker's name, which no theme reads but any can print."""
    texts = {"image_caption": article.image_caption, "image_credit": article.image_credit}
    return fields | {key: value for key, value in texts.items() if value and article.image}
