"""newscrawl turns news sites into posts, and keeps doing it."""

from newscrawl.article import Article
from newscrawl.extract import extract_article

__version__ = "0.1.0"
__all__ = ["Article", "extract_article"]
