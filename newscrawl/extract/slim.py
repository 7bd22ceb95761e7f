"""A page without its code, which is half of its bytes and a third of the time that parsing takes, and no article's."""

import re

# Short ones cost more to cut out than to parse.
WORTH_IT = 150

# What shows that a drawing was not closed, or a "<script" stands inside an attribute: text would be lost.
_OF_TEXT = (b"</p>", b"</div>")
_CODE = re.compile(rb"<s(cript|tyle|vg)[\s>]")


def without_code(html: bytes) -> bytes:
    """The page with the contents of <script>, <style> and <svg> cut out; the tags themselves and JSON-LD stay."""
    kept, done, at = [], 0, 0
    while match := _CODE.search(html, at):
        name = match[1]
        start = html.find(b">", match.start()) + 1
        end = html.find(b"</s" + name, start)
        if not start or end < 0:
            break
        at = end + 3
        if end - start > WORTH_IT and not _is_kept(html, match.start(), start, end):
            kept.append(html[done:start])
            done = end
    return b"".join([*kept, html[done:]]) if kept else html


def _is_kept(html: bytes, tag: int, start: int, end: int) -> bool:
    return html.find(b"ld+json", tag, start) >= 0 or any(html.find(mark, start, end) >= 0 for mark in _OF_TEXT)
