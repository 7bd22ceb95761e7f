import html

import pytest

from newscrawl import extract_article
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


@pytest.mark.parametrize(
    ("frame", "player"),
    [
        ("https://www.youtube.com/embed/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk?"),
        ("https://player.vimeo.com/video/123?badge=0&amp;h=0a1b2c", "https://player.vimeo.com/video/123?h=0a1b2c&amp;"),
        ("https://www.dailymotion.com/embed/video/x8abc", "https://www.dailymotion.com/embed/video/x8abc?"),
    ],
)
def test_a_film_gets_its_frame_as_the_extraction_leaves_it_too(frame: str, player: str) -> None:
    """A link to the film's own page in a figure; Vimeo shows a film that is in no list to who says its secret alone."""
    prose = "<p>A paragraph of the story, with enough words of its own, and commas, to be read as its text.</p>" * 5
    page = f"<title>A film</title><article><h1>A film</h1>{prose}<iframe src='{frame}'></iframe>{prose}</article>"
    article = extract_article(page.encode(), url="https://news.example/a-film-of-a-river")
    assert article is not None
    text = write_post(article, options=PostOptions(players="click")).text
    shown = html.unescape(text.partition('srcdoc="')[2].partition('"')[0])
    assert f'<a href="{player}autoplay=1"' in shown


def test_a_link_to_a_film_in_a_sentence_stays_a_link() -> None:
    linked = '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">A film</a> says so.</p>'
    article = Article(url="https://news.example/a", title="a", body=linked)
    assert "<iframe" not in write_post(article, options=PostOptions(players="click")).text
