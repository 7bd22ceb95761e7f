"""Parts: the pieces a page's text falls into, and how likely each is the article's.

A part is the text that stands directly in one element: its paragraphs, its list items and its own text; paragraphs that
have a box each are one part too. What it is follows from its size, its place, the headline and the headings before it,
what its boxes say they are, whether the page has more of the same shape, and where the walk by weight ended. The
weights are learned from pages of many publishers (`benchmarks/train_parts.py`).
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from newscrawl.element import Element
from newscrawl.extract.body.box_verdicts import NEVER, Verdicts
from newscrawl.extract.body.layout import INLINE_TAGS, beside, holds_block, is_bare_line
from newscrawl.extract.body.text_map import LEAVES, TextMap, Weights
from newscrawl.extract.body.trees import chance, trees_of
from newscrawl.extract.page.tree import is_alone

LIGHT = 0.03
"""Share of the largest part below which a part is not judged: it decides nothing, and pages have dozens of them."""

CHANCE_OF_LIGHT = 0.02
"""What such a part is taken for."""

STORY = 100
"""Characters from which an <article> counts as a story."""

FEATURES = (
    "weight", "of_largest", "of_page", "mean", "before", "after", "same_shape", "same_parents", "stories_before",
    "since_heading", "headings_before", "below_headline", "side_of_headline", "levels_to_headline", "junk_level",
    "junk_count", "never", "in_walked", "walked_share", "of_walked",
)  # fmt: skip
"""What is measured of a part, in the order of the weights; shares are of the page's running text."""

_LISTS = frozenset({"ul", "ol", "dl"})

_FAR, _NOT_THERE = 999.0, 30.0
"""What stands for "no heading before" and "no such box around"."""


@dataclass(slots=True)
class Part:
    """The text that stands directly in one element."""

    element: Element
    holders: list[Element] = field(default_factory=list)
    """Its paragraphs, items and the like, in the page's order."""
    weight: float = 0.0
    """Characters of running text."""
    chance: float = CHANCE_OF_LIGHT
    """How likely it is the article's, 0 to 1."""
    is_judged: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What else is known of a page."""

    headline: Element | None
    walked: Element
    """Where the walk down by weight ended (`container.walk`)."""
    verdicts: Verdicts


def parts_of(page: TextMap) -> list[Part]:
    """The parts of a page in its order."""
    found: dict[Element, Part] = {}
    for holder, weight in page.own.items():
        element = _home(holder, page)
        part = found.get(element)
        if part is None:
            part = found[element] = Part(element)
        part.holders.append(holder)
        part.weight += weight
    return list(found.values())


def _home(holder: Element, page: TextMap) -> Element:
    at = holder
    while ((tag := at.tag) in LEAVES or tag in INLINE_TAGS) and at is not page.root:
        at = page.around[at]
    if tag in _LISTS and at is not page.root:
        return page.around[at]
    weight = page.own[holder]  # boxes that hold more are no paragraph's own
    while at is not page.root and page.raw[at] == weight and _is_own_box(at, page.raw):
        at = page.around[at]
    return at


def _is_own_box(element: Element, raw: Weights) -> bool:
    """Whether a box of one block stands alone, or beside one of its kind as where each paragraph has a box."""
    if len(element) > 1 and holds_block(element):
        return False
    if is_alone(element):
        return True
    around = beside(element)
    if is_bare_line(element) and any(e.tag in LEAVES or is_bare_line(e) for e in around):
        return True
    return any(_shape(e) == _shape(element) and (e in raw or len(e) == 1) for e in around)


def judge_parts(page: TextMap, parts: list[Part], seen: Seen) -> None:
    """Say of each part of some size how likely it is the article's."""
    trees = trees_of("parts.json", FEATURES)
    for part, values in measured(page, parts, seen):
        part.chance, part.is_judged = chance(trees, values), True


