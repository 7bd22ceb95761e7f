"""Where every site of a batch stands."""

from newscrawl.batch.progress import BatchProgress


def test_progress_adds_up() -> None:
    now = [0.0]
    progress = BatchProgress(lambda: now[0], 3)
    progress.running = {"b": 3, "a": 5}
    now[0] = 2.0
    assert progress.line() == "2 sites running, 0 of 3 done, 0 failed; 8 articles, 4.0 a second"
    assert progress.table()[1].split() == ["a", "5", "articles"]
    progress.end("a", "", 6, {"posts/new": 6})
    progress.end("b", "no listing could be read", 0, {})
    assert progress.failed == {"b": "no listing could be read"}
    assert progress.summary().splitlines() == [
        "2 sites in 2 s: 6 new, 0 updated, 0 unchanged; 3.0 articles a second",
        "  b: no listing could be read",
    ]
