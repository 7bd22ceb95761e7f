"""Who wrote it: people's names out of a page's bylines.

1. The site's own selectors, one element a name.
2. JSON-LD's author, then the meta tags made for authors, where they name people.
3. The byline that readers see: itemprop and rel "author", then elements whose class says byline or author, near the
   headline, then a line there that says "By Jane Doe" and perhaps when.
4. Only then an organisation, from the same sources in the same order: it is kept where it is the whole byline.

JSON-LD goes before the visible byline because it holds names alone; but content systems fill it with the site's own
name where the byline is a field of its own, so the site's name never hides a person.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from newscrawl.extract.fields.bylines_below import byline_below
from newscrawl.extract.fields.declared_authors import (
    METAS,
    may_be_person,
    names_editors,
    names_in_data,
    names_in_json_ld,
    names_in_meta,
    names_in_microdata,
)
from newscrawl.extract.fields.labelled_bylines import labelled_byline
from newscrawl.extract.fields.lone_names import (
    name_at_headline,
    name_before_date,
    name_behind_date,
    name_in_dateline,
)
from newscrawl.extract.fields.name_kinds import WORDS_ALONE, is_organisation, is_person, is_role
from newscrawl.extract.fields.named_bylines import first_byline, leads_to_author, named_byline, stand_above_text
from newscrawl.extract.fields.names_beside_roles import name_beside_role
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import names_in
from newscrawl.extract.fields.signed_in_brackets import names_in_brackets
from newscrawl.extract.fields.signed_texts import is_set_apart, names_signed
from newscrawl.extract.fields.worded_bylines import who_was_sent, worded_byline
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import text_of
from newscrawl.text.letters import letters as key
from newscrawl.text.plain import plain

IN_TEXT = "line of the text"
SEEN = ("itemprop author", "byline", "line that says by", "label that says by")
DECLARED = ("JSON-LD author", "itemprop author", *(f"meta {name}" for name in METAS))
"""Sources that may name an organisation; elsewhere it is rather the picture's, a sponsor's or the next story's."""

MOST_WORDS_OF_DESK, MOST_WORDS_OF_TEAM = 4, 6
"""Words of a desk's name: "The Saltmarsh Post Editors"; of one that says so: "The Saltmarsh Post Editorial Board"."""

SHORTEST = 3
"""Letters of a name in lower case."""

_ACCOUNT_NAME = re.compile(
    r"(?:wp-?)?admin\w*|root|webmaster|wordpress|super ?user|user\d*|author|publisher|.* feed", re.I
)


@dataclass(frozen=True, slots=True)
class Authors:
    """The names in the byline's order, and where they stand."""

    names: tuple[str, ...] = ()
    source: str = ""
    missed: tuple[str, ...] = ()
    """The site's own selectors where they matched nothing."""


Names = tuple[str, ...]


def find_authors(near: Near, text: str = "") -> Authors:
    """The page's authors.

    `near`: the headline, near which a byline is looked for. `text`: the body's, one paragraph a line; in some papers a
    line above or below it is the byline.
    """
    page = near.page
    for selector in page.rules.authors:
        if names := _each_once(n for e in page.select(selector) for n in names_in(text_of(e))):
            return Authors(names, selector)
    found = _generic(near, text)
    return replace(found, missed=tuple(f"authors: {s}" for s in page.rules.authors))


def _generic(near: Near, text: str) -> Authors:
    site = near.page.site_names
    spares: list[Authors] = []
    unseen: Authors | None = None
    for names, people, source in _sources(near, text):
        names = tuple(n for n in names if not _ACCOUNT_NAME.fullmatch(n))
        signed = tuple(n for n in people if n in names and not _is_of_site(n, site))
        if signed and unseen and source in SEEN:
            is_author = _are_others(signed, unseen.names) and not names_editors(signed, near.page)
            return Authors(signed, source) if is_author else unseen
        if signed and not unseen and source in DECLARED and not _is_seen(signed, near):
            unseen = Authors(signed, source)
        elif signed and not unseen and (source != IN_TEXT or spares or _may_be_signed(signed, text, near)):
            return _desk_shown(spares, signed, near) or Authors(signed, source)
        spares += [Authors(names, source)] if names and source in DECLARED else []
    if not spares and not unseen and (sent := who_was_sent(near, text)):
        return Authors((sent,), "dateline")
    declared = unseen or next((s for s in spares if not all(key(n) in site for n in s.names)), None)
    if unseen or (spares and not declared):
        names = _each_once(name_at_headline(near))
        if names and _are_others(names, unseen.names if unseen else ()):
            return Authors(names, "line at the headline")
    if declared:
        return declared
    lone = _lone_byline(near)
    is_account = any(leads_to_author(name, near) for name in lone.names)
    return spares[0] if spares and not is_account else lone


