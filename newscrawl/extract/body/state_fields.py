"""What the nodes around a text in a page's data say of its article: people, days, picture, topics, whether it is sold.

It is written as schema.org calls it, so that it is read like a page's JSON-LD.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from newscrawl.extract.body.state_keys import names_one
from newscrawl.extract.body.state_media import picture_of
from newscrawl.extract.body.state_names import MOST_KEYS, names_of
from newscrawl.extract.body.state_tables import Tables
from newscrawl.extract.body.text_map import length_of

LONGEST_TOPIC = 40
"""Characters of a topic's name; longer is a headline."""

_BESIDE = re.compile(
    r"author|publisher|creator|related|comment|repl(?:y|ies)|review|recommend|sidebar|footer|menu|navigation|next|prev"
    r"|latest|popular|trending|image|picture|photo|media|video|file|asset|cover|thumb",
    re.I,
)
"""Names of nodes that are others, pictures or people; the other ones in a node are parts of what it says of itself."""

_OF = r"(?:article|post|story|main|primary|page|news|content)?"
_OF_HEADING = re.compile(r"[a-z]{0,12}_?(?:info|header|meta(?:_?data)?)", re.I)
"""Nodes that say an article's headline with its people and days, apart from its text."""

_PEOPLE = tuple(
    re.compile(rf"{_OF}(?:{names})", re.I)
    for names in (
        r"(?:(?!comment|quote|image|photo|related)[a-z]*)authors?(?:names?|list|data|info)?|autor(?:es|en|i|a|as|ka)?|auteurs?|autore|(?:för|for)fatt(?:are|ere?)|автор\w*",
        r"bylines?|by|writers?|writtenby|credits|reporters?|journalists?|columnists?|redakt(?:eur|ör|or)\w*|verfasser\w*|giornalist[ai]|periodistas?|signature|firma",
        r"contributors?|creators?|createdby",
    )
)
_PUBLISHED = re.compile(r"publi[skc]|pubdate|display_?date|firstp|online_?date|live_?date|go_?live", re.I)
_FIRST = re.compile(r"first|orig|initial", re.I)
_CHANGED = re.compile(r"modif|updat|edited|changed|revis|corrected|last", re.I)
_DATED = re.compile(r"dat[aeu]|publi|time|_at$|(?-i:At)$", re.I)
_OTHER_DAY = re.compile(
    r"expir|end|until|event|start|valid|archiv|unpubl|birth|sync|fetch|generat|cache|crawl|index|schedul|embargo|build|time_?zone"
    r"|publisher|(?:^|_)(?:ids?|to|by)$|(?-i:Ids?|To|By)$",
    re.I,
)
_DAY = re.compile(r"(?:19|20)\d\d[-/.]?[01]\d[-/.]?[0-3]\d(?!\d)|1\d{9}(?:\d{3})?\Z")
"""How a day begins as machines write it, or seconds since 1970."""

_DIGITS = re.compile(r"\d+")

_LEADS = re.compile(
    r"hero|cover|lead|feature|main|promo|primary|header|titel|opener|teaser|splash|portada|aufmacher", re.I
)
_PICTURE = re.compile(r"image|img|pic|photo|foto|bild|imagen|thumb|visual|media|poster|illustration|asset", re.I)
_NO_LEAD = re.compile(
    r"author|logo|icon|avatar|related|galler|inline|video|profile|share|social|og|twitter|seo|credit", re.I
)

_SECTION = re.compile(
    rf"{_OF}(?:(?:primary)?(?:sections?|category|categories|channel|ressort|rubri[ckq]\w*|desk|topic)(?:name)?)", re.I
)
_TAGS = re.compile(rf"{_OF}(?:tags?|keywords?|topics|tag_?list)", re.I)
_OF_TABLES = tuple(
    re.compile(names, re.I)
    for names in (
        r"author|user|people|person|writer|contributor|creator",
        r"media|image|attachment|asset|picture|photo|cover|hero",
        r"categor|section|channel",
        r"tag|topic|keyword",
    )
)
"""What is named by its number, and what the table of it is called."""

_SOLD = re.compile(
    r"(?:is_?)?(?:premium|locked|paid|paywall(?:ed)?|subscribers?_?only|members?_?only|plus|gated|restricted)"
    r"(?:_?(?:content|article|only))?",
    re.I,
)
_TIER = re.compile(r"access(?:_?(?:level|type|tier))?|content_?tier|visibility|paywall(?:_?status)?", re.I)
_SAYS_SOLD = re.compile(r"premium|locked|paid|subscribers?|metered|members?|plus|hard", re.I)
Node = dict[str, Any]


