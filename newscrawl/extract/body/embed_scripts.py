"""Scripts that draw where they stand: the public page of what they draw."""

import re

from newscrawl.extract.body.embed_ids import EMBED_ID
from newscrawl.extract.body.stand_ins import ADDRESS, frame_in_base64
from newscrawl.extract.vocabulary.names import Element

_DRAWS = re.compile(r"datawrapper|flourish|buzzsprout\.com/\d|everviz\.com/inject")
"""In the addresses of scripts that say what they draw."""

_OF_PROGRAM = re.compile(r"\.m?js(?:[?#]|\Z)")

_GIST = re.compile(r"(?:https?:)?//gist\.github\.com/([\w-]+/\w+)\.js")
_JW_PLAYER = re.compile(r"(?:https?:)?//(?:cdn|content)\.jwplayer\.com/players/([\w-]+)\.js")


def script_address(script: Element) -> str:
    """The public page of what a script draws where it stands; "" for any other script."""
    source = script.get("src") or ""
    if known := _address_by_id(script, source):
        return known
    if not source and "text/" in (script.get("type") or ""):
        return _framed(script.text or "")
    if _DRAWS.search(source):
        return source
    noted = (str(value) for name, value in script.items() if str(name).startswith("data-"))
    return next((value for value in noted if ADDRESS.fullmatch(value) and not _OF_PROGRAM.search(value)), "")


def _address_by_id(script: Element, source: str) -> str:
    """The address that the id of a post, a listing, a film or a graphic makes."""
    if post := script.get("data-telegram-post"):
        return f"https://t.me/{post}"
    if gist := _GIST.match(source):
        return f"https://gist.github.com/{gist[1]}"
    if film := _JW_PLAYER.match(source):
        return f"https://cdn.jwplayer.com/previews/{film[1]}"
    graphic, film_id = script.get("data-id") or "", script.get("data-video") or ""
    if EMBED_ID.fullmatch(graphic) and "infogram" in (script.get("class") or script.get("id") or ""):
        return f"https://infogram.com/{graphic}"
    is_film = "dailymotion" in source and EMBED_ID.fullmatch(film_id)
    return f"https://www.dailymotion.com/video/{film_id}" if is_film else ""


def _framed(text: str) -> str:
    """The address of a frame that a consent tool keeps in a script that does not run."""
    text = frame_in_base64(text.strip()) or text
    return found[0] if "<iframe" in text and (found := ADDRESS.findall(text)) else ""