def _may_be_signed(people: Names, text: str, near: Near) -> bool:
    """Whether people may have signed a text: the page says that it is an article's, or its last line stands apart."""
    is_last = people[-1] in text.rpartition("\n")[2] and all(len(name.split()) <= WORDS_ALONE for name in people)
    return near.page.article_node is not None or (is_last and is_set_apart(text, near.page))


def _lone_byline(near: Near) -> Authors:
    """The first name of the first byline, where no person is named: a desk, a first name, an account's own name."""
    names = (name.rpartition(": ")[2] for name in first_byline(near))
    name = next((name for name in names if not _is_label(name, near.page)), "")
    words = 0 if "：" in name else len(name.split())
    is_short = words <= MOST_WORDS_OF_DESK or (words <= MOST_WORDS_OF_TEAM and is_role(name) and name[0].isupper())
    return Authors((name,), "byline") if words and is_short and not _ACCOUNT_NAME.fullmatch(name) else Authors()


def _is_label(name: str, page: Page) -> bool:
    """Whether a text of a byline is none of its names: "Posted on", "Author", "More"."""
    phrases = page.phrases
    is_word = name.islower() and len(name) < SHORTEST
    return is_word or phrases.bylines.is_by_label(name) or phrases.bylines.ends_in_by(name) or phrases.begins_row(name)


def _desk_shown(spares: list[Authors], people: Names, near: Near) -> Authors | None:
    """The declared name of a team, where it is the first byline, and those people stand elsewhere."""
    teams = [s for s in spares if all(map(is_role, s.names))]
    shown = set(map(key, first_byline(near))) if teams else set()
    if not shown.isdisjoint(map(key, people)):
        return None
    return next((team for team in teams if not shown.isdisjoint(map(key, team.names))), None)


def _are_others(shown: Names, declared: Names) -> bool:
    """Whether names have no word in common."""
    words, others = ({key(word) for name in names for word in name.split()} for names in (shown, declared))
    return words.isdisjoint(others)


def _is_seen(names: Names, near: Near) -> bool:
    """Whether one of these names stands where bylines do; systems declare who put the page in, too."""
    shown = key(near.all_text())
    return near.headline is None or any(key(name) in shown for name in names)


def _sources(near: Near, text: str) -> Iterator[tuple[Names, Names, str]]:
    """All names and the people among them, by source."""
    page = near.page
    declared = _each_once(names_in_json_ld(page))
    yield declared, tuple(n for n in declared if may_be_person(n)), "JSON-LD author"
    for name in METAS:
        if texts := page.metas.get(name):
            names = _each_once(n for text in texts for n in names_in_meta(name, plain(text), page))
            yield names, tuple(filter(is_person, names)), f"meta {name}"
    names = _each_once(names_in_microdata(near))
    yield names, names if not any(map(is_organisation, names)) else tuple(filter(is_person, names)), "itemprop author"
    title = set(structured.text((page.article_node or {}).get("headline") or page.meta("og:title")).split())
    readers: tuple[tuple[Callable[[], Iterable[str]], str], ...] = (
        (lambda: _named(near), "byline"),
        (lambda: worded_byline(near, text), "line that says by"),
        (lambda: labelled_byline(near), "label that says by"),
        (lambda: name_beside_role(near), "name beside a role"),
        (lambda: name_before_date(near, text), "name before a date"),
        (lambda: name_in_dateline(near, text), "name before a date"),
        (lambda: name_behind_date(near, text), "name behind a date"),
        (lambda: names_signed(text, page), IN_TEXT),
        (lambda: names_in_brackets(text), "name in brackets"),
        (lambda: names_in_data(page), "data layer"),
        (lambda: byline_below(near), "byline below the text"),
    )
    for read, source in readers:
        found = _each_once(read())
        people = tuple(n for n in found if is_person(n) and not title.issuperset(n.split()))
        yield people, people, source


def _named(near: Near) -> list[str]:
    """The people of a byline known by its names; none where it stands below the text, and a line above it says "by"."""
    people = list(named_byline(near))
    return [] if people and not stand_above_text(people, near) and worded_byline(near, "") else people


def _is_of_site(name: str, site: frozenset[str]) -> bool:
    """Whether a name is the site's own, or a desk's that bears its initials ("MDR THÜRINGEN")."""
    return key(name) in site or any(word.isupper() and len(word) > 2 and key(word) in site for word in name.split())


def _each_once(names: Iterable[str]) -> Names:
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return tuple(found.values())
