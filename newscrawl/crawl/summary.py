"""Summary: what a run did and where that stands, in a few lines for a person."""

import os
from collections import Counter
from pathlib import Path

from scrapy import Spider
from scrapy.crawler import Crawler

from newscrawl.posts import folder_of, options_from
from newscrawl.state.run_counts import RunCounts
from newscrawl.text.counts import counted


def summary(site: str, counts: RunCounts, places: list[str]) -> str:
    """What a run did, in a few lines for a person."""
    lines = [f"{site}: {_done(counts)}"]
    for tally in (counts.refused, counts.skipped, counts.failed, counts.cut_short, counts.rendered, counts.left):
        if tally.total:
            by_reason: Counter[str] = Counter()
            for reason, count in tally.by_reason.items():
                by_reason[reason[-1]] += count
            told = ", ".join(f"{what} {count}" for what, count in sorted(by_reason.items()))
            lines.append(f"  {tally.name} {tally.total}: {told}")
    return "\n".join(lines + [f"  {place}" for place in places])


def _done(counts: RunCounts) -> str:
    if counts.planned.total:
        return f"{counted(counts.planned.total, 'article')} would be asked for; {counts.known.total} known"
    if counts.posts.total or not counts.articles:
        told = ", ".join(f"{counts.posts[how]} {how}" for how in ("new", "updated", "unchanged"))
        known = counts.known.total
        return f"{told}; {counted(known, 'article')} known and not asked for again" if known else told
    return counted(counts.articles, "article")


def written_to(crawler: Crawler, spider: Spider) -> list[str]:
    """Where this run's posts and feeds stand, from here if they stand below."""
    places = []
    if crawler.settings.getbool("POSTS"):
        formats, _ = options_from(crawler.settings)
        folders = [Path(crawler.settings["OUTPUT"]) / folder_of(form, spider.name) for form in formats]
        if objects := crawler.settings["OBJECTS"]:
            places += [f"posts in {objects}/{folder_of(form, spider.name)}" for form in formats]
        else:
            places += [f"posts in {_from_here(folder)}" for folder in folders if folder.exists()]
    feeds = [str(feed) for feed in crawler.settings.getdict("FEEDS")]
    return places + [f"feed in {_from_here(Path(feed))}" for feed in feeds if feed != "stdout:"]


def _from_here(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
