"""The date parser: a point of time as a page writes it, in ISO 8601 and the like or in words."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.extract.fields.calendars import in_gregorian
from newscrawl.extract.vocabulary.calendar import month
from newscrawl.text.zones import ZONES


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time of a page."""

    when: datetime
    """Aware where the page names a zone, naive where it names none."""

    day_only: bool = False
    """True where the page gives a day without a time; `when` is then that day's midnight, naive."""


# The day before the month in numbers, except in these places (CLDR's short date formats of en and fil).
MONTH_FIRST = frozenset({"en-us", "en-ph", "fil-ph", "es-pr"})

# Years of two digits come first where whole ones do.
YEAR_FIRST = frozenset({"ko", "ja", "zh"})

_AMERICAN_CLOCK = re.compile(r"\d\s?(?:[ap]\.?m\.?)?\s?[ECMP][SD]?T\b", re.I)
"""A clock in a zone of America, where the month comes first."""

# English without a country may be either; such a date is believed only where both readings agree.
EITHER = frozenset({"", "en"})

_OFFSET = r"(?:UTC|GMT)?\s?([+\-\u2212])(\d{2}):?(\d{2})?"
_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{1,2})(?:[.,:](\d+))?)?"
_ISO = re.compile(
    rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?:(?:\s[-–]\s|[T\s,|]+)(?:at\s)?{_CLOCK})?(?!\d)\s*(?:{_OFFSET}(?!\d)|([A-Za-z]+))?"
)
_SECONDS = re.compile(r"(\d{10}|\d{13})|/Date\((\d{13})(?:[+-]\d{4})?\)/")
"""Since 1970, alone or as .NET writes them into JSON."""
_COMPACT = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)(?:T?(\d{2})(\d{2})(\d{2})?)?(Z?)")
_CJK = re.compile(
    r"(\d{4})\s?(?:[年년]|оны)\s?(\d{1,2})\s?(?:[月월]|(?:-р |-?[дд][уү]г[аэ]+р )?сарын)\s?(\d{1,2})\s?[日일]?"
)
"""In Mongolian, too: "2025 оны 9-р сарын 24"."""
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.]|\.\s)(\d{1,2})\2(\d{1,2})(?!\d)")
_VIETNAMESE = re.compile(
    r"(?<!\d)(\d{1,2})\s+(?:tháng|thg)\s?(\d{1,2})\s?(?:,|năm|\s|/)\s?(?:năm\s)?(\d{4})(?!\d)", re.I
)
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_MONTH = "|".join(sorted(_ROMAN_MONTHS, key=len, reverse=True))
_ROMAN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})[. ]\s?(?P<first>{_ROMAN_MONTH})[. ]\s?(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<year_first>(?:19|20)\d\d)\.\s?(?P<second>{_ROMAN_MONTH})\.\s?(?P<day_last>\d{{1,2}})(?!\d)"
)
_NUMBERS = re.compile(r"(?<![\d.:])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?(?:\2|-)\s?(\d{4}|\d{2})(?![\d:])")
_WORD = re.compile(r"[^\W\d_][^\s\d,./()|:;·-]*")
_NEXT_WORD = re.compile(rf"[\s.-]{{1,3}}({_WORD.pattern})")
_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|ης|η|º|ª|a|\.)?(?:\s|-|/|,|of|de|en|ng|ta[’'])*$", re.I)
_DAY_AFTER = re.compile(r"\.?[\s,-]*(\d{1,2})(?!\d|:)(?:st|nd|rd|th|º|\.)?")
_YEAR = re.compile(r"(?<![\d:])((?:19|20)\d{2})(?!\d)")
_YEAR_JUST_BEFORE = re.compile(r"(?<![\d:])((?:19|20)\d{2})(?:\s?(?:\(?e\)?ko|ko|m|թ|ж|г|оны)(?!\w))?[.\s,-]*$")
_SHORT_YEAR = re.compile(r"^\.?[\s,-]*(?:de\s)?'?(\d{2})(?![\d:.])")
_QUOTED_YEAR = re.compile(r"^[\s\d,a-z]{1,8}['’](\d{2})(?!\d)")
_TIME = re.compile(
    r"(?P<before>上午|下午|晚上|凌晨|오전|오후|午前|午後|ص|م)?\s?(?<![\d.,/-])(?P<hour>[0-2]?\d)\s?"
    r"(?:[:.h時时点시]\s?(?P<minute>[0-5]\d)(?:[:분分]\s?(?P<second>[0-5]\d))?[分분]?)?(?!\d|[.,/-]\d)"
    r"\s?(?P<after>[ap]\.?\s?m\b\.?|[صم](?!\w))?", re.I
)  # fmt: skip
_ZONE_WORD = re.compile(r"\b([A-Za-z]{1,4}T|UTC|GMT|MEZ|MESZ|MSK|МСК|WIB|(?<=\d )Z)\b")
_OFFSET_ALONE = re.compile(
    r"(?:(?:UTC|GMT)\s?([+\-\u2212])(\d{1,2})(?::?(\d{2}))?|(?<=\d)\s?([+\-])(\d{2}):?(\d{2}))(?!\d)"
)

# Characters behind a day within which its time stands.
NEAR_CLOCK = 14

# Longer than any byline's date with its words; beyond it a text is prose in which a date means something else.
LONGEST = 160


def stamp(text: str, *, language: str = "") -> Stamp | None:
    """The time that a text names, or None. `language`: the page's BCP 47 tag, to read 03/04/2024."""
    text = text[:LONGEST].replace("\xa0", " ").strip()
    if not text.isascii():  # Arabic and other digits
        text = re.sub(r"\d", lambda m: str(int(m[0])), text.translate(_MARKS))
    language = "en-us" if language.lower() in EITHER and _AMERICAN_CLOCK.search(text) else language.lower()
    text = in_gregorian(text, language)
    try:
        found = _machine(text) or _worded(text, language)
    except (ValueError, OverflowError):
        return None
    return found if found and _believable(found.when) else None


_MARKS = {ord(mark): None for mark in "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"} | {ord("،"): ","}
"""Marks that tell which way a line runs, and the Arabic comma."""


def zone(name: str) -> tzinfo | None:
    """The zone of an IANA name, or None where there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _believable(when: datetime) -> bool:
    """Not the zero of some clock (0001-01-01, 1970-01-01 in any zone) and not of a far future."""
    return 1800 < when.year < 2100 and (when.year, when.month, when.day) not in _ZERO


_ZERO = ((1969, 12, 31), (1970, 1, 1))


def _machine(text: str) -> Stamp | None:
    if match := _SECONDS.fullmatch(text):
        return Stamp(datetime.fromtimestamp(int((match[1] or match[2])[:10]), UTC))
    if match := _COMPACT.fullmatch(text):
        return _at(match[1], match[2], match[3], match[4], match[5], match[6], tz=UTC if match[7] else None)
    if match := _ISO.search(text):
        year, _, month, day, hour, minute, second, fraction, sign, hours, minutes, word = match.groups()
        behind = text[match.end() : match.end() + NEAR_CLOCK]
        if (word or "").lower() in ("am", "pm") or (hour is None and not word and _clock(behind)):
            return None  # twelve-hour clocks, and those behind a weekday, are read with the words
        tz = _offset(sign, hours, minutes) if sign else _named(word, text[match.end() :])
        return _at(year, month, day, hour, minute, second, fraction, tz=tz)
    return None


def _at(year: str, month: str, day: str, hour: str | None = None, minute: str | None = None, second: str | None = None,
        fraction: str | None = None, *, tz: tzinfo | None = None) -> Stamp:  # fmt: skip
    number = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
    date = datetime(number, int(month), int(day))  # noqa: DTZ001 (naive until the page's zone is known)
    if hour is None:
        return Stamp(date, day_only=True)
    micro = int(((fraction or "") + "000000")[:6])
    clock = date.replace(minute=int(minute or 0), second=min(int(second or 0), 59), microsecond=micro, tzinfo=tz)
    return Stamp(clock + timedelta(days=1) if hour == "24" else clock.replace(hour=int(hour)))


def _offset(sign: str, hours: str, minutes: str | None) -> timezone:
    distance = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-distance if sign in "-\u2212" else distance)


def _named(word: str | None, rest: str = "") -> tzinfo | None:
    if word and word.lower() in ZONES:
        if word.lower() in ("gmt", "utc") and (match := re.match(r"\s?([+\-])(\d{1,2}):?(\d{2})?", rest)):
            return _offset(*match.groups())
        return timezone(timedelta(hours=ZONES[word.lower()]))
    return None


def _worded(text: str, language: str) -> Stamp | None:
    numbered = _cjk_day(text) or _year_first_day(text) or _vietnamese_day(text) or _roman_day(text)
    day = numbered or _named_day(text, language) or _numbered_day(text, language)
    if day is None:
        return None
    (year, month, number), rest = day
    clock = _clock(rest)
    if clock is None:
        return _at(year, month, number)
    return _at(year, month, number, *clock, tz=_zone_in(rest))


_Day = tuple[tuple[str, str, str], str]
"""Year, month and day, and the text without them."""


def _cjk_day(text: str) -> _Day | None:
    match = _CJK.search(text)
    return ((match[1], match[2], match[3]), _without(text, match.start(), match.end())) if match else None


def _year_first_day(text: str) -> _Day | None:
    match = _YEAR_FIRST.search(text)
    return ((match[1], match[3], match[4]), _without(text, match.start(), match.end())) if match else None


def _vietnamese_day(text: str) -> _Day | None:
    match = _VIETNAMESE.search(text)
    return ((match[3], match[2], match[1]), _without(text, match.start(), match.end())) if match else None


def _roman_day(text: str) -> _Day | None:
    """A day whose month is a Roman number, as in Poland and Hungary: "14.V.2024", "2024. V. 14."."""
    match = _ROMAN.search(text)
    if match is None:
        return None
    month = str(_ROMAN_MONTHS.index(match["first"] or match["second"]) + 1)
    day = (match["year"] or match["year_first"], month, match["day"] or match["day_last"])
    return day, _without(text, match.start(), match.end())


def _numbered_day(text: str, language: str) -> _Day | None:
    match = _NUMBERS.search(text)
    if match is None:
        return None
    first, second, year = match[1], match[3], match[4]
    if len(year) == 2 and language.partition("-")[0] in YEAR_FIRST:
        return (first, second, year), _without(text, match.start(), match.end())
    may_be_month_first = match[2] in "/-"  # with dots the day is first everywhere
    month_first = int(second) > 12 or (may_be_month_first and int(first) <= 12 and language in MONTH_FIRST)
    if may_be_month_first and language in EITHER and int(first) <= 12 and int(second) <= 12 and first != second:
        return None
    day, month = (second, first) if month_first else (first, second)
    return (year, month, day), _without(text, match.start(), match.end())


def _named_day(text: str, language: str) -> _Day | None:
    for word in _WORD.finditer(text):
        number = _month(word[0].lower(), language)
        if number is None:
            continue
        before, after = text[: word.start()], text[word.end() :]
        if year := _year_beside(before, after):
            near = after[: year.start(1)] if year.string is after else after
            if day := _DAY_BEFORE.search(before):
                start, end = day.start(), word.end()
            elif (day := _DAY_AFTER.match(near)) and not _is_month(_NEXT_WORD.match(near, day.end()), language):
                start, end = word.start(), word.end() + day.end()
            else:
                continue
            rest = _without(text, start, end)
            return (year[1], str(number), day[1]), rest.replace(year[1], " ", 1) if len(year[1]) == 4 else rest
    return None


def _year_beside(before: str, after: str) -> re.Match[str] | None:
    """A month's year: behind it, or before it as in Hungarian, where two digits behind it are the day."""
    whole = _YEAR.search(after) or _YEAR_JUST_BEFORE.search(before)
    return whole or _SHORT_YEAR.search(after) or _QUOTED_YEAR.search(after) or _YEAR.search(before)


def _is_month(behind: re.Match[str] | None, language: str) -> bool:
    """Whether a month stands behind a day, so that the word before it is a weekday: "mar. 24 juin 2025"."""
    return behind is not None and _month(behind[1].lower(), language) is not None


def _month(word: str, language: str) -> int | None:
    return month(word, language) or month(word.translate(_ARABIC_LETTERS))


_ARABIC_LETTERS = str.maketrans("یک", "يك")
"""Persian keyboards write Arabic months with letters of their own."""


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} | {text[end:]}"


def _clock(text: str) -> tuple[str, str, str | None] | None:
    """Hour, minute, second of a time in words: 14:05, 14.05 Uhr, 21h37, 2:05 p.m., 下午2:05, 21時37分."""
    for match in _TIME.finditer(text):
        half = (match["before"] or match["after"] or "").lower()
        if match["minute"] is None and not half:
            continue
        hour = int(match["hour"])
        if half and hour <= 12:
            late = half.startswith("p") or half in ("下午", "晚上", "오후", "午後", "م")
            hour = hour % 12 + (12 if late else 0)
        if hour < 24 or (hour, match["minute"]) == (24, "00"):
            return str(hour), match["minute"] or "0", match["second"]
    return None


def _zone_in(text: str) -> tzinfo | None:
    if match := _OFFSET_ALONE.search(text):
        return _offset(*(match.groups()[:3] if match[1] else match.groups()[3:]))
    return next((tz for word in _ZONE_WORD.findall(text) if (tz := _named(word))), None)
