"""What a consent tool asks in the box of an embed is no caption of it, and goes."""

import pytest

from tests.support.bodies import left_over

FRAME = (
    '<iframe class="optanon-category-C4" data-src="https://player.vimeo.com/video/7654321" src="about:blank"></iframe>'
)
LINK = '<figure class="embed"><a href="https://vimeo.com/7654321">Vimeo</a></figure>'


@pytest.mark.parametrize(
    "ask",
    [
        "<p>To view this content, you need to accept our targeting cookies.</p><button>Cookie settings</button>",
        "<div>Aby zobaczyć film z Vimeo, wyraź zgodę.</div><button>Zgadzam się</button>",
        "<p>Vimeo setzt Cookies.</p><a href='#' role='button'>Laden</a>",
    ],
)
def test_a_short_ask_beside_a_frame_is_no_caption(ask: str) -> None:
    assert left_over(f'<div class="held">{FRAME}<div class="place">{ask}</div></div>') == LINK


def test_a_caption_beside_a_frame_is_one() -> None:
    box = f'<div class="video">{FRAME}<div class="below">The storm from above</div></div>'
    assert "<figcaption>The storm from above</figcaption>" in left_over(box)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://www.instagram.com/p/C7aBcDeFgHi/", "https://www.instagram.com/p/C7aBcDeFgHi/"),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    ],
)
def test_the_embed_that_a_form_asks_to_load_stays(address: str, page: str) -> None:
    form = '<p>Ich bin einverstanden.</p><label><input type="checkbox"> Externe Inhalte anzeigen</label>'
    html = left_over(f'<div class="gate" data-embed-url="{address}"><h3>Externer Inhalt</h3>{form}</div>')
    assert f'<a href="{page}">' in html
    assert "einverstanden" not in html


def test_a_form_without_an_embed_leaves_no_link() -> None:
    form = '<div data-to="https://www.valley.example/7"><p>Say it.</p><input type="text" name="q"></div>'
    assert "<a " not in left_over(form)
