"""The caption and the credit of a picture outside the text: its figure's, its box's, or what stands right behind it."""

from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.captions import caption_of
from newscrawl.extract.body.figure_captions import figure_caption
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.names import has_role, roles_of

# Characters. A box with more holds the text too; the longest captions seen have 500.
CAPTION_LENGTH = 600

# Boxes around a picture alone, behind which its caption may stand; boxes that may be named after the picture.
BOX_LEVELS, FIGURE_LEVELS = 3, 4


def caption_and_credit(img: Element, page: Page) -> tuple[str, str]:
    """The caption and credit of the figure, or the box named like one, around a picture."""
    for depth, around in enumerate(img.iterancestors()):
        is_box = depth < FIGURE_LEVELS and is_figure_by_name(around) and len(text_of(around)) <= CAPTION_LENGTH
        if around.tag == "figure" or is_box:
            caption = figure_caption(around, page.absolute)
            if caption.text or caption.credit:
                return caption.text, caption.credit
    behind = _behind(img)
    if behind is None or not has_role(behind, "caption") or length_of(text_of(behind)) > CAPTION_LENGTH:
        return "", ""
    caption = caption_of(behind, page.absolute)
    return caption.text, caption.credit


def is_figure_by_name(box: Element) -> bool:
    """Whether a box is called like a figure or a caption."""
    return not roles_of(box).isdisjoint(("figure", "caption"))


def _behind(img: Element) -> Element | None:
    """What stands right behind a picture, or behind the boxes that hold nothing else."""
    boxes = chain([img], takewhile(lambda box: not text_of(box), islice(img.iterancestors(), BOX_LEVELS)))
    return next((behind for box in boxes if (behind := box.getnext()) is not None and text_of(behind)), None)
