"""What an address alone tells: an article, or a section, a tag, an author, a form, a file.

Weights were set on the addresses of 121 articles of 90 publishers and on the links of their pages; see `score`.
"""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote

from newscrawl.text.scripts import IN_CJK
from newscrawl.urls.list_paths import LISTS
from newscrawl.urls.parts import split

# Path parts that never lead to an article, whatever follows them.
_NEVER = frozenset(
    """
    hashtag search suche recherche buscar cerca sok zoeken arama
    login logout signin sign-in signup sign-up register account konto subscribe subscription subscriptions abo
    abonnement abos abonnieren membership donate spenden checkout cart
    about-us ueber-uns uber-uns contact-us kontakt impressum imprint privacy-policy datenschutz
    datenschutzerklaerung terms-of-use terms-of-service terms-and-conditions agb cookie-policy mentions-legales
    disclaimer accessibility barrierefreiheit faq faqs advertise advertising mediadaten werbung
    feed feeds rss atom sitemap sitemaps wp-json wp-content wp-admin wp-includes wp-login.php xmlrpc.php cdn-cgi graphql
    embed share comments
    """.split()
)
# Words of a slug that are an article's, and no list's or form's.
_LONG = 4
# Path parts of lists that also stand before articles: the rest of the address has to speak against them.
_RARELY = frozenset(
    """
    video videos mediathek podcast podcasts audio radio tv live-tv livestream epaper e-paper webcams
    weather wetter meteo tiempo horoscope horoskop horoscopo games spiele puzzles crossword quiz sudoku
    page pages seite pagina archive archives archiv shop store support jobs careers karriere press presse comment
    thema themen tema temas argomenti tagg hub dossier dossiers corrections print
    """.split()
)
# Words that a site's own affairs have in their address, and those that stand beside them: /kontakt-und-impressum/,
# /our-privacy-policy, but not /cookie-factory-closes.
_HOUSE = frozenset("impressum datenschutz privacy cookie cookies agb imprint newsletter subscribe disclaimer".split())
_BESIDE = frozenset(
    """
    kontakt contact und and et the our your my unsere ihre policy policies notice notices settings preferences
    statement information info infos erklaerung hinweise hinweis einstellungen richtlinie richtlinien terms conditions
    of use to for sign up page site website web pages legal news daily weekly center centre anmeldung an zum zur about
    us all en de com
    """.split()
)
_MARKS = frozenset(
    "article articles artikel articolo articulo story stories noticia clanek doc a post posts news-story".split()
)
_IDS = frozenset("id p aid nid sid articleid article_id article newsid news_id storyid story_id doc a no".split())
_PAGES = frozenset("page paged seite pagina pg offset start".split())

_DATED = re.compile(
    r"/(?:19|20)\d\d[/_-](?:[01]?\d|[a-z]{3,9})(?:[/_-][0-3]?\d)?(?=[/_.-]|$)|(?<!\d)20\d\d[01]\d[0-3]\d(?!\d)"
    r"|(?<!\d)20\d\d([_-])[01]\d\1[0-3]\d(?!\d)"
)
_ARCHIVE = re.compile(r"^(/[\w-]+)?/(?:19|20)\d\d(/[01]?\d)?(/[0-3]?\d)?/?$")
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)|\d{4,}$")
_CODE = re.compile(r"(?<![0-9a-z])(?=[a-z]*+\d)(?=\d*+[a-z])[0-9a-z]{9,}+$", re.I)
_FILE = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|ico|pdf|mp[34]|m4a|mov|webm|zip|gz|css|js|json|xml|rss|atom|txt|docx?|xlsx?|ics|apk)$"
)
_OF_HISTORY = re.compile(
    r"[?&](?:(?:diff|oldid|replytocom)=|(?:do|action)=(?:diff|edit|history|revisions|raw|source|info|backlink)\b|rev=\d{8})",
    re.I,
)
_PAGE_END = re.compile(r"\.(s?html?|php|aspx?|jsp|ece|cms|story)$")
_WORD = re.compile(r"[^\W\d_]{2,}")
# A CJK character is worth a word and a half of an alphabetic slug's letters; two make a word.

ARTICLE = 2
"""From this score on an address is an article's on its own. Below 0 it is none; between, its page must help."""


def is_article(url: str) -> bool:
    """Whether the address alone says article."""
    return score(url) >= ARTICLE


