"""Links and bare addresses that a script shows as a player, a post or a card."""

import pytest

from tests.support.bodies import among, left_over

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
DAM = "https://dam.example/flood"


@pytest.mark.parametrize(
    ("html", "url", "label"),
    [
        ("<p>https://youtu.be/dQw4w9WgXcQ</p>", YOUTUBE, "YouTube"),
        (f'<p><a href="{YOUTUBE}">{YOUTUBE}</a></p>', YOUTUBE, "YouTube"),
        (f'<figure class="wp-block-embed"><div class="wrapper">\n{YOUTUBE}\n</div></figure>', YOUTUBE, "YouTube"),
        ('<a class="spreaker-player" href="https://www.spreaker.com/episode/58" data-x="1">Listen to the rain</a>',
         "https://www.spreaker.com/episode/58", "Spreaker"),
        ('<div><a class="embedly-card" href="https://dam.example/flood">'
         'The flood</a></div>', DAM, "dam.example: The flood"),
        ('<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/993607/">Rain</a>',
         "https://www.pinterest.com/pin/993607/", "Pinterest: Rain"),
        ('<a href="https://dam.example/flood" data-iframely-url="//cdn.iframe.ly/x"></a>', DAM, "dam.example"),
        ('<figure class="kg-card kg-bookmark-card"><a href="https://dam.example/flood">'
         '<div class="kg-bookmark-title">The dam</div><img src="https://dam.example/t.jpg">'
         '</a></figure>', DAM, "dam.example: The dam"),
        ('<div class="embedded-post-wrap"><a class="embedded-post" native="true" href="https://dam.example/flood">'
         '<div class="embedded-post-header"><img src="/logo.png"><span>Dams</span></div><div class='
         '"embedded-post-title">The dam</div><div>It began …</div><span>Read more</span></a></div>',
         DAM, "dam.example: The dam"),
        ('<figure><a href="https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1"><img src="/still.jpg" width="640">'
         "<p>Data will be sent to YouTube.</p></a></figure>", YOUTUBE, "YouTube"),
        ('<div class="embed-privacy-container"><div class="embed-privacy-overlay"><p>Click to show the film. See the '
         f'<a href="https://policies.example/privacy">privacy policy</a>'
         f'.</p><a href="{YOUTUBE}">Open it there</a></div></div>',
         YOUTUBE, "YouTube"),
    ],
)  # fmt: skip
def test_what_is_linked_and_shown_elsewhere_is_an_embed(html: str, url: str, label: str) -> None:
    assert left_over(html) == f'<figure class="embed"><a href="{url}">{label}</a></figure>'


def test_a_sentence_with_an_address_or_a_players_link_stays_a_sentence() -> None:
    html = f'<p>The film is at {YOUTUBE} and on <a class="player" href="{YOUTUBE}">its own page</a> since Monday.</p>'
    assert "The film is at" in among(html).text
    assert 'class="embed"' not in among(html).html


def test_a_card_of_the_same_site_is_no_embed() -> None:
    card = '<a href="/flood"><div class="kg-bookmark-title">The dam</div></a>'
    assert left_over(f'<figure class="kg-card kg-bookmark-card">{card}</figure>') == ""


def test_a_link_to_a_post_whose_words_follow_is_not_said_twice() -> None:
    post = "https://x.com/valley/status/1522266202730639361"
    quote = f'<blockquote class="twitter-tweet"><p>It rains.</p><a href="{post}">6 May</a></blockquote>'
    assert left_over(f"<p>{post}</p>{quote}").count(post) == 1
