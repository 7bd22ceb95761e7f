"""Processes that end as a crash ends them: those below this one, and one that ends itself."""

import os
import signal
from contextlib import suppress
from pathlib import Path

DIES_WHEN = """
import os, signal, threading, time
def watch():
    while not ({condition}):
        time.sleep(0.001)
    os.kill(os.getpid(), signal.SIGKILL)
threading.Thread(target=watch, daemon=True).start()
"""


def dying_when(condition: str, folder: Path) -> str:
    """A PYTHONPATH under which a process is killed once this expression holds.

    A thread of the process itself looks, since a test that looks from outside may be so late that all is done.
    """
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(DIES_WHEN.format(condition=condition))
    return str(folder)


def kill_below(said: str, unsaid: str = "\0\0") -> bool:
    """Kill the processes below ours whose command line has these words. Whether there were any."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = [
        pid for pid in parents if _is_below(pid, parents) and said in (line := _command(pid)) and unsaid not in line
    ]
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return bool(found)


def _is_below(pid: int, parents: dict[int, int]) -> bool:
    while pid := parents.get(pid, 0):
        if pid == os.getpid():
            return True
    return False


def _parent(process: Path) -> int:
    with suppress(OSError):
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    return 0


def _command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(errors="replace")
    return ""
