"""The worker pool: gives each worker process several sites, and gives them to another if the process dies."""

import asyncio
import json
import math
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.batch.progress import BatchProgress


@dataclass(slots=True, kw_only=True)
class Batch:
    """What a batch is to do, and where."""

    sites: list[str]
    jobs: int
    """Processes."""
    at_once: int
    """Sites that one process crawls side by side."""
    project: Path
    logs: Path
    """Folder; each process writes its own log there."""
    options: list[str] = field(default_factory=list)
    """Of the command line: -s NAME=value, -a name=value."""
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)


class WorkerPool:
    """Runs a batch to its end."""

    def __init__(self, batch: Batch, progress: BatchProgress, show: Callable[[], None]) -> None:
        self.batch, self.progress, self.show = batch, progress, show
        self.waiting = deque(batch.sites)
        # Few sites are spread over all processes and not given to the first.
        self.capacity = min(batch.at_once, math.ceil(len(batch.sites) / batch.jobs))
        self.retries: deque[str] = deque()
        """Sites whose process died; each runs once more, alone in a process of its own."""
        self.died: set[str] = set()
        self.processes: set[asyncio.subprocess.Process] = set()
        self.stopping = False

    async def run(self) -> None:
        """Crawl every site; returns when all have ended."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        async with asyncio.TaskGroup() as group:
            for index in range(min(self.batch.jobs, len(self.batch.sites))):
                group.create_task(self._keep_busy(index))

    def stop(self) -> None:
        """Start nothing more; ask what runs to end, at the second time at once."""
        number = signal.SIGKILL if self.stopping else signal.SIGTERM
        self.stopping = True
        self.waiting.clear()
        self.retries.clear()
        for process in self.processes:
            process.send_signal(number)

    async def _keep_busy(self, index: int) -> None:
        """Keep one process at work; a new one where it died, and for sites that need one of their own."""
        while self.waiting or self.retries:
            if self.retries:
                await self._run_worker(index, alone=self.retries.popleft())
            else:
                await self._run_worker(index)

    async def _run_worker(self, index: int, alone: str = "") -> None:
        """One process from its start to its end. `alone`: the one site it is for."""
        process = await self._start(index)
        self.processes.add(process)
        assigned: set[str] = set()
        self._assign(process, assigned, alone)
        assert process.stdout
        async for line in process.stdout:
            self._read_message(json.loads(line), assigned)
            self._assign(process, assigned, "")
            self.show()
        code = await process.wait()
        self.processes.discard(process)
        for site in sorted(assigned):
            self._lost(site, code)

    async def _start(self, index: int) -> asyncio.subprocess.Process:
        self.batch.logs.mkdir(parents=True, exist_ok=True)
        with (self.batch.logs / f"{index + 1}.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "newscrawl.batch.worker", *self.batch.options,
                cwd=self.batch.project, env=self.batch.environ, start_new_session=True,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
            )  # fmt: skip

    def _assign(self, process: asyncio.subprocess.Process, assigned: set[str], alone: str) -> None:
        """Give a process what it has room for; tell it that no more comes when it has nothing left."""
        assert process.stdin
        given = [alone] if alone else []
        # A process that was started for one site takes no other: its input is closed below at once.
        while not alone and not process.stdin.is_closing() and self.waiting and len(assigned) < self.capacity:
            given.append(self.waiting.popleft())
            assigned.add(given[-1])
            self.progress.running[given[-1]] = 0
        if alone:
            assigned.add(alone)
            self.progress.running[alone] = 0
        if given:
            process.stdin.write("".join(f"{site}\n" for site in given).encode())
        if alone or not self.waiting:
            process.stdin.close()

    def _read_message(self, said: dict[str, object], assigned: set[str]) -> None:
        if isinstance(articles := said.get("articles"), dict):
            self.progress.running |= {site: count for site, count in articles.items() if site in assigned}
        elif isinstance(site := said.get("ended"), str):
            assigned.discard(site)
            counts = said["counts"]
            assert isinstance(counts, dict) and isinstance(said["articles"], int)
            self.progress.end(site, str(said["problem"]), said["articles"], counts)

    def _lost(self, site: str, code: int) -> None:
        """A process ended with this site's run unfinished."""
        self.progress.running.pop(site, None)
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        if self.stopping:
            self.progress.end(site, "interrupted", 0, {})
        elif site in self.died:
            self.progress.end(site, f"its process died twice ({how})", 0, {})
        else:
            self.died.add(site)
            self.retries.append(site)
