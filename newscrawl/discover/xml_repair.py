"""Repair: an entry of a feed or sitemap whose markup is no XML, made such, in time proportional to its length."""

import re
from collections import Counter
from collections.abc import Iterator

# An ampersand that begins none of XML's own references: `?a=1&b=2` in an address, or HTML's `&nbsp;`.
_STRAY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
# Old encoders write an emoji as two references, to the halves of its UTF-16.
_REFERENCES = re.compile(rb"(?:&#(?:x[0-9a-fA-F]{1,6}|\d{1,7});)+")
# HTML's tags without an end, left bare in a title, would swallow the fields behind them.
_VOID = re.compile(rb"<(?:br|hr|wbr|img)\b[^<>]{0,500}>", re.I)
# What no XML document may hold, references included.
_IN_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(rb"<(/?)([A-Za-z_][\w:.-]{0,99})([^<>]*)>")
_INSTRUCTION = re.compile(rb"<[?!][^<>]*>")
_BEGIN = re.compile(rb"<([A-Za-z_][\w:.-]{0,99})([^<>]*)>?")
_ATTRIBUTE = re.compile(rb"([A-Za-z_][\w:.-]{0,99})\s?=\s?(?:\"([^\"]*)\"?|'([^']*)'?|([^\s\"'<>]+))")
# A tag at the very end whose attributes, or whose name, are whole.
_CUT_TAG = re.compile(rb"(<[A-Za-z_][\w:.-]{0,99}\s[^<>]*[\"'])/?[<>]?\Z")
_CUT_END = re.compile(rb"(</[\w:.-]{1,99})<?\Z")
_LAST_END = re.compile(rb".*(?:</[\w:.-]{1,99}\s?>|/>)", re.S)


def mended(xml: bytes) -> bytes:
    """An entry without stray ampersands, impossible references and tags that never end."""
    first, *others = xml.split(b"<![CDATA[")
    done = [_mended(first)]
    for other in others:
        text, end, behind = other.partition(b"]]>")
        done += (b"<![CDATA[", text, end, _mended(behind))
    return b"".join(done)


def _mended(xml: bytes) -> bytes:
    if b"&" in xml:
        # In this order: a reference that is taken out may stand inside another, which would be whole without it.
        xml = _REFERENCES.sub(_possible, _STRAY.sub(b"&amp;", xml))
    return _VOID.sub(b" ", xml)


def _possible(references: re.Match[bytes]) -> bytes:
    """References with the halves of characters joined, and without what is none."""
    numbers = [int(n[1:], 16) if n[:1] == b"x" else int(n) for n in references[0][2:-1].split(b";&#")]
    text = "".join(chr(n) for n in numbers if n <= 0x10FFFF)
    if len(text) == len(numbers) and not _IN_NO_XML.search(text):
        return references[0]
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return _IN_NO_XML.sub("", joined).encode("ascii", "xmlcharrefreplace")


def balanced(entry: bytes) -> bytes:
    """A mended entry in which every tag that begins ends, and the other way round; b"" where nothing of it is whole.

    Of one that breaks off what ended is left: half an address would be another one.
    """
    begin = _BEGIN.match(entry)
    text = b"".join(_without_sections(entry[begin.end() :])) if begin else b""
    ends = re.search(rb"</%b\s?>" % begin[1], text) if begin else None
    text = text if ends else _CUT_END.sub(rb"\1>", _CUT_TAG.sub(rb"\1/>", text))
    whole = ends or _LAST_END.match(text)
    if not (begin and whole):
        return b""
    inner = _balanced(_INSTRUCTION.sub(b"", text[: ends.start() if ends else whole.end()]))
    return b"<%b%b>%b</%b>" % (begin[1], _attributes(begin[2]), inner, begin[1])


def _without_sections(xml: bytes) -> Iterator[bytes]:
    """Markup with its CDATA as text, and without comments."""
    first, *others = re.split(rb"(<!\[CDATA\[|<!--)", xml)
    yield first
    for mark, held in zip(others[::2], others[1::2], strict=True):
        inside, end, behind = held.partition(b"-->" if mark == b"<!--" else b"]]>")
        if not end:  # what never ends was no section
            yield held
        else:
            yield b"" if mark == b"<!--" else inside.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
            yield behind


def _balanced(xml: bytes) -> bytes:
    out: list[bytes] = []
    begun: list[tuple[bytes, int]] = []
    waiting: Counter[bytes] = Counter()
    at = 0
    for tag in _TAG.finditer(xml):
        out.append(xml[at : tag.start()].replace(b"<", b"&lt;"))
        at, (ends, name, said) = tag.end(), tag.groups()
        if said.endswith(b"/"):
            out.append(b"<%b%b/>" % (name, _attributes(said[:-1])))
        elif not ends:
            begun.append((name, len(out)))
            waiting[name] += 1
            out.append(b"<%b%b>" % (name, _attributes(said)))
        elif waiting[name]:
            while (last := begun.pop())[0] != name:
                waiting[last[0]] -= 1
                out[last[1]] = _empty(out[last[1]])
            waiting[name] -= 1
            out.append(b"</%b>" % name)
    for _, place in begun:
        out[place] = _empty(out[place])
    return b"".join((*out, xml[at:].replace(b"<", b"&lt;")))


def _empty(tag: bytes) -> bytes:
    """A tag that never ends: what it says in its attributes, without what stands behind it."""
    return tag[:-1] + b"/>" if b"=" in tag else b""


def _attributes(said: bytes) -> bytes:
    found = {name: (double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(said)}
    return b"".join(b' %b="%b"' % (name, value.replace(b'"', b"&quot;")) for name, value in found.items())
