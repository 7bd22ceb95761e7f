"""What every crawl came to."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newscrawl.store import Store
from newscrawl.store.runs import RunEnd

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_run_is_there_for_the_next_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        run = store.runs.begin("example", {"limit": "3"}, NOON)
        end = RunEnd(outcome="finished", complete=True, requests=4, saved=30)
        store.runs.end(run, NOON + timedelta(seconds=9), end)
    with Store.open(tmp_path / "s.db") as store:
        (seen,) = store.runs.of("example")
        assert (seen.started, seen.ended, seen.outcome) == (NOON, NOON + timedelta(seconds=9), "finished")
        assert (seen.requests, seen.saved, seen.arguments) == (4, 30, {"limit": "3"})
        assert store.runs.caught_up("example", {"limit": "3"})
        assert not store.runs.caught_up("example", {})


def test_a_run_that_ended_without_a_word_is_noted_as_killed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.runs.begin("example", {}, NOON)
        store.runs.begin("other", {}, NOON)
        store.runs.begin("example", {}, NOON + timedelta(hours=1))
        assert [run.outcome for run in store.runs.of("example")] == ["", "killed"]
        assert [run.outcome for run in store.runs.of("other")] == [""]
        assert not store.runs.caught_up("example", {})


def test_the_newest_runs_come_first_of_one_site_or_of_all(store: Store) -> None:
    for minute, site in enumerate(("one", "two", "one", "two", "one")):
        store.runs.begin(site, {}, NOON + timedelta(minutes=minute))
    assert [(run.site, run.started.minute) for run in store.runs.of("", 3)] == [("one", 4), ("two", 3), ("one", 2)]
    assert [run.started.minute for run in store.runs.of("two")] == [3, 1]
    assert store.runs.of("three") == []


def test_a_site_is_open_until_its_run_has_ended(store: Store) -> None:
    runs = [store.runs.begin(site, {}, NOON) for site in ("one", "two")]
    store.runs.end(runs[0], NOON, RunEnd(outcome="failed"))
    assert store.runs.open() == ["two"]
    assert (store.runs.first("one"), store.runs.first("three")) == (NOON, None)


def test_runs_of_one_place_are_alike_whatever_they_choose_in_it(store: Store) -> None:
    said: tuple[dict[str, str], ...] = ({}, {"limit": "3"}, {"edition": "english"}, {"limit": "9"})
    first, limited, _, last = [store.runs.begin("one", arguments, NOON) for arguments in said]
    assert store.runs.alike(last, {"limit"}, 10) == [last, limited, first]
