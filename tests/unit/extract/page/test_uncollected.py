"""A page is read without Python's search for circles, which would find none."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.page.uncollected import uncollected

PAGES = sorted((Path(__file__).parents[3] / "pages").glob("*/page.html"))
URL = "https://example.com/2026/05/03/rain"


@pytest.fixture
def searching() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@pytest.mark.usefixtures("searching")
def test_pages_make_no_circles() -> None:
    for path in PAGES:
        read_page(path.read_bytes(), URL)  # what is compiled and kept at first
    gc.collect()
    with uncollected():
        for path in PAGES:
            read_page(path.read_bytes(), URL)
        assert gc.collect() == 0


@pytest.mark.usefixtures("searching")
def test_the_search_rests_and_goes_on() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()


@pytest.mark.usefixtures("searching")
def test_who_lets_it_rest_already_ends_that() -> None:
    gc.disable()
    read_page(PAGES[0].read_bytes(), URL)
    assert not gc.isenabled()
