"""Every choice, once, with its default. Scrapy reads this module; nothing imports it.

A setting is changed for one run with `-s NAME=value`, for good in newscrawl.toml (`newscrawl init`), under its name in
small letters, or in the environment where the line says so.
"""

import os
import sys
from pathlib import Path

from newscrawl.files import settled
from newscrawl.folder.config_file import find_config
from newscrawl.folder.own_settings import own_settings
from newscrawl.folder.own_sites import own_package

HERE = Path(__file__).resolve().parent
# Where spiders/ and pipelines/ are: beside this package in the checkout, in its project/ once it is installed.
INSTALLED = (HERE / "project").is_dir()
PROJECT = HERE / "project" if INSTALLED else HERE.parent
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
# What `scrapy genspider NAME ADDRESS` writes.
TEMPLATES_DIR = str(HERE / "templates")

# -- What is written, and where ---------------------------------------------------------------------------------------
BASE = Path.cwd() if INSTALLED else PROJECT
# The one folder everything is written under: posts, store, quarantine, report.
OUTPUT = os.path.expanduser(os.environ.get("NEWSCRAWL_OUTPUT") or BASE / "output")
# Where posts and images stand instead, in object storage, e.g. s3://bucket/news (needs the extra s3). The rest stays
# in OUTPUT. OUTPUT=s3://bucket/news is short for it, and leaves OUTPUT as it was.
OBJECTS = os.environ.get("NEWSCRAWL_OBJECTS", "")
# Where it is kept what was seen and done. Empty: a file, OUTPUT/newscrawl.db. For runs on several machines
# postgresql://user@host/database (needs the extra postgres); a password stands in ~/.pgpass or in NEWSCRAWL_STORE.
STORE = os.environ.get("NEWSCRAWL_STORE", "")
# Whether post files are written. `-s POSTS=false -O output/x.jsonl` gives JSON Lines alone.
POSTS = True
# The generator that the posts are for: hexo, hugo, jekyll, eleventy, zola, pelican, astro, obsidian; or several,
# with commas.
POST_FORMAT = "hexo"
# How bodies are written: "html", or "markdown" (which needs markdownify).
POST_BODY = "html"
# Changes to the front matter, with commas: "-tags" drops a key, "headimg:cover" renames one, "layout=post" adds one;
# a value may take from the article: "credit={image_credit}".
POST_FIELDS = ""
# The file name, e.g. "{year}/{date}-{slug}", "{categories}/{date}-{slug}", "{date}-{slug}/index" (a Hugo bundle); of
# date, year, month, day, time, slug, ascii, title, hash, id, site, section, language, categories. Empty: the format's.
POST_NAME = ""
# "safe": titles and other text are harmless in themes that print them raw; "exact": for themes that escape them.
POST_TITLES = "safe"
# The zone that a Hexo site's `timezone:` names, if it has one; dates are then written by that zone's clock.
POST_TIMEZONE = ""
# Front-matter keys of the lead image, or a theme that has its own: volantis, butterfly, next; papermod, stack, ananke,
# doks, opengraph; minimal-mistakes, chirpy, seo-tag. Empty: what most of the format's themes read.
POST_IMAGE_KEYS = ""
# The site's theme, which says where the lead image goes and what else stands in the front matter: landscape, volantis,
# butterfly, next, fluid; papermod, stack, ananke, doks; minima, minimal-mistakes, chirpy. One for each format, with
# commas.
POST_THEME = ""
# Where the lead image goes: "keys" (the front matter alone), "body" (also at the top of a body that has not got it).
# Empty: "body" for a POST_THEME whose posts show no image of the front matter.
POST_LEAD_IMAGE = ""
# How many tags a post has at most, or "all"; those first that its title and text name. Empty: 8; for Hexo
# without a theme, or with landscape, none.
POST_TAGS = ""
# A last line for each post that links to the article: "true", or a text such as "Quelle: {publisher}, {date}"; of
# publisher, title, url, author, date, and source, the word in the article's language.
POST_SOURCE_LINE = ""
# Films of YouTube, Vimeo and Dailymotion in HTML bodies: "link", or "click" for a frame above it that asks nothing of
# them before a reader clicks.
POST_PLAYERS = "link"

# What becomes of a post that you changed or deleted when a new version of it is to be written: "keep" leaves it as it
# is, "overwrite" writes it anew, "both" puts the new version beside a changed one, as NAME.md.new.
POST_EDITS = "keep"

# Articles that several of your sites have, word for word or nearly (an agency's): "all" makes a post of each, "first"
# of the one that was kept first. The archive says of the others `same_as`, its address, in either case.
POST_DUPLICATES = "all"

