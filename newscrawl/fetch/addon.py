"""FetchAddon: what the choices about fetching mean for Scrapy's own settings.

A Scrapy add-on (`ADDONS`): Scrapy hands it the settings of a crawl when all of them are known.
"""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from scrapy.settings import BaseSettings, Settings

log = logging.getLogger(__name__)

# Nobody is waited for where nobody is asked.
REPLAYING: dict[str, Any] = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_DELAY_JITTER": 0,
    "ADAPTIVE_DELAY": False,
    "RETRY_BACKOFF": 0,
    "DOWNLOAD_SLOTS": {},
}
# A recording has an end.
ENDLESS = {"PAGES_PER_RUN": sys.maxsize}
# For one's own servers; the handler lets such a crawl reach nothing else.
IMPOLITE: dict[str, Any] = {
    **REPLAYING,
    "ROBOTSTXT_OBEY": False,
    # A proxy would hide which addresses are connected to.
    "HTTPPROXY_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
}
# Only http and https; Scrapy's others read this machine's files or other people's servers.
OTHER_SCHEMES: dict[str, None] = dict.fromkeys(["data", "file", "ftp", "s3"])
WEB = ("http", "https")
SCRAPYS = "scrapy.downloadermiddlewares."
# Ours in the places of Scrapy's own, or between them.
MIDDLEWARES: dict[str, int | None] = {
    "newscrawl.fetch.limits.Limits": 10,
    SCRAPYS + "robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.fetch.robots.Robots": 100,
    SCRAPYS + "retry.RetryMiddleware": None,
    "newscrawl.fetch.retry.Retry": 550,
    SCRAPYS + "httpcompression.HttpCompressionMiddleware": None,
    "newscrawl.fetch.browser.Browser": 580,
    "newscrawl.fetch.redirects.Refreshes": 585,
    "newscrawl.fetch.decompression.Decompression": 590,
    SCRAPYS + "redirect.RedirectMiddleware": None,
    # The handler knows which way a request goes.
    SCRAPYS + "httpproxy.HttpProxyMiddleware": None,
    # It fetches the public suffix list, past every rule here; the handler keeps cookies, where any are kept.
    SCRAPYS + "cookies.CookiesMiddleware": None,
    "newscrawl.fetch.redirects.Redirects": 600,
}
EXTENSIONS = {
    "newscrawl.fetch.throttle.Throttle": 0,
    # Before what puts the stats into the run's record.
    "newscrawl.fetch.audit.Audit": 1,
    "newscrawl.fetch.record.Recorder": 100,
}

# By the setting that switches them on: an HTTP server and a shell.
SWITCHED = {
    "REMOTE_CONTROL_ENABLED": "scrapy.extensions.remote_control.RemoteControl",
    "TELNETCONSOLE_ENABLED": "scrapy.extensions.telnet.TelnetConsole",
}


class FetchAddon:
    def update_settings(self, settings: Settings) -> None:
        replay = bool(settings["REPLAY"])
        if replay:
            put(settings, {**REPLAYING, **ENDLESS})
        elif not settings.getbool("POLITE"):
            put(settings, IMPOLITE)
        extend(settings, "DOWNLOAD_HANDLERS", {**OTHER_SCHEMES, **handlers(settings, replay=replay)})
        put_parts(settings, "DOWNLOADER_MIDDLEWARES", MIDDLEWARES)
        switched_off = {part: None for switch, part in SWITCHED.items() if not settings.getbool(switch)}
        put_parts(settings, "EXTENSIONS", {**EXTENSIONS, **switched_off})
        extend(settings, "SPIDER_MIDDLEWARES", {"newscrawl.fetch.block_detection.BlockDetection": 65})
        self.introduce(settings)

    def introduce(self, settings: Settings) -> None:
        """An honest name: what crawls, and where a site's owner finds who runs it."""
        agent, contact = settings["USER_AGENT"], settings["CONTACT"]
        if not settings["ROBOTSTXT_USER_AGENT"]:
            put(settings, {"ROBOTSTXT_USER_AGENT": agent.split("/")[0].split(" ")[0]})
        if contact:
            put(settings, {"USER_AGENT": f"{agent} (+{contact})"})
        elif not settings["REPLAY"] and settings.getbool("POLITE"):
            log.warning("CONTACT is not set: sites cannot tell who crawls them; set an address or a page of yours")


def handlers(settings: Settings, *, replay: bool) -> dict[str, str]:
    """What fetches http and https: ours, or around the user's own what keeps our manners."""
    if replay:
        return dict.fromkeys(WEB, "newscrawl.fetch.replay.Replay")
    # Scrapy looks through the stack and all modules when this is imported, and both grow until the handler needs it.
    import scrapy.core.downloader.contextfactory  # noqa: F401

    others = {scheme: name for scheme in WEB if (name := settings.getdict("DOWNLOAD_HANDLERS").get(scheme))}
    put(settings, {"OTHER_HANDLERS": others})
    ours = dict.fromkeys(WEB, "newscrawl.fetch.handler.Handler")
    return ours | dict.fromkeys(others, "newscrawl.fetch.other_handler.OtherHandler")


def put_parts(settings: Settings, name: str, parts: Mapping[str, int | None]) -> None:
    """Add to a list of Scrapy's parts, and take those out that have no number.

    Scrapy imports each part that a list names, `None` behind it or not: a fifth of a short run's CPU.
    """
    for each in (name, f"{name}_BASE"):
        put(settings, {each: {part: n for part, n in settings[each].items() if parts.get(part, 0) is not None}})
    extend(settings, name, {part: n for part, n in parts.items() if n is not None})


def extend(settings: BaseSettings, name: str, more: dict[str, Any]) -> None:
    put(settings, {name: {**settings[name], **more}})


def put(settings: BaseSettings, values: dict[str, Any]) -> None:
    """Override what the project, the site and the command line say: these settings follow from a choice."""
    settings.update(values, priority="cmdline")
