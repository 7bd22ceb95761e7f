"""Dates beside the headline: those that readers see there, from it outwards."""

from collections.abc import Iterator
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.date_labels import LABEL
from newscrawl.extract.fields.element_dates import ElementDates, Written, is_made_for_dates
from newscrawl.extract.fields.near import PARAGRAPHS, AboveText, Near
from newscrawl.extract.vocabulary.boilerplate import SILENT_TAGS
from newscrawl.extract.vocabulary.names import has_role

# A page's many <time> elements belong to its teasers; the article's own stands among the first after the headline, and
# a dateline within a few elements of it, seldom above it. Farther on they must say what they are.
NEAR_AFTER, NEAR_BEFORE, TIMES_READ = 60, 30, 3

_CELLS = frozenset({"td", "dd", "li"})
"""Below the first paragraph they tell what happens when."""


def dates_beside(elements: ElementDates) -> Iterator[Written]:
    """Those that stand beside the headline, from it outwards: first those said to be of the publication, then those in
    elements made for them.

    Behind the first paragraph stand cards of other stories too: what is above it goes before an element there that
    says nothing. Last those behind a label that says neither: "Event date:".
    """
    beside, below = _beside(elements.near), _below_text(elements.near)
    made = [e for e in beside if is_made_for_dates(e)][:TIMES_READ]
    others = [e for e in made if elements.labels.says_other(e)]
    times = [(e in below, found) for e in made if e not in others for found in elements.of_time(e)]
    may_say = (e for e in beside if e not in others and not (e in below and e.tag in _CELLS))
    lines = [(e in below, found) for e in may_say for found in elements.of_line(e)]
    placed = [(is_below and found.kind != "published", found) for is_below, found in times]
    above = chain((t for is_last, t in placed if not is_last), (line for is_below, line in lines if not is_below))
    yield from sorted(above, key=_says_nothing)
    yield from (t for is_last, t in placed if is_last)
    yield from sorted((line for is_below, line in lines if is_below), key=_says_nothing)
    yield from chain.from_iterable(map(elements.of_time, others))
    headline = elements.near.headline
    for element in beside if headline is None else [headline, *beside]:
        yield from elements.of_line_behind(element)
        yield from elements.of_data(element)


def _says_nothing(found: Written) -> bool:
    return found.kind != "published"


def _beside(near: Near) -> list[Element]:
    """The elements beside the headline: in it, behind it above the text, before it; without one the first <time>."""
    if near.headline is None:
        found: Iterator[Element] = islice(near.page.tree.iter("time"), 1)
    else:
        inside = (e for e in near.headline.iterdescendants() if _is_date_inside(e, near))
        above_text = islice(takewhile(AboveText(near, PARAGRAPHS), near.after), NEAR_AFTER)
        before = _not_of_today(near.before[:NEAR_BEFORE])
        named = filter(_is_date_by_name, near.before[NEAR_BEFORE : 2 * NEAR_BEFORE])
        found = chain(inside, above_text, before, named)
    return [e for e in found if isinstance(e.tag, str) and e.tag not in SILENT_TAGS]


def _is_date_inside(element: Element, near: Near) -> bool:
    """Whether an element of the headline is a date: by its names, or because it says nothing else."""
    return _is_date_by_name(element) or near.page.phrases.dates.is_date(near.text(element))


def _below_text(near: Near) -> frozenset[Element]:
    """The elements behind the first paragraph."""
    first = next((n for n, e in enumerate(near.after) if e.tag == "p" and length_of(near.text(e)) >= LABEL), -1)
    return frozenset(near.after[first + 1 :] if first >= 0 else ())


def _is_date_by_name(element: Element) -> bool:
    return element.tag == "time" or has_role(element, "page furniture")


def _not_of_today(elements: list[Element]) -> Iterator[Element]:
    """Those elements that do not say in a page's top which day is today, nor stand in one that does."""
    boxes = dict.fromkeys(chain(elements, (element.getparent() for element in elements)))
    of_today = {box for box in boxes if box is not None and has_role(box, "today", "class", "id")}
    return (e for e in elements if e not in of_today and e.getparent() not in of_today)
