"""Embeds stay in their places as plain links to what they show; no frame and no script comes through."""

import pytest

from tests.support.bodies import TEXT, among, body_of, left_over
from tests.support.growth import cpu


@pytest.mark.parametrize(
    ("html", "url", "label"),
    [
        ('<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0" title="The flood"></iframe>',
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube: The flood"),
        ('<iframe '
        'data-src="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
        ('<amp-youtube '
        'data-videoid="dQw4w9WgXcQ"></amp-youtube>', "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
        ('<lite-youtube '
        'videoid="dQw4w9WgXcQ"></lite-youtube>', "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
        ('<iframe '
        'src="https://player.vimeo.com/video/76979871?h=1b2c"></iframe>', "https://vimeo.com/76979871/1b2c", "Vimeo"),
        ('<iframe '
        'src="https://www.tiktok.com/embed/v2/7001"></iframe>', "https://www.tiktok.com/@/video/7001", "TikTok"),
        ('<iframe '
        'src="https://datawrapper.dwcdn.net/boAMc/3/"></iframe>', "https://datawrapper.dwcdn.net/boAMc/",
      "Datawrapper"),
        ('<div id="datawrapper-vis-boAMc"><script src="https://datawrapper.dwcdn.net/boAMc/embed.js"></script></div>',
         "https://datawrapper.dwcdn.net/boAMc/", "Datawrapper"),
        ('<iframe '
        'src="https://open.spotify.com/embed/episode/4rOo"></iframe>', "https://open.spotify.com/episode/4rOo",
      "Spotify"),
        ('<div class="fb-post" data-href="https://www.facebook.com/valley/posts/1"></div>',
         "https://www.facebook.com/valley/posts/1", "Facebook"),
        ('<blockquote class="instagram-media" '
        'data-instgrm-permalink="https://www.instagram.com/p/Cx1/?utm=1"><a href="#">A post</a>'
         "</blockquote>", "https://www.instagram.com/p/Cx1/", "Instagram: A post"),
        ('<blockquote class="tiktok-embed" '
        'cite="https://www.tiktok.com/@valley/video/7"><section><a href="https://www.tiktok.com/@valley">@valley</a></section></blockquote>',
         "https://www.tiktok.com/@valley/video/7", "TikTok: @valley"),
        ('<video controls><source src="/v/flood.mp4" '
        'type="video/mp4"></video>', "https://www.valleypost.example/v/flood.mp4", "Video"),
        ('<audio src="/a/rain.mp3"></audio>', "https://www.valleypost.example/a/rain.mp3", "Audio"),
        ('<iframe src="https://maps.valley.example/flood" '
        'width="600"></iframe>', "https://maps.valley.example/flood", "maps.valley.example"),
        ('<figure class="wp-block-embed"><div><iframe '
        'src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe></div></figure>',
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
        ('<p><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe></p>',
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
        ('<div class="social-embed player"><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe></div>',
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
    ],
)  # fmt: skip
def test_an_embed_is_a_plain_link(html: str, url: str, label: str) -> None:
    assert left_over(html) == f'<figure class="embed"><a href="{url}">{label}</a></figure>'


def test_an_embed_keeps_its_caption_and_stays_out_of_the_text() -> None:
    body = among(
        '<figure><iframe src="https://vimeo.com/x"></iframe><figcaption>The flood, filmed.</figcaption></figure>'
    )
    assert (
        '<a href="https://vimeo.com/x">vimeo.com</a><figcaption>The flood, filmed.</figcaption></figure>' in body.html
    )
    assert "flood, filmed" not in body.text


def test_a_tweet_is_quoted_with_its_address() -> None:
    html = left_over(
        '<blockquote class="twitter-tweet"><p lang="en">It rains! <a href="https://t.co/a">pic</a></p>&mdash; '
        "Ann (@ann) "
        '<a href="https://twitter.com/ann/status/17?ref_src=x">May 3</a></blockquote>'
        '<script async src="https://platform.twitter.com/widgets.js"></script>'
    )
    assert html == (
        '<blockquote class="twitter-tweet"><p>It rains! <a href="https://t.co/a">pic</a></p>'
        '<p>— Ann (@ann) <a href="https://x.com/ann/status/17">May 3</a></p></blockquote>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0" width="0"></iframe>',
        '<iframe src="https://tpc.googlesyndication.com/safeframe/1"></iframe>',
        '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
        '<iframe src="https://mail.valley.example/newsletter-form"></iframe>',
        '<iframe src="https://ac851.sibforms.com/serve/MUIEAL" width="540" height="305"></iframe>',
        '<iframe src="https://embeds.beehiiv.com/0a1b2c3d?slim=true" height="52"></iframe>',
        '<iframe src="https://valley.substack.com/embed" width="480" height="150"></iframe>',
        '<iframe src="javascript:alert(1)"></iframe>',
        '<iframe srcdoc="<p>hi</p>"></iframe>',
    ],
)
def test_frames_that_show_nothing_of_the_article_go(html: str) -> None:
    assert left_over(html) == ""


def test_another_post_of_a_wordpress_site_is_a_plain_link() -> None:
    html = left_over(
        '<blockquote class="wp-embedded-content"><p><a href="https://blog.example/flood">The flood of May</a></p>'
        '</blockquote><iframe class="wp-embedded-content" src="https://blog.example/flood/embed/#?secret=x"></iframe>'
    )
    assert html == '<figure class="embed"><a href="https://blog.example/flood">The flood of May</a></figure>'


def test_a_post_that_stands_as_json_in_an_attribute_is_quoted() -> None:
    html = left_over(
        """<div class="tweet" data-attrs='{"url":"https://twitter.com/ann/status/17","username":"ann","name":"Ann","""
        """"full_text":"It rains!\\nAt last <3","date":"2026-05-03T08:00:00Z"}'></div>"""
    )
    assert html == (
        "<blockquote><p>It rains!</p><p>At last &lt;3</p>"
        '<p>— Ann (@ann) <a href="https://x.com/ann/status/17">2026-05-03</a></p></blockquote>'
    )


def test_a_post_that_a_page_writes_itself_keeps_its_words_and_leads_to_its_own_page() -> None:
    html = left_over(
        '<div class="post-x" data-url="https://x.com/ann/status/17"><b>Ann</b>'
        "<div><p>It rains!</p><p>At last.</p></div>"
        '<a href="https://x.com/ann/status/17?s=20"><time>3 May</time></a></div>'
    )
    assert "<p>It rains!</p><p>At last.</p>" in html
    assert '<a href="https://x.com/ann/status/17">3 May</a>' in html
    assert html.count("status/17") == 1


def test_a_box_that_names_the_article_s_own_address_is_no_post() -> None:
    box = '<div data-url="https://www.valleypost.example/weather/rain"><p>The rain came late this year.</p></div>'
    assert left_over(box) == "<p>The rain came late this year.</p>"


YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
FRAME = "https://www.youtube.com/embed/dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (f'<iframe data-held-back="{FRAME}" src="about:blank"></iframe>', YOUTUBE),
        (f'<iframe anyname="{FRAME}?autoplay=1"></iframe>', YOUTUBE),
        (f'<iframe src="/consent-needed.html" data-later="{FRAME}"></iframe>', YOUTUBE),
        (f'<noscript><iframe src="{FRAME}"></iframe></noscript>', YOUTUBE),
        (f'<noscript>&lt;iframe src="{FRAME}"&gt;&lt;/iframe&gt;</noscript>', YOUTUBE),
        (f'<div class="rll-youtube-player" data-src="{FRAME}" data-id="dQw4w9WgXcQ"></div>'
         f'<noscript><iframe src="{FRAME}"></iframe></noscript>', YOUTUBE),
        ('<div class="youtube_player" videoID="dQw4w9WgXcQ"></div>', YOUTUBE),
        ('<div class="vimeo_player" videoID="76979871"></div>', "https://vimeo.com/76979871"),
        ('<div data-youtube-id="dQw4w9WgXcQ"></div>', YOUTUBE),
        ("""<div class="widget" data-settings='{"youtube_url":"https:\\/\\/youtu.be\\/dQw4w9WgXcQ","type":"x"}'>"""
         '<div class="widget-inside"></div></div>', YOUTUBE),
        ('<div data-held="PGlmcmFtZSBzcmM9Imh0dHBzOi8vd3d3LnlvdXR1YmUuY29tL2VtYmVk'
         'L2RRdzR3OVdnWGNRIj48L2lmcmFtZT4="></div>', YOUTUBE),
        ('<div data-held="PGlmcmFtZSBzcmM9Imh0dHBzOi8vd3d3LnlvdXR1YmUuY29tL2VtYmVk'
         'L2RRdzR3OVdnWGNRIj48L2lmcmFtZT4="><p>Load the video?</p></div>', YOUTUBE),
        (f'<x-opt-in><template><iframe src="{FRAME}"></iframe></template></x-opt-in>', YOUTUBE),
        (f'<div><script type="text/template"><iframe src="{FRAME}"></iframe></script></div>', YOUTUBE),
        ('<x-video type="youtube" video-id="dQw4w9WgXcQ"></x-video>', YOUTUBE),
        (f'<div class="consent-box"><p>Film</p><template><iframe src="{FRAME}"></iframe></template></div>', YOUTUBE),
        ("""<div class="consent" data-film='{"provider":"youtube","id":"dQw4w9WgXcQ"}'><b>Play</b></div>""", YOUTUBE),
        (f'<div class="embed-x"><div class="overlay">Load?</div><a href="{FRAME}">Open it</a></div>', YOUTUBE),
        ('<iframe data-later="https://maps.valley.example/lake/?id=7"></iframe>', "https://maps.valley.example/lake/?id=7"),
        ('<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="valley/17"></script>',
         "https://t.me/valley/17"),
        ('<div class="flourish-embed flourish-chart" data-src="visualisation/178"></div>',
         "https://public.flourish.studio/visualisation/178/"),
        ('<div class="flourish-embed" data-src="visualisation/179"><script src="https://x.example/e.js"></script></div>',
         "https://public.flourish.studio/visualisation/179/"),
        ('<div class="infogram-embed" data-id="9a-lake-levels"></div>', "https://infogram.com/9a-lake-levels"),
        ('<video-js data-account="123456" data-video-id="635000"></video-js>',
         "https://players.brightcove.net/123456/default_default/index.html?videoId=635000"),
        ('<script src="https://cdn.jwplayer.com/players/AbC123-xYz.js"></script>',
         "https://cdn.jwplayer.com/previews/AbC123-xYz"),
        ('<script src="https://gist.github.com/mill/0a1b2c.js"></script>', "https://gist.github.com/mill/0a1b2c"),
        ('<figure class="media"><oembed url="https://youtu.be/dQw4w9WgXcQ"></oembed></figure>', YOUTUBE),
        ('<figure><video-js data-account="123456" data-video-id="635000"></video-js><p>R</p></figure>',
         "https://players.brightcove.net/123456/default_default/index.html?videoId=635000"),
        ('<div class="facade" data-vimeo-id="76979871"><img src="/still.jpg"><button>Play</button></div>',
         "https://vimeo.com/76979871"),
        ('<div><audio src="https://valley.example/rain.mp3"></audio><a href="https://valley.example/f">Download</a></div>',
         "https://valley.example/rain.mp3"),
        ('<div data-plyr-provider="vimeo" data-plyr-embed-id="76979871"></div>', "https://vimeo.com/76979871"),
        ('<a href="https://youtu.be/dQw4w9WgXcQ"><img src="/still.jpg"></a>', YOUTUBE),
        ('<div data-x="x"><script type="text/template">PGRpdiBjbGFzcz0iZmlsbSBvZiB0aGUgZmxvb2QgdGhhdCBjYW1l'
         "IGluIE1heSwgd2l0aCB3b3JkcyI+"
         'PGlmcmFtZSBzcmM9Imh0dHBzOi8vd3d3LnlvdXR1YmUuY29tL2VtYmVkL2RRdzR3OVdnWGNRIj48L2lmcmFtZT48L2Rpdj4='
         "</script></div>", YOUTUBE),
        ('<valley-youtube video="dQw4w9WgXcQ"></valley-youtube>', YOUTUBE),
        ('<glomex-integration integration-id="40599y14" playlist-id="v-rain123xyz"></glomex-integration>',
         "https://player.glomex.com/integration/1/iframe-player.html?integrationId=40599y14&amp;playlistId=v-rain123xyz"),
        ('<div data-url="https://soundcloud.com/valley/the-rain"></div>', "https://soundcloud.com/valley/the-rain"),
        ('<div data-uri="spotify:episode:5aXrain00"></div>', "https://open.spotify.com/episode/5aXrain00"),
        ('<div class="issuuembed" data-configid="1234567/7654321"></div>',
         "https://e.issuu.com/embed.html#1234567/7654321"),
        ('<div class="sound" data-audio="/rain.mp3"></div>', "https://www.valleypost.example/rain.mp3"),
        ('<script src="https://www.buzzsprout.com/2012/1456-rain.js?container_id=b"></script>',
         "https://www.buzzsprout.com/2012/episodes/1456-rain"),
        ('<div id="chart"><script src="https://app.everviz.com/inject/Xy12abC/?v=1"></script></div>',
         "https://app.everviz.com/show/Xy12abC"),
        ('<div style="background:url(https://i.ytimg.com/vi/dQw4w9WgXcQ/hq.jpg)"><i>Play</i></div>', YOUTUBE),
        ('<script src="https://geo.dailymotion.com/player/x1.js" data-video="x8rain7"></script>',
         "https://www.dailymotion.com/video/x8rain7"),
        ('<div class="player"><script src="https://geo.dailymotion.com/p.js" data-video="x8rain7"></script></div>',
         "https://www.dailymotion.com/video/x8rain7"),
        ('<script src="https://cdn.player.example/p.js" data-configuration="https://rain.podigee.io/4-may/embed?a=b">'
         "</script>", "https://rain.podigee.io/4-may"),
        ('<div class="chart" data-pym-src="https://apps.valley.example/lake/child.html"></div>',
         "https://apps.valley.example/lake/child.html"),
        ('<div data-iframe-url="//maps.valley.example/lake"></div>', "https://maps.valley.example/lake"),
        ('<x-tweet status="1166685910030790656"></x-tweet>', "https://x.com/i/status/1166685910030790656"),
        ('<div class="genially-embed" id="64abfe12"></div>', "https://view.genially.com/64abfe12"),
        ('<div class="wistia_embed wistia_async_abc1234567"></div>', "https://fast.wistia.net/embed/iframe/abc1234567"),
        ('<div class="tenor-gif-embed" data-postid="17017005"></div>', "https://tenor.com/view/17017005"),
        ('<div id="DV-viewer-71-lake-levels"></div>', "https://www.documentcloud.org/documents/71-lake-levels"),
        ('<a data-pin-do="embedPin" href="https://www.pinterest.co.uk/pin/9936073/"></a>',
         "https://www.pinterest.com/pin/9936073/"),
        ('<div data-oembed-url="https://open.spotify.com/episode/5aXrain"></div>',
         "https://open.spotify.com/episode/5aXrain"),
        ('<figure class="media"><oembed url="https://vimeo.com/76979871"></oembed></figure>', "https://vimeo.com/76979871"),
        (f'<div class="cookieconsent-optout">Please accept cookies to see the film of the flood that stands here.</div>'
         f'<iframe data-held="{FRAME}"></iframe>', YOUTUBE),
        ('<div class="cookie-consent"><p>Load it?</p><script type="text/plain"><iframe src="https://youtu.be/dQw4w9WgXcQ">'
         "</iframe></script></div>", YOUTUBE),
        ('<div class="cookie-consent"><template><blockquote class="instagram-media" data-instgrm-permalink='
         '"https://www.instagram.com/reel/Cx1/"><a href="https://www.instagram.com/reel/Cx1/">A post</a></blockquote>'
         "</template><p>We recommend what stands here.</p></div>", "https://www.instagram.com/reel/Cx1/"),
    ],
)  # fmt: skip
def test_an_embed_that_is_held_back_is_a_plain_link(html: str, url: str) -> None:
    body = among(html).html
    assert body.count(f'<a href="{url}">') == 1


@pytest.mark.parametrize(
    ("ask", "stays"),
    [
        ("<div>To see this film, accept the cookies of its provider.</div>", False),
        ("<p>We need your consent to load YouTube: accept it below.</p>", False),
        ("<p>Who rows must accept that the town's partners may look on.</p>", True),
        ("<div>The film shows how the water rose in the old town on Monday, hour by hour, until it fell.</div>", True),
    ],
)
def test_a_line_that_asks_for_consent_beside_an_embed_goes(ask: str, stays: bool) -> None:
    said = ask.partition(">")[2].partition("<")[0]
    for html in (f'{ask}<iframe src="{FRAME}"></iframe>', f'<iframe src="{FRAME}"></iframe>{ask}'):
        assert (said in among(html).html) == stays
        assert YOUTUBE in among(html).html


@pytest.mark.parametrize(
    "html",
    [
        '<div class="share" data-url="https://www.facebook.com/sharer?u=1"></div>',
        '<div data-more="https://valley.example/next"></div>',
        '<script src="https://cdn.jwplayer.com/libraries/a.js" data-src="https://cdn.jwplayer.com/libraries/b.js"></script>',
        '<div class="icons"><a class="icon" href="https://www.facebook.com/valleypost"></a></div>',
        '<div data-embed="newsletter"></div>',
    ],
)
def test_an_empty_element_that_holds_no_embed_goes(html: str) -> None:
    assert left_over(html) == ""


def test_a_line_that_says_what_a_click_shows_goes_beside_the_embed() -> None:
    line = "<p>An dieser Stelle finden Sie einen externen Inhalt von YouTube, der den Artikel ergänzt.</p>"
    inside = "".join(f"<p>{text}</p>" for text in TEXT[:2]) + f'{line}<iframe src="{FRAME}"></iframe>'
    rest = "".join(f"<p>{text}</p>" for text in TEXT[2:])
    page = f"<html lang=de><body><article><h1>Rain</h1>{inside}{rest}</article></html>"
    assert body_of("", page=page).text.split("\n") == list(TEXT)


def test_no_address_of_a_script_costs_more_than_its_length() -> None:
    def cost(part: str) -> float:
        return cpu(lambda: among(f'<script src="{part * 5_000}"></script>' * 2))

    assert cost("//embed/") < 20 * cost("//other/")


def test_a_script_that_is_called_after_its_graphic_is_a_link_on_any_site() -> None:
    address = "https://graphics.valley.example/embed/lake-7.js"
    assert f'<a href="{address}">' in among(f'<script src="{address}"></script>').html


@pytest.mark.parametrize(
    "html",
    [
        '<div class="reactions twitter instagram" data-postid="482134"></div>',
        '<div class="youtube-follow" data-id="post-482134"></div>',
        '<div class="youtube-follow" data-id="dQw4w9WgXcQ"></div>',
        '<div data-provider="facebook youtube" data-id="dQw4w9WgXcQ"></div>',
        '<div class="youtubers" data-id="dQw4w9WgXcQ"></div>',
        '<div class="youtube" data-id="post-48213456"></div>',
        '<div class="instagram" data-postid="482134"></div>',
        '<div class="follow twitter" data-id="1166685910030790656"></div>',
        '<div class="vimeo" data-id="news-rain"></div>',
    ],
)
def test_a_box_with_a_number_that_no_provider_gave_shows_nothing(html: str) -> None:
    assert left_over(html) == ""


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<video data-videoid="news-12345" src="/v.mp4"></video>', "https://www.valleypost.example/v.mp4"),
        ('<video data-videoid="news-123456" src="/v.mp4"></video>', "https://www.valleypost.example/v.mp4"),
        ('<amp-dailymotion data-videoid="x8rain7"></amp-dailymotion>', "https://www.dailymotion.com/video/x8rain7"),
        ('<amp-vimeo data-videoid="76979871"></amp-vimeo>', "https://vimeo.com/76979871"),
        ('<amp-twitter data-tweetid="12345"></amp-twitter>', "https://x.com/i/status/12345"),
        ('<amp-instagram data-shortcode="CxRain0-_1a"></amp-instagram>', "https://www.instagram.com/p/CxRain0-_1a/"),
        ('<div class="videoYoutubePlayer" data-id="dQw4w9WgXcQ"></div>', YOUTUBE),
    ],
)
def test_an_id_is_its_provider_s_that_the_element_names(html: str, url: str) -> None:
    assert f'<a href="{url}">' in left_over(html)
