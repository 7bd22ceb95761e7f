"""Other articles that a page holds whole beside its own: the next of an endless page, the other posts of a blog.

Such an article has a headline like the page's own, of the same class, which leads to a page of its own or has a date
or a name below it. A class that subheads of the page's own article have too says nothing.
"""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.page.links import leads_away, links_at
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import following, string
from newscrawl.extract.vocabulary.name_table import Role
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.text.letters import letters

UP = 2
"""Levels above the container at which first and last paragraphs still are found that templates put outside of it."""

WHOLE = 200
"""Characters of running text from which a box holds an article and no teaser of it."""

OWN = 300
"""Characters of running text that the page's own article must have beside the others."""

NEAR = 30
"""Elements behind a headline among which its date and its author's name stand."""

_SIGNED: frozenset[Role] = frozenset({"byline", "page furniture"})


def other_articles(page: Page, container: Element, headline: Element | None, weights: Weights) -> list[Element]:
    """The boxes of other articles in a container or beside it; none where that is in doubt."""
    if headline is None:
        return []
    if beside := _articles_beside(headline, weights) or _signed_boxes_beside(headline, weights):
        return beside
    name = (headline.get("class") or " ").split(" ")[0]
    if not name:
        return []
    scope = _with_beside(container)
    alike = [h for h in scope.iter("h1", "h2", "h3") if _is_like(h, name) and h is not headline]
    if not alike:
        return []
    title = letters(string(headline))
    others = [h for h in alike if letters(string(h)) != title]
    if not all(_heads_another(page, h, headline, weights) for h in others):
        return []
    around = {scope, *container.iterancestors(), *headline.iterancestors()}
    found = dict.fromkeys(box for h in others if weights.get(box := _box(h, around, weights), 0.0) >= WHOLE)
    boxes = [box for box in found if found.keys().isdisjoint(box.iterancestors())]
    own = weights.get(scope, 0.0) - sum([weights[box] for box in boxes])
    return boxes if own >= OWN else []


def _articles_beside(headline: Element, weights: Weights) -> list[Element]:
    """The <article>s beside that of a headline which look the same and have a headline as large, of other words."""
    own = next(headline.iterancestors("article"), None)
    if own is None or weights.get(own, 0.0) < OWN:
        return []
    title = letters(string(headline))
    beside = _beside(own, "article") or _in_like_boxes(own, weights)
    alike = (e for e in beside if e.get("class") == own.get("class") and weights.get(e, 0.0) >= WHOLE)
    heads = ((e, next(e.iter(str(headline.tag)), None)) for e in alike)
    return [e for e, head in heads if head is not None and letters(string(head)) != title]


def _signed_boxes_beside(headline: Element, weights: Weights) -> list[Element]:
    """The boxes beside that of a headline which are called the same, where each has a headline of its own that is
    signed or dated, as the page's own is."""
    boxes = (e for e in islice(headline.iterancestors(*_BOXES), LEVELS) if e.get("class"))
    large = (_called_alike(e) for e in boxes if weights.get(e, 0.0) >= OWN)
    alike = next(filter(None, large), [])
    if not alike or not _is_signed(headline, weights):
        return []
    title, heads = letters(string(headline)), [next(e.iter("h1", "h2"), None) for e in alike]
    is_like = all(h is not None and letters(string(h)) != title for h in heads)
    is_like = is_like and all(_is_signed(h, weights) for h in heads if h is not None)
    return [e for e in alike if weights.get(e, 0.0) >= WHOLE] if is_like else []


def _called_alike(box: Element) -> list[Element]:
    """The boxes beside one that have its tag and its class."""
    return [e for e in _beside(box, str(box.tag)) if e.get("class") == box.get("class")]


_BOXES = ("section", "div")
LEVELS = 4
"""Boxes around a headline of which one may be its article's."""


def _beside(element: Element, tag: str) -> list[Element]:
    return [*element.itersiblings(tag, preceding=True), *element.itersiblings(tag)]


def _in_like_boxes(own: Element, weights: Weights) -> list[Element]:
    """The <article>s in the boxes beside that of an <article> which are called the same, where it is all of its box."""
    box = own.getparent()
    if box is None or not (called := box.get("class")) or weights.get(box) != weights[own]:
        return []
    boxes = (e for e in _beside(box, str(box.tag)) if e.get("class") == called)
    return [e for like in boxes if (e := like.find("article")) is not None]


def _with_beside(container: Element) -> Element:
    """The element in which first and last paragraphs are looked for too."""
    around = takewhile(lambda e: e.tag not in ("body", "html"), islice(container.iterancestors(), UP))
    return next(iter(reversed(list(around))), container)


def _is_like(heading: Element, name: str) -> bool:
    return name in (heading.get("class") or "").split()


def _heads_another(page: Page, heading: Element, headline: Element, weights: Weights) -> bool:
    """Whether a heading leads to another page, or is as large as the headline and signed."""
    leads = any(leads_away(page, link) for link in links_at(heading))
    return leads or (heading.tag == headline.tag and _is_signed(heading, weights))


def _is_signed(heading: Element, weights: Weights) -> bool:
    above = takewhile(lambda e: weights.get(e, 0.0) < WHOLE, islice(following(heading), NEAR))
    return any(e.tag == "time" or not _SIGNED.isdisjoint(roles_of(e)) for e in above)


def _box(heading: Element, around: set[Element], weights: Weights) -> Element:
    """The largest box that begins with a heading: no text and no other box of text stands before it there."""
    at = heading
    while (parent := at.getparent()) is not None and parent not in around:
        if any(e in weights for e in at.itersiblings(preceding=True)):
            break
        at = parent
    return at
