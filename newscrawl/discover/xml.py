"""XML from the web, read with nothing believed: no entities, no network, bounds on size, broken markup repaired.

A document is cut into its entries, and those are parsed in lots. Where a lot is broken each of its entries is parsed
alone, so that one's fault costs no other.
"""

import codecs
import re
import zlib
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from lxml import etree

from newscrawl.discover.xml_repair import balanced, mended
from newscrawl.element import Element
from newscrawl.text.encoding import BOMS, declared, encoding_of, whole_emoji
from newscrawl.text.gzip import GZIP, gunzip, slices

MAX_BYTES = 50 * 2**20
"""Longest document that is read, unpacked: the sitemap protocol's own limit. What stands beyond it is left."""

MOST = 100_000
"""Entries of one document: twice as many as a sitemap may have."""

ROOT = re.compile(rb"<(?:\w{1,20}:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]", re.I)
"""Where a feed or sitemap begins."""

# gzip inside gzip happens where a server packs a .xml.gz once more; a third layer is an attack or a mistake.
_LAYERS = 2
# Entries that are parsed at a time.
_LOT = 100
# Entries that are parsed alone: each takes as long as ten others.
_MOST_ALONE = 50_000
# Bytes of one entry: a feed's may hold a whole article with its images.
_LONGEST = 4 * 2**20
# What a root's tag says that its entries need: prefixes and a base.
_DECLARED = re.compile(rb"\s(xmlns(?::[\w.-]{1,50})?|xml:base)\s?=\s?(\"[^\"<>&\s]{0,2000}\"|'[^'<>&\s]{0,2000}')")

# UTF-16 without its mark, by how a document begins.
_WIDE = ((re.compile(rb"<\0[^\0]\0"), "utf-16-le"), (re.compile(rb"\0<\0[^\0]"), "utf-16-be"))
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r")


def elements(data: bytes, *names: str, header: str = "") -> Iterator[Element]:
    """Each element of these names, inside its root; packed or not, broken or not.

    `header`: the charset that the HTTP header names. Entities are not expanded, nothing is loaded from elsewhere. The
    document is never whole in memory.
    """
    tag = rb"(?:\w{1,20}:)?(?:%b)" % "|".join(names).encode()
    chunks = (chunk.translate(None, _CONTROLS) for chunk in unpack(data, header))
    parts = islice(_cut(chunks, re.compile(rb"<%b(?=[\s/>])" % tag)), MOST)
    root, end = _root(next(parts, b""))
    alone = _MOST_ALONE
    while lot := [mended(part) for part in islice(parts, _LOT)]:
        lot[-1] = _before(b"</channel>", _before(end, lot[-1]))  # what stands behind the last entry
        found = [_parse(root + b"".join(lot) + end, recover=False)]
        if found == [None]:
            whole = [entry for part in lot[:alone] if (entry := balanced(part))]
            found, alone = [_parse(root + entry + end, recover=True) for entry in whole], alone - len(whole)
        for element in (each for each in found if each is not None):
            yield from element.iterdescendants(*(f"{{*}}{name}" for name in names))


def breaks_off(data: bytes) -> bool:
    """Whether a feed or sitemap in XML ends before its end."""
    held, end = b"", None
    try:
        for chunk in _as_utf8(_unpacked(data), ""):
            held = held[-100:] + chunk
            if end is None and (found := ROOT.search(held)):
                end = re.compile(rb"</(?:\w{1,20}:)?%b\s*>|<%b[^<>]{0,20000}/>" % (found[1], found[1]), re.I)
            if end and end.search(held):
                return False
    except (zlib.error, EOFError):
        return True
    return end is not None


def local_name(element: Element) -> str:
    """The tag without its namespace or prefix: both are often missing or wrong."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def text_in(element: Element) -> str:
    """All text inside an element, stripped at its ends."""
    return "".join(map(str, element.itertext())).strip()


def unpack(data: bytes, header: str = "") -> Iterator[bytes]:
    """The document in UTF-8, in chunks, out of up to two layers of gzip; cut off at `MAX_BYTES` and at damage."""
    total = 0
    for chunk in _as_utf8(_whole_part(_unpacked(data)), header):
        total += len(chunk)
        if total > MAX_BYTES:
            return
        yield chunk


def _unpacked(data: bytes) -> Iterator[bytes]:
    chunks = slices(data)
    for _ in range(_LAYERS):
        first = next(chunks, b"")
        chunks = chain((first,), chunks)
        chunks = gunzip(chunks) if first.startswith(GZIP) else chunks
    yield from chunks


def _whole_part(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What can be unpacked; nothing is said where it breaks off."""
    try:
        yield from pieces
    except (zlib.error, EOFError):
        return


# -- encoding ----------------------------------------------------------------------------------------------------------
def _as_utf8(chunks: Iterator[bytes], header: str) -> Iterator[bytes]:
    """The chunks in UTF-8. Their encoding is told by the first one that is not plain ASCII."""
    start = next(chunks, b"")
    name, chunk = _marked(start), start
    while not name and chunk.isascii() and b"\x1b$" not in chunk:  # ISO-2022-JP is ASCII with escapes
        yield chunk
        chunk = next(chunks, b"")
        if not chunk:
            return
    # A declaration alone counts: a word about charsets in a text declares nothing.
    declaration = start[max(start.find(b"<?xml"), 0) :].partition(b">")[0] + b">"
    name = name or _encoding_of(declaration, chunk, header)
    decoder = codecs.getincrementaldecoder(name)("replace")
    for piece in chain((chunk,), chunks):
        yield decoder.decode(whole_emoji(piece) if name == "utf-8" else piece).encode("utf-8", "replace")


def _marked(start: bytes) -> str:
    """The encoding that the first bytes show."""
    marked = (name for mark, name in BOMS if start.startswith(mark))
    return next(marked, next((name for begin, name in _WIDE if begin.match(start)), ""))


def _encoding_of(declaration: bytes, chunk: bytes, header: str) -> str:
    # What looks like ASCII at its begin is no UTF-16, whatever it says.
    said = [name for name in declared(declaration, header) if not name.startswith("utf-16")]
    return encoding_of(declaration + chunk, said[0] if said else "")


# -- entries -----------------------------------------------------------------------------------------------------------
def _cut(chunks: Iterator[bytes], opening: re.Pattern[bytes]) -> Iterator[bytes]:
    """What stands before the first entry, then the entries, each up to the next one's begin."""
    held, seen = b" ", 1
    for chunk in chunks:
        held += chunk
        begins = [found.start() for found in opening.finditer(held, seen)]
        yield from (held[begin:end] for begin, end in pairwise((0, *begins)))
        held = held[begins[-1] :] if begins else held
        if len(held) > _LONGEST:
            yield held
            held = b" "
        seen = max(1, len(held) - 40)  # the next entry's tag may be cut by the chunk's end
    yield held


def _root(head: bytes) -> tuple[bytes, bytes]:
    """A root's tag with what the document's own declares, as far as it is whole, and the tag that ends it."""
    found = ROOT.search(head)
    if not found:
        return b"<root>", b"</root>"
    name = found[0][1:-1]
    said = dict(_DECLARED.findall(head[found.end() - 1 :].partition(b">")[0]))
    return b"<%b%b>" % (name, b"".join(b" %b=%b" % each for each in said.items())), b"</%b>" % name


def _before(mark: bytes, part: bytes) -> bytes:
    before, found, _ = part.rpartition(mark)
    return before if found else part


def _parse(xml: bytes, *, recover: bool) -> Element | None:
    parser = etree.XMLParser(recover=recover, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except (etree.LxmlError, ValueError):
        return None
