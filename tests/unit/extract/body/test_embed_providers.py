"""The public page behind an embed's address."""

import pytest

from newscrawl.extract.body.embed_providers import PROVIDERS, has_page, name_and_page


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


OF_PARTS = ("youtu", "/maps", "/embed", "/status", "entry_id=")
"""Words that stand in all of several forms."""


def test_every_address_has_its_providers_word() -> None:
    """The word is asked before the pattern: one that the pattern's addresses lack would hide the provider."""
    for provider in PROVIDERS:
        literal = provider.pattern.pattern.replace("\\", "")
        assert provider.word in literal or provider.word in OF_PARTS, provider
