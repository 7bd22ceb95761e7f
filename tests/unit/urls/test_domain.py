"""What one publisher owns, by the Public Suffix List."""

import socket
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tldextract import TLDExtract

from newscrawl.urls.domain import _rules, registrable, same_domain

EXTRACT = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.com", "example.com"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("news.example.com.au", "example.com.au"),
        ("News.Example.ORG.", "example.org"),
        ("www.abc.net.au", "abc.net.au"),
        ("t.co", "t.co"),
        ("www.bbc.com", "bbc.com"),
        ("edition.example.com.", "example.com"),
        ("www.city.kyoto.jp", "city.kyoto.jp"),
        ("one.github.io", "one.github.io"),
        ("a.one.blogspot.com", "one.blogspot.com"),
        ("例子.公司", "例子.公司"),
        ("a.xn--fiq228c5hs.xn--55qx5d", "xn--fiq228c5hs.xn--55qx5d"),
        ("wiki.unknown-ending", "wiki.unknown-ending"),
        ("a.b.unknown-ending", "b.unknown-ending"),
        ("localhost", "localhost"),
        ("127.0.0.1:8080", "127.0.0.1:8080"),
        ("[::1]", "[::1]"),
        ("gov.uk", "gov.uk"),
        ("", ""),
    ],
)
def test_the_registrable_domain(host: str, domain: str) -> None:
    assert registrable(host) == domain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("www.gov.uk", "gov.uk", True),
        ("sport.example.co.uk", "news.example.co.uk", True),
        ("example.co.uk", "another.co.uk", False),
        ("one.github.io", "two.github.io", False),
        ("one.github.io", "github.io", False),
        ("m.example.it", "example.it", True),
        ("www.ansa.it", "www.rai.it", False),
    ],
)
def test_one_publisher_or_two(one: str, other: str, same: bool) -> None:
    assert same_domain(one, other) is same_domain(other, one) is same


@given(st.text(), st.text())
def test_what_is_no_host_does_no_harm(one: str, other: str) -> None:
    same_domain(one, other)
    assert same_domain(one, one)


def any_host() -> st.SearchStrategy[str]:
    """Hosts on suffixes of the list: one, two or three labels before a rule, its asterisk or exception."""
    rules = st.sampled_from(sorted(_rules()))
    label = st.sampled_from(["a", "news", "www", "city", "xn--55qx5d", "例子", "b1"])
    return st.builds(
        lambda before, rule, star: ".".join([*before, rule.lstrip("!").replace("*", star)]),
        st.lists(label, max_size=3),
        rules,
        label,
    )


@settings(max_examples=500)
@given(any_host())
def test_the_list_is_read_as_its_own_package_reads_it(host: str) -> None:
    assert registrable(host) == (EXTRACT.extract_str(host).top_domain_under_public_suffix or host)


def test_no_network_is_asked_and_the_package_is_not_imported_for_its_list() -> None:
    code = """
import socket, sys
def refuse(*_): raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = refuse
from newscrawl.urls.domain import same_domain
same_domain("www.example.com", "example.com")
print(same_domain("a.example.co.uk", "b.example.co.uk"))
print("tldextract" in sys.modules, "requests" in sys.modules)
"""
    assert hasattr(socket.socket, "connect") and hasattr(socket, "getaddrinfo")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "False"]
