"""The end of a run, from Scrapy's words and stats to those of the history."""

from typing import Any

from newscrawl.store.runs import RunOutcome

OUTCOMES: dict[str, RunOutcome] = {"finished": "finished", "shutdown": "stopped"}

KEPT = ("replay/", "robotstxt/", "host/")
RECEIVED = "downloader/response_bytes"
"""What fetching counts that the history keeps: the first as beginnings of names."""


def outcome(reason: str, cut_short: bool) -> RunOutcome:
    """Scrapy's word for the end of a run as the history has it."""
    if cut_short or reason.startswith("closespider_"):
        return "limit"
    return OUTCOMES.get(reason, "failed")


def fetching(stats: dict[str, Any]) -> dict[str, int]:
    """What fetching counted that the history keeps."""
    return {name: n for name, n in stats.items() if isinstance(n, int) and (name == RECEIVED or name.startswith(KEPT))}
