"""SIGKILL a real crawl of a local site of 300 articles at 50 random moments, rerun, compare all output bytes.

    python -m benchmarks.kill [TIMES]

Each crawl is killed a random part of an undisturbed run's time after its first request, run again to its end, and its
posts and JSON Lines are compared with those of the undisturbed run: the posts file by file, the lines as a set, for
what a killed run did not write comes after what it did.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.command_line import number_of
from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site

ARTICLES = 300
PER_PAGE = 50


def publish(site: Site) -> None:
    """Stories over six pages of the listing; every tenth has the title and date of another."""
    written = stories(ARTICLES)
    for one, other in zip(written[::10], written[5::10], strict=True):
        other.title, other.published = one.title, one.published
    site.write(*written)
    paths = [story.path for story in written]
    site.listings = {
        f"/news{start // PER_PAGE or ''}": paths[start : start + PER_PAGE] for start in range(0, ARTICLES, PER_PAGE)
    }


def jsonl(paper: Paper) -> list[str]:
    return ["-s", f"JSONL={paper.output}/{{site}}.jsonl"]


def written(paper: Paper) -> tuple[dict[str, bytes], list[bytes]]:
    """All output bytes: posts by name, lines in order of their bytes."""
    return paper.posts(), sorted((paper.output / "paper.jsonl").read_bytes().splitlines(keepends=True))


def killed(paper: Paper, after: float) -> int:
    """Kill a crawl so many seconds after its first request; how many posts it had written."""
    paper.site.met.clear()
    running = paper.begin(*jsonl(paper))
    paper.site.met.wait(60)
    time.sleep(after)
    running.kill()
    running.communicate()
    return len(list((paper.output / "posts").rglob("*.md")))


def main(times: int) -> int:
    at, differing = random.Random(2026), 0
    with Site() as site, tempfile.TemporaryDirectory() as folder:
        publish(site)
        whole = Paper(site, Path(folder, "whole"))
        whole.folder.mkdir()
        began = time.perf_counter()
        done = whole.run(*jsonl(whole))
        assert done.code == 0, done.said
        took = time.perf_counter() - began - 1
        expected = written(whole)
        assert len(expected[0]) == len(expected[1]) == ARTICLES
        print(f"undisturbed: {ARTICLES} posts and lines in {took:.1f} s; {times} kills within that time")
        for attempt in range(times):
            paper = Paper(site, Path(folder, str(attempt)))
            paper.folder.mkdir()
            posts = killed(paper, at.uniform(0, took))
            done = paper.run(*jsonl(paper))
            same = done.code == 0 and written(paper) == expected
            differing += not same
            told = "equal" if same else f"DIFFERENT {done.said[-200:]}"
            print(f"{attempt + 1:3}  killed at {posts:3} posts, rerun: {told}", flush=True)
    print(f"{times - differing} of {times} equal the undisturbed run")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(number_of(__doc__, "times", 50)))
