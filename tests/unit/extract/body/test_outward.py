"""Lists of links that lead to other publishers are the article's; a site's own, and its networks', are not."""

import pytest

from tests.support.bodies import among


def _list(*links: tuple[str, str]) -> str:
    items = (f'<li><a href="{address}">{text}</a></li>' for address, text in links)
    return f"<ul>{''.join(items)}</ul>"


@pytest.mark.parametrize(
    "links",
    [
        [
            ("https://museum.example.org/maps", "Old valley maps"),
            ("https://tides.example.net/", "The river's gauges"),
        ],
        [("http://books.example.com/9", "The Book of Rain"), ("http://books.example.com/7", "Wells and Their Keepers")],
        [
            ("https://a.github.io/x", "A model of the river"),
            ("https://b.github.io/y", "Its code"),
            ("/", "Rain"),
        ],
    ],
)
def test_what_an_article_rests_on_stays(links: list[tuple[str, str]]) -> None:
    body = among(_list(*links))
    for address, text in links[:2]:
        assert text in body.text
        assert f'href="{address}"' in body.html


@pytest.mark.parametrize(
    "links",
    [
        [("/weather/floods", "Floods nobody forgot"), ("/weather/wells", "Who digs the wells of the valley")],
        [
            ("https://m.valleypost.example/1", "Floods nobody forgot"),
            ("https://valleypost.example.org/2", "Who digs"),
        ],
        [
            ("https://valleypost-jobs.example/1", "Carpenter wanted"),
            ("https://valleypost.co.example/2", "Miller"),
        ],
        [
            ("https://www.facebook.com/valleypost", "All of our posts"),
            ("https://x.com/valleypost", "The Post"),
        ],
        [("https://wa.me/12", "Send it by WhatsApp"), ("https://youtu.be/x1", "Our films of the valley")],
        [
            ("https://podcasts.apple.com/p/1", "Hear it on Apple Podcasts"),
            ("https://open.spotify.com/show/1", "Hear it on Spotify"),
        ],
        [("https://t.me/valleypost", "Our channel on Telegram"), ("https://news.google.com/valleypost", "Google News")],
    ],
)
def test_a_sites_own_stories_and_networks_go(links: list[tuple[str, str]]) -> None:
    body = among(_list(*links))
    for _, text in links:
        assert text not in body.text


def test_stories_of_partners_below_such_a_label_go() -> None:
    links = _list(("https://paper.example.org/1", "Floods nobody forgot"), ("https://other.example.net/2", "Who digs"))
    body = among(f"<h3>More from our partners</h3>{links}")
    assert "Floods nobody forgot" not in body.text and "partners" not in body.text
