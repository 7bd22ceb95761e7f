"""Jekyll (https://jekyllrb.com): `_posts/YYYY-MM-DD-slug.html`.

HTML, not Markdown: kramdown takes time with the square of a body's size and overflows its stack on deep ones.
"""

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.languages import by_territory
from newscrawl.posts.shared import byline, known, provenance, standfirst
from newscrawl.posts.tags import tags
from newscrawl.posts.terms import folders_of_jekyll
from newscrawl.posts.theme import Theme

THEMES = {
    "minima": Theme(images=("image",), shows_image=False),
    "minimal-mistakes": Theme(images=("header.teaser", "header.overlay_image", "header.caption")),
    # What it calls the alternative text it shows as the caption; and it has the description above the text since 6.4.
    "chirpy": Theme(
        images=("image.path", "image.alt=caption"), hides_image=("-image",), hides_description=("-description",)
    ),
    "seo-tag": Theme(images=("image",)),
}
RESERVED = frozenset("collection content id next output path previous relative_path url".split())


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter with the keys of Jekyll, jekyll-seo-tag and jekyll-last-modified-at."""
    front: Fields = {"layout": "post", "title": article.title, **dates(article, "date", "last_modified_at")}
    front |= known(
        categories=list(article.categories),
        tags=tags(article, options),
        author=", ".join(byline(article)),
        description=article.description,
        # Jekyll takes all up to the first blank line, and bodies have none: an index would show whole articles.
        excerpt=standfirst(article),
    )
    front = with_image(front, image_keys(JEKYLL, options), article)
    front |= provenance(article, language=by_territory(article.language))
    # The second lock; Jekyll 3, which GitHub Pages runs, takes no notice of it.
    front["render_with_liquid"] = False
    return front


JEKYLL = Format(
    name="jekyll",
    fields=fields,
    folders=folders_of_jekyll,
    suffixes=(".html", ".md"),
    dated=True,
    images=("header.teaser",),
    themes=THEMES,
    reserved=RESERVED,
)
