"""Credits: where in a caption it is said who made the picture."""

import re
from functools import cached_property

from newscrawl.extract.vocabulary.agencies import AGENCIES
from newscrawl.extract.vocabulary.lexicon import Lexicon
from newscrawl.extract.vocabulary.matching import Is, any_of, is_pattern, pattern_of
from newscrawl.text.scripts import CJK

_COPYRIGHT = re.compile(r"(?:^|[\s(（\[])((?:©|\(c\)|photo by |crédit)\s?.+)$", re.IGNORECASE)
_CREDIT_AT_END = re.compile(
    r"(?:^|[.!?…。”\"»]\s*|[(（\[＝]|\s(?=/))(/?(?:fot\. |nuotr\. |foto (?:di|de|van|von|af|av) |"
    r"(?:photograph|pictures?|image) by |courtesy |"
    r"撮影[・/／]|写真[・/／=＝]|사진\s?=|[圖图][／/]|(?:ap|afp|epa|reuters) photo\b|"
    r"[^\W\d_](?:[\w'’ -]|(?<=\b\w)\.){1,30}/\s?"
    rf"(?:getty images?|{any_of(AGENCIES)})(?!\w))[^.!?()]{{0,60}}|(?<=[（(＝])[{CJK}]{{2,8}}(?:撮影|攝|摄|提供))\W*$",
    re.IGNORECASE,
)
"""What a credit that has no colon begins with, behind a sentence or in brackets; or how one ends."""

_COLON = re.compile(r" ?[:：]\s?(?=.)")
_LAST_COLON = re.compile(r": ?[^.!?:]{2,50}\)?$")


class CreditPhrases:
    """What is written before the names of photographers in some languages, as questions about a caption."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def is_credit_label(self) -> Is:
        """Whether a text is nothing but what stands before a photographer's name."""
        return Is(self._lexicon.words("credit"))

    def credit_start(self, caption: str) -> int:
        """Where the credit begins that a caption ends in; -1 where it has none."""
        marks = (_COPYRIGHT.search(caption), _CREDIT_AT_END.search(caption))
        found = [mark.start(1) for mark in marks if mark]
        for colon in _COLON.finditer(caption):
            before = caption[: colon.start()].lower()
            if before.endswith(self._credit_labels):
                label = next(label for label in self._credit_labels if before.endswith(label))
                start = len(before) - len(label)
                if not start or before[start - 1] in " (（[":
                    found.append(start)
                    break
        return min(found, default=-1)

    @cached_property
    def _credit_labels(self) -> tuple[str, ...]:
        return tuple(sorted(self._lexicon.words("credit", "caption_credit"), key=len, reverse=True))

    def ends_in_credit(self, text: str) -> bool:
        """Whether a text ends as a caption does and a paragraph does not."""
        if (colon := _LAST_COLON.search(text)) and text[: colon.start()].endswith(self._labels_at_end):
            return True
        return self._other_ends is not None and self._other_ends.search(text) is not None

    @cached_property
    def _labels_at_end(self) -> tuple[str, ...]:
        return tuple(label.capitalize() for label in self._lexicon.words("credit") if not is_pattern(label))

    @cached_property
    def _other_ends(self) -> re.Pattern[str] | None:
        return pattern_of(self._lexicon.words("credit"))
