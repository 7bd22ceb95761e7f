"""Phrases: what newsrooms write over rows of links, in pleas, bylines, notices and walls, in their languages.

Each language has one file in `languages/`, with every key of `KEYS` or the word "none". Phrases stand there in lower
case; what stands between two slashes is a regular expression. How they are asked:

- a short block begins so: read_more, plea, source_lines, tags; a line below a teaser: members_only
- a whole line or label says so: advertisement, next_page, home, comments
- it stands anywhere in a short text: wall, newsletter and sign_up (both of them), updated, not_found, consent_title,
  consent, login, challenge; in a button's label: accept; in a sentence of a page that shows no article: notice
- words of a byline: by, by_label (before a colon), before_name (cut off before a name), written (before "by"), and,
  behind_name, roles, organisations, no_names
- words around a date: published, updated, on, reading_time
- labels before a colon: credit, caption_credit (in a caption alone), source (below the text)

A phrase alone drops nothing but short blocks: `postprocess` asks these tables of headings, labels and short paragraphs.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from pathlib import Path

from newscrawl.extract.vocabulary.agencies import AGENCIES
from newscrawl.extract.vocabulary.calendar import weekdays
from newscrawl.text.scripts import CJK

KEYS = (
    "read_more", "plea", "advertisement", "newsletter", "sign_up", "wall", "by", "by_label", "before_name", "written",
    "and", "behind_name", "roles", "organisations", "no_names", "published", "updated", "on", "reading_time",
    "credit", "caption_credit", "source", "source_lines", "next_page", "home", "not_found", "consent_title", "consent",
    "accept", "login", "challenge", "members_only", "notice", "tags", "comments",
)  # fmt: skip

_FOLDER = Path(__file__).with_name("languages")
LANGUAGES = frozenset(path.stem for path in _FOLDER.glob("*.toml"))

_SAME = {"no": "nb", "nn": "nb", "hr": "bs", "sr": "bs", "sh": "bs", "cnr": "bs", "iw": "he", "in": "id", "yue": "zh"}
"""Language codes whose phrases stand in another's file."""


@lru_cache(maxsize=64)
def table(language: str) -> dict[str, tuple[str, ...]]:
    """A language's file: key -> its phrases, none where the file says so."""
    read = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: () if read[key] == "none" else tuple(read[key]) for key in KEYS}


def phrases_for(claimed: Iterable[str]) -> "Phrases":
    """The phrases for a page that claims these languages (primary subtags): theirs and English.

    All there are for one that claims none or English alone: themes say English where nobody has told them otherwise.
    """
    known = {_SAME.get(language, language) for language in claimed} & LANGUAGES
    return _phrases(frozenset(known | {"en"}) if known - {"en"} else LANGUAGES)


def all_phrases() -> "Phrases":
    """The phrases of all languages: for what travels between them, as credits and names do."""
    return _phrases(LANGUAGES)


@lru_cache(maxsize=64)
def _phrases(languages: frozenset[str]) -> "Phrases":
    return Phrases(sorted(languages))


class _Begins:
    """Phrases that a text may begin with, at a word's end."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        plain = [p for p in phrases if not _is_pattern(p)]
        self._longest = max(map(len, plain), default=0)
        self._by_start: dict[str, tuple[str, ...]] = {}  # hundreds of phrases, of which two letters leave a few
        for phrase in plain:
            self._by_start[phrase[:2]] = (*self._by_start.get(phrase[:2], ()), phrase)
        self._pattern = _pattern(phrases)

    def __call__(self, text: str) -> bool:
        return self.length(text) > 0

    def length(self, text: str) -> int:
        """How many characters of a text's begin the longest of the phrases has; 0 where none stands there."""
        lower = text[: self._longest + 1].lower()
        near = self._by_start.get(lower[:2])
        if near and lower.startswith(near) and (found := [len(p) for p in near if _begins(lower, p)]):
            return max(found)
        match = self._pattern.match(text) if self._pattern else None
        return match.end() if match else 0


class _Holds:
    """Phrases that may stand anywhere in a text."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._plain = tuple(p for p in phrases if not _is_pattern(p))
        # Each alone, and of lower case: then the engine looks only where one may begin, five times as fast.
        self._patterns = [re.compile(p[1:-1]) for p in phrases if _is_pattern(p)]

    def __call__(self, text: str) -> bool:
        lower = text.lower()
        return any(map(lower.__contains__, self._plain)) or any(p.search(lower) for p in self._patterns)

    def count(self, text: str) -> int:
        """How often they stand there, all told."""
        lower = text.lower()
        return sum(map(lower.count, self._plain)) + sum(len(p.findall(lower)) for p in self._patterns)


class _Is:
    """Lines that say one of these and nothing else."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._plain = frozenset(phrases)
        self._longest = max(map(len, phrases), default=0) + 10

    def __call__(self, text: str) -> bool:
        return len(text) <= self._longest and _NO_LETTERS_AT_ENDS.sub("", text.lower()) in self._plain


