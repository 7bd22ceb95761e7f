"""What an article is about and in which language, as its page says."""

import re
from collections.abc import Iterable

from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.text.scripts import HAN, KANA

SECTION_METAS = ("article:section", "og:article:section", "parsely-section", "sailthru.section", "section")
TAG_METAS = ("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "news_keywords", "keywords")
DESCRIPTION_METAS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")

# Pages with more list every word of the article; a tag is a few words, not a sentence.
MOST_TAGS, TAG_LENGTH = 40, 60

# Characters of the article that show its script.
SAMPLE = 600

# Scripts that settle the language's family: a page that calls such a text English has a theme in English, not its text.
_SCRIPTS = (
    (re.compile(f"[{KANA}]"), frozenset({"ja"})),
    (re.compile(r"[\uac00-\ud7af]"), frozenset({"ko"})),
    (re.compile(f"[{HAN}]"), frozenset({"zh", "ja", "yue", "ko"})),
    (re.compile(r"[\u0400-\u04ff]"), frozenset("ru uk be bg sr mk kk ky mn tg tt uz az bs cnr ab os".split())),
    (re.compile(r"[\u0600-\u06ff]"), frozenset("ar fa ur ps ckb ku sd ug pa ks".split())),
    (re.compile(r"[\u0590-\u05ff]"), frozenset({"he", "iw", "yi"})),
    (re.compile(r"[\u0370-\u03ff]"), frozenset({"el"})),
    (re.compile(r"[\u0900-\u097f]"), frozenset("hi mr ne sa mai bho kok".split())),
    (re.compile(r"[\u0e00-\u0e7f]"), frozenset({"th"})),
)
_OTHER_SCRIPT = re.compile(r"[\u0370-\uffff]")
"""Characters that may be of one of these: none of them stands before the Greek ones."""

_Letters = re.Pattern[str]


def _script(letters: str, language: str, **telling: str) -> tuple[_Letters, str, list[tuple[_Letters, str]]]:
    """Letters of a script, the language that is written in it ("" where several are), and letters of single others."""
    return re.compile(f"[{letters}]"), language, [(re.compile(f"[{own}]"), tag) for tag, own in telling.items()]


_WRITTEN = (
    _script(KANA, "ja"),
    _script("\uac00-\ud7af", "ko"),
    _script(HAN, "zh"),
    _script("\u0400-\u04ff", "", be="ўЎ", kk="әғқңұһ", uk="ґєїіҐЄЇІ", mk="ѓќѕ", sr="ђћЂЋ", ru="ыэёЫЭЁ"),
    _script("\u0600-\u06ff", "ar", ur="ٹڈڑے", ckb="ێۆڕڵ", fa="\u06cc\u06a9"),
    _script("\u0590-\u05ff", "he"),
    _script("\u0370-\u03ff", "el"),
    _script("\u0e00-\u0e7f", "th"),
    _script("\u0980-\u09ff", "bn", **{"as": "ৰৱ"}),
    *(
        _script(f"{chr(first)}-{chr(first + 127)}", language)
        for first, language in zip(range(0xA00, 0xD80, 0x80), "pa gu  ta te kn ml".split(" "), strict=True)
    ),
    _script("\u0d80-\u0dff", "si"),
    _script("\u0e80-\u0eff", "lo"),
    _script("\u1000-\u109f", "my"),
    _script("\u10a0-\u10ff", "ka"),
    _script("\u0530-\u058f", "hy"),
    _script("\u1780-\u17ff", "km"),
)
"""What the letters of a text say of its language, for pages that say nothing true."""

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.I)
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "xx", "xxx"})


def section(page: Page) -> tuple[str, str]:
    """The section as the page names it, and where: ("World", "JSON-LD articleSection")."""
    for name in SECTION_METAS:
        if text := _first_name(structured.plain(page.meta(name))):
            return text, f"meta {name}"
    if text := _first_name(structured.text(page.said("articleSection"))):
        return text, "JSON-LD articleSection"
    text, source = _last_step(page)
    return (text, source) if len(text) <= TAG_LENGTH else ("", "")


