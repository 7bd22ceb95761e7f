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

from newscrawl.batch.progress import Board


@dataclass(slots=True, kw_only=True)
class Plan:
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
    """Runs a plan to its end."""

    def __init__(self, plan: Plan, board: Board, show: Callable[[], None]) -> None:
        self.plan, self.board, self.show = plan, board, show
        self.waiting = deque(plan.sites)
        # Few sites are spread over all processes and not given to the first.
        self.room = min(plan.at_once, math.ceil(len(plan.sites) / plan.jobs))
        self.again: deque[str] = deque()
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
            for place in range(min(self.plan.jobs, len(self.plan.sites))):
                group.create_task(self._place(place))

    def stop(self) -> None:
        """Start nothing more; ask what runs to end, at the second time at once."""
        number = signal.SIGKILL if self.stopping else signal.SIGTERM
        self.stopping = True
        self.waiting.clear()
        self.again.clear()
        for process in self.processes:
            process.send_signal(number)

    async def _place(self, place: int) -> None:
        """Keep one process at work; a new one where it died, and for sites that need one of their own."""
        while self.waiting or self.again:
            if self.again:
                await self._employ(place, alone=self.again.popleft())
            else:
                await self._employ(place)

    async def _employ(self, place: int, alone: str = "") -> None:
        """One process from its start to its end. `alone`: the one site it is for."""
        process = await self._start(place)
        self.processes.add(process)
        assigned: set[str] = set()
        self._assign(process, assigned, alone)
        assert process.stdout
        async for line in process.stdout:
            self._hear(json.loads(line), assigned)
            self._assign(process, assigned, "")
            self.show()
        code = await process.wait()
        self.processes.discard(process)
        for site in sorted(assigned):
            self._lost(site, code)

    async def _start(self, place: int) -> asyncio.subprocess.Process:
        self.plan.logs.mkdir(parents=True, exist_ok=True)
        with (self.plan.logs / f"{place + 1}.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "newscrawl.batch.worker", *self.plan.options,
                cwd=self.plan.project, env=self.plan.environ, start_new_session=True,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log,
            )  # fmt: skip

    def _assign(self, process: asyncio.subprocess.Process, assigned: set[str], alone: str) -> None:
        """Give a process what it has room for; tell it that no more comes when it has nothing left."""
        assert process.stdin
        given = [alone] if alone else []
        # A process that was started for one site takes no other: its input is closed below at once.
        while not alone and not process.stdin.is_closing() and self.waiting and len(assigned) < self.room:
            given.append(self.waiting.popleft())
            assigned.add(given[-1])
            self.board.running[given[-1]] = 0
        if alone:
            assigned.add(alone)
            self.board.running[alone] = 0
        if given:
            process.stdin.write("".join(f"{site}\n" for site in given).encode())
        if alone or not self.waiting:
            process.stdin.close()

    def _hear(self, said: dict[str, object], assigned: set[str]) -> None:
        if isinstance(articles := said.get("articles"), dict):
            self.board.running |= {site: count for site, count in articles.items() if site in assigned}
        elif isinstance(site := said.get("ended"), str):
            assigned.discard(site)
            counts = said["counts"]
            assert isinstance(counts, dict) and isinstance(said["articles"], int)
            self.board.end(site, str(said["problem"]), said["articles"], counts)

    def _lost(self, site: str, code: int) -> None:
        """A process ended with this site's run unfinished."""
        self.board.running.pop(site, None)
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        if self.stopping:
            self.board.end(site, "interrupted", 0, {})
        elif site in self.died:
            self.board.end(site, f"its process died twice ({how})", 0, {})
        else:
            self.died.add(site)
            self.again.append(site)
