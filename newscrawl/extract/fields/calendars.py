"""Years of other calendars, written as those of the Gregorian one before a date is read.

- Thailand counts from the Buddha's death: 543 years more than the Gregorian year, with its months (law of 1941).
- Iran and Afghanistan count from 622 in solar years that begin with spring (Solar Hijri). The days of the months are
  fixed: six of 31, five of 30, the last 29, or 30 in leap years. These repeat in 33 years: where the year's rest by 33
  is 1, 5, 9, 13, 17, 22, 26 or 30, which agrees with Iran's official calendar from 1178 to 1633.
- Japan counts the years of an emperor's reign. The first year of each is that in which the reign began.
- Taiwan counts the years of the Republic: 1912 is the first. Its own pages need not say so: "114年2月3日".

- The Levant has two months of two words each, told apart as the first and the second: written as one word.
- Nepal is 56 or 57 years ahead (Bikram Sambat), with months of lengths that follow no rule: such a date is none here.

A year is converted only where the text or the page's language says which calendar it belongs to.
"""

import re
from datetime import date, timedelta

from newscrawl.extract.vocabulary.calendar import SOLAR_MONTHS

_ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019, "民國": 1912, "民国": 1912}

_DIGITS = {d: n for n, d in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_KANJI = "〇零元一二三四五六七八九十百"

_EAST_ASIAN = re.compile(
    rf"({'|'.join(_ERAS)})?\s?(\d{{1,4}}|[{_KANJI}]{{1,5}})\s?年\s?(\d{{1,2}}|[{_KANJI}]{{1,3}})\s?月"
    rf"\s?(\d{{1,2}}|[{_KANJI}]{{1,3}})\s?日"
)
_REPUBLIC = re.compile(r"民[國国]\s?(\d{2,3})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})(?!\d)")

# "114年2月3日", "114/02/03": a page from Taiwan need not say which years it counts.
_TAIWAN = re.compile(r"(?<!\d)(1\d\d)(?:\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日|([./-])(\d{1,2})\4(\d{1,2})(?!\d))")
_OF_TAIWAN = ("zh-tw", "zh-hant-tw", "zh-hant")

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_THAI_DOT = re.compile(r"(?<=[\u0e00-\u0e7f])\.(?=[\u0e00-\u0e7f]|\s|\d|$)")
_BUDDHIST = re.compile(r"(?<!\d)(2[45]\d\d)(?!\d|:)")
_BUDDHIST_SHORT = re.compile(r"(?<!\d)(\d{1,2}\s?[\u0e00-\u0e7f]{2,9}\s?)(\d\d)(?![\d:.])")
_BUDDHIST_AHEAD = 543

# Two digits of a year in Thailand are those of a Buddhist year of this century, or of a Gregorian one before 2043.
_SHORT_BUDDHIST = range(43, 84)

_SOLAR_NAME = "|".join(SOLAR_MONTHS)
_SOLAR_YEAR = r"(?<!\d)(1[34]\d\d)(?!\d)"
_SOLAR_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\s?ام|\s?م)?\s+({_SOLAR_NAME})(?:\s?ماه)?[\s,،]+(?:سال\s)?{_SOLAR_YEAR}"
)
_SOLAR_YEAR_FIRST = re.compile(rf"{_SOLAR_YEAR}\s?([/.-])\s?(\d{{1,2}})\s?\2\s?(\d{{1,2}})(?!\d)")
_SOLAR_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?{_SOLAR_YEAR}")
_SOLAR_LANGUAGES = ("fa", "ps", "prs")
_PERSIAN_LETTERS = str.maketrans("يك", "یک")

_NEPALESE_YEAR = re.compile(r"(?<!\d)20[5-9]\d(?!\d|:)")

_LEVANTINE = re.compile(r"(تشرين|كانون)\s(?:ال)?([أا]ول|ثاني)")
_LEVANTINE_MONTHS = {
    (name, which): month
    for name, months in (("تشرين", ("أكتوبر", "نوفمبر")), ("كانون", ("ديسمبر", "يناير")))
    for which, month in (("أول", months[0]), ("اول", months[0]), ("ثاني", months[1]))
}

