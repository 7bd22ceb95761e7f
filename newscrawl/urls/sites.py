"""Which site an address belongs to, by its host."""

from collections.abc import Iterable
from typing import Any

from newscrawl.urls.domain import registrable, without_www
from newscrawl.urls.parts import host_of, port_of, split

_USUAL_PORTS = (0, 80, 443)
NAMES = ("home", "start_urls", "feeds", "sitemaps", "archives", "pages")


def site_name(url: str) -> str:
    """What a site without a description is called: its host, without `www.`."""
    return without_www(host_of(url)).strip(".")


def host_and_port(url: str) -> str:
    """By what a site is told from others: its host, without `www.`, and its port where that is not the usual."""
    host, port = site_name(url), port_of(url)
    return host if port in _USUAL_PORTS else f"{host}-{port}"


def same_site(address: str, url: str) -> bool:
    """Whether an address is on the site of the page at `url`: on its host, above it or below it in one domain.

    www.example.com and news.example.com belong to example.com's site. Two hosts side by side, fr.example.com and
    de.example.com, are not one: they are a publisher's editions.
    """
    here, there = _place(url), _place(address)
    if not there or here == there:
        return bool(there)
    related = there.endswith("." + here) or here.endswith("." + there)
    return related and registrable(here) == registrable(there)


def _place(url: str) -> str:
    return without_www(split(url).netloc).removeprefix("m.")


def addresses_of(spider: Any) -> list[str]:
    """The addresses that a site's description names."""
    values = [getattr(spider, name, None) or [] for name in NAMES]
    return [url for value in values for url in ([value] if isinstance(value, str) else value)]


def hosts_of(spider: Any) -> set[str]:
    """The hosts that a site's description names, without `www.`."""
    return {without_www(host_of(url)) for url in addresses_of(spider)} - {""}


def site_of(url: str, sites: dict[str, str]) -> str:
    """The site of an address or of the nearest domain above it; "" where none is known. `sites`: as of `all_sites`."""
    name = host_and_port(url)
    while name:
        if name in sites:
            return sites[name]
        name = name.partition(".")[2]
    return ""


def all_sites(spiders: Iterable[Any]) -> dict[str, str]:
    """Host and port -> site, of every site that needs no arguments. Where two have one, the first has it."""
    found: dict[str, str] = {}
    for spidercls in spiders:
        try:
            spider = spidercls()
        except ValueError:  # a site that is made by its arguments, such as `scrapy crawl site -a url=…`
            continue
        for url in addresses_of(spider):
            found.setdefault(host_and_port(url), spider.name)
    found.pop("", None)
    return found
