"""A store for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.store import FILE_NAME, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / FILE_NAME) as store:
        yield store
