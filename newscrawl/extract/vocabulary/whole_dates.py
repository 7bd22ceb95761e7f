"""Whole dates: lines that are a day, perhaps with its weekday and hour, and nothing else, in any language.

Such a line need not look like any form of a date that is known: it holds a year, a day, a month's name or the signs of
a date, and no word that is none of a date's.
"""

import re
from collections.abc import Container

from newscrawl.extract.vocabulary.calendar import SOLAR_MONTHS, months

LONGEST_LINE, FEWEST, MOST = 60, 2, 8
"""Characters of such a line, and how many numbers it has."""

FIRST_YEAR, LAST_YEAR, LAST_DAY = 1300, 2700, 31
"""Years of the calendars in use, and the days of a month."""

_NUMBER = re.compile(r"\d+")
_APART = re.compile(r"[\s\d.,:;/|·•–—()（）\[\]'’،+年月日号時时分秒년월일시분]+")
_SIGNED = re.compile(
    r"\d{4} ?[年년]\s?\d{1,2} ?[月월]\s?\d{1,2}|\d{1,2} tháng \d|"
    r"\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{4}"
)
"""A day without a month's name."""

_BESIDE = frozenset(
    "a à às al alle am an ao as at d da das de del den der dia día die dne do du el em en g giờ h hod hora horas hr "
    "hrs hs i il in jam kello kl klo klockan klokken l la las le les lúc m ngày năm o ob of om on op or ora ore os p "
    "pe pukul saat the tháng u uhr um v ve vom z г года год о от р року рік у στις ώρα م ص مساء صباحا الساعة ساعت น "
    "วันที่ เวลา เดือน พ ศ को बजे 오전 오후 上午 下午 午前 午後 星期 周 "
    "t thứ hai ba tư sáu bảy chủ nhật "
    "cest cet bst edt est et gmt ist jst mesz mez msk pdt pst pt utc wib wit wita мск".split()
)
"""What stands beside the numbers of dates: "of", "at", "o'clock", zones."""
_DAYS_OF_ASIA = frozenset("月火水木金土日一二三四五六天")


def is_whole_date(line: str, weekdays: Container[str]) -> bool:
    """Whether a line is a whole date. `weekdays`: their names in lower case in the languages that it may be in."""
    numbers = [int(number) for number in _NUMBER.findall(line)] if len(line) <= LONGEST_LINE else []
    years = sum(FIRST_YEAR <= number <= LAST_YEAR for number in numbers)
    if not FEWEST <= len(numbers) <= MOST or years != 1 or not any(0 < number <= LAST_DAY for number in numbers):
        return False  # two years are a stretch of time
    words = [word for part in _APART.split(line.lower()) if (word := part.strip("-"))]
    others = [word for word in words if word not in months() and word not in SOLAR_MONTHS]
    has_day = len(others) < len(words) or _SIGNED.search(line) is not None
    return has_day and all(word in _BESIDE or word in weekdays or word in _DAYS_OF_ASIA for word in others)
