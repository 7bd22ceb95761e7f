"""Cards: other stories that are shown by a picture and a linked headline, perhaps with a summary, in a box.

A picture and a line of text that lead to the same other page of the site are one card, whatever it is called; so is an
item of a list with a picture and such a line.
"""

from collections.abc import Iterator
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LEAST_HEADLINE, LONGEST_LABEL, ends_sentence
from newscrawl.extract.body.box_contents import LONGEST_CARD, lists_stories
from newscrawl.extract.body.image_addresses import names_picture
from newscrawl.extract.body.images import IMAGE_TAGS
from newscrawl.extract.body.layout import INLINE_TAGS
from newscrawl.extract.body.pruning import VETO_SHARE
from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.page.links import leads_away
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import has_more, is_alike, is_longer, text_of
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.urls.parts import split
from newscrawl.urls.slugs import words_of

LEVELS = 4
"""Of boxes around a picture in which its headline stands."""

MOST_ELEMENTS = 80
"""Of a card: each picture's boxes are looked through, and a page may have thousands of pictures in one box."""

THUMB = 200
"""Pixels of a picture's width; the article's own pictures are wider."""

SHORTEST_HEADLINE = 12
"""Characters; of the links below pictures "Read more" and "Details" are shorter."""


def cards(page: Page, container: Element, weights: Weights) -> list[Element]:
    """The cards of other stories in a container; none where they are much of what it says: a list of them."""
    shown = chain(container.iter(*IMAGE_TAGS), _backgrounds(page, container))
    pictures = ((picture, _boxes(picture, container, weights)) for picture in shown)
    found = dict.fromkeys(card for picture, boxes in pictures if (card := _card(page, picture, boxes)) is not None)
    outer = [card for card in found if found.keys().isdisjoint(card.iterancestors())]
    held = sum([weights.get(card, 0.0) for card in outer])
    return outer if held <= VETO_SHARE * weights.get(container, 0.0) else []


def quoted_stories(page: Page, container: Element) -> list[Element]:
    """The quotations that are another story's card: a link to it on a line of its own, perhaps with a summary; and the
    frame of that story that WordPress puts behind one, with the figure around both."""
    quotations = islice(container.iter("blockquote"), MOST_ROWS)
    stories = [quotation for quotation in quotations if _begins_with_story(page, quotation)]
    frames = [e for story in stories if (e := story.getnext()) is not None and _frames(story, e)]
    return [next(islice(story.iterancestors("figure"), 1), story) for story in stories] + frames


def _frames(story: Element, element: Element) -> bool:
    """Whether an element is nothing but a frame of the story that a quotation leads to."""
    frame = next(element.iter("iframe"), None)
    link = next(story.iter("a"), None)
    address = "" if link is None else (link.get("href") or "").rstrip("/")
    is_alone = frame is not None and not is_longer(element, 0)
    return bool(address) and is_alone and frame is not None and any(address in str(v) for v in frame.attrib.values())


def _begins_with_story(page: Page, quotation: Element) -> bool:
    line = quotation
    while len(line) and line.tag != "a" and not (line.text or "").strip():
        line = line[0]
    if line.tag != "a" or (line.tail or "").strip() or not leads_away(page, line):
        return False
    following = line.getnext()
    is_line = following is None or following.tag not in INLINE_TAGS or following.tag == "br"
    return is_line and is_longer(line, LEAST_HEADLINE) and not is_longer(quotation, LONGEST_CARD)


LEAST_OWN = 60
"""Characters of running text that the article must have beside such a row."""


MOST_ROWS = 12
"""Headings "Related" below which rows are looked for: rows in rows would be read once for each of them."""


def headed_rows(page: Page, container: Element, weights: Weights) -> list[Element]:
    """The rows of other stories below a heading "Related" that say too much to be taken for cards."""
    headings = (e for e in container.iter("h2", "h3", "h4", "h5") if _heads_row(page, e))
    rows = (_row_below(heading, container, weights) for heading in islice(headings, MOST_ROWS))
    return [row for row in rows if row is not None]


