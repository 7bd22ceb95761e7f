"""Bylines that readers see near the headline: known by an element's name, or by their words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, islice, takewhile

from lxml import etree

from newscrawl.extract.fields.near import LONGEST_CARD, Near
from newscrawl.extract.fields.person_names import (
    BARS,
    BYLINE_LENGTH,
    NAME_LENGTH,
    are_names_alone,
    is_person,
    is_role,
    names_in,
)
from newscrawl.extract.fields.topic_links import files_article
from newscrawl.extract.page.links import leads_away, leads_to_author_page
from newscrawl.extract.page.page import Page, following, is_longer, text_of
from newscrawl.extract.vocabulary.lexicon import all_languages
from newscrawl.extract.vocabulary.matching import any_of
from newscrawl.extract.vocabulary.names import parts_of, roles
from newscrawl.extract.vocabulary.phrases import Phrases
from newscrawl.text.scripts import CJK

# People behind the second paragraph, of so many characters, who are more than wrote one article.
LIST_OF_PEOPLE, PARAGRAPH = 3, 120

# A box of the author stands below the text; levels around a byline there in which a link, so long, is a story's.
BELOW, LEVELS_OF_CARD, HEADLINE_LINK = 3000, 4, 40

# A row of other stories: levels around a byline, links of a box that are looked at, words of a headline.
LEVELS_OF_ROW, LINKS_OF_CARD, WORDS_OF_HEADLINE = 2, 4, 3

# Parts of a line: an element of few, without blocks in it.
LINE_PARTS = 12
_HOLDS_LINES = frozenset("p div ul ol table section article main header figure h1 h2 h3 h4".split())

_BYLINE_TAGS = tuple("a span div p li address section footer strong b em i cite small dt dd h2 h3 h4 h5 h6".split())

# Elements of a label alone, with itself: "<span><b>Words</b> by</span>".
LABEL_PARTS = 4

# Elements behind a label among which the names stand; a box around them may hold the author's life as well.
BEHIND_LABEL = 3

_IN_BYLINES = parts_of("byline")

_SENTENCES = re.compile(r"(?<=\w{3})\.\s")
_DASHES = re.compile(r"(?:,\s)?[–—](?:,?\s)")
_MARKS = re.compile(r"^[\W_]{1,4}(?=\w)")
_OTHER_LABEL = re.compile(
    rf"(?:\s?[,;/]|\s[–—-])\s(?=[^\W\d_]{{2,15}}(?:\s[^\W\d_]{{2,15}})?\s?[:：])|\s(?=[^\W\d_]{{2,15}}\s?[:：])"
    rf"|\s(?=[{CJK}]{{2,6}}\s?[＝=／|｜])"
)
"""Where another label stands behind the names: "Text: Jane Doe, photos: John Roe"."""
LONGEST_AFFIX = 40
"""Characters of what stands behind a name and a comma."""
_LABEL_END = re.compile("[:：＝=／|｜]")
_AT_CLOCK = re.compile(r"\s(?:[^\W\d_]{1,3}\s)?\d{1,2}[:.h]\d{2}(?!\d)")
"""Where a time without a day stands behind them: "Posted by Jane Doe at 10:32 AM in Town"."""
_LABEL_ENDS = " \n\t\xa0:"
_LABEL = re.compile(r"\s*([^\W\d]+)\s?:\s")


@cache
def _joined() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a text ends that goes on behind an element, and how one begins that goes on with what stands before it."""
    words = any_of(all_languages().words("and"))
    return (
        re.compile(rf"(?:[,;/&+:]|\s(?:{words}))\s*\Z", re.IGNORECASE),
        re.compile(rf"\s*(?:[,;/&+)\]]|(?:{words})\s)", re.IGNORECASE),
    )


def named_byline(near: Near) -> Iterator[str]:
    """The people of the first byline near the headline that its names tell, and of those that look like it.

    So many behind a paragraph are a list of those who write for the paper.
    """
    found = list(_named_people(near))
    if not _are_all_of_paper(found, near):
        yield from found


def _are_all_of_paper(people: list[str], near: Near) -> bool:
    """Whether people are a list of those who write for the paper: many, and none of them stands above the text."""
    above = _above_text(near) if len(dict.fromkeys(people)) >= LIST_OF_PEOPLE else ""
    return bool(above) and not any(name in above for name in people)


def _above_text(near: Near) -> str:
    """What stands around the headline, to the second paragraph: the first may be a standfirst above the byline."""
    long = (n for n, e in enumerate(near.after) if e.tag == "p" and len(near.text(e)) >= PARAGRAPH)
    above = near.after[: next(islice(long, 1, None), None)]
    return " ".join(" ".join((e.text or "", e.tail or "")) for e in chain(above, near.before))


