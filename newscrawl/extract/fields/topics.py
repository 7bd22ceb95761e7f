"""What an article is about and in which language, as its page says."""

import re
from itertools import chain

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.tags import OF_ALL, is_topic, titles
from newscrawl.extract.fields.topic_links import categories, folders, kicker, path_steps, shown_steps
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page, text_of
from newscrawl.extract.vocabulary.common_words import spoken
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.text.letters import letters
from newscrawl.text.plain import plain
from newscrawl.text.scripts import HAN, HANGUL, KANA

SECTION_METAS = (
    "article:section", "og:article:section", "parsely-section", "sailthru.section", "section", "article.section",
    "cxenseparse:recs:articlesection",
)  # fmt: skip
DESCRIPTION_METAS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")

# Characters of a section's name; words of a headline, the share of them that it has in common with another version of
# it, and the share of a headline that is the headline still.
SECTION_LENGTH, HEADLINE_WORDS, SHARED, SAME_HEADLINE = 60, 4, 0.6, 0.6

# Characters of the article that show its script.
SAMPLE = 600

# Letters of a text from which one in a script of its own has some of them.
TELLING = 100

# Scripts that settle the language's family: a page that calls such a text English has a theme in English, not its text.
_SCRIPTS = (
    (re.compile(f"[{KANA}]"), frozenset({"ja"})),
    (re.compile(f"[{HANGUL}]"), frozenset({"ko"})),
    (re.compile(f"[{HAN}]"), frozenset({"zh", "ja", "yue", "ko"})),
    (re.compile(r"[\u0400-\u04ff]"), frozenset("ru uk be bg sr mk kk ky mn tg tt uz az bs cnr ab os".split())),
    (re.compile(r"[\u0600-\u06ff]"), frozenset("ar fa ur ps ckb ku sd ug pa ks".split())),
    (re.compile(r"[\u0590-\u05ff]"), frozenset({"he", "iw", "yi"})),
    (re.compile(r"[\u0370-\u03ff]"), frozenset({"el"})),
    (re.compile(r"[\u0900-\u097f]"), frozenset("hi mr ne sa mai bho kok".split())),
    (re.compile(r"[\u0e00-\u0e7f]"), frozenset({"th"})),
)
_ALSO_LATIN = frozenset("sr kk tg tt uz az bs cnr ab os ku ug pa ks sd yi sa".split())
"""Of their languages those that are written in Latin letters too."""

_OTHER_SCRIPT = re.compile(r"[\u0370-\uffff]")
"""Characters that may be of one of these: none of them stands before the Greek ones."""

_Letters = re.Pattern[str]


def _script(letters: str, language: str, **telling: str) -> tuple[_Letters, str, list[tuple[_Letters, str]]]:
    """Letters of a script, the language that is written in it ("" where several are), and letters of single others."""
    return re.compile(f"[{letters}]"), language, [(re.compile(f"[{own}]"), tag) for tag, own in telling.items()]


_WRITTEN = (
    _script(KANA, "ja"),
    _script(HANGUL, "ko"),
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
_STEP = re.compile(r"\s[>›»]\s")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "xx", "xxx"})


def section(near: Near) -> tuple[str, str]:
    """The section as the page names it, and where: ("World", "JSON-LD articleSection")."""
    page = near.page
    for name in SECTION_METAS:
        if text := _first_section(plain(page.meta(name)), page):
            return text, f"meta {name}"
    for value in page.said("articleSection"):
        if text := _first_section(structured.text(value), page):
            return text, "JSON-LD articleSection"
    linked = ((name, "link") for name in categories(near) if _may_be_section(name, page))
    shown = ((name, "breadcrumbs") for name in reversed(shown_steps(page)) if _may_be_section(name, page))
    own = (name for name in folders(near) if name.casefold() not in OF_ALL)
    beside = ((name, "link") for name in chain(own, [kicker(near)]) if name and _may_be_section(name, page))
    found = _last_step(page) or next(linked, None) or next(shown, None) or _item(near)
    return found or next(beside, None) or _of_parsely(page)


def _of_parsely(page: Page) -> tuple[str, str]:
    """The section in the object that Parse.ly reads; some write a part of an address there."""
    text = _first_section(structured.text(structured.node_of(page.meta("parsely-page")).get("section")), page)
    return text, "meta parsely-page" if text else ""


def _item(near: Near) -> tuple[str, str] | None:
    """The section that microdata names; some pages mark up each part of the text so."""
    items = near.page.microdata.get("articlesection", [])
    own = [e for e in items if not near.is_of_others(e)] if len(items) == 1 else []
    names = [_first_section(plain(e.get("content") or text_of(e)), near.page) for e in own]
    return next(((name, "itemprop articleSection") for name in names if name), None)


