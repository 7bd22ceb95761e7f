"""Whether a server closes its connection."""

import pytest

from newscrawl.fetch.response_parser import ends_connection


@pytest.mark.parametrize(
    ("version", "said", "ends"),
    [
        (1, [], False),
        (1, [b"keep-alive"], False),
        (1, [b"close"], True),
        (1, [b"Close, TE"], True),
        (0, [], True),
        (0, [b"close"], True),
        (0, [b"Keep-Alive"], False),
    ],
)
def test_an_answer_ends_its_connection(version: int, said: list[bytes], ends: bool) -> None:
    assert ends_connection((b"HTTP", 1, version), said) == ends
