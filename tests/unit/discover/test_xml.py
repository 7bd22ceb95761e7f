"""XML in whatever encoding and packing it comes."""

import gzip

import pytest

from newscrawl.discover.xml import MAX_BYTES, elements, parse_xml, text_in, unpack

CHINESE, RUSSIAN, GERMAN = "镕基五角大楼确认", "Специальный корреспондент", "„Größer“ – als erwartet"


def document(title: str, encoding: str) -> str:
    said = f' encoding="{encoding}"' if encoding else ""
    return f'<?xml version="1.0"{said}?>\n<rss><item><title>{title}</title></item></rss>'


def titles(data: bytes) -> list[str]:
    root = parse_xml(data)
    assert root is not None
    whole = [text_in(title) for title in root.iter("title")]
    assert [text_in(item) for item in elements(data, "item")] == whole
    return whole


@pytest.mark.parametrize(
    ("title", "codec", "said"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8", ""),
        (CHINESE, "utf-8", "gb2312"),
        (CHINESE, "gbk", "gb2312"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (GERMAN, "cp1252", "iso-8859-1"),
        (GERMAN, "utf-8", "undefined"),
        ("plain", "ascii", "utf-16"),
        ("plain", "ascii", "base64"),
    ],
)
def test_titles_are_read_as_they_were_written(title: str, codec: str, said: str) -> None:
    assert titles(document(title, said).encode(codec)) == [title]


def test_an_encoding_that_shows_late_is_the_declared_one() -> None:
    filler = "<item><title>plain</title></item>" * 3000
    data = document(f"plain</title></item>{filler}<item><title>{RUSSIAN}", "windows-1251").encode("cp1251")
    assert titles(data)[-1] == RUSSIAN and len(data) > 2**16


def test_a_word_about_charsets_in_a_text_declares_nothing() -> None:
    filler = "<item><title>plain</title></item>" * 3000
    data = document(f"charset=gbk explained</title></item>{filler}<item><title>{GERMAN}", "utf-8").encode()
    assert titles(data)[-1] == GERMAN


def test_packing() -> None:
    data = document(CHINESE, "utf-8").encode()
    twice = gzip.compress(gzip.compress(data))
    members = gzip.compress(data[:50]) + gzip.compress(data[50:])
    assert titles(gzip.compress(data)) == titles(twice) == titles(members) == [CHINESE]
    broken = gzip.compress(data * 9000)
    assert b"".join(unpack(broken[: len(broken) // 2])).count(b"<rss>") > 100


def test_what_stands_beyond_the_bound_is_not_read() -> None:
    bomb = gzip.compress(bytes(2 * MAX_BYTES))
    assert sum(map(len, unpack(bomb))) <= MAX_BYTES
