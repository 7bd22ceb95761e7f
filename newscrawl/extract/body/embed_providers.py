"""Providers: the sites whose players, posts and graphics other sites show, and the public page of each.

Most embeds have an address of their own for frames. What a reader of a post wants is the page behind it.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """A site whose embeds have a public page."""

    name: str
    word: str
    """What all its addresses have in them: asked first, as it costs next to nothing."""
    pattern: re.Pattern[str]
    page: str
    """The public page's address with \\1 and so on out of `pattern`; the embed's own address where empty."""


def _provider(name: str, word: str, pattern: str, page: str = "") -> Provider:
    return Provider(name, word, re.compile(r"^https?://" + pattern), page)


PROVIDERS = (
    _provider("YouTube", "youtu",
              r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/(?!videoseries)([\w-]{6,})",
              r"https://www.youtube.com/watch?v=\1"),
    _provider("YouTube", "youtu", r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/embed/videoseries\?(?:.*&)?list=([\w-]+)",
              r"https://www.youtube.com/playlist?list=\1"),
    _provider("YouTube", "youtu", r"(?:www\.|m\.)?youtube\.com/watch\?(?:.*&)?v=([\w-]{6,})", r"https://www.youtube.com/watch?v=\1"),
    _provider("YouTube", "youtu", r"youtu\.be/([\w-]{6,})", r"https://www.youtube.com/watch?v=\1"),
    _provider("Vimeo", "vimeo", r"player\.vimeo\.com/video/(\d+)\?(?:[^#]*&)?h=(\w+)", r"https://vimeo.com/\1/\2"),
    _provider("Vimeo", "vimeo", r"player\.vimeo\.com/video/(\d+)", r"https://vimeo.com/\1"),
    _provider("Vimeo", "vimeo", r"vimeo\.com/(\d+(?:/[0-9a-f]{8,12})?)(?:[?#]|$)", r"https://vimeo.com/\1"),
    _provider("Dailymotion", "dailymotion", r"(?:www\.)?dailymotion\.com/video/(\w+)", r"https://www.dailymotion.com/video/\1"),
    _provider("Dailymotion", "dailymotion",
              r"(?:www\.|geo\.)?dailymotion\.com/(?:embed/video/|player[^?]*\?(?:.*&)?video=)(\w+)",
              r"https://www.dailymotion.com/video/\1"),
    _provider("X", "platform.twitter", r"platform\.twitter\.com/embed/[^?]*\?(?:.*&)?id=(\d+)", r"https://x.com/i/status/\1"),
    _provider("X", "/status", r"(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w+)/status(?:es)?/(\d+)", r"https://x.com/\1/status/\2"),
    _provider("Instagram", "instagram", r"(?:www\.)?instagram\.com/(?:\w[\w.]*/)?(p|reel|tv)/([\w-]+)", r"https://www.instagram.com/\1/\2/"),
    _provider("TikTok", "tiktok", r"(?:www\.)?tiktok\.com/(?:embed(?:/v\d)?|player/v\d)/(\d+)", r"https://www.tiktok.com/@/video/\1"),
    _provider("TikTok", "tiktok", r"(?:www\.)?tiktok\.com/(@[\w.-]+/video/\d+)", r"https://www.tiktok.com/\1"),
    _provider("Facebook", "facebook",
              r"(?:www\.|m\.)?facebook\.com/plugins/(?:post|video)\.php\?(?:.*&)?href="
              r"(https?%3A(?:%2F|/){2}(?:[\w-]{1,20}\.)?(?:facebook\.com|fb\.watch)(?:%2F|/)[^&]+)",
              r"\1"),
    _provider("Facebook", "facebook", r"(?:www\.|m\.)?facebook\.com/plugins/"),
    _provider("Facebook", "facebook",
              r"(?:www\.|m\.)?facebook\.com/((?:[\w.-]+/(?:posts|videos|photos|reels?)/|groups/[\w.-]+/posts/|"
              r"watch/?\?|reel/|permalink\.php\?|story\.php\?|photo/?\?)[^\s]+)", r"https://www.facebook.com/\1"),
    _provider("Facebook", "facebook", r"(?:www\.|m\.)?facebook\.com/"),
    _provider("Datawrapper", "datawrapper", r"datawrapper\.dwcdn\.net/(\w{5})", r"https://datawrapper.dwcdn.net/\1/"),
    _provider("Flourish", "flo.uri.sh", r"flo\.uri\.sh/(visualisation|story)/(\d+)", r"https://public.flourish.studio/\1/\2/"),
    _provider("Flourish", "flourish", r"public\.flourish\.studio/(visualisation|story)/(\d+)", r"https://public.flourish.studio/\1/\2/"),
    _provider("Infogram", "infogram", r"(?:e\.)?infogram\.com/"),
    _provider("Spotify", "spotify", r"open\.spotify\.com/embed/(\w+)/(\w+)", r"https://open.spotify.com/\1/\2"),
    _provider("Spotify", "spotify", r"open\.spotify\.com/embed-podcast/(\w+)/(\w+)", r"https://open.spotify.com/\1/\2"),
    _provider("Spotify", "spotify", r"open\.spotify\.com/(?:intl-\w+/)?(episode|track|show|playlist|album)/(\w+)",
              r"https://open.spotify.com/\1/\2"),
    _provider("SoundCloud", "soundcloud", r"w\.soundcloud\.com/player/"),
    _provider("Apple Podcasts", "podcasts.apple", r"embed\.podcasts\.apple\.com/(.+)", r"https://podcasts.apple.com/\1"),
    _provider("LinkedIn", "linkedin", r"(?:www\.)?linkedin\.com/embed/feed/update/(urn:li:\w+:\d+)",
              r"https://www.linkedin.com/feed/update/\1/"),
    _provider("Pinterest", "pinterest", r"assets\.pinterest\.com/ext/embed\.html\?id=(\d+)", r"https://www.pinterest.com/pin/\1/"),
    _provider("Pinterest", "pinterest", r"(?:\w{2,3}\.)?pinterest\.[\w.]{2,6}/pin/(\d+)", r"https://www.pinterest.com/pin/\1/"),
    _provider("Truth Social", "truthsocial", r"truthsocial\.com/(@\w+)/(?:posts/)?(\d+)", r"https://truthsocial.com/\1/posts/\2"),
    _provider("Mastodon", "/embed", r"([\w.-]+)/(@[\w.]+(?:@[\w.-]+)?/\d+)/embed", r"https://\1/\2"),
    _provider("Telegram", "t.me/", r"t\.me/(\w+)/(\d+)", r"https://t.me/\1/\2"),
    _provider("Reddit", "reddit", r"(?:www\.|embed\.)?reddit(?:media)?\.com/(r/\w+/comments/[\w/]+)", r"https://www.reddit.com/\1"),
    _provider("Bluesky", "bsky.app", r"embed\.bsky\.app/embed/(did:[\w:.-]+)/app\.bsky\.feed\.post/(\w+)",
              r"https://bsky.app/profile/\1/post/\2"),
    _provider("Bluesky", "bsky.app", r"bsky\.app/profile/([\w:.-]+)/post/(\w+)", r"https://bsky.app/profile/\1/post/\2"),
    _provider("Bluesky", "bsky.app", r"(?:embed\.)?bsky\.app/"),
    _provider("Google Maps", "/maps", r"(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}/maps"),
    _provider("OpenStreetMap", "openstreetmap", r"(?:www\.)?openstreetmap\.org/"),
    _provider("Brightcove", "brightcove", r"players\.brightcove\.net/"),
    _provider("JW Player", "jwpl", r"(?:cdn|content)\.jwpl(?:ayer|atform)\.com/(?:previews|v2/media)/([\w-]{5,30})",
              r"https://cdn.jwplayer.com/previews/\1"),
    _provider("JW Player", "jwpl", r"(?:cdn|content)\.jwpl(?:ayer|atform)\.com/"),
    _provider("Gist", "gist.", r"gist\.github\.com/"),
    _provider("DocumentCloud", "documentcloud", r"(?:embed\.|www\.)?documentcloud\.org/"),
    _provider("Scribd", "scribd", r"(?:www\.)?scribd\.com/"),
    _provider("Streamable", "streamable", r"streamable\.com/"),
    _provider("Acast", "acast", r"embed\.acast\.com/"),
    _provider("Podigee", "podigee", r"([\w-]+\.podigee\.io/[\w-]+)(?:/embed\b|$)", r"https://\1"),
    _provider("Buzzsprout", "buzzsprout",
              r"(?:www\.)?buzzsprout\.com/(\d+)/(?:episodes/)?(\d+[\w-]*)(?:\.js)?(?:[?#]|$)",
              r"https://www.buzzsprout.com/\1/episodes/\2"),
    _provider("everviz", "everviz", r"app\.everviz\.com/(?:inject|embed|show)/([\w-]+)", r"https://app.everviz.com/show/\1"),
    _provider("SoundCloud", "soundcloud", r"(?:www\.|m\.)?soundcloud\.com/([\w-]+/(?:sets/)?[\w-]+)", r"https://soundcloud.com/\1"),
    _provider("glomex", "glomex", r"player\.glomex\.com/integration/"),
    _provider("Issuu", "issuu", r"e\.issuu\.com/embed"),
    _provider("Genially", "genial", r"view\.genial(?:ly\.com|\.ly)/(\w+)", r"https://view.genially.com/\1"),
    _provider("Wistia", "wistia", r"fast\.wistia\.(?:net|com)/(?:embed/iframe|medias)/(\w+)", r"https://fast.wistia.net/embed/iframe/\1"),
    _provider("Tenor", "tenor", r"tenor\.com/(?:embed|view)/([\w-]+)", r"https://tenor.com/view/\1"),
    _provider("Imgur", "imgur", r"(?:i\.)?imgur\.com/((?:a/|gallery/)?\w+)(?:/embed)?(?:[?#]|$)", r"https://imgur.com/\1"),
    _provider("Threads", "threads.", r"(?:www\.)?threads\.(?:net|com)/(@[\w.]+/post/[\w-]+)", r"https://www.threads.net/\1"),
    _provider("Threads", "threads", r"(?:www\.)?threads\.(?:net|com)/"),
    _provider("Tumblr", "tumblr", r"embed\.tumblr\.com/embed/post/"),
    _provider("VK", "video_ext", r"(?:vk\.com|vkvideo\.ru)/video_ext\.php\?(?:[^#]*&)?oid=(-?\d+)&id=(\d+)", r"https://vk.com/video\1_\2"),
    _provider("VK", "vk.com", r"vk\.com/(wall-?\d+_\d+)", r"https://vk.com/\1"),
    _provider("Rutube", "rutube", r"rutube\.ru/(?:play/embed|video)/(\w+)", r"https://rutube.ru/video/\1/"),
    _provider("OK", "ok.ru", r"ok\.ru/videoembed/(\d+)", r"https://ok.ru/video/\1"),
    _provider("Rumble", "rumble", r"rumble\.com/embed/(\w+)", r"https://rumble.com/embed/\1/"),
    _provider("Odysee", "odysee", r"odysee\.com/\$/embed/(.+)", r"https://odysee.com/\1"),
    _provider("Twitch", "twitch", r"player\.twitch\.tv/\?(?:[^#]*&)?video=v?(\d+)", r"https://www.twitch.tv/videos/\1"),
    _provider("Twitch", "twitch", r"(?:player|clips)\.twitch\.tv/"),
    _provider("Bilibili", "bilibili", r"player\.bilibili\.com/player\.html\?(?:[^#]*&)?bvid=(BV\w+)", r"https://www.bilibili.com/video/\1"),
    _provider("Youku", "youku", r"player\.youku\.com/embed/(\w+=*)", r"https://v.youku.com/v_show/id_\1.html"),
    _provider("Tencent Video", "v.qq.com", r"v\.qq\.com/(?:txp/)?iframe/(?:player|preview)\.html\?(?:[^#]*&)?vid=(\w+)",
              r"https://v.qq.com/x/page/\1.html"),
    _provider("Niconico", "nicovideo", r"(?:embed|www)\.nicovideo\.jp/watch/(\w+)", r"https://www.nicovideo.jp/watch/\1"),
    _provider("Naver TV", "tv.naver", r"tv\.naver\.com/(?:embed|v)/(\d+)", r"https://tv.naver.com/v/\1"),
    _provider("Kakao TV", "kakao", r"(?:play-)?tv\.kakao\.com/(?:embed/player/cliplink|v)/(\w+)", r"https://tv.kakao.com/v/\1"),
    _provider("Aparat", "aparat", r"(?:www\.)?aparat\.com/(?:embed|v|video/video/embed/videohash)/(\w+)", r"https://www.aparat.com/v/\1"),
    _provider("TED", "embed.ted", r"embed\.ted\.com/talks/(?:lang/[\w-]+/)?([\w-]+)", r"https://www.ted.com/talks/\1"),
    _provider("Internet Archive", "archive.org", r"archive\.org/embed/([\w.-]+)", r"https://archive.org/details/\1"),
    _provider("VideoPress", "video", r"(?:videopress\.com|video\.wordpress\.com)/(?:embed|v)/(\w+)", r"https://videopress.com/v/\1"),
    _provider("Loom", "loom.com", r"www\.loom\.com/(?:embed|share)/(\w+)", r"https://www.loom.com/share/\1"),
    _provider("Vidyard", "vidyard", r"play\.vidyard\.com/([\w-]+)", r"https://play.vidyard.com/\1"),
    _provider("Mux", "player.mux", r"player\.mux\.com/(\w+)", r"https://player.mux.com/\1"),
    _provider("Cloudflare Stream", "videodelivery", r"(?:iframe|watch)\.videodelivery\.net/(\w{32})", r"https://iframe.videodelivery.net/\1"),
    _provider("Cloudflare Stream", "cloudflarestream", r"(?:[\w.-]{1,60}\.)?cloudflarestream\.com/(\w{32})", r"https://iframe.videodelivery.net/\1"),
    _provider("Kaltura", "entry_id=", r"(?:[\w.-]{1,60}\.)?kaltura\.com/p/(\d+)/[^#]{0,300}?"
              r"/uiconf_id/(\d+)[^#]{0,300}?entry_id=(\w+)",
              r"https://cdnapisec.kaltura.com/p/\1/embedIframeJs/uiconf_id/\2/partner_id/\1?iframeembed=true&entry_id=\3"),
    _provider("Deezer", "deezer", r"widget\.deezer\.com/widget/\w+/(\w+)/(\d+)", r"https://www.deezer.com/\1/\2"),
    _provider("Deezer", "deezer", r"www\.deezer\.com/(?:\w\w/)?(track|album|playlist|episode|show)/(\d+)",
              r"https://www.deezer.com/\1/\2"),
    _provider("Arte", "arte.tv", r"(?:www|api)\.arte\.tv/(?:embeds|api/player/v\d/config)/(\w\w)/([\w-]+)",
              r"https://www.arte.tv/\1/videos/\2/"),
    _provider("Ausha", "ausha", r"player\.ausha\.co/"),
    _provider("Bandcamp", "bandcamp", r"bandcamp\.com/EmbeddedPlayer/"),
    _provider("Apple Music", "music.apple", r"embed\.music\.apple\.com/(.+)", r"https://music.apple.com/\1"),
    _provider("Spreaker", "spreaker", r"widget\.spreaker\.com/player\?(?:[^#]*&)?episode_id=(\d+)", r"https://www.spreaker.com/episode/\1"),
    _provider("Spreaker", "spreaker", r"(?:www\.)?spreaker\.com/(episode|show)/([\w-]+)", r"https://www.spreaker.com/\1/\2"),
    _provider("Omny", "omny", r"omny\.fm/shows/([\w-]+/[\w-]+)/embed", r"https://omny.fm/shows/\1"),
    _provider("Audioboom", "audioboom", r"embeds\.audioboom\.com/(?:posts|publishing/playlist)/([\w-]+)", r"https://audioboom.com/posts/\1"),
    _provider("Art19", "art19", r"art19\.com/(?:shows/[\w-]+/)?episodes/([\w-]+)", r"https://art19.com/episodes/\1"),
    _provider("Highcharts", "highcharts", r"cloud\.highcharts\.com/(?:inject|show|embed)/(\w+)", r"https://cloud.highcharts.com/show/\1"),
    _provider("Tableau", "tableau", r"public\.tableau\.com/(?:app/profile/[\w.-]+/viz|views)/([\w./-]+)", r"https://public.tableau.com/views/\1"),
    _provider("Sketchfab", "sketchfab", r"sketchfab\.com/models/(\w+)/embed", r"https://sketchfab.com/3d-models/\1"),
    _provider("Giphy", "giphy", r"giphy\.com/embed/(\w+)", r"https://giphy.com/gifs/\1"),
    _provider("CodePen", "codepen", r"codepen\.io/([\w-]+)/(?:embed|pen)/(?:preview/)?(\w+)", r"https://codepen.io/\1/pen/\2"),
    _provider("JSFiddle", "jsfiddle", r"jsfiddle\.net/([\w/-]{3,60}?)/embed", r"https://jsfiddle.net/\1/"),
    _provider("asciinema", "asciinema", r"asciinema\.org/a/(\w+)", r"https://asciinema.org/a/\1"),
    _provider("Speaker Deck", "speakerdeck", r"speakerdeck\.com/player/(\w+)", r"https://speakerdeck.com/player/\1"),
    _provider("SlideShare", "slideshare", r"(?:www\.)?slideshare\.net/slideshow/embed_code/([\w/]+)",
              r"https://www.slideshare.net/slideshow/embed_code/\1"),
    _provider("Prezi", "prezi", r"prezi\.com/(?:p/embed|v/embed|embed|p)/([\w-]+)", r"https://prezi.com/p/\1/"),
    _provider("Strava", "strava", r"www\.strava\.com/(activities|routes|segments)/(\d+)", r"https://www.strava.com/\1/\2"),
    _provider("Getty", "gettyimages", r"(?:www\.|embed\.)?gettyimages\.(?:com?\.)?[a-z]{2,3}/(?:detail|embed)/"),
)  # fmt: skip

BY_ADDRESS = frozenset(
    "Infogram Brightcove YouTube X Flourish Datawrapper Vimeo Dailymotion Spotify Pinterest DocumentCloud Genially "
    "Wistia Tenor Imgur Issuu SoundCloud glomex Tumblr Getty Gist "
    "Ausha Bandcamp Acast".split()
)
"""Providers whose address already is the public page."""

POSTS = frozenset("X Instagram Facebook TikTok Bluesky Threads Mastodon Telegram LinkedIn Reddit".split())
"""Providers whose embeds are posts with words of their own."""
