"""Tags: the topics that a page lists, without what its content system notes there for itself.

Systems put into one list what editors chose and what machines need: ids, hosts, notes with a label ("pagetype:story",
"NLP Category: Business"), the site's own name. Others make the list from the headline, one word a tag.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.topic_links import tag_names
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.letters import letters
from newscrawl.text.plain import plain
from newscrawl.text.scripts import ideographic
from newscrawl.urls.domain import registrable, without_www
from newscrawl.urls.parts import host_of

METAS = (
    "article:tag", "og:article:tag", "article:tags", "parsely-tags", "sailthru.tags", "parsely-page",
    "cxenseparse:recs:keywords", "news_keywords", "keywords",
)  # fmt: skip

OF_ANY_PAGE, LINKS = "keywords", "links rel=tag"
STEM = 5
"""Letters with which a word and its plural begin alike."""

# Pages with more list every word of the article; a tag is a few words, not a sentence.
MOST_TAGS, TAG_LENGTH = 40, 60

# Letters of a headline that is one (Chinese and Japanese ones are shorter): a topic may be a page's whole title.
HEADLINE_LENGTH, IDEOGRAPHS = 20, 10

# Tags that differ in a code at their begin alone ("OH State Wire", "PA State Wire"): so many are no topics.
MOST_WITH_CODES = 4

# Single words are a sentence's where so many stand in its order, few left out between them, and make most of it.
WORDS_IN_ORDER, MOST_LEFT_OUT, MOST_OF_IT = 4, 5, 0.6

_SEPARATOR = re.compile(r"[,，、،;；|\n]")
_STRONG = re.compile(r"[;；|\n]")
_JOINED = re.compile(r",(?![\s\d])")
_HASHTAGS = re.compile(r"#\w+(?:\s#\w+)+")
_AND = re.compile(r"\s(?:&|and|und|et|y|e|en|och|og|i|и|та|és|ve|dan)\s", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")
_ENDS = " \t\"'“”„«»‹›,;:"

_LABEL = re.compile(r"([^\W\d][^:/]{1,28})([:/])(?=(\s?)\S)")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W_]+")
_NOTES = frozenset(
    "article author category channel content count display entities entity format has id language locale nlp page "
    "pagetype partner product publication section sections short source template title tokens type wc word".split()
)
"""Words of labels behind which a note of the system stands."""

_TOPICS = frozenset(
    "keyword keywords location locations organisation organisations organization organizations person persons place "
    "places subject subjects tag tags theme themes topic topics".split()
)
"""Labels behind which a topic stands: "Tag:Web Hosting", "location/usa"."""

_CODE = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{16,}|\d{6,}|\d|\d{4}-\d\d-\d\d|[_@].*|[A-Za-z]{2,3}\d?_.*|"
    r"(?:type|channel)_.*|(?:author|category|section)-[A-Z].*|(?:section|article-type)-[a-z].*|.*:\s?(?:true|false)|(?:post|page|article|node|story|id)-\d+|[a-z]{2}-[A-Z]{2}|/.*|:.*|https?:.*|\[.*\]|\{.*\}|[%$].*|[a-z]",
    re.DOTALL,
)
_WITH_CODE = re.compile(r"[A-Z]{2} (\S.*)")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}")
_HOST_OF_ANY = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|(?:com?|org)\.[a-z]{2})")
OF_ALL = frozenset(
    "news|breaking news|latest news|todays news|aktuell|actualidad|actu|nachrichten|schlagzeilen|"
    "aktuelle nachrichten|noticias|últimas noticias|notícias|últimas notícias|actualités|actualité|notizie|"
    "ultime notizie|nieuws|laatste nieuws|"
    "nyheter|nyheder|uutiset|новости|последние новости|новини|wiadomości|zprávy|hírek|știri|haber|haberler|son dakika|"
    "ειδήσεις|أخبار|חדשות|समाचार|ข่าว|tin tức|berita|뉴스|新闻|新聞|ニュース".split("|")
)
"""What every article of a paper is."""

_NO_NAME = frozenset("null|nil|none|undefined|not set|uncategorized|uncategorised|tags|article|n/a".split("|"))

_SLUG = re.compile(r"[^\W\d_A-Z]{2,}(?:-[^\W\d_A-Z]{2,})+")
LEAST_SLUGS = 3
"""Names with hyphens for blanks, from which a list is one of addresses' parts ("donald-trump")."""


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


def is_topic(name: str, page: Page) -> bool:
    """Whether a name is neither the site's, nor a host, an id, another note of the system, or the headline."""
    if not any(map(str.isalnum, name)) or name.casefold() in _NO_NAME or _CODE.fullmatch(name):
        return False
    said = letters(name)
    is_long = len(said) >= (IDEOGRAPHS if ideographic(name) else HEADLINE_LENGTH)
    if is_long and said in map(letters, titles(page)):
        return False
    return said not in _own_names(page) and not _is_host(name, page)


def titles(page: Page) -> list[str]:
    """What the page says to machines that its headline is, each once."""
    headline = structured.text((page.article_node or {}).get("headline"))
    return list(dict.fromkeys(filter(None, (page.meta("og:title"), headline, page.head_title))))


