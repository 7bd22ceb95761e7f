"""Stand-ins: elements without content that a script fills with another site's player, post or graphic.

Consent tools, lazy loaders and page builders hold a frame back and note its address in an attribute of their own. So no
attribute's name is asked where its value is a known provider's address.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newscrawl.element import Element
from newscrawl.extract.body.kept_markup import IS_KEPT, in_base64, kept_markup
from newscrawl.extract.vocabulary.names import words_of

ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>\\]+")

_FILM = (
    r"(?:https?:)?//(?:[\w-]+\.)?(?:youtube(?:-nocookie)?\.com/(?:embed/|watch\?)|youtu\.be/|vimeo\.com/(?:video/)?\d|"
    r"dailymotion\.com/(?:embed/|video/))"
)
IS_FILM = re.compile(_FILM)
_IS_NOTED = re.compile(
    rf"{IS_KEPT}|"
    r"\A(?:[^{]*+\{.*\b(?:youtube|vimeo|dailymotion)\b|[{\[].*\.(?:mp4|m3u8|mp3)\b)|"
    rf"\A{_FILM}|\A(?:https?:)?//[^\s\"'<>]{{4,300}}/embed(?:[/?#]|\Z)|\A(?:https?:)?//[^\s\"'<>]+\.(?:mp4|m3u8)(?:\?|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""A frame's markup, JSON with a film or a sound in it, the address of a film's frame."""
_SIGNS = ("//", "{", "[", "<", "%3")
"""One of these stands there."""

LEAST_NOTED = 30
"""Characters of an attribute's value that keeps a frame."""

_STILL = re.compile(r"url\(['\"]?(?:https?:)?//(?:i\d?\.ytimg|img\.youtube)\.com/vi(?:_webp)?/([\w-]{11})/")

_OF_FRAME = re.compile(r"-(?:pym|i?frame|embed|interactive|episode)(?:-?(?:src|url|source|href))?\Z")
_OF_EMBED = frozenset({"embed", "oembed", "iframe", "interactive"})
_SHOWS = re.compile(
    r"-(?:[a-z]{1,20}-)?(?:embed|i?frame|chart|graphic|map|player|video|viz|viewer|embedly-card)\Z|^(?:embed|frame)-"
)
"""Elements of the page's own kind that are called after what they show."""
_SIZES = ("width", "height", "data-width", "data-height")
"""What a box says that a script is to fill with a frame, beside the frame's address."""

_HOLDS = re.compile(r"(?:data-)?(?:src|url|href|source)")
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|mp4|webm|m3u8)(?:\?|\Z)", re.IGNORECASE)
OF_FILE = re.compile(r"\.(?:m?js|json|css|svg|png|jpe?g|gif|webp|avif|xml|vtt|srt)(?:[?#]|\Z)", re.IGNORECASE)
"""Addresses of what is no page of its own."""

_WAITING = frozenset(
    "data-href data-url data-permalink data-settings data-attrs data-vimeo-id data-youtube-id data-ytid "
    "data-video-id data-media-id data-embed".split()
)
"""Attributes of boxes that a script fills, with a still or a button in them until then."""


def noted_addresses(element: Element) -> Iterator[str]:
    """The addresses that stand in an element's attributes, whatever these are called."""
    for value in map(str, element.values()):
        held = kept_markup(value) or in_base64(value) or value
        if "//" in held or "\\/" in held:
            yield from ADDRESS.findall(held.replace("\\/", "/"))
        elif held[:7].lower() in ("https%3", "http%3a"):
            yield from ADDRESS.findall(unquote(held))


def notes_frame(element: Element) -> bool:
    """Whether an element keeps a whole frame, or what a player needs, in one of its attributes."""
    long = [value for value in map(str, element.values()) if len(value) > LEAST_NOTED]
    return any(map(_keeps_frame, long)) or bool(still_of(element))


def _keeps_frame(value: str) -> bool:
    has_signs = any(map(value.__contains__, _SIGNS))
    return (has_signs and _IS_NOTED.search(value) is not None) or "//" in in_base64(value).replace("\\/", "/")


def still_of(element: Element) -> str:
    """The id of the film on YouTube whose still lies behind an element, which a click on it plays; "" without one."""
    return still[1] if (still := _STILL.search(element.get("style") or "")) else ""


def waits_for_script(element: Element) -> bool:
    """Whether an element notes what a script is to put into it, though something may stand in it until then."""
    names = element.keys()
    return bool(names) and (not _WAITING.isdisjoint(names) or notes_frame(element))


def framed_addresses(element: Element) -> Iterator[str]:
    """The addresses in attributes that are called after a frame, or of boxes that are; those of sounds and films."""
    is_frame = not _OF_EMBED.isdisjoint(words_of(element.get("class") or "")) or _SHOWS.search(element.tag) is not None
    is_sized = not is_frame and any(element.get(name) for name in _SIZES)
    for name, held in element.items():
        value = str(held).strip()
        if value.startswith(("{", "[")):
            sounds = filter(_SOUND.search, ADDRESS.findall(value.replace("\\/", "/")))
            yield from sorted(sounds, key=lambda address: ".m3u8" in address)  # few browsers play those lists
        elif " " in value or not (str(name).startswith("data-") or is_frame):
            continue
        elif (is_sized and name == "data-url" and _is_of_frame(value)) or EMBED_PAGE.match(value):
            yield value
        elif _SOUND.search(value) or (_is_called_frame(str(name), is_frame) and _is_of_frame(value)):
            yield value


def _is_called_frame(name: str, of_frame: bool) -> bool:
    return _OF_FRAME.search(name) is not None or (of_frame and _HOLDS.fullmatch(name) is not None)


def _is_of_frame(value: str) -> bool:
    is_address = ADDRESS.fullmatch(value) or _PATH.fullmatch(value)
    return is_address is not None and OF_FILE.search(value) is None


EMBED_PAGE = re.compile(r"(?:https?:)?//[^\s\"'<>]{4,300}/embed(?:[/?#]|\Z)")
"""An address that says that it is made for a frame."""

_PATH = re.compile(r"/[^\s\"'<>/][^\s\"'<>]{3,200}")
"""An address on the page's own host."""
