"""Pictures by their addresses."""

import pytest

from newscrawl.urls.pictures import is_whole, same_picture


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://a.example/2024/05/cat-on-roof-300x200.jpg", "https://cdn.example/w1200/cat-on-roof.webp", True),
        (
            "https://i.example/409956049_1757418202_v16_9_1600.jpeg",
            "https://i.example/409956049_1757418202_v4_3_800.jpeg",
            True,
        ),
        (
            "https://r.example/?url=https%3A%2F%2Fs.example%2Fa1b2c3d4e5f60718%2Fx.jpg",
            "https://r.example/c/?url=https%3A%2F%2Fs.example%2Fa1b2c3d4e5f60718%2Fx.jpg",
            True,
        ),
        (
            "https://a.example/53566e82-683b-4690-bf35-dc9deba816ac?w=100",
            "https://a.example/53566e82-683b-4690-bf35-dc9deba816ac?w=900",
            True,
        ),
        ("https://a.example/20240503/rain.jpg", "https://a.example/20240503/sun.jpg", False),
        ("https://a.example/1/image.jpg", "https://a.example/2/image.jpg", False),
        ("https://a.example/a.jpg", "https://a.example/b.jpg", False),
        ("https://a.example/pics/market-stall_1200x900.png", "https://a.example/pics/fish-boats_1200x900.png", False),
        ("https://d39a81bc62f0.cdn.example/rain.jpg", "https://d39a81bc62f0.cdn.example/sun.jpg", False),
        (
            "https://a.example/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpIjoxfQ/image.jpg",
            "https://a.example/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpIjoyfQ/image.jpg",
            False,
        ),
        ("", "", False),
    ],
)
def test_same_picture(a: str, b: str, same: bool) -> None:
    assert same_picture(a, b) is same


@pytest.mark.parametrize(
    ("url", "of", "whole"),
    [
        ("https://a.example/cat.jpg", "https://a.example/cat-1024x683.jpg", True),
        ("https://a.example/cat-scaled.jpg", "https://a.example/cat-1536x1024.webp", True),
        ("https://a.example/cat.jpg?s=1400", "https://a.example/cat-s1600-c85.jpg", True),
        ("https://a.example/cat-1024x683.jpg", "https://a.example/cat.jpg", False),
        ("https://a.example/cat.jpg", "https://a.example/cat.jpg", False),
        ("https://a.example/cat.jpg", "https://a.example/dog-1024x683.jpg", False),
    ],
)
def test_is_whole(url: str, of: str, whole: bool) -> None:
    assert is_whole(url, of) is whole
