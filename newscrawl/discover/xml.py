"""XML from the web, read with nothing believed: no entities, no network, bounds on size, broken markup repaired."""

import codecs
import re
import zlib
from collections.abc import Iterator

from lxml import etree

from newscrawl.text.encoding import BOMS, declared, encoding_of
from newscrawl.text.gzip import GZIP, PIECE, gunzip, slices

MAX_BYTES = 50 * 2**20
"""Longest document that is read, unpacked: the sitemap protocol's own limit. What stands beyond it is left."""

# gzip inside gzip happens where a server packs a .xml.gz once more; a third layer is an attack or a mistake.
_LAYERS = 2

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.S | re.I)
# An ampersand that begins none of XML's own references: `?a=1&b=2` in an address, or HTML's `&nbsp;`.
_STRAY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
# HTML's tags without an end, left bare in a title, would swallow the fields behind them.
_VOID = re.compile(rb"<(?:br|hr|wbr|img)\b[^<>]{0,500}>", re.I)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r")


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of an XML document, packed or not, broken or not; None where no element can be read.

    Entities are not expanded, nothing is loaded from elsewhere, and what stands beyond `MAX_BYTES` is not read.
    """
    xml = b"".join(unpack(data))
    try:
        return etree.fromstring(_headless(xml), _parser(recover=False))
    except (etree.LxmlError, ValueError):
        repaired = b"".join(repair(iter((xml,))))
    try:
        return etree.fromstring(repaired, _parser(recover=True))
    except (etree.LxmlError, ValueError):
        return None


def elements(data: bytes, *names: str) -> Iterator[etree._Element]:
    """Each element of these local names as soon as it is complete, forgotten when the next is asked for.

    The document is never whole in memory, so 50,000 entries cost what one costs. Broken markup gives what can be read.
    """
    parser = etree.XMLPullParser(
        ("end",), tag=[f"{{*}}{name}" for name in names], recover=True, resolve_entities=False, no_network=True
    )
    for chunk in repair(unpack(data)):
        try:
            parser.feed(chunk)
        except etree.LxmlError:
            return
        yield from _complete(parser)


def local_name(element: etree._Element) -> str:
    """The tag without its namespace or prefix: both are often missing or wrong."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def text_in(element: etree._Element) -> str:
    """All text inside an element, stripped at its ends."""
    return "".join(map(str, element.itertext())).strip()


def unpack(data: bytes) -> Iterator[bytes]:
    """The document in UTF-8, in chunks, out of up to two layers of gzip; cut off at `MAX_BYTES` and at damage."""
    chunks = slices(data)
    for _ in range(_LAYERS):
        first = next(chunks, b"")
        chunks = _put_back(first, chunks)
        chunks = _whole_part(gunzip(chunks)) if first.startswith(GZIP) else chunks
    total = 0
    for chunk in _as_utf8(chunks):
        total += len(chunk)
        if total > MAX_BYTES:
            return
        yield chunk


def _whole_part(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What can be unpacked; nothing is said where it breaks off."""
    try:
        yield from pieces
    except (zlib.error, EOFError):
        return


def repair(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks without a document type, control characters and stray ampersands."""
    held = next(chunks, b"")
    held = _headless(held)
    for chunk in chunks:
        held += chunk
        # A reference cut in two by the chunk's end is not a stray ampersand.
        end = held.rfind(b"&", -12)
        end = len(held) if end < 0 else end
        yield _mend(held[:end])
        held = held[end:]
    yield _mend(held)


def _mend(xml: bytes) -> bytes:
    return _VOID.sub(b" ", _STRAY.sub(b"&amp;", xml.translate(None, _CONTROLS)))


def _headless(xml: bytes) -> bytes:
    """Without what stands before the root: white space, the declaration, whose encoding holds no more, and the type."""
    xml = _DECLARATION.sub(b"", xml.lstrip(b"\xef\xbb\xbf \t\r\n"), count=1)
    return _DOCTYPE.sub(b"", xml, count=1) if b"<!" in xml[:PIECE] else xml


def _as_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks in UTF-8; their encoding is told by the first one."""
    first = next(chunks, b"")
    name = _encoding_of(first)
    if name == "utf-8":
        yield from _put_back(first, chunks)
        return
    decoder = codecs.getincrementaldecoder(name)("replace")
    yield from (decoder.decode(chunk).encode("utf-8", "replace") for chunk in _put_back(first, chunks))


def _encoding_of(start: bytes) -> str:
    marked = next((name for bom, name in BOMS if start.startswith(bom)), "")
    if marked or not start.isascii():
        return marked or encoding_of(start)
    # What is ASCII so far is whatever its declaration says, but for UTF-16, which would show.
    said = declared(start.lstrip().partition(b">")[0])
    return next((name for name in said if not name.startswith("utf-16")), "utf-8")


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(recover=recover, resolve_entities=False, no_network=True, load_dtd=False)


def _complete(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    for _, element in parser.read_events():
        assert isinstance(element, etree._Element)
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]  # type: ignore[union-attr]


def _put_back(first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from chunks
