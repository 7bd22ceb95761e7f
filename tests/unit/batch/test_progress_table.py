"""The progress of a batch: a table on a screen, a line now and then where there is none."""

import io

import pytest

from newscrawl.batch.progress import BatchProgress
from newscrawl.batch.progress_table import EVERY, NOW_AND_THEN, ProgressTable


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("screen", "seconds"), [(io.StringIO(), NOW_AND_THEN), (Screen(), EVERY)])
def test_progress_is_shown_when_it_is_time(screen: io.StringIO, seconds: float) -> None:
    now = [0.0]
    table = ProgressTable(BatchProgress(lambda: now[0], 3), screen)
    now[0] = seconds / 2
    table.show()
    assert screen.getvalue() == ""
    now[0] = seconds
    table.show()
    assert "0 sites running, 0 of 3 done" in screen.getvalue()


def test_a_table_is_written_over_and_taken_away() -> None:
    now, screen = [0.0], Screen()
    progress = BatchProgress(lambda: now[0], 3)
    progress.running = {"a": 1}
    table = ProgressTable(progress, screen)
    for second in (1.0, 2.0):
        now[0] = second
        table.show()
    table.clear()
    assert screen.getvalue().count("\x1b[2A\r\x1b[J") == 2 and screen.getvalue().endswith("\x1b[2A\r\x1b[J")
