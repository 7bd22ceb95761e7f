"""The attributes of one element: which stay, with which values."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newscrawl.clean import urls

Attributes = list[tuple[str, str]]

# Ids that WordPress gives to figures and captions; themes and readers' scripts know them, no page has them for itself.
_KEPT_ID = re.compile(r"(?:caption-)?attachment[-_]\d+\Z")
ID_PREFIX = "article-"
_ID = re.compile(r"[\w:.\-]{1,100}\Z")
_CLASS = re.compile(
    r"(?:wp-(?:caption|caption-text|image-\d+|element-caption)|align(?:left|right|center|none|wide|full)"
    r"|size-[a-z0-9\-]+|attachment-[a-z0-9\-]+|lang(?:uage)?-[a-z0-9+#\-]+)\Z"
)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,4}(?:\.\d+)?(?:px|%|em|rem))\s*(?:;|$)", re.IGNORECASE)

_NUMBER = re.compile(r"\d{1,5}\Z")
_VALUES = {
    "abbr": re.compile(r"(?s).{0,200}\Z"),
    "alt": re.compile(r"(?s).{0,5000}\Z"),
    "colspan": re.compile(r"\d{1,2}\Z"),  # browsers lay out every cell that is spanned
    "data-recalc-dims": re.compile(r"\d\Z"),
    "datetime": re.compile(r"[\w:.+\- ]{1,40}\Z"),
    "dir": re.compile(r"(?:ltr|rtl|auto)\Z", re.IGNORECASE),
    "height": re.compile(r"\d{1,5}%?\Z"),
    "lang": re.compile(r"[A-Za-z0-9\-]{1,35}\Z"),
    "loading": re.compile(r"(?:lazy|eager)\Z", re.IGNORECASE),
    "open": re.compile(r".{0,4}\Z"),
    "reversed": re.compile(r".{0,8}\Z"),
    "rowspan": re.compile(r"\d{1,3}\Z"),
    "scope": re.compile(r"(?:row|col|rowgroup|colgroup)\Z", re.IGNORECASE),
    "sizes": re.compile(r"[\w\s(),.:%+*/\-]{1,500}\Z"),
    "span": re.compile(r"\d{1,2}\Z"),
    "start": re.compile(r"-?\d{1,9}\Z"),
    "title": re.compile(r"(?s).{0,5000}\Z"),
    "width": re.compile(r"\d{1,5}%?\Z"),
}
_BY_ELEMENT = {
    ("ol", "type"): re.compile(r"[1aAiI]\Z"),
    ("source", "type"): re.compile(r"(?:audio|video)/[\w.+\-]{1,40}\Z", re.IGNORECASE),
    ("li", "value"): re.compile(r"-?\d{1,9}\Z"),
    ("data", "value"): re.compile(r"(?s).{0,200}\Z"),
}
_ADDRESSES: dict[str, Callable[[str, str], str]] = {
    "cite": urls.media_url,
    "poster": urls.media_url,
    "srcset": urls.srcset,
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an attribute's value depends on besides itself."""

    url: str
    """The page's own address; relative addresses are resolved against it."""

    anchors: frozenset[str] = frozenset()
    """The ids (and old `<a name>`) in the body, as the page spells them: what a link within the page may point to."""


def cleaned(tag: str, raw: Iterable[tuple[str, str]], page: Page) -> Attributes:
    """The attributes that stay, in the order they came in; what every link and image must carry comes last."""
    kept = [(name, value) for name, text in raw if (value := _value(tag, name, text, page)) is not None]
    if tag == "a":
        return _link(kept)
    if tag == "img":
        kept.append(("referrerpolicy", "no-referrer"))
    elif tag in ("audio", "video"):
        kept += [("controls", ""), ("preload", "none")]
    return kept


def safe_id(raw: str) -> str:
    """An id that no page has for a thing of its own: an attachment's as it is, others behind a prefix; or ""."""
    if _KEPT_ID.match(raw) or (raw.startswith(ID_PREFIX) and _ID.match(raw)):
        return raw
    return ID_PREFIX + raw if _ID.match(raw) else ""


def _value(tag: str, name: str, text: str, page: Page) -> str | None:
    if name == "href":
        return _href(text, page) or None
    if name == "src":
        return (urls.image_url if tag == "img" else urls.media_url)(text, page.url) or None
    if name in ("id", "name"):
        return safe_id(text) or None
    if name in _ADDRESSES:
        return _ADDRESSES[name](text, page.url) or None
    if name in ("aria-describedby", "headers"):
        return " ".join(filter(None, map(safe_id, text.split()))) or None
    if name == "class":
        return " ".join(word for word in text.split() if _CLASS.match(word)) or None
    if name == "style":
        width = _WIDTH.search(text)
        return f"width:{width[1]}" if width else None
    pattern = _VALUES.get(name) or _BY_ELEMENT.get((tag, name))
    return text if pattern and pattern.match(text) else None


def _href(text: str, page: Page) -> str:
    """A link within the page leads to the id's new name, where the body has that id; all others lead to the site."""
    url, mark, fragment = text.strip().partition("#")
    if mark and fragment in page.anchors and url in ("", page.url) and safe_id(fragment):
        return "#" + safe_id(fragment)
    return urls.link_url(text, page.url)


def _link(kept: Attributes) -> Attributes:
    """`href` first: Hexo's external_link filter takes the first thing that looks like one, in whatever attribute."""
    values = dict(kept)
    anchor = values.pop("name", "")
    if anchor and "id" not in values:
        values["id"] = anchor
    href = values.pop("href", "")
    if not href:
        return list(values.items())
    if href.startswith("#"):
        return [("href", href), *values.items()]
    return [("href", href), *values.items(), ("rel", "noopener nofollow")]
