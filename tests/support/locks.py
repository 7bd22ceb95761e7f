"""Another process that holds a site's lock, as a crawl started by hand does."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOLDER = """
import sys
from pathlib import Path
from newscrawl.lock import SiteLock
lock = SiteLock(Path(sys.argv[1]), sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def started(code: str, *words: object) -> Iterator[subprocess.Popen[str]]:
    """Python code in a process of its own, which is killed at the end if it still goes on."""
    command = [sys.executable, "-c", code, *map(str, words)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def holding(folder: Path, site: str) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock of a site. `folder`: OUTPUT/locks."""
    with started(HOLDER, folder, site) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        yield process
