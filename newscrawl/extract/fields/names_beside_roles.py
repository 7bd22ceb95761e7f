"""Names beside what somebody is: "<b>Jane Doe</b><i>Writer</i>", "Jane Doe | Editor"."""

import re

from newscrawl.element import Element
from newscrawl.extract.fields.name_kinds import WORDS_ALONE, are_names_alone, is_agency, is_cased, is_role
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import BARS, BESIDE, BYLINE_LENGTH, NAME_LENGTH, names_in
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.text.letters import letters as key

_ACCOUNT = re.compile(r"@\w{3,20}")
_MAIL = re.compile(r"[\w.+-]{2,40}@[\w-]{1,40}\.[\w.]{2,40}")
SHORTEST_AGENCY = 3


def name_beside_role(near: Near) -> list[str]:
    """The person whose name stands beside a role or an address: "<b>Jane Doe</b><i>Writer</i>", "Jane Doe | Editor"."""
    for element in near.lines:
        rows = _rows(element)
        if (len(element) and not rows) or "credit" in roles_of(element):
            continue
        first, *others = rows or BARS.split(near.text(element)[: BYLINE_LENGTH + 1])
        beside = element.getnext()
        others += [] if beside is None or len(beside) else [near.text(beside)]
        others += _called_behind(element)
        name = _without_house(first, near)
        is_told = name != first or any(map(_is_role_or_account, others))
        if not is_told and not _is_stressed(element):
            name = _before_role(first)
            is_told = bool(name)
        names = names_in(name) if len(name) <= NAME_LENGTH and is_told else []
        are_alone = are_names_alone(names, name) or (_has_no_case(name) and names == [name])
        if len(names) == 1 and are_alone and not near.is_of_others(element):
            return names
    return []


def _rows(element: Element) -> list[str]:
    """The two or three short lines of an element that holds nothing but breaks: "Jane Doe<br>Writer"."""
    if not 0 < len(element) < MOST_ROWS or any(child.tag != "br" for child in element):
        return []
    rows = [" ".join(text.split()) for text in (element.text or "", *(child.tail or "" for child in element))]
    return rows if all(0 < len(row) <= NAME_LENGTH for row in rows) else []


MOST_ROWS = 3
"""Lines of a name with what somebody is, and perhaps where."""


def _has_no_case(name: str) -> bool:
    """Whether a name of few words stands in a script without cases, beside a role as in "<b>name</b>, editor"."""
    return not is_cased(name) and 1 < len(name.split()) <= WORDS_ALONE


def _called_behind(element: Element) -> list[str]:
    """What stands behind an element and a comma, up to the next: "<b>Jane Doe</b>, editor"."""
    behind = (element.tail or "").strip()
    return [behind[1:].partition(",")[0].strip()] if behind.startswith(",") and len(behind) <= NAME_LENGTH else []


def _without_house(line: str, near: Near) -> str:
    """A line without the paper's own name at its end: "Jane Doe - The Paper"."""
    before, *behind = BESIDE.split(line, maxsplit=1)
    said = key("".join(behind))
    return before if any(len(name) > 3 and said.startswith(name) for name in near.page.site_names) else line


def _is_stressed(element: Element) -> bool:
    """Whether an element is a part of a paragraph: "<p><b>Jane Doe, head of the port:</b> We …"."""
    around = element.getparent()
    return around is not None and around.tag == "p" and text_of(around) != text_of(element)


def _before_role(line: str) -> str:
    """The part of a line before a role or an agency: "Jane Doe, AFP", "Jane Doe / Editor"; "" where there is none."""
    before, *behind = BESIDE.split(line, maxsplit=1)
    is_told = any(_is_role_or_account(said) or _is_agency_alone(said) or _is_from_agency(said) for said in behind)
    return before if is_told else ""


def _is_from_agency(text: str) -> bool:
    """Whether a text is a place in capitals and an agency: "ANKARA (DHA)"."""
    match = _FROM_AGENCY.fullmatch(text)
    return match is not None and match[1].isupper() and is_agency(match[2])


_FROM_AGENCY = re.compile(r"([^()]{2,40}?)\s?\(([^()]{2,12})\)")


def _is_role_or_account(text: str) -> bool:
    return (0 < len(text) <= NAME_LENGTH and is_role(text)) or _ACCOUNT.fullmatch(text) is not None or _is_mail(text)


def _is_mail(text: str) -> bool:
    return "@" in text and len(text) <= BYLINE_LENGTH and _MAIL.fullmatch(text) is not None


def _is_agency_alone(text: str) -> bool:
    """Whether a text is an agency's short name; those of two letters are a state's as well ("Erie, PA")."""
    return len(text) >= SHORTEST_AGENCY and is_agency(text) and " " not in text
