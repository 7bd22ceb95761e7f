"""Phrases: what newsrooms write over rows of links, in pleas, bylines, notices and walls, as questions about a text.

A phrase alone drops nothing but short blocks: `extract/body/rows.py` asks of headings, labels and short paragraphs.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from newscrawl.extract.vocabulary.byline_phrases import BylinePhrases
from newscrawl.extract.vocabulary.comment_phrases import CommentPhrases
from newscrawl.extract.vocabulary.credit_phrases import CreditPhrases
from newscrawl.extract.vocabulary.date_phrases import DatePhrases
from newscrawl.extract.vocabulary.language_files import LANGUAGES, known
from newscrawl.extract.vocabulary.lexicon import Lexicon
from newscrawl.extract.vocabulary.matching import Begins, Holds, HoldsWord, Is, any_of
from newscrawl.extract.vocabulary.source_phrases import SourcePhrases

_OF_COMMISSIONS = (
    "ffili", "afili", "commis", "comis", "provision", "associate", "percentage", "kick", "links", "länkar", "lenker",
    "linkk", "partner", "партн", "アフィ",
)  # fmt: skip
"""One of these stands in all that is said of commissions: quicker to see than the phrases."""


def phrases_for(claimed: Iterable[str]) -> "Phrases":
    """The phrases for a page that claims these languages (primary subtags): theirs and English.

    All there are for one that claims none or English alone: themes say English where nobody has told them otherwise.
    """
    others = known(claimed) - {"en"}
    return _phrases(others | {"en"} if others else LANGUAGES)


def all_phrases() -> "Phrases":
    """The phrases of all languages: for what travels between them, as credits and names do."""
    return _phrases(LANGUAGES)


@lru_cache(maxsize=64)
def _phrases(languages: frozenset[str]) -> "Phrases":
    return Phrases(Lexicon(sorted(languages)))


class Phrases:
    """What is written in some languages, as questions; each is compiled when it is asked first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.dates = DatePhrases(lexicon)
        self.bylines = BylinePhrases(lexicon, self.dates)
        self.comments = CommentPhrases(lexicon, self.dates)
        self.credits = CreditPhrases(lexicon)
        self.sources = SourcePhrases(lexicon)

    @cached_property
    def begins_row(self) -> Begins:
        """Whether a block begins as rows of links to other articles do."""
        return Begins(self.lexicon.words("read_more"))

    @cached_property
    def begins_plea(self) -> Begins:
        """Whether a block begins as pleas and notices do."""
        return Begins(self.lexicon.words("plea"))

    @cached_property
    def is_advertisement(self) -> Is:
        """Whether a line is the mark of advertising."""
        return Is(self.lexicon.words("advertisement"))

    @cached_property
    def begins_tags(self) -> Begins:
        """Whether a line begins as those do that name an article's tags."""
        return Begins(self.lexicon.words("tags"))

    @cached_property
    def asks_to_share(self) -> Is:
        """Whether a line is the label of buttons by which an article is shared, liked or printed."""
        return Is(self.lexicon.words("share"))

    @cached_property
    def is_next_page(self) -> Is:
        """Whether a label leads to a listing's next page."""
        return Is(self.lexicon.words("next_page"))

    @cached_property
    def is_home(self) -> Is:
        """Whether a step of a page's path is the home page."""
        return Is(self.lexicon.words("home"))

    @cached_property
    def names_role(self) -> HoldsWord:
        """Whether a text says what somebody is rather than who."""
        return HoldsWord(self.lexicon.words("roles"))

    @cached_property
    def names_organisation(self) -> HoldsWord:
        """Whether a name is that of a paper, an agency, a station, a company or an office."""
        return HoldsWord(self.lexicon.words("organisations"))

    @cached_property
    def is_beside_names(self) -> HoldsWord:
        """Whether a text is what stands in bylines beside names: times, counters, calls to act."""
        return HoldsWord(self.lexicon.words("no_names"))

    @cached_property
    def is_label(self) -> Is:
        """Whether a text is the label of tags or of a date, and nothing else."""
        return Is(self.lexicon.words("tags", "published", "updated"))

    @cached_property
    def holds_wall(self) -> Holds:
        """Whether a short paragraph says what a paywall says."""
        return Holds(self.lexicon.words("wall"))

    @cached_property
    def _commission(self) -> Holds:
        return Holds(self.lexicon.words("commission"))

    def holds_commission(self, text: str) -> bool:
        """Whether a short paragraph says that its writers are paid for what readers buy behind its links."""
        return any(map(text.lower().__contains__, _OF_COMMISSIONS)) and self._commission(text)

    @cached_property
    def says_not_found(self) -> Holds:
        """Whether a title says that there is no such page."""
        return Holds(self.lexicon.words("not_found"))

    @cached_property
    def says_challenge(self) -> Holds:
        """Whether a title is a bot check's."""
        return Holds(self.lexicon.words("challenge"))

    @cached_property
    def says_notice(self) -> Holds:
        """Whether a sentence is one of a notice that stands in an article's place."""
        return Holds(self.lexicon.words("notice"))

    @cached_property
    def says_members_only(self) -> Holds:
        """Whether a line below a teaser says that the rest is for members or subscribers."""
        return Holds(self.lexicon.words("members_only"))

    @cached_property
    def says_login(self) -> Holds:
        """Whether a title is a login form's."""
        return Holds(self.lexicon.words("login"))

    @cached_property
    def titles_consent(self) -> Holds:
        """Whether a title is that of a page that asks for consent."""
        return Holds(self.lexicon.words("consent_title"))

    @cached_property
    def of_consent(self) -> Holds:
        """Words of pages that ask for consent."""
        return Holds(self.lexicon.words("consent"))

    @cached_property
    def accepts(self) -> Holds:
        """Whether a button's label is that of consent."""
        return Holds(self.lexicon.words("accept"))

    @cached_property
    def _sign_up(self) -> re.Pattern[str]:
        letter, ask = any_of(self.lexicon.words("newsletter")), any_of(self.lexicon.words("sign_up"))
        return re.compile(rf"(?:{ask}).{{0,80}}(?:{letter})|(?:{letter}).{{0,60}}(?:{ask})", re.IGNORECASE)

    @cached_property
    def _letter(self) -> Holds:
        return Holds(self.lexicon.words("newsletter"))

    def asks_for_newsletter(self, text: str) -> bool:
        """Whether a text asks its readers to sign up for a newsletter."""
        return self._letter(text) and self._sign_up.search(text) is not None
