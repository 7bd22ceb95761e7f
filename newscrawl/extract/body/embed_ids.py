"""The addresses of embeds of which a page notes only an id: the element's class or tag says whose it is."""

import re
from collections.abc import Iterator

from newscrawl.extract.body.stand_ins import still_of
from newscrawl.extract.vocabulary.names import Element

_ID_IN_JSON = re.compile(r"\"(?:video_?)?id\"\s*:\s*\"([\w-]{6,20})\"", re.IGNORECASE)
_ID_OF_INSTAGRAM = re.compile(r"\"instagram_id\"\s*:\s*\"([\w-]{6,20})\"")
_WHOSE = (
    "class",
    "type",
    "provider",
    "data-type",
    "data-provider",
    "data-loader",
    "data-embed-type",
    "data-plyr-provider",
    "data-service",
    "data-platform",
)

EMBED_ID = re.compile(r"[\w-]{5,60}")

_OF_PLYR = "data-plyr-embed-id"
"""Where Plyr keeps the id of whichever site's film it plays."""

_JW = "https://cdn.jwplayer.com/previews/{}"

_BY_ID = (
    ("youtube", ("data-youtube-id", "data-videoid", "videoid", "data-video-id", "video-id", "data-id", "data-ytid",
                 "video", "youtube-id", "data-src", "data-embed"), "https://www.youtube.com/embed/{}"),
    ("vimeo", ("data-vimeo-id", "data-videoid", "videoid", "data-video-id", "video-id", "data-id"), "https://player.vimeo.com/video/{}"),
    ("dailymotion", ("data-videoid", "videoid", "data-video-id", "data-id"), "https://www.dailymotion.com/embed/video/{}"),
    ("infogram", ("data-id",), "https://infogram.com/{}"),
    ("genially", ("id", "data-id"), "https://view.genially.com/{}"),
    ("tenor-gif", ("data-postid",), "https://tenor.com/view/{}"),
    ("imgur-embed", ("data-id",), "https://imgur.com/{}"),
    ("instagram", ("postid", "data-shortcode", "data-postid"), "https://www.instagram.com/p/{}/"),
    ("wistia", ("media-id", "data-media-id"), "https://fast.wistia.net/embed/iframe/{}"),
    ("jwplayer", ("data-media-id", "media-id", "data-video-id", "data-jw-media-id"), _JW),
    ("jw-", ("data-media-id", "media-id", "data-video-id", "data-jw-media-id"), _JW),
    ("soundcloud", ("data-trackid", "data-track-id"), "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/{}"),
    ("gist", ("data-gistid", "data-gist-id"), "https://gist.github.com/{}"),
    ("bandcamp", ("albumid", "data-album-id"), "https://bandcamp.com/EmbeddedPlayer/album={}"),
    ("ausha", ("data-podcast-id",), "https://player.ausha.co/index.html?podcastId={}"),
    ("mux-", ("playback-id", "data-playback-id"), "https://player.mux.com/{}"),
    ("stream", ("src",), "https://iframe.videodelivery.net/{}"),
    ("art19", ("data-episode-id",), "https://art19.com/episodes/{}"),
    ("slideshare", ("data-id",), "https://www.slideshare.net/slideshow/embed_code/{}"),
    ("strava", ("data-embed-id",), "https://www.strava.com/activities/{}"),
)  # fmt: skip
"""Word in the class, tag or attribute; where the id stands; the address it makes."""

_POST = re.compile(r"\d{15,20}", re.ASCII)
"""The number of a post on X."""

_FLOURISH = re.compile(r"(?:visualisation|story)/\d+")
_SPOTIFY = re.compile(r"^spotify:(episode|track|show|album|playlist):(\w{8,30})$")
_OF_DEEZER = re.compile(r"(?:track|album|playlist|episode|show)/\d{3,15}")
_OF_ACAST = re.compile(r"[0-9a-z-]{8,40}/[0-9a-z-]{8,60}")
_OF_SPOTIFY = re.compile(r"(?:episode|track|show|album|playlist)/\w{8,30}")

