"""How a run ended, by its exit code and the last words of its log."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl.schedule.process import LINE, as_told, judge, last_line
from newscrawl.store import RunRecord
from newscrawl.store.slots import SlotEnd


@pytest.mark.parametrize(
    ("code", "why", "end"),
    [
        (0, "", SlotEnd("finished", 0, "")),
        (1, "", SlotEnd("failed", 1, "said")),
        (-11, "", SlotEnd("crashed", -11, "ended by signal 11 (SIGSEGV)")),
        (-9, "deadline", SlotEnd("deadline", -9, "ended by its deadline, killed")),
        (1, "deadline", SlotEnd("deadline", 1, "ended by its deadline")),
        (0, "stopped", SlotEnd("stopped", 0, "stopped with the scheduler")),
        (None, "", SlotEnd("lost", None, "its scheduler ended before it did")),
    ],
)
def test_an_exit_code_is_judged(code: int | None, why: str, end: SlotEnd) -> None:
    assert judge(code, why, "said") == end


KILLED = SlotEnd("crashed", -9, "ended by signal 9 (SIGKILL)")
UNSEEN = SlotEnd("lost", None, "its scheduler ended before it did")
STOPPED = SlotEnd("stopped", 0, "stopped with the scheduler")


@pytest.mark.parametrize(
    ("end", "outcome", "problem", "told"),
    [
        # Killed when its run had put down its own end.
        (KILLED, "finished", "", SlotEnd("finished", -9, "")),
        (KILLED, "finished", "nothing found", SlotEnd("failed", -9, "nothing found")),
        (KILLED, "", "", KILLED),
        (KILLED, "killed", "ended without a word", KILLED),
        (UNSEEN, "limit", "", SlotEnd("finished", None, "")),
        (UNSEEN, "", "", UNSEEN),
        (SlotEnd("failed", 1, "said"), "finished", "nothing found", SlotEnd("failed", 1, "nothing found")),
        (SlotEnd("failed", 1, "said"), "finished", "", SlotEnd("failed", 1, "said")),
        (STOPPED, "stopped", "", STOPPED),
    ],
)
def test_what_a_run_put_down_itself_counts_for_more(end: SlotEnd, outcome: Any, problem: str, told: SlotEnd) -> None:
    now = datetime(2026, 11, 29, tzinfo=UTC)
    run = RunRecord(id=1, site="one", arguments={}, started=now, ended=now, outcome=outcome, problem=problem)
    assert as_told(end, run) == told
    assert as_told(end, None) == end


@pytest.mark.parametrize(
    ("log", "line"),
    [
        ("one: broken\nSpider closed\n", "broken"),
        ("one: first\none: last\n", "last"),
        ("two: broken\nSpider closed\n\n", "Spider closed"),
        ("one: a\x1b[31mred\n", "a [31mred"),
        ("one: " + "x" * 999, "x" * LINE),
        ("", ""),
    ],
)
def test_the_last_line_that_speaks_of_the_site_counts(log: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text(log)
    assert last_line(tmp_path / "a.log", "one") == line
    assert last_line(tmp_path / "none.log", "one") == ""
