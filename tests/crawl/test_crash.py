"""Killed anywhere, a crawl loses nothing: what killed-and-rerun wrote equals what an undisturbed run writes."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site

STORIES = 20


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture(scope="module")
def paged() -> Iterator[Site]:
    """Stories over two pages of the listing, twins in title among them."""
    with Site() as site:
        written = stories(STORIES)
        for one, other in zip(written[::10], written[5::10], strict=True):
            other.title, other.published = one.title, one.published
        site.write(*written)
        paths = [story.path for story in written]
        site.listings = {"/news": paths[: STORIES // 2], "/news2": paths[STORIES // 2 :]}
        yield site


@pytest.fixture(scope="module")
def whole(paged: Site, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """What an undisturbed run makes of it."""
    paper = Paper(paged, tmp_path_factory.mktemp("whole"))
    crawl(paper)
    assert len(paper.posts()) == len(lines(paper)) == STORIES
    return paper


def lines(paper: Paper) -> list[bytes]:
    return sorted((paper.output / "paper.jsonl").read_bytes().splitlines(keepends=True))


def crawl(paper: Paper) -> None:
    done = paper.run("-s", f"JSONL={paper.output}/{{site}}.jsonl")
    assert done.code == 0, done.said


@pytest.mark.parametrize("posts", random.Random(5).sample(range(STORIES), 3))
def test_killed_and_rerun_equals_undisturbed(posts: int, whole: Paper, tmp_path: Path) -> None:
    paper = Paper(whole.site, tmp_path)
    kill_when(paper, posts)
    written = len(paper.posts())
    with paper.store() as store:
        (killed,) = store.runs.of(paper.name)
    # The last post may stand there without its entry in the store.
    assert killed.outcome == "" and killed.counts.get("posts/new", 0) in (written - 1, written)
    crawl(paper)
    with paper.store() as store:
        after, before = store.runs.of(paper.name)
    assert (before.outcome, before.counts) == ("killed", killed.counts)
    assert after.counts["posts/new"] == STORIES - killed.counts.get("posts/new", 0)
    assert paper.posts() == whole.posts()
    assert lines(paper) == lines(whole)


def kill_when(paper: Paper, posts: int) -> None:
    """Begin a crawl and SIGKILL it at so many posts. It cannot end before, since one article does not come."""
    paper.site.held = set(paper.site.listings["/news2"][-1:])
    running = paper.begin("-s", f"JSONL={paper.output}/{{site}}.jsonl")
    folder = paper.output / "posts" / paper.name
    while running.poll() is None:
        if folder.exists() and len(os.listdir(folder)) >= posts:
            running.kill()
        time.sleep(0.001)
    running.communicate()
    paper.site.held = set()


@pytest.mark.parametrize("step", ["reserve", "write", "append", "commit"])
def test_every_step_of_the_order_may_be_the_last(step: str, whole: Paper, tmp_path: Path) -> None:
    """The process ends within the step itself, for the third article, as SIGKILL would have it."""
    paper = Paper(whole.site, tmp_path)
    (paper.folder / "sitecustomize.py").write_text(DIES[step])
    assert paper.run("-s", f"JSONL={paper.output}/{{site}}.jsonl").code == -signal.SIGKILL
    (paper.folder / "sitecustomize.py").unlink()
    crawl(paper)
    assert paper.posts() == whole.posts()
    assert lines(paper) == lines(whole)


DIES_AT = """
import os, signal
count = 0
def dies(after, before=False):
    def wrapped(*args, **more):
        global count
        count += 1
        if before and count > {times}:
            os.kill(os.getpid(), signal.SIGKILL)
        done = after(*args, **more)
        if count > {times}:
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    return wrapped
import importlib
module = importlib.import_module("{module}")
setattr({holder}, "{function}", dies({holder}.{function}, {before}))
"""


def dying(module: str, holder: str, function: str, *, times: int = 2, before: bool = False) -> str:
    return DIES_AT.format(module=module, holder=holder, function=function, times=times, before=before)


DIES = {
    "reserve": dying("newscrawl.state.post_files", "module.PostFiles", "place"),
    "write": dying("newscrawl.durable", "module", "put_all"),
    "append": dying("newscrawl.state.jsonl", "module.Lines", "_append"),
    "commit": dying("newscrawl.state.archive_writer", "module.ArchiveWriter", "_commit", before=True),
}


def test_a_torn_line_is_healed_and_lines_not_committed_are_not_doubled(site: Site, tmp_path: Path) -> None:
    site.write(*stories(3))
    paper = Paper(site, tmp_path)
    crawl(paper)
    path = paper.output / "paper.jsonl"
    whole = path.read_bytes()
    # The store knows of two lines; the third stands there whole, a fourth is torn.
    with paper.store() as store:
        last = json.loads(whole.splitlines()[-1])
        length = len(b"".join(whole.splitlines(keepends=True)[:2]))
        store.exports.put(str(path), length)
        page = store.pages.by_key(paper.key(last["url"].removeprefix(site.home)))
        assert page
        store.pages.change(page.id, state="wanted", fingerprint=None, due=1)
    with path.open("ab") as file:
        file.write(b'{"url": "http://torn')
    crawl(paper)
    assert path.read_bytes() == whole


def test_compacting_leaves_the_newest_version_of_each(site: Site, tmp_path: Path) -> None:
    one, other = stories(2)
    site.write(one, other)
    paper = Paper(site, tmp_path)
    crawl(paper)
    one.title, one.modified = "Corrected", "2026-03-05T08:00:00Z"
    assert paper.run("-s", f"JSONL={paper.output}/{{site}}.jsonl", "-s", "INCREMENTAL=false").code == 0
    path = paper.output / "paper.jsonl"
    assert len(path.read_bytes().splitlines()) == 3
    done = paper.command("compact", str(path))
    assert done.code == 0 and "3 lines, 2 kept" in done.out, done.said
    assert {json.loads(line)["title"] for line in path.read_text().splitlines()} == {"Corrected", other.title}
    before = path.read_bytes()
    crawl(paper)
    assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("size", ["200k", "320k", "500k"])
def test_a_full_disk_is_one_line_and_the_next_run_completes_the_work(size: str, whole: Paper, tmp_path: Path) -> None:
    paper = Paper(whole.site, tmp_path)
    paper.output.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(paper.output)], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        done = paper.run("-s", f"JSONL={paper.output}/{{site}}.jsonl")
        assert done.code == 1 and "Traceback" not in done.said
        assert "No space left on device" in done.said or "the disk is full" in done.said, done.said
        kept = paper.posts()
        assert all(whole.posts()[name] == post for name, post in kept.items()), "no half-written post"
        subprocess.run(["mount", "-o", "remount,size=20m", str(paper.output)], check=True)
        crawl(paper)
        assert paper.posts() == whole.posts()
        assert lines(paper) == lines(whole)
    finally:
        subprocess.run(["umount", str(paper.output)], check=True)


def test_a_folder_that_cannot_be_written_is_named_before_any_request(site: Site, tmp_path: Path) -> None:
    site.write(*stories(1))
    paper = Paper(site, tmp_path)
    paper.output.mkdir()
    (paper.output / "newscrawl.db").mkdir()
    done = paper.run()
    assert done.code == 1 and done.said.count("\n") == 1
    assert "newscrawl.db: cannot be opened" in done.said
    assert site.asked() == []


def test_a_store_cut_short_is_named_and_after_it_is_moved_away_the_posts_are_known_again(
    whole: Paper, tmp_path: Path
) -> None:
    shutil.copytree(whole.output, tmp_path / "output")
    paper = Paper(whole.site, tmp_path)
    path = paper.output / "newscrawl.db"
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)
    done = paper.run()
    assert done.code == 1 and done.said.count("\n") == 1 and "the store is damaged; move it away" in done.said
    shutil.move(path, tmp_path / "damaged.db")
    at = {path: path.stat().st_mtime_ns for path in (paper.output / "posts").rglob("*")}
    crawl(paper)
    assert (paper.posts(), lines(paper)) == (whole.posts(), lines(whole))
    assert {path: path.stat().st_mtime_ns for path in at} == at, "nothing was written again"