def _first_name(text: str) -> str:
    """A section's name; of a list that is written as one text the first."""
    name = text if len(text) <= TAG_LENGTH else text.split(",")[0]
    return name if len(name) <= TAG_LENGTH else ""


def tags(page: Page) -> tuple[list[str], str]:
    """The topics that the page lists, in its order, and where."""
    if found := _split(structured.text(v) for v in page.said("keywords")):
        return found, "JSON-LD keywords"
    for name in TAG_METAS:
        if found := _split(page.metas.get(name, ())):
            return found, f"meta {name}"
    return [], ""


def description(page: Page) -> tuple[str, str]:
    """The summary for previews on one line, and where it stands."""
    for name in DESCRIPTION_METAS:
        if text := structured.plain(page.meta(name)):
            return text, f"meta {name}"
    text = structured.text(page.said("description"))
    return text, "JSON-LD description" if text else ""


def publisher(page: Page) -> tuple[str, str]:
    """The publisher's name, and where it stands."""
    if page.rules.publisher:
        return page.rules.publisher, "the site's description"
    if text := structured.text(page.said("publisher")):
        return text, "JSON-LD publisher"
    text = structured.plain(page.meta("og:site_name"))
    return text, "meta og:site_name" if text else ""


def language(page: Page, text: str) -> tuple[str, str]:
    """The language as a BCP 47 tag, and where it stands. `text`: some of the article, to see a false claim."""
    for claim, source in page.claims:
        tag = normal_tag(claim)
        if tag and _fits(tag, text):
            return tag, source
    tag = _by_letters(text[:SAMPLE])
    return tag, "its letters" if tag else ""


def _by_letters(sample: str) -> str:
    """The language that a text's letters alone tell: by a script of its own, or by letters that its neighbours lack."""
    if not _OTHER_SCRIPT.search(sample):
        return ""
    enough = max(0.3 * sum(map(str.isalpha, sample)), 5)
    for script, language, telling in _WRITTEN:
        if len(script.findall(sample)) > enough:
            return next((other for letters, other in telling if letters.search(sample)), language)
    return ""


def normal_tag(claim: str) -> str:
    """A language tag as BCP 47 writes it ("zh_cn" -> "zh-CN"); "" where it is none."""
    match = _TAG.fullmatch(claim.strip().split(",")[0])
    if match is None or match[1].lower() in _NO_LANGUAGE:
        return ""
    script, country = (match[2] or "").title(), (match[3] or "").upper()
    return "-".join(filter(None, (match[1].lower(), script, country)))


def _fits(tag: str, text: str) -> bool:
    sample = text[:SAMPLE]
    if not _OTHER_SCRIPT.search(sample):
        return True
    letters = sum(map(str.isalpha, sample))
    for script, languages in _SCRIPTS:
        share = len(script.findall(sample))
        if share > 0.3 * letters and share > 5:  # names and quotes in another script are fewer
            return tag.split("-")[0] in languages
    return True


def _split(values: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for value in values:
        for part in re.split(r"\s*[,;|，、،]\s*", value):
            tag = structured.plain(part).strip("#\"' ")
            if tag and len(tag) <= TAG_LENGTH and "=" not in tag:
                found.setdefault(tag.casefold(), tag)
    return list(found.values())[:MOST_TAGS]


def _last_step(page: Page) -> tuple[str, str]:
    """The last step of the page's path that is neither the home page nor the article itself."""
    title = structured.letters(structured.text((page.article_node or {}).get("headline")) or page.meta("og:title"))
    for node in page.json_ld:
        if "breadcrumblist" in structured.kinds(node):
            steps = [structured.text(s, "name") or structured.text(s.get("item")) for s in _steps(node)]
            names = [
                s for s in steps if s and not all_phrases().is_home(s) and structured.letters(s) not in page.site_names
            ]
            if names and title and (structured.letters(names[-1]) in title or title in structured.letters(names[-1])):
                names.pop()
            if names:
                return names[-1], "JSON-LD breadcrumbs"
    return "", ""


def _steps(node: structured.Node) -> list[structured.Node]:
    return [s for s in structured.each(node.get("itemListElement")) if isinstance(s, dict)]
