"""The pages in `tests/pages/` in other markup: what a page looks like stays, and so must what is read from it.

Builders of pages put a box around each heading, paragraph, list and picture; templates written by hand do not.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from benchmarks import metamorphic
from benchmarks.metamorphic import AS_IT_IS, Told, pages_of, text_in
from benchmarks.other_markup import CHANGES, rewritten

ROOT = Path(__file__).resolve().parent.parent
PAGES = list(pages_of(ROOT / "tests" / "pages"))

KEEPING = ("in-boxes", "in-named-boxes", "in-spans", "with-adverts", "without-blanks")
"""Changes under which the text must stay the same to the letter; under others it stays alike."""

OTHERWISE = {("in-named-boxes", "fonttags_1999-en")}
"""A page of <font>: its headline and byline stand in no block, so that no box is put around them."""


@cache
def text_as_it_is(page: Told) -> str:
    return text_in(page, AS_IT_IS)


@pytest.mark.parametrize("change", KEEPING)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_in_other_markup_says_the_same(page: Told, change: str) -> None:
    if (change, page.name) not in OTHERWISE:
        assert text_in(page, change) == text_as_it_is(page)


# ---- the changes -------------------------------------------------------------------------------------------------
SMALL = '<h2 id="a">A</h2> <p>One <b>two</b> three</p> <ul><li>x</li></ul>'


@pytest.mark.parametrize(
    ("change", "body"),
    {
        "as-it-is": SMALL,
        "in-boxes": '<div><h2 id="a">A</h2></div> <div><p>One <b>two</b> three</p></div>'
        " <div><ul><li>x</li></ul></div>",
        "in-sections": f'<div class="block-section">{SMALL}</div>',
        "paragraphs-as-boxes": '<h2 id="a">A</h2> <div>One <b>two</b> three</div> <ul><li>x</li></ul>',
        "lists-as-boxes": '<h2 id="a">A</h2> <p>One <b>two</b> three</p> <div><div>x</div></div>',
        "subheads-as-bold-lines": '<p id="a"><strong>A</strong></p> <p>One <b>two</b> three</p> <ul><li>x</li></ul>',
        "in-spans": '<h2 id="a">A</h2> <p><span style="font-weight: 400">One <b>two</b> three</span></p>'
        " <ul><li>x</li></ul>",
        "parted-by-breaks": '<h2 id="a">A</h2> One <b>two</b> three<br><br> <ul><li>x</li></ul>',
        "without-blanks": '<h2 id="a">A</h2><p>One <b>two</b> three</p><ul><li>x</li></ul>',
        "with-names-that-say-nothing": '<h2 id="cca9781">A</h2> <p>One <b>two</b> three</p> <ul><li>x</li></ul>',
    }.items(),
)
def test_a_change_changes_the_markup_alone(change: str, body: str) -> None:
    assert body_in(change, SMALL) == body


def test_each_block_stands_in_two_boxes_with_names() -> None:
    boxed = '<div class="element widget-p"><div class="widget-container"><p>One</p></div></div>'
    assert body_in("in-named-boxes", "<p>One</p>") == boxed


def test_no_box_is_put_into_a_list_a_table_or_a_figure() -> None:
    parts = "<ul><p>One</p></ul>", "<figure><p>Two</p></figure>"
    assert body_in("in-boxes", "".join(parts)) == "".join(f"<div>{part}</div>" for part in parts)


def test_adverts_stand_behind_every_third_paragraph() -> None:
    advert = '<div><div id="div-gpt-ad-3"></div></div>'
    assert body_in("with-adverts", "<p>1</p><p>2</p><p>3</p> <p>4</p>") == f"<p>1</p><p>2</p><p>3</p>{advert} <p>4</p>"


def test_a_page_is_written_in_utf_8_whatever_it_was_written_in() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Über</p></body></html>'.encode("latin-1")
    written = rewritten(page, CHANGES[AS_IT_IS])
    assert b'<meta charset="utf-8">' in written and "Über".encode() in written and b"8859" not in written


def body_in(change: str, body: str) -> str:
    """What stands in the body of a page in other markup."""
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return rewritten(page.encode(), CHANGES[change]).decode().partition("<body>")[2].removesuffix("</body></html>")


# ---- the figures -------------------------------------------------------------------------------------------------
def test_the_figures_of_a_change_are_shown() -> None:
    command = [sys.executable, "-m", "benchmarks.metamorphic", "--markup", "in-spans"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert f"{len(PAGES)} pages        same 100.0%  alike 1.0000" in shown


def test_texts_are_compared_by_four_words_in_a_row() -> None:
    precision, recall = metamorphic.agreement("one two three four five", "one two three four")
    assert (precision, recall) == (1.0, 0.5)
    assert metamorphic.f1([(precision, recall), (1.0, 1.0)]) == pytest.approx(6 / 7)
