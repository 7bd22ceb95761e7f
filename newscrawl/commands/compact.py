"""`scrapy compact FILE …`: leave the newest version of each article in a JSON Lines file of JSONL."""

import argparse

from newscrawl.cli.command import ANY_NUMBER
from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "Leave the newest version of each article"
    example = "scrapy compact output/aljazeera.jsonl"
    takes, accepts = "FILE …", "one JSON Lines file or more"
    fewest, most = 1, ANY_NUMBER

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.compact import compact_files

        return compact_files(self.settings, args)
