"""Answers unpacked, and texts in the encoding that they are in."""

import gzip
import zlib

import brotli
import pytest
from scrapy.http import Headers, HtmlResponse, Response, TextResponse

from newscrawl.fetch.decompression import codings_of, content, decodable
from newscrawl.fetch.errors import OverBound, Unusable

PAGE = "<html><head><title>größer</title></head><body><p>Über die Brücke</p></body></html>"
MOST = 10**6


@pytest.mark.parametrize(
    ("said", "codings"),
    [
        (["gzip"], ["gzip"]),
        (["gzip, br", "zstd"], ["gzip", "br", "zstd"]),
        (["identity, GZIP"], ["gzip"]),
        (["aws-chunked"], []),
        (["utf-8"], []),
        (["gzip, iso-8859-1"], ["gzip"]),
        (["base64"], ["base64"]),
        ([], []),
    ],
)
def test_what_was_done_to_a_body(said: list[str], codings: list[str]) -> None:
    assert codings_of(Headers({"Content-Encoding": said})) == codings


def test_a_body_comes_back_through_all_its_codings() -> None:
    body = PAGE.encode()
    packed = brotli.compress(gzip.compress(body))
    assert content(Headers({"Content-Encoding": "gzip, br"}), packed, MOST) == body
    raw = zlib.compressobj(wbits=-15)
    bare = raw.compress(body) + raw.flush()
    for deflated in (bare, zlib.compress(body)):
        assert content(Headers({"Content-Encoding": "deflate"}), deflated, MOST) == body


def test_what_is_damaged_or_too_big_has_a_reason() -> None:
    coded = Headers({"Content-Encoding": "gzip"})
    packed = gzip.compress(PAGE.encode())
    with pytest.raises(Unusable, match="broken gzip"):
        content(coded, packed[:-9], MOST)
    with pytest.raises(OverBound, match="too big"):
        content(coded, packed, 10)
    with pytest.raises(Unusable, match="unknown compression"):
        content(Headers({"Content-Encoding": "base64"}), packed, MOST)


@pytest.mark.parametrize(
    ("codec", "header", "meta"),
    [
        ("utf-8", "undefined", ""),
        ("utf-8", "", "base64"),
        ("cp1252", "iso-8859-1", ""),
        ("utf-8", "iso-8859-1", "iso-8859-1"),
        ("cp1252", "rot13", "windows-1252"),
        ("utf-16", "", ""),
    ],
)
def test_a_text_is_read_as_the_extraction_reads_it(codec: str, header: str, meta: str) -> None:
    kind = f"text/html; charset={header}" if header else "text/html"
    body = PAGE.replace("<head>", f'<head><meta charset="{meta}">' if meta else "<head>").encode(codec)
    answer = HtmlResponse("https://example.com/", status=203, headers={"Content-Type": kind, "X": "1"}, body=body)
    found = decodable(answer)
    assert isinstance(found, TextResponse)
    assert found.css("title::text").get() == "größer"
    assert (found.status, found.url, found.headers["X"], found.body) == (203, answer.url, b"1", body)


def test_what_is_no_text_or_is_right_stays_as_it_is() -> None:
    right = HtmlResponse("https://example.com/", headers={"Content-Type": "text/html; charset=utf-8"}, body=b"x")
    for answer in (Response("https://example.com/a.png", body=b"\x89PNG"), right):
        assert decodable(answer) is answer
