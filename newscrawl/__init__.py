"""newscrawl turns news sites into posts, and keeps doing it."""

from typing import TYPE_CHECKING, Any

from newscrawl.article import Article

if TYPE_CHECKING:
    from newscrawl.extract import extract_article

__version__ = "0.1.0"
__all__ = ["Article", "extract_article"]


def __getattr__(name: str) -> Any:
    """`extract_article` when it is asked for: every command of Scrapy imports this, and few read pages."""
    if name != "extract_article":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newscrawl.extract import extract_article

    return extract_article
