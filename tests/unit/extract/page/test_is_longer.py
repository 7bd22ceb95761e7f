"""Whether a text is long: the same answer as its length gives, without reading all of it."""

import pytest
from lxml import etree

from newscrawl.extract.page.tree import is_longer, text_of


@pytest.mark.parametrize(
    "html",
    ["<p>ab cd</p>", "<p>a <b>b</b>  c\n d</p>", "<p>&amp;amp; &amp;lt;b&amp;gt;</p>", "<p> </p>", "<p>a\xadb</p>"],
)
def test_the_same_as_the_length(html: str) -> None:
    element = etree.fromstring(html, etree.HTMLParser())
    length = len(text_of(element))
    assert not is_longer(element, length)
    assert length == 0 or is_longer(element, length - 1)


def test_of_a_long_text_the_begin_is_read() -> None:
    class Text:
        def itertext(self) -> object:
            yield "a" * 21
            raise AssertionError("read on")

    assert is_longer(Text(), 10)  # type: ignore[arg-type]