def _first_section(text: str, page: Page) -> str:
    """A section's name; of a path its last step, of a list that is written as one text the first that may be one."""
    is_path = text.startswith("/") or (text.count("/") > 1 and not re.search(r"\s/|:/", text))
    text = text.strip("/").rpartition("/")[2] if is_path else _STEP.split(text)[-1]
    is_list = len(text) > SECTION_LENGTH or text.count(",") > 1 or re.search(r",\S", text)
    names = [text] if _is_headline(text, page) or not is_list else map(str.strip, text.split(","))
    return next((name for name in names if _may_be_section(name, page)), "")


def _may_be_section(name: str, page: Page) -> bool:
    is_named = len(name) <= SECTION_LENGTH and any(map(str.isalpha, name)) and not all_phrases().is_home(name)
    return is_named and not _is_headline(name, page) and is_topic(name, page)


def _is_headline(name: str, page: Page) -> bool:
    """Whether a name is the article's headline, perhaps in other words or cut short."""
    said, words = letters(name), name.split()
    alike = {letters(word) for word in words} if len(words) >= HEADLINE_WORDS else set()
    for title in titles(page):
        whole = letters(title)
        if said in whole and len(said) >= SAME_HEADLINE * len(whole):
            return True
        if len(alike) >= HEADLINE_WORDS:
            shared = alike.intersection(letters(word) for word in title.split())
            if len(shared) >= SHARED * len(alike):
                return True
    return False


def description(page: Page) -> tuple[str, str]:
    """The summary for previews on one line, and where it stands."""
    for name in DESCRIPTION_METAS:
        if text := plain(page.meta(name)):
            return text, f"meta {name}"
    text = structured.text(page.said("description"))
    return text, "JSON-LD description" if text else ""


def publisher(page: Page) -> tuple[str, str]:
    """The publisher's name, and where it stands."""
    if page.rules.publisher:
        return page.rules.publisher, "the site's description"
    if text := structured.text(page.said("publisher")):
        return text, "JSON-LD publisher"
    text = plain(page.meta("og:site_name"))
    return text, "meta og:site_name" if text else ""


def language(page: Page, text: str) -> tuple[str, str]:
    """The language as a BCP 47 tag, and where it stands. `text`: some of the article, to see a false claim."""
    for claim, source in page.claims:
        tag = normal_tag(claim)
        if tag and _fits(tag, text) and not spoken(text, tag.split("-")[0]):
            return tag, source
    if tag := _by_letters(text[:SAMPLE]):
        return tag, "its letters"
    tag = spoken(text)
    return tag, "its words" if tag else ""


def template_language(page: Page, language: str) -> str:
    """The language in which a page's template writes its dates: the claimed one, be the text in another.

    `language`: the text's. One in a script of its own tells more than a claim.
    """
    claimed = next(filter(None, (normal_tag(claim) for claim, _ in page.claims)), "")
    return language if _own_scripts(language) else claimed or language


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
    letters = sum(map(str.isalpha, sample))
    if letters >= TELLING and (own := _own_scripts(tag)) and not any(script.search(sample) for script in own):
        return False
    if not _OTHER_SCRIPT.search(sample):
        return True
    for script, languages in _SCRIPTS:
        share = len(script.findall(sample))
        if share > 0.3 * letters and share > 5:  # names and quotes in another script are fewer
            return tag.split("-")[0] in languages
    return True


def _own_scripts(tag: str) -> list[_Letters]:
    """The scripts of which each text in a language has letters; none of one that is also written in Latin ones."""
    language = tag.split("-")[0]
    is_latin = language in _ALSO_LATIN or "-Latn" in tag
    return [] if is_latin else [script for script, languages in _SCRIPTS if language in languages]


def _last_step(page: Page) -> tuple[str, str] | None:
    """The last step of the page's path that is neither the home page nor the article itself."""
    paths = [_steps(node) for node in page.json_ld if "breadcrumblist" in structured.kinds(node)]
    for steps, source in (*((steps, "JSON-LD breadcrumbs") for steps in paths), (path_steps(page), "breadcrumbs")):
        if names := [name for name in steps if _may_be_section(name, page)]:
            return names[-1], source
    return None


def _steps(node: structured.Node) -> list[str]:
    """The names of a path's steps; a last one of many words that leads nowhere is the page itself."""
    steps = [s for s in structured.each(node.get("itemListElement")) if isinstance(s, dict)]
    names = [structured.text(step, "name") or structured.text(step.get("item")) for step in steps]
    if steps and not steps[-1].get("item") and len(names[-1].split()) >= HEADLINE_WORDS:
        names.pop()
    return names
