"""Pages cut, mangled and made to hurt: extraction answers, soon, and never raises."""

import re
from urllib.parse import urlsplit

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscrawl.extract import Reading, Rules, extract_article, read_page
from newscrawl.extract.fields.refusal_reasons import REASONS
from tests.support.growth import in_proportion

SENTENCE = "Rain fell on the valley on Monday for the first time in three months, and farmers came out to stand in it."
PARAGRAPHS = "".join(
    f"<p>On day {n} all was <b>well</b>, <a href='/a/{n}'>they say</a>. {SENTENCE}</p>" for n in range(6)
)

WORDPRESS = f"""<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Rain at last - Valley Post</title>
<link rel="canonical" href="https://valleypost.example/2024/05/03/rain/"><link rel="next" href="/2024/05/03/rain/2/">
<meta property="og:title" content="Rain at last - Valley Post"><meta property="og:image" content="/wp/rain-300x200.jpg">
<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">
<meta name="keywords" content="rain, valley">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "Article",
"headline": "Rain",
"author": {{"@id": "#jane"}}, "datePublished": "2024-05-03T10:00:00+02:00", "image": {{"url": "/wp/rain.jpg"}}}},
{{"@type": "Person", "@id": "#jane", "name": "Jane Doe"}}]}}</script></head><body class="single postid-4711">
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Rain at last</h1><p class="byline">By Jane Doe, 3 May 2024</p>
<figure><img src="data:image/gif;base64,R0" data-src="/wp/rain-300x200.jpg" srcset="/wp/rain-1024x683.jpg 1024w">
<figcaption>Farmers <span class="credit">Photo: AFP</span></figcaption></figure>{PARAGRAPHS}
<h2>What next</h2><ul><li>Snow</li><li>Sun</li></ul><table><tr><td>1</td><td>2</td></tr></table>
<blockquote>It rained.</blockquote><iframe src="https://www.youtube.com/embed/abc"></iframe>
<div class="related"><h3><a href="/b">More rain</a></h3></div></article>
<footer>© Valley Post</footer></body></html>"""

MICRODATA = f"""<html><body itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">雨终于来了</h1>
<span itemprop="author" itemscope><span itemprop="name">王小明</span></span><time itemprop="datePublished"
datetime="2021-03-19 14:47">2021年3月19日 14:47</time><div itemprop="articleBody">{PARAGRAPHS}</div></body></html>"""

LIVE = """<html><head><script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Rain, live",
"liveBlogUpdate": [{"@type": "BlogPosting", "headline": "10:00"}]}</script></head><body><main><h1>Rain, live</h1>""" + (
    "".join(f"<div class='entry'><time>10:{n:02}</time><h2>Entry {n}</h2><p>{SENTENCE}</p></div>" for n in range(9))
)

