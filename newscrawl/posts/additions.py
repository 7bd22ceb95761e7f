"""What a user adds to the body of a post: the lead image at its top, where it comes from at its end."""

import html
import re
from string import Formatter

from newscrawl.article import Article
from newscrawl.clean import image_sources
from newscrawl.posts import text
from newscrawl.posts.dates import known
from newscrawl.posts.direction import right_to_left
from newscrawl.posts.format import Format, PostOptions
from newscrawl.posts.shared import caption, publisher
from newscrawl.posts.source_words import source_word
from newscrawl.urls.pictures import same_picture

_TELLING = 12
"""Letters of a caption that two pictures do not have by chance."""
_CAPTIONED = re.compile(r"<figure\b(?:(?!</?fig).)*+<figcaption", re.DOTALL)
_ALT = re.compile(r'(?<= )alt="[^"]*"')
_IN_LINE = ("author", "date", "publisher", "source", "title", "url")
SOURCE_LINE = "{source}: {publisher}, {date}"
"""What `POST_SOURCE_LINE=true` stands for."""


def body_of(article: Article, form: Format, options: PostOptions) -> str:
    """The article's body with what the user or the theme wants in it."""
    body = article.body
    if article.image and not has_lead_image(article) and _is_put_in(article, form, options):
        body = _figure(article) + body
    theme = form.theme(options)
    if theme and theme.writes_alt:
        body = _CAPTIONED.sub(lambda figure: _ALT.sub('alt=""', figure[0]), body)
    return body + _source_line(article, options.source_line) if options.source_line else body


def shows_image(article: Article, form: Format, options: PostOptions) -> bool:
    """Whether the post's body has the lead image."""
    return has_lead_image(article) or _is_put_in(article, form, options)


def has_lead_image(article: Article) -> bool:
    """Whether the lead image stands in the body, at whatever size; or under another name, with the same caption."""
    if any(same_picture(source, article.image) for source in image_sources(article.body)):
        return True
    captions = article.body.partition("<figcaption")[2]
    return len(article.image_caption) >= _TELLING and html.escape(article.image_caption, quote=False) in captions


def check_source_line(line: str) -> None:
    """Raise ValueError with one clear line where it cannot be filled in."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(line) if name is not None]
    except ValueError as error:
        raise ValueError(f"POST_SOURCE_LINE {line!r}: {error}") from None
    strange = next((name for name in names if name not in _IN_LINE), None)
    if strange is not None:
        raise ValueError(f"POST_SOURCE_LINE {line!r}: {{{strange}}} is not known; known are {', '.join(_IN_LINE)}")


def _is_put_in(article: Article, form: Format, options: PostOptions) -> bool:
    theme = form.theme(options)
    if options.lead_image or theme is None:
        return options.lead_image == "body"
    return not theme.shows_image or (not theme.shows_caption and caption(article) != "")


def _figure(article: Article) -> str:
    said = caption(article)
    below = f"<figcaption>{html.escape(said)}</figcaption>" if said else ""
    return f'<figure><img src="{html.escape(article.image)}" alt="{html.escape(article.image_alt)}">{below}</figure>'


def _source_line(article: Article, line: str) -> str:
    day = known(article.published)
    # Figures between hyphens turn round among words from the right.
    direction = ' dir="ltr"' if right_to_left(article.language) else ""
    texts = {
        "publisher": _link(article.url, publisher(article)),
        "url": _link(article.url, article.url),
        "title": _link(article.url, article.title),
        "author": html.escape(", ".join(article.authors)),
        "date": f'<time datetime="{day.date()}"{direction}>{day.date()}</time>' if day else "",
        "source": source_word(article.language),
    }
    return f"<p>{html.escape(line, quote=False).format_map(texts).strip(' ,;')}</p>"


def _link(url: str, shown: str) -> str:
    return f'<a href="{html.escape(text.url(url))}">{html.escape(shown)}</a>'
