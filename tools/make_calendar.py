#!/usr/bin/env python3
"""Write newscrawl/extract/vocabulary/calendar.toml: months and weekdays as the Unicode CLDR has them.

    .venv/bin/python tools/make_calendar.py

The languages stand in the order in which they are believed: "listopad", "lip" and "srp" mean different months in
Polish, Czech and Croatian, and are read as the first of these has them where a page does not say its language.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale, __version__

TARGET = Path(__file__).resolve().parent.parent / "newscrawl" / "extract" / "vocabulary" / "calendar.toml"

LANGUAGES = (
    "en de fr es it pt nl sv nb nn da fi is pl cs sk hu ro bg ru uk sr sr_Latn hr bs sl el tr az et lv lt ca gl eu "
    "ar fa he hi bn ta te mr gu pa ml kn ur id ms sw zu xh af sq mk hy ka kk uz th mn be fil ne km my lo tg tk ps"
).split()

IN_FULL = "cy ga mt lb fy br so ha am ky".split()
"""Languages of which only the whole names are taken, behind all others: their short forms are words elsewhere."""

BESIDE = (
    "جانفي ژانویهٔ ינו জানুয়ারী", "شباط فيفري فوریهٔ פבר ফেব্রুয়ারী फरवरी फर பெப்ரவரி ಫೆಬ್ರುವರಿ",
    "آذار اذار mrz", "نيسان أفريل افريل ابريل אפר", "أيار ايار ماي مهٔ می", "حزيران جوان يونيه",
    "تموز جويلية يوليوز يوليه ژوئیهٔ juill جولای",
    "آب أوت غشت اغسطس אוג آگوست", "أيلول ايلول شتنبر ספט سپټمبر सितम्बर",
    "اكتوبر אוק اکټوبر अक्तूबर ஒக்டோபர்", "نونبر נוב नवम्बर", "دجنبر דצמ दिसम्बर",
)  # fmt: skip
"""Month by month names of the Levant and the Maghreb, which CLDR keeps apart, and spellings met beside CLDR's."""

SHORTEST = 3
"""Letters of a name in scripts that have cases; in others two say a month ("मई")."""


WIDTHS = ("wide", "abbreviated")


def names(locale: Locale, table: str, number: int, widths: Sequence[str] = WIDTHS) -> Iterator[str]:
    """The names of a month or weekday: wide and abbreviated, within a date and alone."""
    for context in ("format", "stand-alone"):
        for width in widths:
            yield getattr(locale, table)[context][width][number].lower()


def may_be_name(name: str) -> bool:
    """Whether a name is one word of letters and long enough to mean nothing else."""
    is_word = not re.search(r"[\s\d./()|:;·]", name) and name[:1].isalpha()
    return is_word and len(name) >= (SHORTEST if name.upper() != name.lower() else 2)


def spellings(name: str, language: str) -> list[str]:
    """A name as it stands in a date: without its dot or dots, in Hebrew behind its "in", in Basque as "of" a month.

    In Khmer behind "month".
    """
    name = name.strip(" .\u200e\u200f").replace(".", "")
    extra = ["ב" + name] if language == "he" else ["مه"] if name == "مهٔ" else []
    extra += ["ខែ" + name] if language == "km" else []
    extra += [name + "ren", name + "k"] if language == "eu" and name.endswith("a") else []
    return [name.replace("ٔ", "") if language == "fa" else name, name, *extra]


def months_in(language: str) -> Iterator[tuple[int, str]]:
    """The months of a language by number, each name by itself."""
    locale = Locale.parse(language)
    widths = WIDTHS[:1] if language in IN_FULL else WIDTHS
    for n in range(12):
        for name in names(locale, "months", n + 1, widths):
            yield from ((n, s) for s in spellings(name, language) if may_be_name(s))


def months() -> list[dict[str, None]]:
    """The names of each month, each name with the first language that has it."""
    found: list[dict[str, None]] = [{} for _ in range(12)]
    taken: dict[str, int] = {}
    for language in (*LANGUAGES, *IN_FULL):
        for n, name in months_in(language):
            if taken.setdefault(name, n) == n:
                found[n][name] = None
    for n, beside in enumerate(BESIDE):
        found[n].update(dict.fromkeys(beside.split()))
    return found


def other_months() -> Iterator[tuple[str, str, int]]:
    """Language, name and number where a language's name is another month's in one that goes before."""
    taken: dict[str, int] = {}
    for language in LANGUAGES:
        own = dict.fromkeys(months_in(language))
        for n, name in own:
            if taken.setdefault(name, n) != n and (taken[name], name) not in own:
                yield language, name, n + 1


def weekdays(language: str) -> list[str]:
    """A language's weekdays in lower case."""
    locale = Locale.parse(language)
    return list(dict.fromkeys(name.strip(".") for n in range(7) for name in names(locale, "days", n)))


def listed(key: str, words: list[str]) -> str:
    """A key of the file with its words, wrapped."""
    lines, line = [], "   "
    for word in words:
        entry = f' "{word}",'
        if len(line + entry) > 118:
            lines.append(line)
            line = "   "
        line += entry
    return "\n".join([f"{key} = [", *lines, line, "]"])


def main() -> None:
    """Write the file."""
    source = f"# Written by tools/make_calendar.py from Babel {__version__} (CLDR). Change the script, not this file."
    parts = [source, "[months]"]
    parts += [listed(str(n), list(words)) for n, words in enumerate(months(), 1)]
    parts += ["[other_months]"]
    parts += [f'"{language} {name}" = {n}' for language, name, n in other_months()]
    parts += ["[weekdays]"]
    files = sorted(path.stem for path in (TARGET.parent / "languages").glob("*.toml"))
    parts += [listed(language, weekdays(language)) for language in files]
    TARGET.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
