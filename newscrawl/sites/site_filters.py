"""Site filters: some of all sites, by country, language and topic."""

import argparse
import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from scrapy import Spider
from scrapy.spiderloader import SpiderLoaderProtocol

from newscrawl.errors import ArgumentError
from newscrawl.urls.parts import is_web

# What people type and ISO 3166-1 does not have.
_ALSO = {"uk": "gb", "en": "gb"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What `--country`, `--language` and `--topic` ask for; an empty one asks for nothing."""

    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def takes(self, site: type[Spider]) -> bool:
        """Whether a site is asked for. A language stands for its kinds, too: zh for zh-Hans."""
        language = getattr(site, "language", "").lower()
        return (
            (not self.countries or getattr(site, "country", "") in self.countries)
            and (not self.languages or any(language == tag or language.startswith(f"{tag}-") for tag in self.languages))
            and (not self.topics or getattr(site, "topic", "") in self.topics)
        )


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give a command the options of a selection."""
    group = parser.add_argument_group("Which sites")
    group.add_argument("--country", metavar="CODES", default="", help="two letters each, e.g. de or de,at,ch")
    group.add_argument("--language", metavar="TAGS", default="", help="e.g. zh or de,fr")
    group.add_argument("--topic", metavar="TOPICS", default="", help="e.g. sport or business,technology")


def selection_of(options: argparse.Namespace) -> Selection:
    """The selection that a command's options make. Raises ArgumentError for what no site can have."""
    countries, languages = _split(options.country), _split(options.language)
    for code in countries:
        if not re.fullmatch(r"[a-z]{2}", code):
            raise ArgumentError(f"--country {code}: two letters are accepted, e.g. de or de,at,ch")
    for tag in languages:
        if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", tag):
            raise ArgumentError(f"--language {tag}: a tag is accepted, e.g. zh or de,fr")
    return Selection(tuple(_ALSO.get(code, code) for code in countries), languages, _split(options.topic))


def select(loader: SpiderLoaderProtocol, selection: Selection) -> list[type[Spider]]:
    """The sites that are asked for, by name; tools and examples are none."""
    sites: Iterable[type[Spider]] = (loader.load(name) for name in sorted(loader.list()))
    return [site for site in sites if is_site(site) and selection.takes(site)]


def is_site(spider: type[Spider]) -> bool:
    """Whether it is a site, and not a tool such as `article` or an example."""
    return bool(getattr(spider, "is_site", True))


def check_name(name: str, names: Collection[str]) -> None:
    """Raises ArgumentError for a site that is not among `names`."""
    if is_web(name):
        raise ArgumentError(f"{name} is an address: scrapy crawl site -a url={name}, or first scrapy add {name}")
    if name not in names:
        near = difflib.get_close_matches(name, names)
        hint = f"did you mean {near[0]}?" if near else "scrapy list shows all that are accepted"
        raise ArgumentError(f"there is no site {name!r}; {hint}")


def _split(value: str) -> tuple[str, ...]:
    return tuple(part for part in value.lower().replace(" ", "").split(",") if part)
