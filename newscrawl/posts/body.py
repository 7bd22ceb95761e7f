"""The one way of writing an HTML body that every site generator reads back exactly.

Generators take a post for a program and its body for Markdown. Neither happens here: the body stands in one `<div>`,
each block of it on a line of its own, no line begins with text and none is blank, so that Markdown leaves all of it
alone; and what could begin a template's tag, a code block or a generator's own placeholder is a character reference.
Found by building hostile posts with Hexo, Hugo, Jekyll, Eleventy, Zola, Pelican and Astro (docs/posts.md).
"""

import re
from collections.abc import Iterator

from newscrawl.clean.allowed import BLOCKS, VOID
from newscrawl.clean.pieces import End, Piece, Start, pieces

# { and }: Nunjucks, Liquid, Go templates, Tera, Pelican's {attach}. |: Pelican's other spelling of it. Tab: four blanks
# of a code block. U+FFFC: Hexo's mark for a tag; one that Hexo did not put there ends the build. Newline: all the rest.
_REFERENCES = {c: f"&#{ord(c)};" for c in "{}|\t\n\ufffc"}
_RISKY = re.compile("[{}|\t\n\ufffc]")
_IN_VALUES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\xa0": "&nbsp;"}
_VALUE = re.compile('[{}|\t\n\ufffc&<>"\xa0]')
_ADDRESSES = frozenset({"cite", "href", "poster", "src", "srcset"})


def html_body(body: str, url: str) -> str:
    """The body of a post, from whatever HTML `body` is: clean, in one `<div>`, ending with a newline.

    `url`: the page's address, against which relative addresses are resolved.
    """
    return "".join(_written(pieces(body, url)))


def _written(body: list[Piece]) -> Iterator[str]:
    depth, begins_pre = 0, False
    yield "<div>"
    for piece in body:
        if isinstance(piece, str):
            # Blanks between blocks are left out: the end of the line stands for them.
            if depth or piece.strip(" \t\n"):
                # A browser drops a newline that follows <pre>, so one that is meant is written twice.
                yield "&#10;" + escape_text(piece) if begins_pre and piece[0] == "\n" else escape_text(piece)
            begins_pre = False
        elif isinstance(piece, Start):
            if not depth and piece.tag in BLOCKS:
                yield "\n"
            yield start_tag(piece) if piece.attributes else f"<{piece.tag}>"
            depth += piece.tag not in VOID
            begins_pre = piece.tag == "pre"
        else:
            yield f"</{piece.tag}>"
            depth -= 1
            begins_pre = False
    yield "\n</div>\n"


def escape_text(text: str) -> str:
    """Text of a piece, with what generators could act on as character references."""
    return _RISKY.sub(_reference, text) if _RISKY.search(text) else text


def start_tag(piece: Start) -> str:
    """A start tag; its values are escaped like text."""
    return f"<{piece.tag}{''.join(_attribute(name, value) for name, value in piece.attributes)}>"


def _attribute(name: str, value: str) -> str:
    written = _VALUE.sub(_in_value, value)
    if name not in _ADDRESSES:
        # Hexo's external_link filter finds `href=` in any attribute's text; a reference is no `=` to it.
        written = written.replace("=", "&#61;")
    return f' {name}="{written}"'


def _reference(match: re.Match[str]) -> str:
    return _REFERENCES[match[0]]


def _in_value(match: re.Match[str]) -> str:
    return _IN_VALUES.get(match[0]) or _REFERENCES[match[0]]


__all__ = ["End", "escape_text", "html_body", "start_tag"]
