"""Shown images: the first pictures of a page that may be its article's, by where they stand and how they are called."""

from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.element import Element
from newscrawl.extract.body.control_signs import is_control_sign
from newscrawl.extract.body.image_addresses import is_blurred
from newscrawl.extract.body.image_sources import best_address
from newscrawl.extract.body.images import IMAGE_TAGS, is_no_picture
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.declared_images import DeclaredImages
from newscrawl.extract.fields.placeholder_images import is_placeholder
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.names import has_role

# Pictures looked at. The lead stands at the top; what comes later belongs to the text or to teasers.
PICTURES = 200

# A standfirst of one paragraph may stand between the headline and its picture. Shorter ones are bylines and datelines.
STANDFIRST, PARAGRAPH = 1, 80


@dataclass(frozen=True, slots=True)
class ShownImage:
    """A picture that the page shows."""

    element: Element
    url: str
    paragraphs: int
    """How many paragraphs stand between the headline and it; -1 above the headline."""

    @property
    def is_at_top(self) -> bool:
        """Whether it stands above the text."""
        return self.paragraphs <= STANDFIRST

    @property
    def is_at_headline(self) -> bool:
        """Whether it stands between the headline and the text."""
        return 0 <= self.paragraphs <= STANDFIRST


def shown_images(page: Page, headline: Element | None, declared: DeclaredImages) -> Iterator[ShownImage]:
    """The page's first pictures that may be the article's; away from the headline only what is declared may be."""
    paragraphs, count = -1 if headline is not None else 0, 0
    for element in page.tree.iter("p", *IMAGE_TAGS, *([headline.tag] if headline is not None else [])):
        tag = element.tag
        if element is headline:
            paragraphs = 0
        elif tag == "p":
            paragraphs += 0 <= paragraphs <= STANDFIRST and length_of(text_of(element)) >= PARAGRAPH
        elif count >= PICTURES:
            return
        elif not 0 <= paragraphs <= STANDFIRST and not declared.may_include(element):
            count += 1
        elif tag in IMAGE_TAGS and not has_role(element, "no picture", "class", "id"):
            url = shown_address(page, element)
            if url and not is_blurred(url):
                count += 1
                yield ShownImage(element, url, paragraphs)


def shown_address(page: Page, img: Element) -> str:
    """The address of the picture that an element shows; "" where it shows none, a placeholder or a sign."""
    url = "" if is_no_picture(img) else page.absolute(best_address(img))
    return "" if is_placeholder(url) or is_control_sign(url) else url