def _named_people(near: Near) -> Iterator[str]:
    shape = None
    for element in _named_bylines(near):
        if shape is not None and _shape(element) != shape:
            continue
        if people := people_of(element, near.page.phrases):
            shape = _shape(element)
            yield from people


def first_byline(near: Near) -> list[str]:
    """All names of the first byline near the headline, a desk's or a lone first name among them."""
    if _are_all_of_paper(list(_named_people(near)), near):
        return []
    for element in _named_bylines(near):
        phrases = near.page.phrases
        texts = (phrases.dates.without_date(text) for _, text in _texts(element))
        if names := [name for text in texts for name in names_in(text) if not phrases.bylines.is_by_label(name)]:
            return names
    return []


def leads_to_author(name: str, near: Near) -> bool:
    """Whether a name in a byline is a link to its author."""
    return any(e.tag == "a" and near.text(e) == name for e in _named_bylines(near))


def _named_bylines(near: Near) -> list[etree._Element]:
    """The elements near the headline that are bylines by their names, those above it last."""
    if near.bylines is None:
        bylines = (e for e in near.all() if _is_byline(e, near) and not near.is_of_others(e))
        near.bylines = [e for e in bylines if not _is_in_row(e, near.page)]
    return near.bylines


def _is_in_row(byline: etree._Element, page: Page) -> bool:
    """Whether a byline stands in one of several boxes alike, each with a link to a story, as of columnists."""
    for box in islice(byline.iterancestors(), LEVELS_OF_ROW):
        twin = box.getprevious() if box.getnext() is None else box.getnext()
        if twin is not None and twin.tag == box.tag and twin.get("class") == box.get("class"):
            return _has_story(box, page, byline) and _has_story(twin, page)
    return False


def _has_story(box: etree._Element, page: Page, byline: etree._Element | None = None) -> bool:
    """Whether a small box has a link to another page that is neither an author's nor the byline's own."""
    if is_longer(box, LONGEST_CARD):
        return False
    own = frozenset() if byline is None else frozenset((*byline.iter(), *islice(byline.iterancestors(), LEVELS_OF_ROW)))
    links = (a for a in islice(box.iter("a"), LINKS_OF_CARD) if a not in own and not leads_to_author_page(a))
    return any(len(text_of(a).split()) >= WORDS_OF_HEADLINE and leads_away(page, a) for a in links)


def worded_byline(near: Near, text: str) -> list[str]:
    """The people of the first line at the headline, else of the text's last, that says "by" and who and no more."""
    phrases = near.page.phrases
    own = [(None, near.headline.tail or "")] if near.headline is not None else []
    lines = ((e, line) for e in near.lines for line in _lines(e, phrases))
    for element, line in chain(own, lines, [(None, without_brackets(text.split("\n")[-1]))]):
        line = _MARKS.sub("", " ".join(word for word in line.split() if word[0] != "@")).rstrip(" ,")
        said = _said_by(line, phrases) if len(line) <= BYLINE_LENGTH else ""
        if not said or (element is not None and near.is_of_others(element)):
            continue
        if people := [n for n in names_in(phrases.dates.without_date(said)) if is_person(n)]:
            return people
    return []


_BRACKETS = re.compile(r"[(（【\[]([^()（）【】\[\]]+)[)）】\]]|[—–-]\s*(\S.*)")


def without_brackets(line: str) -> str:
    """A short line without the brackets around it, or the dash before it, in which a text is signed: "(Jane Doe)"."""
    signed = _BRACKETS.fullmatch(line) if len(line) <= BYLINE_LENGTH else None
    return signed[1] or signed[2] if signed else line


def _said_by(line: str, phrases: Phrases) -> str:
    """A line that says "by" and who, or the part of it that does: "27.11.2026 | 14:07 | By Jane Doe"."""
    parts = BARS.split(line) if any(map(line.__contains__, "|·•")) else []
    parts += _SENTENCES.split(line) if ". " in line else []
    parts += _DASHES.split(line) if any(map(line.__contains__, "–—")) else []
    parts += _before_other_label(line, phrases) if any(map(line.__contains__, ":：＝=|｜")) else []
    parts += line.split(";") if ";" in line else []
    parts += _AT_CLOCK.split(line, maxsplit=1)[:1]
    parts += line.split(" / ")[:1] if " / " in line else []
    parts += _before_what_they_are(line)
    said = phrases.bylines
    return next((part for part in (line, *parts, said.behind_when(line)) if part and said.is_byline(part)), "")


