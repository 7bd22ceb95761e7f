"""Key points: the list or box between headline and text that sums it up, a verdict, what is for and against."""

from itertools import islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.standfirst import FAR, SENTENCE, SHORTEST, SHORTEST_BELOW, is_inside, is_right_below
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.page.tree import following, has_more, is_longer, string
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.extract.vocabulary.phrases import all_phrases


def find_key_points(container: Element, headline: Element | None) -> Element | None:
    """The box of the article's points, a verdict, what is for and against: between the headline and the container.

    Its heading comes first, a list stands in it, and it is words alone: nothing to follow, to press or to look at.
    """
    if headline is None or is_inside(headline, container):
        return None
    for element in islice(takewhile(lambda e: e is not container, following(headline)), FAR):
        if element.tag in ("ul", "ol") and _are_points(element):
            around = takewhile(lambda e: not is_inside(container, e), islice(element.iterancestors(), LEVELS_OF_POINTS))
            boxes = [box for box in around if box.tag in _OF_POINTS and _is_of_words(box)]
            if boxes or ((is_right_below(element, headline) or _sums_up(element)) and _are_sentences(element)):
                return boxes[-1] if boxes else element
        elif element.tag in _OF_PAIRS and _is_of_pairs(element) and not is_inside(container, element):
            return element
    return None


def _is_of_pairs(box: Element) -> bool:
    """Whether a box is labels, what they head behind each, in words alone: a claim and the verdict on it."""
    if len(box) < 2 or has_more(box, MOST_ELEMENTS_OF_POINTS) or is_longer(box[0], LONGEST_PAIR_LABEL):
        return False
    if is_longer(box, LONGEST_BOX) or not _is_of_words(box):
        return False
    said = [line for e in box.iter() if not len(e) and (line := string(e).strip())]
    is_paired = len(said) >= 2 * LEAST_POINTS and len(said) % 2 == 0 and not any(map(SENTENCE.search, said[::2]))
    if not is_paired or any(len(label) > LONGEST_PAIR_LABEL for label in said[::2]):
        return False
    phrases = all_phrases()
    says_who_or_when = (phrases.bylines.says_by(x) or len(phrases.dates.apart_from_dates(x)) > 1 for x in said)
    is_told = any(len(line) >= SHORTEST and SENTENCE.search(line) for line in said[1::2])
    return is_told and not any(says_who_or_when)


def _are_points(points: Element) -> bool:
    """Whether a list has some lines of text."""
    is_some = LEAST_POINTS <= len(points) <= MOST_POINTS
    return is_some and all(e.tag == "li" and SHORTEST_POINT <= len(string(e).strip()) <= LONGEST_POINT for e in points)


def _are_sentences(points: Element) -> bool:
    """Whether each point is a sentence, or a longer line that says neither who nor when, and leads nowhere."""
    said = [string(point).strip() for point in points]
    leads = next(points.iter("a", "button", "img", "time"), None) is not None
    return not leads and all(_is_sentence(point) or _is_plain_line(point) for point in said)


def _sums_up(points: Element) -> bool:
    """Whether a list is called highlights, a summary."""
    return not roles_of(points).isdisjoint(("standfirst", "vague standfirst"))


def _is_sentence(point: str) -> bool:
    return len(point) >= SHORTEST_ALONE and SENTENCE.search(point) is not None


def _is_plain_line(point: str) -> bool:
    phrases = all_phrases()
    is_long = length_of(point) >= SHORTEST_BELOW
    return is_long and not phrases.bylines.says_by(point) and len(phrases.dates.apart_from_dates(point)) == 1


def _is_of_words(box: Element) -> bool:
    """Whether a box has a heading, a label or a paragraph, then text, and nothing to follow, to press or to look at."""
    if len(box) < 2 or (box.text or "").strip() or has_more(box, MOST_ELEMENTS_OF_POINTS):
        return False
    if next(box.iter("img", "button", "time", "form", "input", "iframe", "script"), None) is not None:
        return False
    if not all(map(_is_in_sentence, box.iter("a"))):
        return False
    is_headed = box[0].tag not in ("ul", "ol") and string(box[0]).strip() != ""
    return is_headed and SHORTEST <= length_of(string(box)) <= LONGEST_BOX and (_is_told(box) or _are_long(box))


def _is_in_sentence(link: Element) -> bool:
    around = link.getparent()
    return around is not None and around.tag == "p" and len(string(around)) > 2 * len(string(link))


def _is_told(box: Element) -> bool:
    """Whether a paragraph of the box says a sentence."""
    return any(len(said := string(e).strip()) >= SHORTEST and SENTENCE.search(said) for e in box.iter("p"))


def _are_long(box: Element) -> bool:
    """Whether no point is a label alone: what is had, how it is paid for."""
    return all(length_of(string(e)) >= SHORTEST_ALONE for e in box.iter("li"))


LEAST_POINTS, MOST_POINTS, SHORTEST_POINT, SHORTEST_ALONE, LONGEST_POINT = 2, 8, 10, 25, 300
LEVELS_OF_POINTS, MOST_ELEMENTS_OF_POINTS, LONGEST_BOX = 4, 60, 2500
LONGEST_PAIR_LABEL = 40
"""Characters of what stands before a sentence in a box of such pairs."""
_OF_POINTS = frozenset({"div", "section", "aside"})
_OF_PAIRS = _OF_POINTS | {"dl"}
