"""What holds before every test, and what the tests of fetching share."""

import os
from collections.abc import Iterator

import pytest

from tests.support.fetching import Crawler
from tests.support.server import Server


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
