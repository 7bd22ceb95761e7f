"""Chooser: which element of a page holds the article, on a page nobody wrote a rule for.

The walk down by weight (`container`) ends at one candidate. Where that one does not say itself that it is the body,
every other element is a candidate too. Its worth is the F1 that is to be expected of it: how much of what it holds is
likely the article, and how much of what is likely the article it holds. The parts of the page are judged one by one
(`parts`); what an element holds of them follows from sums, so that one walk over the page pays for all candidates.
"""

from dataclasses import dataclass, field
from itertools import takewhile

from newscrawl.element import Element
from newscrawl.extract.body.articlebody_hint import Hint, hinted
from newscrawl.extract.body.box_verdicts import Verdicts, is_named_body
from newscrawl.extract.body.container import is_leaf, walk
from newscrawl.extract.body.layout import INLINE_TAGS
from newscrawl.extract.body.parts import Part, Seen, judge_parts, parts_of
from newscrawl.extract.body.text_map import TextMap, Weights, sums
from newscrawl.extract.body.usual_place import is_rather, place_key, usual_place

OTHER_COUNTS = 0.1
"""What a character of links and labels counts against an element: most of them are dropped when it is cleaned."""

DOUBT = 1.5
"""Power of a part's chance: what is doubtful counts less than it should, or long boilerplate outweighs a short text."""

LOST = 0.2
"""Share of what likely is the article that may be lost on the way further down from where the walk ended."""


SHORTEST = 60
"""Characters of an article beside other stories' cards; a byline has fewer."""

SHORT_ARTICLE, CARDS = 300, 3
"""Characters of an article, and how many cards of other stories stand beside it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An element and what speaks for it."""

    element: Element
    why: str
    """What speaks for it, in words."""
    chances: Weights = field(default_factory=dict)
    """Element with judged text -> how likely that is the article's."""


def choose(page: TextMap, headline: Element | None, hint: Hint, known: frozenset[int] = frozenset()) -> Choice | None:
    """The best element; None where the page has no running text.

    `hint`: the text that the page states. `known`: where other articles of the site stood (`place_key`).
    """
    seen = see(page, headline) if page.own else None
    walked = seen.walked if seen else None
    stated = hinted(walked, page.root, hint)
    if stated is not None and stated is not walked:
        return Choice(stated, "holds the articleBody that the page states")
    choice = None if seen is None else _chosen(page, seen, known)
    return None if choice is None or _is_around_page(choice.element, headline) else choice


def _is_around_page(element: Element, headline: Element | None) -> bool:
    """Whether an element stands in the page's menu, sidebar or footer: then the page has no text of its own.

    Where the headline stands in the same box, its tag was only never closed.
    """
    above = frozenset() if headline is None else frozenset(headline.iterancestors())
    boxes = (element, *element.iterancestors())
    return any((e.tag in _AROUND_TAGS or e.get("role") in _AROUND_ROLES) and e not in above for e in boxes)


_AROUND_TAGS, _AROUND_ROLES = ("nav", "footer", "aside"), ("navigation", "contentinfo", "complementary")


def _chosen(page: TextMap, seen: Seen, known: frozenset[int]) -> Choice:
    usual = usual_place(page.raw, known) if known else None
    if is_named_body(seen.walked) and usual in (None, seen.walked):
        return Choice(seen.walked, "says that it is the body")
    parts = parts_of(page)
    judge_parts(page, parts, seen)
    good = _good(page, parts)
    best = _best(page, good)
    if _is_of_links(best, parts) and (own := _own_parts(seen.headline, parts)):
        parts, good = own, _good(page, own)
        best = _best(page, good)
    if (
        best is not seen.walked
        and good[best] < (1 - LOST) * good.get(seen.walked, 0.0)
        and seen.walked in best.iterancestors()
    ):
        best = seen.walked
    best = _beside_cards(page, best, parts, seen.headline)
    if usual is not None and place_key(best) not in known and is_rather(usual, best, good, [p.element for p in parts]):
        return Choice(usual, "stands where other articles of the site do", _chances(page, parts))
    held, pure = good[best] / good[page.root], good[best] / page.raw[best]
    why = f"holds {held:.0%} of what reads as the article, and {1 - pure:.0%} else"
    return Choice(best, why, _chances(page, parts))


