"""The addresses of embeds of which a page notes only an id: the element's class or tag says whose it is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newscrawl.element import Element
from newscrawl.extract.body.stand_ins import still_of
from newscrawl.extract.vocabulary.names import roles_of

_ID_IN_JSON = re.compile(r"\"(?:video_?|asset_?)?id\"\s*:\s*\"([\w-]{6,20})\"", re.IGNORECASE)
_ID_OF_INSTAGRAM = re.compile(r"\"instagram_id\"\s*:\s*\"([\w-]{6,20})\"")
_WHOSE = (
    "class",
    "name",
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

_OF_FILM, _NUMBER = r"[\w-]{11}", r"\d{4,20}"
_ANY = EMBED_ID.pattern

_Row = tuple[str, tuple[str, ...], str, str]

_BY_ID: tuple[_Row, ...] = (
    ("youtube", ("data-youtube-id", "data-videoid", "videoid", "data-video-id", "video-id", "data-id", "data-ytid",
                 "data-vid", "video", "youtube-id", "data-src", "data-embed"), _OF_FILM, "https://www.youtube.com/embed/{}"),
    ("vimeo", ("data-vimeo-id", "data-videoid", "videoid", "data-video-id", "video-id", "data-id"), _NUMBER,
     "https://player.vimeo.com/video/{}"),
    ("dailymotion", ("data-videoid", "videoid", "data-video-id", "data-id"), r"\w{5,12}", "https://www.dailymotion.com/embed/video/{}"),
    ("infogram", ("data-id",), r"(?:_/)?" + _ANY, "https://infogram.com/{}"),
    ("genially", ("id", "data-id"), _ANY, "https://view.genially.com/{}"),
    ("tenor-gif", ("data-postid",), _NUMBER, "https://tenor.com/view/{}"),
    ("imgur-embed", ("data-id",), _ANY, "https://imgur.com/{}"),
    ("instagram", ("postid", "data-shortcode", "data-postid"), r"(?!\d+\Z)[\w-]{5,40}", "https://www.instagram.com/p/{}/"),
    ("tweet", ("data-tweetid", "data-tweet-id"), r"\d{2,20}", "https://x.com/i/status/{}"),
    ("wistia", ("media-id", "data-media-id"), _ANY, "https://fast.wistia.net/embed/iframe/{}"),
    ("jwplayer", ("data-media-id", "media-id", "data-video-id", "data-jw-media-id"), _ANY, _JW),
    ("jw", ("data-media-id", "media-id", "data-video-id", "data-jw-media-id"), _ANY, _JW),
    ("soundcloud", ("data-trackid", "data-track-id"), _NUMBER,
     "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/{}"),
    ("gist", ("data-gistid", "data-gist-id"), _ANY, "https://gist.github.com/{}"),
    ("bandcamp", ("albumid", "data-album-id"), _NUMBER, "https://bandcamp.com/EmbeddedPlayer/album={}"),
    ("ausha", ("data-podcast-id",), _ANY, "https://player.ausha.co/index.html?podcastId={}"),
    ("mux", ("playback-id", "data-playback-id"), _ANY, "https://player.mux.com/{}"),
    ("stream", ("src",), _ANY, "https://iframe.videodelivery.net/{}"),
    ("art19", ("data-episode-id",), _ANY, "https://art19.com/episodes/{}"),
    ("slideshare", ("data-id",), _ANY, "https://www.slideshare.net/slideshow/embed_code/{}"),
    ("tiktok", ("videoid", "data-video-id", "video-id"), r"\d{15,20}", "https://www.tiktok.com/embed/v2/{}"),
    ("strava", ("data-embed-id",), _NUMBER, "https://www.strava.com/activities/{}"),
)  # fmt: skip
"""Word in the class, tag or attribute; where the id stands; the provider's form of it; the address it makes."""

_SITES = re.compile(
    r"youtube|vimeo|dailymotion|instagram|twitter|facebook|tiktok|linkedin|pinterest|whatsapp|telegram|spotify|soundcloud"
)
"""Several of them in one element's names are buttons or a list, no embed."""

_POST = re.compile(r"\d{15,20}", re.ASCII)
"""The number of a post on X."""

_FLOURISH = re.compile(r"((?:visualisation|story)/\d+)(?:\?\w{1,20})?")
_SPOTIFY = re.compile(r"^spotify:(episode|track|show|album|playlist):(\w{8,30})$")
_OF_DEEZER = re.compile(r"(?:track|album|playlist|episode|show)/\d{3,15}")
_OF_ACAST = re.compile(r"[0-9a-z-]{8,40}/[0-9a-z-]{8,60}")
_OF_SPOTIFY = re.compile(r"(?:episode|track|show|album|playlist)/\w{8,30}")

