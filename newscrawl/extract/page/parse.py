"""A page's markup -> its tree: what breaks the parser is mended before, what scripts would put right after."""

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.page.control_characters import without_control_characters
from newscrawl.extract.page.early_ends import without_ends
from newscrawl.extract.page.hidden_addresses import MARK, show_addresses
from newscrawl.extract.page.soft_hyphens import without_soft_hyphens
from newscrawl.extract.page.streaming import put_in_place


def parse(markup: bytes) -> Element:
    """The root element of markup in UTF-8; an empty page where it holds no element."""
    tree = _tree(without_ends(without_control_characters(without_soft_hyphens(markup))))
    put_in_place(tree)
    for style in tree.iter("style"):  # which some systems write into every element, headings among them
        style.text = None
    if MARK in markup:
        show_addresses(tree)
    return tree


def _tree(html: bytes) -> Element:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        tree = etree.fromstring(html, parser)
    except etree.LxmlError:
        tree = None
    return tree if tree is not None else etree.fromstring("<html><body></body></html>", etree.HTMLParser())
