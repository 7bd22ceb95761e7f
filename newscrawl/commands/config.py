"""`newscrawl config`: every key of newscrawl.toml with what it means, its default, and what it is here."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_ENABLED": False}
    summary = "Print every key of newscrawl.toml, with its default and what it is here"
    example = "scrapy config post"
    takes, accepts = "[WORD]", "a word of the keys that are asked for, or none for all"
    most = 1

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.config import print_config

        return print_config(self.settings, "".join(args))
