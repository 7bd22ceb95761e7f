"""Every choice, once. Scrapy reads this module; nothing imports it.

A setting is changed for one run with `-s NAME=value`, for good here or in the environment where the line says so.
"""

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
if sys.path[0] != str(PROJECT):
    # Scrapy appends the project to the path, so another distribution's `spiders` would win and `scrapy list` be empty.
    sys.path.insert(0, str(PROJECT))

import pipelines  # noqa: E402
import spiders  # noqa: E402

for package in (spiders, pipelines):
    if Path(str(package.__file__)).resolve().parent.parent != PROJECT:
        raise ImportError(f"'{package.__name__}' is {package.__file__}, not this project's: uninstall it or rename it")

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "newscrawl.commands"

# -- What is written, and where ---------------------------------------------------------------------------------------
# The one folder everything is written under: posts, store, quarantine, report.
OUTPUT = os.environ.get("NEWSCRAWL_OUTPUT") or str(PROJECT / "output")
# Whether post files are written. `-s POSTS=false -O output/x.jsonl` gives JSON Lines alone.
POSTS = True
# The generator that the posts are for: hexo, hugo, jekyll, eleventy, zola, pelican, astro, obsidian; or several,
# with commas.
POST_FORMAT = "hexo"

# A JSON Lines file of newscrawl's own, one durable line per article or per version of it, e.g.
# JSONL=output/{site}.jsonl. Only ever appended to; `scrapy compact` leaves the newest version of each.
JSONL = ""
# The newest 50 articles as a feed with full text, Atom in this file and JSON Feed beside it, e.g.
# FEED=output/{site}.xml (and output/aljazeera.json).
FEED = ""
# The address under which FEED is published, for readers that follow a feed that moves, e.g.
# FEED_URL=https://example.org/feeds/{site}.xml
FEED_URL = ""
# Whether known articles are left alone until they are due for another look. `-s INCREMENTAL=false` asks for everything
# the listings show; posts that did not change are still not touched.
INCREMENTAL = True
# What `scrapy retry` sets: "stored" reads again what is set aside, "fetch" asks the site for it.
RETRY = ""

# -- Recording and replay ----------------------------------------------------------------------------------------------
# Write every response of the run into this WARC file, e.g. RECORD=output/run.warc.gz; %(name)s and %(time)s in it
# become the site's name and the time. An older file of that name is replaced.
RECORD = ""
# A recording longer than this goes on in run-00002.warc.gz and so on: the size that Common Crawl and others use.
RECORD_MAX_BYTES = 10**9
# Answer every request from this WARC file (or several: 'recordings/*.warc.gz') and never from the network.
REPLAY = ""

# -- How far a crawl goes back -----------------------------------------------------------------------------------------
# How many pages of one listing ("Show more", "older") are read where neither `limit` nor `since` says when to stop.
LISTING_PAGES = 10
# And where one of them does: a bound for a site whose listing never ends.
LISTING_PAGES_AT_MOST = 1000

# -- The stages --------------------------------------------------------------------------------------------------------
ITEM_PIPELINES = {stage: place for place, stage in enumerate(pipelines.STAGES, start=1)}
FEED_EXPORT_ENCODING = "utf-8"

# -- Manners -----------------------------------------------------------------------------------------------------------
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 10 * 2**20
RETRY_TIMES = 2
# Who runs this crawl: an address or a page where a site's owner finds you. Goes into the User-Agent.
CONTACT = os.environ.get("NEWSCRAWL_CONTACT", "")
USER_AGENT = "newscrawl/0.1"
# News needs no cookies, and the first one makes Scrapy fetch the public suffix list, blocking, past every rule here.
COOKIES_ENABLED = False
METAREFRESH_ENABLED = False
# An article is asked for when another came back, and that one would be named as where its address was found.
REFERER_ENABLED = False

# -- How Scrapy runs ---------------------------------------------------------------------------------------------------
# What RECORD, REPLAY and the manners mean for Scrapy's own settings is worked out there.
ADDONS = {"newscrawl.fetch.addon.FetchAddon": 100}
EXTENSIONS = {
    "newscrawl.memory.Memory": 0,
    "newscrawl.terminal.Progress": 1,
    "newscrawl.feeds.out.FeedOut": 5,
    "newscrawl.outcome.Outcome": 10,
}
SPIDER_MIDDLEWARES = {"newscrawl.outcome.RefusalMiddleware": 50, "newscrawl.aside.SetAside": 60}
DOWNLOADER_MIDDLEWARES = {"newscrawl.fetch.conditional.Conditional": 50}
# Listing order is the newest first; a limit must take those, and Scrapy's own queue is last in, first out.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
# 100, Scrapy's default, starts 100 tasks for each response; an article page gives one item.
CONCURRENT_ITEMS = 4
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # an HTTP port that executes Python
# INFO tells of every post and refusal, WARNING (on a terminal the default) of what went wrong, DEBUG all of Scrapy's.
LOG_LEVEL = "INFO"
LOG_FORMATTER = "newscrawl.terminal.LogFormatter"
LOGSTATS_INTERVAL = 0
