"""Bylines near the headline that are told by an element's names, or by a link to an author's page."""

from collections.abc import Iterator
from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.fields.byline_people import look_of, people_of, texts_in
from newscrawl.extract.fields.name_kinds import is_photographer
from newscrawl.extract.fields.near import LONGEST_CARD, Near
from newscrawl.extract.fields.person_names import BYLINE_LENGTH, names_in
from newscrawl.extract.page.links import leads_away, leads_to_author_page
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import is_alike, is_longer, text_of
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.text.letters import letters

LIST_OF_PEOPLE = 3
"""People behind the second paragraph; so many are more than wrote one article."""

PARAGRAPH = 120
"""Characters of what is a paragraph."""

LEVELS_OF_ROW = 2
"""Boxes around a byline of which one may stand in a row of other stories."""

LINKS_OF_CARD = 4
"""Links of such a box that are looked at."""

LEVELS_IN_TEXT = 3
"""Elements around a link in a paragraph up to the paragraph itself."""

WORDS_OF_HEADLINE = 3
"""Words of a link that may be a headline."""

_NAMING = ("class", "rel", "id")
"""Attributes that may say that an element is a byline."""

_LABEL_ENDS = " \n\t\xa0:"
"""What stands between a label and the link behind it."""


def named_byline(near: Near) -> Iterator[str]:
    """The people of the first byline near the headline that its names tell, and of those that look like it.

    So many behind a paragraph are a list of those who write for the paper; and where some stand above the text, those
    below it are others.
    """
    found = list(_named_people(near))
    shown = stand_above_text(found, near) if len(found) > 1 else []
    if shown or len(dict.fromkeys(found)) < LIST_OF_PEOPLE:
        yield from shown or found


def stand_above_text(people: list[str], near: Near) -> list[str]:
    """Those of some people whose names stand above the text; all where nothing does."""
    above = letters(_above_text(near))
    return [name for name in people if not above or letters(name) in above]


def _are_all_of_paper(people: list[str], near: Near) -> bool:
    """Whether people are a list of those who write for the paper: many, and none of them stands above the text."""
    return len(dict.fromkeys(people)) >= LIST_OF_PEOPLE and not stand_above_text(people, near)


def _above_text(near: Near) -> str:
    """What stands around the headline, to the second paragraph: the first may be a standfirst above the byline."""
    long = (n for n, e in enumerate(near.after) if e.tag == "p" and length_of(near.text(e)) >= PARAGRAPH)
    above = near.after[: next(islice(long, 1, None), None)]
    return " ".join(" ".join((e.text or "", e.tail or "")) for e in chain(above, near.before))


def _named_people(near: Near) -> Iterator[str]:
    look = None
    for element in _named_bylines(near):
        if look is not None and (look_of(element) != look or is_photographer(near.text(element))):
            continue
        if people := people_of(element, near.page.phrases):
            look = look_of(element)
            yield from people


def first_byline(near: Near) -> list[str]:
    """All names of the first byline near the headline, a desk's or a lone first name among them."""
    if _are_all_of_paper(list(_named_people(near)), near):
        return []
    for element in _named_bylines(near):
        phrases = near.page.phrases
        texts = (phrases.dates.without_date(text) for _, text in texts_in(element))
        if names := [name for text in texts for name in names_in(text) if not phrases.bylines.is_by_label(name)]:
            return names
    return []


def leads_to_author(name: str, near: Near) -> bool:
    """Whether a name in a byline is a link to its author."""
    return any(e.tag == "a" and near.text(e) == name for e in _named_bylines(near))


def _named_bylines(near: Near) -> list[Element]:
    """The elements near the headline that are bylines by their names, those above it last."""
    if near.bylines is None:
        bylines = (e for e in near.all() if is_named_byline(e, near) and not near.is_of_others(e))
        near.bylines = [e for e in bylines if not _is_in_row(e, near.page)]
    return near.bylines


def _is_in_row(byline: Element, page: Page) -> bool:
    """Whether a byline stands in one of several boxes alike, each with a link to a story, as of columnists."""
    for box in islice(byline.iterancestors(), LEVELS_OF_ROW):
        twin = box.getprevious() if box.getnext() is None else box.getnext()
        if twin is not None and is_alike(twin, box):
            return _has_story(box, page, byline) and _has_story(twin, page)
    return False


def _has_story(box: Element, page: Page, byline: Element | None = None) -> bool:
    """Whether a small box has a link to another page that is neither an author's nor the byline's own."""
    if is_longer(box, LONGEST_CARD):
        return False
    own = frozenset() if byline is None else frozenset((*byline.iter(), *islice(byline.iterancestors(), LEVELS_OF_ROW)))
    links = (a for a in islice(box.iter("a"), LINKS_OF_CARD) if a not in own and not leads_to_author_page(a))
    return any(len(text_of(a).split()) >= WORDS_OF_HEADLINE and leads_away(page, a) for a in links)


def is_named_byline(element: Element, near: Near) -> bool:
    """Whether an element is a byline by its names, or a link to an author that no label says to be a picture's.

    Such a link in a sentence of the text mentions somebody: "as my colleague Jane Doe wrote last week, …".
    """
    if element.tag == "a" and leads_to_author_page(element):
        around = element.getparent()
        label = "" if around is None or element.getprevious() is not None else around.text or ""
        is_picture = near.page.phrases.credits.is_credit_label(label.strip(_LABEL_ENDS))
        return not is_picture and not _is_mentioned(element, near)
    is_so_called = has_role(element, "byline", *_NAMING) and not has_role(element, "beside byline", *_NAMING)
    return is_so_called and len(near.text(element)) <= BYLINE_LENGTH


def _is_mentioned(link: Element, near: Near) -> bool:
    """Whether a link stands in the midst of a paragraph, or in a list between paragraphs that says more than names."""
    box = next((e for e in islice(link.iterancestors(), LEVELS_IN_TEXT) if e.tag in ("p", "li")), None)
    if box is None or not (name := near.text(link)):  # a portrait
        return False
    if box.tag == "p":
        before = near.text(box).partition(name)[0]
        is_said = near.page.phrases.bylines.ends_in_by(before) or near.page.phrases.bylines.says_by(before) > 0
        return len(before.split()) >= WORDS_OF_HEADLINE and not is_said and length_of(near.text(box)) >= PARAGRAPH
    rows = box.getparent()
    return rows is not None and _is_between_paragraphs(rows, near) and not all(_is_name(r, near) for r in rows)


def _is_name(row: Element, near: Near) -> bool:
    """Whether all that a row of a list says is the link to an author."""
    return any(leads_to_author_page(a) and near.text(a) == near.text(row) for a in islice(row.iter("a"), LINKS_OF_CARD))


def _is_between_paragraphs(element: Element, near: Near) -> bool:
    around = (*islice(element.itersiblings(preceding=True), 2), element.getnext())
    long = [e is not None and e.tag == "p" and length_of(near.text(e)) >= PARAGRAPH for e in around]
    return long[-1] and any(long[:-1])