def _topics(values: Sequence[str], page: Page) -> list[str]:
    named = _spelt(_without_notes([tag for tag in map(_stripped, _listed(values)) if tag]))
    for sentence in (*titles(page), page.meta("og:description"), page.meta("description")):
        named = _without_sentence(named, sentence)
    found: dict[str, str] = {}
    for tag in _without_codes(named):
        if len(tag) <= TAG_LENGTH and "=" not in tag and tag.casefold() not in OF_ALL and is_topic(tag, page):
            found.setdefault(tag.casefold().replace("-", " "), tag)
    return list(found.values())[:MOST_TAGS]


def _stripped(name: str) -> str:
    name = name.strip(_ENDS).removeprefix("#").strip(_ENDS)
    return name.strip("[]") if name.count("[") != name.count("]") else name


def _listed(values: Sequence[str]) -> Iterator[str]:
    """The names of a list: of several values each is one, unless it is plainly a list of its own."""
    for value in values:
        if len(values) == 1 or len(value) > TAG_LENGTH or _is_list(value):
            yield from _divided(value)
        else:
            yield value


def _is_list(value: str) -> bool:
    """Whether one of several values is a list: "Arts, Music and Film" is one name."""
    return bool(_STRONG.search(value) or _JOINED.search(value)) or (value.count(",") > 1 and not _AND.search(value))


def _divided(value: str) -> list[str]:
    """A list that is written as one text, in its parts: not at a comma in brackets, nor before "& Economics"."""
    if _HASHTAGS.fullmatch(value):
        return value.split()
    is_strong = 2 * len(_STRONG.findall(value)) >= max(1, len(_SEPARATOR.findall(value)))
    separator = _STRONG if is_strong and not _JOINED.search(value) else _SEPARATOR
    closed = _BRACKETS.sub(lambda inside: "x" * len(inside[0]), value)
    ends = [-1, *(match.start() for match in separator.finditer(closed)), len(value)]
    found: list[str] = []
    for part in (value[before + 1 : end].strip() for before, end in pairwise(ends)):
        if found and part.startswith("& "):
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found


def _without_notes(tags: list[str]) -> list[str]:
    """Tags without the system's notes, and without the label before a topic."""
    labels = [_LABEL.match(tag) for tag in tags]
    glued = sum(label is not None and _is_glued(label) for label in labels)
    found = []
    for tag, label in zip(tags, labels, strict=True):
        words = {word.lower() for word in _WORDS.findall(label[1])} if label else set()
        if label is None or not (words <= _NOTES | _TOPICS or (_is_glued(label) and (glued > 1 or label[1].islower()))):
            found.append(tag)
        elif words <= _TOPICS:
            found.append(tag[label.end() :].strip())
    return found


def _spelt(tags: list[str]) -> list[str]:
    """Tags with blanks for hyphens, where all are written as parts of addresses are: "donald-trump"."""
    slugs = sum(_SLUG.fullmatch(tag) is not None for tag in tags)
    if slugs < LEAST_SLUGS or any(" " in tag or tag != tag.lower() for tag in tags):
        return tags
    return [tag.replace("-", " ") if _SLUG.fullmatch(tag) else tag for tag in tags]


def _without_codes(tags: list[str]) -> list[str]:
    rests = [code[1] if (code := _WITH_CODE.fullmatch(tag)) else "" for tag in tags]
    often = {rest for rest, count in Counter(rests).items() if rest and count > MOST_WITH_CODES}
    return [tag for tag, rest in zip(tags, rests, strict=True) if rest not in often]


def _is_glued(label: re.Match[str]) -> bool:
    """Whether a label stands at its value without a space, as programs write: "pagetype:story"."""
    return label[2] == ":" and not label[3] and label[1].isascii() and " " not in label[1] and len(label[1]) > 2


def _without_sentence(tags: list[str], sentence: str) -> list[str]:
    """Tags without those that are a sentence cut up: single words in its order that make most of it."""
    if len(tags) < WORDS_IN_ORDER:
        return tags
    words = [letters(word) for word in sentence.split()]
    run = _longest_run([letters(tag) if " " not in tag else "" for tag in tags], words)
    said = sum(len(letters(tag)) for tag in tags[run])
    is_sentence = len(tags[run]) >= WORDS_IN_ORDER and said >= MOST_OF_IT * sum(map(len, words))
    return [*tags[: run.start], *tags[run.stop :]] if is_sentence else tags


def _longest_run(tags: list[str], words: list[str]) -> slice:
    """Where tags stand side by side that are words of a sentence in its order."""
    best, start, at = slice(0, 0), 0, -1
    for place, tag in enumerate(tags):
        ahead = words[at + 1 : at + 2 + MOST_LEFT_OUT] if at >= 0 else words
        if tag and tag in ahead:
            at += ahead.index(tag) + 1
        else:
            start, at = (place, words.index(tag)) if tag and tag in words else (place + 1, -1)
        if place + 1 - start > best.stop - best.start:
            best = slice(start, place + 1)
    return best


def _is_host(name: str, page: Page) -> bool:
    """Whether a name is a host's: of the plain endings any site's, of others the page's own."""
    if not _HOST.fullmatch(name):
        return False
    own = _own_names(page)
    return _HOST_OF_ANY.fullmatch(name) is not None or any(
        len(part) > 2 and letters(part) in own for part in name.split(".")
    )


def _own_names(page: Page) -> frozenset[str]:
    """The site's names; a host's first label ("sport.example.com") is one where the host has no other."""
    host = without_www(host_of(page.url))
    if host.count(".") < 2 or (own := registrable(host)) == host:
        return page.site_names
    first, publisher = (letters(name.split(".")[0]) for name in (host, own))
    return (page.site_names | {publisher}) - {first}
