"""TextMap: one walk over a page that notes how much running text each element holds, how much else, and where.

Text is summed up bottom-up: every run of unlinked text of some length counts for all elements around it. What is too
short to be a sentence, or is a link, counts as other text. A notice in a <noscript> is no text: readers do not see it.
"""

from dataclasses import dataclass, field
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.layout import INLINE_TAGS
from newscrawl.extract.page.tree import string
from newscrawl.extract.vocabulary.boilerplate import SILENT_TAGS
from newscrawl.text.scripts import IN_HANGUL

LEAVES = frozenset("p li blockquote pre h1 h2 h3 h4 h5 h6 dd dt figcaption".split())
"""Elements that hold text and no article."""

SHORT = 25
"""Characters below which a run of text weighs nothing: dates, labels, names, menu items. Weighed runs are sentences."""

FEW = 10
"""Characters below which a piece of text between two tags is not looked at."""

THIN, WORDS = 600, 8
"""Characters of a page that has next to no text, as it seems; elements side by side that may hold a word each."""

NOTICE, PARAGRAPHS = 600, 2
"""Characters and paragraphs at most of notices that ask for JavaScript."""

_NOT_RUNNING = frozenset("h1 h2 h3 h4 h5 h6 figcaption".split())
_SECTIONS = frozenset("h1 h2 h3 h4".split())
_HOLDERS = tuple(
    "p div span li td section article blockquote strong em b i br a font center dd dt pre main u small figure img "
    "header aside form fieldset label footer nav sup sub abbr code cite mark q time del ins picture caption "
    "h1 h2 h3 h4".split()
)
"""Elements whose text or whose tail may be running text."""

Weights = dict[Element, float]
"""Element -> characters; elements without are absent."""


@dataclass(slots=True)
class TextMap:
    """What one walk over a page found."""

    root: Element

    own: Weights = field(default_factory=dict)
    """Block element -> the running text that stands in it directly, in the page's order."""

    place: dict[Element, int] = field(default_factory=dict)
    """The same elements -> how many elements stand before their text."""

    around: dict[Element, Element] = field(default_factory=dict)
    """Element that holds running text -> its parent, up to the root; every parent stands before its children."""

    raw: Weights = field(default_factory=dict)
    """Element -> all running text in it."""

    other: Weights = field(default_factory=dict)
    """Element with running text -> the links and the short pieces of text in it."""

    headings: list[tuple[int, Element]] = field(default_factory=list)
    """The headings of the first four levels that say something, and their places."""


def text_map(root: Element, without: Element | None = None) -> TextMap:
    """Walk over an element and all inside it, but what one element holds."""
    found = TextMap(root)
    runs = _Runs(place=found.place)
    unseen = {element for noscript in root.iter("noscript") if _is_notice(noscript) for element in noscript.iter()}
    unseen.update(() if without is None else without.iter())
    for n, element in enumerate(root.iter(*_HOLDERS)):
        if (text := element.text) is not None and len(text) >= FEW and not text.isspace():
            runs.note(element, text, n)
        if (text := element.tail) is not None and len(text) >= FEW and not text.isspace():
            runs.note(element.getparent(), text, n)
    if sum(runs.running.values()) < THIN:
        runs.note_words(root)
    for element, length in runs.running.items():
        if element.tag not in _NOT_RUNNING and not _heads_table(element) and element not in unseen:
            of = found.own if length >= SHORT else runs.other
            of[element] = of.get(element, 0.0) + length
    found.headings = [(n, e) for e, n in found.place.items() if e.tag in _SECTIONS]
    found.around = _around(root, found.own)
    found.raw = sums(found, found.own)
    found.other = sums(found, _lifted(root, runs.other, found.raw))
    return found


def _heads_table(element: Element) -> bool:
    """Whether an element is a table's caption; elsewhere the tag says nothing."""
    return element.tag == "caption" and (around := element.getparent()) is not None and around.tag == "table"


def _is_notice(noscript: Element) -> bool:
    """Whether a <noscript> is too short to hold the article, which a few pages show there to those without scripts."""
    is_short = length_of(" ".join(string(noscript).split())) < NOTICE
    return is_short and next(islice(noscript.iter("p"), PARAGRAPHS, None), None) is None


@dataclass(slots=True)
class _Runs:
    """The runs of text between two tags, summed up for the block elements that hold them."""

    place: dict[Element, int]

    running: Weights = field(default_factory=dict)
    """What is no link's."""

    other: Weights = field(default_factory=dict)

    def note(self, holder: Element | None, text: str, at: int) -> None:
        """Add a run. `holder`: the element that it stands in; `at`: how many elements stand before it."""
        into = running = self.running
        while holder is not None and (tag := holder.tag) in INLINE_TAGS:
            if tag == "a":
                into = self.other
            holder = holder.getparent()
        if holder is not None and tag not in SILENT_TAGS and (length := length_of(text)) >= FEW:
            if holder in into:
                into[holder] += length
            else:
                into[holder] = length
                if into is running or tag in _SECTIONS:
                    self.place.setdefault(holder, at)

    def note_words(self, root: Element) -> None:
        """Add the paragraphs of a page each word of which stands in an element of its own."""
        for n, element in enumerate(root.iter(*_HOLDERS)):
            if len(element) >= WORDS and element.tag in ("p", "div") and element not in self.running:
                if all(child.tag in INLINE_TAGS and child.tag != "a" for child in element):
                    self.running[element] = length_of(string(element))
                    self.place.setdefault(element, n)


def length_of(text: str) -> float:
    """The length of a text in Latin characters: Chinese, Japanese and Korean say the same in less than half of them."""
    text = text.strip()
    if text.isascii():
        return len(text)
    middle = len(text) // 2
    if text[middle].isspace() and IN_HANGUL.match(text, middle - 1):
        middle -= 1
    return len(text) if text[middle] < "\u2e80" else 2.5 * len(text)


def _around(root: Element, own: Weights) -> dict[Element, Element]:
    found: dict[Element, Element] = {}
    for element in own:
        path = [element]
        while path[-1] is not root and path[-1] not in found and (parent := path[-1].getparent()) is not None:
            path.append(parent)
        found.update(zip(path[-2::-1], path[:0:-1], strict=True))
    return found


def _lifted(root: Element, other: Weights, raw: Weights) -> Weights:
    """The same for the nearest elements around that hold running text."""
    found: Weights = {}
    known: dict[Element, Element] = {}
    for element, length in other.items():
        path = []
        at = element
        while at not in raw and at is not root and at not in known and (parent := at.getparent()) is not None:
            path.append(at)
            at = parent
        at = known.get(at, at)
        known.update(dict.fromkeys(path, at))
        found[at] = found.get(at, 0.0) + length
    return found


def sums(page: TextMap, own: Weights) -> Weights:
    """What each element holds in all, by what it holds directly."""
    found = dict(own)
    for element, parent in reversed(page.around.items()):
        if weight := found.get(element):
            found[parent] = found.get(parent, 0.0) + weight
    return found


def forget(box: Element, weights: Weights) -> float:
    """Let a box's text no longer weigh, nor in the boxes around it, as it is not the article's; what it weighed."""
    weight = weights.pop(box, 0.0)
    for around in box.iterancestors():
        if around in weights:
            weights[around] -= weight
    return weight
