"""Twins: a picture that a page has twice side by side, for screens of two kinds."""

import pytest

from newscrawl import extract_article

TEXT = [
    f"<p>The harbour board met for the {n}th time and heard how the old pier is to be mended this year.</p>"
    for n in range(6)
]


def pictures(*images: str) -> list[str]:
    text = "".join([*TEXT[:3], *images, *TEXT[3:]])
    article = extract_article(
        f"<html><body><h1>The old pier</h1><div>{text}</div></body></html>", "https://saltmarsh.example/pier"
    )
    assert article
    return [part.partition('"')[0].rpartition("/")[2] for part in article.body.split('<img src="')[1:]]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("pier-mobile.jpg", "pier-desktop.jpg", ["pier-desktop.jpg"]),
        ("pier_lg.png", "pier_sm.png", ["pier_lg.png"]),
        ("pier-800x600.jpg", "pier-400x300.webp", ["pier-800x600.jpg"]),
        ("pier.jpg?w=900&dpr=1", "pier.jpg?w=400&dpr=2", ["pier.jpg?w=900&amp;dpr=1"]),
        ("pier_16to9__medium.jpg", "pier_16to9.jpg", ["pier_16to9.jpg"]),
        ("pier-small-169.jpg", "pier-large-169.jpg", ["pier-large-169.jpg"]),
        ("pier-54fb7a-s1100-c50.jpg", "pier-54fb7a-s1200.jpg", ["pier-54fb7a-s1100-c50.jpg"]),
        ("view?id=1&w=900", "view?id=2&w=900", ["view?id=1&amp;w=900", "view?id=2&amp;w=900"]),
        ("dsc-0725.jpg", "dsc-0729.jpg", ["dsc-0725.jpg", "dsc-0729.jpg"]),
        ("pier-1.jpg", "pier-2.jpg", ["pier-1.jpg", "pier-2.jpg"]),
    ],
)
def test_one_picture_for_two_screens_is_kept_once(first: str, second: str, kept: list[str]) -> None:
    assert pictures(f'<img src="/i/{first}">', f'<img src="/i/{second}">') == kept


def test_of_two_the_one_with_the_caption_stays_or_the_wider() -> None:
    wide, narrow = '<img src="/i/pier-a.jpg" width=900>', '<img src="/i/pier-a@2x.jpg" width=400>'
    assert pictures(narrow, wide) == ["pier-a.jpg"]
    told = f"<figure>{narrow}<figcaption>The pier in May.</figcaption></figure>"
    assert pictures(wide, told) == ["pier-a@2x.jpg"]
    other = "<figure><img src=/i/pier-a.jpg><figcaption>The pier in June.</figcaption></figure>"
    assert len(pictures(told, other)) == 2


QUAY = TEXT[0].replace("pier", "quay")


def test_a_picture_that_stands_there_again_without_a_word_goes() -> None:
    whole, preview = '<img src="/i/pier-a.jpg">', '<img src="/i/pier-a-360x361.jpg">'
    told = f"<figure>{preview}<figcaption>The pier in May.</figcaption></figure>"
    assert pictures(whole, QUAY, preview) == ["pier-a.jpg"]
    assert pictures(told, QUAY, whole) == ["pier-a-360x361.jpg"]
    assert len(pictures(whole, QUAY, told)) == 2
    assert len(pictures(whole, QUAY, '<img src="/i/pier-b.jpg">')) == 2
    assert len(pictures(whole, QUAY, '<img src="/i/pier-a.gif">')) == 2


def test_a_heading_keeps_the_picture_that_is_all_below_it() -> None:
    whole, preview = '<img src="/i/pier-a.jpg">', '<img src="/i/pier-a-360x361.jpg">'
    assert len(pictures(whole, QUAY, "<h2>How it looks</h2>", preview, "<h2>How it looked</h2>")) == 2
    assert len(pictures(whole, QUAY, "<h2>How it looks</h2>", preview, QUAY.replace("mended", "sold"))) == 1


def test_a_smaller_file_for_readers_without_scripts_gives_way_to_the_whole_one() -> None:
    noscript, whole = '<noscript><img src="/i/pier__medium.jpg"></noscript>', '<img src="/i/pier.jpg">'
    assert pictures(f"<figure><div>{noscript}{whole}</div></figure>") == ["pier.jpg"]


@pytest.mark.parametrize("small", ["thumbs/{}", "120x80/{}", "w_120,h_80,c_fill/{}", "w120/{}"])
def test_the_strip_of_small_pictures_below_a_gallery_goes(small: str) -> None:
    large = [f'<img src="https://c.example/2026/05/pier{n}.jpg">' for n in (1, 2)]
    strip = [f'<img src="https://c.example/2026/05/{small.format(name)}">' for name in ("pier1.jpg", "pier2.jpg")]
    assert pictures(*large, *strip) == ["pier1.jpg", "pier2.jpg"]


def test_pictures_of_one_name_in_two_folders_stay() -> None:
    assert pictures(*(f'<img src="https://c.example/2026/0{n}/pier.jpg">' for n in (5, 6))) == ["pier.jpg", "pier.jpg"]


@pytest.mark.parametrize("name", ["slick-cloned", "swiper-slide-duplicate", "splide__slide--clone"])
def test_a_slider_s_pictures_come_in_their_order(name: str) -> None:
    slides = [(name, 2), ("slide", 1), ("slide", 2), (name, 1)]
    html = "".join(f'<div class="{called}"><img src="/pier{n}.jpg"></div>' for called, n in slides)
    assert pictures(f"<div>{html}</div>") == ["pier1.jpg", "pier2.jpg"]
