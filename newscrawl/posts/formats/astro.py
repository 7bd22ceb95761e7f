"""Astro content collections (https://astro.build): `src/content/<name>/*.md`, keys as in its blog template's schema.

Never .mdx, which runs what stands between braces.
"""

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.shared import byline, known, provenance
from newscrawl.posts.tags import tags


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter; `description` stands there when empty too, because the template's schema wants it."""
    front: Fields = {"title": article.title, "description": article.description}
    front |= dates(article, "pubDate", "updatedDate")
    front |= known(categories=list(article.categories), tags=tags(article, options), author=", ".join(byline(article)))
    front = with_image(front, image_keys(ASTRO, options), article)
    return front | provenance(article)


ASTRO = Format(name="astro", fields=fields, images=("heroImage",), parses_markup=True)
