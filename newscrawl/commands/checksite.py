"""`scrapy checksite SITE`: whether a site's saved pages still become their posts."""

import argparse

from newscrawl.cli.command import ANY_NUMBER
from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "Try a site's description on its saved pages"
    example = "scrapy checksite aljazeera"
    takes, accepts = "SITE …", "one site's name or more"
    fewest, most = 1, ANY_NUMBER

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.checksite import check_sites

        return check_sites(self.settings, args)
