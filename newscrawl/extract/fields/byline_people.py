"""The people that a byline's element names: the first, and those whose elements look like the first's."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from newscrawl.element import Element
from newscrawl.extract.fields.name_kinds import is_person, is_photographer, is_role
from newscrawl.extract.fields.person_names import names_in
from newscrawl.extract.fields.topic_links import files_article
from newscrawl.extract.vocabulary.lexicon import all_languages
from newscrawl.extract.vocabulary.matching import any_of
from newscrawl.extract.vocabulary.phrases import Phrases

_LABEL = re.compile(r"\s*([^\W\d]+)\s?:\s")

Look = tuple[object, str | None]
"""An element's tag and class, which the names of one byline have in common."""


@cache
def _joined() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a text ends that goes on behind an element, and how one begins that goes on with what stands before it."""
    words = any_of(all_languages().words("and"))
    return (
        re.compile(rf"(?:[,;/&+:]|\s(?:{words}))\s*\Z", re.IGNORECASE),
        re.compile(rf"\s*(?:[,;/&+)\]]|(?:{words})\s)", re.IGNORECASE),
    )


def people_of(element: Element, phrases: Phrases) -> list[str]:
    """The people that a byline's element names: the first, and those whose elements look like the first's.

    Bylines put names, roles, links to networks and times into elements side by side, and who else took part: a second
    label ("Edited by") is another's.
    """
    found: list[str] = []
    look = None
    parts = list(_parts(element))
    if begins_with_role(parts[0][1]) and any(_is_credit(part, phrases) for _, part in parts[1:]):
        return []  # those of a broadcast: "Editor: Jane Doe", "On air: Radio 1"
    said = before = ""
    for (holder, part), (_, behind) in zip_longest(parts, parts[1:], fillvalue=(None, "")):
        people = people_before_date(part, phrases)
        if found and is_photographer(behind):
            continue
        label = _label(f"{before} {part}".strip(), people, phrases)
        before = "" if people else part
        if people and found and not said and label in phrases.lexicon.words("by"):
            found, look, said = [], holder, label  # what stood before it is the section: "Film by Jane Doe"
        if people and (look is None or (holder == look and label in ("", said))):
            look, said = holder, said or label
            found += people
    return found


def _label(part: str, people: list[str], phrases: Phrases) -> str:
    """What says before the names of a part what they did: "By", "Medically reviewed by"."""
    before = part.partition(people[0])[0].strip() if people else ""
    return before.lower() if phrases.bylines.ends_in_by(f" {before}") else part[: phrases.bylines.says_by(part)].lower()


def begins_with_role(part: str) -> bool:
    """Whether a part of a byline begins with a role as its label."""
    label = _LABEL.match(part)
    return label is not None and is_role(label[1])


def _is_credit(part: str, phrases: Phrases) -> bool:
    """Whether a part of a byline says under a label of its own what is neither a name nor a time."""
    label = _LABEL.match(part)
    if label is None or phrases.bylines.is_by_label(label[1]):
        return False
    return not phrases.dates.is_date(part[label.end() :])


def _parts(element: Element) -> Iterator[tuple[Look, str]]:
    """The text of a byline in parts, each of one person or more, with the look of the element that ends it."""
    look, part = look_of(element), ""
    ends_open, goes_on = _joined()
    for holder, text in texts_in(element):
        is_new = _names_people(part) or _names_people(text)
        if part and is_new and not ends_open.search(part) and not goes_on.match(text):
            yield look, part
            part = ""
        look, part = look_of(holder), f"{part} {text}"
    yield look, part


def look_of(element: Element) -> Look:
    return element.tag, element.get("class")


def texts_in(element: Element) -> Iterator[tuple[Element, str]]:
    """The texts inside an element in the page's order, each with the element that holds it; not what names a topic."""
    if isinstance(element.tag, str) and (element.text or "").strip():
        yield element, element.text or ""
    for child in element:
        if child.tag != "a" or not files_article(child):
            yield from texts_in(child)
        if (child.tail or "").strip():
            yield element, child.tail or ""


def _names_people(text: str) -> bool:
    return any(map(is_person, names_in(text)))


def people_before_date(text: str, phrases: Phrases) -> list[str]:
    """The people that a line names before its date, else behind it."""
    parts = ([n for n in names_in(part) if is_person(n)] for part in phrases.dates.apart_from_dates(text))
    return next(filter(None, parts), [])
