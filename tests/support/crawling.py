"""Running `scrapy` as a user does: a process of its own, in a folder of its own."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.warm import HELPER, Done

ROOT = Path(__file__).resolve().parents[2]
RECORDING = ROOT / "tests" / "recordings" / "aljazeera.warc.gz"


def scrapy(*arguments: str, output: Path | None = None, **more: Any) -> Done:
    """Run `scrapy …` in the project; `output` is where it writes. `more` goes to subprocess.run."""
    environment = {**os.environ, "COLUMNS": "120", **more.pop("env", {})}
    if output:
        environment["NEWSCRAWL_OUTPUT"] = str(output)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=more.pop("cwd", ROOT),
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
        **more,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Done(done.returncode, done.stdout, done.stderr, cpu)


def warm(*arguments: str, output: Path | None = None, env: Mapping[str, str] | None = None) -> Done:
    """Like `scrapy`, in a second less: out of a process that has loaded Scrapy."""
    environment = {**os.environ, "COLUMNS": "120", **(env or {})}
    if output:
        environment["NEWSCRAWL_OUTPUT"] = str(output)
    return HELPER.run(["scrapy", *arguments], environment)


def crawl(output: Path, *arguments: str, cold: bool = False, **more: Any) -> Done:
    """Crawl the recording of Al Jazeera. `cold`: in a process that is begun for it, as `more` needs it too."""
    run = scrapy if cold or more else warm
    return run("crawl", "aljazeera", "-s", f"REPLAY={RECORDING}", *arguments, output=output, **more)


def posts(output: Path, site: str = "aljazeera") -> list[Path]:
    return sorted((output / "posts" / site).glob("*.md"))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
