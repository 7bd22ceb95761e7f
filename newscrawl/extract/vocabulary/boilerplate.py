"""Boilerplate: what stands inside or around an article and is not the article, told by names, roles and tags.

A word is weak evidence: the body keeps a box that holds a large share of the article's text whatever it is called (a
"paywall" box often is the article).
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.vocabulary.names import roles_of_name, words_of_name
from newscrawl.extract.vocabulary.word_roles import REASONS, reason_of_word, whole_roles, with_reason
from newscrawl.text.letters import letters

SILENT_TAGS = frozenset(
    "script style template svg annotation annotation-xml head title link meta path button select option optgroup "
    "textarea input map area param track source canvas applet frameset object embed progress meter datalist".split()
)
"""Never article text. `object` and `embed` are read as embeds before this table is asked."""

BESIDE_TAGS = frozenset("nav footer form fieldset label dialog menu search aside".split())
"""Mostly something beside the article; but whole pages stand in a <form>."""

_NO_TEXT_TAGS = SILENT_TAGS | BESIDE_TAGS | {"rt"}
"""How a word is read (<rt>) is text where the page has brackets (<rp>) around it for who sees it in one line."""

_POST_NAMES = ("status-publish", "hentry")
"""What WordPress writes on a whole post, beside the names of its categories and tags, whatever these are."""

_OF_CAPTIONS = frozenset("caption captions figcaption".split())
"""Where one of these is part of a name, the rest of it tells what part of a caption it is ("caption-author")."""

_OF_PLAY = frozenset("match ticker liveticker".split())
"""Beside one of these, comments are a reporter's on a game while it is played ("live-match-comment").
Where none says "live", only one: "match-comments" are its readers'."""

_OF_PICTURES_TOO = frozenset("meta metadata".split())
_PICTURES = frozenset("image img picture photo figure".split())
"""Beside one of these, the others mean a picture's caption and credit ("image__metadata")."""

_CREDIT_OF_PICTURE = re.compile(r"(?:image|img|picture|photo|figure|media)[_-]{0,2}byline$")
_CREDIT = frozenset({"byline"})
"""Behind one of these it is who made the picture ("image-byline"); "byline-image" shows who writes."""

_SHOWN_WIDER = re.compile(r"(?::!?|\bd-(?:sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline|table|contents)")
"""Beside the utility class "hidden" or "d-none": shown from some width on, so hidden on small screens alone."""

ARIA_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog form button tablist menu".split()
)


@lru_cache(maxsize=8192)
def reason_for(names: str) -> str:
    """Why a box of these names is no part of an article; "" where the names do not say so."""
    if any(name in names for name in _POST_NAMES):
        return ""
    for name in names.split():
        reason = _reason_of_name(name)
        if reason and not (reason == "hidden" and _SHOWN_WIDER.search(names)):
            return reason
    return ""


@lru_cache(maxsize=16384)
def _reason_of_name(name: str) -> str:
    if _hides(name.lower()):
        return "hidden"
    if roles_of_name(name).isdisjoint(REASONS):
        return ""
    words = _telling(words_of_name(name) - (_CREDIT if _CREDIT_OF_PICTURE.search(name.lower()) else frozenset()))
    return reason_of_word(min(words)) if words else ""


def _telling(words: frozenset[str]) -> list[str]:
    if not words.isdisjoint(_OF_CAPTIONS):
        return []
    if not words.isdisjoint(_OF_PLAY) and ("live" in words or "comments" not in words):
        words = frozenset(word for word in words if reason_of_word(word) != "comments")
    return with_reason(words if words.isdisjoint(_PICTURES) else words - _OF_PICTURES_TOO)


def _hides(name: str) -> bool:
    prefix, _, rest = name.partition("-")
    return _is_hidden(name) or (len(prefix) < 4 and prefix.isalnum() and _is_hidden(rest))


def _is_hidden(name: str) -> bool:
    return "hidden" in whole_roles(name)


def _is_in_brackets(reading: Element) -> bool:
    """Whether a reading above a word has the brackets with which it can stand behind it: <rp>(</rp>."""
    after = reading.getnext()
    return after is not None and after.tag == "rp"


