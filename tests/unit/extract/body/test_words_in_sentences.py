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


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ('Nobody was <span class="share">hurt</span>.', "Nobody was hurt."),
        ('<span class="related">Nobody</span> was hurt.', "Nobody was hurt."),
        (
            'Two lines are shut: <b class="tag">red</b> and <b class="tag">blue</b>.',
            "Two lines are shut: red and blue.",
        ),
        (
            'The <ad-term>mill</ad-term>, <mark class="promo">too</mark>, is <i class="tag">wet</i>.',
            "The mill, too, is wet.",
        ),
    ],
)
def test_words_of_a_short_sentence_stay_whatever_they_are_called(paragraph: str, said: str) -> None:
    assert f"\n{said}\n" in among(f"<p>{paragraph}</p>").text


def test_a_label_beside_a_named_element_is_no_sentence() -> None:
    assert "Share" not in among('<p>Tell others: <span class="share">Share this story.</span></p>').text


@pytest.mark.parametrize("name", ["id=toc1", "class=toc-anchor", "class='teaser-head' id=nav-2"])
def test_a_heading_whose_words_stand_in_one_element_stays(name: str) -> None:
    assert "\nWhat to do\n" in among(f"<h2><span {name}>What to do</span></h2>").text


@pytest.mark.parametrize(
    "term",
    [
        '<span class="x"><button type="button">weir</button><span role="tooltip" hidden>A low dam.</span></span>',
        "<b><span><button>weir</button></span></b>",
        "<term-card><a href=/weir>weir</a><template><img src=/w.png><p>A low dam.</p></template></term-card>",
    ],
)
def test_a_term_that_a_click_explains_is_a_word_however_it_is_wrapped(term: str) -> None:
    assert (
        "\nThe old weir above the mill has given way.\n"
        in among(f"<p>The old {term} above the mill has given way.</p>").text
    )


def test_a_button_beside_a_sentence_is_no_word_of_it() -> None:
    assert "Copy" not in among(f"<p>{TEXT[0]} <span><button>Copy</button><span> link</span></span></p>").text


@pytest.mark.parametrize("size", ["0", "1px", "1pt"])
def test_words_too_small_to_be_seen_go(size: str) -> None:
    text = among(f'<p>The mill is open<span style="font-size: {size}"> cheap pumps</span>, said its keeper.</p>').text
    assert "The mill is open, said its keeper." in text


def test_a_hidden_block_in_an_element_of_a_script_s_own_does_not_cut_the_sentence() -> None:
    term = "<x-term><span>weir</span><aside hidden>A low dam.</aside></x-term>"
    text = among(
        f"<div>The old {term} above the mill has given way, and the lower fields stand under water.</div>"
    ).text
    assert "The old weir above the mill has given way, and" in text


def test_a_style_within_a_sentence_is_no_part_of_it() -> None:
    sentence = (
        "The mill was <strong><style data-emotion>.css-1efi8gv{font-weight:bold;}</style>washed away</strong> at noon."
    )
    assert "The mill was washed away at noon." in among(f"<p>{sentence}</p>").text


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<span><b>4</b><span class='sr-only'>/</span><i>3</i></span> of it", "4/3 of it"),
        ("<span>6<span class='visually-hidden'>×</span>7</span> metres", "6×7 metres"),
        ("a <span class='sr-only'>/</span> of it", "a of it"),
        ("<a href='/g'>1<span class='sr-only'>, opens elsewhere</span></a>2 of it", "12 of it"),
    ],
)
def test_a_hidden_sign_between_numbers_stays(inside: str, said: str) -> None:
    text = among(f"<p>The river carried off {inside} before the rain ended, the weather service said.</p>").text
    assert f"The river carried off {said} before" in " ".join(text.replace("\n", " ").split())


@pytest.mark.parametrize(
    "paragraph",
    [
        '<a class="meta-per" href=/mara>Mara Field</a>, who keeps the mill, saw the river rise.',
        '<span class="tag">Riverton</span>’s mill has stood still since the river rose on Monday.',
        "<a class='related' href=/mill>The mill</a>; no other house has as old a wheel, and none is as wet.",
    ],
)
def test_the_first_words_of_a_sentence_that_goes_on_behind_a_mark_stay(paragraph: str) -> None:
    said = f"{paragraph} Nobody was in it, said the keeper of the bridge, who has the key to the house."
    assert among(f"<p>{said}</p>").text.split("\n")[2].startswith(("Mara Field,", "Riverton’s mill", "The mill;"))


def test_a_label_before_a_sentence_goes() -> None:
    text = among("<p><span class='tag'>Weather</span> The river rose by a hand's breadth until the evening.</p>").text
    assert "\nThe river rose" in text
