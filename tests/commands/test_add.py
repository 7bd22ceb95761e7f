"""`newscrawl add`: unknown sites by their addresses, crawled, grouped and scheduled like any other."""

import os
from pathlib import Path

import pytest
from lxml import etree

from tests.support.crawling import ROOT
from tests.support.warm import HELPER, Done

OPML = """<?xml version="1.0"?>
<opml version="2.0"><head><title>mine</title></head><body>
<outline text="Science"><outline text="The &amp; Lens" xmlUrl="https://lens.example/rss" htmlUrl="https://lens.example/"/>
<outline text="Lens, too" xmlUrl="https://www.lens.example/more.xml"/></outline>
<outline text="no address"/><outline text="evil" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def newscrawl(folder: Path, *words: str) -> Done:
    return HELPER.run(["newscrawl", *words], {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}, folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("mine")
    assert newscrawl(made, "init").code == 0
    (made / "feeds.opml").write_text(OPML)
    (made / "list.txt").write_text(
        "# mine\n\nhttps://blog.example.co.uk/\nother.example\nhttps://zeitung.example.de/\n"
    )
    done = newscrawl(made, "add", "list.txt", "feeds.opml", "www.apnews.com", "--every", "1h")
    assert done.code == 0, done.said
    assert done.out.splitlines() == [
        "apnews.com is there already: apnews",
        "added example: https://blog.example.co.uk/",
        "added other: https://other.example/",
        "added example2: https://zeitung.example.de/",
        "added lens: https://lens.example/",
        "in sites/added.yml; next: newscrawl crawl-all example other example2 lens -a limit=20",
    ]
    return made


def test_one_host_is_one_site_with_all_its_feeds(folder: Path) -> None:
    text = (folder / "sites" / "added.yml").read_text()
    assert "publisher: The & Lens\n  topic: science\n" in text
    assert "feeds:\n  - https://lens.example/rss\n  - https://www.lens.example/more.xml\n" in text
    assert newscrawl(folder, "add", "https://lens.example/blog").out == "lens.example is there already: lens\n"


def test_a_second_address_of_one_host_is_said_to_be_left_out(tmp_path: Path) -> None:
    newscrawl(tmp_path, "init")
    done = newscrawl(tmp_path, "add", "https://fen.example/a", "https://fen.example/b", "https://fen.example/b")
    assert done.out.splitlines()[:2] == [
        "added fen: https://fen.example/a",
        "left out https://fen.example/b: its host is one site, with the address above",
    ]


def test_two_ports_of_one_host_are_two_sites(tmp_path: Path) -> None:
    newscrawl(tmp_path, "init")
    words = ("http://127.0.0.1:8101/", "http://127.0.0.1:8102/", "http://localhost:8103/", "https://fen.example:8443/")
    assert newscrawl(tmp_path, "add", *words).out.splitlines()[:4] == [
        "added 127-0-0-1-8101: http://127.0.0.1:8101/",
        "added 127-0-0-1-8102: http://127.0.0.1:8102/",
        "added localhost8103: http://localhost:8103/",
        "added fen: https://fen.example:8443/",
    ]
    again = newscrawl(tmp_path, "add", *words).out.splitlines()
    assert again[1] == "127.0.0.1-8102 is there already: 127-0-0-1-8102" and len(again) == 4


def test_the_ending_of_an_address_tells_the_country(folder: Path) -> None:
    assert {"example", "bbc"} <= set(newscrawl(folder, "list", "--country", "gb").out.split())
    assert {"example2", "heise"} <= set(newscrawl(folder, "list", "--country", "de").out.split())


def test_added_sites_are_chosen_and_scheduled_like_others(folder: Path) -> None:
    newscrawl(folder, "add", "https://fen.example/", "--country", "gb", "--topic", "science")
    assert newscrawl(folder, "list", "--country", "gb", "--topic", "science").out.split() == ["fen", "nature"]
    done = newscrawl(folder, "schedule", "--check")
    assert "5 of " in done.out and "  other\n" in done.out, done.out + done.said
    out = etree.fromstring(newscrawl(folder, "list", "--opml", "--topic", "science").out.encode())
    addresses = {each.get("xmlUrl") for each in out.iter("outline")}
    assert {"https://lens.example/rss", "https://www.lens.example/more.xml"} <= addresses


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list.csv"], "newscrawl add: list.csv: there is no such file"),
        (["bad.txt"], "newscrawl add: bad.txt:2: no address: a web address is needed, one a line"),
        (["page.html"], "newscrawl add: page.html: this is no OPML"),
        (["https://new.example/", "--country", "Germany"], "newscrawl add: country: a country's two letters are"),
        (["https://new.example/", "--every", "now"], "newscrawl add: every: accepted are a span"),
        (["ftp://a.example/feed"], "newscrawl add: ftp://a.example/feed: a web address is needed, e.g. https://"),
        (["nohost"], "newscrawl add: nohost: a web address is needed, e.g. https://"),
    ],
)
def test_what_cannot_be_added_is_named_and_nothing_is_written(words: list[str], said: str, tmp_path: Path) -> None:
    newscrawl(tmp_path, "init")
    (tmp_path / "bad.txt").write_text("https://one.example/\nno address\n")
    (tmp_path / "page.html").write_text("<html><p>nothing")
    done = newscrawl(tmp_path, "add", *words)
    assert (done.code, done.said.count("\n")) == (2, 1) and done.said.startswith(said), done.said
    assert not (tmp_path / "sites" / "added.yml").exists() and "added" not in done.out


def test_outside_a_folder_of_ones_own_it_says_how_to_make_one(tmp_path: Path) -> None:
    done = newscrawl(tmp_path, "add", "https://new.example/")
    assert (done.code, done.said.count("\n")) == (1, 1) and "newscrawl init my-news" in done.said
