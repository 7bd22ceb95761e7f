"""Which encoding a page, feed or sitemap is in. Header, byte order mark, <meta> and the bytes may all disagree.

1. A byte order mark is right.
2. Bytes that are UTF-8 throughout are UTF-8, whatever is declared: no other encoding comes out like that by chance.
3. Else the HTTP header's charset, then the <meta>'s, where the bytes can be read so. A header that says Latin is a
   server's default (every byte can be read as Latin) and gives way to a <meta> that says something else and fits.
4. Else UTF-8 where it is mostly that: broken or cut pages. Where UTF-8 is declared, half is enough.
5. Else what the text looks like.
"""

import codecs
import re
from collections.abc import Iterator

from newscrawl.text.charset import charset
from newscrawl.text.mojibake import repaired

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# The HTML standard looks at the first 1024 bytes; publishers put long comments and preloads before it.
DECLARED_WITHIN = 8192

# Bytes: as far as the heads of the heaviest pages reach.
TRUSTED_FROM = 65536

# Bytes of text in which an undeclared encoding shows; more costs time and says the same.
GUESSED_FROM = 8000

# The encodings of the web's legacy pages, as the HTML standard lists them, without rare ones.
_LEGACY = [
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "koi8_r", "cp1252", "cp1250", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859_2",
]  # fmt: skip
# What pages in a language were written in before UTF-8, of the encodings of Latin letters. English is not among them:
# a page in any language says that it is English, for its template does.
_LATIN = {
    "cp1252": "af ca da de es eu fi fo fr ga gl is it nb nl nn no pt sv",
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1254": "tr",
    "cp1257": "et lt lv",
    "cp1258": "vi",
}
_OF_LANGUAGE = {language.encode(): name for name, languages in _LATIN.items() for language in languages.split()}
_LANGUAGE = re.compile(rb"""<html\b[^>]{0,300}?\slang\s*=\s*["']?([a-z]{2})\b""", re.I)
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)""")
# An emoji as two halves of three bytes each (CESU-8): what some databases and Java make of UTF-8.
_HALVES = re.compile(rb"\xed\xa0[\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_TEXT = re.compile(rb">([^<>\x80-\xff]*+[\x80-\xff][^<>]*+)<")


def to_utf8(html: bytes, header: str = "") -> bytes:
    """The page's bytes as UTF-8 without BOM and NULs. `header`: the HTTP header's charset, if any."""
    for bom, name in BOMS:
        if html.startswith(bom):
            html = html[len(bom) :]
            return _as_utf8(html, name)
    return _as_utf8(html, encoding_of(html, header))


def _as_utf8(html: bytes, name: str) -> bytes:
    html = whole_emoji(html) if name == "utf-8" else html.decode(name, "replace").encode("utf-8", "replace")
    return repaired(html.replace(b"\0", b"") if b"\0" in html else html)


def whole_emoji(html: bytes) -> bytes:
    return _HALVES.sub(_joined, html) if b"\xed" in html and b"\xed\xa0" in html else html


def _joined(halves: re.Match[bytes]) -> bytes:
    return halves[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()


def encoding_of(html: bytes, header: str = "") -> str:
    """Python's name of the encoding of a page without byte order mark."""
    named = declared(html, header)
    # A page that says UTF-8 and whose head, with its title and description, is UTF-8, is not read twice to make sure.
    start = html[:TRUSTED_FROM] if "utf-8" in named else html
    if _reads(start, "utf-8") and not (b"\x1b" in start and b"\x1b$" in start):  # ISO-2022-JP is ASCII with escapes
        return "utf-8"
    fitting = [name for name in named if name != "utf-8" and _reads(html, name)]
    if fitting:
        return next((name for name in fitting if name != "cp1252"), fitting[0])
    return "utf-8" if _mostly_utf8(html, "utf-8" in named) else _looks_like(html)


def declared(html: bytes, header: str = "") -> list[str]:
    """Python's names of the encodings that the header and the page's first bytes speak of, in this order."""
    labels = (header, *_labels(html[:DECLARED_WITHIN].lower()))
    return [name for label in labels if label and (name := charset(label))]


def _labels(head: bytes) -> Iterator[str]:
    """What the page calls its encoding, its scripts' and the XML declaration's included: none is believed unseen."""
    at = head.find(b"charset")
    while at >= 0:
        if found := _LABEL.match(head, at):
            yield found[1].decode("ascii")
        at = head.find(b"charset", at + 7)
    if head.startswith(b"<?xml") and (found := _LABEL.search(head[:200])):
        yield found[1].decode("ascii")


def _reads(html: bytes, name: str) -> bool:
    """Whether the bytes can be read so; the last character may be cut."""
    try:
        if name == "utf-8":
            codecs.utf_8_decode(html, "strict", False)  # what the line below does, without a copy of the page
        else:
            codecs.getincrementaldecoder(name)("strict").decode(html)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(html: bytes, said: bool) -> bool:
    """Whether right characters are at least as many as wrong ones where it is said to be so, else four times as many.

    Of another encoding's text hardly a character in ten is right by chance.
    """
    text = whole_emoji(html[:500_000]).decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - wrong
    return right >= wrong if said else right > 4 * wrong


def _looks_like(html: bytes) -> str:
    from charset_normalizer import from_bytes  # here because importing it takes longer than reading a page

    sample = b" ".join(_TEXT.findall(html[:300_000]))[:GUESSED_FROM]
    best = from_bytes(sample, cp_isolation=_LEGACY).best() if sample else None
    name = best.encoding if best else "cp1252"
    if name not in (*_LATIN, "iso8859_2"):
        return name
    # Of a few letters nobody can tell these apart, and the page says what it is written in.
    said = _LANGUAGE.search(html, 0, DECLARED_WITHIN)
    of_language = _OF_LANGUAGE.get(said[1].lower(), "") if said else ""
    return of_language if of_language and _reads(html, of_language) else name
