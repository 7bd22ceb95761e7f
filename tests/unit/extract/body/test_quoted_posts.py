# ruff: noqa: E501 - markup reads better unwrapped
"""Posts of social networks in an article: their words, links, author and date are the reader's, script or not."""

import pytest

from newscrawl import extract_article

PROSE = "".join(
    f"<p>This is paragraph {n} of the story, with enough words of its own, and commas, to be read as its text.</p>"
    for n in range(1, 6)
)


def body_with(embed: str) -> str:
    page = (
        f"<html><head><title>Story</title></head><body><article><h1>Story</h1>{PROSE}{embed}{PROSE[:100]}</p></article>"
    )
    article = extract_article(page.encode(), "https://news.example/a-story-of-posts")
    assert article is not None
    return article.body


BLUESKY = (
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:x/app.bsky.feed.post/y"><p lang="en">The river is '
    'rising.</p>&mdash; Ann (<a href="https://bsky.app/profile/ann.example">@ann.example</a>) '
    '<a href="https://bsky.app/profile/ann.example/post/y">May 2, 2025</a></blockquote>'
)
TIKTOK = (
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ann/video/7000000000000000001"><section>'
    '<a href="https://www.tiktok.com/@ann">@ann</a> <p>The bridge at dawn <a href="https://www.tiktok.com/tag/river">'
    '#river</a></p> <a href="https://www.tiktok.com/music/x">♬ original sound</a></section></blockquote>'
)
MASTODON = (
    '<blockquote class="mastodon-embed"><a href="https://social.example/@ann/1"><p>Water in the old town.</p></a>'
    "<p>Stay at home.</p></blockquote>"
)


@pytest.mark.parametrize(
    ("embed", "words"),
    [
        (BLUESKY, "The river is rising."),
        (TIKTOK, "The bridge at dawn"),
        (MASTODON, "Stay at home."),
        ('<blockquote class="twitter-tweet">Just words. <a href="https://x.com/a/status/1">1 May</a></blockquote>', "Just words."),
    ],
)  # fmt: skip
def test_a_posts_words_stay_as_a_quotation_with_a_link(embed: str, words: str) -> None:
    body = body_with(embed)
    quotation = body[body.index("<blockquote") : body.index("</blockquote>")]
    assert words in quotation
    assert '<a href="https://' in quotation


def test_a_line_break_in_a_post_is_one_in_its_quotation() -> None:
    body = body_with(
        '<blockquote class="twitter-tweet"><p>One thing.<br><br>Another thing.<br>A third.</p>&mdash; Ann (@ann) '
        '<a href="https://twitter.com/ann/status/12345">May 2, 2025</a></blockquote>'
    )
    assert "<p>One thing.</p><p>Another thing.</p><p>A third.</p>" in body
    assert '<p>— Ann (@ann) <a href="https://x.com/ann/status/12345">May 2, 2025</a></p>' in body


def test_a_signature_in_a_paragraph_of_its_own_is_the_quotations_last_line() -> None:
    """As WordPress writes it: nothing is said twice, and what counts the clicks is gone."""
    body = body_with(
        '<blockquote class="twitter-tweet"><p>Water.</p><p>&mdash; Ann (@ann) '
        '<a href="https://twitter.com/ann/status/12345?ref_src=x">May 2, 2025</a></p></blockquote>'
    )
    signature = '<p>— Ann (@ann) <a href="https://x.com/ann/status/12345">May 2, 2025</a></p>'
    assert f'<blockquote class="twitter-tweet"><p>Water.</p>{signature}</blockquote>' in body


