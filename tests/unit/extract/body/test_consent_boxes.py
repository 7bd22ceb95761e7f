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
