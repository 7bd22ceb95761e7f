"""clean_body: what stays, what goes, and that it is the same the second time."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.clean import CleanHTML, clean_body
from newscrawl.clean.limits import DEPTH, ELEMENTS
from tests.support.crawling import ROOT
from tests.support.growth import in_proportion
from tests.support.hostile import STRINGS, STRUCTURES, forms
from tests.support.rendered import body_tree
from tests.support.xss_vectors import VECTORS

URL = "https://example.com/news/2"

KEPT = {
    "WordPress's figures": '<figure id="attachment_239327" aria-describedby="caption-attachment-239327" '
    'style="width:770px" class="wp-caption aligncenter"><img loading="lazy" class="size-arc-image-770 wp-image-239327" '
    'src="https://example.com/a.jpg?w=770&amp;resize=770%2C433" alt="" data-recalc-dims="1" '
    'referrerpolicy="no-referrer"></figure>',
    "a link": '<p><a href="https://example.com/1" rel="noopener nofollow">a</a></p>',
    "mail": '<p><a href="mailto:a@example.com" rel="noopener nofollow">a</a></p>',
    "a small picture in the text": '<p><img src="data:image/png;base64,iVBORw0KGgo=" referrerpolicy="no-referrer"></p>',
    "code's language": '<pre><code class="language-js">a\n\n  b</code></pre>',
    "a newline that begins a <pre>": "<pre>\n\na</pre>",
    "a newline that does not begin one": "<pre><code>a</code>\nb<div>c</div>\nd</pre>",
    "bold paragraphs": "<b><p>a</p></b>",
    "languages and directions": '<p lang="ar" dir="rtl">a</p>',
    "tables": '<table><tbody><tr><th scope="row" colspan="2">a</th><td rowspan="3">b</td></tr></tbody></table>',
    "no-break spaces": "<p>a&nbsp;b</p>",
}


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_stays_as_it_is(body: str) -> None:
    assert clean_body(body, URL) == body


CHANGED = {
    "scripts": ("<p>a<script>b</script></p>", "<p>a</p>"),
    "styles": ("<style>b</style><p>a</p>", "<p>a</p>"),
    "event attributes": ('<p onclick="x" ONLOAD=y>a</p>', "<p>a</p>"),
    "styles but width": ('<p style="color:red; width: 77.5% ;top:0">a</p>', '<p style="width:77.5%">a</p>'),
    "widths that are no width": ('<p style="max-width:1px;width:calc(1px)">a</p>', "<p>a</p>"),
    "forms": ("<form><label>a<input></label><button>b</button></form>", "<div>a</div>"),
    "objects": ('<object data="x">a</object>', "a"),
    "base and meta": ('<base href="//x"><meta http-equiv="refresh" content="0"><p>a</p>', "<p>a</p>"),
    "frames become links": (
        '<iframe src="//video.example/1" title="A film"></iframe>',
        '<p><a href="https://video.example/1" rel="noopener nofollow">A film</a></p>',
    ),
    "what stands in a frame for browsers that know none": (
        '<iframe src="//video.example/1" title="A film"><p onclick="x">b</p><script>c</script></iframe>d',
        '<p><a href="https://video.example/1" rel="noopener nofollow">A film</a></p>d',
    ),
    "frames within a paragraph": (
        '<p>a <iframe src="//video.example/1"></iframe></p>',
        '<p>a <a href="https://video.example/1" rel="noopener nofollow">https://video.example/1</a></p>',
    ),
    "frames without an address": ('<iframe src="about:blank"></iframe><p>a</p>', "<p>a</p>"),
    "closing what is not its own": ("</div></article></body><p>a</p></div>", "<p>a</p>"),
    "swallowing the page": ("<p>a</p><plaintext>b", "<p>a</p>b"),
    "comments": ("<p>a<!-- b -->c</p><!-- d", "<p>ac</p>"),
    "comments for Explorer": ("<!--[if IE]><p>a</p><![endif]--><p>b</p>", "<p>b</p>"),
    "unclosed elements": ("<p><b>a", "<p><b>a</b></p>"),
    "script addresses": ('<a href="javascript:x">a</a>', "<a>a</a>"),
    "script addresses with a tab": ('<a href="java&#9;script:x">a</a>', "<a>a</a>"),
    "data addresses": ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
    "pictures that are documents": ('<img src="data:image/svg+xml,x">', ""),
    "large pictures in the text": (f'<img src="data:image/png;base64,{"A" * 20000}">', ""),
    "files": ('<a href="file:///etc/passwd">a</a>', "<a>a</a>"),
    "relative addresses": ('<a href="../x?a=1&b=2">a</a>', '<a href="https://example.com/x?a=1&amp;b=2" rel="noopener '
                           'nofollow">a</a>'),
    "other hosts' addresses": ('<img src="//cdn.example/a.png">', '<img src="https://cdn.example/a.png" '
                               'referrerpolicy="no-referrer">'),
    "srcset": (
        '<img src="a.png" srcset="a.png 1x, //b.example/b,c.png 2x, javascript:x 3x">',
        '<img src="https://example.com/news/a.png" srcset="https://example.com/news/a.png 1x, '
        'https://b.example/b,c.png 2x" referrerpolicy="no-referrer">',
    ),
    "pictures without one": ('<p><img alt="a" data-src="x">b</p>', "<p>b</p>"),
    "ids that the page may have": ('<p id="header">a</p>', '<p id="article-header">a</p>'),
    "ids that are none": ('<p id="a b">a</p>', "<p>a</p>"),
    "names": ('<img name="body" src="https://example.com/a">', '<img src="https://example.com/a" referrerpolicy='
              '"no-referrer">'),
    "links within the page": (
        '<a href="#n">a</a><a href="https://example.com/news/2#n">b</a><a name="n">c</a>',
        '<a href="#article-n">a</a><a href="#article-n">b</a><a id="article-n">c</a>',
    ),
    "links to parts that are not here": ('<a href="#comments">a</a>', '<a href="https://example.com/news/2#comments" '
                                         'rel="noopener nofollow">a</a>'),
    "classes of the site": ('<p class="hidden wp-caption-text ad">a</p>', '<p class="wp-caption-text">a</p>'),
    "data for scripts": ('<p data-x="1" v-html="x" @click="x">a</p>', "<p>a</p>"),
    "href behind a title": (
        '<a title="href=x" href="https://example.com/">a</a>',
        '<a href="https://example.com/" title="href=x" rel="noopener nofollow">a</a>',
    ),
    "autoplay": ('<video src="https://example.com/v" autoplay loop></video>', '<video src="https://example.com/v" '
                 'controls="" preload="none"></video>'),
    "parts of a page": ("<article>a</article><nav>b</nav>", "<div>a</div>\n<div>b</div>"),
    "a paragraph in a paragraph": ("<p>a<button>x</button><object><p>b</p></object>c</p>", "<p>a</p>\n<p>b</p>c"),
    "a link in a link": ('<a href="//a.example/">a<object><a href="//b.example/">b</a></object></a>',
                         '<a href="https://a.example/" rel="noopener nofollow">ab</a>'),
    "text in a table": ("<table>a<tr><td>b</table>", "a\n<table><tbody><tr><td>b</td></tr></tbody></table>"),
    "control characters": ("<p>a\x00\x01\x7f\x85\ufffe\ufdd0\ud800b&#1;&#x85;c</p>", "<p>ab…c</p>"),
    "blanks": (" <p> a \n b <b> c </b> </p> \n <p>d</p> ", "<p>a b <b>c </b></p>\n<p>d</p>"),
    "line ends": ("<pre>a\r\nb\rc</pre>", "<pre>a\nb\nc</pre>"),
    "huge spans": ('<td colspan="9999">a</td><table><tr><td rowspan="99999">a</table>',
                   "a\n<table><tbody><tr><td>a</td></tr></tbody></table>"),
    "kramdown's switch": ('<div markdown="1">*a*</div>', "<div>*a*</div>"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), CHANGED.values(), ids=CHANGED)
def test_goes_or_changes(body: str, wanted: str) -> None:
    assert clean_body(body, URL) == wanted


ALL = [body for body, _ in STRUCTURES] + [forms(text) for text in STRINGS] + VECTORS


def test_cleaning_twice_changes_nothing() -> None:
    once = [clean_body(body, URL) for body in ALL]
    assert [again(body) for body in once] == once


def again(body: CleanHTML, url: str = URL) -> str:
    """`body` cleaned like any other: a `CleanHTML` itself is not cleaned twice."""
    return clean_body(str(body), url)


def test_what_is_changed_after_it_was_clean_is_cleaned_again() -> None:
    body = clean_body("<p>a</p>", URL)
    assert clean_body(body, URL) is body
    for changed in (body + "<script>", body.replace("a", "<script>"), f"{body}<script>", body[:2] + " onclick=x>"):
        assert "<script" not in clean_body(changed, URL) and "onclick" not in clean_body(changed, URL)


def test_nobody_else_says_of_a_body_that_it_is_clean() -> None:
    sources = [path for folder in ("newscrawl", "pipelines", "spiders") for path in (ROOT / folder).rglob("*.py")]
    makers = {path.relative_to(ROOT).as_posix() for path in sources if "CleanHTML(" in path.read_text("utf-8")}
    assert makers == {"newscrawl/clean/body.py", "newscrawl/clean/images.py"}


def test_a_browser_reads_what_was_written() -> None:
    """The tree that a browser builds is the one that was cleaned: nothing moves or closes on the way."""
    for body in ALL:
        cleaned = clean_body(body, URL)
        tree = body_tree(cleaned)
        opened = [item[0] for item in tree if isinstance(item, tuple) and not item[0].startswith("/")]
        assert opened == re.findall(r"<([a-z0-9]+)", cleaned), body


@settings(max_examples=100)
@given(st.text(), st.text(max_size=50))
def test_nothing_makes_it_fail(body: str, url: str) -> None:
    once = clean_body(body, url)
    assert again(once, url) == once


@settings(max_examples=100)
@given(st.lists(st.sampled_from(ALL), min_size=2, max_size=4), st.data())
def test_no_mixture_of_fragments_comes_out_with_a_script(bodies: list[str], data: st.DataObject) -> None:
    cut = "".join(body[: data.draw(st.integers(0, len(body)))] for body in bodies)
    cleaned = clean_body(cut, URL)
    flat = body_tree(cleaned)
    tags = {item[0] for item in flat if isinstance(item, tuple)}
    names = {name for item in flat if isinstance(item, tuple) for name in item[1]}
    assert not tags & {"script", "style", "iframe", "svg", "math", "form", "object", "embed", "base", "meta", "link"}
    assert not [name for name in names if name.startswith("on")]


LARGE = {
    "nested": "<div>" * 60_000,
    "nested and closed": "<div>" * 60_000 + "x" + "</div>" * 60_000,
    "nested bold": "<b>" * 30_000,
    "bold opened again by every paragraph": "".join(f"<b id={n}>" for n in range(2000)) + "<p>x" * 10_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(120_000)) + ">x",
    "attributes behind a quoted >": '<p "=">" ' + " ".join(f"a{n}=''" for n in range(120_000)) + ">x",
    "attributes with nothing between": "<p " + "".join(f'a{n}=""' for n in range(100_000)) + ">x",
    "attributes with strokes between": "<p" + "/a".join(map(str, range(200_000))) + ">x",
    "values with tags in them": "<a/b=" * 300_000,
    "a srcset without an end": f'<img src="a.png" srcset="{"a" * 80_000} b c">' * 5,
    "styles": f'<p style="{"; " * 50_000}width">',
    "ends of nothing": "</p>" * 30_000 + "</b>" * 30_000,
    "pictures": '<img src="a.png">' * 10_000,
    "cells": "<table>" + "<tr><td>x" * 20_000,
    "comments": "<!--" * 50_000,
    "references": "&amp" * 50_000,
    "open tags": "<a href='" * 30_000,
    "text": "长" * 400_000,
}


@pytest.mark.parametrize("body", LARGE.values(), ids=LARGE)
def test_no_body_takes_long_or_comes_out_deep(body: str) -> None:
    assert in_proportion(lambda text: clean_body(text, URL), body)
    cleaned = clean_body(body, URL)
    assert len(cleaned) < 40_000_000
    depth = deepest = elements = 0
    for item in body_tree(cleaned) if len(cleaned) < 2_000_000 else []:
        if isinstance(item, tuple):
            depth += -1 if item[0].startswith("/") else 1
            deepest, elements = max(deepest, depth), elements + (not item[0].startswith("/"))
    assert deepest <= DEPTH
    assert elements <= ELEMENTS


def test_text_of_what_is_too_deep_stays() -> None:
    body = "<div>" * 500 + "deep" + "</div>" * 500 + "<p>after</p>"
    cleaned = clean_body(body, URL)
    assert "deep" in cleaned and cleaned.endswith("<p>after</p>")


@pytest.mark.parametrize("before", range(4990, 5001))
def test_a_long_text_in_pieces_keeps_its_entities(before: int) -> None:
    cleaned = clean_body(f"<p>x{chr(0xA0) * before}&amp;lt; {chr(0xB7) * 5000}</p>", URL)
    assert cleaned.replace("&nbsp;", "").replace("\xa0", "").rstrip("\xb7</p>\n") == "<p>x&amp;lt; "
