"""Captions that stand beside their picture, outside of its figure."""

import re
from functools import partial
from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.block_captions import add_caption, add_credit, is_caption_again, says_alt, show_stated
from newscrawl.extract.body.blocks import LONGEST_LABEL, Block
from newscrawl.extract.body.captions import LONGEST_CAPTION
from newscrawl.extract.vocabulary.phrases import all_phrases


def with_captions(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """With captions that stand beside their picture put below it; captions of what is gone are left out."""
    kept: list[Block] = []
    in_paragraphs = sum(b.tag == "p" for b in blocks) > 2
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        is_of_picture = bool(kept) and kept[-1].kind == "figure" and "<figcaption" not in kept[-1].html
        if block.tag == "figcaption" and not is_of_picture and (owner := _owner_of(block, kept[-1:], following)):
            _put_into(owner, block)
            continue
        named = block.tag == "figcaption" or "caption" in block.roles or _ends_in_credit(block)
        if kept and kept[-1].images and is_caption_again(block, kept[-1]):
            block.leave_out("caption again", removed)
        elif kept and (_is_below(block, kept[-1], named, in_paragraphs) or _is_centred(block, kept, following)):
            add_caption(kept[-1], [block])
        elif kept and following and _is_above_credit(block, kept[-1], following):
            add_caption(kept[-1], [block, following])
        elif named and (row := _row_of_credit(block, kept)):
            for figure in row:
                add_credit(figure, block.text)
        elif named and _is_caption_of_any(block) and not _is_of_listing(block):
            block.leave_out("caption of nothing", removed)
        else:
            block.tag = "p" if named and _is_of_listing(block) else block.tag
            kept.append(block)
    for block in kept:
        if block.images and block.kind == "figure":
            show_stated(block)
    return kept


def _is_of_listing(block: Block) -> bool:
    """Whether a caption says what a listing of code in one figure with it is."""
    figure = None if block.stood is None else block.stood.getparent()
    return figure is not None and figure.tag == "figure" and next(figure.iter("pre"), None) is not None


def _row_of_credit(block: Block, kept: list[Block]) -> list[Block]:
    """The pictures with captions and without credits right above a credit, in one box with it: it is that of all."""
    box = None if block.stood is None else block.stood.getparent()
    if box is None or not _ends_in_credit(block) or len(block.text) > LONGEST_LABEL:
        return []
    return list(takewhile(partial(_lacks_credit_in, box), reversed(kept)))


def _lacks_credit_in(box: Element, figure: Block) -> bool:
    """Whether a block is a picture in a box, with a caption and without a credit."""
    if figure.kind != "figure" or figure.picture is None or not figure.html.endswith("</figcaption></figure>"):
        return False
    if any(image.credit for image in figure.images):
        return False
    return any(around is box for around in islice(figure.picture.iterancestors(), LEVELS))


LEVELS = 3
"""Boxes around a picture, of which one holds the credit of several."""


def _is_caption_of_any(block: Block) -> bool:
    """Whether a block with no picture beside it is a caption all the same; a "description" may be any text."""
    if block.kind != "paragraph" or len(block.text) >= LONGEST_CAPTION:
        return False
    is_vague = "vague caption" in block.roles and "picture" not in block.roles and block.tag != "figcaption"
    return _ends_in_credit(block) or (block.tag != "p" and not is_vague)


def _owner_of(caption: Block, before: list[Block], following: Block | None) -> Block | None:
    """The table or the quotation above or below a caption that stands in its figure."""
    figure = None if caption.stood is None else caption.stood.getparent()
    around = [b for b in (*before, following) if b is not None and b.kind in ("table", "quote") and b.stood is not None]
    inside = (b for b in around if figure is not None and b.stood is not None and figure in b.stood.iterancestors())
    return next(inside, None)


def _put_into(owner: Block, caption: Block) -> None:
    """Make a caption a table's own, unless it has one, or say below a quotation whose it is."""
    inner = caption.inside
    if owner.kind == "quote":
        said_by = inner if "<cite>" in inner else f"<cite>{inner}</cite>"
        owner.html = f"{owner.html.removesuffix('</blockquote>')}{said_by}</blockquote>"
        owner.text = f"{owner.text}\n{caption.text}"
    elif "<caption>" not in owner.html:
        owner.html = owner.html.replace("<table>", f"<table><caption>{inner}</caption>", 1)
        owner.text = f"{caption.text}\n{owner.text}"


def _ends_in_credit(block: Block) -> bool:
    """Whether a short paragraph ends in a picture's credit."""
    text = block.text
    if len(text) >= LONGEST_CAPTION or not (":" in (end := text[-80:]) or "：" in end or not end[-2:].isascii()):
        return False
    return all_phrases().credits.ends_in_credit(end)


_SET_OFF = re.compile(r"<p><(em|i|small)>.*</\1></p>$", re.DOTALL)


def _is_below(block: Block, figure: Block, named: bool, in_paragraphs: bool) -> bool:
    """Whether a block is the caption of the figure before it: by its name, its text, by italics, by no <p>."""
    if figure.kind != "figure" or "<figcaption" in figure.html or block.kind != "paragraph":
        return False
    if len(block.text) >= LONGEST_CAPTION or block.is_link:
        return False
    is_item = block.stood is not None and block.stood.tag == "li"  # the next one, whose picture is below it
    loose = in_paragraphs and not is_item and block.tag in ("", "div", "span") and len(block.text) < LONGEST_CAPTION / 2
    if named or loose or "credit" in block.roles or says_alt(block, figure):
        return True
    set_off = _SET_OFF.match(block.html) is not None
    if block.home is not None and block.home is figure.home:
        return set_off or len(block.text) < LONGEST_LABEL
    return set_off and len(block.text) < LONGEST_CAPTION / 2


_CENTRED = re.compile(r"text-align\s{0,9}:\s{0,9}center|\balign-?center\b|\btext-(?:align-)?center\b", re.IGNORECASE)


def _is_centred(block: Block, kept: list[Block], following: Block | None) -> bool:
    """Whether a short paragraph below a picture is centred as it is, where the text behind it is not.

    Where none stands behind it, the text before it tells.
    """
    figure = kept[-1]
    if figure.kind != "figure" or "<figcaption" in figure.html or block.kind != "paragraph" or block.is_link:
        return False
    if not 1 < len(block.text) < LONGEST_CAPTION / 2 or not block.text[0].isalnum() or not _is_set_centre(block):
        return False
    if following is not None and following.kind != "figure":
        return following.kind == "paragraph" and not _is_set_centre(following)
    is_centred = isinstance(figure.home, Element) and _is_set(figure.home)
    return (
        is_centred and not block.linked and any(b.kind == "paragraph" and not _is_set_centre(b) for b in kept[-BEFORE:])
    )


BEFORE = 4
"""Blocks before a caption that is the last line, of which one is the text's."""


def _is_set_centre(block: Block) -> bool:
    return block.stood is not None and _is_set(block.stood)


def _is_set(element: Element) -> bool:
    looks = f"{element.get('style') or ''} {element.get('class') or ''}"
    return (element.get("align") or "").lower() == "center" or _CENTRED.search(looks) is not None


def _is_above_credit(block: Block, figure: Block, credit: Block) -> bool:
    """Whether a block stands in a picture's own box, between it and its credit: it is the caption, whatever its tag."""
    if figure.kind != "figure" or figure.home is None or not _ends_in_credit(credit):
        return False
    is_text = block.kind in ("heading", "paragraph") and len(block.text) < LONGEST_CAPTION
    return is_text and all(b.stood is not None and b.stood.getparent() is figure.home for b in (block, credit))
