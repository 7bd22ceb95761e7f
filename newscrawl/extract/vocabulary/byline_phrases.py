"""Bylines: whether a line says who wrote the article, and where the words before the names end."""

import re
from functools import cache, cached_property
from itertools import takewhile

from newscrawl.extract.vocabulary.date_phrases import DatePhrases
from newscrawl.extract.vocabulary.language_files import table
from newscrawl.extract.vocabulary.lexicon import Lexicon, all_languages
from newscrawl.extract.vocabulary.matching import Begins, Holds, HoldsWord, Is, any_of
from newscrawl.text.scripts import CJK

_MARKS = "\u0900-\u0e4e\u1000-\u109f\u1780-\u17d3"
"""Scripts of India and behind it, whose vowels are marks and no letters to an expression."""

_WORDS = re.compile(r"[^\W\d_]+")
_DASHES = (" - ", " – ", " — ")
_DASH = re.compile(r"^([^\W\d_]{2,15}) [-–—] ")
"""A label before a dash: "Author - Jane Doe"."""

_FROM_PLACE = re.compile(r"\A (?:à|au|en|in|a|aus|em|i|w|z|ve|på) [^\W\d_a-z][^,\d]{1,40}, (?=[^\W\d_a-z])")
"""Where somebody was sent, before their name: "De notre envoyée à Kiev, Jane Doe"."""

_IN_BRACKETS = re.compile(r"\s\([^()]{1,40}\)(?![^\s,;])")
_LABEL_IN_CJK = re.compile(rf"([{CJK}·・]{{1,5}})\s?[／/｜|・·＝=]\s?(?=[{CJK}]{{2,8}}$)")


@cache
def _names_alone() -> re.Pattern[str]:
    """Names with what may join them, up to a line's end."""
    joined = any_of(word for word in all_languages().words("and") if word.isalpha())
    return re.compile(
        rf"(?:(?:(?:(?:d|l|dell|dall)['’])?[^\W\d_a-zß-ÿ][\w'’.{_MARKS}-]*|"
        rf"de|la|da|do|dos|di|del|du|den|van|der|ter|von|zu(?<=und zu)|al|"
        rf"['’][ts]|in(?= [^\W\d_a-zß-ÿ])|&|{joined})(?:, | |$)){{2,14}}$|[{CJK}]{{2,8}}$"
    )


@cache
def _reporter() -> re.Pattern[str]:
    """A name with the word for a reporter behind it, and perhaps their address: "김민지 기자 mj@example.com".

    In Taiwan one with the word before it, and the place behind a stroke.
    """
    behind = any_of(word for word in all_languages().words("behind_name") if word.upper() == word.lower())
    behind_name = rf"[{CJK}]{{2,5}}\s?(?:{behind})(?:\W*[\w.+-]{{2,30}}@[\w.-]{{4,40}})?"
    return re.compile(
        rf"(?:\[[^\[\]]{{2,20}}\]\s?|[{CJK}]{{2,10}}\s?[=＝]\s?|\W*)(?:(?:[{CJK}]{{2,4}}[·,、]\s?){{0,4}}{behind_name}|(?:記者|记者)?[{CJK}]{{2,4}}／[{CJK}]{{2,6}}(?:報導|報道|报道))\W*$"
    )


WORDS_OF_ROLE = 4
"""Words before a name that say what somebody is: "our chief political correspondent"."""


