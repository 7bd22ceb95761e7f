"""What stands in a caption's place and says nothing of the picture is none."""

import pytest

from tests.support.bodies import among


def caption_in(caption: str) -> str:
    (image,) = among(f'<figure><img src="/rain.jpg"><figcaption>{caption}</figcaption></figure>').images
    return image.caption + image.credit


@pytest.mark.parametrize(
    "caption",
    [
        ".", "0", "23", "14:30", "7,90 € 5,50 €", "3 of 12", "Picture 3 of 12", "Bild 3 von 12", "1/12", "Foto 1 de 9",
        "-20%",
        "2 min", "5 photos", "Photo", "Video", "видео", "Read more", "Read more »", "Share this", "Advertisement",
        '<a href="/people/doe">Doe</a> 14.03.2026 - 16:12', "<time>14 March 2026, 08:39</time>",
    ],
)  # fmt: skip
def test_what_says_nothing_of_a_picture_is_no_caption(caption: str) -> None:
    assert caption_in(caption) == ""


@pytest.mark.parametrize(
    "caption",
    [
        "1936", "14 March 2026", "Day 14", "Fig. 2", "Anna Doe, 64", "12 herons", "Reuters", "Rain, 2019",
        "The bridge on 14 March 2026 at 16:30", "Read more books: the library's poster", "Boeing 747 to 737",
        "The most popular boats of 2025", "1914–1918", "Hull 1 Leeds 2", "ULM 0 FCB 3", "9/11", "24/7", "5.7%", "+12 %",
        "10-0", "24 hours", "48 Stunden",
    ],
)  # fmt: skip
def test_short_captions_stay(caption: str) -> None:
    assert caption_in(caption) == caption


def test_counters_of_one_row_of_pictures_are_no_captions() -> None:
    body = among(
        "".join(
            f'<figure><img src="/{said[0]}.jpg"><figcaption>{said}</figcaption></figure>'
            for said in ("2/12", "3 / 12", "9/11")
        )
    )
    assert [image.caption for image in body.images] == ["", "", "9/11"]


def test_a_link_to_where_a_picture_comes_from_stays() -> None:
    body = among(
        '<figure><img src="/rain.jpg"><figcaption><a href="https://a.example/p">Photo</a></figcaption></figure>'
    )
    assert '<a href="https://a.example/p">Photo</a>' in body.html
