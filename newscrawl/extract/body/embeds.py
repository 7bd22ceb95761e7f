"""Embeds: players, posts and graphics of other sites, kept as a plain link to what they show; never a live frame."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import unquote

from newscrawl.extract.body.stand_ins import addresses_by_id, framed_addresses, noted_addresses
from newscrawl.extract.vocabulary.names import Element, roles_of
from newscrawl.urls.parts import host_of

EMBED_TAGS = frozenset(
    "iframe amp-iframe video audio amp-video amp-audio object embed amp-youtube amp-twitter amp-instagram amp-vimeo "
    "amp-facebook amp-tiktok amp-dailymotion lite-youtube lite-vimeo youtube-video twitter-widget "
    "amp-brightcove amp-jwplayer oembed".split()
)

_DATA_ADDRESSES = ("data-src", "data-lazy-src", "data-href", "data-url", "data-permalink", "data-instgrm-permalink",
                   "data-embed-url", "data-iframe-src", "data-original", "data-cmp-src", "data-consent-src",
                   "cite")  # fmt: skip
"""Where consent managers and lazy loaders put a frame's address."""


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

_NO_CONTENT = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|amazon-adsystem|adservice|adsystem|/ads?[/.?-]|taboola|outbrain|disqus|"
    r"recaptcha|hcaptcha|newsletter|subscri|consent|privacy|plugins/(?:like|page|share|follow)|platform\.twitter\.com/widgets|"
    r"sharethis|addthis|paywall|piano\.io|tinypass|teads|criteo|civey|opinary|spot\.im|accounts\.google|login|/comments/?\?|"
    r"vgwort|analytics|pixel|tracking|facebook\.com/tr\b|trustpilot|affiliate|awin|amzn|amazon\.\w+/(?:e/cm|s)",
    re.IGNORECASE,
)
"""Frames that show advertising, sign-up forms, comments, polls for data or nothing at all."""


def embed_html(element: Element, absolute: Callable[[str], str]) -> str:
    """A figure with a link to what an embed shows; "" where it shows nothing of the article."""
    return _known_html(element, absolute) or _any_html(element, absolute)


def stand_in_html(element: Element, absolute: Callable[[str], str]) -> str:
    """A figure with a link to what a script would put into an empty element; "" where that is no embed."""
    return "" if element.tag == "a" else _known_html(element, absolute) or _framed_html(element, absolute)


def _framed_html(element: Element, absolute: Callable[[str], str]) -> str:
    """The link to what a script would put into a frame, where an attribute is called so, whoever shows it."""
    for address in framed_addresses(element):
        url = absolute(address)
        if url and not _NO_CONTENT.search(url):
            return link_figure(url, _kind(element, url), _title(element))
    return ""


def link_html(link: Element, absolute: Callable[[str], str]) -> str:
    """A figure for a link without words, which a script shows as what it leads to; "" for any other link."""
    url = absolute(link.get("href") or "")
    name, page = name_and_page(url) if url else ("", "")
    return link_figure(page, name) if name and _is_known(url, page, name) else ""


def _known_html(element: Element, absolute: Callable[[str], str]) -> str:
    """The link where an address in any attribute, or an id, leads to one video, post or graphic of a known provider."""
    for address in (*noted_addresses(element), *addresses_by_id(element)):
        url = absolute(address)
        name, page = name_and_page(url)
        if name and page and _is_known(url, page, name):
            return link_figure(page, name, _title(element))
    return ""


def _is_known(url: str, page: str, name: str) -> bool:
    return (page != url or name in _BY_ADDRESS) and not _NO_CONTENT.search(url)


_BY_ADDRESS = frozenset(
    "Infogram Brightcove YouTube X Flourish Datawrapper Vimeo Dailymotion Spotify Pinterest DocumentCloud Genially "
    "Wistia Tenor Imgur Issuu SoundCloud glomex".split()
)
"""Providers whose address already is the public page."""


def _any_html(element: Element, absolute: Callable[[str], str]) -> str:
    frame = noted_addresses(element) if element.tag in _FRAMES else ()
    for address in (*_addresses(element), *frame):
        url = absolute(address)
        if url and not _NO_CONTENT.search(url):
            name, page = name_and_page(url)
            if name or element.tag not in _FRAMES or _has_content(element):
                return link_figure(page, name or _kind(element, page), _title(element))
    return ""


