"""Tags: the topics that a page lists, without what its content system notes there for itself.

Systems put into one list what editors chose and what machines need: ids, hosts, notes with a label ("pagetype:story",
"NLP Category: Business"), the site's own name. Others make the list from the headline, one word a tag.
"""

import re
from collections.abc import Sequence

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.tag_lists import TAG_LENGTH, listed
from newscrawl.extract.fields.tag_notes import spelt, without_codes, without_notes, without_sentence
from newscrawl.extract.fields.topic_links import tag_names
from newscrawl.extract.fields.topic_names import is_topic, titles
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.letters import letters
from newscrawl.text.plain import plain
from newscrawl.text.scripts import ideographic

METAS = (
    "article:tag", "og:article:tag", "article:tags", "parsely-tags", "sailthru.tags", "parsely-page",
    "cxenseparse:recs:keywords", "news_keywords", "citation_keywords", "keywords", "dc.subject", "dcterms.subject",
)  # fmt: skip

OF_ANY_PAGE, LINKS = "keywords", "links rel=tag"

STEM = 5
"""Letters with which a word and its plural begin alike."""

MOST_TAGS = 40
"""Pages with more list every word of the article."""

_ENDS = " \t\"'“”„«»‹›,;:"

OF_ALL = frozenset(
    "news|breaking news|latest news|todays news|aktuell|actualidad|actu|nachrichten|schlagzeilen|"
    "aktuelle nachrichten|noticias|últimas noticias|notícias|últimas notícias|actualités|actualité|notizie|"
    "ultime notizie|nieuws|laatste nieuws|"
    "nyheter|nyheder|uutiset|новости|последние новости|новини|wiadomości|zprávy|hírek|știri|haber|haberler|son dakika|"
    "ειδήσεις|أخبار|חדשות|समाचार|ข่าว|tin tức|berita|뉴스|新闻|新聞|ニュース".split("|")
)
"""What every article of a paper is."""


def find_tags(near: Near) -> tuple[list[str], str]:
    """The topics that the page lists, in its order, and where."""
    page = near.page
    if (found := _topics([structured.text(v) for v in page.said("keywords")], page)) and not _is_glued_list(
        found, page
    ):
        return found, "JSON-LD keywords"
    for name in METAS:
        if found := _in_meta(name, page):
            may_be_site_s = name == OF_ANY_PAGE and not _say_headline(found, near)
            shown = _topics(tag_names(near), page) if may_be_site_s else []
            return (shown, LINKS) if shown and _are_others(found, shown) else (found, f"meta {name}")
    found = _topics(tag_names(near), page)
    return found, LINKS if found else ""


def _say_headline(tags: list[str], near: Near) -> bool:
    """Whether a word of these tags stands in the headline, so that they are the article's."""
    shown = " ".join(titles(near.page) if near.headline is None else [near.text(near.headline)])
    said, heard = letters(shown), frozenset(map(letters, shown.split()))
    words = [letters(word) for tag in tags for word in tag.split()]
    if not heard.isdisjoint(words) or any(ideographic(word) and word in said for word in words):
        return True
    stems = {word[:STEM] for word in heard if len(word) >= STEM}
    return any(word[:STEM] in stems for word in words if len(word) >= STEM)


def _are_others(declared: list[str], shown: list[str]) -> bool:
    """Whether none of the tags to which the article has links is declared: those are the site's own, on every page."""
    said = " ".join(map(letters, declared))
    return not any(letters(tag) in said for tag in shown)


def _in_meta(name: str, page: Page) -> list[str]:
    values = page.metas.get(name, ())
    if name == "parsely-page":  # an object
        return _topics(
            [structured.text(v) for v in structured.each(structured.node_of(page.meta(name)).get("tags"))], page
        )
    return _topics([plain(_LIST.sub("", v)) for v in values], page)


_LIST = re.compile(r"^\s*\[(?=\")|(?<=\")\]\s*$|(?<![^\s,\[])\"|\"(?![^\s,\]])")
"""The brackets and quotation marks of a list that a system wrote as JSON."""


def _is_glued_list(tags: list[str], page: Page) -> bool:
    """Whether one tag is all those of a list that the page has elsewhere, with blanks between them."""
    words = sorted(tags[0].split())
    return len(tags) == 1 < len(words) and any(
        words == sorted(" ".join(_in_meta(name, page)).split()) for name in METAS if page.metas.get(name)
    )


def _topics(values: Sequence[str], page: Page) -> list[str]:
    named = spelt(without_notes([tag for tag in map(_stripped, listed(values)) if tag]))
    for sentence in (*titles(page), page.meta("og:description"), page.meta("description")):
        named = without_sentence(named, sentence)
    found: dict[str, str] = {}
    for tag in without_codes(named):
        if len(tag) <= TAG_LENGTH and "=" not in tag and tag.casefold() not in OF_ALL and is_topic(tag, page):
            found.setdefault(tag.casefold().replace("-", " "), tag)
    return list(found.values())[:MOST_TAGS]


def _stripped(name: str) -> str:
    name = name.strip(_ENDS).removeprefix("#").strip(_ENDS)
    return name.strip("[]") if name.count("[") != name.count("]") else name
