"""Obsidian (https://obsidian.md): notes in Markdown with properties, named by their titles."""

import re

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.shared import byline, known, provenance
from newscrawl.posts.tags import tags

_NOT_IN_TAGS = re.compile(r"[^\w/\-]+")


def fields(article: Article, options: PostOptions) -> Fields:
    """Properties. `aliases` holds the whole title, of which the file's name has only what file systems take."""
    front: Fields = {"title": article.title, "aliases": [article.title]}
    front |= dates(article, "date", "updated")
    front |= known(
        tags=[tag for text in [*article.categories, *tags(article, options)] if (tag := _tag(text))],
        author=byline(article),
        description=article.description,
    )
    front = with_image(front, image_keys(OBSIDIAN, options), article)
    return front | provenance(article)


def _tag(text: str) -> str:
    """A tag as Obsidian takes it: no blanks, not a number alone."""
    tag = _NOT_IN_TAGS.sub("-", text).strip("-/")
    return f"t-{tag}" if tag.isdigit() else tag


OBSIDIAN = Format(name="obsidian", fields=fields, template="{date} {title}", images=("cover",), markdown_only=True)