class _HoldsWord:
    """Words that stand in a text as words, or anywhere in it where their script runs words together."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._words = frozenset(p for p in phrases if " " not in p and not _RUN_TOGETHER.search(p))
        self._parts = tuple(p for p in phrases if p not in self._words)

    def __call__(self, text: str) -> bool:
        lower = text.lower()
        return not self._words.isdisjoint(_BETWEEN_WORDS.split(lower)) or any(map(lower.__contains__, self._parts))


_RUN_TOGETHER = re.compile(rf"[\u0e00-\u0e7f{CJK}]")
_BETWEEN_WORDS = re.compile(r"[\s!-/:-@\[-`{-~…“”‘’–—]+")
_NO_LETTERS_AT_ENDS = re.compile(r"^\W+|\W+$")


def _is_pattern(phrase: str) -> bool:
    return len(phrase) > 2 and phrase[0] == phrase[-1] == "/"


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    patterns = [phrase[1:-1] for phrase in phrases if _is_pattern(phrase)]
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None


def _begins(text: str, phrase: str) -> bool:
    """Whether a text begins with a phrase at a word's end; scripts without cases run words together."""
    if not text.startswith(phrase):
        return False
    last, after = phrase[-1], text[len(phrase) : len(phrase) + 1]
    return not after.isalpha() or last.upper() == last.lower()


def any_of(phrases: Iterable[str]) -> str:
    """One regular expression for plain phrases, the longest first, and those that are expressions."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(p[1:-1] if _is_pattern(p) else re.escape(p) for p in ordered) or r"(?!)"


_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?"
_AT = r"(?:[^\W\d]{1,7}\.?\s*+){0,2}"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|"
    r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?: of| de)? [^\W\d_]{3,12}\.?(?: de|,)? \d{4}|"
    r"[^\W\d_]{3,12}\.? \d{1,2},? \d{4})(?!\d)"
)
_IN_LINE = re.compile(
    rf"(?:{_CLOCK}(?: ?uhr)?[\s,|-]+)?{_DAY}"
    rf"(?:[\s,|·-]*{_AT}{_CLOCK}(?:\s?(?:uhr|[ap]\.?m\.?|h|gmt|utc|[mc]es?t|mez|mesz)\b)?)?[\s,.;|/·•–—)-]*+",
    re.IGNORECASE,
)
"""A day in a line, with the time before or behind it."""

_DATE = re.compile(
    r"\W*+(?:[^\W\d]{2,10}\W++)?\d{1,4}[./ -]++(?:\d{1,2}|[^\W\d]{3,10})[./ -]++\d{2,4}\W*+"
    rf"(?:{_AT}\W*+{_CLOCK}\W*+(?:(?:uhr|am|pm|gmt|utc|[a-z]{{2,4}})\b)?)?\W*+",
    re.IGNORECASE,
)
"""A day, perhaps with its weekday and time."""

_BESIDE_DATES = " \t\n\xa0,.;|/·•–—(-:"
_FAR, _MOST_WORDS = 12, 3
"""Characters between "updated" and a line's date; words before a date that go with it."""

_DIGIT = re.compile(r"\d")
_LEADING = re.compile(r"^\W+")
_COPYRIGHT = re.compile(r"(?:^|[\s(（\[])((?:©|\(c\)|photo by |crédit)\s?.+)$", re.IGNORECASE)
_COLON = re.compile(r" ?[:：]\s?(?=.)")
_LAST_COLON = re.compile(r": ?[^.!?:]{2,50}\)?$")
_READING = re.compile(r"\W*\d+\W*\w*\W*$")
_AFTER_LABEL = re.compile(r" ?[:：／]|(?<=[^\x00-\x7f])/")
_LINE_OF_AGENCIES = re.compile(
    rf"\W*(?:©|\(c\)|(?:mit |with )?(?:[\w.]{{2,12}}[/,] ?){{0,4}}(?:{any_of(AGENCIES)})"
    r"(?:[/,] ?[\w. -]{1,15}){0,4}\W*$|_+$)",
    re.IGNORECASE,
)


@cache
def _names_alone() -> re.Pattern[str]:
    """Names with what may join them, up to a line's end."""
    joined = any_of(word for word in all_phrases().words("and") if word.isalpha())
    return re.compile(
        r"(?:(?:[^\W\d_a-zß-ÿ][\w'’.-]*|de|la|da|do|dos|di|del|du|den|van|der|ter|von|zu(?<=und zu)|al|"
        rf"in(?= [^\W\d_a-zß-ÿ])|&|{joined})(?:, | |$)){{2,14}}$|[{CJK}]{{2,8}}$"
    )


