"""`newscrawl init FOLDER`: a folder of one's own, with newscrawl.toml, sites/ and output/."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_ENABLED": False}
    summary = "Make a folder for your choices, your sites and what is written"
    example = "scrapy init my-news"
    takes, accepts = "[FOLDER]", "one folder, or none for the one you are in"
    most = 1

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.init import init

        return init("".join(args))
