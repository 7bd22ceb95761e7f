"""What `scrapy crawl` does: it checks everything, runs the crawl, and tells whether it did its job."""

from scrapy.crawler import AsyncCrawlerProcess, Crawler

from newscrawl.cli.command import SpiderCommand
from newscrawl.crawl.check_settings import check_settings
from newscrawl.crawl.ending import Ending
from newscrawl.crawl.outcome import Outcome
from newscrawl.errors import UserError
from newscrawl.fetch.logins import check_logins
from newscrawl.sites.site_filters import check_name


def crawl(command: SpiderCommand, site: str, arguments: dict[str, str]) -> int:
    """Run the crawl and return its exit code; raises ArgumentError, before any request, for a wrong argument."""
    process = command.crawler_process
    assert isinstance(process, AsyncCrawlerProcess)
    check_name(site, process.spider_loader.list())
    crawler = command.crawler_of(site)
    check_settings(crawler.settings)
    name = crawler.spidercls(**arguments).name
    check_logins(crawler.settings, name)
    command.speaker = name
    running = process.crawl(crawler, **arguments)
    Ending(process).run()
    if running.done() and (error := running.exception()):
        raise _explained(error)
    outcome = _outcome(crawler)
    if not running.done():  # at the second Ctrl-C nothing is waited for
        if not (outcome and crawler.spider):
            raise UserError("interrupted")
        if not outcome.ended:
            outcome.spider_closed(crawler.spider, "shutdown")
    return outcome.verdict.exit_code if outcome else 1


def _outcome(crawler: Crawler) -> Outcome | None:
    """None where the crawl did not begin."""
    try:
        return crawler.get_extension(Outcome)
    except RuntimeError:
        return None


def _explained(error: BaseException) -> BaseException:
    """What the disk refuses, as a user reads it."""
    if isinstance(error, OSError) and error.filename:
        return UserError(f"{error.filename} cannot be written: {error.strerror}")
    return error
