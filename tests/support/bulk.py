"""Recordings of made articles, for reading many files."""

from pathlib import Path

from tests.support.exchanges import some, written

PAGE = """<html lang="en"><head><title>{0}</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2026-11-2{1}T08:00:00+02:00"></head><body><article><h1>{0}</h1>
<p>The council voted on Tuesday to rebuild the bridge over the river, which a flood had taken in the spring.</p>
<p>Work begins in March and is to last two years, the mayor said, and costs 14 million euros in all, a third of which
the county pays; ferries carry people and bicycles until then.</p></article></body></html>"""


def recorded(path: Path, *titles: str) -> Path:
    """A recording of a page for each title, of two days in turn."""
    pages = [some(n, body=PAGE.format(title, n % 2).encode()) for n, title in enumerate(titles)]
    written(path, *pages)
    return path
