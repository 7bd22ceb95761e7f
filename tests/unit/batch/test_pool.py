"""Processes that stand still, take too long or hear no SIGTERM: each is a small program that speaks as a worker."""

import asyncio
import os
import signal
import threading
import time
from io import StringIO
from pathlib import Path
from typing import Any

from newscrawl.batch.pool import Batch, WorkerPool
from newscrawl.batch.progress import BatchProgress
from newscrawl.batch.progress_table import ProgressTable

# Ends "good" at once; of every other site it does what its name says. A shell, which begins in no time.
WORKER = r"""
trap '' TERM
while read -r site; do
    if [ "$site" != good ]; then echo "{\"articles\": {\"$site\": 1}}"; fi
    while [ "$site" = silent ]; do sleep 60; done
    while [ "$site" = endless ]; do echo "{\"articles\": {\"$site\": 1}}"; sleep 0.05; done
    echo "{\"ended\": \"$site\", \"problem\": \"\", \"articles\": 1, \"counts\": {\"posts/new\": 1}}"
done
"""


def pool_of(folder: Path, *sites: str, **bounds: Any) -> WorkerPool:
    batch = Batch(
        sites=list(sites),
        jobs=1,
        at_once=1,
        project=folder,
        logs=folder,
        worker=["/bin/sh", "-c", WORKER],
        **bounds,
    )
    progress = BatchProgress(time.monotonic, len(sites))
    return WorkerPool(batch, progress, ProgressTable(progress, StringIO()), lambda site: {"posts/new": 3})


def test_a_process_that_says_nothing_is_killed_and_the_others_are_crawled(tmp_path: Path) -> None:
    pool = pool_of(tmp_path, "silent", "good", silence=1.5)
    asyncio.run(pool.run())
    assert pool.progress.ended == {"good": "", "silent": "its process died twice (signal 9)"}
    # What the killed ones wrote counts, too.
    assert pool.progress.counts["posts/new"] == 1 + 3 + 3


def test_a_site_that_goes_on_after_its_deadline_is_killed_once(tmp_path: Path) -> None:
    pool = pool_of(tmp_path, "endless", "good", deadline=0.2, grace=0.1)
    asyncio.run(pool.run())
    assert pool.progress.ended == {"endless": "killed: it went on after its deadline", "good": ""}


def test_the_first_sigterm_ends_what_does_not_hear_it(tmp_path: Path) -> None:
    pool = pool_of(tmp_path, "endless", "good", grace=0.2)

    def stop_when_running() -> None:
        while not pool.progress.running.get("endless"):
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=stop_when_running, daemon=True).start()
    asyncio.run(pool.run())
    assert pool.progress.ended == {"endless": "interrupted"}
