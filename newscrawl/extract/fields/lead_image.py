"""The lead image: the picture that the page itself shows with the headline.

og:image is made for social networks: cropped, stamped with the paper's name, sometimes another picture altogether. So
the page's own picture is taken where it shows one, and what is declared (JSON-LD image, og:image) helps to find it:

1. the first picture above or next to the headline that is a declared one, by its file's name or its id in the address;
   in the version of a meta tag where the page has no JSON-LD with crops of it;
2. the first picture between the headline and the text, where it stands in a figure or in an element called lead, hero
   …; where something is declared, not one that stands behind the text's beginning;
3. a declared one further down the page;
4. the declared one itself, JSON-LD's before og:image, unless it is the site's stand-in: by its file's name, or as three
   other articles declared it that did not show it either;
5. one that is called like the headline, else one that microdata names, the body's first picture, the one that the head
   links (image_src).
"""

from dataclasses import dataclass, replace
from html import escape

from newscrawl.element import Element
from newscrawl.extract.body.body import Body
from newscrawl.extract.body.images import Image, alt_of
from newscrawl.extract.fields.declared_images import DeclaredImages, in_microdata, is_for_networks
from newscrawl.extract.fields.foreign_images import is_in_foreign_box, leads_to_other_page
from newscrawl.extract.fields.hero_images import above_headline, behind_headline, called_like_headline, is_hero, is_wide
from newscrawl.extract.fields.image_captions import caption_and_credit
from newscrawl.extract.fields.placeholder_images import is_placeholder, is_sign_or_portrait
from newscrawl.extract.fields.shown_images import ShownImage, shown_images
from newscrawl.extract.page.page import Page
from newscrawl.urls.pictures import is_one_of, picture_key, same_picture, unshown_key


@dataclass(frozen=True, slots=True)
class Lead:
    """The lead image with what the page says of it."""

    image: Image = Image(url="")
    source: str = ""
    unshown: frozenset[int] = frozenset()
    """The key of one that the page declares and does not show (`newscrawl.urls.pictures.unshown_key`)."""


def find_lead(page: Page, headline: Element | None, body: Body) -> Lead:
    """The article's lead image; an empty one where it has none."""
    search = _Search(page, headline, body)
    return search.shown() or search.declared() or search.undeclared()


class _Search:
    """The search for one page's lead image, kind by kind."""

    def __init__(self, page: Page, headline: Element | None, body: Body) -> None:
        self._page, self._headline, self._body = page, headline, body
        self._declared = DeclaredImages(page)
        self._above = frozenset() if headline is None else frozenset(headline.iterancestors())

    def shown(self) -> Lead | None:
        """The picture that the page shows with the headline, or the declared one where it shows it further down."""
        picture = self._first_shown()
        if picture is None:
            return None
        image = self._described(picture)
        if version := self._declared.better_version(picture.url):
            return Lead(replace(image, url=version.url), version.source)
        at_top = picture.is_at_top
        return Lead(image, "the picture at the headline" if at_top else "the page's version of the declared image")

    def declared(self) -> Lead | None:
        """The declared picture that the page does not show."""
        for own in self._declared.images:
            key = unshown_key(own.url)
            is_stand_in = is_placeholder(own.url) or key in self._page.rules.repeated
            if not is_stand_in and not is_sign_or_portrait(own.url, self._page):
                if is_for_networks(own.url) and (cover := above_headline(self._page, self._headline, self._body)):
                    return Lead(self._described(cover), "the picture above the headline")
                return Lead(self._declared.described(own), own.source, frozenset({key}))
        return None

    def undeclared(self) -> Lead:
        """A picture around the headline, else the body's first."""
        if cover := called_like_headline(self._page, self._headline, self._body):
            return Lead(self._described(cover), "the picture called like the headline")
        if cover := above_headline(self._page, self._headline, self._body):
            return Lead(self._described(cover), "the picture above the headline")
        if behind := behind_headline(self._page, self._headline):
            return Lead(Image(url=behind), "the picture behind the headline")
        inside = next((image for image in self._body.images if not is_placeholder(image.url)), None)
        named = in_microdata(self._page)
        if named and not (inside and same_picture(named, inside.url)):
            if (key := unshown_key(named)) not in self._page.rules.repeated:
                return Lead(Image(url=named), "itemprop image", frozenset({key}))
        return Lead(inside, "the body's first picture") if inside else self._linked()

    def _linked(self) -> Lead:
        """The picture that a page's head links as networks asked for it before og:image."""
        for link in self._page.links.get("image_src", [])[:1]:
            url = self._page.absolute(link.get("href"))
            if url and not is_placeholder(url) and not is_sign_or_portrait(url, self._page):
                return Lead(Image(url=url), "link image_src")
        return Lead()

    def _first_shown(self) -> ShownImage | None:
        """The first declared picture that is the article's; else one that leads by its place at the headline."""
        hero = boxed = None
        for picture in shown_images(self._page, self._headline, self._declared):
            if not picture.is_at_top and (hero or not self._declared.marks):
                break
            if self._declared.include(picture.url):
                if not self._is_foreign(picture):
                    return picture
                boxed = boxed or (picture if self._is_own_in_box(picture) else None)
            elif hero is None and self._is_hero(picture):
                hero = picture
        if hero and not self._declared.images and self._is_in_text(hero):
            hero = above_headline(self._page, self._headline, self._body) or hero
        return boxed or hero

    def _is_own_in_box(self, picture: ShownImage) -> bool:
        """Whether a declared picture at the headline is the article's whatever the box around it is called."""
        return picture.is_at_headline and not is_sign_or_portrait(picture.url, self._page)

    def _is_hero(self, picture: ShownImage) -> bool:
        """Whether a picture that is not declared leads by its place; where others are, only one above the text does."""
        any_declared = bool(self._declared.images)
        if not picture.is_at_headline:
            return False
        leads = is_hero(picture.element, self._body if any_declared else Body())
        if not leads and (any_declared or not is_wide(picture.element)):
            return False
        if leads_to_other_page(self._page, picture.element) or self._is_foreign(picture):
            return False
        return not any_declared or not self._is_in_text(picture)

    def _is_foreign(self, picture: ShownImage) -> bool:
        return is_in_foreign_box(picture.element, self._above, self._body)

    def _is_in_text(self, picture: ShownImage) -> bool:
        """Whether a picture stands in the text, behind its beginning: then it is one of the text's own."""
        before, src, _ = self._body.html.partition(f'src="{escape(picture.url)}"')
        return bool(src) and ("<p>" in before or "<h" in before)

    def _described(self, picture: ShownImage) -> Image:
        """A shown picture with the caption that its figure, else the body, else JSON-LD has for it."""
        key = picture_key(picture.url)
        same = (i for i in self._body.images[:3] if i.url == picture.url or is_one_of(picture_key(i.url), [key]))
        inside = next(same, None)
        found = (inside.caption, inside.credit) if inside else caption_and_credit(picture.element, self._page)
        said = self._declared.captioned
        return Image(
            url=picture.url,
            caption=found[0] or said.caption,
            credit=found[1] or said.credit,
            alt=alt_of(picture.element),
        )
