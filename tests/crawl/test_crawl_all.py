"""Many sites in several processes: all of them, each once, politely; a dead process costs one try."""

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.cli.crawl_all import chosen
from newscrawl.crawl.ending import SAID
from newscrawl.store import FILE_NAME, Store
from tests.support.many_hosts import Asked, open_at_once, pauses, serving_hosts, write_spiders

ROOT = Path(__file__).resolve().parents[2]
DELAY = 0.1


@dataclass
class Done:
    code: int
    said: str
    output: Path
    asked: Asked

    def posts(self, site: str) -> int:
        return len(list((self.output / "posts" / site).glob("*")))


def begin(folder: Path, homes: list[str], *arguments: str, more: str = "") -> "subprocess.Popen[str]":
    module = write_spiders(folder, homes, more)
    settings = {
        "SPIDER_MODULES": module,
        "DOWNLOAD_DELAY": DELAY,
        "DOWNLOAD_DELAY_JITTER": 0,
        "CONTACT": "test@example.com",
    }
    command = [sys.executable, "-m", "scrapy", "crawl-all", *arguments]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    environ = {**os.environ, "NEWSCRAWL_OUTPUT": str(folder / "output"), "PYTHONPATH": str(folder)}
    return subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True)


def crawl_all(folder: Path, homes: list[str], asked: Asked, *arguments: str, more: str = "") -> Done:
    running = begin(folder, homes, *arguments, more=more)
    said = running.communicate(timeout=300)[1]
    return Done(running.returncode, said, folder / "output", asked)


# Ends its process the first time it is started, and leaves a mark so that the second goes well.
DEADLY = """
import os
from pathlib import Path


class Deadly(S0):
    name = "deadly"

    async def start(self):
        mark = Path(__file__).with_name("died")
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), 9)
        async for request in super().start():
            yield request


class Hopeless(S0):
    name = "hopeless"

    async def start(self):
        os.kill(os.getpid(), 9)
        yield


class Gone(NewsSpider):
    name = "gone"
    feeds = ["http://127.0.0.1:9/feed.xml"]
    custom_settings = {"RETRY_TIMES": 0}
"""


SLOW = """
import asyncio


class Slow(S0):
    name = "slow"

    async def start(self):
        async for request in super().start():
            yield request
        await asyncio.sleep(1000)
"""


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    with serving_hosts(4, articles=4) as (homes, asked):
        return crawl_all(tmp_path_factory.mktemp("all"), homes, asked, "--all", "--jobs", "2", "--at-once", "4",
                         more=DEADLY)  # fmt: skip


def test_every_site_is_crawled_whole(done: Done) -> None:
    assert [done.posts(f"small{n}") for n in range(4)] == [4] * 4, done.said


def test_every_host_is_treated_as_by_one_crawl(done: Done) -> None:
    # The host of small0 is deadly's and hopeless's too; a host of two sites is for each a host of its own.
    others = [entry for entry in done.asked if entry[2] != "127.0.0.1"]
    assert min(pauses(others)) >= DELAY
    assert open_at_once(others) == 1


def test_a_site_whose_process_died_is_tried_once_more(done: Done) -> None:
    assert done.posts("deadly") == 4, done.said
    assert "hopeless: its process died twice (signal 9)" in done.said


def test_a_site_that_takes_too_long_is_ended_and_what_it_wrote_stays(tmp_path: Path) -> None:
    with serving_hosts(1, articles=4) as (homes, asked):
        done = crawl_all(tmp_path, homes, asked, "slow", "-s", "SITE_DEADLINE=3", more=SLOW)
    assert "slow: ended by SITE_DEADLINE; the next run goes on from there" in done.said
    with Store.open(done.output / FILE_NAME) as store:
        (run,) = store.runs.of("slow")
    assert run.outcome == "limit" and done.posts("slow") == run.counts.get("posts/new", 0)


def test_the_summary_and_the_exit_code_tell_what_failed(done: Done) -> None:
    assert done.code == 1
    assert re.search(r"^7 sites in \d+ s: 20 new, 0 updated, 0 unchanged; \d+\.\d articles a second$", done.said, re.M)
    assert re.search(r"^  gone: no listing could be read", done.said, re.M)
    logs = "".join(log.read_text() for log in (done.output / "logs" / "crawl-all").iterdir())
    (told,) = [line for line in logs.splitlines() if "127.0.0.1:9" in line]
    assert told.endswith("9 is left for this run: its robots.txt cannot be fetched (connection refused)")
    assert "small" not in done.said.split("7 sites in")[1]


def test_ctrl_c_ends_each_site_after_the_request_at_hand(tmp_path: Path) -> None:
    may = threading.Event()
    with serving_hosts(2, articles=8, may=may) as (homes, asked):
        running = begin(tmp_path, homes, "small0", "small1", "--jobs", "1")
        while len(asked) < 6:  # of each site robots.txt, the feed and an article; the next one waits
            assert running.poll() is None
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        assert running.stderr and running.stderr.readline() == f"{SAID}\n"
        may.set()
        said = running.communicate(timeout=300)[1]
        assert said.startswith("2 sites in ") and said.count(": interrupted\n") == 2, said
        assert len(asked) <= 6 + 2
        with Store.open(tmp_path / "output" / FILE_NAME) as store:
            assert {store.runs.of(site)[0].outcome for site in ("small0", "small1")} == {"stopped"}


@pytest.mark.parametrize(
    ("names", "arguments", "said"),
    [
        (["foxnew"], {}, "did you mean foxnews?"),
        (["https://a.example/"], {}, "https://a.example/ is an address: scrapy crawl site -a url=https://a.example/"),
        (["apnews"], {"since": "eve"}, "since=eve: a date is accepted"),
        (["site"], {}, "site: url=: a web address is needed"),
        (["apnews"], {"country": "zz"}, "there is no argument 'country'"),
    ],
)
def test_what_cannot_run_is_said_before_anything_does(names: list[str], arguments: dict[str, str], said: str) -> None:
    nothing = argparse.Namespace(country="", language="", topic="", all=True)
    with pytest.raises(ValueError, match=re.escape(said)):
        chosen(Settings({"SPIDER_MODULES": ["spiders"]}), names, nothing, arguments)


def test_all_sites_are_crawled_where_that_is_asked_for_alone() -> None:
    nothing = argparse.Namespace(country="", language="", topic="", all=False)
    with pytest.raises(ValueError, match="or --all for every site are accepted"):
        chosen(Settings({"SPIDER_MODULES": ["spiders"]}), [], nothing, {})


def test_sites_that_need_an_address_are_not_among_all() -> None:
    german = argparse.Namespace(country="", language="de", topic="sport,technology", all=False)
    assert "heise" in (sites := chosen(Settings({"SPIDER_MODULES": ["spiders"]}), [], german, {}))
    every = argparse.Namespace(country="", language="", topic="", all=True)
    everything = chosen(Settings({"SPIDER_MODULES": ["spiders"]}), [], every, {})
    assert set(sites) < set(everything) and not {"site", "article"} & set(everything)
