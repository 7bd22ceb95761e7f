"""Stand-ins: elements without content that a script fills with another site's player, post or graphic.

Consent tools, lazy loaders and page builders hold a frame back and note its address in an attribute of their own. So no
attribute's name is asked where its value is a known provider's address. Where a page notes only an id, the
element's class or tag says whose it is.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from urllib.parse import unquote

from newscrawl.extract.vocabulary.names import Element

_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>\\]+")

_BASE64 = re.compile(r"P[C-H][A-Za-z0-9+/]{38,20000}={0,2}\Z")
"""Markup that a consent tool keeps in base64: its first sign is "<"."""

_IS_NOTED = re.compile(
    r"<iframe|%3Ciframe|\A[^{]*+\{.*\b(?:youtube|vimeo|dailymotion)\b",
    re.IGNORECASE | re.DOTALL,
)
_ID_IN_JSON = re.compile(r"\"(?:video_?)?id\"\s*:\s*\"([\w-]{6,20})\"", re.IGNORECASE)
_WHOSE = (
    "class",
    "type",
    "provider",
    "data-type",
    "data-provider",
    "data-plyr-provider",
    "data-service",
    "data-platform",
)

_ID = re.compile(r"[\w-]{5,60}")

_OF_PLYR = "data-plyr-embed-id"
"""Where Plyr keeps the id of whichever site's film it plays."""

_BY_ID = (
    ("youtube", ("data-youtube-id", "data-videoid", "videoid", "data-video-id", "video-id", "data-id", "data-ytid",
                 "video", "youtube-id"), "https://www.youtube.com/embed/{}"),
    ("vimeo", ("data-vimeo-id", "data-videoid", "videoid", "data-video-id", "video-id", "data-id"), "https://player.vimeo.com/video/{}"),
    ("dailymotion", ("data-videoid", "videoid", "data-video-id", "data-id"), "https://www.dailymotion.com/embed/video/{}"),
    ("infogram", ("data-id",), "https://infogram.com/{}"),
    ("genially", ("id", "data-id"), "https://view.genially.com/{}"),
    ("tenor-gif", ("data-postid",), "https://tenor.com/view/{}"),
    ("imgur-embed", ("data-id",), "https://imgur.com/{}"),
)  # fmt: skip
"""Word in the class, tag or attribute; where the id stands; the address it makes."""


def noted_addresses(element: Element) -> Iterator[str]:
    """The addresses that stand in an element's attributes, whatever these are called."""
    for value in map(str, element.values()):
        if "//" in value or "\\/" in value:
            yield from _ADDRESS.findall(value.replace("\\/", "/"))
        elif frame := _frame_in_base64(value):
            yield from _ADDRESS.findall(frame)
        elif "%3Ciframe" in value:
            yield from _ADDRESS.findall(unquote(value))


def notes_frame(element: Element) -> bool:
    """Whether an element keeps a whole frame, or what a player needs, in one of its attributes."""
    return shows_still(element) or any(
        len(value) > LEAST_NOTED and (_frame_in_base64(value) or _IS_NOTED.search(value) is not None)
        for value in map(str, element.values())
    )


LEAST_NOTED = 30
"""Characters."""


def shows_still(element: Element) -> bool:
    """Whether what lies behind an element is a still of a film on YouTube, which a click on it plays."""
    return _STILL.search(element.get("style") or "") is not None


_STILL = re.compile(r"url\(['\"]?(?:https?:)?//(?:i\d?\.ytimg|img\.youtube)\.com/vi(?:_webp)?/([\w-]{11})/")


