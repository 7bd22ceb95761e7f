"""Characters that are no text."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newscrawl.text.characters import on_one_line, on_screen, printable


def test_what_is_text_stays() -> None:
    for text in ("Tabs\tand\nlines", "新闻", "a\u200bb \u00a0 \u2028", "👩‍👩‍👧 \U00020000", ""):
        assert printable(text) == text


def test_what_is_none_goes() -> None:
    assert printable("a\0b\x1b[1m\x7f\x85\ud83dc\ufffe\ufdd0\U0001ffffd\r") == "ab[1mcd"


@given(st.text(st.characters(codec=None)))
def test_whatever_comes_xml_can_carry_it(text: str) -> None:
    element = etree.Element("p")
    element.text = printable(text)
    assert etree.fromstring(etree.tostring(element)).text in (printable(text), None if not printable(text) else "")


def test_a_terminal_shows_what_a_page_says_and_does_not_obey_it() -> None:
    assert on_one_line("a\x1b[2Jb\r\n\x9b1m\u202ec\tمی\u200cخواهم 新闻") == "a [2Jb   1m c می\u200cخواهم 新闻"
    assert on_screen("one\x1b[1A\ntwo\x07") == "one [1A\ntwo "
