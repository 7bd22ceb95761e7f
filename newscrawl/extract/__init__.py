"""A page -> an Article: pure functions, no Scrapy. `extract_article` is the whole of it; `read_page` says more."""

from typing import TYPE_CHECKING, Any

from newscrawl.extract.page.rules import Rules

if TYPE_CHECKING:
    from newscrawl.extract.reading import Reading, extract_article, read_page

__all__ = ["Reading", "Rules", "extract_article", "read_page"]


def __getattr__(name: str) -> Any:
    """The parts when they are asked for: their 300 patterns take 0.2 s, and every command of Scrapy loads the sites."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newscrawl.extract import reading

    return getattr(reading, name)
