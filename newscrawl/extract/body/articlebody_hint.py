"""The `articleBody` hint: the text in the page's JSON-LD helps to find the body, but never replaces it.

It has no subheads, links or pictures, it is often cut short, and what visitors read is the page.
"""

from html import unescape

from newscrawl.element import Element
from newscrawl.extract.body.markup import TAG
from newscrawl.extract.page.tree import string

SHORTEST = 300
"""Characters. Shorter is a summary under the wrong name."""

PROBES = 12
"""Places of the text that are looked for."""

WORDS = 5
"""Words in a row that no other text on a page has by chance."""

CHARACTERS = 14
"""The same for writing without spaces between words."""


class Hint:
    """An article's text to compare with. `stated`: the value of `articleBody`."""

    def __init__(self, stated: str) -> None:
        text = TAG.sub(" ", unescape(stated)) if "<" in stated or "&" in stated else stated
        self._text = " ".join(text.split()) if len(text) >= SHORTEST else ""
        self._probes = _probes(self._text)

    def __bool__(self) -> bool:
        return bool(self._probes)

    def share_in(self, element: Element) -> float:
        """The share of the article's text that stands in an element, 0 to 1."""
        return self._share(string(element))

    def knows(self, text: str) -> bool:
        """Whether a paragraph's text is the article's."""
        start = _start(" ".join(text.split()))
        return bool(start) and start in self._text

    def _share(self, text: str) -> float:
        text = " ".join(text.split())
        return sum(p in text for p in self._probes) / len(self._probes) if self._probes else 0.0


def _probes(text: str) -> list[str]:
    words = text.split(" ")
    if len(words) * 20 < len(text):
        step = max(CHARACTERS, len(text) // PROBES)
        return [text[n : n + CHARACTERS] for n in range(0, len(text) - CHARACTERS, step)]
    step = max(WORDS, len(words) // PROBES)
    return [" ".join(words[n : n + WORDS]) for n in range(0, len(words) - WORDS, step)]


def _start(text: str) -> str:
    words = text.split(" ", WORDS)
    if len(words) > WORDS:
        return " ".join(words[:WORDS])
    return text[:CHARACTERS] if len(text) > 2 * CHARACTERS else ""


def hinted(container: Element | None, root: Element, hint: Hint) -> Element | None:
    """The container, or where most of the hinted text stands elsewhere the smallest element that holds it."""
    if not hint or (container is not None and hint.share_in(container) >= 0.5):
        return container
    most = hint.share_in(root)
    if most < 0.5:
        return container
    found = root
    while (
        child := next((c for c in found if isinstance(c.tag, str) and hint.share_in(c) >= 0.9 * most), None)
    ) is not None:
        if child.tag in ("p", "li", "blockquote", "script"):
            break
        found = child
    return found
