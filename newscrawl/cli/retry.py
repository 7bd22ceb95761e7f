"""What `scrapy retry` does: a crawl of the pages that are set aside."""

import sys
from pathlib import Path

from newscrawl.cli.command import SpiderCommand
from newscrawl.cli.crawl import crawl
from newscrawl.sites.site_filters import check_name
from newscrawl.state.quarantine import Quarantine


def retry(command: SpiderCommand, site: str, arguments: dict[str, str]) -> int:
    """Crawl them, out of what is stored or from the site, as the setting RETRY says."""
    loader, settings = command.crawler_process.spider_loader, command.settings
    check_name(site, loader.list())
    name = loader.load(site)(**arguments).name
    quarantine = Path(settings["OUTPUT"]) / "quarantine"
    if not any(entry.kind == "article" for entry in Quarantine(quarantine).entries(name)):
        print(f"{name}: no article is set aside", file=sys.stderr)
        return 0
    if settings["RETRY"] == "stored":
        settings.set("REPLAY", f"{quarantine}/{name}/*.warc.gz", priority="cmdline")
    return crawl(command, site, arguments)
