"""What `newscrawl crawl --help` says of arguments and settings, each with an example."""

from newscrawl.cli.command import as_called
from newscrawl.cli.config import config_keys

ARGUMENTS = {
    "limit=50": "the newest so many articles",
    "backfill=200": "so many that are not known yet, going into the past",
    "since=2026-11-01": "of this day or moment and later; also yesterday, '7 days', '12 hours'",
    "until=2026-11-08": "of this day or moment and earlier",
    "include='climate|energy'": "that match: title, section, author, tag or address; title:climate looks at one alone",
    "exclude=url:/sport/": "that do not match",
    "url=https://example.com/": "of `crawl site` and `crawl article`: the site, or the article",
    "edition=english": "of aljazeera: chinese, english or arabic; and section=news/political",
}
SETTINGS = {
    "POST_FORMAT": "hugo",
    "POSTS": "false",
    "OUTPUT": "~/news",
    "CONTACT": "https://example.org/about",
    "JSONL": "output/{site}.jsonl",
    "FEED": "output/{site}.xml",
    "IMAGES": "download",
    "INCREMENTAL": "false",
    "RECORD": "output/run.warc.gz",
    "LISTING_PAGES": "3",
    "LOG_LEVEL": "INFO",
}
"""Those that most crawls are about, each with an example."""


def arguments_help() -> str:
    """What a run is about."""
    return "\n".join(f"  -a {example:<26} {words}" for example, words in ARGUMENTS.items())


def settings_help() -> str:
    """How it is done."""
    said = {key.name: key.meaning for key in config_keys()}
    shown = {f"{name}={example}": said.get(name, "How much is told") for name, example in SETTINGS.items()}
    lines = [f"  -s {example:<34} {words}" for example, words in shown.items()]
    shows_all = as_called("  `scrapy config` shows all; what is in newscrawl.toml counts for every run.")
    return "\n".join([*lines, shows_all])