class BylinePhrases:
    """What is written before and behind the names of authors in some languages, as questions about a text."""

    def __init__(self, lexicon: Lexicon, dates: DatePhrases) -> None:
        self._lexicon = lexicon
        self._dates = dates

    def is_byline(self, line: str) -> bool:
        """Whether a line says who wrote the article, perhaps when, and no more: "Von Karla Stein, 22.11.2026"."""
        if not line.isascii():
            if _reporter().match(line):
                return True
            label = _LABEL_IN_CJK.match(line)
            line = (f"{label[1]}: {line[label.end() :]}" if label else line).replace("：", ": ")
        if ": " not in line and any(map(line.__contains__, _DASHES)):
            line = _DASH.sub(r"\1: ", line)
        if ": " not in line and not self._may_say_by(line):  # quicker to see than where its dates are
            return False
        line = _IN_BRACKETS.sub("", self._dates.without_date(line)).replace(" : ", ": ")
        said = self._says_by.length(line)
        if not said:
            return False
        rest = _FROM_PLACE.sub(" ", self._behind_roles(line[said:].removeprefix(":")))
        return rest[:1] == " " and _names_alone().match(rest, 1) is not None

    def may_be_byline(self, line: str) -> bool:
        """Whether a line may have a part that is a byline; quick, and seldom wrong."""
        return not line.isascii() or ": " in line or " - " in line or self._may_say_by(line)

    def _behind_roles(self, rest: str) -> str:
        """The names of a line without what stands before them in lower case and says what they are: " our health
        reporter Jane Doe"."""
        words = rest.split() if rest[1:2].islower() else []
        before = list(takewhile(str.islower, words))
        is_role = len(before) <= WORDS_OF_ROLE and any(map(self._is_role, before))
        return f" {' '.join(words[len(before) :])}" if is_role else rest

    @cached_property
    def _is_role(self) -> HoldsWord:
        return HoldsWord(self._lexicon.words("roles"))

    def behind_when(self, line: str) -> str:
        """What a line says behind when something was published, from "by" on: "Posted 3 days ago by Jane Doe"."""
        if not self._dates.begins_with_when(line):
            return ""
        lower = line.lower()
        at = max((lower.find(f" {word} ") for word in self._lexicon.words("by")), default=-1)
        return line[at + 1 :] if " " in line[: max(at, 0)] else ""  # "Edited by" says who, not when

    def says_by(self, text: str) -> int:
        """How many letters of a text's begin say "by" and the like; 0 where it does not begin so."""
        return self._says_by.length(text)

    @cached_property
    def says_by_alone(self) -> Is:
        """Whether a text is nothing but "Words by" and the like."""
        return Is((*self._lexicon.words("by"), *self._written_by))

    def is_by_label(self, text: str) -> bool:
        """Whether a text is nothing but what stands before a byline's names: "Words by", "Author:"."""
        return self.says_by_alone(text) or self._by_label(text)

    def ends_in_by(self, text: str) -> bool:
        """Whether a text ends in the word before a byline's names or date: "Published at 18:12 by", "Posted on"."""
        return text.lower().rstrip(" :").endswith(self._by_at_end)

    def _may_say_by(self, line: str) -> bool:
        """Whether one of these phrases may stand in a line; of most the words alone tell that none does."""
        lower = line.lower()
        may_begin = not self._begin_by.isdisjoint(_WORDS.findall(lower))
        if not may_begin and (line.isascii() or not any(map(lower.__contains__, self._run_together_by))):
            return False
        return self._holds_by(line)

    @cached_property
    def _begin_by(self) -> frozenset[str]:
        """The first words of these phrases."""
        words = map(_WORDS.match, self._lexicon.words("by", "by_label"))
        return frozenset(first[0] for first in words if first)

    @cached_property
    def _run_together_by(self) -> tuple[str, ...]:
        """Those in scripts without cases, which may run words together."""
        return tuple(phrase for phrase in self._lexicon.words("by", "by_label") if phrase.upper() == phrase)

    @cached_property
    def _says_by(self) -> Begins:
        by = self._lexicon.words("by")
        labels = [f"{label}:" for label in (*by, *self._lexicon.words("by_label"))]
        return Begins((*by, *self._written_by, *labels))

    @cached_property
    def _written_by(self) -> tuple[str, ...]:
        """What "written by" is in each of the languages."""
        tables = map(table, self._lexicon.languages)
        return tuple(f"{how} {who}" for words in tables for how in words["written"] for who in words["by"])

    @cached_property
    def _holds_by(self) -> Holds:
        return Holds((*self._lexicon.words("by"), *self._lexicon.words("by_label")))

    @cached_property
    def _by_label(self) -> Is:
        return Is(self._lexicon.words("by_label"))

    @cached_property
    def _by_at_end(self) -> tuple[str, ...]:
        return tuple(f" {word}" for word in self._lexicon.words("by", "on"))
