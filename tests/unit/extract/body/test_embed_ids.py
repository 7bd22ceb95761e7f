"""Embeds of which a page notes an id alone, in elements of its framework's own."""

import json
from html import escape

import pytest

from tests.support.bodies import left_over

PROPS = escape(json.dumps({"id": "q1", "assetId": "dQw4w9WgXcQ", "mediaTitle": "Rain at noon"}))


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<lite-tiktok videoid="7300000000000000001"></lite-tiktok>', "7300000000000000001"),
        ('<youtube-player data-vid="dQw4w9WgXcQ"></youtube-player>', "watch?v=dQw4w9WgXcQ"),
        (
            f'<figure><x-island name="YoutubeBlock" props="{PROPS}"><div></div></x-island></figure>',
            "watch?v=dQw4w9WgXcQ",
        ),
    ],
)
def test_an_id_makes_the_address(html: str, address: str) -> None:
    assert address in left_over(html)