FEWEST_CARDS, CARDS_READ, OF_CARDS = 3, 30, 0.8
"""Items from which a list may be one of cards, how many are looked at, and which share are cards; others are ads."""


def lists_of_stories(page: Page, container: Element, weights: Weights) -> list[Element]:
    """The <aside>s that list other stories, and the lists of cards, that say too much to be left out as such."""
    whole = weights.get(container, 0.0)
    most = whole - LEAST_OWN
    asides = (e for e in container.iter("aside") if weights.get(e, 0.0) > VETO_SHARE * whole and lists_stories(e))
    lists = (e for e in container.iter("ul") if e in weights and _lists_cards(page, e, weights))
    return [e for e in chain(asides, lists) if weights[e] <= most]


def _lists_cards(page: Page, element: Element, weights: Weights) -> bool:
    """Whether links without a word lie over the items of a list that say something, so that all of it leads away."""
    items = list(islice((item for item in element.iterchildren("li") if item in weights), CARDS_READ))
    return sum(_leads_away_wholly(page, item) for item in items) >= max(FEWEST_CARDS, OF_CARDS * len(items))


def _leads_away_wholly(page: Page, item: Element) -> bool:
    link = next(item.iter("a"), None)
    return link is not None and _is_bare(link) and leads_away(page, link)


def _is_bare(link: Element) -> bool:
    return not text_of(link) and next(link.iter(*IMAGE_TAGS, "svg"), None) is None


def _heads_row(page: Page, heading: Element) -> bool:
    if len(heading) and is_longer(heading, LONGEST_LABEL):
        return False
    said = text_of(heading)
    return len(said) <= LONGEST_LABEL and page.phrases.begins_row(said)


def _row_below(heading: Element, container: Element, weights: Weights) -> Element | None:
    row = heading.getnext()
    if row is None and (header := heading.getparent()) is not None and header is not container:
        row = header.getnext()
    whole, held = weights.get(container, 0.0), 0.0 if row is None else weights.get(row, 0.0)
    if row is None or not VETO_SHARE * whole < held <= whole - LEAST_OWN:
        return None
    has_headings = next(row.iter("h2", "h3", "h4", "h5", "h6"), None) is not None
    return row if has_headings and lists_stories(row) else None


def _backgrounds(page: Page, container: Element) -> Iterator[Element]:
    """The boxes that show a picture as their background."""
    boxes = container.iter("div", "span") if b"background-image" in page.markup else ()
    return (box for box in boxes if "background-image" in (box.get("style") or ""))


def _boxes(picture: Element, container: Element, weights: Weights) -> list[Element]:
    """The boxes around a picture, up to those that hold more than a card."""
    around = islice(takewhile(lambda e: e is not container and e.tag != "td", picture.iterancestors()), 2 * LEVELS)
    return list(takewhile(lambda e: weights.get(e, 0.0) <= LONGEST_CARD and not has_more(e, MOST_ELEMENTS), around))


def _card(page: Page, picture: Element, boxes: list[Element]) -> Element | None:
    """The box that is a picture's card, if it is on one."""
    link = next((e for e in boxes if e.tag == "a"), None)
    if link is None and (box := _under_link(page, boxes)) is not None:
        return box
    if link is None:
        item = next((e for e in boxes if e.tag in ("li", "article")), None)
        item = _beside_picture(picture, boxes) if item is None else item
        return item if item is not None and any(leads_away(page, a) for a in _headlines(item)) else None
    if not leads_away(page, link) or names_picture(split(link.get("href") or "").path):
        return None
    figure = next((e for e in boxes if e.tag == "figure"), None)
    if figure is not None and _has_linked_caption(figure, link):
        return figure
    if _is_headline(link) and not _is_captioned(link) and any(e.tag not in INLINE_TAGS for e in _with_text(link)):
        return _with_summary(link, boxes)
    outer = boxes[boxes.index(link) + 1 :][:LEVELS]
    return next((box for box in outer if any(a.get("href") == link.get("href") for a in _headlines(box))), None)


