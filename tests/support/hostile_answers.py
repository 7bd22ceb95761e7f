"""Answers that no honest server gives, made by chance from a number: the same number gives the same answer."""

import gzip
import random
import zlib
from collections.abc import Callable

import brotli
from backports import zstd

from tests.support.server import CLOSE, RESET, Answer

PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>A story</title></head><body><article><h1>A story</h1>"
    + "<p>The council met again and said what it says of the bridge each year, in many words.</p>" * 20
    + "</article></body></html>"
).encode()
FEED = b"<?xml version='1.0'?><rss><channel><item><title>A</title><link>https://example.com/a</link></item></channel></rss>"
ENTITIES = (
    b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (99 + n, b"&%c;" % (98 + n if n else 97) * 10) for n in range(9))
    + b"<!ENTITY file SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&k;&file;</title></item></channel></rss>"
)


def status(chance: random.Random) -> Answer:
    """A status line that is odd, or a status that is."""
    lines = [b"HTTP/1.1 %d X", b"HTTP/1.1 %d", b"HTTP/9.9 %d OK", b"ICY %d OK", b"HTTP/1.1  %d OK", b"%d"]
    line = chance.choice(lines) % chance.choice(
        [0, 1, 99, 101, 103, 204, 205, 206, 226, 299, 304, 418, 451, 599, 999, 70000]
    )
    return [line + b"\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE, CLOSE]


def headers(chance: random.Random) -> Answer:
    """Headers that lie, repeat, break off or never end."""
    odd = [
        b"Content-Length: -1", b"Content-Length: 5, 6", b"Content-Length: 1e3", b"Content-Length: " + b"9" * 40,
        b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b"Content-Encoding: gzip",
        b"Content-Encoding: br, gzip, zstd, deflate", b"Content-Encoding: \xff\xfe",
        b"Content-Type: text/html; charset=\xff",
        b"Content-Type: text/html; charset=utf-7", b"Content-Type: text/html; charset=punycode", b"Content-Type: /",
        b"Content-Type: text/html; charset=base64", b"Location: http://[", b"Location: //", b"Location: \xff\xfe\xfd",
        b"Location: javascript:alert(1)", b"Retry-After: " + b"9" * 300, b"Retry-After: NaN",
        b"Set-Cookie: a=b; Domain=.com",
        b": no name", b"No colon", b"X" * 20_000 + b": y", b"X: " + b"y" * 15_000, b" folded", b"\tX: y", b"X\0Y: z",
        b"Refresh: 0; url=file:///etc/passwd", b"ETag: \xff", b"Last-Modified: never", b"Content-Disposition: \x00",
    ]  # fmt: skip
    lines = [chance.choice([b"HTTP/1.1 200 OK", b"HTTP/1.1 302 Found", b"HTTP/1.0 503 Busy"])]
    lines += chance.sample(odd, chance.randint(1, 6))
    return [b"\r\n".join([*lines, b"", b""]) + PAGE, CLOSE]


def compressed(chance: random.Random) -> Answer:
    """A body that is not what its coding says: broken, cut, doubled, or far larger than it looks."""
    name, packer = chance.choice(list(PACKERS.items()))
    data = bytearray(packer(chance.choice([PAGE, PAGE * 50, bytes(3 * 10**7), b""])))
    for _ in range(chance.randint(0, 4)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.randint(0, len(data))]) if chance.random() < 0.4 else bytes(data)
    return [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
            % (name, len(cut)) + cut]  # fmt: skip


PACKERS: dict[bytes, Callable[[bytes], bytes]] = {
    b"gzip": gzip.compress,
    b"deflate": zlib.compress,
    b"br": lambda data: brotli.compress(data, quality=3),
    b"zstd": zstd.compress,
}


def body(chance: random.Random) -> Answer:
    """A whole answer whose content is hostile or is not of its type."""
    contents = [
        bytes(chance.randrange(256) for _ in range(2000)), b"<" * 50_000, b"<div>" * 20_000, b"<!--" * 10_000,
        b"\0" * 5000,
        b"<p a=" * 10_000, ENTITIES, gzip.compress(gzip.compress(ENTITIES)), FEED, PAGE[: chance.randrange(len(PAGE))],
        PAGE.decode().encode("utf-16"), b"\xef\xbb\xbf" + PAGE, b"[" * 50_000,
        b'{"version": "https://jsonfeed.org/version/1"}',
        b'<script type="application/ld+json">' + b'{"a":' * 5000 + b"</script>", b"%PDF-1.7\n" + bytes(500), b"",
        b"<table><tr><td>" * 3000, b"&#x110000;&#0;&#xD800;" * 1000, b"<svg><style>" * 2000,
        b"<a href='" + b"x" * 100_000,
    ]  # fmt: skip
    kinds = [b"text/html", b"application/rss+xml", b"image/jpeg", b"application/json", b"text/plain", b"", b"video/mp4"]
    said, content = chance.choice(kinds), chance.choice(contents)
    return [b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (said, len(content)) + content]


def chunks(chance: random.Random) -> Answer:
    """Chunked bodies with sizes that are none, do not fit, or never end."""
    sizes = [b"%x" % len(PAGE), b"zz", b"-1", b"%x" % (len(PAGE) + 9), b"ffffffffffffffffff", b"5;ext=\xff", b"", b"0"]
    steps: Answer = [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"]
    steps += [
        chance.choice(sizes) + chance.choice([b"\r\n", b"\n", b""]) + PAGE + b"\r\n"
        for _ in range(chance.randint(1, 4))
    ]
    ends: list[Answer] = [[b"0\r\n\r\n"], [CLOSE], [RESET], [b"0\r\nX: y\r\n\r\n"], [b"0\r\n", CLOSE]]
    return [*steps, *chance.choice(ends)]


def timing(chance: random.Random) -> Answer:
    """Answers that pause, drip, reset or close at any point."""
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE
    cut = chance.randrange(len(whole))
    pause = chance.choice([0.0, 0.01, 0.3, 5.0])
    rests: list[Answer] = [[whole[cut:]], [CLOSE], [RESET], [whole[cut:-1], 5.0], [whole]]
    return [whole[:cut], pause, *chance.choice(rests), CLOSE]


def noise(chance: random.Random) -> Answer:
    """Bytes."""
    return [bytes(chance.randrange(256) for _ in range(chance.choice([0, 1, 50, 3000]))), chance.choice([CLOSE, RESET])]


CLASSES = [status, headers, compressed, body, chunks, timing, noise]


def answer(number: int) -> tuple[str, Answer]:
    """(name of its class, the answer) of a case."""
    chance = random.Random(number)
    kind = CLASSES[number % len(CLASSES)]
    return kind.__name__, kind(chance)
