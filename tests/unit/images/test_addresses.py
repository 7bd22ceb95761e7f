"""Addresses of images."""

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.clean import clean_body
from newscrawl.images.addresses import image_address, images_of, lead_image, with_image_addresses, with_images_shown

PAGE = "https://chinese.aljazeera.net/news/2021/12/9/a"
SIZED = "https://chinese.aljazeera.net/wp-content/uploads/2021/12/image-90.jpg?w=770&resize=770%2C433"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/wp-content/uploads/2021/12/image-90.jpg?w=770&resize=770%2C433", SIZED),
        ("//chinese.aljazeera.net/wp-content/uploads/2021/12/image-90.jpg?w=770&resize=770%2C433", SIZED),
        (f"{SIZED}&utm_source=x&fbclid=y", SIZED),
        (SIZED.replace("?", "?utm_campaign=x&"), SIZED),
        (f"  {SIZED}#top ", SIZED),
        ("https://e.com/a b/ü.jpg", "https://e.com/a%20b/%C3%BC.jpg"),
        ("https://e.com/a%20b/%c3%bc.jpg", "https://e.com/a%20b/%c3%bc.jpg"),
        ("https://e.com/100%.jpg", "https://e.com/100%25.jpg"),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_an_address_is_absolute_encoded_and_without_tracking(written: str, address: str) -> None:
    assert image_address(written, PAGE) == address


@example(";\x1b")
@example("; #")
@example("// :")
@given(st.text(max_size=60) | st.text("/:?&=%#[]@. ab漢utm_", max_size=40).map("https://e.com/".__add__))
def test_an_address_is_none_or_good_and_stays_as_it_is(written: str) -> None:
    address = image_address(written, PAGE)
    assert address == "" or (address.isascii() and urlsplit(address).scheme in ("http", "https") and " " not in address)
    assert image_address(address, PAGE) == address


def test_a_bodys_images_are_written_anew_and_nothing_else() -> None:
    body = clean_body(
        '<p>src="//x/y z"</p><img alt="a > b" src="//e.com/a b.jpg?w=1&amp;utm_source=x">'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        PAGE,
    )
    assert with_image_addresses(body, PAGE) == body.replace("a b.jpg?w=1&amp;utm_source=x", "a%20b.jpg?w=1")
    assert images_of(body) == ["https://e.com/a b.jpg?w=1&utm_source=x"]


def test_a_text_that_looks_like_an_address_is_none() -> None:
    """`alt` ends with what begins an address, and the page's own address would be put into the tag as attributes."""
    page = "https://evil.test/onerror=alert(1)//"
    html = '<img alt="a src=" title="b" src="https://e.com/a b.jpg"><img src="https://e.com/c" alt=" src=&quot;x">'
    body = with_image_addresses(html, page)
    assert body == clean_body(html, page).replace("a b.jpg", "a%20b.jpg")
    assert images_of(body) == ["https://e.com/a%20b.jpg", "https://e.com/c"]


def test_an_image_without_a_good_address_stays_as_it_was() -> None:
    html = '<img src="https://e.com/a" alt="a" width="5">'
    assert with_images_shown(html, PAGE, {"https://e.com/a": ("javascript:x", 1, 2)}) == clean_body(html, PAGE)


@given(st.text("/:?&=%#[]@. abutm_~-,2F", max_size=40).map("https://e.com/".__add__))
def test_an_address_that_looks_as_it_should_be_is_so(written: str) -> None:
    """Most addresses are not taken apart. Behind a blank all are, which must make no other difference."""
    assert image_address(written, PAGE) == image_address(f" {written}", PAGE)


def test_the_lead_image_is_spelt_as_the_article_shows_it() -> None:
    preview = SIZED.split("?")[0] + "?resize=1200%2C630"
    assert lead_image(preview, ["https://e.com/other.jpg", SIZED]) == SIZED
    assert lead_image(preview, ["https://e.com/other.jpg"]) == preview
    assert lead_image("", [SIZED]) == SIZED
    assert lead_image("", []) == ""
