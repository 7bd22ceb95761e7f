"""How much of each JSON Lines file the store knows of."""

from newscrawl.store import Store


def test_the_length_of_a_file_is_the_last_that_was_put_down(store: Store) -> None:
    store.exports.put("a.jsonl", 10)
    store.exports.put("a.jsonl", 7)
    assert [store.exports.length(name) for name in ("a.jsonl", "b.jsonl")] == [7, 0]
