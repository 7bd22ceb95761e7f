"""`scrapy compact FILE …`: leave the newest version of each article in a JSON Lines file of JSONL."""

import argparse
import sys
from typing import TYPE_CHECKING, Any

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    from newscrawl.store import Store


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "FILE …"

    def short_desc(self) -> str:
        return "Leave the newest version of each article: scrapy compact output/aljazeera.jsonl"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from pathlib import Path

        from newscrawl.errors import StoreError
        from newscrawl.store import FILE_NAME, Store

        if not args:
            raise UsageError("name a JSON Lines file, e.g. scrapy compact output/aljazeera.jsonl", print_help=False)
        assert self.settings
        try:
            with Store.open(Path(self.settings["OUTPUT"]) / FILE_NAME) as store:
                for name in args:
                    self.compact(store, Path(name))
        except (OSError, StoreError, ValueError) as error:
            print(f"scrapy compact: {error}", file=sys.stderr)
            self.exitcode = 1

    def compact(self, store: "Store", path: Any) -> None:
        from newscrawl.state.jsonl import compact
        from newscrawl.store.keys import address_key
        from newscrawl.urls.canonical import spelling

        if not path.is_file():
            raise OSError(f"{path}: there is no such file")

        def identity(record: dict[str, Any]) -> object:
            """The page, however its address has changed; the address where the store does not know it."""
            site, url = str(record.get("site", "")), str(record["url"])
            return store.pages.id_of(address_key(site, url)) or (site, spelling(url))

        before, after = compact(path, identity)
        # A store that believed the file longer would take all of it for lines that a killed run left.
        store.exports.put(str(path.resolve()), path.stat().st_size)
        print(f"{path}: {before} lines, {after} kept")
