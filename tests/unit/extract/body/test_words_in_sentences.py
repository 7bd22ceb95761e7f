"""Inline elements with names of their own at the beginning of a paragraph."""

import pytest

from tests.support.bodies import TEXT, among


@pytest.mark.parametrize(
    "place", ['<span class="dateline">RIVERTON – </span>', '<b class="story-dateline">RIVERTON (VP)</b> — ']
)
def test_where_a_report_comes_from_stays_before_its_first_sentence(place: str) -> None:
    said = "A herd of thirty cows has been washed away at the lower mill, the keeper of the bridge said."
    assert "\nRIVERTON" in among(f"<p>{place}{said}</p>").text
    assert said in among(f"<p>{place}{said}</p>").text


@pytest.mark.parametrize("date", ['<span class="dateline">3 May 2024 – </span>', '<span class="date">Riverton</span> '])
def test_when_it_was_written_goes(date: str) -> None:
    text = among(f"<p>{date}{TEXT[0][:60]} and more of it fell in the night.</p>").text
    assert "2024" not in text and "Riverton" not in text
