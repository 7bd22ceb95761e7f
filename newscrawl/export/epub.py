"""EPUB: a selection of articles as a book, one chapter each. Pictures stay where they are on the web, as links."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import etree, html

from newscrawl.text.characters import printable

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{lang}>
<head><title>{title}</title></head>
<body>{body}</body>
</html>
"""
BOOK = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:newscrawl:{id}</dc:identifier>
<dc:title>{title}</dc:title><dc:language>{language}</dc:language>
<meta property="dcterms:modified">{modified}</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest>
<spine>{spine}</spine></package>
"""
# What an EPUB may load from the web is films and sounds alone, and few readers do.
LOADED = ("img", "audio", "video", "source", "track", "picture")
DESCRIBED = "aria-describedby"
# In an address, with letters and digits; others are percent-encoded.
ALLOWED = "%-._~:/?#@!$&'()*+,;="
MODIFIED = "%Y-%m-%dT%H:%M:%SZ"


def write_epub(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Write the file; how many chapters it has. `columns` chooses nothing: a book has what is read."""
    heads: list[tuple[str, str, str]] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", CONTAINER)
        for number, record in enumerate(records, start=1):
            book.writestr(f"{number}.xhtml", chapter(record))
            heads.append((record.get("title") or "", record.get("language") or "", record.get("published") or ""))
        book.writestr("nav.xhtml", _contents([title for title, _, _ in heads]))
        book.writestr("book.opf", _book(heads))
    return len(heads)


def chapter(record: dict[str, Any]) -> str:
    """An article as a page of the book."""
    title, lang = escape(printable(record.get("title") or "")), escape(record.get("language") or "")
    said = [record.get("publisher"), ", ".join(record.get("authors") or ()), (record.get("published") or "")[:10]]
    line = " · ".join(escape(printable(each)) for each in said if each)
    address = escape(quote(record["url"], ALLOWED))
    body = f'<h1>{title}</h1>\n<p><a href="{address}">{line or address}</a></p>\n{as_xhtml(record.get("body") or "")}'
    return PAGE.format(lang=f' lang="{lang}" xml:lang="{lang}"' if lang else "", title=title, body=body)


def as_xhtml(body: str) -> str:
    """A clean body as XML, with a link in place of each picture, film and sound; strict where browsers are not."""
    root = html.fragment_fromstring(printable(body), create_parent="div")
    for element in list(root.iter(*LOADED)):
        if element.getparent() is not None:
            _as_link(element)
    ids = set(root.xpath("//@id"))
    for element in root.iter():
        if not ids.issuperset(element.get(DESCRIBED, "").split()):
            del element.attrib[DESCRIBED]
        if element.getparent() is not None and element.getparent().tag in ("ul", "ol"):
            element.tag = "li"
        if address := element.get("href"):
            element.set("href", quote(address, ALLOWED))
    return str(etree.tostring(root, encoding="unicode", method="xml", with_tail=False))


def _as_link(element: Any) -> None:
    address = element.get("src") or element.get("poster") or ""
    is_link = address.startswith(("http://", "https://")) and next(element.iterancestors("a"), None) is None
    link = html.Element("a", href=address) if is_link else html.Element("span")
    link.text = element.get("alt") or (address and f"[{address.rsplit('/', 1)[-1]}]")
    link.tail = element.tail
    element.getparent().replace(element, link)


def _contents(titles: Sequence[str]) -> str:
    rows = (f'<li><a href="{n}.xhtml">{escape(printable(t)) or n}</a></li>' for n, t in enumerate(titles, start=1))
    body = f'<nav epub:type="toc"><h1>Articles</h1><ol>{"".join(rows)}</ol></nav>'
    return PAGE.format(lang="", title="Articles", body=body)


def _book(heads: Sequence[tuple[str, str, str]]) -> str:
    numbers = range(1, len(heads) + 1)
    languages = [language for _, language, _ in heads if language]
    days = sorted(day[:10] for _, _, day in heads if day)
    # Of its articles and of no clock, so that the same selection gives the same book.
    latest = max((datetime.fromisoformat(day) for _, _, day in heads if day), default=None)
    return BOOK.format(
        id=sha256("\n".join(title for title, _, _ in heads).encode(errors="ignore")).hexdigest()[:32],
        title=f"News, {days[0]} to {days[-1]}" if days else "News",
        language=escape(max(dict.fromkeys(languages), key=languages.count)) if languages else "und",
        modified=(latest or datetime.fromisoformat("1970-01-01T00:00:00+00:00")).strftime(MODIFIED),
        items="\n".join(f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers),
        spine="".join(f'<itemref idref="c{n}"/>' for n in numbers),
    )
