"""The boxes of consent tools around an embed that is held back: what they say is the tool's, in any language.

It is short, it names cookies or whose the embed is, and it stands with a button in the smallest box around the embed.
"""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LONGEST_ROW
from newscrawl.extract.body.embeds import EMBED_TAGS

_LABEL = re.compile(r'<figure class="embed"><a href="[^"]*">([^<:]{1,40})')
_QUOTES = {"twitter-tweet": "X", "instagram-media": "Instagram", "fb-post": "Facebook", "tiktok-embed": "TikTok"}

MOST_INSIDE = 60
"""Elements of a box that are looked at."""

MOST_READ = 2_000
"""Characters of each of its texts that are looked at."""

NEAR = 4
"""Boxes around an embed that may be its tool's."""

_TOO_MUCH = "…"

_OF_ARTICLES = frozenset("article main body".split())

_SILENT = frozenset("script style template noscript button label".split())

_NOWHERE = ("about:", "#", "blank", "data:", "javascript:")
"""How the address of a frame begins that is held back."""


def provider_of(embed: str) -> str:
    """Whose an embed is, as its link says first; "" where that is nobody known."""
    if label := _LABEL.match(embed):
        return label[1]
    return next((name for kind, name in _QUOTES.items() if f'<blockquote class="{kind}"' in embed[:60]), "")


def names_provider(said: str, embed: str) -> bool:
    """Whether a text names the provider of an embed."""
    provider = provider_of(embed)
    return bool(provider) and re.search(rf"(?<!\w){re.escape(provider)}(?!\w)", said, re.IGNORECASE) is not None


def asks_in_box(box: Element, embed: str) -> bool:
    """Whether what a box says is what a tool asks before it shows the embed in it."""
    said = _said_in(box)
    return "cookie" in said.lower() or (names_provider(said, embed) and _has_button(box))


def asking_box(held: Element, embed: str) -> Element | None:
    """The box of the tool that holds an embed back; None where what stands around it is the article's.

    It is the smallest box that says anything, or one around that which says no more and has the button.
    """
    box, said = None, ""
    for around in islice(held.iterancestors(), NEAR):
        says = _said_in(around)
        if (said and says != said) or around.tag in _OF_ARTICLES:
            break
        box, said = around, says
    if box is None or not ("cookie" in said.lower() or names_provider(said, embed)):
        return None
    return box if _has_button(box) else None


def _said_in(box: Element) -> str:
    """What a box says beside its buttons, if that is no more than a tool does."""
    elements = list(islice(box.iter(), MOST_INSIDE + 1))
    if len(elements) > MOST_INSIDE:  # each of many embeds in one box asks what it says
        return _TOO_MUCH
    texts = ((e.text or "")[:MOST_READ] for e in elements if e.tag not in _SILENT)
    tails = ((e.tail or "")[:MOST_READ] for e in elements[1:])
    said = " ".join(" ".join((*texts, *tails)).split())
    return said if len(said) <= LONGEST_ROW else _TOO_MUCH


def is_held(embed: Element) -> bool:
    """Whether an embed's element shows nothing until a script or a reader lets it; of a figure its reader knows."""
    source = (embed.get("src") or "").strip()
    if embed.tag == "figure":
        return False
    return embed.tag not in EMBED_TAGS or source == "" or source.startswith(_NOWHERE)


def _has_button(box: Element) -> bool:
    return any(map(_is_button, islice(box.iter(), MOST_INSIDE)))


def _is_button(element: Element) -> bool:
    if element.tag in ("button", "input") or element.get("role") == "button":
        return True
    return element.tag == "a" and (element.get("href") or "").startswith(("#", "javascript:"))
