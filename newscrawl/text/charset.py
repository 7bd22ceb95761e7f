"""Charsets by the labels that pages and servers give them, as browsers understand those (encoding.spec.whatwg.org)."""

import re
from functools import lru_cache

import w3lib.encoding

# Python's names of what browsers read. Python's other codecs are none of the web's (`base64`, `rot13`, `idna`,
# `undefined`), or are refused there because they hide markup (`utf-7`, `hz`).
OF_THE_WEB = frozenset(
    """
    utf-8 utf-16 utf-16-le utf-16-be
    gb18030 big5hkscs cp950 euc_jp iso2022_jp cp932 cp949
    cp866 koi8-r koi8-u mac-roman mac-cyrillic
    cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
    iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15
    iso8859-16
    """.split()
)
# x-gbk, x-x-big5, x-mac-cyrillic; iso-8859-8-i says in which order Hebrew stands.
_AROUND = re.compile(r"^(?:x-)+|(?<=^iso-8859-[68])-[ei]$")


@lru_cache(maxsize=256)
def charset(label: str) -> str | None:
    """Python's name of the charset that a label means, or None where it means none.

    As in browsers it is the larger one where a label is used for two: `gb2312` is gb18030, `iso-8859-1` is cp1252.
    """
    bare = _AROUND.sub("", label.strip().lower())
    try:
        name = w3lib.encoding.resolve_encoding(bare)
    except ValueError:  # a character that no name has
        return None
    return name if name in OF_THE_WEB else None