_LEAP_RESTS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_SPRING_OF_1300 = date(1921, 3, 21)
_MONTH_DAYS = (31,) * 6 + (30,) * 5


def in_gregorian(text: str, language: str) -> str:
    """A text with its dates in the Gregorian calendar; its digits are ASCII ones. `language`: a BCP 47 tag."""
    spoken = language.partition("-")[0]
    if language.lower() in _OF_TAIWAN and "民" not in text:
        text = _TAIWAN.sub(lambda m: f"民國{m[1]}年{m[2] or m[5]}月{m[3] or m[6]}日", text)
    if "年" in text or "民" in text:
        return _EAST_ASIAN.sub(_from_east_asian, _REPUBLIC.sub(r"民國\1年\2月\3日", text))
    if spoken == "th" or _THAI.search(text):
        return _from_thai(text)
    if spoken == "ne":
        text = _NEPALESE_YEAR.sub("", text)
    if not text.isascii():
        text = _LEVANTINE.sub(lambda m: _LEVANTINE_MONTHS[m[1], m[2]], text)
        text = _SOLAR_WORDS.sub(_from_solar_words, text.translate(_PERSIAN_LETTERS)) if _says_solar(text) else text
    if spoken in _SOLAR_LANGUAGES:
        text = _SOLAR_YEAR_FIRST.sub(lambda m: _from_solar(m, (m[1], m[3], m[4]), "%Y-%m-%d"), text)
        text = _SOLAR_DAY_FIRST.sub(lambda m: _from_solar(m, (m[4], m[3], m[1])), text)
    return text


def solar_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri one from 1300 on; None where there is no such day."""
    if not (1300 <= year < 1500 and 1 <= month <= 12 and 1 <= day <= _days_in(year, month)):
        return None
    years = sum(366 if _is_leap(before) else 365 for before in range(1300, year))
    return _SPRING_OF_1300 + timedelta(days=years + sum(_MONTH_DAYS[: month - 1]) + day - 1)


def _days_in(year: int, month: int) -> int:
    return _MONTH_DAYS[month - 1] if month < 12 else 30 if _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP_RESTS


def _says_solar(text: str) -> bool:
    return re.search(_SOLAR_YEAR, text) is not None


def _from_solar_words(match: re.Match[str]) -> str:
    return _from_solar(match, (match[3], SOLAR_MONTHS[match[2]], match[1]))


def _from_solar(match: re.Match[str], day: tuple[str | int, ...], form: str = "%d.%m.%Y") -> str:
    """The Gregorian form of a match, whose `day` is a year, a month and a day."""
    found = solar_day(*map(int, day))
    return found.strftime(form) if found else match[0]


def _from_thai(text: str) -> str:
    text = _THAI_DOT.sub("", text)
    text = _BUDDHIST_SHORT.sub(lambda m: m[1] + _short_year(m[2]), text)
    return _BUDDHIST.sub(lambda m: str(int(m[1]) - _BUDDHIST_AHEAD), text)


def _short_year(digits: str) -> str:
    return f"25{digits}" if int(digits) in _SHORT_BUDDHIST else digits


def _from_east_asian(match: re.Match[str]) -> str:
    year, month, day = (_number(match[n]) for n in (2, 3, 4))
    return f"{year + _ERAS[match[1]] - 1 if match[1] else year}年{month}月{day}日"


def _number(text: str) -> int:
    """A number in digits or in Chinese characters: 12, 十二, 一二."""
    if text.isdigit():
        return int(text)
    if not re.search("[十百]", text):
        return int("".join(str(_DIGITS[c]) for c in text))
    hundreds, hundred, rest = re.sub("[零〇]", "", text).rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return 100 * _times(hundreds, hundred) + 10 * _times(tens, ten) + _DIGITS.get(ones, 0)


def _times(digit: str, unit: str) -> int:
    """How often a unit is counted: not at all without it, once where no digit stands before it."""
    return _DIGITS.get(digit, 1) if unit else 0
