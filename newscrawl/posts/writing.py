"""write_post: one article, one post."""

from collections.abc import Callable
from dataclasses import replace

from newscrawl.article import Article
from newscrawl.posts import text
from newscrawl.posts.additions import body_of, shows_image
from newscrawl.posts.body import html_body
from newscrawl.posts.direction import read_from_the_right
from newscrawl.posts.fields import changed
from newscrawl.posts.format import Fields, Format, Post, PostOptions, Value
from newscrawl.posts.formats import FORMATS
from newscrawl.posts.front_matter import front_matter
from newscrawl.posts.markdown import markdown_body
from newscrawl.posts.names import name_of
from newscrawl.posts.page_width import breaks_words
from newscrawl.posts.players import with_players
from newscrawl.posts.terms import terms

Write = Callable[[str], str]
_DEFAULT = PostOptions()


def write_post(article: Article, format: str = "hexo", options: PostOptions = _DEFAULT) -> Post:
    """The post of an article for one generator.

    The article may be hostile in every field: what a page says is written as text, and its body is cleaned on the way.
    `options` must have passed `check_options`. The name is the one the article asks for; see `free_name`.
    """
    form = FORMATS[format]
    theme = form.theme(options)
    if theme and theme.term:
        form = replace(form, term=theme.term)
    if options.tags is None:
        options = replace(options, tags=(theme or form).tags)
    fields = form.fields(article, options)
    changes = (*_of_theme(form, options, article), *options.fields)
    if changes:
        fields = changed(fields, changes, article)
    header = form.header or front_matter
    write = text.safe if options.titles == "safe" else text.one_line
    name = name_of(article, form, options)
    whole = header(_written(fields, write, form)) + "\n" + _body(article, form, options)
    return Post(name, whole, form.dated)


def post_name(article: Article, format: str, options: PostOptions = _DEFAULT) -> str:
    """The name that an article's post asks for."""
    return name_of(article, FORMATS[format], options)


def _body(article: Article, form: Format, options: PostOptions) -> str:
    body = body_of(article, form, options)
    if form.markdown_only or options.body == "markdown":
        return markdown_body(body, article.url, form.markup_in_markdown)
    theme = form.theme(options)
    written = html_body(
        body,
        article.url,
        language=article.language,
        parsed_again=form.parses_markup,
        caption_class=theme.caption_class if theme else "",
    )
    return with_players(written) if options.players == "click" else written


def _of_theme(form: Format, options: PostOptions, article: Article) -> tuple[str, ...]:
    """What the site's theme reads besides, as changes to the fields."""
    theme = form.theme(options)
    if theme is None:
        return ()
    hides_image = theme.hides_image if theme.hides_image and shows_image(article, form, options) else ()
    return theme.fields + hides_image + (theme.hides_description if _begins_with_description(article) else ())


def _begins_with_description(article: Article) -> bool:
    said = article.description.rstrip(".… ")
    return bool(said) and article.text.startswith(said)


_TERMS = frozenset({"categories", "contributors", "tags"})
_NAMES = frozenset({"authors"})
# What themes print as HTML or Markdown, those that escape titles too.
_EXCERPTS = frozenset({"excerpt", "postdesc"})
_PRINTED = frozenset({"copyright_info", "summary"})


def _written(fields: Fields, write: Write, form: Format) -> Fields:
    """`fields` with every text in them fit for a theme: the one door through which text reaches the front matter."""
    return {key: _fit(key.lower(), value, write, form) for key, value in fields.items()}


def _fit(key: str, value: Value, write: Write, form: Format) -> Value:
    if isinstance(value, str) and (key.endswith("caption") or key in _PRINTED):
        return text.safe_caption(value)
    if isinstance(value, str):
        return _excerpt(text.safe(value)) if key in _EXCERPTS else write(value)
    if isinstance(value, list):
        if key in _TERMS:
            names = terms(value, lambda text: form.term(write(text)))
            return form.folders(names) if form.folders and key == "categories" else names
        return terms(value, write) if key in _NAMES else list(filter(None, map(write, value)))
    if isinstance(value, dict):
        return _written(value, write, form)
    return value


def _excerpt(said: str) -> str:
    direction = ' dir="rtl"' if read_from_the_right(said) else ""
    return f"<p{direction}{breaks_words(f'>{said}')}>{said}</p>"
