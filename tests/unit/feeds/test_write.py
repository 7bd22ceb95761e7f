"""Feeds out: valid by other people's parsers, with what the articles said."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import atoma
import feedparser
import pytest
from lxml import etree

from newscrawl.feeds.write import write_feeds
from newscrawl.store import Store

ATOM = "{http://www.w3.org/2005/Atom}"
NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=3)))
HOSTILE = "</title><script>alert(1)</script> ]]> &lt;b&gt; \"' é 新\x08\x00"
BODY = '<p>Text with <a href="https://example.com/?a=1&amp;b=2">a link</a>, &lt;no tag&gt; and ]]&gt;.</p>'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "newscrawl.db") as store:
        store.runs.begin("example", {}, NOON)
        yield store


def post(store: Store, number: int, **values: Any) -> int:
    published = NOON + timedelta(minutes=number)
    url = f"https://example.com/{number}"
    id = store.pages.add("example", url, published, [number])
    record: dict[str, Any] = {
        "url": url,
        "title": f"Title {number}",
        "published": published.isoformat(),
        "body": BODY,
        "language": "en",
    }
    record |= {
        "publisher": "The Example",
        "authors": ["Ana", "Bo"],
        "tags": ["Sea", "Sea", " "],
        "updated": None,
        **values,
    }
    store.pages.change(id, state="posted", published=published)
    store.articles.put(id, published, record)
    return id


def feeds(store: Store, folder: Path, address: str = "") -> tuple[bytes, dict[str, Any]]:
    atom, beside = write_feeds(store, "example", str(folder / "{site}.xml"), address)
    assert (atom.name, beside.name) == ("example.xml", "example.json")
    return atom.read_bytes(), json.loads(beside.read_bytes())


def test_the_newest_fifty_with_full_text(store: Store, tmp_path: Path) -> None:
    for number in range(58):
        post(store, number)
    atom, document = feeds(store, tmp_path, "https://me.example/{site}.xml")
    parsed = feedparser.parse(atom)
    assert not parsed.bozo and parsed.version == "atom10"
    assert [entry.title for entry in parsed.entries] == [f"Title {number}" for number in range(57, 7, -1)]
    assert parsed.entries[0].content[0].value == BODY
    assert [item["content_html"] for item in document["items"]] == [BODY] * 50
    strict = atoma.parse_atom_bytes(atom)
    assert strict.title.value == "The Example"
    assert strict.entries[0].published == NOON + timedelta(minutes=57)
    assert [each.name for each in strict.entries[0].authors] == ["Ana", "Bo"]
    assert document["feed_url"] == "https://me.example/example.json"


def test_what_atom_demands(store: Store, tmp_path: Path) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: what must be there, and once."""
    post(store, 1, title=HOSTILE, authors=[], description=HOSTILE, tags=[HOSTILE])
    post(store, 2, image="javascript:alert(1)", url="javascript:alert(2)", body="", language="zh-CN")
    root = etree.fromstring(feeds(store, tmp_path)[0])
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
    ids = [each.findtext(f"{ATOM}id") for each in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None  # the entries without an author need the feed's
    for when in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        assert datetime.fromisoformat(when.text or "").tzinfo
    links = [each.get("href") for each in root.iter(f"{ATOM}link")]
    assert links == ["https://example.com/1"]
    assert root.findall(f"{ATOM}entry")[1].findtext(f"{ATOM}title") == HOSTILE.replace("\x08", "").replace("\x00", "")


def test_what_json_feed_demands(store: Store, tmp_path: Path) -> None:
    """jsonfeed.org/version/1.1: version, title, items; each item an id and a content; no empty values."""
    post(store, 1, title=HOSTILE, authors=[], tags=[], body="")
    document = feeds(store, tmp_path)[1]
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = document["items"]
    assert isinstance(item["id"], str) and "content_html" in item
    assert "authors" not in item and "tags" not in item and "feed_url" not in document
    assert datetime.fromisoformat(item["date_published"]).utcoffset() is not None
    parsed = atoma.parse_json_feed_bytes((tmp_path / "example.json").read_bytes().replace(b"version/1.1", b"version/1"))
    assert parsed.items[0].title.startswith("</title><script>")


def test_an_article_that_moves_keeps_its_id_and_one_that_is_edited_says_when(store: Store, tmp_path: Path) -> None:
    id = post(store, 1)
    before = feeds(store, tmp_path)[1]["items"][0]
    store.pages.happened(id, NOON, "moved from https://example.com/1")
    store.pages.happened(id, NOON + timedelta(hours=1), "moved from https://example.com/middle")
    changed = NOON + timedelta(hours=2)
    record = {"url": "https://example.com/new", "title": "New", "published": NOON.isoformat(), "body": ""}
    store.articles.put(id, changed, {**record, "updated": changed.isoformat()})
    after = feeds(store, tmp_path)[1]["items"][0]
    assert (after["id"], after["url"]) == (before["id"], "https://example.com/new")
    assert datetime.fromisoformat(after["date_modified"]) == changed


def test_the_same_articles_touch_no_file(store: Store, tmp_path: Path) -> None:
    post(store, 1)
    feeds(store, tmp_path)
    before = [(tmp_path / name).stat().st_mtime_ns for name in ("example.xml", "example.json")]
    feeds(store, tmp_path)
    assert before == [(tmp_path / name).stat().st_mtime_ns for name in ("example.xml", "example.json")]


def test_a_site_without_articles_has_a_valid_feed(store: Store, tmp_path: Path) -> None:
    atom, document = feeds(store, tmp_path)
    assert not feedparser.parse(atom).bozo
    assert document["items"] == []
    assert atoma.parse_atom_bytes(atom).updated == datetime(1970, 1, 1, tzinfo=UTC)
