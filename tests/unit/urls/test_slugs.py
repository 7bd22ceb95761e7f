"""Words that an address is made from."""

import pytest

from newscrawl.urls.slugs import says_one, words_of


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.com/2026/11/mill-closes-friday/", {"mill", "closes", "friday"}),
        ("https://example.com/mill-closes-friday/71233.html", {"mill", "closes", "friday"}),
        ("https://example.com/article-71233.html", set()),
        ("https://example.com", set()),
    ],
)
def test_words_of_an_address(url: str, words: set[str]) -> None:
    assert words_of(url) == words


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The Mill will close", True),
        ("Die Mühle schließt", True),
        ("Le moulin fermé", True),
        ("Nothing is here", False),
        ("Мельница закрыта", True),
        ("水車小屋、閉鎖へ", True),
    ],
)
def test_a_text_says_a_word_of_its_address_or_is_written_in_other_letters(text: str, says: bool) -> None:
    assert says_one(text, frozenset({"mill", "muehle", "ferme"})) is says
