"""The latest articles of a site, whole."""

from datetime import UTC, datetime, timedelta

from newscrawl.store import Store
from newscrawl.store.newest import KEPT

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def put(store: Store, number: int) -> None:
    url, published = f"https://one.example/{number}", NOON + timedelta(minutes=number)
    id = store.pages.add("one", url, NOON, [number])
    store.newest.put(id, store.pages.number("one"), published, {"url": url, "title": "é 中文"})


def test_the_newest_stay_by_publication(store: Store) -> None:
    for number in (*range(1, KEPT + 3), 0):
        put(store, number)
    found = store.newest.of("one")
    assert [record["url"] for record in found] == [f"https://one.example/{number}" for number in range(KEPT + 2, 2, -1)]
    assert found[0]["title"] == "é 中文"
    assert store.newest.of("two") == []


def test_an_article_that_moved_keeps_the_address_it_was_first_kept_under(store: Store) -> None:
    put(store, 1)
    id = store.pages.id_of(1)
    assert id
    for hour, before in enumerate(("https://one.example/first", "https://one.example/second")):
        store.pages.happened(id, NOON + timedelta(hours=hour), f"moved from {before}")
    ((first, record),) = store.newest.entries("one", 5)
    assert (first, record["url"]) == ("https://one.example/first", "https://one.example/1")