# The archive keeps every article whole, some 2 KB each. How old one may be, in days since its publication, and how many
# of a site are kept; 0: for ever, and all. Of what goes the address stays known and the post stays and follows
# a change of format, but it cannot be exported or searched any more.
ARCHIVE_DAYS = 0
ARCHIVE_ARTICLES = 0

# A JSON Lines file of newscrawl's own, one durable line per article or per version of it, e.g.
# JSONL=output/{site}.jsonl. Only ever appended to; `scrapy compact` leaves the newest version of each. As an address,
# s3://bucket/{site}.jsonl, it gets an object from each run.
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
# Whether a terminal shows how far a crawl is.
PROGRESS = True
# What `scrapy crawl --dry-run` sets: listings are read, articles are named and not asked for.
DRY_RUN = False
# What `scrapy retry` sets: "stored" reads again what is set aside, "fetch" asks the site for it.
RETRY = ""

# A folder of fivefilters' site patterns (https://github.com/fivefilters/ftr-site-config, or your own): rules for the
# body and what to leave out, for sites that have no selectors here, e.g. SITE_PATTERNS=../ftr-site-config
SITE_PATTERNS = ""

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

# -- Images ------------------------------------------------------------------------------------------------------------
# "link": posts show the site's images where they are. "download": they are fetched to OUTPUT/images/<site>/, and posts
# show them at IMAGES_URL: let your generator serve that folder there (Hexo: source/images, Hugo: static/images).
IMAGES = "link"
IMAGES_URL = "/images/{site}/"
# Bytes of one image; photographs of news sites have 0.1 to 1 MB.
IMAGE_MAX_BYTES = 8 * 2**20
MEDIA_ALLOW_REDIRECTS = True

# -- The stages --------------------------------------------------------------------------------------------------------
ITEM_PIPELINES = {stage: place for place, stage in enumerate(pipelines.STAGES, start=1)}
FEED_EXPORT_ENCODING = "utf-8"
FEED_EXPORTERS = {"csv": "newscrawl.crawl.exporters.Csv", "xml": "newscrawl.crawl.exporters.Xml"}

# -- Manners -----------------------------------------------------------------------------------------------------------
# robots.txt is obeyed, its Crawl-delay and Request-rate too; a site whose robots.txt cannot be fetched is not crawled.
ROBOTSTXT_OBEY = True
# One request at a time and host, and at least so many seconds from one to the next (`delay: 5` in a site's description
# says so for that site); the jitter makes a gap up to 1.5 times as long.
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.2
# Longer gaps to a host that takes long to answer.
ADAPTIVE_DELAY = True
# How often a page is tried again, and how often in a whole run; the first wait in seconds, doubled each time.
RETRY_TIMES = 2
RETRIES_PER_RUN = 200
RETRY_BACKOFF = 2.0
# A Retry-After longer than this (seconds), or so many failed pages in a row, and the host is left for this run.
RETRY_AFTER_MAX = 300
LEAVE_AFTER_FAILURES = 5
# So many consent walls, bot checks or login forms in a row where articles should be, and the host is left.
WALLS_IN_A_ROW = 3
# `-s POLITE=false` switches the manners off, for your own servers: it reaches only hosts where the crawl starts, and
# public ones only with I_RUN_THIS_SITE=true.
POLITE = True
I_RUN_THIS_SITE = False
# Who runs this crawl: an address or a page where a site's owner finds you. Goes into the User-Agent.
CONTACT = os.environ.get("NEWSCRAWL_CONTACT", "")
USER_AGENT = "newscrawl/0.1"
# News needs no cookies. For a site that sends visitors round until one comes back: cookies are then sent to whose they
# are, and forgotten at the run's end.
COOKIES_ENABLED = False
# The cookies of your own subscription, in Netscape's format as browsers' add-ons export them, and headers, one a line.
# They go to the site's own hosts alone. {site} becomes the site's name, e.g. secrets/{site}.cookies.txt; the files are
# to be readable by you alone.
COOKIES_FILE = ""
HEADERS_FILE = ""
METAREFRESH_ENABLED = False
# An article is asked for when another came back, and that one would be named as where its address was found.
REFERER_ENABLED = False

# The way out, for all sites or in one's custom_settings: http://…, https://… or socks5://name:password@host:1080.
# Empty: what http_proxy, https_proxy, all_proxy and no_proxy in the environment say.
PROXY = ""

# Over an unverified connection anybody may answer; a site with a broken certificate may switch it off.
DOWNLOAD_VERIFY_CERTIFICATES = True

