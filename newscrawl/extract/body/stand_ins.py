"""Stand-ins: elements without content that a script fills with another site's player, post or graphic.

Consent tools, lazy loaders and page builders hold a frame back and note its address in an attribute of their own. So no
attribute's name is asked where its value is a known provider's address.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from urllib.parse import unquote

from newscrawl.extract.vocabulary.names import Element

ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>\\]+")

_BASE64 = re.compile(r"P[C-H][A-Za-z0-9+/]{38,20000}={0,2}\Z")
"""Markup that a consent tool keeps in base64: its first sign is "<"."""

_IS_NOTED = re.compile(
    r"<iframe|%3Ciframe|\A[^{]*+\{.*\b(?:youtube|vimeo|dailymotion)\b",
    re.IGNORECASE | re.DOTALL,
)


LEAST_NOTED = 30
"""Characters of an attribute's value that keeps a frame."""

_STILL = re.compile(r"url\(['\"]?(?:https?:)?//(?:i\d?\.ytimg|img\.youtube)\.com/vi(?:_webp)?/([\w-]{11})/")

_OF_FRAME = re.compile(r"-(?:pym|i?frame|embed)(?:-?(?:src|url|source|href))?\Z")
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|mp4|webm|m3u8)(?:\?|\Z)", re.IGNORECASE)

_WAITING = tuple(
    "data-href data-url data-permalink data-settings data-attrs data-vimeo-id data-youtube-id data-ytid "
    "data-video-id".split()
)
"""Attributes of boxes that a script fills, with a still or a button in them until then."""


def noted_addresses(element: Element) -> Iterator[str]:
    """The addresses that stand in an element's attributes, whatever these are called."""
    for value in map(str, element.values()):
        if "//" in value or "\\/" in value:
            yield from ADDRESS.findall(value.replace("\\/", "/"))
        elif frame := frame_in_base64(value):
            yield from ADDRESS.findall(frame)
        elif "%3Ciframe" in value:
            yield from ADDRESS.findall(unquote(value))


def notes_frame(element: Element) -> bool:
    """Whether an element keeps a whole frame, or what a player needs, in one of its attributes."""
    return bool(still_of(element)) or any(
        len(value) > LEAST_NOTED and (frame_in_base64(value) or _IS_NOTED.search(value) is not None)
        for value in map(str, element.values())
    )


def still_of(element: Element) -> str:
    """The id of the film on YouTube whose still lies behind an element, which a click on it plays; "" without one."""
    return still[1] if (still := _STILL.search(element.get("style") or "")) else ""


def waits_for_script(element: Element) -> bool:
    """Whether an element notes what a script is to put into it, though something may stand in it until then."""
    return notes_frame(element) or any(element.get(name) is not None for name in _WAITING)


def framed_addresses(element: Element) -> Iterator[str]:
    """The addresses in attributes that are called after a frame (data-pym-src, data-embed), and of sounds and films."""
    for name, held in element.items():
        value = str(held).strip()
        if not str(name).startswith("data-") or " " in value:
            continue
        if _SOUND.search(value) or (_OF_FRAME.search(str(name)) and ADDRESS.fullmatch(value)):
            yield value


def frame_in_base64(value: str) -> str:
    """The markup with a frame that a value is in base64; "" of any other value."""
    if not value.startswith("P") or _BASE64.match(value) is None:
        return ""
    try:
        markup = b64decode(value).decode("utf-8", "replace")
    except (Error, ValueError):
        return ""
    return markup if "<iframe" in markup else ""
