"""Which labels mean a charset, and which one."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.charset import OF_THE_WEB, charset


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF-8", "utf-8"),
        (" utf8 ", "utf-8"),
        ("gb2312", "gb18030"),
        ("x-gbk", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("EUC-KR", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("TIS-620", "cp874"),
        ("x-x-big5", "big5hkscs"),
        ("x-cp1251", "cp1251"),
        ("x-mac-cyrillic", "mac-cyrillic"),
        ("iso-8859-8-i", "iso8859-8"),
        ("koi8-u", "koi8-u"),
    ],
)
def test_a_label_as_browsers_understand_it(label: str, name: str) -> None:
    assert charset(label) == name


@pytest.mark.parametrize(
    "label",
    ["undefined", "base64", "rot13", "idna", "hex", "zlib", "bz2", "uu", "quopri", "punycode", "unicode_escape"]
    + ["raw_unicode_escape", "utf-7", "hz", "utf-32", "mbcs", "x-user-defined", "", "x-", "\0", "gzip", "br", "zstd"],
)
def test_what_is_no_charset(label: str) -> None:
    assert charset(label) is None


@given(st.text())
def test_no_label_raises(label: str) -> None:
    assert charset(label) in (None, *OF_THE_WEB)


@pytest.mark.parametrize("name", sorted(OF_THE_WEB))
def test_every_charset_is_one_that_python_reads(name: str) -> None:
    assert codecs.lookup(name).name == name
