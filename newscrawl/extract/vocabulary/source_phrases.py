"""Sources: whether a line below a text says where it comes from."""

import re
from functools import cached_property

from newscrawl.extract.vocabulary.agencies import AGENCIES
from newscrawl.extract.vocabulary.lexicon import Lexicon
from newscrawl.extract.vocabulary.matching import Begins, any_of

_LEADING = re.compile(r"^\W+")
_AFTER_LABEL = re.compile(r" ?[:：／]|(?<=[^\x00-\x7f])/")
_LINE_OF_AGENCIES = re.compile(
    rf"\W*(?:©|\(c\)\s?(?:\d|(?!.*[.;:!?]$))|(?:mit |with |avec |con |com |med |met |til |z )?"
    rf"(?:[\w.]{{2,12}}[/,] ?){{0,4}}(?:{any_of(AGENCIES)})"
    r"(?:[/,] ?[\w. -]{1,15}){0,4}\W*$|_+$)",
    re.IGNORECASE,
)
"""A line of agencies, or whose a text is; a sentence behind "(c)" is the third of points."""


_SIGNS = re.compile(r"\((?=[^\W\d])\w{2,4}(?:[,/] ?[^\W\d]\w{1,3}){0,3}\)")
"""Short signs of agencies and writers in brackets, and nothing else: "(ČTK, pv)"."""


class SourcePhrases:
    """What is written where an article says whence it comes, in some languages."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def is_source(self, text: str) -> bool:
        """Whether a last line says where the article comes from."""
        said = _LEADING.sub("", text).lower()
        if said.startswith(self._source_labels):
            labels = (label for label in self._source_labels if said.startswith(label))
            if any(_AFTER_LABEL.match(said, len(label)) for label in labels):
                return True
        return (
            self._source_lines(said) or _LINE_OF_AGENCIES.match(text) is not None or _SIGNS.fullmatch(text) is not None
        )

    def heads(self, text: str) -> bool:
        """Whether a heading says that sources follow, and nothing else."""
        return text.lower().rstrip(" :：") in self._source_labels

    @cached_property
    def _source_lines(self) -> Begins:
        return Begins(self._lexicon.words("source_lines"))

    @cached_property
    def _source_labels(self) -> tuple[str, ...]:
        return self._lexicon.words("source")
