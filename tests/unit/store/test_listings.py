"""What a listing's last answer said."""

from newscrawl.store import Store
from newscrawl.store.listings import SeenListing


def test_the_last_answer_counts_and_a_listing_never_seen_is_empty(store: Store) -> None:
    for seen in (SeenListing("a", "Mon", 3), SeenListing("b", "", 5)):
        store.listings.put(1, seen)
    assert store.listings.get(1) == ("b", "", 5)
    assert store.listings.get(2) == ("", "", 0)
