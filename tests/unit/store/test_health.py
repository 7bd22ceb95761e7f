"""What each run's pages and listings gave."""

from datetime import UTC, datetime, timedelta

from newscrawl.store import Store
from newscrawl.store.health import Count

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def run(store: Store, site: str, hour: int, gave: int) -> int:
    id = store.runs.begin(site, {}, NOON + timedelta(hours=hour))
    store.health.put(id, {"body": Count(gave, 9, "div.text")}, {f"https://{site}.example/": gave})
    return id


def test_counts_are_read_back_in_the_order_that_is_asked_for(store: Store) -> None:
    first, empty, last = run(store, "one", 0, 3), store.runs.begin("one", {}, NOON), run(store, "one", 1, 9)
    assert store.health.fields([last, empty, first]) == [
        {"body": Count(9, 9, "div.text")},
        {"body": Count(3, 9, "div.text")},
    ]
    assert store.health.listings([first, last]) == [{"https://one.example/": 3}, {"https://one.example/": 9}]


def test_completeness_is_of_the_last_runs_that_read_a_page_oldest_first(store: Store) -> None:
    for hour in range(4):
        run(store, "one", hour, hour)
        run(store, "two", hour, 9)
    last = store.runs.begin("one", {}, NOON + timedelta(hours=5))
    store.health.put(last, {"body": Count(4, 9, "div.text"), "remove .more": Count(1, 9)}, {})
    store.runs.begin("one", {}, NOON + timedelta(hours=6))
    assert store.health.completeness("one", 2) == {"body": [Count(3, 9, "div.text"), Count(4, 9, "div.text")]}


def test_the_first_run_is_compared_with_none(store: Store) -> None:
    assert [store.health.news([]), store.health.fields([]), store.health.listings([])] == [[], [], []]


def test_counts_add_up() -> None:
    assert Count(1, 2) + Count(3, 4, "h1") == Count(4, 6, "h1")
    assert str(Count(4, 6)) == "4/6"
