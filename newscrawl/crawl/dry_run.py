"""A dry run: what a crawl would ask for, from listings alone. It works on a copy of the store."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scrapy import Request
from scrapy.settings import BaseSettings

from newscrawl.discover import Link
from newscrawl.lock import Lock, holder, process_note
from newscrawl.request_context import context_of
from newscrawl.state.crawl_state import CrawlState
from newscrawl.store import FILE_NAME, Store, place_of
from newscrawl.text.characters import on_one_line

NOTHING_WRITTEN = {"DRY_RUN": True, "POSTS": False, "JSONL": "", "FEED": "", "RECORD": "", "OBJECTS": "", "FEEDS": {}}

PREFIX, LOCK = "newscrawl-dry-run-", "lock"


def remove_remains(temporary: Path) -> None:
    """Remove what dry runs of this user that were killed left among the temporary files."""
    for folder in temporary.glob(f"{PREFIX}*"):
        lock = folder / LOCK
        is_own = folder.is_dir() and not folder.is_symlink() and folder.stat().st_uid == os.getuid()
        if is_own and lock.is_file() and holder(lock) is None:
            shutil.rmtree(folder, ignore_errors=True)


def prepare(settings: BaseSettings) -> None:
    """Let a crawl with these settings leave no trace."""
    temporary = Path(tempfile.gettempdir())
    remove_remains(temporary)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=temporary))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Lock(folder / LOCK, process_note(os.getpid()))  # held to the end of the process, by which others see that it lives
    with Store.reading(place_of(settings)) as store:
        store.copy(folder / FILE_NAME)
    for name, value in {**NOTHING_WRITTEN, "OUTPUT": str(folder), "STORE": ""}.items():
        settings.set(name, value, priority="cmdline")


def planned(requests: Iterator[Request], state: CrawlState) -> Iterator[Request]:
    """The requests without those for articles, which are told instead."""
    for request in requests:
        if context_of(request).kind != "article":
            yield request
            continue
        link: Link = request.cb_kwargs["link"]
        why = "known, due for another look" if state.history.keeps(link.url) else "new"
        state.counts.planned.add(why)
        day = f"{link.published:%Y-%m-%d %H:%M}" if link.published else "no date told"
        print(on_one_line(f"{why}  {day}  {link.title or ''}  {link.url}"), flush=True)
