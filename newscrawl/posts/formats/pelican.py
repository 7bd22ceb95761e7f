"""Pelican (https://getpelican.com): `content/*.md` with lines of `Key: value`, which are not YAML.

Never .html: Pelican's reader of HTML decodes attributes before it writes them again, which lets quotes out of them.
"""

import html

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.names import STEM_BYTES, digest, slug
from newscrawl.posts.shared import byline, known, provenance
from newscrawl.posts.tags import tags
from newscrawl.posts.terms import signs_in_words, terms
from newscrawl.posts.text import cut, one_line


def fields(article: Article, options: PostOptions) -> Fields:
    """Metadata. Pelican knows one category: the innermost, which is the site's section."""
    front: Fields = {"Title": article.title, **dates(article, "Date", "Modified")}
    front |= known(
        Category="".join(terms(article.categories, one_line)[-1:]),
        Tags=tags(article, options),
        # Its own would come from the title alone; two equal ones end the build.
        Slug=_slug(article),
        Authors=byline(article),
        # Not Summary: Pelican reads that as Markdown.
        Description=article.description,
    )
    front = with_image(front, image_keys(PELICAN, options), article)
    return front | {key.capitalize(): value for key, value in provenance(article).items()}


def header(front: Fields) -> str:
    """The metadata as lines. Pelican prints values into pages as they stand, so they are HTML."""
    return "".join(f"{key}: {_line(value)}\n" for key, value in front.items())


def _line(value: object) -> str:
    if isinstance(value, list):
        # Pelican splits at semicolons, or at commas where there are none, and a reference would have one.
        return "".join(f"{str(item).translate(_IN_LISTS)}; " for item in value).rstrip()
    return html.escape(str(value))


_IN_LISTS = str.maketrans({";": ",", "<": "＜", ">": "＞", '"': "”"})


def _slug(article: Article) -> str:
    return f"{cut(slug(article.title), STEM_BYTES)}-{digest(article.url)}".lstrip("-")


PELICAN = Format(name="pelican", fields=fields, term=signs_in_words, images=("Image",), header=header)
