"""Players of known providers, above the link that a clean body has in their place: nothing is asked for before a click.

The frame holds its own page, one link to the player, which opens within the frame: that needs no script, and no
browser that loads frames early. Nothing of the article stands in that page but the film's number.
"""

import html
import re

_LINK = r'<p>(?=<a href="https?://{}(?:[?&#][^"]*)?" )'
_PLAYERS = {
    # Lists and broadcasts are no film's number, but as long.
    "YouTube": (
        r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!videoseries|live_stream)([\w-]{11})",
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    "Vimeo": (r"player\.vimeo\.com/video/(\d{1,12})", "https://player.vimeo.com/video/{}"),
    "Dailymotion": (r"(?:www\.)?dailymotion\.com/embed/video/(\w{1,12})", "https://www.dailymotion.com/embed/video/{}"),
}
_KNOWN = [(name, re.compile(_LINK.format(link), re.ASCII), address) for name, (link, address) in _PLAYERS.items()]
_COVERS = "position:fixed;inset:0;display:grid;place-content:center;background:#222;color:#fff;font:1.2rem sans-serif"
_FRAME = (
    '<iframe srcdoc="{page}" title="{name}" sandbox="allow-scripts allow-same-origin allow-popups allow-presentation" '
    'allow="autoplay; fullscreen; picture-in-picture" style="width:100%;aspect-ratio:16/9;border:0"></iframe><br>'
)


def with_players(body: str) -> str:
    """A post's body with a frame above each link to a player, in the link's paragraph."""
    for name, link, address in _KNOWN:
        body = link.sub(lambda found, name=name, to=address: "<p>" + _frame(name, to.format(found[1])), body)  # type: ignore[misc]
    return body


def _frame(name: str, address: str) -> str:
    page = f'<a href="{address}?autoplay=1" style="{_COVERS}">▶ {name}</a>'
    # Hexo's external_link filter finds `href=` in any attribute's text.
    return _FRAME.format(page=html.escape(page).replace("=", "&#61;"), name=name)