def said_of_article(nodes: Iterable[Node], data: Any = None) -> Node:
    """What these nodes, the article's own first, say of it and not of its text. `data`: in which they stand."""
    said: Node = {}
    tables = Tables(data)
    for node in nodes:
        for part in (node, *_parts(node)):
            said = _said(_with_nodes(part, tables)) | said
    return said


def _with_nodes(node: Node, tables: Tables) -> Node:
    """What a node says, with people, pictures and topics in place of their numbers."""
    held = {key: value for key, value in islice(node.items(), MOST_KEYS) if value not in (None, "", [], {})}
    for key, value in held.items():
        if pattern := next((pattern for pattern in _OF_TABLES if pattern.search(key)), None):
            held[key] = tables.with_nodes(value, pattern)
    return held


def _parts(node: Node, levels: int = 2) -> Iterator[Node]:
    """The nodes in one that are neither another's nor a person or a picture: "metadata", "attributes"."""
    for key, value in islice(node.items(), MOST_KEYS):
        if isinstance(value, dict) and not _BESIDE.search(key) and (_OF_HEADING.fullmatch(key) or not names_one(value)):
            yield value
            if levels > 1:
                yield from _parts(value, levels - 1)


def _said(held: Node) -> Node:
    found: Node = {
        "author": _people(held),
        "datePublished": _published(held),
        "dateModified": next(_days(held, _CHANGED), ""),
        "image": _picture(held),
        "articleSection": next(
            (names[0] for key, value in held.items() if _is(_SECTION, key) and (names := _topics(value))), ""
        ),
        "keywords": next((names for key, value in held.items() if _is(_TAGS, key) and (names := _topics(value))), []),
        "isAccessibleForFree": "false" if any(_is_sold(key, value) for key, value in held.items()) else "",
    }
    return {key: value for key, value in found.items() if value}


def _is(pattern: re.Pattern[str], key: str) -> bool:
    return pattern.fullmatch(key.replace("_", "").replace("-", "")) is not None


def _people(held: Node) -> list[str]:
    found = (names_of(value) for pattern in _PEOPLE for key, value in held.items() if _is(pattern, key))
    return next(filter(None, found), [])


def _topics(held: Any) -> list[str]:
    return [name for name in names_of(held) if length_of(name) <= LONGEST_TOPIC]


def _published(held: Node) -> str:
    """The day of publication, by its name, else the only day of which nothing says that it is another's."""
    if named := list(_days(held, _PUBLISHED)):
        return next(_days({key: held[key] for key in held if _FIRST.search(key)}, _PUBLISHED), named[0])
    others = ((key, _day(key, value)) for key, value in held.items() if not _CHANGED.search(key))
    # Digits alone are a number of the article's or of anything, where their name does not say that they are a day.
    return next((day for key, day in others if day and (_DATED.search(key) or not _DIGITS.fullmatch(day))), "")


def _days(held: Node, pattern: re.Pattern[str]) -> Iterator[str]:
    return (day for key, value in held.items() if pattern.search(key) and (day := _day(key, value)))


def _day(key: str, value: Any) -> str:
    if isinstance(value, dict) and _DATED.search(key):
        inside = (item for name, item in value.items() if not _OTHER_DAY.search(name))
        value = next((item for item in inside if isinstance(item, str | int)), "")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return said if _DAY.match(said) and not _OTHER_DAY.search(key) else ""


def _picture(held: Node) -> Node:
    own = {key: value for key, value in held.items() if not _NO_LEAD.search(key)}
    keys = [key for key in own if _LEADS.search(key)]
    keys += [key for key in own if _PICTURE.search(key) and key not in keys]
    return next(filter(None, (picture_of(own[key]) for key in keys)), {})


def _is_sold(key: str, value: Any) -> bool:
    if isinstance(value, dict):
        value = _is(_SOLD, key) and any(_is(_ACTIVE, name) and held is True for name, held in value.items())
    if isinstance(value, str):
        return _is(_TIER, key) and _SAYS_SOLD.fullmatch(value.strip()) is not None
    return value is True and _is(_SOLD, key)


_ACTIVE = re.compile(r"(?:is)?(?:active|enabled|locked|premium|paid|on)", re.I)
