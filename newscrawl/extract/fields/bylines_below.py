"""Bylines farther down: the box of the author below the text."""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.fields.byline_people import people_of
from newscrawl.extract.fields.named_bylines import is_named_byline
from newscrawl.extract.fields.near import LONGEST_CARD, LONGEST_LINE, Near
from newscrawl.extract.fields.person_names import BYLINE_LENGTH, NAME_LENGTH
from newscrawl.extract.page.tree import has_more, is_longer, text_of
from newscrawl.extract.vocabulary.phrases import Phrases

BELOW = 3000
"""Elements behind the headline that are looked at: the author's box stands below the text."""

LEVELS_OF_CARD, LARGEST_CARD = 4, 200
"""Boxes around a byline in which a long link is another story's; elements of one. Rows of pictures have no text."""

HEADLINE_LINK = 40
"""Characters of such a link."""

BREAKS = 5
"""Breaks of a paragraph of credits: "Text: Jane Doe<br>Pictures: John Roe"."""

_BYLINE_TAGS = tuple("a span div p li address section footer strong b em i cite small dt dd h2 h3 h4 h5 h6".split())


def byline_below(near: Near) -> list[str]:
    """The one person whom all bylines farther down name: in a box of the author below the text."""
    if near.headline is None:
        return []
    people: dict[str, None] = {}
    known = frozenset(near.after)
    phrases = near.page.phrases
    for element in islice(near.tagged(*_BYLINE_TAGS), BELOW):
        is_byline = _says_by(element, phrases) or (element not in known and is_named_byline(element, near))
        if is_byline and not near.is_of_others(element) and _is_no_prose(element) and not _heads_part(element, phrases):
            people |= dict.fromkeys(people_of(element, phrases))
            if len(people) > 1:
                break
    return list(people) if len(people) == 1 else []


def _heads_part(element: Element, phrases: Phrases) -> bool:
    """Whether an element stands between a heading and a paragraph of the text: one part's author, "By Jane Doe, Kyiv"
    below "A city upended"."""
    line = next((e for e in (element, *islice(element.iterancestors(), 2)) if e.tag == "p"), None)
    above, below = (None, None) if line is None else (line.getprevious(), line.getnext())
    is_headed = above is not None and above.tag in ("h2", "h3") and not phrases.bylines.is_by_label(text_of(above))
    return is_headed and below is not None and below.tag == "p" and is_longer(below, LONGEST_LINE)


def _says_by(element: Element, phrases: Phrases) -> bool:
    """Whether an element is a short line that says "by" and who, or some such lines: text, pictures, map."""
    if not len(element):
        return element.text is not None and _is_line_by(element.text, phrases)
    if element[0].tag != "br" or len(element) > BREAKS or any(e.tag != "br" for e in element):
        return False
    lines = [element.text or "", *(e.tail or "" for e in element)]
    return all(len(line) <= NAME_LENGTH for line in lines) and any(_is_line_by(line, phrases) for line in lines)


def _is_line_by(text: str, phrases: Phrases) -> bool:
    text = text.strip()
    if " " not in text and text.isascii():
        return False  # one word, as most elements have
    return 0 < len(text) <= NAME_LENGTH and phrases.bylines.is_byline(" ".join(text.split()))


def _is_no_prose(element: Element) -> bool:
    """Whether an element is a line of its own, not a word of a paragraph, nor beside a link to another story."""
    boxes = takewhile(_is_card, islice(element.iterancestors(), LEVELS_OF_CARD))
    links = (link for box in boxes for link in box.iter("a"))
    parent = element.getparent()
    is_word = parent is not None and bool((element.tail or "").strip()) and is_longer(parent, BYLINE_LENGTH)
    return not is_word and not any(is_longer(link, HEADLINE_LINK - 1) for link in links)


def _is_card(box: Element) -> bool:
    return not has_more(box, LARGEST_CARD) and not is_longer(box, LONGEST_CARD)
