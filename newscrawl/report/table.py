"""The history as a table for a terminal, a line an entry."""

from collections.abc import Iterable

from newscrawl.report.run_history import HistoryEntry
from newscrawl.rhythm.duration import say_duration
from newscrawl.text.characters import on_one_line

HEAD = ("when (UTC)", "site", "took", "new", "updated", "refused", "requests", "saved", "ended")


def table(entries: Iterable[HistoryEntry]) -> str:
    """Columns as wide as their widest cell; words to the left, numbers to the right."""
    rows = [HEAD, *(_cells(entry) for entry in entries)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    left = (0, 1, 8)
    pairs = enumerate(zip(row, widths, strict=True))
    cells = (text.ljust(width) if column in left else text.rjust(width) for column, (text, width) in pairs)
    return "  ".join(cells).rstrip()


def _cells(entry: HistoryEntry) -> tuple[str, ...]:
    numbers = (entry.new, entry.updated, sum(entry.refused.values()), entry.requests, entry.saved)
    took = say_duration(entry.took) if entry.took is not None else ""
    return (f"{entry.began:%Y-%m-%d %H:%M:%S}", entry.site, took, *map(str, numbers), ending(entry))


def ending(entry: HistoryEntry) -> str:
    """How it ended, why, why pages were refused, whether it was a replay, and why it was late."""
    refused = ", ".join(f"{reason} {count}" for reason, count in sorted(entry.refused.items()))
    parts = [
        entry.how + (f": {entry.problem}" if entry.problem else ""),
        f"refused: {refused}" if refused else "",
        f"recorded answers replayed: {entry.replayed}" if entry.replayed else "",
        entry.late,
    ]
    return on_one_line("; ".join(filter(None, parts)))
