"""Elements that a script fills: what they note in attributes, by ids, in their own text."""

import pytest

from tests.support.bodies import among, left_over

YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<div class="gist-oembed" data-gist="ann/99aabbccdd.json"></div>', "https://gist.github.com/ann/99aabbccdd"),
        (
            r"""<script>jwplayer("a").setup({"playlist":"https:\/\/cdn.jwplayer.com\/v2\/media\/Qw12Er34"});</script>""",
            "https://cdn.jwplayer.com/previews/Qw12Er34",
        ),
        ('<div class="v" data-film="https://v.dam.example/rain-at-last.mp4"><span>01:59</span></div>',
         "https://v.dam.example/rain-at-last.mp4"),
        ('<div class="player"><video-js data-account="6057" data-video-id="6340000001"></video-js>'
         '<script src="/p.js"></script></div>',
         "https://players.brightcove.net/6057/default_default/index.html?videoId=6340000001"),
        ('<div class="held" data-src="https://www.instagram.com/p/Cx1abc/embed/"><strong>Held back</strong></div>',
         "https://www.instagram.com/p/Cx1abc/"),
        ('<media-player src="youtube/dQw4w9WgXcQ"><media-provider></media-provider></media-player>', YOUTUBE),
        ('<div id="p"></div><script>podlovePlayer("#p", "https://v.dam.example/9.json", "/c");</script>',
         "https://v.dam.example/9.json"),
        ('<div id="s"></div><script>window.onReady = (api) => { api.createController(document.getElementById("s"), '
         '{uri: "spotify:episode:4rOoJ6Egrf8K2IrywzwOMk", width: "100%", height: "160"}, (player) => {}); };</script>',
         "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk"),
        ('<div id="v"></div><script>videojs("v", {controls: true, fluid: true, preload: "none", sources: '
         '[{src: "https://v.dam.example/rain/index.m3u8", type: "application/x-mpegURL"}]});  // the dam in the rain'
         '</script>', "https://v.dam.example/rain/index.m3u8"),
        ('<div data-held-src="https://maps.dam.example/maps/embed?pb=1"><a href="#">Choose</a></div>',
         "https://maps.dam.example/maps/embed?pb=1"),
        ('<tiktok-video video-id="7440000000000000088"></tiktok-video>', "https://www.tiktok.com/@/video/7440000000000000088"),
        ('<div class="letter-post-embed"><p>Why rain falls</p><a href="https://dam.example/p/rain">Read</a></div>'
         '<script src="https://dam.example/embedjs/embed.js"></script>', "https://dam.example/p/rain"),
        ('<iframe data-still="https://c.example/map.jpg" data-src-x="https://maps.dam.example/embed/1"></iframe>',
         "https://maps.dam.example/embed/1"),
        ('<div class="youtube" data-embed="dQw4w9WgXcQ"><div class="play"></div></div>', YOUTUBE),
        ('<button data-yt="https://www.youtube.com/embed/dQw4w9WgXcQ"><img src="/still.jpg"></button>', YOUTUBE),
        ('<script src="//cdn.dam.example/zeus/embed.js" data-config="//config.dam.example/47.json"></script>',
         "https://config.dam.example/47.json"),
        ('<script src="https://api.dam.example/embedded-player/sh/a/ep/0f1e"></script>', "https://api.dam.example/embedded-player/sh/a/ep/0f1e"),
        ('<div class="x"><noscript><video><source src="https://v.dam.example/rain.mp4"></video></noscript></div>',
         "https://v.dam.example/rain.mp4"),
        ('<div class="cookie-consent"><script type="text/x-template"><blockquote><a href="https://www.instagram.com/p/Cx1abc/">A</a>'
         "</blockquote></script></div>", "https://www.instagram.com/p/Cx1abc/"),
        ('<div class="h" data-payload="eyJzcmMiOiJodHRwczpcL1wvd3d3LnlvdXR1YmUuY29tXC9lbWJlZFwvZFF3NHc5V2dYY1EifQ==">'
         "</div>", YOUTUBE),
        ('<iframe src="https://a.example/1" data-x="https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ"></iframe>', YOUTUBE),
        ('<figure class="cookie-consent-preview"><figcaption>Please accept.</figcaption><script type="text/x-ok">'
         "&lt;iframe src=&quot;//youtube.com/embed/dQw4w9WgXcQ&quot;&gt;&lt;/iframe&gt;</script></figure>", YOUTUBE),
        ('<a href="#" class="w-lightbox"><img src="/still.jpg" srcset="/still.jpg 900w">'
         '<script type="application/json">{"items":[{"type":"video","url":"https://youtu.be/dQw4w9WgXcQ"}]}'
         "</script></a>", YOUTUBE),
        ('<amp-embedly-card data-url="https://dam.example/flood"></amp-embedly-card>', "https://dam.example/flood"),
        ('<amp-soundcloud data-trackid="243169232"></amp-soundcloud>',
         "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/243169232"),
        ('<video class="lazy"><source data-src="https://v.dam.example/rain.mp4"></video>', "https://v.dam.example/rain.mp4"),
        ('<figure><div><div style="background-image:url(https://i.ytimg.com/vi/dQw4w9WgXcQ/0.jpg)"></div></div></figure>',
         YOUTUBE),
        ('<blockquote class="valley-embed"><a href="https://valley.dam.example/post/1">The dam</a></blockquote>',
         "https://valley.dam.example/post/1"),
        ('<div class="uc-embedding-container"><div class="x"><h3>We need your permission.</h3></div></div>'
         '<iframe data-uc-src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>', YOUTUBE),
        ('<div class="x" data-url="https://map.dam.example/flood" data-width="600"></div>', "https://map.dam.example/flood"),
        ('<valley-chart src="/charts/lake-2026/"></valley-chart>', "https://www.valleypost.example/charts/lake-2026/"),
        ('<div data-vimeo-url="https://vimeo.com/77123457/abcdef1234"></div>', "https://vimeo.com/77123457/abcdef1234"),
        ('<iframe src="https://valley.substack.com/embed/p/rain"></iframe>', "https://valley.substack.com/embed/p/rain"),
        ('<div class="jw-video-box" data-media-id="YId30udr"><div class="jw-preview"></div></div>',
         "https://cdn.jwplayer.com/previews/YId30udr"),
        ('<script src="//content.jwplatform.com/players/YId30udr-O5vsTKpz.js"></script>',
         "https://cdn.jwplayer.com/previews/YId30udr-O5vsTKpz"),
        ('<div class="deezer_player" deezerID="track/3135556"></div>', "https://www.deezer.com/track/3135556"),
        ('<div class="bandcamp_player" albumID="1234567"></div>', "https://bandcamp.com/EmbeddedPlayer/album=1234567"),
        ('<div class="acast_player" data-id="0123456789abcdef/9876543210fe"></div>',
         "https://embed.acast.com/0123456789abcdef/9876543210fe"),
        ('<div class="tv" json="https://api.arte.tv/api/player/v2/config/fr/104840-002-A"></div>',
         "https://www.arte.tv/fr/videos/104840-002-A/"),
        ('<div id="p"></div><script>new pym.Parent("p", "https://apps.dam.example/rain/", {});</script>',
         "https://apps.dam.example/rain/"),
        ('<script type="text/plain" data-src="https://www.youtube.com/embed/dQw4w9WgXcQ"></script>', YOUTUBE),
        ('<iframe-consent src="https://www.youtube.com/embed/dQw4w9WgXcQ"><p>We need your permission.</p>'
         '</iframe-consent>',
         YOUTUBE),
        ('<div data-src="https://www.youtube.com/embed/dQw4w9WgXcQ"><img src="/still.jpg"><div '
         'class="play"></div></div>',
         YOUTUBE),
        ('<div class="instagram_post" postId="Cx1abc" data-width="400"></div>', "https://www.instagram.com/p/Cx1abc/"),
        ('<div class="wrap" data-attrs="{&quot;instagram_id&quot;:&quot;Cx1abc&quot;,&quot;id&quot;'
         ':&quot;nothing1&quot;}" data-name="InstagramToDOM"></div>',
         "https://www.instagram.com/p/Cx1abc/"),
        ('<div class="spotify_player" data-id="episode/4rOoJ6Egrf8K"></div>',
         "https://open.spotify.com/episode/4rOoJ6Egrf8K"),
        ('<mux-player playback-id="a4nOgmxGWg6g"></mux-player>', "https://player.mux.com/a4nOgmxGWg6g"),
        ('<div class="strava-embed-placeholder" data-embed-type="activity" data-embed-id="98765"></div>',
         "https://www.strava.com/activities/98765"),
        ('<div class="tac_iframe" data-url="https://map.dam.example/flood"></div>', "https://map.dam.example/flood"),
        ('<valley-chart-embed src="https://charts.dam.example/rain"></valley-chart-embed>',
         "https://charts.dam.example/rain"),
        ('<div data-interactive-url="https://charts.dam.example/rain"></div>', "https://charts.dam.example/rain"),
        ('<iframe src="https://charts.dam.example/rain" height="0" style="height:480px;border:0"></iframe>',
         "https://charts.dam.example/rain"),
        ('<div id="x"><script src="https://charts.dam.example/embed/rain-88.js"></script></div>',
         "https://charts.dam.example/embed/rain-88.js"),
        ('<script src="https://asciinema.org/a/3354.js" id="asciicast-3354"></script>', "https://asciinema.org/a/3354"),
        ('<script id="infogram_0_c1a4c7e0-77aa" src="//e.infogram.com/js/dist/embed.js?6j2"></script>',
         "https://infogram.com/c1a4c7e0-77aa"),
        ('<div id="vk_post"></div><script type="text/javascript">VK.Widgets.Post("vk_post", -206, 144, '
         '"Zu");</script>',
         "https://vk.com/wall-206_144"),
        ('<div id="p"></div><script>new YT.Player("p", {height: 390, videoId: "dQw4w9WgXcQ"});</script>', YOUTUBE),
        (f'<div id="p"></div><script>{"var a = 1;" * 30}new YT.Player("p", {{videoId: "dQw4w9WgXcQ"}});</script>',
         YOUTUBE),
        ('<div class="flowplayer" data-item="{&quot;sources&quot;:[{&quot;src&quot;:&quot;'
         'https:\\/\\/v.dam.example\\/rain.mp4&quot;}]}"><img src="/s.jpg"></div>',
         "https://v.dam.example/rain.mp4"),
        ('<div class="w-video"><script type="application/json">'
         '{"items":[{"type":"video","url":"https://www.youtube.com/watch?v=dQw4w9WgXcQ"}]}</script></div>',
         YOUTUBE),
        ('<div class="fb-post-consent" data-href="https://www.facebook.com/valley/posts/1"><p>Allow '
         'cookies of Facebook.</p></div>',
         "https://www.facebook.com/valley/posts/1"),
    ],
)  # fmt: skip
def test_an_element_that_a_script_fills_is_a_plain_link(html: str, url: str) -> None:
    body = among(html).html
    assert body.count(f'<a href="{url}">') == 1
    assert "permission" not in body
    assert "cookies" not in body


