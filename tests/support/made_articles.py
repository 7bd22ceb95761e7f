"""The articles that this repository's made pages hold: of every content system in tests/pages, and of the recording."""

from functools import cache
from pathlib import Path

import yaml

from newscrawl import extract_article
from newscrawl.article import Article
from newscrawl.warc.records import exchanges
from tests.support.crawling import RECORDING

PAGES = Path(__file__).resolve().parent.parent / "pages"


@cache
def made_articles() -> tuple[Article, ...]:
    """One of each content system, and those of the recording, in Chinese, English and Arabic; each title once."""
    saved = [
        (page.read_bytes(), str(yaml.safe_load((page.parent / "article.yml").read_text(encoding="utf-8"))["url"]))
        for page in sorted(PAGES.glob("*/page.html"))
    ]
    recorded = [(e.body, e.url) for _, e in exchanges(str(RECORDING)) if e.status == 200]
    found = [extract_article(body, url) for body, url in (*saved, *recorded)]
    return tuple({one.title: one for one in found if one is not None and one.published}.values())
