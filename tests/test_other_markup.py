"""The pages in `tests/pages/` in other markup: what a page looks like stays, and so must what is read from it.

Builders of pages put a box around each heading, paragraph, list and picture; templates written by hand do not.
"""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import etree, html

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newscrawl.extract import extract_article  # noqa: E402

OTHERWISE = "fonttags_1999-en"
"""A page of <font>: its headline and byline stand in no block, so that no box is put around them."""

FOLDERS = sorted(
    page.parent for page in (ROOT / "tests" / "pages").glob("*/page.html") if page.parent.name != OTHERWISE
)

BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "figure", "blockquote", "table")
"""What a builder puts a box around."""

PARTS = ("ul", "ol", "table", "tr", "figure")
"""Elements in which a box would be no box of a block."""

UNSEEN = ("head", "script", "style", "svg", "template")


def blocks(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The blocks of a page that a box can be put around."""
    for element in list(tree.iter(*BLOCKS)):
        around = [box.tag for box in element.iterancestors()]
        if around[0] not in PARTS and not set(around) & set(UNSEEN):
            yield element


def boxed(element: html.HtmlElement) -> html.HtmlElement:
    """Put a box around an element."""
    box = html.Element("div")
    element.getparent().replace(element, box)
    box.tail, element.tail = element.tail, None
    box.append(element)
    return box


def as_it_is(tree: html.HtmlElement) -> None:
    """Change nothing: what the parser mends in any page is left out of the comparison."""


def with_boxes(tree: html.HtmlElement) -> None:
    """Put a box around each block."""
    for element in blocks(tree):
        boxed(element)


def with_named_boxes(tree: html.HtmlElement) -> None:
    """Put two boxes around each block, as Elementor does: one of its kind, one for the layout."""
    for element in blocks(tree):
        inner = boxed(element)
        inner.set("class", "widget-container")
        boxed(inner).set("class", f"element widget-{element.tag}")


@cache
def read(folder: Path, change: Callable[[html.HtmlElement], None]) -> str:
    """The text of a page in other markup."""
    tree = html.document_fromstring((folder / "page.html").read_bytes())
    change(tree)
    said = yaml.safe_load((folder / "article.yml").read_text(encoding="utf-8"))
    page = etree.tostring(tree, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    article = extract_article(page, said.get("url") or "https://example.com/article")
    return "" if article is None else article.text


@pytest.mark.parametrize("change", [with_boxes, with_named_boxes])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_page_of_boxes_says_the_same(folder: Path, change: Callable[[html.HtmlElement], None]) -> None:
    assert read(folder, change) == read(folder, as_it_is)
