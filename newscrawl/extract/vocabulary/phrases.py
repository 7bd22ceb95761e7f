"""Phrases: what newsrooms write over rows of links, in pleas, bylines, notices and walls, as questions about a text.

A phrase alone drops nothing but short blocks: `extract/body/rows.py` asks of headings, labels and short paragraphs.
"""

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from newscrawl.extract.vocabulary.agencies import AGENCIES
from newscrawl.extract.vocabulary.calendar import months, weekdays
from newscrawl.extract.vocabulary.language_files import LANGUAGES, known, table
from newscrawl.extract.vocabulary.matching import Begins, Holds, HoldsWord, Is, any_of, is_pattern, pattern_of
from newscrawl.text.scripts import CJK


def phrases_for(claimed: Iterable[str]) -> "Phrases":
    """The phrases for a page that claims these languages (primary subtags): theirs and English.

    All there are for one that claims none or English alone: themes say English where nobody has told them otherwise.
    """
    others = known(claimed) - {"en"}
    return _phrases(others | {"en"} if others else LANGUAGES)


def all_phrases() -> "Phrases":
    """The phrases of all languages: for what travels between them, as credits and names do."""
    return _phrases(LANGUAGES)


@lru_cache(maxsize=64)
def _phrases(languages: frozenset[str]) -> "Phrases":
    return Phrases(sorted(languages))


_MARKS = "\u0900-\u0e4e\u1000-\u109f\u1780-\u17d3"
"""Scripts of India and behind it, whose vowels are marks and no letters to an expression."""

_ASCII_WORDS = re.compile(r"[a-z]+")

_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?"
_ZONE = "(?:uhr|h|gmt|utc|[mc]es?t|mez|mesz|[ecmp][sd]?t|[bij]st|wib|a[ew][sd]t)"
_AT = r"(?:[^\W\d]{1,7}\.?\s*+){0,2}"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|"
    r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?: of| de)? [^\W\d_]{3,12}\.?(?: de|,)? \d{4}|"
    r"[^\W\d_]{3,12}\.? \d{1,2},? \d{4})(?!\d)"
)
_IN_LINE = re.compile(
    rf"(?:{_CLOCK}(?: ?uhr)?[\s,|-]+)?{_DAY}"
    rf"(?:[\s,|·-]*{_AT}{_CLOCK}(?:\s?[ap]\.?m\b\.?)?(?:\s?\(?{_ZONE}\b)?)?[\s,.;|/·•–—)-]*+",
    re.IGNORECASE,
)
"""A day in a line, with the time before or behind it."""

_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z][a-z]{2,11}\.? \d{1,2},? \d{4})")
"""Where a day begins behind a name without a space: "Jane DoeMarch 11, 2026"."""

_TIME = rf"{_CLOCK}\W*+(?:[ap]\.?m\b\W*+)?(?:(?:uhr|am|pm|gmt|utc|[a-z]{{2,4}})\b)?\W*+"
_DATE = re.compile(
    rf"\W*+(?:{_TIME})?(?:[^\W\d]{{2,10}}\W++)?"
    r"(?:\d{1,4}(?:(?:st|nd|rd|th|er|º)\b)?[./ -]++(?:\d{1,2}|[^\W\d]{3,10})[./ -]++|"
    r"(?P<month>[^\W\d_]{3,10})\.?\s\d{1,2}(?:(?:st|nd|rd|th)\b)?(?:,\s?|\s))"
    rf"\d{{2,4}}\W*+(?:{_AT}\W*+{_TIME})?\W*+",
    re.IGNORECASE,
)
"""A day, perhaps with its weekday and time; `month` where it stands before the day."""

_BESIDE_DATES = " \t\n\xa0,.;|/·•–—(-:"
_FAR, _MOST_WORDS = 12, 3
"""Characters between "updated" and a line's date; words before a date that go with it."""

