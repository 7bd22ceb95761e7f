"""Ctrl-C: a run ends within one request, says so at once, and loses nothing."""

import signal
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from newscrawl.crawl.ending import SAID
from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site, Story

STORIES = 12


@dataclass
class Unanswered(Story):
    """A story that is asked for, and does not come before it may."""

    asked: threading.Event = field(default_factory=threading.Event)
    may: threading.Event = field(default_factory=threading.Event)

    def html(self, home: str) -> str:
        self.asked.set()
        self.may.wait(300)
        return super().html(home)


def with_a_request_at_hand(site: Site) -> Unanswered:
    """Twelve stories, the third of which is not answered: nothing comes after it, however late the test looks."""
    written = stories(STORIES)
    written[2] = at_hand = Unanswered(**vars(written[2]))
    site.write(*written)
    return at_hand


def heard(running: "Popen[str]") -> None:
    """Wait until a run says that it has heard a signal."""
    assert running.stderr and any(line == f"{SAID}\n" for line in running.stderr)


def test_ctrl_c_ends_a_run_after_the_request_at_hand_and_the_next_run_goes_on(tmp_path: Path) -> None:
    with Site() as site:
        at_hand = with_a_request_at_hand(site)
        paper = Paper(site, tmp_path)
        running = paper.begin()
        assert at_hand.asked.wait(120)
        running.send_signal(signal.SIGINT)
        heard(running)
        at_hand.may.set()
        said = running.communicate(timeout=300)[1]
        kept = len(paper.posts())
        assert running.returncode == 1 and "Traceback" not in said and "failed" not in said, said
        assert said.splitlines()[-1] == "paper: interrupted"
        assert f"paper: {kept} new" in said and kept == 3
        assert len(site.log) == 5  # robots.txt, the listing, two stories, and the one at hand
        site.asked()
        assert f"{STORIES - kept} new" in paper.run().said
        assert len(site.asked()) == 1 + STORIES - kept


def test_an_article_without_its_images_is_left_to_the_next_run(tmp_path: Path) -> None:
    with Site() as site:
        (story,) = stories(1)
        pictures = [f"/p{n}.png" for n in range(8)]
        story.paragraphs += [f'<img src="{name}" width="800" height="600">' for name in pictures]
        site.write(story)
        site.raw.update(dict.fromkeys(pictures, "GIF89a"))
        site.held = set(pictures[2:])
        paper = Paper(site, tmp_path)
        images = ("-s", "IMAGES=download")
        running = paper.begin(*images)
        while len(site.log) < 5:  # robots.txt, the listing, the story, two pictures
            assert running.poll() is None
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        heard(running)
        site.held = set()
        said = running.communicate(timeout=300)[1]
        assert "the run ended before its images came" in said and not paper.posts(), said
        assert "1 new" in paper.run(*images).said
        assert {f"/p{n}.png" for n in range(8)} <= set(site.log)


def test_a_second_signal_stops_a_slow_answer_and_keeps_the_summary(tmp_path: Path) -> None:
    with Site() as site:
        at_hand = with_a_request_at_hand(site)
        paper = Paper(site, tmp_path)
        running = paper.begin()
        assert at_hand.asked.wait(120)
        running.send_signal(signal.SIGINT)
        heard(running)
        assert running.poll() is None
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=200)[1]  # less than what the answer would take
        at_hand.may.set()
        assert f"paper: {len(paper.posts())} new" in said and said.splitlines()[-1] == "paper: interrupted", said
        assert f"{STORIES - len(paper.posts())} new" in paper.run().said
