"""Pruning: which elements of a container are left out: by name when they begin, by their links when they end."""

import re
from functools import cached_property
from itertools import islice

from newscrawl.extract.body.articlebody_hint import Hint
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.box_verdicts import NEVER
from newscrawl.extract.body.container import WHOLE
from newscrawl.extract.body.embeds import is_embed
from newscrawl.extract.body.ends import asks
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.slides import hidden_slides
from newscrawl.extract.body.text_map import INLINE_TAGS, Weights, is_inline
from newscrawl.extract.page.page import string
from newscrawl.extract.vocabulary.boilerplate import reason_for, verdict
from newscrawl.extract.vocabulary.names import Element, roles_of
from newscrawl.text.scripts import CJK

VETO_SHARE = 0.35
"""A box that holds this share of the container's text stays whatever its names say."""

PAYWALLED_SHARE = 0.1
"""Search engines ask sites to name the text behind a paywall ("paywall" in JSON-LD's cssSelector), so a box of that
name with this share of the text is the article; with less it is the plea."""

LONGEST_NOTE = 80
"""Characters of a paragraph up to which its names are believed: "date", "kicker", "teaser"."""

LONGEST_CARD = 600
"""Characters of a teaser with its summary, or of a sign-up form with its promises."""

KEPT = 0.8
"""How likely a box's text must be the article's for its names not to be believed."""

PROSE = 60
"""Characters of running text (a sentence) in a box from which its names alone do not leave it out."""

FEWEST_STORIES, STORIES_READ = 2, 30
"""Linked headings from which a box called "related" lists other stories, and how many are looked at."""

_FINAL = NEVER | {
    "another article",
    "card",
    "hidden",
    "author box",
    "links",
    "tags",
    "ad",
    "share",
    "window",
    "plea",
    "sign-up",
}
"""Reasons that stay the last word: hardly a box of theirs was the article's."""

_EXCUSED = frozenset({"ad", "related", "page furniture", "tags", "navigation"})
"""Reasons that are not believed of a heading or a whole paragraph."""

_NOT_BY_NAME = frozenset({"hidden", "comments", "cookie notice"})


