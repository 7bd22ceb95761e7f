"""Dates in lines: whether a line is one, what it says beside them, and which words announce them."""

import re
from functools import cached_property

from newscrawl.extract.vocabulary.calendar import months, weekdays
from newscrawl.extract.vocabulary.lexicon import Lexicon
from newscrawl.extract.vocabulary.matching import Begins, Holds, Is
from newscrawl.extract.vocabulary.whole_dates import is_whole_date

_MARKED = "\u0900-\u0e4e.\u1000-\u109f\u1780-\u17d3"
"""Scripts of India and behind it, whose vowels are marks and no letters to an expression; and points."""

_CLOCK = r"\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|(?:[時时点點]|시 ?)\d{1,2}[分분])"
_ZONE = "(?:uhr|h|gmt|utc|[mc]es?t|mez|mesz|[ecmp][sd]?t|[bij]st|wib|a[ew][sd]t)"
_AT = r"(?:[^\W\d]{1,7}\.?\s*+){0,2}"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{1,2}\. \d{1,2}\. (?:19|20)\d{2}|\d{4}-\d{1,2}-\d{1,2}|"
    r"\d{4}/\d{1,2}/\d{1,2}|\d{4}\. ?[^\W\d_]{3,12}\.? \d{1,2}\.?|\d{4}(?:年|\. ?)\d{1,2}(?:月|\. ?)\d{1,2}[日.]?|"
    r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?: of| de)? [^\W\d_]{3,12}\.?(?: de|,)? \d{4}|"
    r"[^\W\d_]{3,12}\.? \d{1,2},? \d{4}|"
    rf"\d{{1,2}} [{_MARKED}]{{2,14}},? \d{{2,4}})(?!\d)"
)
_IN_LINE = re.compile(
    rf"(?:{_CLOCK}(?: ?uhr)?[\s,|-]+)?{_DAY}"
    rf"(?:[\s,|·-]*{_AT}{_CLOCK}(?:\s?(?:[ap]\.?m\b\.?|[صم](?!\w)|[πμ]\.μ\.))?(?:\s?\(?{_ZONE}\b)?)?[\s,.;|/·•–—)-]*+",
    re.IGNORECASE,
)
"""A day in a line, with the time before or behind it."""

_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z][a-z]{2,11}\.? \d{1,2},? \d{4})")
"""Where a day begins behind a name without a space: "Jane DoeMarch 11, 2026"."""

_TIME = rf"{_CLOCK}\W*+(?:[ap]\.?m\b\W*+)?(?:(?:uhr|am|pm|gmt|utc|[a-z]{{2,4}})\b)?\W*+"
_DATE = re.compile(
    rf"\W*+(?:{_TIME})?(?:[^\W\d]{{2,10}}\W++)?"
    r"(?:\d{1,4}(?:(?:st|nd|rd|th|er|º)\b)?[./ -]++(?:\d{1,2}|(?P<word>[^\W\d]{3,10}))[./ -]++|"
    r"(?P<month>[^\W\d_]{3,10})\.?\s\d{1,2}(?:(?:st|nd|rd|th)\b)?(?:,\s?|\s))"
    rf"(?P<year>\d{{4}}|\d{{2}})(?!\d)\W*+(?:{_AT}\W*+{_TIME})?\W*+",
    re.IGNORECASE,
)
"""A day, perhaps with its weekday and time; `month` where it stands before the day, `word` where behind it."""

_BESIDE_DATES = " \t\n\xa0,.;|/·•–—(-:"
_PART = re.compile(r"[|·•,;()]|\s[-–—]\s")
_SHORTEST, _SENTENCE = 2, 4
"""Letters of a word that tells of what a date is; words behind a date in lower case that make a sentence."""
_FAR, _MOST_WORDS = 12, 3
"""Characters between "updated" and a line's date; words before a date that go with it."""

_DIGIT = re.compile(r"\d")

_BLOCK = 0x80
_OF_INDIA = frozenset(map(chr, range(0x900, 0xE00)))
"""The scripts of India, of which each has so many places in Unicode."""

SHORT_YEAR = 2
"""Digits."""

_LEADING = re.compile(r"^\W+")
_READING = re.compile(r"\W*\d+\W*\w*\W*$")


