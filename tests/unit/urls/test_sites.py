"""Which site an address belongs to."""

import pytest

from newscrawl.urls.sites import all_sites, host_and_port, same_site, site_name, site_of
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
    assert site_of("https://www.example.com/a", sites) == "example"
    assert site_of("http://sport.example.com", sites) == "example"
    assert site_of("https://news.example.com/", sites) == "news"
    for other in ("https://example.org/", "", "https://badexample.com/", "https://example.com:8443/"):
        assert site_of(other, sites) == ""


def test_a_site_without_a_description_is_called_like_its_host() -> None:
    assert site_name("https://WWW.Example.com:8000/a") == "example.com"
    assert site_name("nothing") == ""


def test_two_ports_of_one_host_are_two_sites() -> None:
    assert host_and_port("https://WWW.Example.com:443/a") == host_and_port("http://example.com:80/") == "example.com"
    assert host_and_port("http://127.0.0.1:8101/a") == "127.0.0.1-8101"
    assert host_and_port("http://[::1]/a") == "::1"
    assert host_and_port("http://example.com:99999/") == "example.com"


def test_every_site_names_its_hosts() -> None:
    assert all_sites([AljazeeraSpider, LightshipSpider])["chinese.aljazeera.net"] == "aljazeera"
