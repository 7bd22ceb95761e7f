"""What ends runs is known to the next one, wherever that is."""

from newscrawl.store import Place, Store


def test_a_page_that_is_begun_counts_until_it_has_come_through(place: Place) -> None:
    for _ in range(2):
        with Store.open(place) as killed:
            killed.pages_begun.begin("paper", "https://example.com/a")
            killed.pages_begun.begin("paper", "https://example.com/b")
            killed.pages_begun.came_through("paper", "https://example.com/b")
            killed.pages_begun.begin("other", "https://example.com/b")  # what came through goes with the next change
            with Store.open(place) as elsewhere:
                assert "https://example.com/b" not in elsewhere.pages_begun.of("paper")
    with Store.open(place) as store:
        assert store.pages_begun.of("paper") == {"https://example.com/a": 2}
        store.pages_begun.came_through("paper", "https://example.com/a")
    with Store.open(place) as store:
        assert not store.pages_begun.of("paper")
