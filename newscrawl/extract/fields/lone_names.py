"""Lone names: those at the headline without a word that says what they are, told by what stands beside them."""

import re
from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.fields.name_kinds import WORDS_ALONE, are_names_alone, is_agency, is_person
from newscrawl.extract.fields.near import MOST_LEVELS, Near
from newscrawl.extract.fields.person_names import BARS, BESIDE, BYLINE_LENGTH, NAME_LENGTH, names_in
from newscrawl.extract.page import structured
from newscrawl.extract.page.links import leads_to_account, leads_to_author_page
from newscrawl.extract.page.tree import behind, text_of
from newscrawl.extract.vocabulary.places import names_a_place
from newscrawl.extract.vocabulary.topic_words import names_a_topic
from newscrawl.text.letters import letters as key

# Elements behind the headline among which such a name stands.
NAME_AFTER = 8

# One before a date may stand farther.
DATE_AFTER = 40

_CONTROLS = frozenset({"a", "label", "form", "button", "nav"})

# A day with its year, after three words at most: "Posted on May 5, 2026".
_DAY = re.compile(r"(?:[^\W\d]+\W{1,2}){0,3}?(?:\d{1,2}\W{1,2}(?:\w{1,12}\W{1,2})?)?(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


def name_at_headline(near: Near) -> list[str]:
    """The people of the first line below the headline, where it holds nothing but names, or names and a place."""
    first = next((e for e in near.after[:NAME_AFTER] if not len(e) and near.text(e)), None)
    if first is None or _is_control(first) or near.page.phrases.bylines.is_by_label(near.text(first)):
        return []
    line = near.text(first)
    names = names_in(line) if len(line) <= BYLINE_LENGTH and not near.is_of_others(first) else []
    return names if names and are_names_alone(names, line) and not any(map(_is_no_name, names)) else []


def name_before_date(near: Near, text: str) -> list[str]:
    """The person whose name stands alone before a date: one with a portrait, or before a bar and no section's name.

    Else one of whom neither the text nor a link or heading of the page speaks: a place or a section would be.
    """
    for element in near.after[:DATE_AFTER]:
        beside = behind(element)
        if beside is None or not _begins_with_day(near.text(beside)):
            continue
        name = _person_between_bars(near.text(element).rstrip(" |·•,"))
        if len(element):
            if people := _people_side_by_side(element, near):
                return people
            continue
        if people := _people_and_places(name, element, near):
            return people
        is_name = 0 < len(name) <= NAME_LENGTH and is_person(name) and not _is_no_name(name)
        is_name = is_name and not near.is_of_others(element)
        if is_name and (_has_portrait(name, near) or _is_no_label(name, element, near)):
            return names_in(name)
        is_dated = is_name and near.page.phrases.dates.is_date(near.text(beside))
        if is_dated and _is_no_place(name, text) and not _is_control(element) and not _is_label_s(name, near):
            return names_in(name)
    return []


def _person_between_bars(line: str) -> str:
    """The one person of a line with bars: "Jane Doe | Kyiv", or with one word behind a comma: "Jane Doe, Kyiv"; the
    line itself where it has none, or several."""
    if len(line) > BYLINE_LENGTH:
        return line
    name, comma, place = line.partition(", ")
    if comma and " " not in place and place.istitle() and is_person(name):
        return name
    people = list(filter(is_person, BARS.split(line))) if "|" in line else []
    return people[0] if len(people) == 1 else line


def _people_and_places(line: str, element: Element, near: Near) -> list[str]:
    """The people of a line that says of each where they wrote from: "Jane Doe in Kyiv, John Roe in Osaka"."""
    parts = _LISTED.split(line) if " in " in line and len(line) <= BYLINE_LENGTH else []
    told = [_FROM.fullmatch(part) for part in parts]
    people = [match[1] for match in told if match is not None and is_person(match[1])]
    is_line = 0 < len(people) == len(parts) and not _is_control(element) and not near.is_of_others(element)
    return people if is_line and not any(map(_is_no_name, people)) else []


_LISTED = re.compile(r",\s(?:and\s)?|\s(?:and|und|et|e|y|og|en)\s")
_FROM = re.compile(r"([^\W\d_][^,]{3,40}) in [^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?")
"""Somebody, and where they wrote from."""


def _people_side_by_side(row: Element, near: Near) -> list[str]:
    """The people of a row of names in elements of their own and nothing else: "<b>Jane Doe</b> & <b>John Roe</b>"."""
    line = near.text(row) if len(row) <= MOST_NAMES else ""
    names = names_in(line) if 0 < len(line) <= BYLINE_LENGTH else []
    are_parts = len(names) > 1 and set(names) <= {near.text(e) for e in row if e.tag != "a" or leads_to_author_page(e)}
    is_of_others = are_parts and (near.is_of_others(row) or any(map(_is_no_name, names)))
    return names if are_parts and not is_of_others and are_names_alone(names, line) else []


MOST_NAMES = 6
"""Elements of a row of names."""


def name_behind_date(near: Near, text: str) -> list[str]:
    """The person whose name stands alone behind a date, in the box of both, or before it as the box's own text."""
    for element in near.after[:DATE_AFTER]:
        name, date = _beside_date(element, near)
        is_name = 0 < len(name) <= NAME_LENGTH and is_person(name) and len(name.split()) <= WORDS_ALONE
        if not is_name or _is_no_name(name) or _is_control(element) or near.is_of_others(element):
            continue
        is_dated = len(date) <= BYLINE_LENGTH and near.page.phrases.dates.is_date(date)
        is_no_subject = _is_no_place(name, text) and not _is_subject(name, text)
        is_label = near.page.phrases.dates.says_when(name)
        if is_dated and is_no_subject and not is_label and not _is_label_s(name, near):
            return names_in(name)
    return []


def _is_subject(name: str, text: str) -> bool:
    """Whether a text has each word of a name as a word like others: "Climate Change" is what it tells of."""
    said = set(_WORD.findall(text))
    return all(word in said for word in name.lower().split())


def _beside_date(element: Element, near: Near) -> tuple[str, str]:
    """What may be a name, and the date before it; or an element's own text, and the date in it."""
    if len(element) and (own := (element.text or "").strip()):
        return own, near.text(element[0])
    date = element.getprevious()
    return ("", "") if date is None or not near.text(date)[-1:].isdigit() else (near.text(element), near.text(date))


def name_in_dateline(near: Near, text: str) -> list[str]:
    """The person before a date that stands with the name in one line, or apart from it by a bar: "Jane Doe, May 5,
    2026", "May 5, 2026 | Jane Doe".

    A place ("New York, May 5") is one of which the text speaks, a paragraph's begin, or in capitals; a section's name
    stands elsewhere, too.
    """
    for element in near.after[:DATE_AFTER] if text else ():
        line = "" if len(element) else near.text(element)
        tail = " ".join((element.tail or "").split()) if line else ""
        if tail and (BARS.match(tail) or _begins_with_day(tail)):
            between = " " if BARS.match(tail) else " | "
            line = f"{line}{between}{tail}".rstrip(
                " |·•"
            )  # no more than the date, or the name, has an element of its own
        if not line or len(line) > BYLINE_LENGTH or not _DIGIT.search(line) or _is_control(element):
            continue
        said = [part for part in near.page.phrases.dates.apart_from_dates(line) if any(map(str.isalnum, part))]
        name = said[0].strip(" |·•,–—-") if len(said) == 1 and said[0] != line else ""
        name = name if not line.endswith(name) or _is_set_apart(name, line) else ""
        name = _without_agency(name) if name and not BARS.search(name) else _beside_bar(line, near)
        if name and names_in(name) == [name] and are_names_alone([name], name) and not _is_no_name(name):
            is_place = line.startswith(f"{name},") and (element.tag == "p" or name.isupper())
            is_elsewhere = not _is_no_place(name, text, line) or near.is_of_others(element)
            return [] if is_place or is_elsewhere or _is_label_s(name, near) else [name]
    return []


def _is_set_apart(name: str, line: str) -> bool:
    """Whether a sign stands before a name behind a date: of "5 May 2026 Photo Gallery" it is none."""
    return _SIGN_AT_END.search(line[: len(line) - len(name)]) is not None


_SIGN_AT_END = re.compile(r"[|,–—·•/-]\s?$")


def _without_agency(line: str) -> str:
    """A name without the agency behind it: "Jane Doe, AFP"."""
    name, *behind = BESIDE.split(line, maxsplit=1)
    return name if behind and is_agency(behind[0]) else line


def _beside_bar(line: str, near: Near) -> str:
    """The one part without a number of a line with bars and a date: "Jane Doe | May 5, 2026 | 4 min read"; of several
    the one person's, behind whom a place stands: "Jane Doe | Carrow | May 5, 2026"."""
    parts = BARS.split(line)
    names = [part for part in parts if not _DIGIT.search(part)]
    names = names if len(names) == 1 else [name for name in names if is_person(name)]
    is_dated = len(parts) > 1 and any(len(near.page.phrases.dates.apart_from_dates(part)) > 1 for part in parts)
    return names[0] if is_dated and len(names) == 1 else ""


def _is_label_s(name: str, near: Near) -> bool:
    """Whether the article's section, a link or a heading of the page is called so."""
    declared = (
        near.page.meta("article:section"),
        structured.text((near.page.article_node or {}).get("articleSection")),
    )
    if key(name) in map(key, declared):
        return True
    labels = (text_of(e) for e in near.page.tree.iter("a", "h2", "h3", "h4") if not leads_to_account(e))
    return any(len(label) <= NAME_LENGTH and key(label) == key(name) for label in labels)


def _is_no_place(name: str, text: str, byline: str = "") -> bool:
    """Whether a name stands alone of which a text, but for the byline itself, knows no word."""
    bylines = (byline,) if byline else ()
    lines = (
        line
        for line in text.split("\n")
        if len(line) > BYLINE_LENGTH or not (line.startswith((name, *bylines)) or line.endswith(name))
    )
    known = "\n".join(lines)
    words = (word for word in name.split() if not word.islower())
    return bool(known) and are_names_alone(names_in(name), name) and not any(word in known for word in words)


def _is_no_name(name: str) -> bool:
    """Whether what has a name's form is a place or a topic: "New York", "Climate Change"."""
    return names_a_place(name) or names_a_topic(name)


def _begins_with_day(text: str) -> bool:
    return len(text) <= BYLINE_LENGTH and _DAY.match(text) is not None


def _has_portrait(name: str, near: Near) -> bool:
    return any((image.get("alt") or "").strip().startswith(name) for image in near.page.tree.iter("img"))


def _is_no_label(name: str, element: Element, near: Near) -> bool:
    """Whether a bar stands behind a name, and no link or heading bears it: "Jane Doe |", not "Harbour Life |"."""
    if near.text(element) == name or _is_control(element) or len(name.split()) > WORDS_ALONE:
        return False
    return not _is_label_s(name, near)


def _is_control(element: Element) -> bool:
    """Whether an element is a link, a field's label, or one of several points of a list."""
    boxes = chain([element], islice(element.iterancestors(), MOST_LEVELS))
    return any(
        (box.tag in _CONTROLS and not leads_to_account(box)) or (box.tag == "ul" and len(box) > 1) for box in boxes
    )
