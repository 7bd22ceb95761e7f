"""The public page behind an embed's address."""

from urllib.parse import unquote

import pytest

from newscrawl.extract.body.embed_pages import has_page, name_and_page
from newscrawl.extract.body.embed_providers import PROVIDERS, Provider


@pytest.mark.parametrize(
    ("address", "name", "page"),
    [
        ("https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0", "YouTube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://vk.com/video_ext.php?oid=-77&id=4562&hash=a", "VK", "https://vk.com/video-77_4562"),
        ("https://rutube.ru/play/embed/9f0c/", "Rutube", "https://rutube.ru/video/9f0c/"),
        ("https://www.aparat.com/embed/aB1?data[x]=1", "Aparat", "https://www.aparat.com/v/aB1"),
        ("https://embed.nicovideo.jp/watch/sm9/script?w=7", "Niconico", "https://www.nicovideo.jp/watch/sm9"),
        ("https://player.bilibili.com/player.html?aid=1&bvid=BV1x", "Bilibili", "https://www.bilibili.com/video/BV1x"),
        ("https://omny.fm/shows/valley/rain/embed", "Omny", "https://omny.fm/shows/valley/rain"),
        ("https://asciinema.org/a/3354.js", "asciinema", "https://asciinema.org/a/3354"),
        ("https://truthsocial.com/@valley/113/embed", "Truth Social", "https://truthsocial.com/@valley/posts/113"),
        ("https://www.facebook.com/valley/posts/pfbid0", "Facebook", "https://www.facebook.com/valley/posts/pfbid0"),
    ],
)
def test_an_embed_leads_to_its_public_page(address: str, name: str, page: str) -> None:
    assert name_and_page(address) == (name, page)
    assert has_page(address)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://a.example/media/oembed?url=https%3A//www.youtube.com/watch%3Fv%3DdQw4w9WgXcQ&hash=1",
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2FdQw4w9WgXcQ&a=1",
         "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://cdn.iframe.ly/api/iframe?card=1&url=https%3A%2F%2Fdam.example%2Fflood", "https://dam.example/flood"),
        ("https://parts.example/embed?url=https%3A%2F%2Fdam.example%2Fflood", "https://dam.example/flood"),
        ("https://other.example/view?url=https%3A%2F%2Fdam.example%2F", "https://other.example/view?url=https%3A%2F%2Fdam.example%2F"),
    ],
)  # fmt: skip
def test_a_frame_around_another_sites_embed_leads_to_that(address: str, page: str) -> None:
    assert name_and_page(address)[1] == page


@pytest.mark.parametrize(
    "address", ["https://www.facebook.com/valley", "https://players.brightcove.com/", "https://valley.example/embed/1"]
)
def test_an_address_that_leads_to_no_single_embed(address: str) -> None:
    assert not has_page(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2F",
        "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com.evil.example%2Fv",
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%40evil.example%2F",
        "https://evilcloudflarestream.com/0123456789abcdef0123456789abcdef",
        "https://films.example/p/17/sp/1700/embedIframeJs/uiconf_id/23/partner_id/17?entry_id=1_rain",
        "https://google.evil.example/maps",
        "https://gettyimages.ev.il/embed/7",
    ],
)
def test_no_other_site_bears_a_provider_s_name(address: str) -> None:
    name, page = name_and_page(address)
    assert page == address and (not name or address.startswith("https://www.facebook.com/"))
    assert not has_page(address)


