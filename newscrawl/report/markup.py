"""HTML that is escaped by construction: what a site said only ever becomes text of an element, or an attribute.

    E.p("12 new, ", link(url, title), class_="small")

Children are strings, elements, None (left out) or lists of these; attributes are keywords, `class_` for class, `_`
for `-`.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from itertools import starmap
from typing import Any

from newscrawl.text.characters import printable
from newscrawl.urls.parts import is_web


class Markup(str):
    """A string of HTML: what stands in it is escaped already. Nothing else makes one."""

    __slots__ = ()


Child = str | Markup | None | Iterable["Child"]

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _Elements:
    """`E.name(children…, attribute=value)` makes an element of any name."""

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        tag = name.rstrip("_")
        bare, end = f"<{tag}>", "" if tag in VOID else f"</{tag}>"

        def make(*children: Child, **attributes: str | int | float | bool | None) -> Markup:
            start = f"<{tag}{''.join(starmap(_attribute, attributes.items()))}>" if attributes else bare
            return Markup(f"{start}{_inside(children)}{end}" if children else start + end)

        setattr(self, name, make)
        return make


E = _Elements()


# A report of many sites says the same words often.
@lru_cache(maxsize=4096, typed=True)
def _attribute(key: str, value: str | int | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    words = "" if value is True else escape(printable(str(value)))
    return f' {key.rstrip("_").replace("_", "-")}="{words}"'


def _inside(children: Iterable[Child]) -> str:
    said: list[str] = []
    for child in children:
        if type(child) is Markup:
            said.append(child)
        elif isinstance(child, str):
            said.append(_words(child))
        elif child is not None:
            said.append(_inside(child))
    return "".join(said)


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return escape(printable(text), quote=False)


def link(address: str, *children: Child, **attributes: Any) -> Markup:
    """A link where the address is one of the web or of this folder; else a span: `javascript:` goes nowhere."""
    if is_web(address):
        return E.a(*children, href=address, rel="noopener noreferrer nofollow", **attributes)
    return E.span(*children, **attributes)


def moment(when: datetime | None) -> Child:
    """A time, readable by people and machines."""
    if when is None:
        return "never"
    said = (when if when.tzinfo is UTC else when.astimezone(UTC)).isoformat(timespec="seconds")
    # Written out: every line of a table has one, and digits need no escape.
    return Markup(f'<time datetime="{said}">{said[:10]} {said[11:16]}</time>')


def _seal(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def page(title: str, style: str, *body: Child, script: str = "", language: str = "en") -> bytes:
    """A whole page. Its policy lets nothing run but `script`, and nothing be loaded but pictures."""
    policy = f"default-src 'none'; style-src '{_seal(style)}'; img-src http: https: data:; base-uri 'none'"
    if script:
        policy += f"; script-src '{_seal(script)}'"
    # <style> and <script> are no text in HTML; both are ours and end nowhere early.
    assert "<" not in style and "</" not in script
    root = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta(http_equiv="Content-Security-Policy", content=f"{policy}; form-action 'none'"),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.meta(name="color-scheme", content="light dark"),
            E.meta(name="referrer", content="no-referrer"),
            E.meta(name="robots", content="noindex"),
            E.link(rel="icon", href="data:,"),
            E.title(title),
            E.style(Markup(style)),
        ),
        E.body(
            E.a("Skip to the content", href="#content", class_="skip"),
            *body,
            E.script(Markup(script)) if script else None,
        ),
        lang=language,
    )
    return f"<!doctype html>\n{root}\n".encode()


def table(caption: str, heads: Mapping[str, str], rows: Iterable[Markup]) -> Markup:
    """A table. `heads`: the head of each column -> its classes. Where it is wider than a phone it is scrolled, and the
    keyboard must reach it for that."""
    cells = [E.th(name, scope="col", class_=kind or None) for name, kind in heads.items()]
    made = E.table(E.caption(caption), E.thead(E.tr(cells)), E.tbody(rows))
    return E.div(made, class_="wide", tabindex=0, role="region", aria_label=caption)
