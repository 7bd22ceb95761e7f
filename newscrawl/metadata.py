"""Metadata made regular: text on one line without entities, the site's name off the title, dates aware, lists without
blanks and repeats. Pure functions; what they take is never from a template, so nothing in it means anything.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from newscrawl.text.entities import resolved

_BLANKS = re.compile(r"[\s\u00a0\u200b\ufeff]+")
# Where they are left in a title, it is about HTML.
_OF_TAGS = frozenset({"&lt;", "&gt;"})
# "Title | Section | Site", "Title - Site": what a <title> puts behind the headline. A hyphen needs blanks around it.
_TAIL = re.compile(r"(?<!\s)\s++[|–—·-]\s++([^|–—·]{1,60})\Z|(?:(?<!\s)\s++)?+\|\s*+([^|]{1,60})\Z")


def plain(text: str) -> str:
    """Text on one line. Entities that a system escaped twice are undone: `&amp;#8217;` is an apostrophe.

    >>> plain("  Who&amp;#8217;s\\n next ")
    'Who’s next'
    """
    return _BLANKS.sub(" ", resolved(text, _OF_TAGS)).strip()


def headline(title: str, site_names: Iterable[str]) -> str:
    """A title without the names of its site and section at the end.

    >>> headline("五角大楼确认 | 新闻 | 半岛电视台", ["新闻", "半岛电视台"])
    '五角大楼确认'
    """
    names = {name.casefold() for name in site_names if name}
    while (found := _TAIL.search(title)) and (found[1] or found[2]).strip().casefold() in names and found.start():
        title = title[: found.start()]
    return title


def aware(when: datetime | None) -> datetime | None:
    """A moment with an offset; one without is in UTC, the zone in which the systems behind news sites keep time."""
    return when.replace(tzinfo=UTC) if when and when.tzinfo is None else when


def each_once(texts: Iterable[str]) -> list[str]:
    """Texts made plain, in their order, without empty ones and repeats."""
    return list(dict.fromkeys(filter(None, map(plain, texts))))