ADDRESSES = """
https://www.youtube.com/embed/dQw4w9WgXcQ
https://www.youtube.com/embed/videoseries?list=PLrain
https://www.youtube.com/watch?v=dQw4w9WgXcQ
https://youtu.be/dQw4w9WgXcQ
https://player.vimeo.com/video/76979871?h=1b2c
https://player.vimeo.com/video/76979871
https://vimeo.com/76979871
https://www.dailymotion.com/video/x8rain7
https://geo.dailymotion.com/player/x1.html?video=x8rain7
https://platform.twitter.com/embed/Tweet.html?id=1166685910030790656
https://twitter.com/ann/status/17
https://www.instagram.com/p/Cx1/
https://www.tiktok.com/embed/v2/7001
https://www.tiktok.com/@valley/video/7
https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fvalley%2Fposts%2F1&width=500
https://www.facebook.com/plugins/comment_embed.php
https://www.facebook.com/valley/posts/1
https://www.facebook.com/valley
https://datawrapper.dwcdn.net/boAMc/3/
https://flo.uri.sh/visualisation/178/embed
https://public.flourish.studio/visualisation/178/
https://e.infogram.com/9a-lake-levels
https://open.spotify.com/embed/episode/4rOo
https://open.spotify.com/embed-podcast/episode/4rOo
https://open.spotify.com/episode/4rOo
https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/17
https://embed.podcasts.apple.com/us/podcast/rain/id17
https://www.linkedin.com/embed/feed/update/urn:li:share:17
https://assets.pinterest.com/ext/embed.html?id=9936073
https://www.pinterest.co.uk/pin/9936073/
https://truthsocial.com/@valley/113/embed
https://social.valley.example/@ann/113/embed
https://t.me/valley/17
https://www.reddit.com/r/valley/comments/1a/rain
https://embed.bsky.app/embed/did:plc:ann/app.bsky.feed.post/3k
https://bsky.app/profile/ann.example/post/3k
https://embed.bsky.app/
https://www.google.com/maps/embed?pb=1
https://www.openstreetmap.org/export/embed.html
https://players.brightcove.net/123456/default_default/index.html?videoId=635000
https://content.jwplatform.com/previews/AbC123
https://cdn.jwplayer.com/libraries/AbC123.js
https://gist.github.com/mill/0a1b2c
https://embed.documentcloud.org/documents/71-lake
https://www.scribd.com/embeds/17/content
https://streamable.com/e/rain
https://embed.acast.com/valley/rain
https://rain.podigee.io/4-may/embed
https://www.buzzsprout.com/2012/1456-rain.js
https://app.everviz.com/inject/Xy12abC/
https://soundcloud.com/valley/the-rain
https://player.glomex.com/integration/1/iframe-player.html
https://e.issuu.com/embed.html
https://view.genially.com/64abfe12
https://fast.wistia.net/embed/iframe/abc1234567
https://tenor.com/embed/17017005
https://imgur.com/a/rain1
https://www.threads.net/@ann/post/C8
https://www.threads.net/@ann
https://embed.tumblr.com/embed/post/1a/17
https://vk.com/video_ext.php?oid=-77&id=4562
https://vk.com/wall-77_4562
https://rutube.ru/play/embed/9f0c/
https://ok.ru/videoembed/17
https://rumble.com/embed/v1a/
https://odysee.com/$/embed/rain/1
https://player.twitch.tv/?video=17
https://clips.twitch.tv/embed?clip=Rain
https://player.bilibili.com/player.html?bvid=BV1x
https://player.youku.com/embed/XNTk=
https://v.qq.com/txp/iframe/player.html?vid=a0rain
https://embed.nicovideo.jp/watch/sm9
https://tv.naver.com/embed/17
https://play-tv.kakao.com/embed/player/cliplink/17
https://www.aparat.com/embed/aB1
https://embed.ted.com/talks/ann_rain
https://archive.org/embed/rain.1
https://videopress.com/embed/aB1
https://www.loom.com/embed/1a
https://play.vidyard.com/1a
https://player.mux.com/1a
https://iframe.videodelivery.net/0123456789abcdef0123456789abcdef
https://customer-1a.cloudflarestream.com/0123456789abcdef0123456789abcdef/iframe
https://cdnapisec.kaltura.com/p/17/sp/1700/embedIframeJs/uiconf_id/23/partner_id/17?entry_id=1_rain
https://widget.deezer.com/widget/dark/album/17
https://www.deezer.com/en/track/17
https://www.arte.tv/embeds/de/1-rain
https://player.ausha.co/?podcastId=1
https://bandcamp.com/EmbeddedPlayer/album=17
https://embed.music.apple.com/us/album/17
https://widget.spreaker.com/player?episode_id=17
https://www.spreaker.com/episode/rain--17
https://omny.fm/shows/valley/rain/embed
https://embeds.audioboom.com/posts/17
https://art19.com/shows/valley/episodes/1a
https://cloud.highcharts.com/embed/aB1
https://public.tableau.com/views/rain/lake
https://sketchfab.com/models/1a/embed
https://giphy.com/embed/1a
https://codepen.io/ann/embed/aB1
https://jsfiddle.net/ann/1a/embed/
https://asciinema.org/a/3354
https://speakerdeck.com/player/1a
https://www.slideshare.net/slideshow/embed_code/key/aB1
https://prezi.com/p/embed/aB1
https://www.strava.com/activities/17
https://www.gettyimages.co.uk/detail/17
""".split()
"""One that is to be read by each entry, in their order."""


@pytest.mark.parametrize(("provider", "address"), list(zip(PROVIDERS, ADDRESSES, strict=True)))
def test_each_provider_s_addresses_are_known(provider: Provider, address: str) -> None:
    """Neither a word that they lack nor an entry above may hide them."""
    assert (match := provider.pattern.match(address)), "the address must be of the entry's form"
    page = unquote(match.expand(provider.page)) if provider.page else address
    assert name_and_page(address) == (provider.name, page)
    assert has_page(address) or not provider.page
