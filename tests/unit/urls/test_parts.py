"""The parts of an address, and of what is none."""

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.urls.parts import host_of, is_web, split, without_fragment, without_scheme


def test_the_host() -> None:
    assert host_of("http://[bad") == host_of("mailto:a@b.example") == host_of("") == ""
    assert host_of("https://Example.COM:8080/") == "example.com"


def test_what_is_of_the_web() -> None:
    assert is_web("HTTP://example.com/") and is_web("https://example.com/")
    assert not any(map(is_web, ("javascript:alert(1)", "//example.com/", "http", "http://[", "")))


def test_an_address_as_people_say_it() -> None:
    assert without_scheme("https://www.example.com/news/") == without_scheme("http://example.com/news")
    assert without_fragment("https://example.com/a?b#c#d") == "https://example.com/a?b"


@given(st.text())
def test_nothing_raises(url: str) -> None:
    assert split(url).scheme == split(url).scheme.lower()
    host_of(url)
