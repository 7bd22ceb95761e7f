#!/usr/bin/env python3
"""Write newscrawl/extract/vocabulary/calendar.toml: months and weekdays as the Unicode CLDR has them.

    .venv/bin/python tools/make_calendar.py

The languages stand in the order in which they are believed: "listopad", "lip" and "srp" mean different months in
Polish, Czech and Croatian, and are read as the first of these has them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, __version__

TARGET = Path(__file__).resolve().parent.parent / "newscrawl" / "extract" / "vocabulary" / "calendar.toml"

LANGUAGES = (
    "en de fr es it pt nl sv nb nn da fi is pl cs sk hu ro bg ru uk sr sr_Latn hr bs sl el tr az et lv lt ca gl eu "
    "ar fa he hi bn ta te mr gu pa ml kn ur id ms sw zu xh af sq mk hy ka kk uz th mn"
).split()

BESIDE = (
    "كانون-الثاني جانفي ژانویهٔ ינו জানুয়ারী", "شباط فيفري فوریهٔ פבר ফেব্রুয়ারী", "آذار اذار mrz",
    "نيسان أفريل افريل ابريل אפר", "أيار ايار ماي مهٔ می", "حزيران جوان يونيه",
    "تموز جويلية يوليوز يوليه ژوئیهٔ juill جولای",
    "آب أوت غشت اغسطس אוג آگوست", "أيلول ايلول شتنبر ספט", "اكتوبر אוק", "نونبر נוב", "دجنبر דצמ",
)  # fmt: skip
"""Month by month names of the Levant and the Maghreb, which CLDR keeps apart, and spellings met beside CLDR's."""

SHORTEST = 3
"""Letters of a name in scripts that have cases; in others two say a month ("मई")."""


def names(locale: Locale, table: str, number: int) -> Iterator[str]:
    """The names of a month or weekday: wide and abbreviated, within a date and alone."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield getattr(locale, table)[context][width][number].lower()


def may_be_name(name: str) -> bool:
    """Whether a name is one word of letters and long enough to mean nothing else."""
    is_word = not re.search(r"[\s\d./()|:;·]", name) and name[:1].isalpha()
    return is_word and len(name) >= (SHORTEST if name.upper() != name.lower() else 2)


def spellings(name: str, language: str) -> list[str]:
    """A name as it stands in a date: without its dot or dots, in Hebrew also behind the "in" that is written to it."""
    name = name.strip(" .\u200e\u200f").replace(".", "")
    extra = ["ב" + name] if language == "he" else ["مه"] if name == "مهٔ" else []
    return [name.replace("ٔ", "") if language == "fa" else name, name, *extra]


def months() -> list[dict[str, None]]:
    """The names of each month, each name with the first language that has it."""
    found: list[dict[str, None]] = [{} for _ in range(12)]
    taken: set[str] = set()
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for n in range(12):
            every = [s for name in names(locale, "months", n + 1) for s in spellings(name, language) if may_be_name(s)]
            found[n].update(dict.fromkeys(s for s in every if s not in taken or s in found[n]))
            taken.update(every)
    for n, beside in enumerate(BESIDE):
        found[n].update(dict.fromkeys(beside.split()))
    return found


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
    parts += ["[weekdays]"]
    files = sorted(path.stem for path in (TARGET.parent / "languages").glob("*.toml"))
    parts += [listed(language, weekdays(language)) for language in files]
    TARGET.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