def measured(page: TextMap, parts: list[Part], seen: Seen, least: float = LIGHT) -> list[tuple[Part, list[float]]]:
    """The parts of some size, and their features."""
    look = _Look(page, parts, seen)
    found, before = [], 0.0
    for part in parts:
        if part.weight >= least * look.largest:
            found.append((part, look.at(part, before)))
        before += part.weight
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What the boxes around an element say; `levels` are counted from the element, or from the headline."""

    junk_level: float
    junk_count: int
    never: bool
    levels_to_headline: float
    in_walked: bool
    story: Element | None


class _Look:
    """A look at a page's parts, with what is the same for all."""

    def __init__(self, page: TextMap, parts: list[Part], seen: Seen) -> None:
        self.largest = max([p.weight for p in parts])
        self._page = page
        self._seen = seen
        self._total = page.raw[page.root]
        self._walked_weight = page.raw[seen.walked]
        self._shapes = Counter([_shape(p.element) for p in parts])
        self._parents = Counter([_shape(page.around[p.element]) for p in parts if p.element is not page.root])
        self._stories: set[Element] = set()
        self._headings = [n for n, _ in page.headings]
        self._above = {} if seen.headline is None else {e: n for n, e in enumerate(seen.headline.iterancestors())}
        self._headline_place = next((n for n, e in page.headings if e is seen.headline), -1)
        self._text_above = sum([w for e, w in page.own.items() if page.place[e] < self._headline_place])
        level = self._above.get(page.root, -1.0)
        self._known = {page.root: _Around(_NOT_THERE, 0, False, level, self._is_walked(page.root), None)}

    def at(self, part: Part, before: float) -> list[float]:
        """The features of a part. `before`: the running text before it."""
        page, element, weight, total = self._page, part.element, part.weight, self._total
        place = page.place[part.holders[0]]
        headings = bisect_left(self._headings, place)
        around = self._around(element)
        has_headline = self._seen.headline is not None
        return [
            weight,
            weight / self.largest,
            weight / total,
            weight / len(part.holders),
            before / total,
            1 - (before + weight) / total,
            self._shapes[_shape(element)],
            self._parents[_shape(page.around[element])] if element is not page.root else 0,
            self._stories_before(around.story, weight),
            place - self._headings[headings - 1] if headings else _FAR,
            headings,
            (before - self._text_above) / total if has_headline else 9.0,
            (1 if place > self._headline_place else 2) if has_headline else 0,
            around.levels_to_headline,
            around.junk_level,
            around.junk_count,
            around.never,
            around.in_walked,
            self._walked_weight / total,
            weight / self._walked_weight if around.in_walked else -1.0,
        ]

    def _around(self, element: Element) -> _Around:
        """What the boxes around an element say, itself among them."""
        path = []
        while element not in self._known:
            path.append(element)
            element = self._page.around[element]
        known = self._known[element]
        for inner in reversed(path):
            known = self._known[inner] = self._inside(known, inner)
        return known

    def _inside(self, outer: _Around, element: Element) -> _Around:
        """The same for an element by what the boxes around it say."""
        reason = self._seen.verdicts.of(element)
        is_story = element.tag == "article" and self._page.raw[element] >= STORY
        return _Around(
            0.0 if reason else min(outer.junk_level + 1, _NOT_THERE),
            outer.junk_count + (1 if reason else 0),
            outer.never or reason in NEVER,
            self._above.get(element, outer.levels_to_headline),
            outer.in_walked or self._is_walked(element),
            element if is_story else outer.story,
        )

    def _stories_before(self, story: Element | None, weight: float) -> int:
        """How many other stories stand before a part of this one; what is light tells of none."""
        before = len(self._stories) - (story in self._stories)
        if story is not None and weight >= LIGHT * self.largest:
            self._stories.add(story)
        return before

    def _is_walked(self, element: Element) -> bool:
        return element is self._seen.walked


def _shape(element: Element) -> tuple[str, str]:
    names = (element.get("class") or "").split(None, 1)
    return element.tag, names[0] if names else ""