def is_of_history(url: str) -> bool:
    """Whether an address is that of a page's changes, an older version or its form, as wikis' feeds have them."""
    return "?" in url and _OF_HISTORY.search(url) is not None


@lru_cache(maxsize=4096)
def score(url: str) -> int:
    """How much an address looks like an article's: 2 and above it does, below 0 it does not.

    A date, a marker such as /article/, a long slug, a number or code at the end speak for it; a path part that names
    a list, a form or a file speaks against it, and so does a short path without any of the former.
    """
    parts = split(url)
    path = unquote(parts.path).lower()
    segments = [s for s in path.split("/") if s and not re.fullmatch(r"(index|default|home)(\.\w+)?", s)]
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    if _FILE.search(path) or _ARCHIVE.match(path) or (not segments and not _number_in(query)) or is_of_history(url):
        return -5
    if any(s in _NEVER for s in segments) or _listed(query) or _is_list(path, segments):
        return -5
    return _for(path, segments, query) - _against(segments, numbered=_number_in(query))


def shape(url: str) -> str:
    """The address with signs for what changes: https://example.com/news/2026/11/a-b-c -> example.com/news/0/0/*.

    Articles of one site share few shapes, and so do its other pages: what is learnt of one holds for the next.
    """
    parts = split(url)
    segments = [_kind(s) for s in unquote(parts.path).lower().split("/") if s]
    query = "&".join(sorted({name for name, _ in parse_qsl(parts.query)} & _IDS))
    return f"{parts.netloc.removeprefix('www.')}/{'/'.join(segments)}{'?' + query if query else ''}"


def _kind(segment: str) -> str:
    stem, end = _PAGE_END.sub("", segment), _PAGE_END.search(segment)
    sign = "0" if stem.isdigit() else "*" if _words(stem) > 2 or _NUMBER.search(stem) or _CODE.search(stem) else stem
    return sign + (end[0] if end else "")


def _for(path: str, segments: list[str], query: dict[str, str]) -> int:
    last = _PAGE_END.sub("", segments[-1]) if segments else ""
    words = max((_words(_PAGE_END.sub("", s)) for s in segments[-2:]), default=0)
    points = 3 if _DATED.search(path) else 0
    points += 2 if any(s in _MARKS or re.fullmatch(r"article\d+", s) for s in segments[:-1]) else 0
    points += min(max(words - 2, 0), 3)
    points += 2 if any(_NUMBER.search(_PAGE_END.sub("", s)) for s in segments) or _number_in(query) else 0
    points += 1 if _CODE.search(re.split(r"[-_,.]", last)[-1]) else 0
    points += 1 if last and _PAGE_END.search(segments[-1]) and words > 1 else 0
    return points


def _against(segments: list[str], *, numbered: bool) -> int:
    words = [word for s in segments for word in _WORD.findall(s)]
    last = _WORD.findall(segments[-1]) if segments else []
    house = 4 if len(words) <= 5 and _HOUSE & set(last) and set(last) <= _HOUSE | _BESIDE else 0
    short = 1 if not numbered and all(_words(s) <= 2 and not _NUMBER.search(s) for s in segments) else 0
    return house + short + (4 if any(s in _RARELY for s in segments) else 0)


def _is_list(path: str, segments: list[str]) -> bool:
    """Whether a part of the path is a list's, and nothing behind it is an article's.

    What stands right behind it is the list's own name, an author's or a topic's, however long.
    """
    at = max((place for place, s in enumerate(segments) if s in LISTS), default=-1)
    if at < 0:
        return False
    last = _PAGE_END.sub("", segments[-1])
    if _DATED.search(path):
        return at == len(segments) - 1 or not _words(last)
    behind = len(segments) - 1 - at
    named = behind > 1 or bool(_NUMBER.search(last) or _CODE.search(re.split(r"[-_,.]", last)[-1]))
    return not (behind and named and _words(last) >= _LONG)


def _listed(query: dict[str, str]) -> bool:
    """A further page of a listing, or the answer to a search."""
    return any(name in _PAGES for name in query) or "s" in query or "q" in query or "search" in query


def _number_in(query: dict[str, str]) -> bool:
    return any(name in _IDS and any(c.isdigit() for c in value) for name, value in query.items())


def _words(segment: str) -> int:
    """Words of a slug; two CJK characters count as one."""
    wide = len(IN_CJK.findall(segment))
    return wide // 2 if wide else len(_WORD.findall(segment))
