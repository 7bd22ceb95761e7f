"""A title, a name or another short text of a page, feed or sitemap, which may be HTML, as one plain line."""

import re

from newscrawl.text.entities import resolved


def plain(value: str) -> str:
    """Text on one line, references (also doubly escaped ones) resolved and the markup of text dropped."""
    value = resolved(value)
    if "<" in value:
        value = _without_markup(value)
    if not value.isascii():
        value = value.replace("\xad", "").replace("\u200b", "").replace("\ufeff", "")
    return " ".join(value.split())


_MARKUP = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)(?:[\s/][^<>]*+)?>")
_ALONE = frozenset({"br", "hr", "img", "wbr"})
_OF_TEXT = frozenset(
    "a abbr b big blockquote center cite code del div em font h1 h2 h3 h4 i ins mark p q s small span strike strong "
    "sub sup time tt u".split()
)


def _without_markup(text: str) -> str:
    """A text without the tags that lay text out: such as stand in pairs, or need none.

    What else looks like a tag is what the text is about: "How the <video> tag changed the web", "vector<int>".
    """
    found = [(match[1], match[2].lower()) for match in _MARKUP.finditer(text)]
    pairs = _ALONE | (_OF_TEXT & {name for end, name in found if end} & {name for end, name in found if not end})
    return _MARKUP.sub(lambda tag: "" if tag[2].lower() in pairs else tag[0], text)