_GLOMEX = "https://player.glomex.com/integration/1/iframe-player.html"

_ISSUU = re.compile(r"[\w-]{1,40}/[\w-]{1,80}")
_GIST_OF = re.compile(r"([\w-]{1,40}/[0-9a-f]{5,40})(?:\.json)?")
_WISTIA = re.compile(r"\bwistia_async_(\w{8,12})\b")
_DOCUMENT_CLOUD = re.compile(r"DV-viewer-(\d{1,12}[\w-]{0,200})")


def addresses_by_id(element: Element) -> Iterator[str]:
    """The addresses that an element's ids make, where its names say whose they are."""
    said = " ".join(element.get(name) or "" for name in _WHOSE)
    if _is_button(element, said.lower()):
        return
    in_json = [str(value) for value in element.values() if str(value).startswith("{")]
    names = f"{element.tag} {said} {' '.join(map(str, element.keys()))} {' '.join(in_json)}"
    lower = names.lower()
    yield from _of_table(element, (row for row in _BY_ID if row[0] in lower and _named(row[0]).search(names)), in_json)
    yield from _of_two_ids(element, lower)
    yield from _of_values(element, lower)
    yield from _of_own_form(element, lower, said)


def _is_button(element: Element, said: str) -> bool:
    """Whether an element's names say that it shares or follows, or name several sites."""
    roles = roles_of(element)
    is_share = "share" in roles and roles.isdisjoint(("player", "figure"))
    return is_share or len(set(_SITES.findall(said))) > 1


@lru_cache(maxsize=64)
def _named(word: str) -> re.Pattern[str]:
    """A provider's word by itself or run together with what it shows: "lite-youtube", "youtubePlayer"."""
    begin = r"(?:(?<![A-Za-z0-9])|(?<=[a-z])(?=[A-Z])|(?<=(?i:embed))|(?<=(?i:video))|(?<=(?i:lazy)))"
    return re.compile(rf"{begin}(?i:{word})(?i:id|player|video|embed)?(?![a-z0-9])")


def _of_table(element: Element, rows: Iterable[_Row], in_json: list[str]) -> Iterator[str]:
    """Those of providers whose address holds nothing but the id."""
    for word, holders, form, address in rows:
        held = [element.get(name) or "" for name in (*holders, _OF_PLYR)]
        pattern = _ID_OF_INSTAGRAM if word == "instagram" else _ID_IN_JSON
        noted = (i for value in in_json for i in pattern.findall(value))
        yield from (address.format(i) for i in (*held, *noted) if re.fullmatch(form, i))


def _of_two_ids(element: Element, names: str) -> Iterator[str]:
    """Those of providers whose address needs the house's id beside the film's."""
    account, video = element.get("data-account") or "", element.get("data-video-id") or ""
    if account.isdigit() and EMBED_ID.fullmatch(video):
        yield f"https://players.brightcove.net/{account}/default_default/index.html?videoId={video}"
    playlist = element.get("playlist-id") or element.get("data-playlist-id") or ""
    if "glomex" in names and EMBED_ID.fullmatch(playlist):
        house = element.get("integration-id") or element.get("data-integration-id") or ""
        yield f"{_GLOMEX}?integrationId={house if EMBED_ID.fullmatch(house) else ''}&playlistId={playlist}"


_OF_TWO = re.compile(r"(youtube|vimeo)/([\w-]{6,11})")
_FRAMES = {"youtube": "https://www.youtube.com/embed/{}", "vimeo": "https://player.vimeo.com/video/{}"}
"""How players that show films of several sites name one: "youtube/dQw4w9WgXcQ"."""


def _of_values(element: Element, names: str) -> Iterator[str]:
    """Those whose id is known by its form, in whichever attribute."""
    values = list(map(str, element.values()))
    yield from (_FRAMES[said[1]].format(said[2]) for said in map(_OF_TWO.fullmatch, values) if said)
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
    if "flourish-embed" in names and (graphic := _FLOURISH.fullmatch(element.get("data-src") or "")):
        yield f"https://public.flourish.studio/{graphic[1]}/"
    if "issuu" in names and _ISSUU.fullmatch(config := element.get("data-configid") or ""):
        yield f"https://e.issuu.com/embed.html#{config}"
    if "gist" in names and (listing := _GIST_OF.fullmatch(element.get("data-gist") or "")):
        yield f"https://gist.github.com/{listing[1]}"
    if film := _WISTIA.search(said):
        yield f"https://fast.wistia.net/embed/iframe/{film[1]}"
    if document := _DOCUMENT_CLOUD.fullmatch(element.get("id") or ""):
        yield f"https://www.documentcloud.org/documents/{document[1]}"
