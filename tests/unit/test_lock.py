"""Locks: one process at a time, to its end, and a child in its parent's place."""

import os
import signal
import threading
from pathlib import Path

import pytest

from newscrawl.errors import SiteBusy
from newscrawl.lock import INHERITED, SiteLock, busy
from tests.support.locks import holding, started

# Takes the lock, and lets go of it as a crawl does before its process ends.
CHILD = """
import sys, time
from pathlib import Path
from newscrawl.lock import SiteLock
SiteLock(Path(sys.argv[1]), "example").release()
print("held", flush=True)
time.sleep(60)
"""


def test_one_run_of_a_site_at_a_time(tmp_path: Path) -> None:
    with SiteLock(tmp_path, "example"):
        with pytest.raises(SiteBusy, match=f"example: another run .*process {os.getpid()}"):
            SiteLock(tmp_path, "example")
        assert busy(tmp_path, "example")
        SiteLock(tmp_path, "other").release()
    assert not busy(tmp_path, "example")


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    with holding(tmp_path, "example") as holder:
        assert busy(tmp_path, "example")
        holder.kill()
        holder.wait()
        SiteLock(tmp_path, "example").release()


# Takes the lock, hands it to a child that takes it too, and says the child's number.
PARENT = f"""
import os, subprocess, sys
from pathlib import Path
from newscrawl.lock import SiteLock
lock = SiteLock(Path(sys.argv[1]), "example")
child = subprocess.Popen(
    [sys.executable, "-c", {CHILD!r}, sys.argv[1]], env={{**os.environ, **lock.handed_over()}}, pass_fds=[lock.file]
)
lock.release()
print(child.pid, flush=True)
child.wait()
"""


def test_a_child_holds_the_lock_of_its_parent_without_a_gap(tmp_path: Path) -> None:
    with started(PARENT, tmp_path) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        try:
            assert busy(tmp_path, "example")
            # It says so when it has taken what it was handed, and given it back.
            assert parent.stdout.readline() == "held\n"
            parent.kill()
            parent.wait()
            with pytest.raises(SiteBusy):
                SiteLock(tmp_path, "example")
        finally:
            os.kill(child, signal.SIGKILL)
    SiteLock(tmp_path, "example").release()


@pytest.mark.parametrize("number", ["", "x", "-1", "0", "999999"])
def test_a_number_of_no_lock_file_hands_over_nothing(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with holding(tmp_path, "example"):
        monkeypatch.setenv(INHERITED, number)
        with pytest.raises(SiteBusy):
            SiteLock(tmp_path, "example")


def test_asking_whether_a_site_is_busy_keeps_no_run_from_starting(tmp_path: Path) -> None:
    SiteLock(tmp_path, "example").release()
    asking = threading.Event()

    def ask() -> None:
        while not asking.is_set():
            busy(tmp_path, "example")

    others = [threading.Thread(target=ask) for _ in range(2)]
    for other in others:
        other.start()
    for _ in range(50):
        SiteLock(tmp_path, "example").release()
    asking.set()
    for other in others:
        other.join()
