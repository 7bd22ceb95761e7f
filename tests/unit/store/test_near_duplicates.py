"""Which kept article has nearly this text."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.article import Article
from newscrawl.store import Store
from tests.support.changing_site import prose

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = " ".join(prose(1, 500))
STORY = Article(url="https://one.example/1", site="one", text=TEXT, published=NOON)


@pytest.fixture
def kept(store: Store) -> int:
    id = store.pages.add("one", STORY.url, NOON, [1], state="posted", published=NOON)
    store.near_duplicates.put(id, STORY)
    return id


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (STORY, True),
        (replace(STORY, text=TEXT.replace(" council ", " committee ", 1)), True),
        (replace(STORY, published=NOON + timedelta(days=1)), True),
        (replace(STORY, published=NOON + timedelta(days=7)), False),
        (replace(STORY, site="two"), False),
        (replace(STORY, text=" ".join(prose(2, 500))), False),
        (replace(STORY, text="Too short to be told apart."), False),
    ],
)
def test_a_text_that_comes_back_is_found(article: Article, found: bool, kept: int, store: Store) -> None:
    page = store.near_duplicates.find(article)
    assert (page and page.id) == (kept if found else None)


def test_a_page_that_is_not_kept_or_was_forgotten_is_not_found(kept: int, store: Store) -> None:
    store.pages.change(kept, state="refused")
    assert store.near_duplicates.find(STORY) is None
    store.pages.change(kept, state="posted")
    store.near_duplicates.forget(kept)
    assert store.near_duplicates.find(STORY) is None


def test_similarity_to_a_page_is_told_where_both_are_long_enough(kept: int, store: Store) -> None:
    assert store.near_duplicates.similarity(kept, TEXT) == 1.0
    assert store.near_duplicates.similarity(kept, "short") is None
    assert store.near_duplicates.similarity(kept + 1, TEXT) is None
