"""Lines that say who wrote an article."""

import pytest

from newscrawl.extract.vocabulary.phrases import phrases_for


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von Karla Stein, 22.11.2026"),
        ("de", "Veröffentlicht am 3. Mai 2024 von Karla Stein"),
        ("en", "Written by Ann Ford on Monday, 4 May 2026"),
        ("en", "Text: Ann Ford"),
        ("id", "Oleh: Budi Santoso"),
        ("bs", "Piše: Ana Marić"),
    ],
)
def test_bylines(language: str, line: str) -> None:
    asked = phrases_for([language])
    assert asked.bylines.is_byline(line)
    assert not asked.bylines.is_byline(line + " was at the bridge on Monday evening")
