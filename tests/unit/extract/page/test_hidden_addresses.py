"""E-mail addresses that a proxy hides from robots are read as its script shows them."""

import pytest

from newscrawl import extract_article

SAID = "The harbour office asks everybody who has seen the missing buoy to write to "


def hidden(address: str, key: int = 0x2A) -> str:
    return bytes([key, *(letter ^ key for letter in address.encode())]).hex()


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{0}">[email&#160;protected]</a>',
        '<a href="/cdn-cgi/l/email-protection#{0}"><span class="__cf_email__" data-cfemail="{0}">[email&#160;protected]'
        "</span></a>",
    ],
)
def test_an_address_is_shown(link: str) -> None:
    link = link.format(hidden("pier@saltmarsh.example"))
    article = extract_article(f"<h1>A buoy is missing</h1><p>{SAID}{link} by Friday.</p>", "https://example.com/a")
    assert article is not None
    assert article.text == f"{SAID}pier@saltmarsh.example by Friday."
    assert 'href="mailto:pier@saltmarsh.example"' in article.body


@pytest.mark.parametrize("numbers", ["", "zz", "2a", hidden("no address"), hidden("<b>@x.y>"), "2" * 9000])
def test_what_is_no_address_stays_as_it_is(numbers: str) -> None:
    page = f"<h1>A buoy is missing</h1><p>{SAID}<a data-cfemail='{numbers}' href=/x>the port</a> by Friday.</p>"
    article = extract_article(page, "https://example.com/a")
    assert article is not None
    assert article.text == f"{SAID}the port by Friday."
