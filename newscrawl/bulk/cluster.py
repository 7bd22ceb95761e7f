"""Cluster: the files shared out over the machines of a Ray cluster. Each is read there as it would be here.

A task of Ray's is one file, given to `FileWorkers`: so a page has the same bounds, the file its entry in the same
ledger, and a task whose machine was lost does no harm when Ray does it once more. All machines have this installation
at the same place, and see the files and the folder of the articles under the same names.
"""

import logging
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from newscrawl.bulk.progress import BulkProgress
from newscrawl.bulk.warc_file import BulkOptions
from newscrawl.bulk.workers import BulkTask, FileWorkers
from newscrawl.errors import ArgumentError, UserError, with_extra

SCHEME = "ray://"


class Cluster:
    """A Ray cluster that is reached through its client, `ray://HOST:10001`."""

    def __init__(self, address: str) -> None:
        """Raises ArgumentError or UserError."""
        if not address.startswith(SCHEME):
            raise ArgumentError(f"--engine {address}: ray://HOST:PORT is accepted")
        try:
            import ray
        except ImportError:
            raise ArgumentError(f"--engine {address}: needs Ray: {with_extra('ray')}") from None
        self.ray: Any = ray
        logging.getLogger("ray.client_builder").setLevel(logging.ERROR)
        path = os.pathsep.join(filter(None, sys.path))
        try:
            ray.init(address, runtime_env={"env_vars": {"PYTHONPATH": path}})
        except (ConnectionError, RuntimeError) as error:
            raise UserError(f"--engine {address}: {' '.join(str(error).split())}") from None

    def run(
        self, tasks: Sequence[BulkTask], options: BulkOptions, progress: BulkProgress, show: Callable[[], None]
    ) -> None:
        """Read all files, the largest first, as many at once as the cluster has cores."""
        ray, reading = self.ray, self.ray.remote(num_cpus=1)(read_file)
        waiting = {reading.remote(task, options): task for task in sorted(tasks, key=lambda task: -task.size)}
        while waiting:
            for ended in ray.wait(list(waiting), timeout=0.5)[0]:
                self._end(ended, waiting.pop(ended), progress)
            show()

    def _end(self, ended: Any, task: BulkTask, progress: BulkProgress) -> None:
        try:
            counts, why = self.ray.get(ended)
        except Exception as error:  # of Ray, or on the machine that read it: it costs that file
            counts, why = {}, (str(error).strip() or type(error).__name__).splitlines()[-1]
        if why:
            progress.give_up(task.source, task.size, why)
        else:
            progress.end(task.size, counts)


def read_file(task: BulkTask, options: BulkOptions) -> tuple[dict[str, int], str]:
    """On a machine of the cluster: what came of a file, and why it could not be read."""
    progress = BulkProgress(time.monotonic, 1, task.size or 1)
    # Ray's process has threads, which a fork would leave in the middle of what they do.
    context = multiprocessing.get_context("spawn")
    FileWorkers(options, 1, progress, context).run([task], lambda: None)
    return dict(progress.counts), progress.given_up.get(str(task.source), "")
