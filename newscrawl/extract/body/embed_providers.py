"""Sites whose players, posts and graphics other pages embed, and the public page of each."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Provider:
    """A site whose embeds have a public page."""

    name: str
    pattern: re.Pattern[str]
    page: str
    """The public page's address with \\1 and so on out of `pattern`; the embed's own address where empty."""


def _provider(name: str, pattern: str, page: str = "") -> Provider:
    return Provider(name, re.compile(r"^https?://" + pattern), page)


PROVIDERS = (
    _provider("YouTube", r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/(?!videoseries)([\w-]{6,})",
              r"https://www.youtube.com/watch?v=\1"),
    _provider("YouTube", r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/embed/videoseries\?(?:.*&)?list=([\w-]+)",
              r"https://www.youtube.com/playlist?list=\1"),
    _provider("YouTube", r"(?:www\.|m\.)?youtube\.com/watch\?(?:.*&)?v=([\w-]{6,})", r"https://www.youtube.com/watch?v=\1"),
    _provider("YouTube", r"youtu\.be/([\w-]{6,})", r"https://www.youtube.com/watch?v=\1"),
    _provider("Vimeo", r"player\.vimeo\.com/video/(\d+)\?(?:[^#]*&)?h=(\w+)", r"https://vimeo.com/\1/\2"),
    _provider("Vimeo", r"player\.vimeo\.com/video/(\d+)", r"https://vimeo.com/\1"),
    _provider("Vimeo", r"vimeo\.com/(\d+)(?:[?#]|$)", r"https://vimeo.com/\1"),
    _provider("Dailymotion", r"(?:www\.)?dailymotion\.com/video/(\w+)", r"https://www.dailymotion.com/video/\1"),
    _provider("Dailymotion", r"(?:www\.|geo\.)?dailymotion\.com/(?:embed/video/|player[^?]*\?(?:.*&)?video=)(\w+)",
              r"https://www.dailymotion.com/video/\1"),
    _provider("X", r"platform\.twitter\.com/embed/[^?]*\?(?:.*&)?id=(\d+)", r"https://x.com/i/status/\1"),
    _provider("X", r"(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w+)/status(?:es)?/(\d+)", r"https://x.com/\1/status/\2"),
    _provider("Instagram", r"(?:www\.)?instagram\.com/(?:\w[\w.]*/)?(p|reel|tv)/([\w-]+)", r"https://www.instagram.com/\1/\2/"),
    _provider("TikTok", r"(?:www\.)?tiktok\.com/(?:embed(?:/v\d)?|player/v\d)/(\d+)", r"https://www.tiktok.com/@/video/\1"),
    _provider("TikTok", r"(?:www\.)?tiktok\.com/(@[\w.-]+/video/\d+)", r"https://www.tiktok.com/\1"),
    _provider("Facebook", r"(?:www\.|m\.)?facebook\.com/plugins/(?:post|video)\.php\?(?:.*&)?href=(https?%3A[^&]+)",
              r"\1"),
    _provider("Facebook", r"(?:www\.|m\.)?facebook\.com/plugins/"),
    _provider("Facebook", r"(?:www\.|m\.)?facebook\.com/"),
    _provider("Datawrapper", r"datawrapper\.dwcdn\.net/(\w{5})", r"https://datawrapper.dwcdn.net/\1/"),
    _provider("Flourish", r"(?:flo\.uri\.sh|public\.flourish\.studio)/(visualisation|story)/(\d+)",
              r"https://public.flourish.studio/\1/\2/"),
    _provider("Infogram", r"(?:e\.)?infogram\.com/"),
    _provider("Spotify", r"open\.spotify\.com/embed/(\w+)/(\w+)", r"https://open.spotify.com/\1/\2"),
    _provider("Spotify", r"open\.spotify\.com/embed-podcast/(\w+)/(\w+)", r"https://open.spotify.com/\1/\2"),
    _provider("Spotify", r"open\.spotify\.com/(?:intl-\w+/)?(episode|track|show|playlist|album)/(\w+)",
              r"https://open.spotify.com/\1/\2"),
    _provider("SoundCloud", r"w\.soundcloud\.com/player/"),
    _provider("Apple Podcasts", r"embed\.podcasts\.apple\.com/(.+)", r"https://podcasts.apple.com/\1"),
    _provider("LinkedIn", r"(?:www\.)?linkedin\.com/embed/feed/update/(urn:li:\w+:\d+)",
              r"https://www.linkedin.com/feed/update/\1/"),
    _provider("Pinterest", r"assets\.pinterest\.com/ext/embed\.html\?id=(\d+)", r"https://www.pinterest.com/pin/\1/"),
    _provider("Pinterest", r"(?:\w{2,3}\.)?pinterest\.[\w.]{2,6}/pin/(\d+)", r"https://www.pinterest.com/pin/\1/"),
    _provider("Mastodon", r"([\w.-]+)/(@[\w.]+(?:@[\w.-]+)?/\d+)/embed", r"https://\1/\2"),
    _provider("Telegram", r"t\.me/(\w+)/(\d+)", r"https://t.me/\1/\2"),
    _provider("Reddit", r"(?:www\.|embed\.)?reddit(?:media)?\.com/(r/\w+/comments/[\w/]+)", r"https://www.reddit.com/\1"),
    _provider("Bluesky", r"embed\.bsky\.app/embed/(did:[\w:.-]+)/app\.bsky\.feed\.post/(\w+)",
              r"https://bsky.app/profile/\1/post/\2"),
    _provider("Bluesky", r"bsky\.app/profile/([\w:.-]+)/post/(\w+)", r"https://bsky.app/profile/\1/post/\2"),
    _provider("Bluesky", r"(?:embed\.)?bsky\.app/"),
    _provider("Threads", r"(?:www\.)?threads\.(?:net|com)/"),
    _provider("Google Maps", r"(?:www\.)?google\.\w+(?:\.\w+)?/maps"),
    _provider("OpenStreetMap", r"(?:www\.)?openstreetmap\.org/"),
    _provider("Brightcove", r"players\.brightcove\.net/"),
    _provider("JW Player", r"(?:cdn|content)\.jwplayer\.com/"),
    _provider("Gist", r"gist\.github\.com/"),
    _provider("DocumentCloud", r"(?:embed\.|www\.)?documentcloud\.org/"),
    _provider("Scribd", r"(?:www\.)?scribd\.com/"),
    _provider("Twitch", r"(?:player|clips)\.twitch\.tv/"),
    _provider("Streamable", r"streamable\.com/"),
    _provider("Acast", r"embed\.acast\.com/"),
    _provider("Podigee", r"([\w-]+\.podigee\.io/[\w-]+)(?:/embed\b|$)", r"https://\1"),
    _provider("Buzzsprout", r"(?:www\.)?buzzsprout\.com/(\d+)/(?:episodes/)?(\d+[\w-]*)(?:\.js)?(?:[?#]|$)",
              r"https://www.buzzsprout.com/\1/episodes/\2"),
    _provider("everviz", r"app\.everviz\.com/(?:inject|embed|show)/([\w-]+)", r"https://app.everviz.com/show/\1"),
    _provider("SoundCloud", r"(?:www\.|m\.)?soundcloud\.com/([\w-]+/(?:sets/)?[\w-]+)", r"https://soundcloud.com/\1"),
    _provider("glomex", r"player\.glomex\.com/integration/"),
    _provider("Issuu", r"e\.issuu\.com/embed"),
    _provider("Genially", r"view\.genial(?:ly\.com|\.ly)/(\w+)", r"https://view.genially.com/\1"),
    _provider("Wistia", r"fast\.wistia\.(?:net|com)/(?:embed/iframe|medias)/(\w+)", r"https://fast.wistia.net/embed/iframe/\1"),
    _provider("Tenor", r"tenor\.com/(?:embed|view)/([\w-]+)", r"https://tenor.com/view/\1"),
    _provider("Imgur", r"(?:i\.)?imgur\.com/((?:a/|gallery/)?\w+)(?:/embed)?(?:[?#]|$)", r"https://imgur.com/\1"),
)  # fmt: skip

NO_CONTENT = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|amazon-adsystem|adservice|adsystem|/ads?[/.?-]|taboola|outbrain|disqus|"
    r"recaptcha|hcaptcha|newsletter|subscri|consent|privacy|plugins/(?:like|page|share|follow)|platform\.twitter\.com/widgets|"
    r"sharethis|addthis|paywall|piano\.io|tinypass|teads|criteo|civey|opinary|spot\.im|accounts\.google|login|/comments/?\?|"
    r"vgwort|analytics|pixel|tracking|facebook\.com/tr\b|trustpilot|affiliate|awin|amzn|amazon\.\w+/(?:e/cm|s)",
    re.IGNORECASE,
)
"""Frames that show advertising, sign-up forms, comments, polls for data or nothing at all."""

_BY_ADDRESS = frozenset(
    "Infogram Brightcove YouTube X Flourish Datawrapper Vimeo Dailymotion Spotify Pinterest DocumentCloud Genially "
    "Wistia Tenor Imgur Issuu SoundCloud glomex".split()
)
"""Providers whose address already is the public page."""

POSTS = frozenset("X Instagram Facebook TikTok Bluesky Threads Mastodon Telegram LinkedIn Reddit".split())
"""Providers whose embeds are posts with words of their own."""

_SPELT = re.compile("https?%3A%2F%2F")
"""The address of Facebook's posts and films, in another one's query."""

_FRAME_OF_WORDPRESS = re.compile(r"/embed/?#\?secret=.*")
"""What WordPress puts behind an article's address for a frame that shows its headline elsewhere."""


def is_known(url: str, page: str, name: str) -> bool:
    """Whether a provider's address leads to one video, post or graphic, whose public page this is."""
    return (page != url or name in _BY_ADDRESS) and not NO_CONTENT.search(url)


@lru_cache(maxsize=1024)  # several rules ask it of each link
def name_and_page(url: str) -> tuple[str, str]:
    """The provider's name and the public page of an embed's address; no name where it is nobody known."""
    for provider in PROVIDERS:
        if match := provider.pattern.match(url):
            page = match.expand(provider.page) if provider.page else url
            return provider.name, unquote(page) if _SPELT.match(page) else page
    return "", _FRAME_OF_WORDPRESS.sub("/", url)
