"""What a script or a notebook calls beside `extract_article`: many pages at once, and a crawl as articles."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from newscrawl.article import Article
from newscrawl.errors import UserError
from newscrawl.extract import extract_article
from newscrawl.urls.parts import is_web

Page = tuple[bytes | str, str]
"""A page and its address."""

TOGETHER = 16
"""Pages that a process is given at once: to hand over one takes about as long as a tenth of its extraction."""


def extract_many(pages: Iterable[Page], jobs: int | None = None) -> Iterator[Article | None]:
    """The article of each (page, address), in their order, None where one is no article.

    `jobs`: processes, by default as many as cores. One works here, without another process.
    """
    if jobs == 1:
        yield from map(_extract, pages)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_extract, pages, chunksize=TOGETHER)


def _extract(page: Page) -> Article | None:
    return extract_article(*page)


def crawl_site(
    site: str, *, output: str | Path | None = None, settings: Mapping[str, object] | None = None, **arguments: object
) -> Iterator[Article]:
    """The articles of a site, each as soon as it is read: `for article in crawl_site("aljazeera", limit=20)`.

    `site`: a site's name or an address. `arguments`: as behind `-a`, e.g. since="yesterday". `settings`: as `-s`.
    `output`: a folder in which the run is remembered, so that the next one gives what is new; without it nothing is
    kept. The crawl has a process of its own, which ends when you stop reading. Raises UserError where it fails.
    """
    with tempfile.TemporaryDirectory(prefix="newscrawl-") as folder:
        options = {"POSTS": False, "OUTPUT": output or folder, "STORE": "", "LOG_LEVEL": "WARNING", **(settings or {})}
        if is_web(site):
            site, arguments = "site", {"url": site, **arguments}
        yield from _articles([site, *_options("-a", arguments), *_options("-s", options)], remembers=output is not None)


def _options(flag: str, values: Mapping[str, object]) -> list[str]:
    return [part for name, value in values.items() for part in (flag, f"{name}={value}")]


def _articles(words: list[str], *, remembers: bool) -> Iterator[Article]:
    feed = "-o" if remembers else "-O"
    command = [sys.executable, "-m", "newscrawl", "crawl", *words, feed, "-:jsonlines"]
    ours = str(Path(__file__).parent.parent)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")]))}
    with tempfile.TemporaryFile("w+") as said:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, env=environ, text=True) as process:
            assert process.stdout
            try:
                yield from map(Article.from_dict, map(json.loads, process.stdout))
            except GeneratorExit:
                process.terminate()
                raise
        if process.returncode > 0:
            said.seek(0)
            raise UserError("; ".join(problems(said)) or f"the crawl ended with {process.returncode}")


def problems(said: Iterable[str]) -> list[str]:
    """What a crawl says at its end of what went wrong: neither log, which begins with the day, nor summary."""
    lines = [line.rstrip() for line in said]
    return [line for line in lines if not re.match(r"\d{4}-\d\d-\d\d |\s|[^:]+: \d+ new, |$", line)]
