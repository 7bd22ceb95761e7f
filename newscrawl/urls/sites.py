"""Which site a page belongs to, by its host."""

from collections.abc import Iterable
from typing import Any

from newscrawl.urls.network import host_of

NAMES = ("home", "start_urls", "feeds", "sitemaps", "archives", "pages")


def bare(host: str) -> str:
    return host.removeprefix("www.")


def site_name(url: str) -> str:
    """What a site without a description is called: its host, without `www.`."""
    return bare(host_of(url)).strip(".")


def hosts_of(spider: Any) -> set[str]:
    """The hosts that a site's description names, without `www.`."""
    found: set[str] = set()
    for name in NAMES:
        value = getattr(spider, name, None) or []
        found |= {bare(host_of(url)) for url in ([value] if isinstance(value, str) else value)}
    return found - {""}


def site_of(host: str, sites: dict[str, str]) -> str:
    """The site of a host or of the nearest domain above it; "" where none is known. `sites`: host -> site."""
    name = bare(host)
    while name:
        if name in sites:
            return sites[name]
        name = name.partition(".")[2]
    return ""


def all_sites(spiders: Iterable[Any]) -> dict[str, str]:
    """host -> site, of every site that needs no arguments. Where two name a host, the first one has it."""
    found: dict[str, str] = {}
    for spidercls in spiders:
        try:
            spider = spidercls()
        except ValueError:  # a site that is made by its arguments, such as `scrapy crawl site -a url=…`
            continue
        for host in hosts_of(spider):
            found.setdefault(host, spider.name)
    return found
