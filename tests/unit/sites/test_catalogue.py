"""The catalogue of sites: every entry is a spider, and what is wrong in it is told with its line."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from newscrawl.errors import CatalogueError
from newscrawl.sites.catalogue import read_catalogue, with_country
from newscrawl.sites.site_filters import select, selection_of
from newscrawl.spider import NewsSpider
from spiders import catalogue

ROOT = Path(__file__).resolve().parents[3]
GOOD = """\
no:
  timezone: Europe/Oslo
  sites:
    example:
      publisher: The Example
      home: https://example.no/
      language: no
      feeds:
      - https://example.no/rss
      body: div.story
"""


def test_a_site_has_what_all_sites_of_its_country_have() -> None:
    entries = read_catalogue(GOOD, "catalogue.yml")
    assert with_country(entries, {"country": "no"}) == {"country": "no", "timezone": "Europe/Oslo"}
    assert with_country(entries, {"country": "no", "timezone": "UTC"})["timezone"] == "UTC"
    assert with_country(entries, {"country": "se"}) == {"country": "se"}
    assert with_country(entries, {"home": "https://example.com/"}) == {"home": "https://example.com/"}


def test_every_entry_is_a_spider_with_its_values() -> None:
    entries = read_catalogue(catalogue.FILE.read_text(encoding="utf-8"), "catalogue.yml")
    assert len(entries) >= 180
    assert len({entry.values["country"] for entry in entries}) >= 41
    for entry in entries:
        site = vars(catalogue)[f"catalogue_{entry.name}"]
        assert issubclass(site, NewsSpider)
        assert {name: getattr(site, name) for name in entry.values} == entry.values
        site()  # its values make rules and arguments without an error


def test_norway_is_a_country_and_norwegian_a_language() -> None:
    (entry,) = read_catalogue(GOOD, "catalogue.yml")
    assert (entry.values["country"], entry.values["language"], entry.values["timezone"]) == ("no", "no", "Europe/Oslo")
    assert entry.values["body"] == "div.story"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("feeds:", "feds:", "catalogue.yml:8: there is no key 'feds'; did you mean feeds?"),
        ("- https://example.no/rss", "- example.no/rss", "catalogue.yml:9: feeds: a web address is needed"),
        ("      - https://example.no", "        https://example.no", "catalogue.yml:9: feeds: a list is needed"),
        ("language: no", "language: Norwegian", "catalogue.yml:7: language: a language tag such as de"),
        ("Europe/Oslo", "Europe/Olso", "catalogue.yml:2: timezone: a zone such as Europe/Berlin"),
        ("no:\n", "Norway:\n", "catalogue.yml:1: a country's two letters are needed, not 'Norway'"),
        ("    example:", "    an example:", "catalogue.yml:4: 'an example' is no name of a site"),
        ("home: https://example.no/", "home: [a]", "catalogue.yml:6: a single value is needed here"),
        ("body: div.story", "body: [", "catalogue.yml:"),
        ("body: div.story", 'body: "\x01"', "catalogue.yml: no YAML: unacceptable character"),
        ("body: div.story", "proxy: 127.0.0.1:1080", "catalogue.yml:10: proxy: a proxy such as socks5://127.0.0.1:1080"),
        ("body: div.story", "delay: 10 s", "catalogue.yml:10: delay: seconds are needed, e.g. 10, not '10 s'"),
        ("body: div.story", "delay: 0", "catalogue.yml:10: delay: seconds are needed, e.g. 10, not '0'"),
        ("sites:", "places:", "catalogue.yml:3: there is no key 'places'"),
        ("div.story\n", "div.story\n    example:\n      home: https://a.example/\n", "catalogue.yml:11: example stand"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(old: str, new: str, said: str) -> None:
    with pytest.raises(CatalogueError) as error:
        read_catalogue(GOOD.replace(old, new, 1), "catalogue.yml")
    assert str(error.value).startswith(said)


def test_a_site_may_ask_for_a_pace_of_its_own() -> None:
    (entry,) = read_catalogue(GOOD.replace("body: div.story", "delay: 2.5"), "catalogue.yml")

    class Site(NewsSpider):
        delay = float(str(entry.values["delay"]))

    settings = Settings({"DOWNLOAD_DELAY": 1.0})
    NewsSpider.update_settings(settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == 1.0
    Site.update_settings(settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == 2.5


def test_an_entry_needs_a_place_to_start() -> None:
    with pytest.raises(CatalogueError, match="catalogue.yml:3: example has no place to start"):
        read_catalogue("de:\n  sites:\n    example:\n      publisher: x\n", "catalogue.yml")


def test_list_shows_parts_of_all_sites() -> None:
    command = [sys.executable, "-m", "scrapy", "list", "--country", "at,qa", "--long"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["orf", "at", "de", "news", "Österreichischer", "Rundfunk"] in lines
    assert {line[1] for line in lines} == {"at", "qa"}


@pytest.mark.parametrize(
    ("asked", "taken", "left"),
    [
        ({}, {"aljazeera", "apnews"}, {"site", "article", "riverpost", "lightship"}),
        ({"language": "zh"}, {"dw-zh", "bbc-zh"}, {"orf", "aljazeera-en"}),
        ({"country": "uk", "topic": "science,technology"}, {"nature", "techradar"}, {"bbc", "heise"}),
    ],
)
def test_sites_are_chosen_by_country_language_and_topic(asked: dict[str, str], taken: set[str], left: set[str]) -> None:
    options = argparse.Namespace(**{"country": "", "language": "", "topic": "", **asked})
    loader = SpiderLoader(Settings({"SPIDER_MODULES": ["spiders"]}))
    names = {site.name for site in select(loader, selection_of(options))}
    assert taken <= names and not left & names
