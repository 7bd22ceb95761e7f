"""Eleventy (https://www.11ty.dev): any folder of Markdown files; tags are its collections."""

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.shared import byline, known, provenance
from newscrawl.posts.tags import tags
from newscrawl.posts.terms import in_eleventy, of_no_object


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter as data for the site's layout."""
    front: Fields = {"title": article.title, **dates(article, "date", "updated")}
    front |= known(
        categories=list(article.categories),
        # "all" is Eleventy's own collection of every page.
        tags=[tag for tag in map(in_eleventy, tags(article, options)) if tag != "all"],
        author=", ".join(byline(article)),
        description=article.description,
    )
    front = with_image(front, image_keys(ELEVENTY, options), article)
    front |= provenance(article)
    # The second lock: Markdown alone, no Liquid or Nunjucks before it.
    front["templateEngineOverride"] = "md"
    return front


RESERVED = frozenset("collections content eleventy page pkg".split())
ELEVENTY = Format(name="eleventy", fields=fields, term=of_no_object, images=("image", "image_alt"), reserved=RESERVED)