class Pruner:
    """Judges the elements of one container. `removals`: what the site's own rules leave out, and which rule.

    `is_thread`: whether the page is a forum's thread, where posts are called comments. `may_doubt`: whether boxes with
    running text are written as doubted instead of left out.
    """

    def __init__(
        self,
        weights: Weights,
        hint: Hint,
        removals: dict[Element, str],
        chances: Weights,
        *,
        believes_names: bool = True,
        is_thread: bool = False,
        may_doubt: bool = False,
    ) -> None:
        self.may_doubt = may_doubt
        self.weights = weights
        self.removals = removals
        self._chances = chances
        self._hint = hint
        self._believes_names = believes_names
        self._is_thread = is_thread
        self._total = 0.0
        self._lies: set[str | None] = set()

    def enter(self, container: Element) -> None:
        """Begin with a container: what a box weighs is compared with it."""
        self._total = max(self.weights.get(container, 0.0), 3.0)

    def is_heavy(self, element: Element, share: float = VETO_SHARE) -> bool:
        """Whether an element holds a share of the container's text."""
        return self.weights.get(element, 0.0) > share * self._total

    def reason(self, element: Element, tag: str) -> str:
        """Why an element is left out, or ""."""
        if self.removals and element in self.removals:
            return self.removals[element]
        if tag == "time" or (tag == "a" and not ((names := element.get("class")) and reason_for(names))):
            return ""
        reason = verdict(element)
        may_be_word = reason not in ("", "hidden", "<rt>") and is_inline(element, tag)
        if may_be_word and stands_in_sentence(element, self.weights):
            return ""
        if reason in _FOLDED and self._unfolds(element, reason):
            return ""
        if not reason or not (self._believes_names or reason in _NOT_BY_NAME or reason.startswith(("<", "role"))):
            return ""
        if reason != "hidden" and reason not in NEVER and self._is_disproved(element):
            return ""
        if self._outweighs(element, reason) or self._is_excused(element, tag, reason):
            return ""
        return reason

    def _is_disproved(self, element: Element) -> bool:
        """Whether a box's text is so likely the article's that its class lies, or that of a box before it was."""
        called = element.get("class")
        if self._chances.get(element, 0.0) >= KEPT:
            self._lies.add(called)
            return True
        return called is not None and called in self._lies

    def _outweighs(self, element: Element, reason: str) -> bool:
        """Whether a box holds so much of the container's text that its names are not believed."""
        if reason in NEVER:  # what weighs more than the container stands beside it
            return WHOLE * self._total < self.weights.get(element, 0.0) <= self._total
        if reason == "related" and self.is_heavy(element) and lists_stories(element):
            self._forget(element)
            return False
        return self.is_heavy(element) or (reason == "hidden" and element.get("class") in self._slides)

    def _forget(self, element: Element) -> None:
        """Let an element's text no longer weigh in the boxes around it: what they lose with it is not the article's."""
        weight = self.weights.pop(element)
        for around in element.iterancestors():
            if around in self.weights:
                self.weights[around] -= weight
        self._total = max(self._total - weight, 3.0)

    @cached_property
    def _slides(self) -> frozenset[str]:
        return hidden_slides(self.weights)

    def _unfolds(self, element: Element, reason: str) -> bool:
        """Whether a reader's click shows what an element holds, or it is the heading on which the click comes."""
        if reason == "hidden":
            before = element.getprevious()
            if before is not None and before.tag in HEADINGS and any(map(opens, before.iter("button", "a"))):
                return True
            if before is not None and self.weights.get(element, 0.0) >= PROSE and _heads_fold(before, element):
                return True
            return element.get("role") in _PANELS and (before is None or before.tag in _HEADS or opens(before))
        panel = element.getnext()
        is_heading = panel is not None and PROSE <= self.weights.get(panel, 0.0) <= VETO_SHARE * self._total
        said = string(element).strip()
        return is_heading and len(said) >= SHORTEST_TITLE and (opens(element) or said[-1] in "?？؟")

    def _is_excused(self, element: Element, tag: str, reason: str) -> bool:
        """Whether a name means something else here: "teaser" on a paragraph, "player" around a video."""
        if reason == "<aside>" and is_box(element):
            return True
        if reason == "comments" and self._is_thread:
            return True
        if self._hint and element in self.weights and self._hint.knows(string(element)):
            return True
        if tag in HEADINGS or tag == "p":
            is_long = tag != "p" or self.weights.get(element, 0.0) > LONGEST_NOTE
            return reason == "paywall" or (is_long and reason in _EXCUSED)
        if reason == "paywall":
            return self.is_heavy(element, PAYWALLED_SHARE)
        if reason == "related" and next(element.iter("a"), None) is None:
            return True
        if reason in ("navigation", "page furniture") and next(element.iter("pre"), None) is not None:
            return True
        if reason == "navigation" and self.weights.get(element, 0.0) >= PROSE and _holds_panel(element):
            return True
        if reason == "page furniture" and _is_verdict(element):
            return True
        return reason in ("share", "player", "related") and _holds_embed(element)

    def is_doubtful(self, element: Element, reason: str) -> bool:
        """Whether a box that a rule leaves out holds running text enough for a second look."""
        if not self.may_doubt or reason in _FINAL or reason.startswith(("<", "role")):
            return False
        if reason == "newsletter" and next(element.iter("input"), None) is not None:
            return False
        return self.weights.get(element, 0.0) >= PROSE

    def reason_of_card(self, element: Element, inside: list[Block]) -> str:
        """Why a box that ended is no text of the article, by the blocks in it: links, a teaser, a form."""
        if element.get("role") == "button" or not self._believes_names or (len(inside) == 1 and inside[0].tag == "p"):
            return ""
        chars = sum([len(b.text) for b in inside])
        linked = sum([b.linked for b in inside])
        if not chars:
            return ""
        if linked > 0.6 * chars and chars - linked < 200:
            return "links"
        if chars > LONGEST_CARD:
            return ""
        if not self.is_heavy(element) and next(element.iter("input", "form", "textarea"), None) is not None:
            return "sign-up" if any(e.get("type") == "email" for e in element.iter("input")) else "form"
        if inside[-1].is_link and asks(inside[-1]):
            return "plea"
        if element.get("role") == "link":
            return "links"
        leads_away = linked or any(map(_is_in_link, inside)) or _is_under_link(element)
        return "teaser" if leads_away and _is_teaser(element, inside) else ""


_FOLDED = frozenset({"hidden", "<button>", "role button"})
_PANELS = frozenset({"tabpanel", "region"})
_HEADS = frozenset({"div", "section", *HEADINGS})
SHORTEST_TITLE = 12
"""Characters of what heads a panel that unfolds; "Show more" is shorter."""


def opens(element: Element) -> bool:
    """Whether an element says that a click on it unfolds something."""
    return element.get("aria-expanded") is not None or element.get("aria-controls") is not None


def _heads_fold(before: Element, element: Element) -> bool:
    """Whether a click on what stands before a hidden element shows it: it says so, or the next pair is alike."""
    if len(string(before).strip()) < SHORTEST_TITLE:
        return False
    if opens(before) or before.get("role") == "button":
        return True
    after = element.getnext()
    is_pair = after is not None and after.tag == before.tag and after.get("class") == before.get("class")
    return is_pair and before.tag in HEADINGS


def stands_in_sentence(element: Element, weights: Weights) -> bool:
    """Whether an inline element is part of a sentence of its paragraph: what it is called says nothing then."""
    block = element.getparent()
    while block is not None and block.tag in INLINE_TAGS:
        block = block.getparent()
    if block is None:
        return False
    before, after = _text_before(element, block), _text_after(element)
    if block not in weights and not (block.tag == "p" and _WITHOUT_SPACES.search(before + after)):
        return False
    if not any(map(str.isalnum, before + after)):
        return False
    if before and after:
        return True
    return before[-1].isalnum() or before[-1] in ",;(-–—„“«‘" if before else after[0].islower()


