"""Bylines that are told by their words: a line at the headline that says "by" and who."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.fields.byline_people import begins_with_role
from newscrawl.extract.fields.name_kinds import is_agency, is_person, is_role
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.person_names import BARS, BYLINE_LENGTH, NAME_LENGTH, UNSEEN, names_in
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.lexicon import all_languages
from newscrawl.extract.vocabulary.phrases import Phrases
from newscrawl.text.scripts import CJK, HAN, HANGUL, IN_CJK, KANA

LINE_PARTS = 12
"""Texts inside an element of which a line is made."""

_HOLDS_LINES = frozenset("p div ul ol table section article main header figure h1 h2 h3 h4".split())

_OPENING = tuple("(（【〔[")
_BRACKETS = re.compile(r"[(（【〔\[]([^()（）【】〔〕\[\]]+)[)）】〕\]]|[—–-]\s*(\S.*)")
"""The brackets around a line, or the dash before it, in which a text is signed."""

_SENTENCES = re.compile(r"(?<=\w{3})\.\s")
_DASHES = re.compile(r"(?:,\s)?[–—](?:,?\s)")
_MARKS = re.compile(r"^[\W_]{1,4}(?=\w)")
_OTHER_LABEL = re.compile(
    rf"(?:\s?[,;/]|\s[–—-])\s(?=[^\W\d_]{{2,15}}(?:\s[^\W\d_]{{2,15}})?\s?[:：])|\s(?=[^\W\d_]{{2,15}}\s?[:：])"
    rf"|\s(?=[{CJK}]{{1,6}}\s?[＝=／/|｜])|[、，]\s?(?=[{CJK}]{{1,6}}\s?[・＝=／/:：])"
)
"""Where another label stands behind the names: "Text: Jane Doe, photos: John Roe"."""

_GAP = re.compile(r"(?:[ \t\n]?\xa0){2,}[ \t\n]?")
"""The blanks by which editors set two of a line's parts apart: "Text by Jane Doe    Pictures by John Roe"."""

LONGEST_AFFIX = 40
"""Characters of what stands behind a name and a comma."""

_LABEL_END = re.compile("[:：＝=／|｜・]")
_AT_CLOCK = re.compile(r"\s(?:[^\W\d_]{1,3}\s)?\d{1,2}[:.h]\d{2}(?!\d)")
"""Where a time without a day stands behind them: "Posted by Jane Doe at 10:32 AM in Town"."""


def worded_byline(near: Near, text: str) -> list[str]:
    """The people of the first line at the headline, else of the text's last, that says "by" and who and no more."""
    phrases = near.page.phrases
    own = [(None, near.headline.tail or "")] if near.headline is not None else []
    lines = ((e, line) for e in near.lines for line in _lines(e, phrases))
    for element, line in chain(own, lines, [(None, without_brackets(text.split("\n")[-1]))]):
        line = without_brackets(line) if line.startswith(_OPENING) else line
        line = _GAP.sub(" | ", line) if "\xa0" in line else line
        line = _MARKS.sub("", " ".join(word for word in line.split() if "@" not in word)).rstrip(f" ,{UNSEEN}")
        said = _said_by(line, phrases) if len(line) <= BYLINE_LENGTH else ""
        if not said or (element is not None and near.is_of_others(element)):
            continue
        if people := [n for n in names_in(phrases.dates.without_date(said)) if is_person(n)]:
            return people
    return []


def who_was_sent(near: Near, text: str) -> str:
    """Who reports from elsewhere, with which a line at the headline or the text begins; "" where none does."""
    begins = chain((near.text(e) for e in near.lines), text.split("\n")[:LINES_ABOVE])
    sent = next(filter(None, map(_SENT_FROM.match, begins)), None)
    return sent[1] if sent and is_person(sent[1]) else ""


_SENT_FROM = re.compile(
    rf"[【\[（〔][^【】\[\]（）〔〕＝=]{{1,14}}[＝=]"
    rf"([{KANA}{HAN}]{{2,8}}|[{HANGUL}]{{2,5}}(?=\s?기자))(?:\s?기자)?[】\]）〕]"
)
"""How a Japanese or Korean report from elsewhere begins: "【パリ＝鈴木一郎】", "[부산=김민지 기자]"."""