@pytest.mark.parametrize(
    "html",
    [
        '<valley-teaser src="https://valley.example/stories/1"></valley-teaser>',
        '<valley-chart-embed src="https://charts.dam.example/rain.json"></valley-chart-embed>',
        '<div class="embed" data-src="https://valley.example/newsletter/form"></div>',
        '<script src="https://dam.example/static/embed.js"></script>',
        '<script src="https://forms.hearken.example/embed/88.js"></script>',
        '<script>new YT.Player("p", settings);</script>',
        '<div class="x" data-url="https://map.dam.example/flood"></div>',
        '<script type="application/ld+json">{"embedUrl":"https://www.youtube.com/embed/dQw4w9WgXcQ"}</script>',
    ],
)
def test_what_is_no_embed_leaves_nothing(html: str) -> None:
    assert left_over(html) == ""


def test_a_film_in_a_players_settings_is_taken_before_its_playlist() -> None:
    files = ("https://v.dam.example/a.m3u8", "https://v.dam.example/a.mp4")
    sources = "".join(("[", ",".join(f"{{&quot;src&quot;:&quot;{file}&quot;}}" for file in files), "]"))
    html = f'<div class="player" data-config="{sources}"></div>'
    assert 'href="https://v.dam.example/a.mp4"' in left_over(html)