def _before_what_they_are(line: str) -> list[str]:
    """The part of a line before what somebody is or for whom they write: "By Jane Doe, special to the Post"."""
    before, comma, behind = line.partition(", ")
    is_line = comma and 0 < len(behind) <= LONGEST_AFFIX and line[-1:].isalpha()
    return [*([before] if is_line else []), *(line.split(" for ")[:1] if " for " in line else [])]


def _before_other_label(line: str, phrases: Phrases) -> list[str]:
    """The part of a line before a second label; those of a broadcast have a role as the first: "Editor: Jane Doe"."""
    first, *others = _OTHER_LABEL.split(line)
    labels = [_LABEL_END.split(other)[0].strip() for other in others]
    is_credit = any(phrases.credits.is_credit_label(label) or is_role(label) for label in labels)
    return [first] if is_credit or (others and not _is_role(line)) else []


def labelled_byline(near: Near) -> list[str]:
    """The people that stand behind a label in an element of its own: "<b>Words by</b><i>Jane Doe</i>"."""
    phrases, lines = near.page.phrases, frozenset(near.lines)
    for element in near.all():
        # "Author" is a book's, too
        says = phrases.bylines.is_by_label if element in lines else phrases.bylines.says_by_alone
        if _may_be_label(element) and says(near.text(element)) and not near.is_of_others(element):
            if name := _name_above(element, near):
                return [name]
            behind = _text_behind(element)
            if len(behind) <= BYLINE_LENGTH and (people := _people_before_date(behind, phrases)):
                return people
    return []


def _name_above(label: etree._Element, near: Near) -> str:
    """The person whose name is all that stands above a label in their box: "<b>Jane Doe</b><i>Author</i>"."""
    above = label.getprevious()
    is_alone = above is not None and not len(above) and label.getnext() is None and not (label.tail or "").strip()
    name = near.text(above) if above is not None and is_alone else ""
    return name if name and are_names_alone([name], name) and ":" not in near.text(label) else ""


def _may_be_label(element: etree._Element) -> bool:
    """Whether an element is small enough; most are seen to be none without reading their text."""
    if not len(element):
        return 0 < len(element.text or "") <= BYLINE_LENGTH
    return len(element) == 1 and next(islice(element.iter(), LABEL_PARTS, None), None) is None


def _text_behind(element: etree._Element) -> str:
    texts = (text_of(e) for e in islice(following(element), BEHIND_LABEL))
    return (element.tail or "").strip() or next((text for text in texts if 0 < len(text) <= BYLINE_LENGTH), "")


def byline_below(near: Near) -> list[str]:
    """The one person whom all bylines farther down name: in a box of the author below the text."""
    if near.headline is None:
        return []
    people: dict[str, None] = {}
    known = frozenset(near.after)
    phrases = near.page.phrases
    for element in islice(following(near.headline, *_BYLINE_TAGS), BELOW):
        is_byline = _says_by(element, phrases) or (element not in known and _is_byline(element, near))
        if is_byline and not near.is_of_others(element) and _is_no_prose(element):
            people |= dict.fromkeys(people_of(element, phrases))
            if len(people) > 1:
                break
    return list(people) if len(people) == 1 else []


def _says_by(element: etree._Element, phrases: Phrases) -> bool:
    """Whether an element is a short line that says "by" and who, and no more."""
    if not (text := element.text) or len(element):
        return False
    text = text.strip()
    if " " not in text and text.isascii():
        return False  # one word, as most elements have
    return 0 < len(text) <= NAME_LENGTH and phrases.bylines.is_byline(" ".join(text.split()))


def _is_no_prose(element: etree._Element) -> bool:
    """Whether an element is a line of its own, not a word of a paragraph, nor beside a link to another story."""
    boxes = takewhile(lambda box: not is_longer(box, LONGEST_CARD), islice(element.iterancestors(), LEVELS_OF_CARD))
    links = (link for box in boxes for link in box.iter("a"))
    parent = element.getparent()
    is_word = parent is not None and bool((element.tail or "").strip()) and is_longer(parent, BYLINE_LENGTH)
    return not is_word and not any(is_longer(link, HEADLINE_LINK - 1) for link in links)