_WITHOUT_SPACES = re.compile(f"[{CJK}]")
"""Sentences in these scripts are too short to weigh anything, and hold their words side by side."""


def _text_before(element: Element, block: Element) -> str:
    """The text right before an inline element, as far as it stands in the same paragraph."""
    at = element
    while at is not block:
        before = at.getprevious()
        parent = at.getparent()
        text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
        if before is not None and not text and before.tag in _STRESSES and (said := string(before))[-1:].isspace():
            text = said
        if text.strip() or parent is None or before is not None:
            return text.strip()
        at = parent
    return ""


def _text_after(element: Element) -> str:
    """The text right behind an inline element, in the same element or the stressed words that follow."""
    text, after = element.tail or "", element.getnext()
    if not text and after is not None and verdict(after) == "hidden":  # what a word means, on a click
        text, after = after.tail or "", after.getnext()
    if text or after is None or after.tag not in _STRESSES:
        return text.strip()
    said = string(after)
    return "" if said[:1].isalnum() else said.strip()


_STRESSES = frozenset("strong em b i".split())


def is_word(button: Element) -> bool:
    """Whether a button is a word inside a sentence, which shows what it means: text stands on both sides of it."""
    paragraph = button.getparent()
    if paragraph is None or paragraph.tag not in ("p", "li") or not string(button).strip():
        return False
    before, after = _text_before(button, paragraph), _text_after(button)
    return before[-1:].isalpha() and after != "" and (after[0].isalpha() or after[0] in _CLOSING)


_CLOSING = ",;.:)"


def is_box(element: Element) -> bool:
    """Whether an element says that it is a box beside the text that belongs to the article."""
    return "box" in roles_of(element) or (element.tag == "aside" and _states_facts(element))


def _states_facts(aside: Element) -> bool:
    """Whether an <aside> has a heading and a list or a table below it, and nothing to follow, press or look at."""
    has_heading = next(aside.iter(*HEADINGS), None) is not None
    if not has_heading or next(aside.iter("ul", "ol", "dl", "table"), None) is None:
        return False
    return next(aside.iter("a", "button", "form", "input", "img", "time", "iframe", "script"), None) is None


def _is_verdict(element: Element) -> bool:
    """Whether a box of headings holds words alone, nothing to count, to press or to follow: a fact check's rating."""
    if next(element.iter(*HEADINGS), None) is None:
        return False
    has_tools = next(element.iter("a", "button", "input", "form", "svg", "img", "time", "script"), None) is not None
    return not has_tools and not any(map(str.isdigit, string(element)))


def lists_stories(element: Element) -> bool:
    """Whether a box holds the linked headings of several stories and, but for its own title, no other; or their list.

    Beside a short article such a box is the larger of the two.
    """
    titles = list(islice(element.iter(*HEADINGS), STORIES_READ))
    if not titles and element.tag in ("ul", "ol"):
        titles = list(islice(element.iterchildren("li"), STORIES_READ))
    links = [next(title.iter("a"), None) for title in titles]
    addresses = {link.get("href") for link in links if link is not None}
    return len(addresses) >= FEWEST_STORIES and None not in links[1:]


def _holds_panel(element: Element) -> bool:
    """Whether a box holds what its tabs show."""
    return any(e.get("role") == "tabpanel" for e in element.iter("div", "section"))


def is_mark(element: Element) -> bool:
    """Whether an element in a heading that unfolds what it heads is the sign for that: "+"."""
    around = element.getparent()
    is_sign = not len(element) and (element.text or "").strip() in _MARKS
    return is_sign and around is not None and (around.tag == "button" or opens(around))


_MARKS = frozenset("+ − – - × ▼ ▾ ▸ ► ⌄ ∨ › »".split())


def _holds_embed(element: Element) -> bool:
    return any(
        is_embed(e) or "quoted post" in roles_of(e) for e in element.iter("iframe", "video", "audio", "blockquote")
    )


def _is_in_link(block: Block) -> bool:
    """Whether a link holds a block: "<a><h3>Headline</h3></a>"."""
    around = None if block.stood is None else block.stood.getparent()
    return around is not None and around.tag == "a"


def _is_under_link(element: Element) -> bool:
    """Whether a link without a word or a picture to be seen lies over a box, so that all of it leads away."""
    link = next(element.iter("a"), None)
    if link is None or next(link.iter("img", "svg", "picture"), None) is not None:
        return False
    return not (link.text or "").strip() and all("hidden" in roles_of(e) for e in link)


def _is_teaser(element: Element, inside: list[Block]) -> bool:
    heads = [b for b in inside if b.kind == "heading" and b.tag != "summary"]
    if heads and all(b.is_link or _is_in_link(b) for b in heads):
        return True
    return element.tag == "article" and (
        next(element.itersiblings("article"), None) is not None
        or next(element.itersiblings("article", preceding=True), None) is not None
        or next(element.iterancestors("article"), None) is not None
    )
