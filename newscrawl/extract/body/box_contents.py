"""Contents of boxes: why a box that was written is no text of the article, by the blocks and the elements in it."""

import re
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import RUNNING, Block
from newscrawl.extract.body.disclosures import is_toggle
from newscrawl.extract.body.last_lines import asks
from newscrawl.extract.body.layout import holds_block
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.products import leads_to_shop, names_product
from newscrawl.extract.page.tree import is_alike, is_longer, only_boxes
from newscrawl.extract.vocabulary.names import has_role

LONGEST_CARD = 600
"""Characters of a teaser with its summary, or of a sign-up form with its promises."""

CHECKLIST = 3
"""Things to be ticked from which they are a list; one or two are a setting."""

FEWEST_STORIES, STORIES_READ = 2, 30
"""Linked headings from which a box lists other stories, and how many are looked at."""

MOST_LINKED, LEAST_TEXT = 0.6, 200
"""Share of a box's characters that are links in a row of them; characters beside the links from which it is text."""


_LEADS = re.compile(r"\blocation\b.{0,9}=")
"""What a script does that makes a link of a box."""


def reason_by_contents(box: Element, inside: list[Block], *, is_heavy: bool) -> str:
    """Why a box is no text of the article: its links, its form, its teaser; "" where nothing says so.

    `is_heavy`: whether it holds much of the article's text.
    """
    if box.get("role") == "button" or (len(inside) == 1 and _wraps(box, inside[0])):
        return ""
    chars = sum([len(b.text) for b in inside])
    linked = sum([b.linked for b in inside])
    if not chars:
        return ""
    if linked > MOST_LINKED * chars and chars - linked < LEAST_TEXT:
        return "" if names_product(box) else "links"
    if chars > LONGEST_CARD:
        return ""
    if not is_heavy and (reason := _form_in(box, inside)):
        return reason
    if inside[-1].is_link and asks(inside[-1]):
        return "plea"
    if box.get("role") == "link" or _LEADS.search(box.get("onclick") or ""):
        return "links"
    leads_away = linked or any(map(_is_in_link, inside)) or _is_under_link(box) or _ends_in_link(box)
    return "teaser" if leads_away and _is_teaser(box, inside) else ""


def _wraps(box: Element, block: Block) -> bool:
    """Whether a box is one block's own, as builders of pages write each: what it is, its text says, not its box."""
    if block.tag == "p":
        return True
    if block.stood is box:
        return _is_beside_paragraph(box)
    if block.stood is None or box.tag == "article":  # a story of its own, however short
        return False
    return box in only_boxes(block.stood)


def _is_beside_paragraph(line: Element) -> bool:
    """Whether an element stands beside one of its kind that is a paragraph: then it is one too, however short."""
    beside = (line.getprevious(), line.getnext())
    return any(e is not None and is_alike(e, line) and _is_paragraph(e) for e in beside)


def _is_paragraph(element: Element) -> bool:
    """Whether an element holds running text, no block and not a link alone."""
    if holds_block(element) or not is_longer(element, RUNNING):
        return False
    return bool((element.text or "").strip()) or len(element) != 1 or element[0].tag != "a"


def _form_in(box: Element, inside: list[Block]) -> str:
    """What kind of form a box is; "" where it holds none, or buttons alone below a long paragraph."""
    if next(box.iter("input", "form", "textarea"), None) is None:
        return ""
    asked = [e for e in box.iter("input", "select", "textarea") if not is_toggle(e)]
    if not asked and next(box.iter("form"), None) is None:
        return ""
    if _is_checklist(box, asked):
        return ""
    fields = {e.get("type") for e in asked} - _BUTTONS
    if "email" in fields:
        return "sign-up"
    if not any(map(_asks_for_words, asked)) and any(map(_is_list_beside_form, inside)):
        return ""
    if fields <= _CHOICES and any(b.kind == "code" for b in inside):
        return ""  # one command for each of several systems, shown in turn
    return "form" if fields or all(len(b.text) < LEAST_TEXT for b in inside) else ""


def _is_checklist(box: Element, asked: list[Element]) -> bool:
    """Whether a box has nothing but boxes to tick, and nothing to send them with: what to pack, a recipe's steps."""
    are_ticked = len(asked) >= CHECKLIST and all(e.get("type") == "checkbox" for e in asked)
    return are_ticked and next(box.iter("form", "button"), None) is None


def _is_list_beside_form(block: Block) -> bool:
    """Whether a block is a list or a table without links and fields: the ingredients below a field for the servings."""
    if block.kind not in ("list", "table") or block.linked or block.text.count("\n") < FEWEST_STORIES:
        return False
    return block.stood is None or next(block.stood.iter("input", "select", "textarea"), None) is None


def _asks_for_words(field: Element) -> bool:
    """Whether a field asks for a name or an address: what its form promises is no list of ingredients."""
    return field.get("type") in _TYPED and not (field.get("value") or "").strip().isdecimal()


_TYPED = frozenset({"text", "tel", "search", "password"})

_BUTTONS = frozenset({"hidden", "submit", "button", "image", "reset"})
"""What a form has that asks readers for nothing."""

_CHOICES = frozenset({"radio", "checkbox"})
"""Fields that let readers choose."""


def lists_stories(element: Element) -> bool:
    """Whether a box holds the linked headings of several stories and, but for its own title, no other; or their list.

    Beside a short article such a box is the larger of the two.
    """
    titles = list(islice(element.iter(*HEADINGS), STORIES_READ))
    if not titles and element.tag in ("ul", "ol", "aside"):
        items = element.iter("li") if element.tag == "aside" else element.iterchildren("li")
        titles = list(islice(items, STORIES_READ))
    links = [next(title.iter("a"), None) for title in titles]
    addresses = {link.get("href") for link in links if link is not None}
    return len(addresses) >= FEWEST_STORIES and None not in links[1:]


def _is_in_link(block: Block) -> bool:
    """Whether a link holds a block: "<a><h3>Headline</h3></a>"."""
    around = None if block.stood is None else block.stood.getparent()
    return around is not None and around.tag == "a"


def _is_under_link(element: Element) -> bool:
    """Whether a link without a word or a picture to be seen lies over a box, so that all of it leads away."""
    link = next(element.iter("a"), None)
    if link is None or next(link.iter("img", "svg", "picture"), None) is not None:
        return False
    return not (link.text or "").strip() and all(has_role(e, "hidden") for e in link)


def _ends_in_link(element: Element) -> bool:
    """Whether an <article> has its link in a footer, which is no part of its text."""
    footer = element.find("footer") if element.tag == "article" else None
    return footer is not None and next(footer.iter("a"), None) is not None


def _is_teaser(element: Element, inside: list[Block]) -> bool:
    heads = [b for b in inside if b.kind == "heading" and b.tag != "summary"]
    if heads and all(b.is_link or _is_in_link(b) for b in heads):
        return not all(leads_to_shop(_around(head)) for head in heads)
    links = list(islice(element.iter("a"), STORIES_READ))
    if element.tag != "article" or (links and all(map(_is_in_sentence, links))):
        return False
    return (
        next(element.itersiblings("article"), None) is not None
        or next(element.itersiblings("article", preceding=True), None) is not None
        or next(element.iterancestors("article"), None) is not None
    )


def _around(heading: Block) -> Element | None:
    """The heading's element, or the link around it."""
    return heading.stood if heading.stood is None or heading.is_link else heading.stood.getparent()


def _is_in_sentence(link: Element) -> bool:
    """Whether words or a stop follow a link, as in a text; what leads away from a card stands alone or at its end."""
    return bool((link.tail or "").strip())
