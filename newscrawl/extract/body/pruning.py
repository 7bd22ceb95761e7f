"""Pruning: which elements of a container are left out: by name when they begin, by their links when they end."""

from functools import cached_property

from newscrawl.element import Element
from newscrawl.extract.body.alike_rows import marks_row
from newscrawl.extract.body.asides import holds_notes, is_box, is_quotation, is_remark, says_only
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.box_contents import lists_stories, reason_by_contents
from newscrawl.extract.body.box_verdicts import NEVER
from newscrawl.extract.body.container import WHOLE
from newscrawl.extract.body.disclosure_titles import heads_panel, holds_answer, is_question, opens, panel_of
from newscrawl.extract.body.disclosures import is_headed_panel, is_panel, is_toggle
from newscrawl.extract.body.layout import is_inline
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.named_parts import PROSE, holds_what_it_is_called_after
from newscrawl.extract.body.place import BodyPlace
from newscrawl.extract.body.slides import hidden_slides, is_picture_slide
from newscrawl.extract.body.text_map import forget
from newscrawl.extract.body.words_in_sentences import is_whole_heading, names_place, parts_numbers, stands_in_sentence
from newscrawl.extract.page.tree import is_longer, string
from newscrawl.extract.vocabulary.boilerplate import is_hidden, reason_for, verdict
from newscrawl.extract.vocabulary.names import has_role

VETO_SHARE = 0.35
"""A box that holds this share of the container's text stays whatever its names say."""

LONGEST_NOTE = 80
"""Characters of a paragraph up to which its names are believed: "date", "kicker", "teaser"."""

KEPT = 0.8
"""How likely a box's text must be the article's for its names not to be believed."""

LONGEST_ANSWER = 300
"""Characters of what need not look like prose below a question that unfolds it."""

LEAST_WEIGHT = 3.0
"""What a container weighs at least: of one that holds next to nothing no box is heavy."""

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

_MAY_HEAD = frozenset({"related", "page furniture"})
"""Reasons that are not believed of a box around the headline: "teaser", "meta"."""

_FOLDED = frozenset({"hidden", "<button>", "<label>", "role button"})
"""Reasons that are not believed of what a click shows, and of the heading that is clicked on."""

_NOT_BY_NAME = frozenset({"hidden", "comments", "cookie notice"})
"""Reasons that are believed where those that names alone give are not."""


