"""Words: a text and a question in the form that the index takes. Pure functions.

Chinese, Japanese, Korean, Thai and their like have no blanks between words, so each two letters that stand together are
a word: 港口城市 is 港口, 口城 and 城市, and who looks for 口城市 asks for 口城 and 城市 side by side.
"""

import re
import unicodedata

from newscrawl.text.scripts import CJK

# Han, kana, hangul, Thai, Lao, Burmese, Khmer.
UNSPACED = f"\u3005-\u3007{CJK}\uf900-\ufaff\uff66-\uff9f\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{UNSPACED}]+")
_PART = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')


def indexed(text: str) -> str:
    """A text as the index takes it."""
    # The last letter once more, alone: it begins no pair.
    return _RUN.sub(lambda run: f" {_pairs(run[0])} {run[0][-1]} ", unicodedata.normalize("NFKC", text))


def _pairs(run: str) -> str:
    return " ".join(map("".join, zip(run, run[1:], strict=False)))


def query(question: str, field: str = "") -> str:
    """A question as FTS5 has it: all words, "words side by side", beginnings*, and -not; "" where it asks nothing.

    `field`: the only one to look at.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _PART.findall(question):
        terms = _terms(phrase or word, is_word=not phrase)
        if terms:
            (unwanted if minus else wanted).append(terms)
    if not wanted:
        return ""
    asked = " AND ".join(wanted)
    asked = f"{{{field}}} : ({asked})" if field else f"({asked})"
    return f"{asked} NOT ({' OR '.join(unwanted)})" if unwanted else asked


def _terms(text: str, *, is_word: bool) -> str:
    parts = _RUN.sub(lambda run: f" {_pairs(run[0]) or run[0]} ", unicodedata.normalize("NFKC", text))
    words = re.findall(r"\w+", parts)
    if not words:
        return ""
    # One letter of an unspaced script is the beginning of every pair that it begins.
    letter = len(words) == 1 and len(words[0]) == 1 and _RUN.match(words[0])
    begins = (is_word and text.endswith("*")) or letter
    return f'"{" ".join(words)}"{" *" if begins else ""}'


def excerpt(text: str, question: str, width: int = 160) -> tuple[str, list[tuple[int, int]]]:
    """The part of a text around the first match, on one line, and where matches stand in it."""
    pattern = _pattern(question)
    flat = " ".join(text.split())
    found = pattern.search(flat) if pattern else None
    begin = max(0, found.start() - width // 3) if found else 0
    if begin:
        begin = flat.find(" ", begin, begin + 20) + 1 or begin
    part = flat[begin : begin + width]
    return part, [match.span() for match in pattern.finditer(part)] if pattern else []


def _pattern(question: str) -> "re.Pattern[str] | None":
    said = [phrase or word.rstrip("*") for minus, phrase, word in _PART.findall(question) if not minus]
    wanted = [r"\W+".join(map(re.escape, re.findall(r"\w+", each))) for each in said]
    wanted = [each if _RUN.search(each) else rf"\b{each}" for each in wanted if each]
    return re.compile("|".join(wanted), re.IGNORECASE) if wanted else None
