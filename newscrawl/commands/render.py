"""`scrapy render [SITE]`: write all posts anew out of the archive, without a request."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    default_settings = {"LOG_LEVEL": "WARNING"}
    summary = "Write all posts anew out of the archive"
    example = "scrapy render aljazeera -s POST_FORMAT=hexo,hugo"
    takes, accepts = "[SITE]", "one site's name, or none for all,"
    most = 1

    def options(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--to", metavar="FOLDER", help="write to FOLDER/<site>/, in one format")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.render import render

        return render(self.settings, "".join(args), opts.to)
