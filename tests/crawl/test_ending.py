"""Ctrl-C: a run ends within one request, says so at once, and loses nothing."""

import signal
import time
from pathlib import Path
from subprocess import Popen

from newscrawl.crawl.ending import SAID
from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site

STORIES = 12


def asked_for(site: Site, most: int, running: "Popen[str]") -> None:
    while len(site.log) < most:
        assert running.poll() is None
        time.sleep(0.02)


def test_ctrl_c_ends_a_run_after_the_request_at_hand_and_the_next_run_goes_on(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(STORIES))
        paper = Paper(site, tmp_path)
        running = paper.begin("-s", "DOWNLOAD_DELAY=0.3")
        asked_for(site, 4, running)  # robots.txt, the listing, two stories
        before = len(site.log)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=300)[1]
        after = len(site.log) - before
        kept = len(paper.posts())
        assert running.returncode == 1 and "Traceback" not in said and "failed" not in said, said
        assert SAID in said.splitlines() and said.splitlines()[-1] == "paper: interrupted"
        assert f"paper: {kept} new" in said and after <= 2 <= kept < STORIES  # 1, or 2 where one was sent just then
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
        paper = Paper(site, tmp_path)
        images = ("-s", "IMAGES=download")
        running = paper.begin(*images, "-s", "DOWNLOAD_DELAY=0.3")
        asked_for(site, 5, running)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=300)[1]
        assert "the run ended before its images came" in said and not paper.posts(), said
        assert "1 new" in paper.run(*images).said
        assert {f"/p{n}.png" for n in range(8)} <= set(site.log)


def test_a_second_signal_stops_a_slow_answer_and_keeps_the_summary(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(STORIES))
        paper = Paper(site, tmp_path)
        running = paper.begin("-s", "DOWNLOAD_DELAY=0.2")
        asked_for(site, 4, running)
        site.gate.clear()
        site.met.clear()
        assert site.met.wait(60) and running.stderr  # a request is under way now, and nothing answers it
        running.send_signal(signal.SIGINT)
        assert any(SAID in line for line in running.stderr)
        assert running.poll() is None
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=60)[1]  # half of what the answer would take
        site.gate.set()
        assert f"paper: {len(paper.posts())} new" in said and said.splitlines()[-1] == "paper: interrupted", said
        assert f"{STORIES - len(paper.posts())} new" in paper.run().said
