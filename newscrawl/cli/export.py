"""What `scrapy export` does: it writes the chosen articles into a file, or as JSON Lines on the screen."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scrapy.settings import Settings

from newscrawl import durable
from newscrawl.cli.project import find_paths
from newscrawl.cli.selecting import selection_from
from newscrawl.cli.takeover import taken_over
from newscrawl.crawl.export import check_file
from newscrawl.export.columns import chosen
from newscrawl.export.formats import format_of
from newscrawl.export.json_lines import lines
from newscrawl.store import Store
from newscrawl.text.counts import counted


def export(settings: Settings, site: str, opts: argparse.Namespace) -> int:
    """`site`: "" stands for all. Raises ArgumentError for a wrong choice, UserError where there is nothing."""
    columns, path = chosen(opts.fields), Path(opts.to) if opts.to else None
    write = format_of(path) if path else None
    with Store.open(find_paths(settings).store) as store:
        taken_over(settings, store, site)
        records = selection_from(settings, store, site, opts).records(store)
        if path is None or write is None:
            return _show(records, columns)
        check_file(path)
        count = 0

        def make(new: Path) -> None:
            nonlocal count
            count = write(new, records, columns)

        durable.put_made(path.resolve(), make)
    print(f"{counted(count, 'article')} in {path}", file=sys.stderr)
    return 0


def _show(records: Iterable[dict[str, Any]], columns: tuple[str, ...]) -> int:
    for line in lines(records, columns):
        sys.stdout.buffer.write(line)
    return 0
