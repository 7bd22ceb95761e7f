"""XML in whatever encoding and packing it comes."""

import gzip

import pytest

from newscrawl.discover.xml import MAX_BYTES, breaks_off, elements, text_in, unpack

CHINESE, RUSSIAN, GERMAN = "镕基五角大楼确认", "Специальный корреспондент", "„Größer“ – als erwartet"


def document(title: str, encoding: str) -> str:
    said = f' encoding="{encoding}"' if encoding else ""
    return f'<?xml version="1.0"{said}?>\n<rss><item><title>{title}</title></item></rss>'


def titles(data: bytes, header: str = "") -> list[str]:
    return [text_in(item) for item in elements(data, "item", header=header)]


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
        ("朱镕堃访问港口", "gbk", "gb2312"),
        ("港口㐀委员会", "gb18030", "gbk"),
        ("灯台①開放", "cp932", "Shift_JIS"),
        (CHINESE, "utf-16-le", "utf-16"),
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


def test_the_headers_charset_counts_where_the_document_names_none() -> None:
    assert titles(document(RUSSIAN, "").encode("cp1251"), "windows-1251") == [RUSSIAN]
    assert titles(document(RUSSIAN, "utf-8").encode("cp1251"), "windows-1251") == [RUSSIAN]
    assert titles(document(RUSSIAN, "utf-8").encode(), "windows-1251") == [RUSSIAN]


GOOD = "<item><title>good</title></item>"


@pytest.mark.parametrize(
    "bad",
    [
        "&#55357; half &#x110000; &#0;",
        "&#55&#0;357; a reference in a reference",
        "a \x00 b \uffff",
        "&nosuch; & < b",
        "<![CDATA[ never ends",
        "<![CDATA[ ends twice ]]> ]]>",
        "<b>never ends",
        "<a href=x y>unquoted</a>",
        "<x:y>no such prefix</x:y>",
        "<b>" * 300,
        "</item></item></channel>",
    ],
)
@pytest.mark.parametrize("count", [1, 150])
def test_a_fault_costs_its_own_entry_at_most(bad: str, count: int) -> None:
    data = f"<rss><channel>{GOOD * count}<item><title>{bad}</title></item>{GOOD * count}</channel></rss>".encode()
    for broken in (data, data.replace(b"good", b"g\xe9 good")):
        assert sum("good" in title for title in titles(broken)) == 2 * count


def test_an_emoji_in_two_references_is_one() -> None:
    assert titles(document("one &#55357;&#56613; two &#xD83D;&#xDD25;&#169;", "utf-8").encode()) == ["one 🔥 two 🔥©"]


@pytest.mark.parametrize(
    "before",
    [
        "\n \n",
        "<!-- x -->\n",
        "<br />\n<b>Deprecated</b>:  Function in <b>/x.php</b> on line <b>2</b><br />\n",
        "Notice: x\n",
    ],
)
def test_what_stands_before_the_document_costs_nothing(before: str) -> None:
    assert titles(before.encode() + document(RUSSIAN, "windows-1251").encode("cp1251")) == [RUSSIAN]


def test_a_document_that_ends_before_its_end_is_known() -> None:
    whole = document("plain", "utf-8").encode()
    packed = gzip.compress(document("plain " * 999, "utf-8").encode(), 1)
    assert not any(map(breaks_off, (whole, gzip.compress(whole), whole + b"<!-- 0.2 s -->", b"<rss/>", b"", b"<html>")))
    assert all(map(breaks_off, (whole[:-3], gzip.compress(whole[:-9]), packed[:-20])))


def test_a_million_beginnings_cost_no_more_than_their_length() -> None:
    for begin in (b"<item ", b"<![CDATA[", b"&#1;", b"<rss ", b"<br "):
        assert len(list(elements(b"<rss>" + begin * (2**20 // len(begin)), "item"))) <= 50_000
