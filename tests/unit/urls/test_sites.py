"""Which site an address belongs to."""

import pytest

from newscrawl.urls.sites import all_sites, same_site, site_name, site_of
from spiders.aljazeera import AljazeeraSpider
from spiders.lightship import LightshipSpider


@pytest.mark.parametrize(
    ("page", "address", "same"),
    [
        ("https://example.com/", "https://www.example.com/a", True),
        ("https://www.example.com/", "https://news.example.com/a", True),
        ("https://news.example.com/", "https://example.com/a", True),
        ("https://m.example.com/", "https://www.example.com/a", True),
        ("https://fr.example.com/", "https://de.example.com/a", False),
        ("https://one.github.io/", "https://github.io/start", False),
        ("https://one.co.uk/", "https://co.uk/a", False),
        ("https://example.com/", "https://badexample.com/a", False),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/a", True),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:9000/a", False),
        ("https://example.com/", "http://[", False),
        ("https://example.com/", "", False),
    ],
)
def test_an_address_is_on_a_page_s_site(page: str, address: str, same: bool) -> None:
    assert same_site(address, page) is same


def test_the_nearest_domain_above_a_host_says_whose_it_is() -> None:
    sites = {"example.com": "example", "news.example.com": "news"}
    assert site_of("www.example.com", sites) == "example"
    assert site_of("sport.example.com", sites) == "example"
    assert site_of("news.example.com", sites) == "news"
    assert site_of("example.org", sites) == site_of("", sites) == site_of("badexample.com", sites) == ""


def test_a_site_without_a_description_is_called_like_its_host() -> None:
    assert site_name("https://WWW.Example.com:8000/a") == "example.com"
    assert site_name("nothing") == ""


def test_every_site_names_its_hosts() -> None:
    assert all_sites([AljazeeraSpider, LightshipSpider])["chinese.aljazeera.net"] == "aljazeera"
