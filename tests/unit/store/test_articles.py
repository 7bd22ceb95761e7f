"""The archive: articles whole, as they are and as they were."""

import json
import sqlite3
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newscrawl.store import FILE_NAME, Store
from newscrawl.store.articles import STEP
from newscrawl.store.packing import pack, unpack
from newscrawl.store.schema import FIRST, FORMS, IMAGES, PLACES, SCHEDULE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLDER = (FIRST, SCHEDULE, IMAGES, PLACES, FORMS)
"""The steps of a store that had no archive."""


def put(store: Store, number: int, site: str = "one") -> int:
    url, published = f"https://{site}.example/{number}", NOON + timedelta(minutes=number)
    id = store.pages.add(site, url, NOON, [hash((site, number))], published=published)
    store.articles.put(id, NOON, {"url": url, "title": "é 中文"})
    return id


def test_the_newest_come_first_however_many_there_are(store: Store) -> None:
    with store.transaction():
        for number in (*range(1, STEP + 30), 0):
            put(store, number)
        put(store, 5, "two")
    found = list(store.articles.newest_first("one"))
    assert [each.record["url"] for each in found] == [f"https://one.example/{n}" for n in range(STEP + 29, -1, -1)]
    assert found[0].record["title"] == "é 中文"
    assert list(store.articles.newest_first("three")) == []
    assert (store.articles.count(), store.articles.count("two")) == (STEP + 31, 1)


def test_an_edited_article_keeps_what_it_was(store: Store) -> None:
    id = put(store, 1)
    for hour, title in enumerate(("first edit", "second edit"), start=1):
        store.articles.put(id, NOON + timedelta(hours=hour), {"title": title}, edited=True)
    store.articles.put(id, NOON + timedelta(hours=3), {"title": "moved only"})
    kept = [(at, record["title"]) for at, record in store.articles.versions(id)]
    hours = [NOON + timedelta(hours=hour) for hour in (0, 1, 3)]
    assert kept == list(zip(hours, ("é 中文", "first edit", "moved only"), strict=True))
    current = store.articles.get(id)
    assert current and current["title"] == "moved only" and current["schema"] == 1


def test_a_record_is_packed_small_and_whole() -> None:
    record = {"title": "ä \ud800 中", "body": "<p>" + "word " * 300, "n": None}
    assert unpack(pack(record)) == record
    assert len(pack({"url": "https://www.example.com/news/2026/a", "published_precision": "second"})) < 60


def test_the_newest_articles_of_an_older_store_are_taken_over(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / FILE_NAME)
    for step in OLDER:
        old.executescript(step)
    old.execute(f"PRAGMA user_version = {len(OLDER)}")
    old.execute(f"PRAGMA application_id = {0x6E777363}")
    old.execute("INSERT INTO sites VALUES (1, 'one')")
    columns, posts = (
        "id, site, url, state, first_seen, published, post",
        "hexo posts/one/a b.md\nhugo posts/hugo/one/a.md",
    )
    old.execute(f"INSERT INTO pages({columns}) VALUES (7, 1, 'https://a/', 'posted', 5, 9, ?)", (posts,))
    packed = zlib.compress(json.dumps({"url": "https://a/", "title": "Kept"}).encode())
    old.execute("INSERT INTO newest VALUES (7, 1, 9, ?)", (packed,))
    old.commit()
    old.close()
    with Store.open(tmp_path / FILE_NAME) as store:
        (found,) = store.articles.newest_first("one")
        assert (found.page, found.record["title"]) == (7, "Kept")
        assert store.posts.paths(7) == {"hexo": "posts/one/a b.md", "hugo": "posts/hugo/one/a.md"}


def test_a_page_that_moved_knows_its_first_address(store: Store) -> None:
    id = put(store, 1)
    assert store.pages.first_address(id) == ""
    for hour, before in enumerate(("https://one.example/first", "https://one.example/second")):
        store.pages.happened(id, NOON + timedelta(hours=hour), f"moved from {before}")
    assert store.pages.first_address(id) == "https://one.example/first"


def test_what_is_pruned_keeps_its_address(store: Store) -> None:
    pages = [put(store, number) for number in range(6)]
    put(store, 1, "two")
    store.articles.put(pages[0], NOON, {"title": "edited"}, edited=True)
    assert store.articles.prune("one", NOON + timedelta(minutes=2), None) == 2
    assert store.articles.prune("one", None, 3) == 1
    assert [each.page for each in store.articles.newest_first("one")] == pages[:2:-1]
    assert store.articles.count("two") == 1 and not store.articles.versions(pages[0])
    assert all(store.pages.get(page) and store.articles.has(page) for page in pages), "known, and not read back in"
