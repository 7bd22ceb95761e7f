"""Hexo (https://hexo.io): `source/_posts/*.md`. Keys as Volantis and its relatives read them."""

from collections.abc import Callable
from datetime import datetime

from newscrawl.article import Article
from newscrawl.posts.dates import later_update, rfc822, wall_clock
from newscrawl.posts.dates import published as published_at
from newscrawl.posts.fields import put
from newscrawl.posts.format import Fields, Format, PostOptions
from newscrawl.posts.images import image_keys, with_credit
from newscrawl.posts.languages import by_territory
from newscrawl.posts.shared import known, provenance, publisher, standfirst
from newscrawl.posts.tags import tags
from newscrawl.posts.terms import in_hexo
from newscrawl.posts.text import url
from newscrawl.posts.theme import Theme

THEMES = {
    # It lists every tag there is beside every post: with thousands, Node's memory does not last for a build.
    "landscape": Theme(images=("cover",), shows_image=False, tags=0, writes_alt=True),
    # Without title_display=true a post with a picture above it has no headline.
    "volantis": Theme(
        images=("headimg", "thumbnail"),
        fields=(
            "title_display=true",
            # Its notice says that all on the site is under the owner's licence; type3: under the original's.
            "copyright.type=type3",
            "copyright.author={publisher}",
            "copyright.ref.title={title}",
            "copyright.ref.url={url}",
        ),
        hides_image=("-headimg",),
        shows_caption=False,
    ),
    "butterfly": Theme(
        images=("cover",),
        fields=(
            # Its notice says that all on the site is the owner's, and under a licence of Creative Commons.
            "copyright_author={publisher}",
            "copyright_author_href={url}",
            "copyright_url={url}",
            "copyright_info=© {publisher}",
            # What its lists show; else the begin of the body, which is a caption where a picture comes first.
            "postDesc={excerpt}",
            # Without it the cover lies under the title too, cut and darkened.
            "top_img=false",
        ),
        shows_image=False,
    ),
    "next": Theme(
        images=("photos[]",), hides_image=("-photos",), hides_description=("-description",), shows_caption=False
    ),
    "fluid": Theme(images=("index_img",), shows_image=False, caption_class="image-caption"),
}
# Hexo's own: the post's file, its text, its address, its neighbours.
RESERVED = frozenset("_content _id asset_dir content full_source id more next path prev raw slug source".split())


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
    published, updated = published_at(article), later_update(article)
    if published:
        front["date"] = moment(published)
    if "thumbnail" in keys:
        front["thumbnail"] = image
    front = with_credit(front, article)
    return front | known(
        # Always: Hexo shows the file's own time where there is none, which each copy of a site changes.
        updated=moment(last) if (last := updated or published) else "",
        **provenance(article, source="source_url", language=by_territory(article.language)),
        description=article.description,
        # Without one, lists of posts show whole articles in themes that read no description.
        excerpt=standfirst(article),
        tags=tags(article, options),
        authors=list(article.authors),
        # The second lock. As a boolean: Hexo takes no notice of the text "true".
        disableNunjucks=True,
    )


def _clock(zone: str) -> Callable[[datetime], str]:
    """How dates are written: Hexo reads an instant right only where the site sets no `timezone:`."""
    return (lambda moment: wall_clock(moment, zone)) if zone else rfc822


HEXO = Format(
    name="hexo",
    fields=fields,
    term=in_hexo,
    images=THEMES["volantis"].images,
    themes=THEMES,
    reserved=RESERVED,
    # A site whose theme nobody names has Hexo's own as a rule.
    tags=THEMES["landscape"].tags,
)
