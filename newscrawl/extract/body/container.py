"""Container: the element that holds the article's text, on a page nobody wrote a rule for.

Text is weighed bottom-up: every run of unlinked text of some length counts for all elements around it, except where a
name, tag or role says that the box is something else. Then the way leads from <body> down, always to the heaviest
child, until the text spreads over several children: that is the container.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.box_verdicts import NEVER, Verdicts, is_named_body
from newscrawl.extract.body.layout import INLINE_TAGS, beside, is_bare_line, is_line
from newscrawl.extract.body.text_map import LEAVES, SHORT, TextMap, Weights
from newscrawl.extract.vocabulary.names import has_role

JUNK_SHARE = 0.1
"""What the text of a box counts whose name says it is something else. Not 0: names lie ("paywall" round an article)."""

NAMES_LIE = 0.5
"""Share of all the page's text from which a box is believed whatever its names are, comments apart."""

WHOLE = 0.95
"""Share from which a box is the page itself, whose names tell of what is on it ("comments-open", "has-cookie-bar")."""

COMMENT_SHARE = 0.02
"""What their text counts: a long debate under a short article must not outweigh it."""

LIGHT = 0.02
"""Share of all the page's text below which a box is too light to lead astray, whatever it is."""

LONGEST_SIDEBAR = 0.8
"""Share of all the page's text from which a box is no sidebar whatever it is called."""

BESIDE_SIDEBAR = 250
"""Characters. As much text must stand around the headline outside of such a box."""

NEAR = 9
"""Levels above such a box at most at which its box and the headline's are one."""

DESCEND = 0.9
"""Share of the text a child must hold to go down into it unasked; the rest is then captions and small boxes."""

DESCEND_IF_ALONE = 0.55
"""Share that suffices where no sibling looks like more of the same text."""

DIVIDED = 1 / 3
"""Share of the text that a sibling must not hold: then the text is divided between them."""

DESCEND_IF_NAMED = 0.3
"""Share that suffices where the child says that it is the body."""

NO_STUB = 400
"""Characters. What says that it is the body and holds less may be a summary before a wall."""

SHORTEST_BODY = 200
"""Characters of a short article that says it is the body, above longer ones that do not."""


def walk(page: TextMap, headline: Element | None, verdicts: Verdicts) -> Element:
    """The element that the walk down ends at, on a page with running text."""
    root = page.root
    heading: frozenset[Element] = frozenset() if headline is None else frozenset(headline.iterancestors())
    shares = _shares(page.raw, page.raw.get(root, 0.0), heading, verdicts)
    return container_of(root, Weighed(page.raw, _made_light(page, shares) if shares else page.raw), headline)


def _made_light(page: TextMap, shares: Weights) -> Weights:
    """What each element holds where what a box passes up is multiplied by its share."""
    found = dict(page.own)
    for element, parent in reversed(page.around.items()):
        weight = found[element]
        if element in shares:
            weight = found[element] = weight * shares[element]
        found[parent] = found.get(parent, 0.0) + weight
    return found


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much running text each element of a page holds."""

    raw: Weights
    """All of it."""

    believed: Weights
    """The same with boxes made light whose names say that they are something else."""


def _shares(raw: Weights, total: float, heading: frozenset[Element], verdicts: Verdicts) -> Weights:
    """Element -> what its text counts, for boxes whose names say that they are something else."""
    found: Weights = {}
    light, whole = LIGHT * total, WHOLE * total
    for element, weight in raw.items():
        if not light < weight < whole or (tag := element.tag) in LEAVES or tag in INLINE_TAGS:
            continue
        if reason := verdicts.of(element):
            if reason in NEVER:
                found[element] = COMMENT_SHARE
            elif weight < NAMES_LIE * total or _is_sidebar(element, raw, total, heading):
                found[element] = JUNK_SHARE
    return found


def _is_sidebar(element: Element, raw: Weights, total: float, heading: frozenset[Element]) -> bool:
    """Whether a box of most of the text is beside the article all the same.

    It is called a sidebar or a footer, and the headline stands with other text outside of it.
    """
    if element in heading or raw[element] > LONGEST_SIDEBAR * total:
        return False
    if element.tag != "aside" and not has_role(element, "sidebar", "class", "id"):
        return False
    beside = next((raw.get(a, 0.0) - raw[element] for a in islice(element.iterancestors(), NEAR) if a in heading), 0.0)
    return beside > BESIDE_SIDEBAR and not any(is_named_body(e) for e in element.iter())


def container_of(root: Element, weighed: Weighed, headline: Element | None = None) -> Element:
    """The element that holds the article's text."""
    of = weighed.believed
    path = [root]
    while (child := _next(path[-1], of)) is not None:
        path.append(child)
    named = next((e for e in path if is_named_body(e)), None)
    if named is None:
        named = _named_around(headline, path[-1], weighed)
    if named is None:
        named = _named_elsewhere(path[-1], weighed, headline)
    return path[-1] if named is None else named


