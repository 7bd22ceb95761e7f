"""Hugo (https://gohugo.io): `content/posts/*.md`, or a page bundle with `-s POST_NAME={date}-{slug}/index`.

The body is HTML, which Hugo leaves out of Markdown unless the site says `markup.goldmark.renderer.unsafe = true`.
"""

from newscrawl.article import Article
from newscrawl.posts.dates import dates
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_image
from newscrawl.posts.languages import by_territory
from newscrawl.posts.shared import byline, known, provenance, standfirst
from newscrawl.posts.tags import tags
from newscrawl.posts.terms import in_hugo, in_hugo_by_urlize
from newscrawl.posts.theme import Theme

THEMES = {
    "papermod": Theme(
        images=("cover.image", "cover.alt", "cover.caption"),
        hides_image=("cover.hiddenInSingle=true",),
        hides_description=("-description",),
    ),
    "stack": Theme(images=("image",)),
    "ananke": Theme(images=("featured_image",)),
    # It takes its pictures from the post's own folder alone; and a post without contributors ends its build.
    "doks": Theme(
        images=("images[]",),
        fields=("author:contributors", "summary={description}"),
        hides_description=("-summary",),
        shows_image=False,
        term=in_hugo_by_urlize,
    ),
    "opengraph": Theme(images=("images[]",), shows_image=False),
}


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter with the keys that Hugo itself and most themes read."""
    front: Fields = {"title": _title(article.title), **dates(article, "date", "lastmod")}
    front |= known(
        categories=list(article.categories),
        tags=tags(article, options),
        author=byline(article),
        description=article.description,
        # Without one, lists of posts and feeds show whole articles: to a recent Hugo the body is one block. And themes
        # decode what Hugo makes of the body (`htmlUnescape`), by which references no longer protect it.
        summary=standfirst(article) or article.title,
    )
    front = with_image(front, image_keys(HUGO, options), article)
    # Without it, what Hugo and PaperMod say of the page's language (og:locale) is the site's, or nothing.
    return front | provenance(article) | known(locale=by_territory(article.language).replace("-", "_"))


def _title(title: str) -> str:
    """A title without words with a blank that counts as a letter: one of hyphens or emoji alone ends Doks' build.

    Hugo's `humanize` fails at it.
    """
    return title if any(map(str.isalnum, title)) else f"{title}\u3164"


HUGO = Format(
    name="hugo",
    fields=fields,
    term=in_hugo,
    suffixes=(".md", ".html"),
    images=THEMES["papermod"].images,
    themes=THEMES,
    markup_in_markdown=False,
)
