"""Lines that say where an article comes from."""

import pytest

from newscrawl.extract.vocabulary.phrases import phrases_for


@pytest.mark.parametrize(
    ("text", "is_source"),
    [
        ("Quelle: dpa", True),
        ("dpa/lnw", True),
        ("ntb", True),
        ("NZN", True),
        ("© Valley Post", True),
        ("Mit Material von AFP", True),
        ("责任编辑：张申", True),
        ("※この記事の無断転載を禁じます。", True),
        ("The dpa reported on it", False),
        ("Quellen gibt es am Berg", False),
    ],
)
def test_sources(text: str, is_source: bool) -> None:
    assert phrases_for(["de", "ja", "zh"]).sources.is_source(text) is is_source