def _beside_picture(picture: Element, boxes: list[Element]) -> Element | None:
    """The box of a small picture, or of one with a linked heading, and of the lines beside it."""
    box = next((e for e in boxes if next(e.iter("a"), None) is not None), None)
    if box is None or box.tag in INLINE_TAGS or box.tag in ("p", "figure"):
        return None
    width = (picture.get("width") or "").removesuffix("px")
    is_thumb = width.isdecimal() and int(width[:5]) <= THUMB
    headings = (h for h in box.iter("h2", "h3", "h4") if not has_role(h, "hidden"))  # Drupal's name of the file
    return box if is_thumb or any(map(_is_linked, headings)) else None


def _has_linked_caption(figure: Element, link: Element) -> bool:
    """Whether a caption is nothing but a link to where its picture leads, or the headline of the page there."""
    caption = next(figure.iter("figcaption"), None)
    if caption is not None and any(e is link for e in islice(caption.iterancestors(), LEVELS)):
        return _is_headline_of(text_of(caption), link.get("href") or "")
    inside = None if caption is None else next(caption.iter("a"), None)
    if caption is None or inside is None or inside is link or inside.get("href") != link.get("href"):
        return False
    return text_of(inside) == text_of(caption) and len(text_of(inside)) >= SHORTEST_HEADLINE


def _is_headline_of(caption: str, address: str) -> bool:
    """Whether a caption is no sentence and has a word of the address: "Tram is a year late", "/news/tram-late"."""
    may_be_headline = len(caption) >= SHORTEST_HEADLINE and not ends_sentence(caption)
    if not may_be_headline or names_picture(split(address).path):
        return False
    return any(word in caption.lower() for word in words_of(address))


def _under_link(page: Page, boxes: list[Element]) -> Element | None:
    """The box with a heading over which a link without a word lies, so that all of it leads away."""
    box = next((e for e in boxes if next(e.iter("h2", "h3", "h4"), None) is not None), None)
    link = None if box is None else next(box.iter("a"), None)
    return box if link is not None and _is_bare(link) and leads_away(page, link) else None


def _with_summary(link: Element, boxes: list[Element]) -> Element:
    """A card's link, or the box that holds the link and its summary, where it stands in a row of such boxes."""
    box = next((e for e in boxes if e is link.getparent()), None)
    is_row = box is not None and any(_is_such_card(box, e) for e in (box.getnext(), box.getprevious()) if e is not None)
    return box if box is not None and is_row and next(islice(box.iter("a"), 1, None), None) is None else link


def _is_such_card(box: Element, other: Element) -> bool:
    return is_alike(box, other) and next(other.iter("a"), None) is not None


def _headlines(box: Element) -> Iterator[Element]:
    """The links of a box that are lines of their own; none beside a caption or a heading that leads nowhere."""
    if not _is_captioned(box) and all(_is_linked(heading) for heading in box.iter("h2", "h3", "h4")):
        yield from filter(_is_line, box.iter("a"))


def _is_linked(heading: Element) -> bool:
    is_inside = any(e.tag == "a" for e in islice(heading.iterancestors(), LEVELS))
    return is_inside or next(heading.iter("a"), None) is not None


def _is_captioned(box: Element) -> bool:
    return any(e.tag == "figcaption" or has_role(e, "caption") for e in box.iter("figcaption", "div", "p", "span"))


def _with_text(link: Element) -> list[Element]:
    return [e for e in link.iterdescendants() if (e.text or "").strip()]


def _is_headline(link: Element) -> bool:
    return SHORTEST_HEADLINE <= len(text_of(link)) <= LONGEST_CARD


def _is_line(link: Element) -> bool:
    block = next(e for e in link.iterancestors() if e.tag not in INLINE_TAGS)
    if not _is_headline(link):
        return False
    if block.tag in ("div", "li"):
        return True
    return not has_more(block, MOST_ELEMENTS) and len(text_of(block)) - len(text_of(link)) < LONGEST_LABEL
