"""What `scrapy crawl-all` does, from its options to its exit code."""

import argparse
import asyncio
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TextIO

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.batch.pool import Plan, WorkerPool
from newscrawl.batch.progress import Board
from newscrawl.cli.project import project_folder
from newscrawl.crawl.check_settings import check_settings
from newscrawl.errors import ArgumentError
from newscrawl.sites.site_filters import check_name, select, selection_of
from newscrawl.store import FILE_NAME, Store

EVERY = 1.0
"""Seconds between two pictures on a screen."""

NOW_AND_THEN = 30.0
"""Seconds between two lines where there is no screen."""


def crawl_all(settings: BaseSettings, names: list[str], options: argparse.Namespace) -> int:
    """Crawl the sites; 0 where every run did its job, else 1. Raises ArgumentError, or StoreError for a store that no
    run could use."""
    check_settings(settings)
    if bare := [pair for pair in options.a if "=" not in pair]:
        raise ArgumentError(f"-a {bare[0]}: NAME=VALUE is accepted, e.g. -a limit=20")
    arguments = dict(pair.split("=", 1) for pair in options.a)
    sites = chosen(settings, names, options, arguments)
    plan = Plan(
        sites=sites,
        jobs=options.jobs or os.cpu_count() or 1,
        at_once=options.at_once,
        project=project_folder(),
        logs=Path(settings["OUTPUT"]).resolve() / "logs" / "crawl-all",
        options=[part for pair in options.set or [] for part in ("-s", pair)]
        + [part for pair in options.a for part in ("-a", pair)],
        environ={**os.environ, "NEWSCRAWL_OUTPUT": str(Path(settings["OUTPUT"]).resolve())},
    )
    Store.open(Path(settings["OUTPUT"]) / FILE_NAME).close()
    board, screen = Board(time.monotonic, len(sites)), sys.stderr
    picture = Picture(board, screen)
    asyncio.run(WorkerPool(plan, board, picture.show).run())
    picture.clear()
    print(board.summary(), file=screen)
    return 1 if board.failed or len(board.ended) < len(sites) else 0


def chosen(
    settings: BaseSettings, names: list[str], options: argparse.Namespace, arguments: dict[str, str]
) -> list[str]:
    """The sites that are asked for and can run with these arguments: `site` cannot, for it needs an address."""
    loader = get_spider_loader(settings)
    for name in names:
        check_name(name, loader.list())
    asked = [site for site in select(loader, selection_of(options)) if not names or site.name in names]
    able, problem = [], "no site is chosen; scrapy list with the same options shows which are"
    for site in asked:
        try:
            site(**arguments)
        except ArgumentError as error:
            problem = f"{site.name}: {error}"
        else:
            able.append(site.name)
    if not able:
        raise ArgumentError(problem)
    return able


class Picture:
    """The board on a screen, written over; a line now and then where it is no screen."""

    def __init__(self, board: Board, screen: TextIO) -> None:
        self.board, self.screen = board, screen
        self.lines = 0
        self.shown = board.clock()

    def show(self) -> None:
        """Show the board, if it is time."""
        on_screen = self.screen.isatty()
        if self.board.clock() - self.shown < (EVERY if on_screen else NOW_AND_THEN):
            return
        self.shown = self.board.clock()
        if on_screen:
            self._draw(self.board.table())
        else:
            print(self.board.line(), file=self.screen, flush=True)

    def clear(self) -> None:
        """Take the last picture away."""
        if self.lines:
            self._draw([])

    def _draw(self, lines: list[str]) -> None:
        up = f"\x1b[{self.lines}A" if self.lines else ""
        width = shutil.get_terminal_size().columns - 1
        self.screen.write(up + "\r\x1b[J" + "".join(f"{line[:width]}\n" for line in lines))
        self.screen.flush()
        self.lines = len(lines)