def _is_task(label: Element) -> bool:
    """Whether a label is what is to be ticked off a list: what to buy, what to do. In a form it is a choice."""
    box = label.find("input")
    if box is not None and box.get("disabled") is not None:
        return True  # nobody can tick it
    item = next((e for e in islice(label.iterancestors(), _NEAR) if e.tag == "li"), None)
    if item is None or (row := item.getparent()) is None:
        return False
    if next(islice(row.iterchildren(), _FEWEST_TASKS - 1, None), None) is None:
        return False
    boxes = [e.get("type") for e in islice(item.iter(), _LOOKED_AT) if e.tag == "input"]
    return boxes == ["checkbox"] and next(item.iterancestors("form"), None) is None


_NEAR = 3
"""Elements around the label of a task among which its list item is."""

_FEWEST_TASKS, _LOOKED_AT = 3, 12
"""Items of a list of tasks, and elements of one among which its one box to tick is."""


def verdict(element: Element) -> str:
    """Why an element's tag, role or names make it no part of an article, or ""."""
    tag = element.tag
    if tag in _NO_TEXT_TAGS:
        if tag == "label" and _is_task(element):
            return ""
        return "" if tag == "rt" and _is_in_brackets(element) else f"<{tag}>"
    for name, value in element.items():
        if name in _JUDGES and (reason := _JUDGES[name](str(value))):
            if not (name == "id" and _is_of_heading(element, str(value))) and (
                reason != _WIDGET or _is_titled(element)
            ):
                return reason
    return reason_for(tag) if "-" in tag else ""


def is_hidden(element: Element) -> bool:
    """Whether an element says by a class, a style or an attribute that it is not shown, whatever else it says."""
    return any(name in _JUDGES and _JUDGES[name](str(value)) == "hidden" for name, value in element.items())


_WIDGET = "widget"
"""What a system's user puts beside its articles by a click, under a title of its own. Systems lay out articles in
widgets, too, but these have no such title."""

_WIDGET_TITLES = frozenset("widgettitle widget-title widget_title".split())
_TITLE_WITHIN = 6
"""Elements of a widget or a section among which its title stands."""


@lru_cache(maxsize=8192)
def _reason_of_class(names: str) -> str:
    return reason_for(names) or (_WIDGET if _WIDGET in names.split() else "")


def _is_titled(widget: Element) -> bool:
    called = (element.get("class") or "" for element in islice(widget.iter(), _TITLE_WITHIN))
    return any(not _WIDGET_TITLES.isdisjoint(names.split()) for names in called)


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDS_OF_HEADING = 3
"""Of one that makes a section's id; fewer are a box's: "Related stories"."""


def _is_of_heading(element: Element, value: str) -> bool:
    """Whether an id is made from a heading's text: "how-to-share-a-well", on the heading or on its section."""
    if element.tag in _HEADINGS:
        return True
    first = islice(element.iter(), _TITLE_WITHIN) if element.tag == "section" else ()
    said = next((" ".join(map(str, e.itertext())) for e in first if e.tag in _HEADINGS), "")
    return len(said.split()) >= _WORDS_OF_HEADING and letters(said) == letters(value)


@lru_cache(maxsize=8192)
def _reason_of_id(value: str) -> str:
    """An id that is a few words long names a box; a longer one is made from a heading's text."""
    return reason_for(value) if value.count("-") + value.count("_") < 4 else ""


def _reason_of_role(role: str) -> str:
    return f"role {role}" if role in ARIA_ROLES else ""


@lru_cache(maxsize=8192)
def _reason_of_style(style: str) -> str:
    return "hidden" if _UNSEEN.search(style.replace(" ", "").lower()) else ""


_UNSEEN = re.compile(
    r"display:none|visibility:hidden|(?:left|top|text-indent):-(?:9\d{3}|\d{5})"  # far off the screen
    r"|(?<![\w-])font-size:(?:0(?:px|pt|r?em|%)?|1(?:px|pt|%))(?:[;!]|$)"
    r"|(?<![\w-])clip:rect\((?:[01](?:px)?,?){4}\)|clip-path:inset\((?:50|100)%"
)


_JUDGES: dict[str, Callable[[str], str]] = {
    "class": _reason_of_class,
    "data-testid": reason_for,
    "id": _reason_of_id,
    "role": _reason_of_role,
    "hidden": lambda value: "" if value.lower() == "until-found" else "hidden",
    "style": _reason_of_style,
    "popover": lambda _: "hidden",
    "amp-access": lambda condition: "paywall" if condition.lstrip()[:4].upper() == "NOT " else "",
}
"""Attribute -> why its value makes an element no part of an article, or ""."""
