"""A Scrapy that is loaded already: `scrapy …` in a process of its own, without the second that its imports take.

A helper process loads Scrapy and newscrawl once and forks for each command. What is timed, killed or started with
other means than arguments and environment uses a cold start instead (`tests.support.crawling.scrapy`).
"""

import atexit
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOADED = """scrapy.cmdline scrapy.crawler scrapy.commands.crawl scrapy.core.engine scrapy.core.scraper
scrapy.core.downloader.handlers.http11 scrapy.extensions.feedexport twisted.internet.asyncioreactor
newscrawl.state.crawl_state newscrawl.crawl.outcome
newscrawl.crawl.listing_spider newscrawl.extract newscrawl.posts newscrawl.fetch.addon
pipelines""".split()


class Helper:
    """The helper process, started with the first command."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None

    def run(self, arguments: list[str], environment: dict[str, str], out: Path, err: Path) -> tuple[int, float]:
        """Exit code and seconds of CPU of a command; what it prints goes to the files."""
        if self.process is None or self.process.poll() is not None:
            command = [sys.executable, "-m", "tests.support.warm"]
            pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            self.process = subprocess.Popen(command, cwd=ROOT, **pipes)
            atexit.register(self.process.kill)
        assert self.process.stdin and self.process.stdout
        order = {"arguments": arguments, "environment": environment, "out": str(out), "err": str(err)}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        code, cpu = json.loads(self.process.stdout.readline())
        return code, cpu


HELPER = Helper()


def obey(order: dict[str, Any]) -> tuple[int, float]:
    """Fork, and let the child be the command."""
    child = os.fork()
    if child == 0:
        become(order)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def become(order: dict[str, Any]) -> None:
    """Never returns."""
    from scrapy.cmdline import execute

    for number, name in ((0, os.devnull), (1, order["out"]), (2, order["err"])):
        opened = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(opened, number)
    sys.stdin, sys.stdout, sys.stderr = (open(n, mode) for n, mode in ((0, "r"), (1, "w"), (2, "w")))
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.path[:0] = [part for part in order["environment"].get("PYTHONPATH", "").split(os.pathsep) if part]
    sys.argv = ["scrapy", *order["arguments"]]
    code: Any = 1
    try:
        execute()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


def main() -> None:
    import importlib

    for name in LOADED:
        importlib.import_module(name)
    # Reads the environment when it is loaded; that of each command is another.
    sys.modules.pop("newscrawl.settings", None)
    for line in sys.stdin:
        print(json.dumps(obey(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