def _named_around(headline: Element | None, container: Element, weighed: Weighed) -> Element | None:
    """What holds the headline in a container and says, it alone, that it is the body: a short article."""
    inside = [] if headline is None else list(takewhile(lambda e: e is not container, headline.iterancestors()))
    named = next((e for e in inside if weighed.raw.get(e, 0.0) >= SHORTEST_BODY and is_named_body(e)), None)
    others = (e for e in weighed.raw if e.tag not in LEAVES and e not in inside and is_named_body(e))
    return named if named is not None and all(named in e.iterancestors() for e in others) else None


def _named_elsewhere(container: Element, weighed: Weighed, headline: Element | None) -> Element | None:
    """The only element away from the container that says it is the body, if it is no stub beside it."""
    least = max(NO_STUB, DESCEND_IF_NAMED * weighed.believed[container])
    long = _only_named(weighed.believed, least, container)
    if long is not None or not _may_be_other_stories(container, headline):
        return long
    short = _only_named(weighed.raw, SHORTEST_BODY, container)
    if short is None:
        return None
    return short if next(e for e in short.getroottree().iter() if e is short or e is container) is short else None


def _may_be_other_stories(container: Element, headline: Element | None) -> bool:
    """Whether a container is apart from the headline, and no slideshow, all captions, below its introduction."""
    if headline is None or any(a is container for a in headline.iterancestors()):
        return False
    return next(container.iter("figcaption"), None) is None


def _only_named(of: Weights, least: float, container: Element) -> Element | None:
    """The only element that says it is the body and holds so much, if it stands away from the container."""
    named = [e for e, weight in of.items() if weight >= least and e.tag not in LEAVES and is_named_body(e)]
    if any(a is container for e in named for a in e.iterancestors()):
        return None
    all_named = set(named)
    outer = [e for e in named if all_named.isdisjoint(e.iterancestors())]
    return outer[0] if len(outer) == 1 else None


def _next(element: Element, of: dict[Element, float]) -> Element | None:
    """The child to go down into, or None where the text spreads over several."""
    children = [(of[c], c) for c in element if c in of]
    if not children:
        return None
    weight, best = max(children, key=lambda pair: pair[0])
    if is_leaf(best) or best.tag in INLINE_TAGS:
        return None
    if weight >= DESCEND * of[element]:
        return None if any(c is not best and of[c] > 4 * SHORT and _is_twin(c, best) for _, c in children) else best
    if weight >= DESCEND_IF_NAMED * of[element] and is_named_body(best):
        return None if any(is_named_body(c) for _, c in children if c is not best) else best
    if weight < DESCEND_IF_ALONE * of[element]:
        return None
    others = [(w, c) for w, c in children if c is not best]
    return None if any(w > DIVIDED * of[element] or _is_kin(c, best) for w, c in others) else best


def _is_kin(element: Element, best: Element) -> bool:
    """Whether an element looks like more of the text that its sibling holds."""
    return is_leaf(element) or _is_twin(element, best)


def is_leaf(element: Element) -> bool:
    """Whether an element holds text and no article: a paragraph, or its own wrapper that says nothing."""
    if element.tag in LEAVES:
        return True
    if element.tag != "div":
        return False
    if len(element) == 1 and not element.attrib and not (element.text or "").strip():
        return element[0].tag in LEAVES
    if is_bare_line(element):
        return any(e.tag in LEAVES or is_bare_line(e) for e in beside(element))
    return is_line(element) and any(_is_twin(e, element) and is_line(e) for e in _around(element))


def _around(element: Element) -> Iterator[Element]:
    """The nearest elements beside an element."""
    after = islice(element.itersiblings(), FEW_BESIDE)
    return chain(after, islice(element.itersiblings(preceding=True), FEW_BESIDE))


FEW_BESIDE = 4
"""Elements before and behind a paragraph among which another of its kind stands."""


def _is_twin(element: Element, best: Element) -> bool:
    names = element.get("class")
    return element.tag == best.tag and names is not None and names.split()[:1] == (best.get("class") or "").split()[:1]


def describe(element: Element) -> str:
    """An element as a short selector, e.g. "div.entry-content"."""
    names = [n for n in (element.get("class") or "").split() if n.replace("-", "").replace("_", "").isalnum()][:2]
    return "".join(
        [str(element.tag), f"#{i}" if (i := element.get("id")) and not names else "", *(f".{n}" for n in names)]
    )
