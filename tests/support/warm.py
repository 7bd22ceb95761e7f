"""A Scrapy that is loaded already: `scrapy …` in a process of its own, without the second that its imports take.

A helper process loads Scrapy and newscrawl once and forks for each command. What is timed, killed or started with
other means than arguments and environment uses a cold start instead (`tests.support.crawling.scrapy`).
"""

import atexit
import gc
import json
import os
import runpy
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOADED = """scrapy.cmdline scrapy.crawler scrapy.core.engine scrapy.core.scraper scrapy.core.downloader.handlers.http11
scrapy.dupefilters scrapy.logformatter scrapy.pqueues scrapy.squeues scrapy.statscollectors
scrapy.extensions.closespider scrapy.extensions.corestats scrapy.extensions.feedexport scrapy.extensions.logcount
scrapy.extensions.logstats scrapy.extensions.memusage
scrapy.extensions.spiderstate twisted.internet.asyncioreactor encodings.idna""".split()
PACKAGES = "scrapy.commands", "scrapy.downloadermiddlewares", "scrapy.spidermiddlewares", "newscrawl", "pipelines"
"""Loaded with all that is in them."""

OF_EACH_COMMAND = "newscrawl.settings", "newscrawl.folder", "newscrawl.__main__", "newscrawl.project"
"""They read the environment or the folder when they are loaded; the last holds a wheel's pipelines and spiders."""


@dataclass(frozen=True)
class Done:
    """What a command came to. `cpu` in seconds, start-up included."""

    code: int
    out: str
    said: str
    cpu: float


class Helper:
    """The helper process, started with the first command. `python`: one in which newscrawl is installed."""

    def __init__(self, python: Path | None = None) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.command: list[str | Path] = [sys.executable, "-m", "tests.support.warm"]
        if python:
            self.command = [python, "-P", Path(__file__)]
        self.environment = {**os.environ, "PYTHONPATH": str(_project(python))} if python else None

    def run(self, words: list[str], environment: dict[str, str], folder: Path = ROOT) -> Done:
        """Run a command in a folder; the first of its words is the program, `scrapy` or `newscrawl`."""
        if self.process is None or self.process.poll() is not None:
            pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            self.process = subprocess.Popen(self.command, cwd=ROOT, env=self.environment, **pipes)
            atexit.register(self.process.kill)
        assert self.process.stdin and self.process.stdout
        with TemporaryDirectory() as printed:
            order = {"words": words, "environment": environment, "folder": str(folder), "printed": printed}
            self.process.stdin.write(json.dumps(order) + "\n")
            self.process.stdin.flush()
            code, cpu = json.loads(self.process.stdout.readline())
            out, err = (Path(printed, name).read_text(encoding="utf-8") for name in ("out", "err"))
            return Done(code, out, err, cpu)


HELPER = Helper()


def _project(python: Path) -> Path:
    """Where the wheel puts pipelines/ and spiders/."""
    return next((python.parent.parent / "lib").glob("python3.*/site-packages/newscrawl/project"))


def obey(order: dict[str, Any]) -> tuple[int, float]:
    """Fork, and let the child be the command."""
    child = os.fork()
    if child == 0:
        become(order)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def become(order: dict[str, Any]) -> None:
    """Never returns."""
    for number, name in ((0, os.devnull), (1, "out"), (2, "err")):
        opened = os.open(Path(order["printed"], name), os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(opened, number)
    sys.stdin, sys.stdout, sys.stderr = (open(n, mode) for n, mode in ((0, "r"), (1, "w"), (2, "w")))
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    added = [part for part in order["environment"].get("PYTHONPATH", "").split(os.pathsep) if part]
    sys.path[:0] = [order["folder"], *added]
    sys.argv = order["words"]
    code: Any = 1
    try:
        for folder in map(Path, added):
            if (begin := folder / "sitecustomize.py").is_file():
                runpy.run_path(str(begin))
        runpy.run_module(sys.argv[0], run_name="__main__")
        code = 0
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


def main() -> None:
    for name in LOADED:
        import_module(name)
    for package in map(import_module, PACKAGES):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(OF_EACH_COMMAND):
                with suppress(ModuleNotFoundError):  # what an extra brings, where newscrawl is installed without
                    import_module(module.name)
    gc.collect()
    gc.freeze()  # or each child would look through all that is loaded here, and write to its memory
    for line in sys.stdin:
        print(json.dumps(obey(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