@pytest.mark.parametrize(
    ("embed", "quotation"),
    [
        (
            '<blockquote class="twitter-tweet"> Water.<br> &mdash; Ann (@ann) <a href="https://x.com/ann/status/1?s=2">2 May</a></blockquote>',
            '<p>Water.</p><p>— Ann (@ann) <a href="https://x.com/ann/status/1">2 May</a></p>',
        ),
        (
            '<blockquote class="instagram-media"><div><div><a href="https://www.instagram.com/p/Abc_1/">View this post on Instagram</a></div>'
            '<p><a href="https://www.instagram.com/p/Abc_1/">High water #bridge</a></p>'
            '<p>A post shared by <a href="https://www.instagram.com/ann/">Ann</a> (@ann) on 2 May</p></div></blockquote>',
            '<p>High water #bridge</p><p>A post shared by <a href="https://www.instagram.com/ann/">Ann</a> (@ann) on 2 May</p>'
            '<p><a href="https://www.instagram.com/p/Abc_1/">Instagram</a></p>',
        ),
        (
            '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/weir/comments/1/x/">High water</a><br> by<a '
            'href="https://www.reddit.com/user/ann/">u/ann</a></blockquote>',
            '<p>High water</p><p>by <a href="https://www.reddit.com/user/ann/">u/ann</a></p>'
            '<p><a href="https://www.reddit.com/r/weir/comments/1/x/">Reddit</a></p>',
        ),
        (
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ann/video/7"><section>'
            '<a href="https://www.tiktok.com/@ann">@ann</a> <p>The bridge</p></section></blockquote>',
            '<p><a href="https://www.tiktok.com/@ann">@ann</a></p><p>The bridge</p><p><a href="https://www.tiktok.com/@ann/video/7">TikTok</a></p>',
        ),
        (
            '<div class="fb-post" data-href="https://www.facebook.com/ann/posts/1"><blockquote cite="https://www.facebook.com/ann/posts/1">'
            '<p>Water.</p>Posted by <a href="https://www.facebook.com/ann">Ann</a> on <a href="https://www.facebook.com/ann/posts/1">2 May</a>'
            "</blockquote></div>",
            '<p>Water.</p><p>Posted by <a href="https://www.facebook.com/ann">Ann</a> on <a href="https://www.facebook.com/ann/posts/1">2 May</a></p>',
        ),
    ],
    ids=["X, without paragraphs", "Instagram", "Reddit", "TikTok", "Facebook"],
)
def test_words_author_and_date_of_a_networks_own_markup(embed: str, quotation: str) -> None:
    assert f">{quotation}</blockquote>" in body_with(embed)


def test_a_post_whose_words_the_page_has_not_is_a_link_that_says_whose_it_is() -> None:
    body = body_with(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Abc_1/"><p>'
        '<a href="https://www.instagram.com/p/Abc_1/">A post shared by Ann (@ann)</a></p></blockquote>'
    )
    link = '<a href="https://www.instagram.com/p/Abc_1/">Instagram: A post shared by Ann (@ann)</a>'
    assert f'<figure class="embed">{link}</figure>' in body


@pytest.mark.parametrize(
    ("embed", "link"),
    [
        (
            '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@ann/post/C1"><a href="https://www.threads.net/@ann/post/C1">'
            "<div><div>Post by @ann</div><div>View on Threads</div></div></a></blockquote>",
            '<a href="https://www.threads.net/@ann/post/C1">Threads: Post by @ann</a>',
        ),
        (
            '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fann%2Fposts%2F1&amp;width=500" width="500"></iframe>',
            '<a href="https://www.facebook.com/ann/posts/1">Facebook</a>',
        ),
        ('<iframe src="https://social.example/@ann/12/embed"></iframe>', '<a href="https://social.example/@ann/12">Mastodon</a>'),
        (
            '<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:share:12"></iframe>',
            '<a href="https://www.linkedin.com/feed/update/urn:li:share:12/">LinkedIn</a>',
        ),
        (
            '<iframe src="https://assets.pinterest.com/ext/embed.html?id=12" width="345"></iframe>',
            '<a href="https://www.pinterest.com/pin/12/">Pinterest</a>',
        ),
    ],
)  # fmt: skip
def test_a_frame_of_a_post_is_a_link_to_its_public_page(embed: str, link: str) -> None:
    assert link in body_with(embed)


@pytest.mark.parametrize(
    "around", ['<amp-twitter data-tweetid="12345">{}</amp-twitter>', "<div><template>{}</template></div>"]
)
def test_a_post_that_stands_where_a_script_has_its_frame_keeps_its_words(around: str) -> None:
    post = '<blockquote class="twitter-tweet"><p>Water.</p>&mdash; Ann <a href="https://twitter.com/ann/status/12345">2 May</a></blockquote>'
    assert '<p>Water.</p><p>— Ann <a href="https://x.com/ann/status/12345">2 May</a></p>' in body_with(
        around.format(post)
    )


def test_a_post_in_a_thousand_boxes_ends_nothing() -> None:
    body_with(f'<blockquote class="twitter-tweet">{"<section>" * 1_000}<p>Hello there</p></blockquote>')