_DIGIT = re.compile(r"\d")
_LEADING = re.compile(r"^\W+")
_COPYRIGHT = re.compile(r"(?:^|[\s(（\[])((?:©|\(c\)|photo by |crédit)\s?.+)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s\([^()]{1,40}\)$")
_LABEL_IN_CJK = re.compile(rf"^([{CJK}·・]{{1,5}})\s?[／/｜|・·]\s?(?=[{CJK}]{{2,8}}$)")
_CREDIT_AT_END = re.compile(
    r"(?:^|[.!?…。”\"»]\s*|[(（\[＝]|\s(?=/))(/?(?:fot\. |nuotr\. |foto (?:di|de|van|von|af|av) |"
    r"(?:photograph|pictures?|image) by |courtesy |"
    r"撮影[・/／]|写真[・/／=＝]|사진\s?=|[圖图][／/]|(?:ap|afp|epa|reuters) photo\b|"
    r"[^\W\d_](?:[\w'’ -]|(?<=\b\w)\.){1,30}/\s?"
    rf"(?:getty images?|{any_of(AGENCIES)})(?!\w))[^.!?()]{{0,60}}|(?<=[（(＝])[{CJK}]{{2,8}}(?:撮影|攝|摄|提供))\W*$",
    re.IGNORECASE,
)
"""What a credit that has no colon begins with, behind a sentence or in brackets; or how one ends."""

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
        rf"(?:(?:[^\W\d_a-zß-ÿ][\w'’.{_MARKS}-]*|de|la|da|do|dos|di|del|du|den|van|der|ter|von|zu(?<=und zu)|al|"
        rf"in(?= [^\W\d_a-zß-ÿ])|&|{joined})(?:, | |$)){{2,14}}$|[{CJK}]{{2,8}}$"
    )


@cache
def _reporter() -> re.Pattern[str]:
    """A name with the word for a reporter behind it, and perhaps their address: "김민지 기자 mj@example.com".

    In Taiwan one with the word before it, and the place behind a stroke.
    """
    behind = any_of(word for word in all_phrases().words("behind_name") if word.upper() == word.lower())
    behind_name = rf"[{CJK}]{{2,5}}\s?(?:{behind})(?:\W*[\w.+-]{{2,30}}@[\w.-]{{4,40}})?"
    return re.compile(rf"\W*(?:{behind_name}|(?:記者|记者)[{CJK}]{{2,4}}／[{CJK}]{{2,6}}(?:報導|報道|报道))\W*$")


