"""Captions: the inside of an element as a caption, its credit told apart."""

import re
from dataclasses import dataclass
from html import escape

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.inline import close
from newscrawl.extract.page.links import is_anchor
from newscrawl.extract.page.tree import string
from newscrawl.extract.vocabulary.boilerplate import reason_for
from newscrawl.extract.vocabulary.names import has_role
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.text.sentences import has_several
from newscrawl.urls.resolve import Absolute

LONGEST_CAPTION = 400
"""Characters. What is longer beside a picture is text."""

_KEPT_INLINE = frozenset("a b em i strong sub sup".split())
_UNSEEN = frozenset(
    "script style noscript template svg button img picture source iframe video audio select input label".split()
)
_MAKERS = frozenset({"author", "creator", "copyrightHolder", "creditText"})
_BREAKS = frozenset("p div br li figcaption footer section dd dt h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as inline HTML and as plain text without its credit."""

    html: str = ""
    text: str = ""
    credit: str = ""


def caption_of(element: Element, absolute: Absolute) -> Caption:
    """The caption that an element holds, all its text; credits marked as <small>."""
    reader = _CaptionReader(element, absolute)
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "end":
            reader.leave(node)
        elif node is not element and _is_unseen(node):
            walker.skip_subtree()
        else:
            reader.enter(node)
    return reader.caption()


class _CaptionReader:
    """Takes the nodes of one element as they begin and end."""

    def __init__(self, element: Element, absolute: Absolute) -> None:
        self.element, self.absolute = element, absolute
        self.html, self.text, self.credit = list[str](), list[str](), list[str]()
        self.closing: dict[Element, tuple[str, str]] = {}
        """Node that is kept -> its start tag and its end tag."""

        self.crediting: Element | None = None
        """The node whose text is the credit, while it is open."""

    def enter(self, node: Element) -> None:
        if node.tag in _BREAKS or _is_set_apart(node):
            self.html.append(" ")
            self.text.append(" ")
        if self.crediting is None and is_credit(node):
            self.crediting = node
            self.html.append('<small class="credit">')
        if node is not self.element and (tags := _tags(node, self.absolute)):
            self.html.append(tags[0])
            self.closing[node] = tags
        self._put(node.text)

    def leave(self, node: Element) -> None:
        if node in self.closing:
            close(self.html, *self.closing.pop(node))
        if node is self.crediting:
            self.html.append("</small>")
            self.crediting = None
        if node is not self.element:
            self._put((" " if node.tag in _BREAKS else "") + (node.tail or ""))

    def _put(self, text: str | None) -> None:
        if text:
            self.html.append(escape(text, quote=False))
            (self.text if self.crediting is None else self.credit).append(text)

    def caption(self) -> Caption:
        text, credit = (" ".join("".join(words).split()) for words in (self.text, self.credit))
        return told_apart("".join(self.html), text, credit)


def _is_set_apart(node: Element) -> bool:
    """Whether a <span> follows at once on another element, or with a capital on a word: the page's style sets apart
    caption and credit."""
    if node.tag != "span":
        return False
    if (before := node.getprevious()) is not None:
        return not before.tail
    around = node.getparent()
    joint = f"{((around is not None and around.text) or '')[-1:]}{(node.text or '')[:1]}"
    return len(joint) == 2 and joint[0].islower() and joint[1].isupper()


_COUNT = re.compile(r"\W{0,3}(?:[^\W\d_]{1,12}\W{1,3})?(\d{1,3})\W{0,3}(?:/|[^\W\d_]{1,4})\W{0,3}(\d{1,3})\W{0,3}")
"""Which of how many pictures one is: "Image 1 of 5", "2/7"."""


def _counts(node: Element) -> bool:
    """Whether a part of a caption, and no word of its sentence, says which of several pictures it is below."""
    text = node.text or ""
    is_stressed, is_amid = node.tag in ("em", "i"), (node.tail or "").strip() != ""
    if node.tag == "a" or (_has_text_before(node) and (is_stressed or is_amid)):
        return False  # "The memorial to the <a>9/11</a> attacks"
    found = _COUNT.fullmatch(text) if len(text) < LONGEST_COUNT and not len(node) else None
    return found is not None and int(found[1]) <= int(found[2])


LONGEST_COUNT = 30
"""Characters."""


def _has_text_before(node: Element) -> bool:
    before, around = node.getprevious(), node.getparent()
    text = before.tail if before is not None else around.text if around is not None else ""
    return bool(text and text.strip())


def _is_unseen(node: Element) -> bool:
    if node.tag in _UNSEEN or is_anchor(node) or _counts(node):
        return True
    names = node.get("class")
    return names is not None and ("pswp-caption-content" in names or reason_for(names) == "hidden")


def _tags(node: Element, absolute: Absolute) -> tuple[str, str] | None:
    """The start tag and the end tag of a node that is kept; None for others."""
    if node.tag not in _KEPT_INLINE:
        return None
    if node.tag != "a":
        return f"<{node.tag}>", f"</{node.tag}>"
    url = absolute(node.get("href") or "")
    return (f'<a href="{escape(url)}">', "</a>") if url else None


def is_credit(node: Element) -> bool:
    """Whether an element holds who made the picture."""
    if node.tag in ("cite", "footer") or (node.tag == "figcaption" and node.get("itemprop") in _MAKERS):
        return True
    return has_role(node, "credit", "class", "itemprop") or (node.tag == "span" and _follows_sentence(node))


def _follows_sentence(span: Element) -> bool:
    """Whether the second and last of a caption's spans holds a few words behind a sentence: who made the picture."""
    before, around = span.getprevious(), span.getparent()
    if before is None or before.tag != "span" or around is None or around.tag != "figcaption":
        return False
    if before.getprevious() is not None or span.getnext() is not None:  # counting the children would take long
        return False
    said = string(span).strip()
    is_alone = not (around.text or before.tail or span.tail or "").strip()
    ends = string(before).rstrip().endswith((".", "!", "?", "…", "。"))
    return is_alone and ends and 0 < len(said) <= LONGEST_CREDIT and not said.endswith((".", "!", "?", "…", "。"))


LONGEST_CREDIT = 40
"""Characters of who made a picture, where nothing else says so."""


def _opening(text: str, start: int) -> int:
    """Where the brackets begin within which a credit starts: "The weir (archive photo by A. Ford)"."""
    bracket = text.rfind("(", 0, start)
    return bracket + 1 if bracket >= 0 and text.find(")", bracket, start) < 0 else start


def told_apart(html: str, text: str, credit: str) -> Caption:
    """A caption whose credit may still stand at its end, behind a mark that the trade uses."""
    html = " ".join(html.split()).replace('<small class="credit"></small>', "").strip()
    if not credit and (start := all_phrases().credits.credit_start(text)) >= 0:
        start = _opening(text, start)
        text, credit = text[:start].rstrip(" ([|,/–—-"), text[start:].strip()
    return Caption(html=html if text or credit else "", text=text, credit=credit)


LONGEST_UNCALLED = 120
"""Characters of a caption of several sentences that nothing calls so."""

_FIGURE_LABEL = re.compile(r"[^\W\d_]{2,12}\.?\s?\d{0,3}\s?[:：]")


def is_prose(text: str) -> bool:
    """Whether a text beside a picture is too much of it to be a caption: some sentences, no credit, no "Figure 2:"."""
    if len(text) <= LONGEST_UNCALLED or not has_several(text):
        return False
    return not _FIGURE_LABEL.match(text) and all_phrases().credits.credit_start(text) < 0
