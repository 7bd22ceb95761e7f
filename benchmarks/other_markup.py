"""The same page in other markup: what a reader sees stays, the elements that say it are others.

This is metamorphic testing: nobody states what the right answer is, yet two pages that look alike must give the same.
Builders of pages put boxes around each block, old templates have no paragraphs, editors make bold lines of subheads.
Each change is a function that is given the page's tree.
"""

import hashlib
from collections.abc import Callable, Iterator

from lxml import etree

from newscrawl.element import Element
from newscrawl.text.encoding import to_utf8

Change = Callable[[Element], None]
"""Changes the tree of a page in its place."""

SUBHEADS = ("h2", "h3", "h4", "h5", "h6")

BLOCKS = ("p", *SUBHEADS, "ul", "ol", "figure", "blockquote", "table")
"""What a builder puts a box around."""

PARTS = ("ul", "ol", "table", "tr", "figure")
"""Elements in which a box would be no box of a block."""

UNSEEN = frozenset({"head", "script", "style", "svg", "template"})

NOT_IN_PARTS = ("a", "li", "header", "summary", "button")
"""Elements in which a subhead begins no section."""

NO_PLACE_FOR_ADVERTS = ("li", "td", "blockquote")

PARAGRAPHS_AN_ADVERT = 3


def rewritten(page: bytes, change: Change) -> bytes:
    """A page in UTF-8, parsed, changed and written anew."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = etree.fromstring(to_utf8(page).replace(b"\0", b""), parser)
    change(tree)
    _state_encoding(tree)
    return etree.tostring(tree, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")


def _state_encoding(tree: Element) -> None:
    head = tree.find("head")
    if head is None:
        return
    for meta in head.findall("meta"):
        if meta.get("charset") or "charset" in (meta.get("content") or "").lower():
            head.remove(meta)
    head.insert(0, etree.Element("meta", charset="utf-8"))


# ---- changes -----------------------------------------------------------------------------------------------------


def as_it_is(tree: Element) -> None:
    """Change nothing: what the parser mends in any page is left out of a comparison."""


def in_boxes(tree: Element) -> None:
    """Put a box around each block."""
    for block in _blocks(tree):
        _boxed(block)


def in_named_boxes(tree: Element) -> None:
    """Put two boxes around each block, as Elementor does: one of its kind, one for the layout."""
    for block in _blocks(tree):
        inner = _boxed(block, "widget-container")
        _boxed(inner, f"element widget-{block.tag}")


def in_sections(tree: Element) -> None:
    """Put a box around each subhead and what follows up to the next one."""
    for parent in {head.getparent(): None for head in _seen(tree, "h2", "h3")}:
        if parent is not None and parent.tag not in NOT_IN_PARTS:
            _divide(parent)


def paragraphs_as_boxes(tree: Element) -> None:
    """Write `<p>` as `<div>`."""
    for paragraph in _seen(tree, "p"):
        paragraph.tag = "div"


def lists_as_boxes(tree: Element) -> None:
    """Write lists and their items as `<div>`."""
    for element in _seen(tree, "ul", "ol", "li"):
        element.tag = "div"


def subheads_as_bold_lines(tree: Element) -> None:
    """Write each subhead as a paragraph that is bold."""
    for head in _seen(tree, *SUBHEADS):
        _fill(head, etree.Element("strong"))
        head.tag = "p"


def in_spans(tree: Element) -> None:
    """Put the text of each paragraph into a `<span>` with a style, as word processors leave it behind."""
    for paragraph in _seen(tree, "p"):
        _fill(paragraph, etree.Element("span", style="font-weight: 400"))


def parted_by_breaks(tree: Element) -> None:
    """Write each paragraph as text that ends with two `<br>`."""
    for paragraph in _seen(tree, "p"):
        if paragraph.getparent() is not None and (paragraph.text or len(paragraph)):
            paragraph.extend([etree.Element("br"), etree.Element("br")])
            _unwrap(paragraph)


def with_adverts(tree: Element) -> None:
    """Put an empty box for an advert behind every third paragraph."""
    for number, paragraph in enumerate(_seen(tree, "p"), 1):
        parent = paragraph.getparent()
        if number % PARAGRAPHS_AN_ADVERT == 0 and parent is not None and parent.tag not in NO_PLACE_FOR_ADVERTS:
            box = etree.Element("div")
            etree.SubElement(box, "div", id=f"div-gpt-ad-{number}")
            box.tail, paragraph.tail = paragraph.tail, None
            paragraph.addnext(box)


def without_blanks(tree: Element) -> None:
    """Take away the blanks between blocks, as minifiers do."""
    for block in _seen(tree, *BLOCKS):
        before = block.getprevious()
        if before is not None and (before.tail or "").isspace():
            before.tail = None


def with_names_that_say_nothing(tree: Element) -> None:
    """Write names that a build has hashed in the place of each class and id."""
    for element in tree.iter(etree.Element):
        for name in ("class", "id"):
            if said := element.get(name):
                element.set(name, " ".join(map(_hashed, said.split())))


CHANGES: dict[str, Change] = {
    change.__name__.replace("_", "-"): change
    for change in (
        as_it_is,
        in_boxes,
        in_named_boxes,
        in_sections,
        paragraphs_as_boxes,
        lists_as_boxes,
        subheads_as_bold_lines,
        in_spans,
        parted_by_breaks,
        with_adverts,
        without_blanks,
        with_names_that_say_nothing,
    )
}
"""Name -> change."""


# ---- what they are made of ---------------------------------------------------------------------------------------


def _seen(tree: Element, *tags: str) -> Iterator[Element]:
    """The elements of some tags that readers see."""
    for element in list(tree.iter(*tags)):
        if not any(around.tag in UNSEEN for around in element.iterancestors()):
            yield element


def _blocks(tree: Element) -> Iterator[Element]:
    """The blocks of a page that a box can be put around."""
    for element in _seen(tree, *BLOCKS):
        parent = element.getparent()
        if parent is not None and parent.tag not in PARTS:
            yield element


def _boxed(element: Element, name: str = "") -> Element:
    """Put a box around an element."""
    box = etree.Element("div", {"class": name} if name else {})
    parent = element.getparent()
    assert parent is not None
    parent.replace(element, box)
    box.tail, element.tail = element.tail, None
    box.append(element)
    return box


def _divide(parent: Element) -> None:
    """Put a box around each subhead among some siblings, and what follows up to the next one."""
    section = None
    for element in list(parent):
        if element.tag in ("h2", "h3"):
            section = etree.Element("div", {"class": "block-section"})
            element.addprevious(section)
        if section is not None:
            section.append(element)


def _fill(element: Element, inner: Element) -> None:
    """Put an element around all that stands within another."""
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)


def _unwrap(element: Element) -> None:
    """Put what stands within an element in its place."""
    _add_text(element, element.text)
    for inner in list(element):
        element.addprevious(inner)
    _add_text(element, element.tail)
    element.tail = None
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _add_text(element: Element, text: str | None) -> None:
    """Add text right before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (text or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (text or "")


def _hashed(word: str) -> str:
    return f"c{hashlib.sha256(word.encode()).hexdigest()[:6]}"
