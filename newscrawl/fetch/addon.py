"""FetchAddon: what the settings RECORD, REPLAY and their like mean for Scrapy's own settings.

A Scrapy add-on (`ADDONS`): Scrapy hands it the settings of a crawl when all of them are known.
"""

from typing import Any

from scrapy.settings import BaseSettings, Settings

# What a replay needs from no setting and no site: nobody is waited for where nobody is asked.
NO_WAITING: dict[str, Any] = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_DELAY_JITTER": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_SLOTS": {},
}
# Only http and https; Scrapy's others read this machine's files or other people's servers.
OTHER_SCHEMES: dict[str, None] = dict.fromkeys(["data", "file", "ftp", "s3"])


# Ours in the places of Scrapy's own, or between them.
MIDDLEWARES: dict[str, int | None] = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.fetch.robots.Robots": 100,
}


class FetchAddon:
    def update_settings(self, settings: Settings) -> None:
        put(settings, {"DOWNLOADER_MIDDLEWARES": {**settings["DOWNLOADER_MIDDLEWARES"], **MIDDLEWARES}})
        handler = "newscrawl.fetch.replay.Replay" if settings["REPLAY"] else None
        handlers = {"http": handler, "https": handler} if handler else {}
        put(settings, {"DOWNLOAD_HANDLERS": {**settings["DOWNLOAD_HANDLERS"], **OTHER_SCHEMES, **handlers}})
        if settings["REPLAY"]:
            put(settings, NO_WAITING)
        if settings["RECORD"]:
            put(settings, {"EXTENSIONS": {**settings["EXTENSIONS"], "newscrawl.fetch.record.Recorder": 100}})


def put(settings: BaseSettings, values: dict[str, Any]) -> None:
    """Set over whatever the project, the site and the command line say: these follow from a choice, they are none."""
    settings.update(values, priority="cmdline")