_FRAMES = frozenset("iframe amp-iframe object embed".split())


def _has_content(frame: Element) -> bool:
    """Whether a frame of an unknown site shows something: frames of no size serve scripts."""
    return not any((frame.get(side) or "").strip().removesuffix("px") in ("0", "1") for side in ("width", "height"))


@lru_cache(maxsize=1024)  # several rules ask it of each link
def name_and_page(url: str) -> tuple[str, str]:
    """The provider's name and the public page of an embed's address; no name where it is nobody known."""
    for provider in PROVIDERS:
        if match := provider.pattern.match(url):
            page = match.expand(provider.page) if provider.page else url
            return provider.name, unquote(page) if _SPELT.match(page) else page
    return "", _FRAME_OF_WORDPRESS.sub("/", url)


_SPELT = re.compile("https?%3A%2F%2F")
"""The address of Facebook's posts and films, in another one's query."""
_FRAME_OF_WORDPRESS = re.compile(r"/embed/?#\?secret=.*")
"""What WordPress puts behind an article's address for a frame that shows its headline elsewhere."""


def link_figure(url: str, name: str, title: str = "") -> str:
    """An embed as a figure with a plain link."""
    label = f"{name}: {title}" if title and title.lower() != name.lower() else name
    return f'<figure class="embed"><a href="{escape(url)}">{escape(label)}</a></figure>'


POSTS = frozenset("X Instagram Facebook TikTok Bluesky Threads Mastodon Telegram LinkedIn Reddit".split())
"""Providers whose embeds are posts with words of their own."""


def post_of(element: Element, absolute: Callable[[str], str]) -> str:
    """The address of the post that a box is made of, where an attribute of it says so; "" of any other."""
    for name in ("data-href", "data-url", "data-permalink", "data-post-url"):
        url = absolute(element.get(name) or "")
        provider, page = name_and_page(url) if url else ("", "")
        if provider in POSTS and (page != url or provider in _BY_ADDRESS) and not _NO_CONTENT.search(url):
            return url
    return ""


def is_embed(element: Element) -> bool:
    """Whether an element is an embed that shows nothing without a script or a frame."""
    return element.tag in EMBED_TAGS or "framed post" in roles_of(element)


def _addresses(element: Element) -> Iterator[str]:
    video = element.get("data-videoid") or element.get("videoid") or element.get("data-youtube-id")
    if video and re.fullmatch(r"[\w-]{6,20}", video):
        yield (
            f"https://player.vimeo.com/video/{video}"
            if "vimeo" in element.tag
            else f"https://www.youtube.com/embed/{video}"
        )
    if (tweet := element.get("data-tweetid")) and tweet.isdigit():
        yield f"https://x.com/i/status/{tweet}"
    if (code := element.get("data-shortcode")) and re.fullmatch(r"[\w-]+", code):
        yield f"https://www.instagram.com/p/{code}/"
    for name in ("src", "data", *_DATA_ADDRESSES):
        if value := element.get(name):
            yield value
    for source in element.iter("source", "embed"):
        if value := source.get("src"):
            yield value
    for param in element.iter("param"):
        if param.get("name") == "movie" and (value := param.get("value")):
            yield value


def _kind(element: Element, url: str) -> str:
    if "video" in element.tag:
        return "Video"
    if "audio" in element.tag:
        return "Audio"
    return host_of(url) or "Embed"


def _title(element: Element) -> str:
    title = " ".join((element.get("title") or element.get("aria-label") or "").split())
    return "" if _EMPTY_TITLE.search(title) else title[:200]


_EMPTY_TITLE = re.compile(r"video player|youtube|iframe|embed|player|^\W*$|twitter|third.party|content", re.IGNORECASE)
"""Titles that frames carry for screen readers and that say nothing of what is shown."""


def quote_address(quote: Element) -> str:
    """The address of the post that an embed's <blockquote> holds, as the page writes it; "" where none is named."""
    for name in ("cite", "data-instgrm-permalink", "data-bluesky-uri", "data-url"):
        if (value := quote.get(name) or "").startswith("http"):
            return value
    links = [a.get("href") or "" for a in quote.iter("a")]
    return next((u for u in reversed(links) if name_and_page(u)[0]), links[-1] if links else "")
