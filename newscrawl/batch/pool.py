"""The worker pool: gives each worker process several sites, and gives them to another if the process dies."""

import asyncio
import json
import math
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.batch.progress import BatchProgress
from newscrawl.batch.progress_table import ProgressTable
from newscrawl.crawl.ending import SAID

WORKER = (sys.executable, "-m", "newscrawl.batch.worker")


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
    worker: Sequence[str] = WORKER
    deadline: float = math.inf
    """Seconds that one site may take; its process ends it then."""
    grace: float = 45.0
    """Seconds between asking and killing: time for the answers under way, and to write what they hold."""
    silence: float = 120.0
    """Seconds without a word from a process, which speaks every second, until it is killed."""


class WorkerPool:
    """Runs a batch to its end."""

    def __init__(
        self,
        batch: Batch,
        progress: BatchProgress,
        table: ProgressTable,
        kept: Callable[[str], Mapping[str, int]],
    ) -> None:
        """`kept`: what a site's last run wrote, where its process could not tell it."""
        self.batch, self.progress, self.table, self.kept = batch, progress, table, kept
        self.waiting = deque(batch.sites)
        # Few sites are spread over all processes and not given to the first.
        self.capacity = min(batch.at_once, math.ceil(len(batch.sites) / batch.jobs))
        self.retries: deque[str] = deque()
        """Sites whose process died; each runs once more, alone in a process of its own."""
        self.died: set[str] = set()
        self.late: dict[str, float] = {}
        """Site -> when it is killed, on the steady clock."""
        self.processes: set[Process] = set()
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
        """Start nothing more; ask what runs to end, and kill it when the grace is over or at the second time."""
        if self.stopping:
            self._kill_all()
            return
        self.stopping = True
        self.table.say(SAID)
        self.waiting.clear()
        self.retries.clear()
        for process in self.processes:
            process.terminate()
        asyncio.get_running_loop().call_later(self.batch.grace, self._kill_all)

    def _kill_all(self) -> None:
        for process in self.processes:
            kill(process)

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
        if self.stopping:
            process.terminate()
        assigned: set[str] = set()
        self._assign(process, assigned, alone)
        while line := await self._heard(process):
            self._read_message(json.loads(line), assigned)
            self._assign(process, assigned, "")
            if self._overdue(assigned):
                kill(process)
            self.table.show()
        code = await process.wait()
        self.processes.discard(process)
        for site in sorted(assigned):
            self._lost(site, code)

    async def _heard(self, process: Process) -> bytes:
        """What a process says next; nothing at its end, which comes to one that is silent for too long."""
        assert process.stdout
        try:
            return await asyncio.wait_for(process.stdout.readline(), self.batch.silence)
        except TimeoutError:
            kill(process)
            return await process.stdout.readline()

    def _overdue(self, sites: set[str]) -> list[str]:
        """The sites that go on though their deadline and the grace are over."""
        return [site for site in sites if time.monotonic() >= self.late[site]]

    async def _start(self, index: int) -> Process:
        self.batch.logs.mkdir(parents=True, exist_ok=True)
        with (self.batch.logs / f"{index + 1}.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *self.batch.worker, *self.batch.options,
                cwd=self.batch.project, env=self.batch.environ, start_new_session=True,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
            )  # fmt: skip

    def _assign(self, process: Process, assigned: set[str], alone: str) -> None:
        """Give a process what it has room for; tell it that no more comes when it has nothing left."""
        assert process.stdin
        given = [alone] if alone else []
        room = 0 if alone or process.stdin.is_closing() else self.capacity - len(assigned)
        # A process that was started for one site takes no other: its input is closed below at once.
        while self.waiting and len(given) < room:
            given.append(self.waiting.popleft())
        for site in given:
            assigned.add(site)
            self.progress.running[site] = 0
            self.late[site] = time.monotonic() + self.batch.deadline + self.batch.grace
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
        self.progress.lose(site, self.kept(site))
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        if self.stopping:
            self.progress.end(site, "interrupted", 0, {})
        elif self._overdue({site}):
            self.progress.end(site, "killed: it went on after its deadline", 0, {})
        elif site in self.died:
            self.progress.end(site, f"its process died twice ({how})", 0, {})
        else:
            self.died.add(site)
            self.retries.append(site)


def kill(process: Process) -> None:
    """End a process and all that it started, such as a browser."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
