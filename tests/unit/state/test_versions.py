"""Versions of one article: which dates they get."""

from dataclasses import replace
from datetime import timedelta

from tests.support.desk import NOON, Desk, article


def test_a_date_stays_and_updated_comes_from_the_page_or_the_notice(desk: Desk) -> None:
    first = article(1)
    desk.take(first, first.url)
    freshened = replace(first, published=NOON, updated=NOON)
    assert desk.take(freshened, first.url) == "unchanged", "a new date alone is no edit"
    edited = replace(first, title="Edited", published=NOON)
    desk.now = NOON + timedelta(hours=1)
    assert desk.take(edited, first.url) == "updated"
    page = desk.page(first.url)
    assert (page.published, page.updated) == (first.published, desk.now)
    # The same answer, read better: no edit of the site's.
    read_better = replace(edited, text="Better. " + edited.text, retrieved=desk.now)
    assert desk.take(read_better, first.url) == "updated"
    assert desk.page(first.url).updated == page.updated