class Phrases:
    """What is written in some languages, as questions; each is compiled when it is asked first."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(languages)

    def words(self, *keys: str) -> tuple[str, ...]:
        """The phrases of these keys in all the languages, each once."""
        found = (phrase for key in keys for language in self.languages for phrase in table(language)[key])
        return tuple(dict.fromkeys(found))

    @cached_property
    def begins_row(self) -> _Begins:
        """Whether a block begins as rows of links to other articles do."""
        return _Begins(self.words("read_more"))

    @cached_property
    def begins_plea(self) -> _Begins:
        """Whether a block begins as pleas and notices do."""
        return _Begins(self.words("plea"))

    @cached_property
    def is_advertisement(self) -> _Is:
        """Whether a line is the mark of advertising."""
        return _Is(self.words("advertisement"))

    @cached_property
    def begins_tags(self) -> _Begins:
        """Whether a line begins as those do that name an article's tags."""
        return _Begins(self.words("tags"))

    @cached_property
    def heads_comments(self) -> _Is:
        """Whether a heading is that of what readers write below an article."""
        return _Is(self.words("comments"))

    @cached_property
    def is_next_page(self) -> _Is:
        """Whether a label leads to a listing's next page."""
        return _Is(self.words("next_page"))

    @cached_property
    def is_home(self) -> _Is:
        """Whether a step of a page's path is the home page."""
        return _Is(self.words("home"))

    @cached_property
    def names_role(self) -> _HoldsWord:
        """Whether a text says what somebody is rather than who."""
        return _HoldsWord(self.words("roles"))

    @cached_property
    def names_organisation(self) -> _HoldsWord:
        """Whether a name is that of a paper, an agency, a station, a company or an office."""
        return _HoldsWord(self.words("organisations"))

    @cached_property
    def is_beside_names(self) -> _HoldsWord:
        """Whether a text is what stands in bylines beside names: times, counters, calls to act."""
        return _HoldsWord(self.words("no_names"))

    @cached_property
    def holds_wall(self) -> _Holds:
        """Whether a short paragraph says what a paywall says."""
        return _Holds(self.words("wall"))

    @cached_property
    def says_updated(self) -> _Holds:
        """Whether a line speaks of a change."""
        return _Holds(self.words("updated"))

    @cached_property
    def says_not_found(self) -> _Holds:
        """Whether a title says that there is no such page."""
        return _Holds(self.words("not_found"))

    @cached_property
    def says_challenge(self) -> _Holds:
        """Whether a title is a bot check's."""
        return _Holds(self.words("challenge"))

    @cached_property
    def says_notice(self) -> _Holds:
        """Whether a sentence is one of a notice that stands in an article's place."""
        return _Holds(self.words("notice"))

    @cached_property
    def says_members_only(self) -> _Holds:
        """Whether a line below a teaser says that the rest is for members or subscribers."""
        return _Holds(self.words("members_only"))

    @cached_property
    def says_login(self) -> _Holds:
        """Whether a title is a login form's."""
        return _Holds(self.words("login"))

    @cached_property
    def titles_consent(self) -> _Holds:
        """Whether a title is that of a page that asks for consent."""
        return _Holds(self.words("consent_title"))

    @cached_property
    def of_consent(self) -> _Holds:
        """Words of pages that ask for consent."""
        return _Holds(self.words("consent"))

    @cached_property
    def accepts(self) -> _Holds:
        """Whether a button's label is that of consent."""
        return _Holds(self.words("accept"))

    @cached_property
    def _sign_up(self) -> re.Pattern[str]:
        letter, ask = any_of(self.words("newsletter")), any_of(self.words("sign_up"))
        return re.compile(rf"(?:{ask}).{{0,80}}(?:{letter})|(?:{letter}).{{0,60}}(?:{ask})", re.IGNORECASE)

    @cached_property
    def _letter(self) -> _Holds:
        return _Holds(self.words("newsletter"))

    def asks_for_newsletter(self, text: str) -> bool:
        """Whether a text asks its readers to sign up for a newsletter."""
        return self._letter(text) and self._sign_up.search(text) is not None

    @cached_property
    def _says_by(self) -> _Begins:
        by = self.words("by")
        written = [f"{how} {who}" for how in self.words("written") for who in by]
        labels = [f"{label}:" for label in (*by, *self.words("by_label"))]
        return _Begins((*by, *written, *labels))

    def says_by(self, text: str) -> int:
        """How many letters of a text's begin say "by" and the like; 0 where it does not begin so."""
        return self._says_by.length(text)

    @cached_property
    def says_by_alone(self) -> _Is:
        """Whether a text is nothing but "Words by" and the like."""
        by = self.words("by")
        return _Is((*by, *(f"{how} {who}" for how in self.words("written") for who in by)))

    @cached_property
    def _by_label(self) -> _Is:
        return _Is(self.words("by_label"))

    def is_by_label(self, text: str) -> bool:
        """Whether a text is nothing but what stands before a byline's names: "Words by", "Author:"."""
        return self.says_by_alone(text) or self._by_label(text)

    @cached_property
    def _by_at_end(self) -> tuple[str, ...]:
        return tuple(f" {word}" for word in self.words("by", "on"))

    def ends_in_by(self, text: str) -> bool:
        """Whether a text ends in the word before a byline's names or date: "Published at 18:12 by", "Posted on"."""
        return text.lower().rstrip(" :").endswith(self._by_at_end)

    def is_byline(self, line: str) -> bool:
        """Whether a line says who wrote the article, perhaps when, and no more: "Von Karla Stein, 22.11.2026"."""
        line = self.without_date(line)
        said = self._says_by.length(line)
        if not said and line[:1] != ":":
            return False
        rest = line[said:].removeprefix(":")
        return rest[:1] == " " and _names_alone().match(rest, 1) is not None

    @cached_property
    def _before_dates(self) -> dict[str, list[str]]:
        """The words that stand before dates by their last letter, the longest first."""
        found: dict[str, list[str]] = {}
        for word in sorted((*self.words("published", "updated", "on"), *weekdays(self.languages)), key=len):
            found.setdefault(word[-1], []).insert(0, word)
        return found

    def without_date(self, line: str) -> str:
        """A short line without the dates and times that stand in it."""
        return " ".join(self.apart_from_dates(line)).strip() if _DIGIT.search(line) else line.strip()

    def apart_from_dates(self, line: str) -> list[str]:
        """The parts of a short line between the dates and times that stand in it."""
        if not _DIGIT.search(line):
            return [line]
        parts, at = [], 0
        for day in _IN_LINE.finditer(line):
            parts.append(self._without_end(line[at : day.start()]))
            at = day.end()
        return [*parts, line[at:]]

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
    def says_when(self) -> _Holds:
        """Whether a line says that something was published or changed."""
        return _Holds(self.words("published", "updated"))

    @cached_property
    def _begins_with_when(self) -> _Begins:
        return _Begins(self.words("published", "updated"))

    @cached_property
    def _reading_time(self) -> _Begins:
        return _Begins(self.words("reading_time"))

    def is_date(self, text: str) -> bool:
        """Whether a paragraph is a date and a time and nothing else."""
        if not _DIGIT.search(text):
            return False
        text = _LEADING.sub("", text)
        said = self._begins_with_when.length(text)
        starts = range(said, said + _FAR + 1) if said else (0,)
        dates = (_DATE.match(text, start) for start in starts)
        return any(date is not None and self._ends_date(text[date.end() :]) for date in dates)

    def _ends_date(self, rest: str) -> bool:
        return not rest or ((said := self._reading_time.length(rest)) > 0 and _READING.match(rest, said) is not None)

    @cached_property
    def _source_lines(self) -> _Begins:
        return _Begins(self.words("source_lines"))

    @cached_property
    def _source_labels(self) -> tuple[str, ...]:
        return self.words("source")

    def is_source(self, text: str) -> bool:
        """Whether a last line says where the article comes from."""
        said = _LEADING.sub("", text).lower()
        if said.startswith(self._source_labels):
            labels = (label for label in self._source_labels if said.startswith(label))
            if any(_AFTER_LABEL.match(said, len(label)) for label in labels):
                return True
        return self._source_lines(said) or _LINE_OF_AGENCIES.match(text) is not None

    @cached_property
    def _credit_labels(self) -> tuple[str, ...]:
        return tuple(sorted(self.words("credit", "caption_credit"), key=len, reverse=True))

    def credit_start(self, caption: str) -> int:
        """Where the credit begins that a caption ends in; -1 where it has none."""
        found = [mark.start(1)] if (mark := _COPYRIGHT.search(caption)) else []
        for colon in _COLON.finditer(caption):
            before = caption[: colon.start()].lower()
            if before.endswith(self._credit_labels):
                label = next(label for label in self._credit_labels if before.endswith(label))
                start = len(before) - len(label)
                if not start or before[start - 1] in " (（[":
                    found.append(start)
                    break
        return min(found, default=-1)

    @cached_property
    def _labels_at_end(self) -> tuple[str, ...]:
        return tuple(label.capitalize() for label in self.words("credit") if not _is_pattern(label))

    @cached_property
    def _other_ends(self) -> re.Pattern[str] | None:
        return _pattern(self.words("credit"))

    def ends_in_credit(self, text: str) -> bool:
        """Whether a text ends as a caption does and a paragraph does not."""
        if (colon := _LAST_COLON.search(text)) and text[: colon.start()].endswith(self._labels_at_end):
            return True
        return self._other_ends is not None and self._other_ends.search(text) is not None
