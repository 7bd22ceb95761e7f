"""Embeds: players, posts and graphics of other sites, kept as a plain link to what they show; never a live frame."""

import re
from collections.abc import Iterator
from html import escape

from newscrawl.element import Element
from newscrawl.extract.body.embed_ids import addresses_by_id
from newscrawl.extract.body.embed_pages import has_page, name_and_page
from newscrawl.extract.body.embed_providers import POSTS
from newscrawl.extract.body.empty_frames import NO_CONTENT
from newscrawl.extract.body.stand_ins import OF_FILE, framed_addresses, noted_addresses
from newscrawl.extract.vocabulary.names import has_role, words_of
from newscrawl.urls.parts import host_of
from newscrawl.urls.resolve import Absolute

EMBED_TAGS = frozenset(
    "iframe amp-iframe video audio amp-video amp-audio object embed amp-youtube amp-twitter amp-instagram amp-vimeo "
    "amp-facebook amp-tiktok amp-dailymotion lite-youtube lite-vimeo youtube-video twitter-widget "
    "amp-brightcove amp-jwplayer oembed".split()
)

_DATA_ADDRESSES = ("data-src", "data-lazy-src", "data-href", "data-url", "data-permalink", "data-instgrm-permalink",
                   "data-embed-url", "data-iframe-src", "data-original", "data-cmp-src", "data-consent-src",
                   "cite")  # fmt: skip
"""Where consent managers and lazy loaders put a frame's address."""

_FRAMES = frozenset("iframe amp-iframe object embed".split())

_HAS_HEIGHT = re.compile(r"(?:^|[\s;])height:\s{0,3}\d{3}")
"""In a style, which counts more than what the element says."""

_EMPTY_TITLE = re.compile(r"video player|youtube|iframe|embed|player|^\W*$|twitter|third.party|content", re.IGNORECASE)
"""Titles that frames carry for screen readers and that say nothing of what is shown."""


def embed_html(element: Element, absolute: Absolute) -> str:
    """A figure with a link to what an embed shows; "" where it shows nothing of the article."""
    return known_html(element, absolute) or _any_html(element, absolute)


def stand_in_html(element: Element, absolute: Absolute) -> str:
    """A figure with a link to what a script would put into an empty element; "" where that is no embed."""
    return "" if element.tag == "a" else known_html(element, absolute) or _framed_html(element, absolute)


def _framed_html(element: Element, absolute: Absolute) -> str:
    """The link to what a script would put into a frame, where an attribute is called so, whoever shows it."""
    for address in framed_addresses(element):
        url = absolute(address)
        if url and not NO_CONTENT.search(url):
            return link_figure(url, _kind(element, url), _title(element))
    return ""


def link_html(link: Element, absolute: Absolute) -> str:
    """A figure for a link without words, which a script shows as what it leads to; "" for any other link."""
    url = absolute(link.get("href") or "")
    name, page = name_and_page(url) if url else ("", "")
    if name and has_page(url):
        return link_figure(page, name)
    return link_figure(url, host_of(url)) if url and link.get("data-iframely-url") else ""


def known_html(element: Element, absolute: Absolute) -> str:
    """The link where an address in any attribute, or an id, leads to one video, post or graphic of a known provider."""
    for address in (*noted_addresses(element), *addresses_by_id(element)):
        url = absolute(address)
        name, page = name_and_page(url)
        if name and page and has_page(url):
            return link_figure(page, name, _title(element))
    return ""


def _any_html(element: Element, absolute: Absolute) -> str:
    noted = noted_addresses(element) if element.tag in _FRAMES else ()
    frame = (address for address in noted if not OF_FILE.search(address))
    for address in (*_addresses(element), *frame):
        url = absolute(address)
        if url and (has_page(url) or not NO_CONTENT.search(url)):
            name, page = name_and_page(url)
            if name or element.tag not in _FRAMES or _has_content(element):
                return link_figure(page, name or _kind(element, page), _title(element))
    return ""


def _has_content(frame: Element) -> bool:
    """Whether a frame of an unknown site shows something: frames of no size serve scripts."""
    has_none = any((frame.get(side) or "").strip().removesuffix("px") in ("0", "1") for side in ("width", "height"))
    return not has_none or _HAS_HEIGHT.search(frame.get("style") or "") is not None


def link_figure(url: str, name: str, title: str = "") -> str:
    """An embed as a figure with a plain link."""
    label = f"{name}: {title}" if title and title.lower() != name.lower() else name
    return f'<figure class="embed"><a href="{escape(url)}">{escape(label)}</a></figure>'


def post_of(element: Element, absolute: Absolute) -> str:
    """The address of the post that a box is made of, where an attribute of it says so; "" of any other."""
    for name in ("data-href", "data-url", "data-permalink", "data-post-url"):
        url = absolute(element.get(name) or "")
        if url and name_and_page(url)[0] in POSTS and has_page(url):
            return url
    return ""


def post_of_script(box: Element) -> str:
    """The address of the post that a box shows until the script beside it draws it; "" of any other box."""
    if box.tag != "div" or "embed" not in (box.get("class") or "") or "embed" not in words_of(box.get("class") or ""):
        return ""
    script = box.getnext()
    is_drawn = script is not None and script.tag == "script" and "embed" in (script.get("src") or "")
    links = [link.get("href") or "" for link in box.iter("a")] if is_drawn else []
    return links[-1] if links else ""


def is_embed(element: Element) -> bool:
    """Whether an element is an embed that shows nothing without a script or a frame."""
    return element.tag in EMBED_TAGS or has_role(element, "framed post")


def _addresses(element: Element) -> Iterator[str]:
    """The addresses at which an embed's own tag keeps what it shows."""
    for name in ("src", "data", *_DATA_ADDRESSES):
        if value := element.get(name):
            yield value
    for source in element.iter("source", "embed"):
        if value := source.get("src") or source.get("data-src"):
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


def quote_address(quote: Element) -> str:
    """The address of the post that an embed's <blockquote> holds, as the page writes it; "" where none is named."""
    for name in ("cite", "data-instgrm-permalink", "data-bluesky-uri", "data-url"):
        if (value := quote.get(name) or "").startswith("http"):
            return value
    links = [a.get("href") or "" for a in quote.iter("a")]
    return next((u for u in reversed(links) if name_and_page(u)[0]), links[-1] if links else "")
