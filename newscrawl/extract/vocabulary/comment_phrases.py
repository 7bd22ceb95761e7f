"""Comments: what stands above those of an article's readers, and above each of them."""

import re
from functools import cached_property

from newscrawl.extract.vocabulary.date_phrases import DatePhrases
from newscrawl.extract.vocabulary.lexicon import Lexicon
from newscrawl.extract.vocabulary.matching import Is, any_of

LONGEST_NAME = 30
"""Characters beside the date above a comment."""

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DIGIT = re.compile(r"\d")


class CommentPhrases:
    """What is written above comments in some languages, as questions about a line."""

    def __init__(self, lexicon: Lexicon, dates: DatePhrases) -> None:
        self._lexicon = lexicon
        self._dates = dates

    @cached_property
    def heads_comments(self) -> Is:
        """Whether a heading is that of what readers write below an article."""
        return Is(self._lexicon.words("comments"))

    def counts_comments(self, line: str) -> bool:
        """Whether a line says how many comments there are: "6 thoughts on “Rain”", "There are 13 comments"."""
        return _DIGIT.search(line) is not None and self._counted_comments.search(line) is not None

    def heads_form(self, line: str) -> bool:
        """Whether a line heads the form for comments: "Leave a Reply Cancel reply", "15 Leave a comment"."""
        return self._form_heading.search(line) is not None

    def may_head_comments(self, line: str) -> bool:
        """Whether a line may stand above comments: "Comments", "6 thoughts on Rain", "{ 38 comments … read them }"."""
        return self.heads_comments(line.strip(" ():0123456789")) or self._begins_with_count.match(line) is not None

    def begins_comment(self, line: str) -> bool:
        """Whether a line stands above a comment: a date, or a name with a day and a time, or "Jo Hill says:"."""
        if self._ends_in_says.search(line) is not None or self._dates.is_date(line):
            return True
        beside = self._dates.without_date(line) if _CLOCK.search(line) else line
        return len(beside) <= LONGEST_NAME and beside != line.strip()

    @cached_property
    def _ends_in_says(self) -> re.Pattern[str]:
        return re.compile(rf"\w \(?(?:{any_of(self._lexicon.words('comment_says'))})\W{{0,3}}$", re.IGNORECASE)

    @cached_property
    def _form_heading(self) -> re.Pattern[str]:
        ends, heads = (any_of(self._lexicon.words(key)) for key in ("comments_form_ends", "comments"))
        return re.compile(
            rf"\w \(?(?:{ends})\W{{0,3}}$|^(?:\d{{1,4}}|{heads}) \W{{0,2}}(?:{heads})\W{{0,3}}$", re.IGNORECASE
        )

    @cached_property
    def _begins_with_count(self) -> re.Pattern[str]:
        words = any_of(self._lexicon.words("comments_counted"))
        return re.compile(rf"\W{{0,3}}\d{{1,4}}\W{{0,2}}(?:{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def _counted_comments(self) -> re.Pattern[str]:
        """A number of comments that begins a line, perhaps before the headline in quotes, or ends one behind it."""
        keys = ("comments_counted", "comments_on", "comments_before_count")
        words, on, before = (any_of(self._lexicon.words(key)) for key in keys)
        count = r"\(?\d{1,4}\)?"
        return re.compile(
            rf"^(?:(?:{before}) ?)?{count} ?(?:{words})(?!\w)(?:\W*$| (?:{on}) ?[“„«»\"'‘”])"
            rf"|^(?:{words})(?: ?[:：(]| ) ?{count}\W*$|(?:[”“»》’\"]|{before}) ?{count} ?(?:{words})$",
            re.IGNORECASE,
        )