def _beside_cards(page: TextMap, best: Element, parts: list[Part], headline: Element | None) -> Element:
    """The headline's box in an element, where all other text of it stands in cards: a headline in a link, a summary."""
    path = [] if headline is None else list(takewhile(lambda e: e is not best, headline.iterancestors()))
    if not path or path[-1].getparent() is not best or page.raw.get(path[-1], 0.0) < SHORT_ARTICLE:
        return best
    own = path[-1]
    around = [(part.element, set(part.element.iterancestors())) for part in parts if part.element is not own]
    beside = [e for element, boxes in around if best in boxes and own not in boxes for e in _lines_of_cell(element)]
    return own if len(beside) >= CARDS and all(map(_is_card, beside)) else best


def _is_of_links(element: Element, parts: list[Part]) -> bool:
    """Whether all that an element holds stands in links: on the cards of other stories."""
    inside = (part.element for part in parts if part.element is element or element in part.element.iterancestors())
    return all(map(_is_in_link, inside))


def _own_parts(headline: Element | None, parts: list[Part]) -> list[Part]:
    """The parts outside of links in the headline's <article>, or <main>; none where they say no more than a byline."""
    around = () if headline is None else headline.iterancestors()
    article = next((box for box in around if box.tag in ("article", "main")), None)
    inside = (part for part in parts if article is not None and article in part.element.iterancestors())
    own = [part for part in inside if not _is_in_link(part.element)]
    return own if sum(part.weight for part in own) >= SHORTEST else []


def _is_in_link(element: Element) -> bool:
    """Whether an element stands in a link, as on a card that leads to another story as a whole."""
    return any(box.tag == "a" and box.get("href") for box in element.iterancestors())


def _lines_of_cell(element: Element) -> list[Element]:
    """The paragraphs of a table's cell, by which a page is laid out; else the element itself."""
    return list(element) if element.tag == "td" and next(element.iterchildren("p"), None) is not None else [element]


def _is_card(element: Element) -> bool:
    """Whether an element is a headline in a link with a summary: in a heading, or on a line of its own above it."""
    link = element.find("a")
    if link is None:
        return False
    first, following = element[0], link.getnext()
    is_line = first is link and not (element.text or "").strip() and not (link.tail or "").strip()
    is_above = is_line and following is not None and following.tag == "br"
    return is_above or next(link.iter("h2", "h3", "h4"), None) is not None


def see(page: TextMap, headline: Element | None) -> Seen:
    """What else the parts are judged by."""
    verdicts = Verdicts(page.raw)
    return Seen(headline, walk(page, headline, verdicts), verdicts)


def _good(page: TextMap, parts: list[Part]) -> Weights:
    """Element -> how much of its text is to be expected to be the article's; what is inside stands first."""
    return sums(page, {part.element: part.chance**DOUBT * part.weight for part in parts})


def _best(page: TextMap, good: Weights) -> Element:
    """The element of the best expected F1; of a box and its wrapper the box."""
    raw, other, whole = page.raw, page.other, good[page.root]

    def worth(element: Element) -> float:
        return good[element] / (raw[element] + OTHER_COUNTS * other.get(element, 0.0) + whole)

    ranked = sorted((e for e in good if e.tag not in INLINE_TAGS), key=worth, reverse=True)
    return next(e for e in ranked if not is_leaf(e))


def _chances(page: TextMap, parts: list[Part]) -> Weights:
    judged = [p for p in parts if p.is_judged]
    good = sums(page, {p.element: p.chance * p.weight for p in judged})
    all_of = sums(page, {p.element: p.weight for p in judged})
    found = {holder: part.chance for part in judged for holder in part.holders}
    return found | {element: good[element] / weight for element, weight in all_of.items()}
