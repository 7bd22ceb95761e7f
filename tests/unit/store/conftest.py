"""A store for each test, in SQLite and in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.store import FILE_NAME, Place, Store
from tests.support.postgres import schema


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Where a store is to be made."""
    if request.param == "sqlite":
        yield tmp_path / FILE_NAME
        return
    with schema(request.getfixturevalue("cluster")) as address:
        yield address


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with Store.open(place) as store:
        yield store
