"""Players of known providers, above the link that a clean body has in their place: nothing is asked for before a click.

The frame holds its own page, one link to the player, which opens within the frame: that needs no script, and no
browser that loads frames early. Nothing of the article stands in that page but the film's number.
"""

import html
import re
from functools import partial

_YOUTUBE = "https://www.youtube-nocookie.com/embed/{}"
_VIMEO = "https://player.vimeo.com/video/{}"
_DAILYMOTION = "https://www.dailymotion.com/embed/video/{}"
_PLAYERS = [
    # Lists and broadcasts are no film's number, but as long.
    ("YouTube", r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!videoseries|live_stream)([\w-]{11})()", _YOUTUBE),
    ("Vimeo", r"player\.vimeo\.com/video/(\d{1,12})(?:\?(?:[^\"#]*&amp;)?h=(\w{1,20}))?", _VIMEO),
    ("Dailymotion", r"(?:www\.)?dailymotion\.com/embed/video/(\w{1,12})()", _DAILYMOTION),
]
# A film's own page: the extraction puts it into a figure in a player's place; in a paragraph it is a link like others.
_PAGES = [
    ("YouTube", r"www\.youtube\.com/watch\?v=([\w-]{11})()", _YOUTUBE),
    ("Vimeo", r"vimeo\.com/(\d{1,12})(?:/(\w{1,20}))?", _VIMEO),
    ("Dailymotion", r"www\.dailymotion\.com/video/(\w{1,12})()", _DAILYMOTION),
]
_LINK = r'(?=<a href="https?://{}(?:[?&#][^"]*)?" [^<>]*>[^<])'
_FIGURE = r"<figure(?: [^<>]*)?>"
_KNOWN = [
    (name, re.compile(begin + _LINK.format(link), re.ASCII), address)
    for begin, players in ((f"(?:<p>|{_FIGURE})", _PLAYERS), (_FIGURE, _PAGES))
    for name, link, address in players
]
_COVERS = "position:fixed;inset:0;display:grid;place-content:center;background:#222;color:#fff;font:1.2rem sans-serif"
_FRAME = (
    '<iframe srcdoc="{page}" title="{name}" sandbox="allow-scripts allow-same-origin allow-popups allow-presentation" '
    'allow="autoplay; fullscreen; picture-in-picture" style="width:100%;aspect-ratio:16/9;border:0"></iframe><br>'
)


def with_players(body: str) -> str:
    """A post's body with a frame above each link to a player, in the link's paragraph or figure."""
    for name, link, address in _KNOWN:
        body = link.sub(partial(_framed, name, address), body)
    return body


def _framed(name: str, address: str, found: re.Match[str]) -> str:
    film, secret = found.groups()  # which Vimeo wants to be told of a film that is in no list
    query = f"h={secret}&amp;autoplay=1" if secret else "autoplay=1"
    page = f'<a href="{address.format(film)}?{query}" style="{_COVERS}">▶ {name}</a>'
    # Hexo's external_link filter finds `href=` in any attribute's text.
    return found[0] + _FRAME.format(page=html.escape(page).replace("=", "&#61;"), name=name)
