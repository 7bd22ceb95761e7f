"""What `scrapy read` does: it reads WARC files into a folder of Parquet, and does none of them twice."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from scrapy.settings import Settings

from newscrawl.batch.progress_table import ProgressTable
from newscrawl.bulk.cluster import Cluster
from newscrawl.bulk.ledger import FOLDER, Ledger
from newscrawl.bulk.partition import PARTITIONS
from newscrawl.bulk.progress import BulkProgress
from newscrawl.bulk.warc_file import BulkOptions
from newscrawl.bulk.workers import BulkTask, FileWorkers
from newscrawl.errors import ArgumentError, UserError, with_extra
from newscrawl.lock import Held, Lock, process_note
from newscrawl.saved_page import stages_of
from newscrawl.warc.index import files_of


def read(settings: Settings, patterns: list[str], opts: argparse.Namespace) -> int:
    """Read the files that are not read yet; 1 where some cannot be."""
    by, articles, files = partitions(opts.by), Path(opts.to), sources(patterns)
    if find_spec("pyarrow") is None:
        raise ArgumentError(f"Parquet needs pyarrow: {with_extra('parquet')}")
    try:
        with Lock(articles / FOLDER / "lock", process_note(os.getpid())):
            ledger = Ledger(articles)
            tasks = [BulkTask(path, path.stat().st_size) for path in files if not ledger.done(path)]
            options = BulkOptions(
                articles=articles,
                by=by,
                stages=stages_of(settings),
                cpu_seconds=settings.getfloat("PAGE_CPU_SECONDS"),
            )
            return _work(tasks, options, opts, len(files) - len(tasks))
    except Held as held:
        raise UserError(f"{articles}: another run writes there ({held})") from None
    except KeyboardInterrupt:
        raise UserError("interrupted; files that are read whole are not read again") from None


def _work(tasks: list[BulkTask], options: BulkOptions, opts: argparse.Namespace, known: int) -> int:
    progress = BulkProgress(time.monotonic, len(tasks), sum(task.size for task in tasks) or 1)
    table = ProgressTable(progress, sys.stderr)
    if opts.engine and tasks:
        Cluster(opts.engine).run(tasks, options, progress, table.show)
    else:
        FileWorkers(options, opts.jobs, progress).run(tasks, table.show)
    table.clear()
    if known:
        print(f"{known} of {known + len(tasks)} files were read before", file=sys.stderr)
    if tasks:
        print(progress.summary(), file=sys.stderr)
    return 1 if progress.given_up else 0


def partitions(said: str) -> Sequence[str]:
    """The names of `--by`."""
    names = [name.strip() for name in said.split(",")]
    if strange := [name for name in names if name not in PARTITIONS]:
        raise ArgumentError(f"--by {strange[0]}: accepted are {', '.join(PARTITIONS)}, with commas between")
    return list(dict.fromkeys(names))


def sources(patterns: list[str]) -> list[Path]:
    """The files, which are known by their names."""
    try:
        files = [Path(name) for name in files_of(patterns)]
    except FileNotFoundError as error:
        raise ArgumentError(f"{error}; WARC files are accepted") from None
    names = [path.name.partition(".warc")[0] for path in files]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise ArgumentError(f"two files are called {twice}; the Parquet files have their names")
    return files
