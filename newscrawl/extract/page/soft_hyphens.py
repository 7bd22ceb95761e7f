"""Soft hyphens: places where a browser may break a word.

Some systems write them into every long word. Nobody sees them, but who searches for the word does not find it, and two
texts that read the same are not equal: so they go.
"""

from newscrawl.element import Element

HYPHEN = "\xad"
_WRITTEN = (HYPHEN.encode(), b"&shy", b"&#173", b"&#xad", b"&#xAD")
_SPOKEN = ("alt", "title")


def has_soft_hyphens(markup: bytes) -> bool:
    """Whether markup in UTF-8 may hold soft hyphens, as characters or as references."""
    return any(written in markup for written in _WRITTEN)


def drop_soft_hyphens(tree: Element) -> None:
    """Take them out of a page's texts, and of what it says of its pictures."""
    for element in tree.iter():
        if element.text and HYPHEN in element.text:
            element.text = element.text.replace(HYPHEN, "")
        if element.tail and HYPHEN in element.tail:
            element.tail = element.tail.replace(HYPHEN, "")
        for name in _SPOKEN:
            if HYPHEN in (said := element.get(name, "")):
                element.set(name, said.replace(HYPHEN, ""))
