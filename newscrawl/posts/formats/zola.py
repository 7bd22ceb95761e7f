"""Zola (https://www.getzola.org): `content/posts/*.md`. The site must declare the taxonomies categories and tags.

Zola spells names out in ASCII and fails where two posts then have one address, so the name ends with the URL's digits.
"""

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.shared import byline, known, provenance
from newscrawl.posts.tags import tags


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter: what Zola knows at the top, all else under `extra`."""
    front: Fields = {"title": article.title, **dates(article, "date", "updated")}
    front |= known(description=article.description, authors=byline(article))
    front |= known(taxonomies=known(categories=list(article.categories), tags=tags(article, options)))
    extra = provenance(article)
    extra = with_image(extra, image_keys(ZOLA, options), article)
    return front | known(extra=extra)


ZOLA = Format(name="zola", fields=fields, template="{date}-{ascii}-{hash}", images=("image", "image_alt"))
