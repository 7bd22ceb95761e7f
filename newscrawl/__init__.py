"""newscrawl turns news sites into posts, and keeps doing it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newscrawl.article import Article

if TYPE_CHECKING:
    from newscrawl.extract import extract_article
    from newscrawl.python_api import crawl_site, extract_many

__version__ = "0.1.0"
__all__ = ["Article", "crawl_site", "extract_article", "extract_many"]

_PLACES = {"extract_article": "extract", "extract_many": "python_api", "crawl_site": "python_api"}


def __getattr__(name: str) -> Any:
    """The functions when they are asked for: every command of Scrapy imports this, and few read pages."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"newscrawl.{_PLACES[name]}"), name)