class Phrases:
    """What is written in some languages, as questions; each is compiled when it is asked first."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(languages)

    def words(self, *keys: str) -> tuple[str, ...]:
        """The phrases of these keys in all the languages, each once."""
        found = (phrase for key in keys for language in self.languages for phrase in table(language)[key])
        return tuple(dict.fromkeys(found))

    @cached_property
    def begins_row(self) -> Begins:
        """Whether a block begins as rows of links to other articles do."""
        return Begins(self.words("read_more"))

    @cached_property
    def begins_plea(self) -> Begins:
        """Whether a block begins as pleas and notices do."""
        return Begins(self.words("plea"))

    @cached_property
    def is_advertisement(self) -> Is:
        """Whether a line is the mark of advertising."""
        return Is(self.words("advertisement"))

    @cached_property
    def begins_tags(self) -> Begins:
        """Whether a line begins as those do that name an article's tags."""
        return Begins(self.words("tags"))

    @cached_property
    def asks_to_share(self) -> Is:
        """Whether a line is the label of buttons by which an article is shared, liked or printed."""
        return Is(self.words("share"))

    @cached_property
    def heads_comments(self) -> Is:
        """Whether a heading is that of what readers write below an article."""
        return Is(self.words("comments"))

    def counts_comments(self, line: str) -> bool:
        """Whether a line says how many comments there are: "6 thoughts on “Rain”", "There are 13 comments"."""
        return _DIGIT.search(line) is not None and self._counted_comments.search(line) is not None

    def may_head_comments(self, line: str) -> bool:
        """Whether a line may stand above comments: "Comments", "6 thoughts on Rain", "{ 38 comments … read them }"."""
        return self.heads_comments(line.strip(" ():0123456789")) or self._begins_with_count.match(line) is not None

    def begins_comment(self, line: str) -> bool:
        """Whether a line stands above a comment: a date and a time, or who says it ("Jo Hill says:")."""
        return self._ends_in_says.search(line) is not None or self.is_date(line)

    @cached_property
    def _ends_in_says(self) -> re.Pattern[str]:
        return re.compile(rf"\w \(?(?:{any_of(self.words('comment_says'))})\W{{0,3}}$", re.IGNORECASE)

    @cached_property
    def _begins_with_count(self) -> re.Pattern[str]:
        words = any_of(self.words("comments_counted"))
        return re.compile(rf"\W{{0,3}}\d{{1,4}}\W{{0,2}}(?:{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def _counted_comments(self) -> re.Pattern[str]:
        words, count = any_of(self.words("comments_counted")), r"\(?\d{1,4}\)?"
        on = r"(?:on|to|zu|auf|sur|à|en|em|su|op|over|do|к|на|på|til) ?[“„«»\"'‘”]"  # the headline, quoted
        return re.compile(
            rf"^(?:there are )?{count} ?(?:{words})(?!\w)(?:\W*$| {on})"
            rf"|^(?:{words})(?: ?[:：(]| ) ?{count}\W*$|[”“»》’\"] ?(?:有 ?)?{count} ?(?:{words})$|への ?{count}",
            re.IGNORECASE,
        )

    @cached_property
    def is_next_page(self) -> Is:
        """Whether a label leads to a listing's next page."""
        return Is(self.words("next_page"))

    @cached_property
    def is_home(self) -> Is:
        """Whether a step of a page's path is the home page."""
        return Is(self.words("home"))

    @cached_property
    def names_role(self) -> HoldsWord:
        """Whether a text says what somebody is rather than who."""
        return HoldsWord(self.words("roles"))

    @cached_property
    def names_organisation(self) -> HoldsWord:
        """Whether a name is that of a paper, an agency, a station, a company or an office."""
        return HoldsWord(self.words("organisations"))

    @cached_property
    def is_beside_names(self) -> HoldsWord:
        """Whether a text is what stands in bylines beside names: times, counters, calls to act."""
        return HoldsWord(self.words("no_names"))

    @cached_property
    def holds_wall(self) -> Holds:
        """Whether a short paragraph says what a paywall says."""
        return Holds(self.words("wall"))

    @cached_property
    def says_updated(self) -> Holds:
        """Whether a line speaks of a change."""
        return Holds(self.words("updated"))

    @cached_property
    def says_not_found(self) -> Holds:
        """Whether a title says that there is no such page."""
        return Holds(self.words("not_found"))

    @cached_property
    def says_challenge(self) -> Holds:
        """Whether a title is a bot check's."""
        return Holds(self.words("challenge"))

    @cached_property
    def says_notice(self) -> Holds:
        """Whether a sentence is one of a notice that stands in an article's place."""
        return Holds(self.words("notice"))

    @cached_property
    def says_members_only(self) -> Holds:
        """Whether a line below a teaser says that the rest is for members or subscribers."""
        return Holds(self.words("members_only"))

    @cached_property
    def says_login(self) -> Holds:
        """Whether a title is a login form's."""
        return Holds(self.words("login"))

    @cached_property
    def titles_consent(self) -> Holds:
        """Whether a title is that of a page that asks for consent."""
        return Holds(self.words("consent_title"))

    @cached_property
    def of_consent(self) -> Holds:
        """Words of pages that ask for consent."""
        return Holds(self.words("consent"))

    @cached_property
    def accepts(self) -> Holds:
        """Whether a button's label is that of consent."""
        return Holds(self.words("accept"))

    @cached_property
    def _sign_up(self) -> re.Pattern[str]:
        letter, ask = any_of(self.words("newsletter")), any_of(self.words("sign_up"))
        return re.compile(rf"(?:{ask}).{{0,80}}(?:{letter})|(?:{letter}).{{0,60}}(?:{ask})", re.IGNORECASE)

    @cached_property
    def _letter(self) -> Holds:
        return Holds(self.words("newsletter"))

    def asks_for_newsletter(self, text: str) -> bool:
        """Whether a text asks its readers to sign up for a newsletter."""
        return self._letter(text) and self._sign_up.search(text) is not None

    @cached_property
    def _says_by(self) -> Begins:
        by = self.words("by")
        labels = [f"{label}:" for label in (*by, *self.words("by_label"))]
        return Begins((*by, *self._written_by, *labels))

    @cached_property
    def _written_by(self) -> tuple[str, ...]:
        """What "written by" is in each of the languages."""
        tables = map(table, self.languages)
        return tuple(f"{how} {who}" for words in tables for how in words["written"] for who in words["by"])

    @cached_property
    def _holds_by(self) -> Holds:
        return Holds((*self.words("by"), *self.words("by_label")))

    @cached_property
    def _begin_by(self) -> frozenset[str]:
        """The first words of these phrases, of those that an ASCII line may hold."""
        return frozenset(first[0] for phrase in self.words("by", "by_label") if (first := _ASCII_WORDS.match(phrase)))

    def _may_say_by(self, line: str) -> bool:
        """Whether one of these phrases may stand in a line; of most the words alone tell that none does."""
        if line.isascii() and self._begin_by.isdisjoint(_ASCII_WORDS.findall(line.lower())):
            return False
        return self._holds_by(line)

    def says_by(self, text: str) -> int:
        """How many letters of a text's begin say "by" and the like; 0 where it does not begin so."""
        return self._says_by.length(text)

    @cached_property
    def says_by_alone(self) -> Is:
        """Whether a text is nothing but "Words by" and the like."""
        return Is((*self.words("by"), *self._written_by))

    @cached_property
    def _by_label(self) -> Is:
        return Is(self.words("by_label"))

    def is_by_label(self, text: str) -> bool:
        """Whether a text is nothing but what stands before a byline's names: "Words by", "Author:"."""
        return self.says_by_alone(text) or self._by_label(text)

    @cached_property
    def is_credit_label(self) -> Is:
        """Whether a text is nothing but what stands before a photographer's name."""
        return Is(self.words("credit"))

    @cached_property
    def _by_at_end(self) -> tuple[str, ...]:
        return tuple(f" {word}" for word in self.words("by", "on"))

    def ends_in_by(self, text: str) -> bool:
        """Whether a text ends in the word before a byline's names or date: "Published at 18:12 by", "Posted on"."""
        return text.lower().rstrip(" :").endswith(self._by_at_end)

    def is_byline(self, line: str) -> bool:
        """Whether a line says who wrote the article, perhaps when, and no more: "Von Karla Stein, 22.11.2026"."""
        if not line.isascii():
            if _reporter().match(line):
                return True
            line = _LABEL_IN_CJK.sub(r"\1: ", line).replace("：", ": ")
        if ": " not in line and not self._may_say_by(line):  # quicker to see than where its dates are
            return False
        line = _IN_BRACKETS.sub("", self.without_date(line)).replace(" : ", ": ")
        said = self._says_by.length(line)
        if not said:
            return False
        rest = line[said:].removeprefix(":")
        return rest[:1] == " " and _names_alone().match(rest, 1) is not None

    def behind_when(self, line: str) -> str:
        """What a line says behind when something was published, from "by" on: "Posted 3 days ago by Jane Doe"."""
        if not self._begins_with_when(line):
            return ""
        lower = line.lower()
        at = max((lower.find(f" {word} ") for word in self.words("by")), default=-1)
        return line[at + 1 :] if at > 0 else ""

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
        line = _GLUED.sub(" ", line)
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
    def says_when(self) -> Holds:
        """Whether a line says that something was published or changed."""
        return Holds(self.words("published", "updated"))

    @cached_property
    def _begins_with_when(self) -> Begins:
        return Begins(self.words("published", "updated"))

    @cached_property
    def _reading_time(self) -> Begins:
        return Begins(self.words("reading_time"))

    def is_date(self, text: str) -> bool:
        """Whether a paragraph is a date and a time and nothing else."""
        if not _DIGIT.search(text):
            return False
        text = _LEADING.sub("", text)
        said = self._begins_with_when.length(text)
        starts = range(said, said + _FAR + 1) if said else (0,)
        dates = (_DATE.match(text, start) for start in starts)
        return any(date is not None and self._is_whole_date(date, text) for date in dates)

    def _is_whole_date(self, date: re.Match[str], text: str) -> bool:
        return self._ends_date(text[date.end() :]) and (date["month"] is None or date["month"].lower() in months())

    def _ends_date(self, rest: str) -> bool:
        return not rest or ((said := self._reading_time.length(rest)) > 0 and _READING.match(rest, said) is not None)

    @cached_property
    def _source_lines(self) -> Begins:
        return Begins(self.words("source_lines"))

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
        marks = (_COPYRIGHT.search(caption), _CREDIT_AT_END.search(caption))
        found = [mark.start(1) for mark in marks if mark]
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
        return tuple(label.capitalize() for label in self.words("credit") if not is_pattern(label))

    @cached_property
    def _other_ends(self) -> re.Pattern[str] | None:
        return pattern_of(self.words("credit"))

    def ends_in_credit(self, text: str) -> bool:
        """Whether a text ends as a caption does and a paragraph does not."""
        if (colon := _LAST_COLON.search(text)) and text[: colon.start()].endswith(self._labels_at_end):
            return True
        return self._other_ends is not None and self._other_ends.search(text) is not None
