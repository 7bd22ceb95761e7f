"""What `scrapy crawl` does: it checks everything, runs the crawl, and tells whether it did its job."""

from asyncio import Future

from newscrawl.cli.command import SpiderCommand
from newscrawl.crawl.check_settings import check_settings
from newscrawl.crawl.outcome import Outcome
from newscrawl.errors import UserError
from newscrawl.fetch.logins import check_logins
from newscrawl.sites.site_filters import check_name


def crawl(command: SpiderCommand, site: str, arguments: dict[str, str]) -> int:
    """Run the crawl and return its exit code; raises ArgumentError, before any request, for a wrong argument."""
    process = command.crawler_process
    check_name(site, process.spider_loader.list())
    crawler = command.crawler_of(site)
    check_settings(crawler.settings)
    name = crawler.spidercls(**arguments).name
    check_logins(crawler.settings, name)
    command.speaker = name
    running = process.crawl(crawler, **arguments)
    process.start()
    if isinstance(running, Future) and not running.done():
        raise UserError("interrupted")  # at the second Ctrl-C nothing is waited for
    if isinstance(running, Future) and (error := running.exception()):
        raise _explained(error)
    outcome = crawler.get_extension(Outcome) if crawler.extensions else None
    return outcome.verdict.exit_code if outcome else 1


def _explained(error: BaseException) -> BaseException:
    """What the disk refuses, as a user reads it."""
    if isinstance(error, OSError) and error.filename:
        return UserError(f"{error.filename} cannot be written: {error.strerror}")
    return error