def addresses_by_id(element: Element) -> Iterator[str]:
    """The addresses that an element's ids make, where its names say whose they are."""
    said = " ".join(element.get(name) or "" for name in _WHOSE)
    in_json = [str(value) for value in element.values() if str(value).startswith("{")]
    names = f"{element.tag} {said} {' '.join(map(str, element.keys()))} {' '.join(in_json)}".lower()
    for word, holders, address in _BY_ID:
        if word in names:
            yield from (
                address.format(i) for n in (*holders, _OF_PLYR) if (i := element.get(n) or "") and _ID.fullmatch(i)
            )
            yield from (address.format(i) for value in in_json for i in _ID_IN_JSON.findall(value))
    account, video = element.get("data-account") or "", element.get("data-video-id") or ""
    if account.isdigit() and _ID.fullmatch(video):
        yield f"https://players.brightcove.net/{account}/default_default/index.html?videoId={video}"
    if "flourish-embed" in names and re.fullmatch(
        r"(?:visualisation|story)/\d+", source := element.get("data-src") or ""
    ):
        yield f"https://public.flourish.studio/{source}/"

    if "tweet" in names or "twitter" in names:
        yield from (f"https://x.com/i/status/{value}" for value in map(str, element.values()) if _POST.fullmatch(value))
    if still := _STILL.search(element.get("style") or ""):
        yield f"https://www.youtube.com/embed/{still[1]}"
    yield from (
        f"https://open.spotify.com/{kind}/{i}" for value in element.values() for kind, i in _URI.findall(str(value))
    )
    if "glomex" in names and _ID.fullmatch(
        playlist := element.get("playlist-id") or element.get("data-playlist-id") or ""
    ):
        house = element.get("integration-id") or element.get("data-integration-id") or ""
        yield f"{_GLOMEX}?integrationId={house if _ID.fullmatch(house) else ''}&playlistId={playlist}"
    if "issuu" in names and _OF_ISSUU.fullmatch(config := element.get("data-configid") or ""):
        yield f"https://e.issuu.com/embed.html#{config}"
    if film := _OF_WISTIA.search(said):
        yield f"https://fast.wistia.net/embed/iframe/{film[1]}"
    if document := _OF_DOCUMENT_CLOUD.fullmatch(element.get("id") or ""):
        yield f"https://www.documentcloud.org/documents/{document[1]}"


_POST = re.compile(r"\d{15,20}", re.ASCII)
"""The number of a post on X."""
_URI = re.compile(r"^spotify:(episode|track|show|album|playlist):(\w{8,30})$")
_GLOMEX = "https://player.glomex.com/integration/1/iframe-player.html"
_OF_ISSUU = re.compile(r"[\w-]{1,40}/[\w-]{1,80}")
_OF_WISTIA = re.compile(r"\bwistia_async_(\w{8,12})\b")
_OF_DOCUMENT_CLOUD = re.compile(r"DV-viewer-(\d{1,12}[\w-]{0,200})")


def framed_addresses(element: Element) -> Iterator[str]:
    """The addresses in attributes that are called after a frame (data-pym-src, data-embed), and of sounds and films."""
    for name, held in element.items():
        value = str(held).strip()
        if not str(name).startswith("data-") or " " in value:
            continue
        if _SOUND.search(value) or (_OF_FRAME.search(str(name)) and _IS_ADDRESS.fullmatch(value)):
            yield value


_OF_FRAME = re.compile(r"-(?:pym|i?frame|embed)(?:-?(?:src|url|source|href))?\Z")
_SOUND = re.compile(r"\.(?:mp3|m4a|ogg|mp4|webm|m3u8)(?:\?|\Z)", re.IGNORECASE)
_IS_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>\\]+")


_DRAWS = re.compile(r"datawrapper|flourish|buzzsprout\.com/\d|everviz\.com/inject")
"""In the addresses of scripts that say what they draw."""
_OF_PROGRAM = re.compile(r"\.m?js(?:[?#]|\Z)")


def script_address(script: Element) -> str:
    """The public page of what a script draws where it stands; "" for any other script."""
    source = script.get("src") or ""
    if post := script.get("data-telegram-post"):
        return f"https://t.me/{post}"
    if gist := re.match(r"(?:https?:)?//gist\.github\.com/([\w-]+/\w+)\.js", source):
        return f"https://gist.github.com/{gist[1]}"
    if video := re.match(r"(?:https?:)?//(?:cdn|content)\.jwplayer\.com/players/([\w-]+)\.js", source):
        return f"https://cdn.jwplayer.com/previews/{video[1]}"
    if "infogram" in (script.get("class") or script.get("id") or "") and _ID.fullmatch(
        i := script.get("data-id") or ""
    ):
        return f"https://infogram.com/{i}"
    if "dailymotion" in source and _ID.fullmatch(video_id := script.get("data-video") or ""):
        return f"https://www.dailymotion.com/video/{video_id}"
    if not source and "text/" in (script.get("type") or ""):
        return _framed(script.text or "")
    if _DRAWS.search(source):
        return source
    noted = (str(value) for name, value in script.items() if str(name).startswith("data-"))
    return next((value for value in noted if _IS_ADDRESS.fullmatch(value) and not _OF_PROGRAM.search(value)), "")


def _framed(text: str) -> str:
    """The address of a frame that a consent tool keeps in a script that does not run."""
    text = _frame_in_base64(text.strip()) or text
    return found[0] if "<iframe" in text and (found := _ADDRESS.findall(text)) else ""


def _frame_in_base64(value: str) -> str:
    """The markup with a frame that a value is in base64; "" of any other value."""
    if not value.startswith("P") or _BASE64.match(value) is None:
        return ""
    try:
        markup = b64decode(value).decode("utf-8", "replace")
    except (Error, ValueError):
        return ""
    return markup if "<iframe" in markup else ""
