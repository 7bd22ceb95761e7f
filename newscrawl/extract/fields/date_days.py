"""The day that a text names, in words or in numbers."""

import re

from newscrawl.extract.vocabulary.calendar import month

Day = tuple[str, str, str]
"""Year, month and day in digits; a year may have two."""

_Found = tuple[Day, str]
"""A day, and the text without it."""

MONTH_FIRST = frozenset({"en-us", "en-ph", "fil-ph", "es-pr"})
"""The day stands before the month in numbers except in these places (CLDR's short date formats of en and fil)."""

YEAR_FIRST = frozenset({"ko", "ja", "zh"})
"""Years of two digits come first where whole ones do."""

EITHER = frozenset({"", "en"})
"""English without a country may be either; such a date is believed only where both readings agree."""

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

_ARABIC_LETTERS = str.maketrans("یک", "يك")
"""Persian keyboards write Arabic months with letters of their own."""


def day_in(text: str, language: str) -> _Found | None:
    """The day that a text names in words or in numbers."""
    numbered = _cjk_day(text) or _year_first_day(text) or _vietnamese_day(text) or _roman_day(text)
    return numbered or _named_day(text, language) or _numbered_day(text, language)


def _cjk_day(text: str) -> _Found | None:
    match = _CJK.search(text)
    return ((match[1], match[2], match[3]), _without(text, match.start(), match.end())) if match else None


def _year_first_day(text: str) -> _Found | None:
    match = _YEAR_FIRST.search(text)
    return ((match[1], match[3], match[4]), _without(text, match.start(), match.end())) if match else None


def _vietnamese_day(text: str) -> _Found | None:
    match = _VIETNAMESE.search(text)
    return ((match[3], match[2], match[1]), _without(text, match.start(), match.end())) if match else None


def _roman_day(text: str) -> _Found | None:
    """A day whose month is a Roman number, as in Poland and Hungary: "14.V.2024", "2024. V. 14."."""
    match = _ROMAN.search(text)
    if match is None:
        return None
    month = str(_ROMAN_MONTHS.index(match["first"] or match["second"]) + 1)
    day = (match["year"] or match["year_first"], month, match["day"] or match["day_last"])
    return day, _without(text, match.start(), match.end())


def _numbered_day(text: str, language: str) -> _Found | None:
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


def _named_day(text: str, language: str) -> _Found | None:
    for word in _WORD.finditer(text):
        number = _month(word[0].lower(), language)
        if number is None:
            continue
        before, after = text[: word.start()], text[word.end() :]
        if year := _year_beside(before, after):
            near = after[: year.start(1)] if year.string is after else after
            day = _DAY_BEFORE.search(before)
            if day and not ("," in day[0] and _DAY_AFTER.match(near)):  # not "No. 3, March 11, 2025"
                start, end = day.start(), word.end()
            elif (day := _DAY_AFTER.match(near)) and not _is_of_other_month(day, after, language):
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


def _is_of_other_month(day: re.Match[str], after: str, language: str) -> bool:
    """Whether a month stands behind a day, so that the word before it is none: "mar. 24 juin 2025", "Jo May 7.6.2025".

    `after`: the text behind the word, with the year.
    """
    behind = _NEXT_WORD.match(after, day.end())
    is_named = behind is not None and _month(behind[1].lower(), language) is not None
    return is_named or _NUMBERS.match(after, day.start(1)) is not None


def _month(word: str, language: str) -> int | None:
    return month(word, language) or month(word.translate(_ARABIC_LETTERS))


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} | {text[end:]}"
