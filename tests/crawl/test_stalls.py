"""A page that takes for ever, or takes the process with it, does not stop a crawl, nor the next one."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.store import FILE_NAME, Store
from tests.crawl.test_incremental import stories
from tests.support.changing_site import SPIDER, Paper, Site

STORIES = 3


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        site.write(*stories(STORIES))
        yield Paper(site, tmp_path)


def slow_at(paper: Paper, story: int | None, does: str) -> str:
    """The site's spider does something else than to read one story's page, or each; its address."""
    path = "" if story is None else stories(STORIES)[story].path
    paper.environment()
    spider = paper.folder / "paper_spiders" / f"{paper.name}.py"
    code = SPIDER.format(name=paper.name, home=paper.site.home)
    code += f"\n    def parse_article(self, response):\n        if response.url.endswith({path!r}):\n"
    code += "".join(f"            {line}\n" for line in does.splitlines())
    spider.write_text(f"{code}        return super().parse_article(response)\n")
    return f"{paper.site.home}{path}"


FOR_EVER = """
while True:
    try:
        sum(range(1000))
    except Exception:
        pass
"""


def test_a_page_over_its_budget_is_set_aside_and_the_crawl_goes_on(paper: Paper) -> None:
    slow_at(paper, 1, FOR_EVER)
    done = paper.run("-s", "PAGE_CPU_SECONDS=0.5")
    assert f"{STORIES - 1} new" in done.said, done.said
    assert "takes more than 0.5 s of CPU" in done.said
    assert len(list((paper.output / "quarantine" / paper.name).glob("*.warc.gz"))) == 1
    assert "0 new" in paper.run("-s", "PAGE_CPU_SECONDS=0.5").said


def test_a_stop_is_heard_while_a_page_is_read_and_no_page_that_came_begins_anew(paper: Paper) -> None:
    slow_at(paper, None, f"open({str(paper.folder / 'begun')!r}, 'w').close()\n{FOR_EVER}")
    running = paper.begin("-s", "PAGE_CPU_SECONDS=0")
    while not (paper.folder / "begun").exists() and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGTERM)
    said = running.communicate(timeout=300)[1]
    assert running.returncode == 1 and "Traceback" not in said, said
    assert said.splitlines()[-1] == "paper: interrupted"
    slow_at(paper, 1, "pass")
    paper.run()
    assert len(paper.posts()) == STORIES  # the page was not to blame


def test_a_page_that_ended_two_runs_is_set_aside_in_the_third(paper: Paper) -> None:
    slow_at(paper, 1, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    for _ in range(2):
        assert paper.run().code == -signal.SIGKILL
    assert "reading it ended the run 2 times" in paper.run().said
    assert len(paper.posts()) == STORIES - 1
    assert len(list((paper.output / "quarantine" / paper.name).glob("*.warc.gz"))) == 1


def test_a_page_that_one_kill_met_is_read_by_the_next_run(paper: Paper) -> None:
    slow_at(paper, 1, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    paper.run()
    slow_at(paper, 1, "pass")
    paper.run()
    assert len(paper.posts()) == STORIES
    with Store.open(paper.output / FILE_NAME) as store:
        assert not store.pages_begun.of(paper.name)
