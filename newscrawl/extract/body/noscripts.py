"""Pictures and frames of <noscript>: most show again, in full, what a script shows before them."""

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.figure_pictures import file_name, gives_way, stands_for


def takes_place(noscript: Element, block: Block, last: list[Block], image: Element | None) -> bool:
    """Whether a <noscript> shows the picture or frame of the last blocks again; it then is put in its place.

    `image`: the last picture that was read, which may have no address without a script.
    """
    if block.kind == "embed":
        return any(b.html == block.html for b in last)
    names = {file_name(i.url) for i in block.images}
    same = [b for b in last if any(file_name(i.url) in names for i in b.images)]
    again = next(noscript.iter("img"), None)
    if not same and again is not None and stands_for(again, image):
        same = last[-1:]
    for known in same:
        _replace_preview(known, block)
    return bool(same)


def _replace_preview(shown: Block, picture: Block) -> None:
    """Put a picture in the place of its preview."""
    if len(shown.images) == 1 and gives_way(shown.images[0].url, picture.images[0].url):
        shown.html, shown.images = picture.html, picture.images
