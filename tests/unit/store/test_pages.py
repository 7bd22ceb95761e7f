"""Everything known of an address."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def add(store: Store, key: int, **values: object) -> int:
    return store.pages.add("one", f"https://one.example/{key}", NOON, [key], **values)  # type: ignore[arg-type]


def test_a_page_is_known_by_each_of_its_names(store: Store) -> None:
    id = add(store, 1, state="posted", published=NOON)
    store.pages.name(id, [2])
    page = store.pages.by_key(2)
    assert page and (page.id, page.site, page.kept, page.published) == (id, "one", True, NOON)
    assert store.pages.by_key(3) is None


def test_a_page_that_is_another_leaves_its_names_to_it(store: Store) -> None:
    one, other = add(store, 1), add(store, 2)
    store.pages.drop(one, other)
    assert (store.pages.get(one), store.pages.id_of(1)) == (None, other)


def test_what_a_limit_left_out_is_forgotten_and_what_was_asked_for_is_not(store: Store) -> None:
    add(store, 1, due=NOON)
    asked = add(store, 2, due=NOON, fetched=NOON)
    store.pages.forget_wanted("one", None)
    assert (store.pages.id_of(1), store.pages.id_of(2)) == (None, asked)


def test_delays_are_those_of_articles_with_a_time(store: Store) -> None:
    minutes = {"in time": 20, "before that": 60 * 24 + 7, "ahead": -5, "on the hour": 60}
    for key, back in enumerate(minutes.values()):
        add(store, key, published=NOON - timedelta(minutes=back))
    assert store.publications.delays("one", NOON - timedelta(days=1)) == [20 * 60]
    assert store.publications.count("one") == 4


def test_what_was_answered_holds_until_a_change_and_none_that_is_taken_back_is_believed(store: Store) -> None:
    store.claim("paper")
    pages = store.pages
    assert pages.by_key(1) is None and pages.id_of(1) is None
    with store.transaction():
        pages.meet("paper", "https://example.com/a", NOON, 1, due=NOON)
    one = pages.by_key(1)
    assert one and one.state == "wanted" and pages.id_of(1) == one.id and pages.by_key(1) is one
    pages.change(one.id, state="posted")
    assert pages.by_key(1) == replace(one, state="posted")
    with pytest.raises(RuntimeError), store.transaction():
        pages.change(one.id, state="gone")
        pages.name(one.id, [2])
        assert [(page.state if (page := pages.by_key(key)) else "") for key in (1, 2)] == ["gone", "gone"]
        raise RuntimeError
    assert pages.by_key(1) == replace(one, state="posted") and pages.by_key(2) is None