class DatePhrases:
    """What is written around dates in some languages, as questions about a line."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def says_when(self) -> Holds:
        """Whether a line says that something was published or changed."""
        return Holds(self._lexicon.words("published", "updated"))

    @cached_property
    def begins_with_when(self) -> Begins:
        return Begins(self._lexicon.words("published", "updated"))

    def is_of_another(self, before: str) -> bool:
        """Whether the words right before a date say that it is no article's: "Deadline:", "Sale ends on"."""
        *first, last = before.rsplit(maxsplit=1) or [""]
        before = "".join(first) if last.lower().strip(_BESIDE_DATES) in self._weekdays else before.rstrip()
        if before.endswith((":", "：")):
            label = _PART.split(before)[-1].strip(" :：")
            # The names behind a byline's label have an element of their own.
            return not (self._is_date_label(label) or self._is_by_label(label)) and self._may_know(label)
        left = self._without_end(before) if before[-1:].isalpha() else ""
        last = left.rpartition(" ")[2].replace("’", "").replace("'", "")
        if not (last.isalpha() and last.islower() and len(last) >= _SHORTEST) or self._begins_with_by(left):
            return False
        if self._is_date_label(_PART.split(left)[-1].lstrip(" 0123456789")):
            return False
        return last not in self._lexicon.words("by", "and", "on")

    @cached_property
    def _is_date_label(self) -> Is:
        return Is((*self._lexicon.words("date", "published", "updated"), *weekdays(self._lexicon.languages)))

    def _may_know(self, label: str) -> bool:
        """Whether a label is in a script of these languages; of another one of India nothing is known."""
        return label[:1] not in _OF_INDIA or ord(label[0]) // _BLOCK in self._blocks

    @cached_property
    def _blocks(self) -> frozenset[int]:
        return frozenset(ord(word[0]) // _BLOCK for word in self._lexicon.words("date", "published", "updated"))

    @cached_property
    def _is_by_label(self) -> Is:
        return Is(self._lexicon.words("by_label"))

    @cached_property
    def _begins_with_by(self) -> Begins:
        return Begins(self._lexicon.words("by", "by_label"))

    def goes_on(self, line: str) -> bool:
        """Whether a line with a date in its midst goes on as a sentence: "Note, 5 May 2026: a name was false here"."""
        day = _IN_LINE.search(line)
        words = re.findall(r"[^\W\d_]+", line[day.end() :]) if day and day.start() else []
        return sum(map(str.islower, words)) >= _SENTENCE

    def before_date(self, line: str) -> str:
        """What stands in a line before its first date; nothing where there is none that is known here."""
        day = _IN_LINE.search(line)
        return line[: day.start()] if day else ""

    def is_date(self, text: str) -> bool:
        """Whether a paragraph is a date and a time and nothing else."""
        if not _DIGIT.search(text):
            return False
        text = _LEADING.sub("", text)
        label, colon, _ = text.partition(":")
        if colon and label.isalpha() and not self._is_date_label(label):
            return False  # of what will happen then
        said = self.begins_with_when.length(text)
        starts = range(said, said + _FAR + 1) if said else (0,)
        dates = (_DATE.match(text, start) for start in starts)
        is_known = any(date is not None and self._is_known_form(date, text) for date in dates)
        return is_known or is_whole_date(text[said:], self._weekdays)

    def _is_known_form(self, date: re.Match[str], text: str) -> bool:
        word = date["word"]
        # "3. Fair 2026" heads a text, "1 of 17" counts its parts: only before a whole year may a word be unknown.
        may_be_unknown = word and word[0].islower() and len(date["year"]) > SHORT_YEAR
        named = date["month"] or (None if may_be_unknown else word)
        is_known = named is None or (name := named.lower().strip(".")) in months() or name in self._weekdays
        return is_known and self._ends_date(text[date.end() :])

    def _ends_date(self, rest: str) -> bool:
        return not rest or ((said := self._reading_time.length(rest)) > 0 and _READING.match(rest, said) is not None)

    @cached_property
    def _reading_time(self) -> Begins:
        return Begins(self._lexicon.words("reading_time"))

    def without_date(self, line: str) -> str:
        """A short line without the dates and times that stand in it."""
        return ", ".join(filter(None, self.apart_from_dates(line))) if _DIGIT.search(line) else line.strip()

    def apart_from_dates(self, line: str) -> list[str]:
        """The parts of a short line between the dates and times that stand in it."""
        if not _DIGIT.search(line):
            return [line]
        line = _GLUED.sub(" ", line)
        parts, at = [], 0
        for day in _IN_LINE.finditer(line):
            parts.append(self._without_end(line[at : day.start()]))
            at = day.end()
        return [*parts, self._without_weekday(line[at:]) if at else line]

    def _without_weekday(self, behind: str) -> str:
        """What stands behind a date, without the weekday that goes with it: "2024. május 14., kedd"."""
        words = behind.split(maxsplit=1)
        is_weekday = bool(words) and words[0].lower().strip(_BESIDE_DATES) in self._weekdays
        return "".join(words[1:]) if is_weekday else behind

    @cached_property
    def _weekdays(self) -> frozenset[str]:
        return frozenset(weekdays(self._lexicon.languages))

    def _without_end(self, before: str) -> str:
        """What stands before a date without the words that go with it: "published on Monday"."""
        before = before.rstrip(_BESIDE_DATES)
        for _ in range(_MOST_WORDS):
            lower = before.lower()
            words = self._before_dates.get(lower[-1:], ())
            word = next((w for w in words if lower.endswith(w) and not lower[: -len(w)][-1:].isalnum()), "")
            if not word:
                break
            before = before[: len(before) - len(word)].rstrip(_BESIDE_DATES)
        return before

    @cached_property
    def _before_dates(self) -> dict[str, list[str]]:
        """The words that stand before dates by their last letter, the longest first."""
        found: dict[str, list[str]] = {}
        for word in sorted(
            (*self._lexicon.words("published", "updated", "on"), *weekdays(self._lexicon.languages)), key=len
        ):
            found.setdefault(word[-1], []).insert(0, word)
        return found