# -- A browser ---------------------------------------------------------------------------------------------------------
# Whether pages that are empty shells are built by Chromium (needs the extra browser, and Chromium); `browser: true` in
# a site's description says so for that site. All that such a page asks for goes the way of any request here.
BROWSER = False
# The program, where it is not found by its usual names.
BROWSER_EXECUTABLE = ""
# So many pages at once, so many seconds for each, and how often a listing's "load more" or its end is followed.
BROWSER_PAGES = 2
BROWSER_TIMEOUT = 60
BROWSER_MORE = 3

# -- Bounds ------------------------------------------------------------------------------------------------------------
# Seconds until the first byte of an answer, and for all of it.
FIRST_BYTE_TIMEOUT = 20
DOWNLOAD_TIMEOUT = 60
# Seconds of CPU that reading one page may take; real ones take a hundredth. Beyond, the page is set aside and the crawl
# goes on. 0: any number.
PAGE_CPU_SECONDS = 10.0
# Seconds that one site may take in a crawl of many (`scrapy crawl-all`): it is then asked to end, 45 seconds later
# killed; its next run goes on from there. 0: any number.
SITE_DEADLINE = 3600.0
# Bytes of an answer, as received and unpacked. Real article pages have 0.3 MB.
DOWNLOAD_MAXSIZE = 10 * 2**20
# And of a feed or sitemap: the sitemap protocol's own bound.
LISTING_MAXSIZE = 50 * 2**20
# RFC 9309 asks for five with robots.txt; an honest page has one or two.
REDIRECT_MAX_TIMES = 5
# Characters. Percent-encoded Chinese takes nine for each sign of a headline.
URLLENGTH_LIMIT = 4096
# Requests of one run, robots.txt and redirects included: what is endless ends here. (Listings have bounds of their own
# above; Scrapy's depth means nothing here, for an article is asked for when the one before it came back.)
PAGES_PER_RUN = 20_000
# Hosts with public names and private addresses that you do mean to crawl, with commas. A start address such as
# http://localhost:4000 or http://wiki.local needs no mention.
PRIVATE_HOSTS = ""
# Both kinds of address; Scrapy's default knows IPv4 alone.
TWISTED_DNS_RESOLVER = "scrapy.resolver.CachingHostnameResolver"
# Names are looked up in threads, and one whose name server is silent holds its thread for half a minute: ten of those
# (Scrapy's default) kept every other site of the process waiting beyond its time.
REACTOR_THREADPOOL_MAXSIZE = 100

# -- How Scrapy runs ---------------------------------------------------------------------------------------------------
# What RECORD, REPLAY and the manners mean for Scrapy's own settings is worked out there.
ADDONS = {"newscrawl.fetch.addon.FetchAddon": 100}
EXTENSIONS = {
    "newscrawl.state.crawl_state.CrawlState": 0,
    "newscrawl.crawl.progress.Progress": 1,
    "newscrawl.crawl.host_memory.HostMemory": 2,
    "newscrawl.crawl.feed_out.FeedOut": 5,
    "newscrawl.crawl.outcome.Outcome": 10,
    "scrapy.extensions.feedexport.FeedExporter": None,
    "newscrawl.crawl.export.Export": 20,
}
SPIDER_MIDDLEWARES = {
    "newscrawl.crawl.refusal_middleware.RefusalMiddleware": 50,
    "newscrawl.crawl.quarantine_middleware.QuarantineMiddleware": 60,
}
DOWNLOADER_MIDDLEWARES = {"newscrawl.crawl.conditional.Conditional": 50}
# Listing order is the newest first; a limit must take those, and Scrapy's own queue is last in, first out.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
# 100, Scrapy's default, starts 100 tasks for each response; an article page gives one item.
CONCURRENT_ITEMS = 4
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # an HTTP port that executes Python
# INFO tells of every post and refusal, WARNING (on a terminal the default) of what went wrong, DEBUG all of Scrapy's.
LOG_LEVEL = "INFO"
LOG_FORMATTER = "newscrawl.crawl.progress.LogFormatter"
LOGSTATS_INTERVAL = 0

# -- What newscrawl.toml says ------------------------------------------------------------------------------------------
if config := find_config():
    OUTPUT = OUTPUT if os.environ.get("NEWSCRAWL_OUTPUT") else str(config.folder / "output")
    SPIDER_MODULES = [*SPIDER_MODULES, NEWSPIDER_MODULE := own_package(config)]
    globals().update(own_settings(config, globals()))
globals().update(settled(OUTPUT, OBJECTS, str((config.folder if config else BASE) / "output")))