LINES_ABOVE = 3
"""First lines of a text of which one may begin so."""


def without_brackets(line: str) -> str:
    """A short line without the brackets around it, or the dash before it, in which a text is signed: "(Jane Doe)"."""
    signed = _BRACKETS.fullmatch(line) if len(line) <= BYLINE_LENGTH else None
    return signed[1] or signed[2] if signed else line


def _said_by(line: str, phrases: Phrases) -> str:
    """A line that says "by" and who, or the part of it that does: "27.11.2026 | 14:07 | By Jane Doe"."""
    line = _with_label_before(line, phrases) if line.count("(") > 1 or line.endswith(")") else line
    if not phrases.bylines.may_be_byline(line):  # as most lines, which are seen in a tenth of the time
        return ""
    parts = BARS.split(line) if any(map(line.__contains__, "|·•")) else []
    parts += _SENTENCES.split(line) if ". " in line else []
    parts += _DASHES.split(line) if any(map(line.__contains__, "–—")) else []
    parts += _before_other_label(line, phrases) if any(map(line.__contains__, ":：＝=／/|｜・")) else []
    parts += line.split(";") if ";" in line else []
    parts += _AT_CLOCK.split(line, maxsplit=1)[:1]
    parts += _before_stroke(line) if "/" in line else []
    parts += [_without_roles(line)] if line.count(", ") > 1 else []
    parts += _behind_guest(line, phrases)
    parts += _before_what_they_are(line)
    parts += _before_place(line, phrases)
    parts += _beside_dates(line, phrases)
    said = phrases.bylines
    return next((part for part in (line, *parts, said.behind_when(line)) if part and said.is_byline(part)), "")


def _with_label_before(line: str, phrases: Phrases) -> str:
    """The part of a line whose label stands in brackets behind the name: "Text: Jane Doe" of "Jane Doe (Text) und John
    Roe (Fotos)"; any other line as it is."""
    parts = _LABELLED_BEHIND.findall(line)
    told = [(name, label) for name, label in parts if phrases.bylines.is_by_label(label)]
    is_list = told and all(pair in told or phrases.credits.is_credit_label(pair[1]) for pair in parts)
    return f"{told[0][1]}: {told[0][0]}" if is_list and is_person(told[0][0]) else line


_LABELLED_BEHIND = re.compile(r"([^\W\d_][^()/|,;+&]{2,60}?)\s?\(([^()]{3,25})\)")


def _behind_guest(line: str, phrases: Phrases) -> list[str]:
    """The part of a line that says who wrote, behind whom they asked or where: "Z Jane Doe rozmawiała Mary Major"."""
    if not _WITH_GUEST.match(line):
        return []
    lower = line.lower()
    asked = (lower.find(f" {word} ") for word in phrases.lexicon.words("by"))
    return [line[at + 1 :] for at in asked if at > 0]


_WITH_GUEST = re.compile(r"(?:[Zz]e?|[Ss][aeo]?|[Aa]us)\s[^\W\d_a-z]")


def _beside_dates(line: str, phrases: Phrases) -> Iterator[str]:
    """The parts of a line before and behind a date, up to its comma or place: "May 5, 2026 by Jane Doe in …"."""
    parts = phrases.dates.apart_from_dates(line)
    for part in parts if len(parts) > 1 and not begins_with_role(line) else ():
        if not part.isascii() and part != line:
            yield part
        said = f"{part.partition(', ')[0]} "
        places = (said.find(f" {word} ") for word in phrases.lexicon.words("behind_name"))
        yield said[: min((at for at in places if at > 0), default=len(said))].strip()


def _before_stroke(line: str) -> list[str]:
    """The part of a line before a stroke that stands alone, or before an agency's name: "Autor: Jane Doe/PAP"."""
    before, stroke, behind = line.partition(" / " if " / " in line else "/")
    return [before.rstrip(" ,")] if " " in stroke or is_agency(behind) else []


def _without_roles(line: str) -> str:
    """A line of several names without what each of them is: "By Jane Doe, health reporter, and John Roe, editor"."""
    first, *others = _FROM_PLACE.sub("", line).split(", ")
    return ", ".join(filter(None, [first, *map(_without_role, others)]))


