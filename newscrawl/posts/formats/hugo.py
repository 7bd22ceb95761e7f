"""Hugo (https://gohugo.io): `content/posts/*.md`, or a page bundle with `-s POST_NAME={date}-{slug}/index`.

The body is HTML, which Hugo leaves out of Markdown unless the site says `markup.goldmark.renderer.unsafe = true`.
"""

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.shared import byline, known, source
from newscrawl.posts.terms import in_hugo

THEMES = {
    "papermod": ("cover.image", "cover.alt", "cover.caption"),
    "stack": ("image",),
    "ananke": ("featured_image",),
    "opengraph": ("images[]",),
}


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter with the keys that Hugo itself and most themes read."""
    front: Fields = {"title": article.title, **dates(article, "date", "lastmod")}
    front |= known(
        categories=list(article.categories),
        tags=list(article.tags),
        author=byline(article),
        description=article.description,
    )
    with_image(front, image_keys(HUGO, options), article)
    return front | known(source=source(article), lang=article.language)


HUGO = Format(
    name="hugo",
    fields=fields,
    term=in_hugo,
    suffixes=(".md", ".html"),
    images=THEMES["papermod"],
    themes=THEMES,
    markup_in_markdown=False,
)
