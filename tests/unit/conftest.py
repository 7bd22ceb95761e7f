from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desk import Desk, opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as desk:
        yield desk
