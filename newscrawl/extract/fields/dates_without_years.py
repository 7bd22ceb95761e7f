"""Days that a page writes without their year, beside one that has it: "11 March 2024, updated 12 March"."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newscrawl.extract.fields.date_days import YEAR_FIRST
from newscrawl.extract.fields.element_dates import Written

_YEAR = re.compile(r"(?<![\d:])(?:(?:19|20)\d\d(?![\d:])|(?<=[./-])\d{1,2}[./-]\d\d(?![\d:]))")
_NUMBERS = re.compile(r"(?<![\d.:/])(\d{1,2})\s?([./])\s?(\d{1,2})(?![\d:/])[./]?")
_CJK = re.compile(r"\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]")
_NAMED = re.compile(r"(?<!\d)\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,12}|[^\W\d]{3,12}\.?\s\d{1,2}(?!\d|:)")


def in_year(found: Iterable[Written], year: int, language: str) -> Iterator[tuple[str, str]]:
    """These dates with this year, those alone that lack one; each with where it stands."""
    for date in found:
        if not _YEAR.search(date.text.strip()):
            yield from ((text, date.source) for text in _in_year(date.text, year, language))


def before_changes(found: Iterable[Written]) -> Iterator[Written]:
    """Those said to be the publication's, and those that stand right before a change in its line."""
    for date, behind in pairwise(found):
        is_in_line = date.source == behind.source and behind.kind == "updated"
        if date.kind == "published" or (not date.kind and is_in_line):
            yield date


def _in_year(text: str, year: int, language: str) -> Iterator[str]:
    """A day and a month with a year, in each way in which they may be read."""
    if _CJK.search(text):
        yield _CJK.sub(lambda day: f"{year}년 {day[0]}" if "월" in day[0] else f"{year}年{day[0]}", text, count=1)
    if _NAMED.search(text):
        yield f"{text} {year}"
    if numbers := _NUMBERS.search(text):
        first, sign, second = numbers.groups()
        is_year_first = language.partition("-")[0] in YEAR_FIRST
        parts = (str(year), first, second) if is_year_first else (first, second, str(year))
        yield f"{text[: numbers.start()]}{sign.join(parts)} {text[numbers.end() :]}"
