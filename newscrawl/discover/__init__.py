"""A site -> article links: listings, feeds, sitemaps. Pure functions: bytes and URL in, links out."""

from newscrawl.discover.link import Link

__all__ = ["Link"]
