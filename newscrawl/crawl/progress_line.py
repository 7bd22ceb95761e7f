"""The line that a person sees of a run while it goes."""

import unicodedata
from datetime import timedelta

from newscrawl.rhythm.duration import say_duration
from newscrawl.state.run_counts import RunCounts
from newscrawl.text.characters import on_one_line
from newscrawl.text.counts import counted


def progress_line(site: str, counts: RunCounts, left: int, elapsed: float) -> str:
    """Articles written, pages left, pace, time."""
    articles = counts.articles
    parts = [counted(articles, "article"), f"{counted(left, 'page')} left"]
    if counts.failed.total:
        parts.append(counted(counts.failed.total, "error"))
    if articles:
        parts.append(f"{articles / max(elapsed, 1) * 60:.0f} a minute")
    parts.append(say_duration(timedelta(seconds=int(elapsed))))
    return f"{site}: {', '.join(parts)}"


def at_hand(waits: tuple[float, str] | None, title: str) -> str:
    """What stands behind the line: what is waited for and why, or the title of the article that came last."""
    if waits:
        return f", waiting {waits[0]:.0f} s ({waits[1]})"
    return f"  {on_one_line(title)}" if title else ""


def cut(text: str, columns: int) -> str:
    """As much of a text as fits: Chinese and Japanese characters take two columns, accents that are added none."""
    for place, character in enumerate(text):
        columns -= _columns(character)
        if columns < 0:
            return text[:place]
    return text


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
