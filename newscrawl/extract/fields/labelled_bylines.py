"""Bylines whose label stands in an element of its own: <b>Words by</b><i>Jane Doe</i>."""

from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.fields.byline_people import people_before_date
from newscrawl.extract.fields.name_kinds import are_names_alone
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import BYLINE_LENGTH
from newscrawl.extract.page.tree import following, has_more, text_of

LABEL_PARTS = 4
"""Elements of a label alone, with itself: "<span><b>Words</b> by</span>"."""

BEHIND_LABEL = 3
"""Elements behind a label among which the names stand; a box around them may hold the author's life as well."""


def labelled_byline(near: Near) -> list[str]:
    """The people that stand behind a label in an element of its own: "<b>Words by</b><i>Jane Doe</i>"."""
    phrases, lines = near.page.phrases, frozenset(near.lines)
    for element in near.all():
        # "Author" is a book's, too
        says = phrases.bylines.is_by_label if element in lines else phrases.bylines.says_by_alone
        if _may_be_label(element) and says(near.text(element)) and not near.is_of_others(element):
            if name := _name_above(element, near):
                return [name]
            behind = _text_behind(element)
            if len(behind) <= BYLINE_LENGTH and (people := people_before_date(behind, phrases)):
                return people
    return []


def _name_above(label: Element, near: Near) -> str:
    """The person whose name is all that stands above a label in their box: "<b>Jane Doe</b><i>Author</i>"."""
    above = label.getprevious()
    is_alone = above is not None and not len(above) and label.getnext() is None and not (label.tail or "").strip()
    name = near.text(above) if above is not None and is_alone else ""
    return name if name and are_names_alone([name], name) and ":" not in near.text(label) else ""


def _may_be_label(element: Element) -> bool:
    """Whether an element is small enough; most are seen to be none without reading their text."""
    if not len(element):
        return 0 < len(element.text or "") <= BYLINE_LENGTH
    return len(element) == 1 and not has_more(element, LABEL_PARTS)


def _text_behind(element: Element) -> str:
    texts = (text_of(e) for e in islice(following(element), BEHIND_LABEL))
    return (element.tail or "").strip() or next((text for text in texts if 0 < len(text) <= BYLINE_LENGTH), "")
