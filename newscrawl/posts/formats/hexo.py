"""Hexo (https://hexo.io): `source/_posts/*.md`. Keys as Volantis and its relatives read them."""

from collections.abc import Callable
from datetime import datetime

from newscrawl.article import Article
from newscrawl.posts.dates import known as known_date
from newscrawl.posts.dates import later_update, rfc822, wall_clock
from newscrawl.posts.fields import put
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys
from newscrawl.posts.shared import known, publisher, source
from newscrawl.posts.terms import of_no_object
from newscrawl.posts.text import url

THEMES = {
    "volantis": ("headimg", "thumbnail"),
    "butterfly": ("cover", "top_img"),
    "next": ("photos[]",),
}


def fields(article: Article, options: PostOptions) -> Fields:
    """Front matter. The image's keys are there without an image too, empty: themes then show none."""
    moment = _clock(options.timezone)
    front: Fields = {"title": article.title, "categories": list(article.categories)}
    keys, image = image_keys(HEXO, options), url(article.image)
    for key in keys:
        if key != "thumbnail":
            put(front, key, image)
    front["author"] = article.publisher or ", ".join(article.authors) or publisher(article)
    front["comments"] = False
    published, updated = known_date(article.published), later_update(article)
    if published:
        front["date"] = moment(published)
    if "thumbnail" in keys:
        front["thumbnail"] = image
    return front | known(
        updated=moment(updated) if updated else "",
        source=source(article),
        lang=article.language,
        description=article.description,
        tags=list(article.tags),
        authors=list(article.authors),
        # The second lock. As a boolean: Hexo takes no notice of the text "true".
        disableNunjucks=True,
    )


def _clock(zone: str) -> Callable[[datetime], str]:
    """How dates are written: Hexo reads an instant right only where the site sets no `timezone:`."""
    return (lambda moment: wall_clock(moment, zone)) if zone else rfc822


HEXO = Format(name="hexo", fields=fields, term=of_no_object, images=THEMES["volantis"], themes=THEMES)
