"""A page -> an Article: pure functions, no Scrapy. `extract_article` is the whole of it; `read_page` says more."""

from newscrawl.extract.reading import Reading, extract_article, read_page
from newscrawl.extract.rules import Rules

__all__ = ["Reading", "Rules", "extract_article", "read_page"]
