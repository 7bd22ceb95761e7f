"""`scrapy store copy FROM TO`: move an archive from a file into PostgreSQL, or back."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "Copy a store, from a file into PostgreSQL or back"
    example = "scrapy store copy output/newscrawl.db postgresql://newscrawl@db.example.org/newscrawl"
    takes, accepts = "copy FROM TO", "copy and two stores, each a file or postgresql://…,"
    fewest, most = 3, 3

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.store import copy

        return copy(*args)