class Pruner:
    """Judges the elements of one place. `believes_names`: whether names alone are a reason to leave something out."""

    def __init__(self, place: BodyPlace, *, believes_names: bool = True) -> None:
        self.weights = place.weights
        self.removals = place.removals
        self._may_doubt = place.may_doubt and believes_names
        self._chances = place.chances
        self._hint = place.hint
        self._believes_names = believes_names
        self._is_thread = place.is_thread
        self._heading = frozenset(() if place.headline is None else place.headline.iterancestors())
        self._total = 0.0
        self._lies: set[str | None] = set()

    def enter(self, container: Element) -> None:
        """Begin with a container: what a box weighs is compared with it."""
        self._total = max(self.weights.get(container, 0.0), LEAST_WEIGHT)

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
        if reason == "hidden" and tag == "span" and parts_numbers(element):
            return ""
        may_be_word = reason not in ("", "hidden", "<rt>") and is_inline(element, tag)
        if may_be_word and (
            stands_in_sentence(element, self.weights)
            or (reason == "page furniture" and names_place(element, self.weights))
            or (reason in _EXCUSED and is_whole_heading(element))
        ):
            return ""
        if reason in _FOLDED and (self._unfolds(element, reason) or (reason == "hidden" and is_picture_slide(element))):
            return ""
        if reason in _MAY_HEAD and element in self._heading:
            return ""
        if not reason:
            return ""
        if is_closed_window(element):
            return "" if self._is_whole(element) else self._forget(element, reason)
        if not (self._believes_names or _is_told_otherwise(element, reason)):
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
        if reason in NEVER:
            return self._is_whole(element)
        if reason == "related" and self.is_heavy(element) and lists_stories(element):
            self._forget(element, reason)
            return False
        return self.is_heavy(element) or (reason == "hidden" and element.get("class") in self._slides)

    def _is_whole(self, element: Element) -> bool:
        """Whether a box holds all of the container's text; what weighs more than the container stands beside it."""
        return WHOLE * self._total < self.weights.get(element, 0.0) <= self._total

    def _forget(self, element: Element, reason: str) -> str:
        """The reason to leave a box out whose text no longer counts for the container's."""
        self._total = max(self._total - forget(element, self.weights), LEAST_WEIGHT)
        return reason

    @cached_property
    def _slides(self) -> frozenset[str]:
        return hidden_slides(self.weights)

    def _unfolds(self, element: Element, reason: str) -> bool:
        """Whether a reader's click shows what an element holds, or it is the heading on which the click comes."""
        if reason == "hidden":
            holds_text = self.weights.get(element, 0.0) >= PROSE
            return is_panel(element) or (holds_text and is_headed_panel(element))
        if reason == "<label>":
            field = element.getprevious()
            return field is not None and is_toggle(field)
        if reason == "role button" and holds_answer(element):
            return True
        panel = panel_of(element)
        if panel is None or not (heads_panel(element) or (panel.get("role") == "region" and element.tag == "div")):
            return False
        if opens(element) and is_question(element) and not is_longer(panel, LONGEST_ANSWER):
            return is_longer(panel, 0)
        least = 1.0 if panel.get("role") == "region" else PROSE
        # What is more lies behind a menu's button, which asks nothing: the whole page.
        most = self._total if is_question(element) else VETO_SHARE * self._total
        return least <= self.weights.get(panel, 0.0) <= most

    def _is_excused(self, element: Element, tag: str, reason: str) -> bool:
        """Whether a name means something else here: "teaser" on a paragraph, "player" around a video."""
        if reason == "<aside>" and any(said(element) for said in (is_box, holds_notes, is_quotation, is_remark)):
            return True
        if reason == "<aside>" and not element.attrib and says_only(element):
            return self.weights.get(element, 0.0) >= PROSE
        if reason == "comments" and self._is_thread:
            return True
        if reason == "author box" and has_role(element, "quotation"):  # "quote-author"
            return next(element.iter("img"), None) is None
        if self._hint and element in self.weights and self._hint.knows(string(element)):
            return True
        if tag in HEADINGS or tag == "p":
            is_long = tag != "p" or self.weights.get(element, 0.0) > LONGEST_NOTE
            if reason == "paywall" or (is_long and (reason in _EXCUSED or _is_on_consent(element, reason))):
                return True
            return reason == "page furniture" and marks_row(element)
        return holds_what_it_is_called_after(element, reason, self.weights.get(element, 0.0), self._total)

    def is_doubtful(self, element: Element, reason: str) -> bool:
        """Whether a box that a rule leaves out holds running text enough for a second look."""
        if not self._may_doubt or reason in _FINAL or reason.startswith(("<", "role")):
            return False
        if reason == "newsletter" and next(element.iter("input"), None) is not None:
            return False
        return self.weights.get(element, 0.0) >= PROSE

    def reason_by_contents(self, box: Element, inside: list[Block]) -> str:
        """Why a box that ended is no text of the article, by the blocks in it."""
        return reason_by_contents(box, inside, is_heavy=self.is_heavy(box)) if self._believes_names else ""


def _is_told_otherwise(element: Element, reason: str) -> bool:
    """Whether more than a name speaks for a reason, where names alone left nothing of the text."""
    if reason.startswith(("<", "role")):
        return True
    return reason in _NOT_BY_NAME and not _is_on_consent(element, reason)


def _is_on_consent(element: Element, reason: str) -> bool:
    """Whether a paragraph is called after the law ("gdpr-text") and asks for no cookies."""
    return reason == "cookie notice" and "cookie" not in string(element).lower()


def is_closed_window(element: Element) -> bool:
    """Whether an element opens over the page, and is closed: terms, what is asked of readers, what helps to search."""
    if element.tag == "dialog":
        return element.get("open") is None
    is_dialog = element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") is not None
    if not is_dialog and not has_role(element, "window", "class", "id"):
        return False
    return element.get("aria-hidden") == "true" or is_hidden(element)
