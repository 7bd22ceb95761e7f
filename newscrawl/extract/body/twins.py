"""Twins: one picture that stands there twice, for narrow screens and for wide ones, or as a preview; one is shown."""

import re

from newscrawl.extract.body.blocks import Block
from newscrawl.urls.pictures import innermost

REASON = "stands there twice"

_OF_SCREEN = re.compile(
    r"[-_.@]{1,2}(?:mobile|mob|desktop|desk|phone|tablet|retina|(?:mini|small|medium|large)(?:-\d{3})?|lg|sm|xs|xl|[123]x|"
    r"[swh]\d{3,4}(?:-c\d{2,3})?|\d{3,4}[wp]|\d{2,4}x\d{2,4})$"
)
"""What the end of a file's name says of the screen or the size; a bare number counts pictures."""

_FOLDER_OF_SIZE = re.compile(
    r"/(?:thumb(?:nail)?s?|mini|previews?|small|medium|large|big|full|original|gro(?:ss|ß)|klein|grandi?|grandes?|piccole|"
    r"petites?|pequenas?|\d{2,4}x\d{2,4}|[wh]_?\d{2,4}|[a-z]{1,2}_[\w.:-]{1,20}(?:,[a-z]{1,3}_[\w.:-]{1,20})*)(?=/)"
)
"""The same of a folder in its address."""

_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)$")
_OF_SIZE = re.compile(r"(?:w|h|width|height|dpr|q|quality|fit|crop|resize|size|s|fm|format|auto|strip)=[^&]*&?")
_NARROW = re.compile(r"[-_.](?:mobile|mob|phone|mini|small|medium|sm|xs)\b", re.IGNORECASE)
_WIDTH = re.compile(r'<img [^<>]*?width="(\d{1,4})"')


def without_twins(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """Without the lesser of two figures side by side whose files differ in size or screen alone."""
    kept: list[Block] = []
    for block in blocks:
        if not kept or not _are_twins(kept[-1], block):
            kept.append(block)
        elif _worth(block) > _worth(kept[-1]):
            kept.pop().leave_out(REASON, removed)
            kept.append(block)
        else:
            block.leave_out(REASON, removed)
    return kept


def without_later(blocks: list[Block], removed: list[tuple[str, str]]) -> list[Block]:
    """Without figures that show the one picture of an earlier figure again, and say nothing new of it."""
    if sum(_shows_one(block) for block in blocks) < 2:
        return blocks
    seen: set[str] = set()
    kept: list[Block] = []
    for n, block in enumerate(blocks):
        file = file_of_sizes(block.images[0].url) if _shows_one(block) else ""
        is_bare = file != "" and not (block.images[0].caption or block.images[0].credit)
        if is_bare and file in seen and not _is_all_of_its_part(blocks[n - 1 : n + 2]):
            block.leave_out(REASON, removed)
            continue
        kept.append(block)
        if file:
            seen.add(file)
    return kept


def _is_all_of_its_part(around: list[Block]) -> bool:
    """Whether a heading is above a figure and no text below it: without the figure it would head nothing."""
    return around[0].kind == "heading" and (len(around) < 3 or around[2].kind in ("heading", "figure"))


def _shows_one(block: Block) -> bool:
    return block.kind == "figure" and len(block.images) == 1


def _are_twins(first: Block, second: Block) -> bool:
    if not (_shows_one(first) and _shows_one(second)):
        return False
    one, other = first.images[0], second.images[0]
    has_same_caption = one.caption == other.caption or not (one.caption and other.caption)
    return has_same_caption and file_of_sizes(one.url) == file_of_sizes(other.url)


def is_lesser(url: str) -> bool:
    """Whether a file is called so that a larger one of the picture is to be expected."""
    return _NARROW.search(url) is not None


def file_of_sizes(url: str) -> str:
    """A picture's address without what tells its size or the screen that it is for."""
    path, _, query = innermost(url).lower().partition("?")
    name = _ENDING.sub("", path)
    while (shorter := _OF_SCREEN.sub("", name)) != name:
        name = shorter
    name = _FOLDER_OF_SIZE.sub("", name)
    moves = ".gif" if path.endswith(".gif") else ""
    return f"{name}{moves}?{_OF_SIZE.sub('', query).rstrip('&')}"


def _worth(block: Block) -> tuple[bool, int, bool]:
    """What speaks for one of two: a caption, its width, a name that is not the small one's."""
    width, image = _WIDTH.search(block.html), block.images[0]
    return bool(image.caption or image.credit), int(width[1]) if width else 0, not is_lesser(image.url)
