"""Which encoding a page is in. Header, byte order mark, <meta> and the bytes themselves may all disagree.

1. A byte order mark is right.
2. Bytes that are UTF-8 throughout are UTF-8, whatever is declared: no other encoding comes out like that by chance.
3. Else the HTTP header's charset, then the <meta>'s, where the bytes can be read so. A header that says Latin is a
   server's default (every byte can be read as Latin) and gives way to a <meta> that says something else and fits.
4. Else UTF-8 where it is mostly that: broken or cut pages.
5. Else what the text looks like.
"""

import codecs
import re
from collections.abc import Iterator

import w3lib.encoding

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# The HTML standard looks at the first 1024 bytes; publishers put long comments and preloads before it.
DECLARED_WITHIN = 8192

# Bytes: as far as the heads of the heaviest pages reach.
TRUSTED_FROM = 65536

# Bytes of text in which an undeclared encoding shows; more costs time and says the same.
GUESSED_FROM = 8000

# libxml2 compares each attribute of a tag with all before it: 20,000 of them take a second, 200,000 minutes.
LONG_TAG, MOST_ATTRIBUTES = 50_000, 2_000

# The encodings of the web's legacy pages, as the HTML standard lists them, without rare ones.
_LEGACY = [
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "koi8_r", "cp1252", "cp1250", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859_2",
]  # fmt: skip
_LATIN = frozenset({"cp1252", "latin-1", "iso8859-1", "ascii"})
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)""")
_QUOTED = re.compile(rb"""\"[^"]*\"|'[^']*'""")
_TEXT = re.compile(rb">([^<]*[\x80-\xff][^<]*)<")


def to_utf8(html: bytes, header: str = "") -> bytes:
    """The page's bytes as UTF-8 without BOM and NULs. `header`: the HTTP header's charset, if any."""
    for bom, name in BOMS:
        if html.startswith(bom):
            html = html[len(bom) :]
            return _clean(html if name == "utf-8" else html.decode(name, "replace").encode())
    name = encoding_of(html, header)
    return _clean(html if name == "utf-8" else html.decode(name, "replace").encode("utf-8", "replace"))


def encoding_of(html: bytes, header: str = "") -> str:
    """Python's name of the encoding of a page without byte order mark."""
    named = list(_declared(html, header))
    # A page that says UTF-8 and whose head, with its title and description, is UTF-8, is not read twice to make sure.
    start = html[:TRUSTED_FROM] if "utf-8" in named else html
    if _reads(start, "utf-8") and not (b"\x1b" in start and b"\x1b$" in start):  # ISO-2022-JP is ASCII with escapes
        return "utf-8"
    fitting = [name for name in named if name != "utf-8" and _reads(html, name)]
    if fitting:
        return next((name for name in fitting if name not in _LATIN), fitting[0])
    return "utf-8" if _mostly_utf8(html) else _looks_like(html)


def _declared(html: bytes, header: str) -> Iterator[str]:
    for label in (header, *_labels(html[:DECLARED_WITHIN].lower())):
        if name := w3lib.encoding.resolve_encoding(label) if label else None:
            yield name


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
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _mostly_utf8(html: bytes) -> bool:
    text = html[:500_000].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return wrong * 5 < len(text) - len(text.encode("ascii", "ignore"))


def _looks_like(html: bytes) -> str:
    from charset_normalizer import from_bytes  # here because importing it takes longer than reading a page

    sample = b" ".join(_TEXT.findall(html[:300_000]))[:GUESSED_FROM]
    best = from_bytes(sample, cp_isolation=_LEGACY).best() if sample else None
    return best.encoding if best else "cp1252"


def _clean(html: bytes) -> bytes:
    html = html.replace(b"\0", b"") if b"\0" in html else html
    kept, done = [], 0
    for start, end in _long_tags(html):
        kept += [html[done:start], _without_attributes(html[start:end])]
        done = end
    return b"".join([*kept, html[done:]]) if kept else html


def _long_tags(html: bytes) -> Iterator[tuple[int, int]]:
    """Where tags begin and end that are longer than LONG_TAG; found in a few leaps through an ordinary page."""
    at = 0
    while at + LONG_TAG < len(html):
        close = html.rfind(b">", at, at + LONG_TAG)
        if close >= 0:
            at = close + 1
            continue
        end = html.find(b">", at + LONG_TAG)
        end = len(html) if end < 0 else end
        start = html.find(b"<", at, end)
        if 0 <= start < end - LONG_TAG // 2:
            yield start, end
        at = end


def _without_attributes(tag: bytes) -> bytes:
    """A tag without its attributes where they are too many; one long attribute (a picture as data:) may stay."""
    bare, quoted = _QUOTED.subn(b"", tag)
    return tag if len(bare) < LONG_TAG // 2 and quoted < MOST_ATTRIBUTES else tag[:50].split()[0]