def people_of(element: etree._Element, phrases: Phrases) -> list[str]:
    """The people that a byline's element names: the first, and those whose elements look like the first's.

    Bylines put names, roles, links to networks and times into elements side by side, and who else took part: a second
    label ("Edited by") is another's.
    """
    found: list[str] = []
    shape = None
    parts = list(_parts(element))
    if _is_role(parts[0][1]) and any(_is_credit(part, phrases) for _, part in parts[1:]):
        return []  # those of a broadcast: "Editor: Jane Doe", "On air: Radio 1"
    said = before = ""
    for holder, part in parts:
        people = _people_before_date(part, phrases)
        label = _label(f"{before} {part}".strip(), people, phrases)
        before = "" if people else part
        if people and found and not said and label in phrases.lexicon.words("by"):
            found, shape, said = [], holder, label  # what stood before it is the section: "Film by Jane Doe"
        if people and (shape is None or (holder == shape and label in ("", said))):
            shape, said = holder, said or label
            found += people
    return found


def _label(part: str, people: list[str], phrases: Phrases) -> str:
    """What says before the names of a part what they did: "By", "Medically reviewed by"."""
    before = part.partition(people[0])[0].strip() if people else ""
    return before.lower() if phrases.bylines.ends_in_by(f" {before}") else part[: phrases.bylines.says_by(part)].lower()


def _is_role(part: str) -> bool:
    """Whether a part of a byline begins with a role as its label."""
    label = _LABEL.match(part)
    return label is not None and is_role(label[1])


def _is_credit(part: str, phrases: Phrases) -> bool:
    """Whether a part of a byline says under a label of its own what is neither a name nor a time."""
    label = _LABEL.match(part)
    if label is None or phrases.bylines.is_by_label(label[1]):
        return False
    return not phrases.dates.is_date(part[label.end() :])


_Shape = tuple[object, str | None]


def _parts(element: etree._Element) -> Iterator[tuple[_Shape, str]]:
    """The text of a byline in parts, each of one person or more, with the look of the element that ends it."""
    shape, part = _shape(element), ""
    ends_open, goes_on = _joined()
    for holder, text in _texts(element):
        is_new = _names_people(part) or _names_people(text)
        if part and is_new and not ends_open.search(part) and not goes_on.match(text):
            yield shape, part
            part = ""
        shape, part = _shape(holder), f"{part} {text}"
    yield shape, part


def _shape(element: etree._Element) -> _Shape:
    return element.tag, element.get("class")


def _texts(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The texts inside an element in the page's order, each with the element that holds it; not what names a topic."""
    if isinstance(element.tag, str) and (element.text or "").strip():
        yield element, element.text or ""
    for child in element:
        if child.tag != "a" or not files_article(child):
            yield from _texts(child)
        if (child.tail or "").strip():
            yield element, child.tail or ""


def _names_people(text: str) -> bool:
    return any(map(is_person, names_in(text)))


def _people_before_date(text: str, phrases: Phrases) -> list[str]:
    """The people that a line names before its date, else behind it."""
    parts = ([n for n in names_in(part) if is_person(n)] for part in phrases.dates.apart_from_dates(text))
    return next(filter(None, parts), [])


def _lines(element: etree._Element, phrases: Phrases) -> Iterator[str]:
    """The line that an element holds, its parts told apart by commas, and the one behind it that has no element."""
    if not any(child.tag in _HOLDS_LINES for child in element):
        line = ""
        for part in islice(filter(_says_something, map(str, element.itertext())), LINE_PARTS):
            goes_on = len(line.split()) < 3 or phrases.bylines.ends_in_by(line) or _is_bar(part) or line.endswith("|")
            line += f"{' ' if goes_on else ', '}{'|' if _is_bar(part) else part}"
        if line:
            yield line.strip(" ,")
    tail = (element.tail or "").lstrip()
    yield f"{text_of(element)[:NAME_LENGTH]}{tail}" if tail.startswith(":") else tail


def _says_something(part: str) -> bool:
    return any(map(str.isalnum, part)) or _is_bar(part)


def _is_bar(part: str) -> bool:
    return BARS.fullmatch(part) is not None


def _is_byline(element: etree._Element, near: Near) -> bool:
    if element.tag == "a" and leads_to_author_page(element):
        around = element.getparent()
        label = "" if around is None or element.getprevious() is not None else around.text or ""
        return not near.page.phrases.credits.is_credit_label(label.strip(_LABEL_ENDS))
    get = element.get
    is_so_called = _names_byline(get("class"), get("rel"), get("id"))
    return is_so_called and len(near.text(element)) <= BYLINE_LENGTH


@lru_cache(maxsize=8192)
def _names_byline(called: str | None, rel: str | None, id_: str | None) -> bool:
    """Whether an element of this class, rel and id is a byline by its names; most hold no part of such a name."""
    names = " ".join(filter(None, (called, rel, id_)))
    said = roles(names) if any(map(names.lower().__contains__, _IN_BYLINES)) else frozenset()
    return "byline" in said and "beside byline" not in said
