"""Mobiledoc, in which Ghost and others keep texts, as HTML: sections of numbered kinds, marks and cards by place."""

from html import escape
from typing import Any

from newscrawl.extract.body.state_markdown import html_of_markdown
from newscrawl.extract.body.state_media import media_of

_OWN = frozenset("p h2 h3 h4 h5 h6 ul ol blockquote aside".split())
_MARKS = frozenset("a strong em b i u s code sub sup".split())


def is_mobiledoc(held: dict[str, Any]) -> bool:
    """Whether a value is a document in this form."""
    return isinstance(held.get("sections"), list) and isinstance(held.get("markups"), list)


def html_of_mobiledoc(held: dict[str, Any]) -> str:
    """Its sections as HTML; what has another form than such a document is left out."""
    return "".join(_section(section, held) for section in held["sections"] if isinstance(section, list) and section)


def _section(section: list[Any], held: dict[str, Any]) -> str:
    match section:
        case [1, str(tag), list(markers), *_]:
            name = tag if tag in _OWN else "p"
            return f"<{name}>{_line(markers, held['markups'])}</{name}>"
        case [2, str(source), *_]:
            return f'<figure><img src="{escape(source)}"></figure>'
        case [3, str(tag), list(items), *_]:
            name = tag if tag in ("ul", "ol") else "ul"
            lines = (_line(item, held["markups"]) for item in items if isinstance(item, list))
            return f"<{name}>{''.join(f'<li>{line}</li>' for line in lines)}</{name}>"
        case [10, int(place), *_]:
            return _card(held.get("cards"), place)
    return ""


def _line(markers: list[Any], markups: list[Any]) -> str:
    """A line of markers: [kind, places of the marks that open, how many close, text]."""
    html, open_marks = "", list[str]()
    for marker in markers:
        match marker:
            case [0, list(opened), int(closed), str(text)]:
                for tag, start in (_mark(markups, place) for place in opened):
                    html += start
                    open_marks.append(tag)
                html += escape(text, quote=False)
                for _ in range(min(closed, len(open_marks))):
                    html += f"</{tag}>" if (tag := open_marks.pop()) else ""
    return html


def _mark(markups: list[Any], place: Any) -> tuple[str, str]:
    """The tag of a mark and how it opens; "" for both where it is none that a text may have."""
    match markups[place] if isinstance(place, int) and 0 <= place < len(markups) else None:
        case ["a", ["href", str(address), *_], *_]:
            return "a", f'<a href="{escape(address)}">'
        case [str(tag), *_] if tag in _MARKS and tag != "a":
            return tag, f"<{tag}>"
    return "", ""


def _card(cards: Any, place: int) -> str:
    match cards[place] if isinstance(cards, list) and 0 <= place < len(cards) else None:
        case ["html", {"html": str(html)}, *_]:
            return html
        case ["markdown" | "card-markdown", {"markdown": str(text)}, *_]:
            return html_of_markdown(text)
        case ["code", {"code": str(code)}, *_]:
            return f"<pre><code>{escape(code, quote=False)}</code></pre>"
        case ["hr", *_]:
            return "<hr>"
        case [str(kind), dict(payload), *_]:
            return media_of(payload, kind) or ""
    return ""
