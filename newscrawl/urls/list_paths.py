"""Parts of an address by which sites file their articles: under a tag, a section, an author."""

import re
from urllib.parse import parse_qsl

from newscrawl.urls.parts import split

LISTS = frozenset(
    """
    tag tags topic topics etiqueta etiquetas keyword keywords label labels
    author authors autor autoren autori auteur auteurs profile profil profiles user users people contributors
    thema themen themes dossier dossiers sujet sujets tema temas temi argomento argomenti onderwerp onderwerpen
    category categories kategorie kategorien categoria categorie rubrik rubriken rubrique section sections channel
    about contact contacto privacy terms cookie cookies legal help hilfe newsletter newsletters
    """.split()
)
"""Path parts of lists, and of a site's own affairs. An article may stand behind one, with a name of its own."""


_SOUGHT = ("s", "q", "query", "search", "keyword", "keywords")
"""Parameters in which a site's search has the words that somebody looks for."""

LONGEST_QUERY = 500
"""Characters; longer ones are none of a search."""


def words_sought(url: str) -> str:
    """The words that an address looks for: "harbour" of /?s=harbour; "" where it is none of a search."""
    query = split(url).query
    values = dict(parse_qsl(query)) if 0 < len(query) <= LONGEST_QUERY else {}
    return next((values[name].strip() for name in _SOUGHT if name in values), "")


_PARAMETER = re.compile(r"(?:^|&)([a-z]{3,9})=")
_PERIOD = re.compile(r"/(?:19|20)\d\d(?:/\d\d?){0,2}/?$")


def is_filed(url: str) -> bool:
    """Whether an address is a list's: /tag/harbour/, /category/world/asia, /2026/05/, ?tag=harbour."""
    parts = split(url)
    if _PERIOD.search(parts.path) or not LISTS.isdisjoint(_PARAMETER.findall(parts.query[:LONGEST_QUERY])):
        return True
    return not LISTS.isdisjoint(parts.path.lower().strip("/").split("/")[-3:-1])


_FURTHER = re.compile(r"(?:/page/|[?&](?:page|paged)=)[1-9]\d{0,4}/?$")


def is_further_page(url: str) -> bool:
    """Whether an address is a page with a number: /town/page/2/, /town?page=2."""
    return _FURTHER.search(url) is not None
