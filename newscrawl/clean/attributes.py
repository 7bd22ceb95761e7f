"""The attributes of one element: which stay, with which values."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newscrawl.clean import urls

Attributes = list[tuple[str, str]]
Value = Callable[[str, "LinkContext"], str | None]
"""What becomes of an attribute's value; None where the attribute goes."""

ATTRIBUTE = re.compile(r' ([a-z\-]+)="([^"]*)"')
"""An attribute of a clean tag: its name and its value."""

# Ids that WordPress gives to figures and captions; themes and readers' scripts know them, no page has them for itself.
_KEPT_ID = re.compile(r"(?:caption-)?attachment[-_]\d+\Z")
ID_PREFIX = "article-"
_ID = re.compile(r"[\w:.\-]{1,100}\Z")
_CLASS = re.compile(
    r"(?:wp-(?:caption|caption-text|image-\d+|element-caption)|align(?:left|right|center|none|wide|full)"
    r"|size-[a-z0-9\-]+|attachment-[a-z0-9\-]+|lang(?:uage)?-[a-z0-9+#\-]+)\Z"
)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,4}(?:\.\d+)?(?:px|%|em|rem))\s*(?:;|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkContext:
    """What the value of an attribute depends on besides itself: above all, where a link leads."""

    url: str
    """The page's own address; relative addresses are resolved against it."""

    anchors: frozenset[str] = frozenset()
    """The ids (and old `<a name>`) in the body, as the page spells them: what a link within the page may point to."""


def parsed(raw: str) -> Attributes:
    """The attributes of a tag, as nh3 spells them and as `spelt` does, with their values as plain text."""
    return [(name, html.unescape(value)) for name, value in ATTRIBUTE.findall(raw)]


def spelt(attributes: Attributes) -> str:
    """The attributes as they stand in a tag, a space before each."""
    return "".join([f' {name}="{html.escape(value)}"' for name, value in attributes])


def cleaned(tag: str, raw: Iterable[tuple[str, str]], page: LinkContext) -> Attributes:
    """The attributes that stay, in the order they came in; what every link and image must carry comes last."""
    kept = []
    for name, text in raw:
        value = (_OF_ELEMENT.get((tag, name)) or _VALUES.get(name, _gone))(text, page)
        if value is not None:
            kept.append((name, value))
    if tag == "a":
        return _link(kept)
    if tag == "img":
        kept.append(("referrerpolicy", "no-referrer"))
    elif tag in ("audio", "video"):
        kept += [("controls", ""), ("preload", "none")]
    return kept


def safe_id(raw: str) -> str:
    """An id that no page has for a thing of its own: an attachment's as it is, others behind a prefix; or ""."""
    if _KEPT_ID.match(raw):
        return raw
    own = raw.removeprefix(ID_PREFIX)
    return ID_PREFIX + own if _ID.match(own) else ""


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


def _href(text: str, page: LinkContext) -> str | None:
    """A link within the page leads to the id's new name, where the body has that id; all others lead to the site."""
    url, mark, fragment = text.strip().partition("#")
    if mark and fragment in page.anchors and url in ("", page.url) and safe_id(fragment):
        return "#" + safe_id(fragment)
    return urls.link_url(text, page.url) or None


def _address(accepted: Callable[[str, str], str]) -> Value:
    return lambda text, page: accepted(text, page.url) or None


def _id(text: str, page: LinkContext) -> str | None:
    return safe_id(text) or None


def _ids(text: str, page: LinkContext) -> str | None:
    return " ".join(filter(None, map(safe_id, text.split()))) or None


def _classes(text: str, page: LinkContext) -> str | None:
    return " ".join([word for word in text.split() if _CLASS.match(word)]) or None


def _width(text: str, page: LinkContext) -> str | None:
    width = _WIDTH.search(text)
    return f"width:{width[1]}" if width else None


def _matching(pattern: str) -> Value:
    """A value that stays as it is, if the whole of it matches."""
    matches = re.compile(pattern).fullmatch
    return lambda text, page: text if matches(text) else None


def _gone(text: str, page: LinkContext) -> None:
    """A value that never stays."""


_VALUES: dict[str, Value] = {
    "abbr": _matching(r"(?s).{0,200}"),
    "alt": _matching(r"(?s).{0,5000}"),
    "aria-describedby": _ids,
    "cite": _address(urls.media_url),
    "class": _classes,
    "colspan": _matching(r"\d{1,2}"),  # browsers lay out every cell that is spanned
    "data-recalc-dims": _matching(r"\d"),
    "datetime": _matching(r"[\w:.+\- ]{1,40}"),
    "dir": _matching(r"(?i)ltr|rtl|auto"),
    "headers": _ids,
    "height": _matching(r"\d{1,5}%?"),
    "href": _href,
    "id": _id,
    "lang": _matching(r"[A-Za-z0-9\-]{1,35}"),
    "loading": _matching(r"(?i)lazy|eager"),
    "name": _id,
    "open": _matching(r".{0,4}"),
    "poster": _address(urls.media_url),
    "reversed": _matching(r".{0,8}"),
    "rowspan": _matching(r"\d{1,3}"),
    "scope": _matching(r"(?i)row|col|rowgroup|colgroup"),
    "sizes": _matching(r"[\w\s(),.:%+*/\-]{1,500}"),
    "span": _matching(r"\d{1,2}"),
    "src": _address(urls.media_url),
    "srcset": _address(urls.srcset),
    "start": _matching(r"-?\d{1,9}"),
    "style": _width,
    "title": _matching(r"(?s).{0,5000}"),
    "width": _matching(r"\d{1,5}%?"),
}
_OF_ELEMENT: dict[tuple[str, str], Value] = {
    ("data", "value"): _matching(r"(?s).{0,200}"),
    ("img", "src"): _address(urls.image_url),
    ("li", "value"): _matching(r"-?\d{1,9}"),
    ("ol", "type"): _matching(r"[1aAiI]"),
    ("source", "type"): _matching(r"(?i)(?:audio|video)/[\w.+\-]{1,40}"),
}
