"""`scrapy audit RUN`: how a run treated each host."""

import argparse

from newscrawl.cli.command import Command as Base


class Command(Base):
    summary = "How a run treated each host: requests, gaps, waits, bytes, what robots.txt refused"
    example = "scrapy audit aljazeera"
    takes, accepts = "[RUN|SITE]", "a run's number, or a site's name for its last run, or neither for the last of all"
    most = 1

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        from newscrawl.cli.audit import audit

        return audit(self.settings, "".join(args))