PAGES = [page.encode() for page in (WORDPRESS, MICRODATA, LIVE)] + [MICRODATA.encode("gb18030")]
SHARDS = [
    b"\0", b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"<script>", b"</script>", b"<style>", b"<title>", b"<p>"
    * 50, b"</div>" * 50, b"<table><td>", b"<svg><title>", b"<template>", b"<noscript>", b"<base href='http://[x'>",
    b"&#x110000;", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b$B", b"&nbsp" * 20, b'"', b"'", b"{{{", b"]}", b"<plaintext>",
    b"<a href='http://[::'>", b"<img src=//[ srcset=', , ,'>", b"<meta charset=utf-7>", b"<meta charset=gbk>",
    b"<h1>", b"<time datetime=9999-99-99>", b'<meta property="article:published_time" content="99999999999999">',
    "\u202e\ud7ff\ufffe".encode(), b"<form><input type=password>",
]  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A page cut, with pieces missing, doubled or out of place, and shards in between."""
    page = draw(st.sampled_from(PAGES))
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(page)))
        end = draw(st.integers(start, min(len(page), start + 400)))
        change = draw(st.sampled_from(("cut", "drop", "double", "move", "shard", "flip")))
        if change == "cut":
            page = page[:start] if draw(st.booleans()) else page[start:]
        elif change == "drop":
            page = page[:start] + page[end:]
        elif change == "double":
            page = page[:end] + page[start:end] * draw(st.integers(1, 20)) + page[end:]
        elif change == "move":
            page = page[start:end] + page[:start] + page[end:]
        elif change == "shard":
            page = page[:start] + draw(st.sampled_from(SHARDS)) + page[start:]
        else:
            page = page[:start] + bytes(b ^ 0x80 for b in page[start:end]) + page[end:]
    return page


def holds(reading: Reading) -> None:
    """What is true of every reading, whatever the page."""
    article = reading.article
    if article is None:
        assert reading.reason in REASONS
        return
    assert reading.reason == ""
    assert urlsplit(article.url).scheme in ("http", "https")
    assert all(address == "" or address.startswith("http") for address in (article.image, article.next_page))
    assert all(moment is None or moment.tzinfo for moment in (article.published, article.updated))
    assert "\n" not in article.title + article.description + "".join(article.authors)
    assert article.text.strip()
    body = lxml.html.fragment_fromstring(article.body, create_parent="div")
    assert not list(body.iter("script", "style", "iframe", "form", "input", "object"))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(mangled())
def test_mangled_pages_are_read_or_refused(page: bytes) -> None:
    holds(read_page(page, "https://valleypost.example/2024/05/03/rain"))


@pytest.mark.parametrize(
    "sign", ["\x01", "\x0b", "\x0c", "\x1f", "\ufffe", "&#11;", "&#x1", "&#xFFFE;", "&#1&shy;1;", "&#1\x011;"]
)
def test_control_characters_end_no_page_wherever_they_stand(sign: str) -> None:
    post = "<blockquote class=twitter-tweet>It {0} rains <p>Rain{0}.</p>{0}<a href='https://twitter.com/ann/status/1764553322110099887'>x</a>{0}</blockquote>"
    signs = (
        f"{post}<div data-post='%3Cblockquote class=twitter-tweet%3E a%0B{{0}} %3Ca href=%22https://twitter.com/a/status/1764553322110099887%22%3E'></div>"
        "<a href='/whole{0}.jpg'><span style='background-image:url(/r{0}.jpg)'></span></a><p>A{0} word.</p>"
    ).format(sign)
    reading = read_page(
        MICRODATA.replace("<p>On day 3", f"{signs}<p>On day 3").encode(), "https://valleypost.example/a"
    )
    holds(reading)
    assert reading.article is not None
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", reading.article.body + reading.article.text)


def test_a_portrait_that_leads_to_an_author_is_no_mention() -> None:
    portrait = "<p><a href='/author/jane-doe'><img src='/jane.jpg'></a> Rain fell.</p>"
    page = f"<title>Rain at last</title><article><h1>Rain at last</h1>{portrait}{PARAGRAPHS}</article>"
    holds(read_page(page.encode(), "https://valleypost.example/a"))


@settings(max_examples=60)
@given(st.binary(max_size=2000), st.text(max_size=20))
def test_any_bytes_and_any_charset_are_read_or_refused(page: bytes, charset: str) -> None:
    holds(read_page(b"<html>" + page, "https://valleypost.example/a", encoding=charset))


@settings(max_examples=60)
@given(mangled(), st.sampled_from(["h1", "//p", "(//div)[1]", "//p/text()", "count(//p)", "string(//h1)"]))
def test_any_selector_of_a_site_gives_an_answer(page: bytes, selector: str) -> None:
    chosen = (selector,)
    rules = Rules(body=chosen, remove=chosen, title=chosen, authors=chosen, published=chosen)
    holds(read_page(page, "https://valleypost.example/a", rules=rules))


def test_the_pages_that_are_mangled_are_articles_while_whole() -> None:
    for page in PAGES:
        assert extract_article(page, "https://valleypost.example/2024/05/03/rain") is not None


TEN_MEGABYTES = 10_000_000


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * (TEN_MEGABYTES // 5), id="nesting"),
        pytest.param("<b><i><font>" * (TEN_MEGABYTES // 12), id="nothing closed"),
        pytest.param("<p>x" * 200_000, id="200,000 elements"),
        pytest.param("<span>x</span>" * (TEN_MEGABYTES // 14), id="700,000 elements"),
        pytest.param("<p " + " ".join(f"a{n}=x" for n in range(200_000)) + ">", id="200,000 attributes"),
        pytest.param("<" * TEN_MEGABYTES, id="open brackets"),
        pytest.param("<!--" * (TEN_MEGABYTES // 4), id="open comments"),
        pytest.param("<title>" + SENTENCE * 90_000, id="a title of a book's length"),
        pytest.param("<h1>x</h1><img srcset='" + "a.jpg 1w, " * 900_000 + "'>", id="an endless srcset"),
        pytest.param('<script type="application/ld+json">' + "[" * TEN_MEGABYTES, id="nested JSON"),
        pytest.param(
            "<b itemprop='" + "author " * (TEN_MEGABYTES // 7) + f"'>Jane Doe</b><p>{SENTENCE}", id="one name often"
        ),
        pytest.param("<div itemprop=author>Jane Doe " * 2_000 + f"<p>{SENTENCE}", id="authors in authors"),
        pytest.param(
            '<script type="application/ld+json">' + '{"@type":"Article","a":"\\" /* //' * 300_000, id="broken JSON"
        ),
        pytest.param("<p>" + SENTENCE * 90_000, id="a paragraph of a book's length"),
        pytest.param(f"<h1>x</h1>{PARAGRAPHS}" + "<h3>12 comments about</h3>" * 9_000, id="headings of comments"),
    ],
)
def test_ten_megabytes_take_time_in_proportion_to_their_size(page: str) -> None:
    assert in_proportion(lambda text: holds(read_page(text.encode(), "https://valleypost.example/a")), page)


@pytest.mark.parametrize(
    "html", [b"", b" ", b"\0", b"\xff\xfe", b"<", b"<html>", b"<html></html>", b"<body>", b"<frameset>", b"<?xml?>"]
)
def test_next_to_nothing_is_refused(html: bytes) -> None:
    assert extract_article(html, "https://valleypost.example/a") is None


def test_a_page_without_a_body_is_read() -> None:
    article = extract_article(f"<h1>Rain at last</h1>{PARAGRAPHS}".encode(), "https://valleypost.example/a")
    assert article is not None
    assert (article.title, article.text.count(SENTENCE)) == ("Rain at last", 6)