_GLOMEX = "https://player.glomex.com/integration/1/iframe-player.html"

_ISSUU = re.compile(r"[\w-]{1,40}/[\w-]{1,80}")
_WISTIA = re.compile(r"\bwistia_async_(\w{8,12})\b")
_DOCUMENT_CLOUD = re.compile(r"DV-viewer-(\d{1,12}[\w-]{0,200})")


def addresses_by_id(element: Element) -> Iterator[str]:
    """The addresses that an element's ids make, where its names say whose they are."""
    said = " ".join(element.get(name) or "" for name in _WHOSE)
    in_json = [str(value) for value in element.values() if str(value).startswith("{")]
    names = f"{element.tag} {said} {' '.join(map(str, element.keys()))} {' '.join(in_json)}".lower()
    yield from _of_table(element, names, in_json)
    yield from _of_two_ids(element, names)
    yield from _of_values(element, names)
    yield from _of_own_form(element, names, said)


def _of_table(element: Element, names: str, in_json: list[str]) -> Iterator[str]:
    """Those of providers whose address holds nothing but the id."""
    for word, holders, address in _BY_ID:
        if word in names:
            held = (element.get(name) or "" for name in (*holders, _OF_PLYR))
            yield from (address.format(i) for i in held if EMBED_ID.fullmatch(i))
            pattern = _ID_OF_INSTAGRAM if word == "instagram" else _ID_IN_JSON
            yield from (address.format(i) for value in in_json for i in pattern.findall(value))


def _of_two_ids(element: Element, names: str) -> Iterator[str]:
    """Those of providers whose address needs the house's id beside the film's."""
    account, video = element.get("data-account") or "", element.get("data-video-id") or ""
    if account.isdigit() and EMBED_ID.fullmatch(video):
        yield f"https://players.brightcove.net/{account}/default_default/index.html?videoId={video}"
    playlist = element.get("playlist-id") or element.get("data-playlist-id") or ""
    if "glomex" in names and EMBED_ID.fullmatch(playlist):
        house = element.get("integration-id") or element.get("data-integration-id") or ""
        yield f"{_GLOMEX}?integrationId={house if EMBED_ID.fullmatch(house) else ''}&playlistId={playlist}"


def _of_values(element: Element, names: str) -> Iterator[str]:
    """Those whose id is known by its form, in whichever attribute."""
    values = list(map(str, element.values()))
    if "tweet" in names or "twitter" in names:
        yield from (f"https://x.com/i/status/{value}" for value in values if _POST.fullmatch(value))
    for kind, i in (found for value in values for found in _SPOTIFY.findall(value)):
        yield f"https://open.spotify.com/{kind}/{i}"
    if "deezer" in names:
        yield from (f"https://www.deezer.com/{value}" for value in values if _OF_DEEZER.fullmatch(value))
    if "acast" in names:
        yield from (f"https://embed.acast.com/{value}" for value in values if _OF_ACAST.fullmatch(value))
    if "spotify" in names:
        yield from (f"https://open.spotify.com/{value}" for value in values if _OF_SPOTIFY.fullmatch(value))
    if film := still_of(element):
        yield f"https://www.youtube.com/embed/{film}"


def _of_own_form(element: Element, names: str, said: str) -> Iterator[str]:
    """Those of providers that write more than an id, each in its own form."""
    if "flourish-embed" in names and _FLOURISH.fullmatch(source := element.get("data-src") or ""):
        yield f"https://public.flourish.studio/{source}/"
    if "issuu" in names and _ISSUU.fullmatch(config := element.get("data-configid") or ""):
        yield f"https://e.issuu.com/embed.html#{config}"
    if film := _WISTIA.search(said):
        yield f"https://fast.wistia.net/embed/iframe/{film[1]}"
    if document := _DOCUMENT_CLOUD.fullmatch(element.get("id") or ""):
        yield f"https://www.documentcloud.org/documents/{document[1]}"
