"""Scripts that draw where they stand: the public page of what they draw."""

import re

from newscrawl.element import Element
from newscrawl.extract.body.embed_ids import EMBED_ID
from newscrawl.extract.body.stand_ins import ADDRESS, IS_FILM
from newscrawl.extract.page.strip_code import STARTS
from newscrawl.urls.resolve import LONGEST

_DRAWS = re.compile(
    r"datawrapper|flourish(?!\.studio/resources)|buzzsprout\.com/\d|everviz\.com/inject|highcharts\.com/inject|asciinema\.org/a/|entry_id=|"
    r"jsfiddle\.net/[^?#]{3,80}/embed/|aparat\.com/embed/|/embedded-player/|nicovideo\.jp/watch/"
)
"""In the addresses of scripts that say what they draw."""

_OF_GRAPHIC = re.compile(r"(?:https?:)?//[^?#]{1,200}/embed/(?=[^?#]{0,200}\d)[\w-]{3,60}\.js(?:\?|\Z)")
"""The whole address of a script that is called after one graphic, on any site."""

_EMBEDS = re.compile(r"/embed(?:\.min)?\.js(?:\?|\Z)")
"""Scripts of players whose settings stand at an address in an attribute."""

_PAGE = re.compile(ADDRESS.pattern.replace("//", "//[^/\\s]{1,100}/", 1))
"""An address of something on a site, not of the site."""

_OF_PROGRAM = re.compile(r"\.m?js(?:[?#]|\Z)")

_GIST = re.compile(r"(?:https?:)?//gist\.github\.com/([\w-]+/\w+)\.js")
_JW_PLAYER = re.compile(r"(?:https?:)?//(?:cdn|content)\.jwpl(?:ayer|atform)\.com/players/([\w-]+)\.js")


_STARTS = re.compile("|".join(map(re.escape, STARTS)) + r"|[pP]layer\(\s{0,9}[\"']#")
"""The same, and players that are put into an element of the page."""

_STARTED = (
    (re.compile(r"VK\.Widgets\.Post\(\s*[\"'][^\"']*[\"'],\s*(-?\d+),\s*(\d+)"), "https://vk.com/wall{}_{}"),
    (re.compile(r"Rumble\(\s*[\"']play[\"'],\s*\{\s*[\"']?video[\"']?\s*:\s*[\"'](\w{3,20})"), "https://rumble.com/embed/{}/"),
    (re.compile(r"createTweet\(\s*[\"'](\d{15,20})"), "https://x.com/i/status/{}"),
    (re.compile(r"YT\.Player\([^{}]{0,200}\{[^{}]{0,400}videoId[\"']?\s*:\s*[\"']([\w-]{11})"), "https://www.youtube.com/embed/{}"),
    (re.compile(r"Vimeo\.Player\([^{}]{0,200}\{[^{}]{0,400}\bid[\"']?\s*:\s*[\"']?(\d{6,12})"), "https://player.vimeo.com/video/{}"),
    (re.compile(r"DM\.player\([^{}]{0,200}\{[^{}]{0,400}video[\"']?\s*:\s*[\"'](\w{5,12})"), "https://www.dailymotion.com/video/{}"),
    (re.compile(r"jwplayer\([^{}]{0,200}\{[^{}]{0,400}(?:file|playlist)[\"']?\s*:\s*[\"']"
                r"((?:https?:)?//[^\s\"'<>]{5,300})"), "{}"),
    (re.compile(r"pym\.Parent\(\s*[\"'][^\"']{0,80}[\"'],\s*[\"']((?:https?:)?//[^\s\"'<>]{5,300})"), "{}"),
    (re.compile(r"createController\([^{}]{0,200}\{[^{}]{0,200}\buri[\"']?\s{0,9}:\s{0,9}[\"']spotify:(\w{4,10}):(\w{8,30})"),
     "https://open.spotify.com/{}/{}"),
    (re.compile(r"videojs\([^{}]{0,200}\{[^{}]{0,200}\{[^{}]{0,200}\bsrc[\"']?\s{0,9}:\s{0,9}[\"']((?:https?:)?//[^\s\"'<>]{5,300})"),
     "{}"),
    (re.compile(r"[pP]layer\(\s{0,9}[\"']#[\w-]{1,80}[\"'],\s{0,9}[\"']((?:https?:)?//[^\s\"'<>]{5,300})"), "{}"),
    (re.compile(r"DV\.load\(\s*[\"']((?:https?:)?//[^\s\"'<>]{5,300})\.js"), "{}"),
)  # fmt: skip
"""The call, and the address of what it shows."""

LONGEST_START = 5_000
"""Characters of a script that are looked at."""


def draws(script: Element) -> bool:
    """Whether a script's own address says that it draws one graphic where it stands, whoever made it."""
    source = _source(script)
    if not source:
        return _STARTS.search((script.text or "")[:LONGEST_START]) is not None
    return _says_what(source) or _EMBEDS.search(source) is not None


def script_address(script: Element) -> str:
    """The public page of what a script draws where it stands; "" for any other script."""
    source = _source(script)
    if known := _address_by_id(script, source):
        return known
    if not source and (kept := _of_text(script.get("type") or "", script.text or "")):
        return kept
    if _says_what(source):
        return source
    noted = (str(value) for name, value in script.items() if str(name).startswith("data-"))
    return next((value for value in noted if _PAGE.fullmatch(value) and not _OF_PROGRAM.search(value)), "")


def _source(script: Element) -> str:
    """The address of a script; "" where it has none, or one that is too long to be any."""
    source = script.get("src") or ""
    return source if len(source) <= LONGEST else ""


def _says_what(source: str) -> bool:
    """Whether the address of a script says which graphic it draws."""
    return _DRAWS.search(source) is not None or ("/embed/" in source and _OF_GRAPHIC.match(source) is not None)


def _address_by_id(script: Element, source: str) -> str:
    """The address that the id of a post, a listing, a film or a graphic makes."""
    if post := script.get("data-telegram-post"):
        return f"https://t.me/{post}"
    if gist := _GIST.match(source):
        return f"https://gist.github.com/{gist[1]}"
    if film := _JW_PLAYER.match(source):
        return f"https://cdn.jwplayer.com/previews/{film[1]}"
    graphic, film_id = script.get("data-id") or "", script.get("data-video") or ""
    whose = script.get("class") or script.get("id") or ""
    if "infogram" in whose and EMBED_ID.fullmatch(graphic := graphic or whose.removeprefix("infogram_0_")):
        return f"https://infogram.com/{graphic}"
    if "speakerdeck" in whose and EMBED_ID.fullmatch(graphic):
        return f"https://speakerdeck.com/player/{graphic}"
    is_film = "dailymotion" in source and EMBED_ID.fullmatch(film_id)
    return f"https://www.dailymotion.com/video/{film_id}" if is_film else ""


def _of_text(kind: str, text: str) -> str:
    """The address in a script's own text: of what it begins, or of a frame or film that is kept in it."""
    if not kind or "javascript" in kind or kind == "module":
        return _started(text)
    if "json" in kind and "ld+" not in kind:
        found = ADDRESS.findall(text[:LONGEST_START].replace("\\/", "/"))
        return next(filter(IS_FILM.match, found), "")
    return ""


def _started(text: str) -> str:
    """The address of the player or post that a script begins where it stands."""
    text = text[:LONGEST_START].replace("\\/", "/")
    if _STARTS.search(text) is None:
        return ""
    found = ((pattern.search(text), address) for pattern, address in _STARTED)
    return next((address.format(*match.groups()) for match, address in found if match), "")
