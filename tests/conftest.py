"""What holds before every test, and what the tests of fetching share."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.support.fetching import Crawler
from tests.support.objects import Bucket
from tests.support.postgres import Cluster, programs
from tests.support.server import Server

# Each process that a test starts would compile all of newscrawl anew, a quarter of what a short crawl costs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What a shell starts in the background hears no Ctrl-C, nor does anything that it starts; the tests send some.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# An example may take its time: on a busy machine any does.
# The same examples each time, so that what passed passes again; `pytest --hypothesis-profile=explore` tries others.
settings.register_profile("explore", deadline=None)
settings.register_profile("unhurried", deadline=None, derandomize=True)
settings.load_profile("unhurried")


def pytest_runtest_setup() -> None:
    """Scrapy, asked for settings in this process, names them in the environment; what later tests start would obey."""
    os.environ.pop("SCRAPY_SETTINGS_MODULE", None)


@pytest.fixture(scope="module")
def crawl() -> Iterator[Crawler]:
    """Crawls of given addresses, one after another."""
    crawler = Crawler()
    yield crawler
    crawler.close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that has nothing yet; a module's own fixture of this name puts its pages there."""
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for all tests of this process that ask for one; it takes a second."""
    pytest.importorskip("psycopg")
    if programs() is None:
        pytest.skip("needs PostgreSQL: apt-get install postgresql")
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture(scope="session")
def storage() -> Iterator[Bucket]:
    """An S3 server for all tests of this process that ask for one; it takes a second."""
    bucket = Bucket()
    yield bucket
    bucket.close()


@pytest.fixture
def bucket(storage: Bucket, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A bucket with nothing in it, which the environment leads to."""
    for name, value in storage.environ.items():
        monkeypatch.setenv(name, value)
    storage.empty()
    return storage
