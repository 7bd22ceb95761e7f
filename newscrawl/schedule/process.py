"""One run: a process of its own with a deadline. First it is asked to stop, then it and all it started is killed."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.lock import Lock, holder, process_note
from newscrawl.store import RunRecord
from newscrawl.store.slots import SlotEnd
from newscrawl.text.characters import on_one_line

GRACE = 45.0
"""Seconds between asking and killing. Scrapy waits for the answers under way, 30 s at most (DOWNLOAD_TIMEOUT), and
then writes what it has."""

TAIL = 16_384
"""Bytes of a log's end in which the verdict is looked for; Scrapy's statistics after it take about 4,000."""

LINE = 300
"""Characters of a problem that are kept: it stands in tables, mails and chat programs."""


LOST = SlotEnd("lost", None, "its scheduler ended before it did")


@dataclass(slots=True, kw_only=True)
class CrawlProcess:
    """A run under way. `process` is None for one that an earlier scheduler started and that outlived it."""

    site: str
    row: int
    deadline: float
    """On the steady clock, in seconds."""
    pid: int
    lock: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None
    grace: float = GRACE
    why: str = ""
    """Why it was asked to stop: "deadline" or "stopped"."""
    kill_at: float = field(default=0.0)
    end: SlotEnd | None = None
    """How it ended, until that is put down: a full disk may ask twice."""

    def enter(self, row: int) -> None:
        self.row = row

    def watch(self, steady: float) -> SlotEnd | None:
        """Its end if it has ended; else see to its deadline."""
        if self.end or self._gone():
            self.end = self.end or self._end()
            return self.end
        if not self.why and steady >= self.deadline:
            self.ask("deadline", steady)
        elif self.why and steady >= self.kill_at:
            self._signal(signal.SIGKILL, whole=True)
        return None

    def ask(self, why: str, steady: float) -> None:
        """Ask it to stop; `watch` kills it when the grace is over."""
        if not self.why:
            self.why, self.kill_at = why, steady + self.grace
            self._signal(signal.SIGTERM)

    def abandon(self) -> None:
        """Kill it and all it started: nobody would see to its deadline."""
        self.end = self._end()

    def _gone(self) -> bool:
        if self.process:
            # WNOWAIT: until it is waited for, its number and its group's are its own.
            return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        return holder(self.lock) != process_note(self.pid)

    def _signal(self, number: signal.Signals, *, whole: bool = False) -> None:
        try:
            os.killpg(self.pid, number) if whole else os.kill(self.pid, number)
        except ProcessLookupError:
            pass

    def _end(self) -> SlotEnd:
        # What it started dies with it: a browser or a helper left behind would hold the site's lock.
        self._signal(signal.SIGKILL, whole=True)
        code = self.process.wait() if self.process else None
        return judge(code, self.why, last_line(self.log, self.site))


def judge(code: int | None, why: str, line: str) -> SlotEnd:
    """How a run ended. `code` is None where nobody saw the end."""
    if why == "deadline":
        return SlotEnd("deadline", code, "ended by its deadline" + (", killed" if code == -signal.SIGKILL else ""))
    if why == "stopped":
        return SlotEnd("stopped", code, "stopped with the scheduler")
    if code is None:
        return LOST
    if code < 0:
        return SlotEnd("crashed", code, f"ended by signal {-code} ({signal.Signals(-code).name})")
    return SlotEnd("failed", code, line or f"exit code {code}") if code else SlotEnd("finished", code, "")


def as_told(end: SlotEnd, run: RunRecord | None) -> SlotEnd:
    """An end with what the run itself put into the store: it knows more than its exit code and its log say.

    A process that is killed when its run has put down its own end has done its work.
    """
    if end.how not in ("lost", "failed", "crashed") or run is None or run.outcome in ("", "killed"):
        return end
    if end.how == "failed" and not run.problem:
        return end
    return SlotEnd("failed" if run.problem else "finished", end.exit_code, run.problem)


def last_line(log: Path, site: str) -> str:
    """The last line of a log that speaks of the site (the verdict of a run that failed), else the last at all."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - TAIL))
            lines = file.read().decode(errors="replace").split("\n")
    except OSError:
        return ""
    said = [line.strip() for line in lines if line.strip()]
    verdicts = [line.removeprefix(f"{site}: ") for line in said if line.startswith(f"{site}: ")]
    chosen = [*said, *verdicts][-1:]
    return on_one_line("".join(chosen))[:LINE]


def start(
    command: Sequence[str], *, folder: Path, environ: Mapping[str, str], lock: Lock, log: Path
) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own, its output in `log`; it holds the lock for as long as it lives."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=[lock.file],
        )
