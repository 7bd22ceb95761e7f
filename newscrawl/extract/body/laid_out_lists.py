"""Lists that were read as boxes, for the pictures in them, and turn out to be lists: a line of text in each item.

What is a teaser or a label among such boxes went by then, so what is left may be put together again.
"""

from collections.abc import Iterator
from itertools import groupby, islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.markup import opening_tag

FEWEST = 2
"""Items of a list."""

LEVELS = 4
"""Boxes from a block up to the item that it stands in."""


def with_lists(blocks: list[Block]) -> list[Block]:
    """The blocks, those that stand in the items of one list as a list."""
    if not any(_item_of(block) is not None for block in blocks):
        return blocks
    return [each for place, group in groupby(blocks, key=_list_of) for each in _listed(place, list(group))]


def _listed(place: Element | None, blocks: list[Block]) -> list[Block]:
    """The blocks of a list, as one where each item says one thing, with bare pictures of it or without."""
    if place is None:
        return blocks
    items = [list(group) for _, group in groupby(blocks, key=_item_of)]
    if len(items) < FEWEST or not all(map(_is_item, items)):
        return blocks
    html = "".join(f"<li>{''.join(block.inside for block in item)}</li>" for item in items)
    texts = [block for block in blocks if block.kind == "paragraph"]
    return [
        Block(
            "list",
            f"{opening_tag(place, str(place.tag))}{html}</{place.tag}>",
            "\n".join(block.text for block in texts),
            sum(block.linked for block in texts),
            tag=str(place.tag),
            images=[image for block in blocks for image in block.images],
            stood=place,
        )
    ]


def _is_item(blocks: list[Block]) -> bool:
    """Whether the blocks of an item are one paragraph, and pictures without captions."""
    texts = [block for block in blocks if block.kind == "paragraph"]
    pictures = [block for block in blocks if block.kind == "figure" and "<figcaption" not in block.html]
    return len(texts) == 1 and len(texts) + len(pictures) == len(blocks)


def _list_of(block: Block) -> Element | None:
    """The list in an item of which a block stands."""
    item = _item_of(block)
    around = None if item is None else item.getparent()
    return around if around is not None and around.tag in ("ul", "ol") else None


def _item_of(block: Block) -> Element | None:
    """The item of a list in which a paragraph or a picture stands."""
    at = block.picture if block.kind == "figure" else block.stood if block.kind == "paragraph" else None
    return None if at is None else next(_items_around(at), None)


def _items_around(element: Element) -> Iterator[Element]:
    if element.tag == "li":
        yield element
    yield from (box for box in islice(element.iterancestors(), LEVELS) if box.tag == "li")
