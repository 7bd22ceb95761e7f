"""Characters that are no text."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newscrawl.text.characters import printable


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
