"""Addresses as pages and feeds write them."""

import cProfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.urls.resolve import absolute, joined, typed_address, web_address

BASE = "https://www.example.com/news/today/"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("story", "https://www.example.com/news/today/story"),
        ("../story", "https://www.example.com/news/story"),
        ("/story?a=1", "https://www.example.com/story?a=1"),
        ("//cdn.example.com/a.jpg", "https://cdn.example.com/a.jpg"),
        (" /a\n b ", "https://www.example.com/a%20b"),
        ("http://[", ""),
        ("mailto:a@example.com", ""),
        ("javascript:void(0)", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_address_in_a_page(written: str | None, meant: str) -> None:
    assert absolute(written, BASE) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.com/a?b=c", "https://example.com/a?b=c"),
        ("/a#comments", "https://www.example.com/a"),
        ("/a?b=1&amp;c=2", "https://www.example.com/a?b=1&c=2"),
        ("https://exam\n ple.com/a", "https://example.com/a"),
        ("\n  https://example.com/a story of two.html \n", "https://example.com/a%20story%20of%20two.html"),
        ("/a\tb c?d=e f", "https://www.example.com/ab%20c?d=e%20f"),
        ("https://www..example.com/", ""),
        ("https://www..bücher.example/a b", ""),
        ("https://\u3002bücher.example/a b", ""),
        (f"https://{'bücher' * 10}.example/", ""),
        (f"https://{'bü.' * 100}example/", ""),
        (f"https://{'bücher' * 5}.example./a#b", f"https://{'bücher' * 5}.example./a"),
        ("https://bücher.example\u3002/a?b=1&amp;c", "https://bücher.example\u3002/a?b=1&c"),
        ("https://example.com:0/", ""),
        ("https://example.com:x/", ""),
        ("ftp://example.com/a", ""),
        ("", ""),
    ],
)
def test_an_address_to_ask_for(written: str, meant: str) -> None:
    assert web_address(written, BASE) == meant


@pytest.mark.parametrize("base", ["", "ftp://example.com/"])
def test_a_path_on_a_page_that_is_not_of_the_web_is_no_address(base: str) -> None:
    assert absolute("/news", base) == ""


@pytest.mark.parametrize("host", ["ü" * 40 + "{}.example", "e\u0301" * 25 + "{}.example", "例" * 30 + "{}.中国"])
def test_many_names_of_other_letters_cost_as_much_as_others(host: str) -> None:
    """By calls: to spell each in ASCII takes one a letter, and a sitemap may have 100,000 of them."""

    def calls(host: str) -> int:
        counted = cProfile.Profile()
        found = counted.runcall(lambda: [web_address(f"https://{host.format(n)}/a b", BASE) for n in range(100)])
        assert all(found)
        return sum(each.callcount for each in counted.getstats())

    assert calls(host) < 2 * calls("{}." + "a" * 40 + ".example")


@given(st.text(), st.text())
def test_nothing_raises(written: str, base: str) -> None:
    for found in (absolute(written, base), web_address(written, base)):
        assert found == "" or found.startswith(("http://", "https://"))
    joined(base, written)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.com", "https://example.com/"),
        (" http://example.com/news ", "http://example.com/news"),
        ("https://example.com?page=2", "https://example.com/?page=2"),
        ("localhost:4000", "https://localhost:4000/"),
        ("https://例子.公司/新闻", "https://例子.公司/新闻"),
        ("https://name:word@example.com/", "https://name:word@example.com/"),
        ("feed:https://example.com/rss", "https://example.com/rss"),
        ("Feed://example.com/rss", "http://example.com/rss"),
        ("webcal://example.com/dates", ""),
        ("two words", ""),
        ("nohost", ""),
        ("nohost/2026/a.b", ""),
        ("nohost.", ""),
        ("http://wiki", "http://wiki/"),
        ("wiki:8080/news", "https://wiki:8080/news"),
        ("localhost/news", "https://localhost/news"),
        ("localhosts", ""),
        ("例子。公司", "https://例子。公司/"),
        ("[::1]/a", "https://[::1]/a"),
        ("https://", ""),
        ("https://...", ""),
        ("https://example.com:99999/", ""),
        ("ftp://example.com/", ""),
        ("", ""),
    ],
)
def test_an_address_that_a_person_typed(typed: str, meant: str) -> None:
    assert typed_address(typed) == meant
