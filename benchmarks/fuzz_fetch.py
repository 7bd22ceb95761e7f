"""Hostile answers by the thousand: python benchmarks/fuzz_fetch.py [--cases 2000]

Each case is an answer that no honest server gives (tests/support/hostile_answers.py): status line, headers,
compression, body, chunks, timing, noise. Each is fetched and read as a page, a feed and a sitemap.
What each class came to
is printed. A case that hangs, ends in a traceback or is not answered for ends the run with exit code 1.
"""

import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.command_line import parser_of
from tests.support.fetching import Crawled, Crawler
from tests.support.hostile_answers import answer
from tests.support.server import Server

BATCH = 100
# Seconds that a case may take: the time limits that are set for it, and some for a busy machine.
SETTINGS: dict[str, Any] = {
    "POLITE": False,
    "RETRY_TIMES": 0,
    "RETRY_AFTER_MAX": 1e300,
    "LEAVE_AFTER_FAILURES": 10**9,
    "FIRST_BYTE_TIMEOUT": 1,
    "DOWNLOAD_TIMEOUT": 2,
}


def batch(crawl: Crawler, numbers: range) -> tuple[Crawled, dict[str, str]]:
    """The crawl of some cases, and the class of each by its path."""
    with Server() as server:
        kinds = {}
        for number in numbers:
            kinds[f"/{number}"], steps = answer(number)
            server.on(f"/{number}", steps)
        # Each from a host of its own, which may ask for a rest of any length.
        starts = (server.url(path, f"127.0.1.{number}") for number, path in enumerate(kinds, 1))
        return crawl(*starts, read=True, **SETTINGS), kinds


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    chosen = parser.parse_args()
    crawl, came_to = Crawler(), defaultdict[str, Counter[str]](Counter)
    wrong, began, slowest, most = 0, time.monotonic(), 0.0, 0
    for first in range(chosen.first, chosen.first + chosen.cases, BATCH):
        found, kinds = batch(crawl, range(first, min(first + BATCH, chosen.first + chosen.cases)))
        slowest, most = max(slowest, found.seconds), max(most, found.grew_kb)
        for path, kind in kinds.items():
            outcome = "read" if path in found.pages else found.failed.get(path, "")
            came_to[kind][outcome or "REDIRECTED"] += 1
        tracebacks = [line for line in found.log if "Traceback" in line]
        wrong += len(tracebacks)
        for line in tracebacks:
            print(f"cases {first}…: {line[-1500:]}")
    crawl.close()
    for kind, outcomes in came_to.items():
        told = ", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common())
        print(f"{kind} ({sum(outcomes.values())}): {told}")
    print(f"{chosen.cases} cases in {time.monotonic() - began:.0f} s; {wrong} tracebacks; the slowest {BATCH} took")
    print(f"{slowest:.1f} s; memory grew by {most // 1000} MB at most")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