_FROM_PLACE = re.compile(r", (?:à|au|en|in|aus|w|v) [^\W\d_a-z][^,\d]{1,30}(?=, )")
"""Where one of several wrote from: "Par Jane Doe, à Kiev, et John Roe"."""


def _without_role(part: str) -> str:
    """A part of a byline without the role in lower case that it begins with: "health reporter and John Roe"."""
    words = part.split()
    role = list(takewhile(lambda word: word.islower() and word not in _and(), words))
    return " ".join(words[len(role) :]) if role and is_role(" ".join(role)) else part


def _before_what_they_are(line: str) -> list[str]:
    """The part of a line before what somebody is or for whom they write: "By Jane Doe, special to the Post"."""
    cuts = (line.rpartition(", "), line.partition(", "))
    is_line = line[-1:].isalpha()
    before = [before for before, comma, behind in cuts if is_line and comma and 0 < len(behind) <= LONGEST_AFFIX]
    return [*before, *(line.split(" for ")[:1] if " for " in line else [])]


def _before_place(line: str, phrases: Phrases) -> list[str]:
    """The part of a line before the place it was written in, which ends it: "Una crónica de Jane Doe desde Kiev"."""
    match = _PLACE_AT_END.search(line)
    return [line[: match.start()]] if match and match[1] in phrases.lexicon.words("behind_name") else []


_PLACE_AT_END = re.compile(r" ([^\W\d_]{1,6})(?: [^\W\d_a-z][\w’'-]{1,30}){1,3}\Z")


def _before_other_label(line: str, phrases: Phrases) -> list[str]:
    """The part of a line before a second label; those of a broadcast have a role as the first: "Editor: Jane Doe"."""
    first, *others = _OTHER_LABEL.split(line)
    labels = [_LABEL_END.split(other)[0].strip() for other in others]
    is_credit = any(phrases.credits.is_credit_label(label) or is_role(label) for label in labels)
    by = [
        other.partition(", ")[0]
        for other, label in zip(others, labels, strict=True)
        if phrases.bylines.is_by_label(label) and (IN_CJK.search(label) or not phrases.bylines.says_by_alone(label))
    ]
    return [first, *by] if is_credit or (others and not begins_with_role(line)) else []


@cache
def _and() -> frozenset[str]:
    """Words that stand between names, in elements of their own, too: "<a>Jane Doe</a> and <a>John Roe</a>"."""
    return frozenset(all_languages().words("and"))


def _lines(element: Element, phrases: Phrases) -> Iterator[str]:
    """The lines that an element holds, their parts told apart by commas, and the one behind it that has no element."""
    if not any(child.tag in _HOLDS_LINES for child in element):
        is_whole = element.find("br") is None or begins_with_role(element.text or "")
        rows = [element.itertext()] if is_whole else _rows(element)
        yield from filter(None, (_line(map(str, row), phrases) for row in rows))
    elif begin := (element.text or "").strip():
        yield begin
    tail = (element.tail or "").lstrip()
    yield f"{text_of(element)[:NAME_LENGTH]}{tail}" if tail.startswith(":") else tail


def _rows(element: Element) -> Iterator[list[str]]:
    """The texts of an element up to each of its breaks."""
    row = [element.text or ""]
    for child in islice(element, 2 * LINE_PARTS):
        if child.tag == "br":
            yield row
            row = []
        else:
            row += map(str, child.itertext())
        row.append(child.tail or "")
    yield row


def _line(texts: Iterable[str], phrases: Phrases) -> str:
    """A line of some texts; what does not go on with the one before it is told apart by a comma."""
    line = ""
    for part in islice(filter(_says_something, texts), LINE_PARTS):
        is_open = line.rstrip().endswith(("|", ":")) or phrases.bylines.ends_in_by(line)
        goes_on = is_open or len(line.split()) < 3 or _is_bar(part)
        goes_on = goes_on or not _and().isdisjoint((part.strip(), *line.split()[-1:]))
        if part.lstrip().startswith(","):
            line = f"{line.rstrip()}{part}"
            continue
        line += f"{' ' if goes_on else ', '}{'|' if _is_bar(part) else part}"
    return line.strip(" ,")


def _says_something(part: str) -> bool:
    return any(map(str.isalnum, part)) or _is_bar(part)


def _is_bar(part: str) -> bool:
    return BARS.fullmatch(part) is not None
