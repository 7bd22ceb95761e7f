import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions, write_post


def body(source: str, **options: str) -> str:
    article = Article(url="https://news.example/a", title="a", body=f'<iframe src="{source}" title="A film"></iframe>')
    return write_post(article, options=PostOptions(**options)).text  # type: ignore[arg-type]


def test_a_film_is_a_titled_link_and_by_a_setting_a_frame_above_it_too() -> None:
    link = '<a href="https://www.youtube.com/embed/abcdefghijk" rel="noopener nofollow">A film</a></p>'
    assert f"<p>{link}" in body("https://www.youtube.com/embed/abcdefghijk")
    clicked = body("https://www.youtube.com/embed/abcdefghijk", players="click")
    assert "<p><iframe srcdoc=" in clicked and f"</iframe><br>{link}" in clicked
    assert " src=" not in clicked


@pytest.mark.parametrize(
    "source",
    [
        "https://evil.example/embed/abcdefghijk",
        "https://www.youtube.com.evil.example/embed/abcdefghijk",
        "https://evil.example/?https://www.youtube.com/embed/abcdefghijk",
        "https://www.youtube.com/embed/abcdefghijk/../../redirect",
        "https://www.youtube.com/embed/abcdefghij&quot; onload=",
        "https://www.youtube.com@evil.example/embed/abcdefghijk",
        "https://www.youtube.com/embed/videoseries?list=a",
        "https://www.youtube.com/embed/live_stream?channel=a",
    ],
)
def test_no_other_address_gets_a_frame(source: str) -> None:
    assert "<iframe" not in body(source, players="click")
