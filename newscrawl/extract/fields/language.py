"""The language in which an article is written: what its page claims, unless its letters or its words say otherwise."""

import re

from newscrawl.extract.page.page import Page
from newscrawl.extract.vocabulary.common_words import spoken
from newscrawl.text.scripts import HAN, HANGUL, KANA

SAMPLE = 600
"""Characters of the article that show its script."""

TELLING = 100
"""Letters of a text from which one in a script of its own has some of them."""

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
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "xx", "xxx"})


def find_language(page: Page, text: str) -> tuple[str, str]:
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
