"""The place of a page's body: the elements that hold it, and what helps to judge what stands in them."""

import re
from dataclasses import dataclass, field

from newscrawl.element import Element
from newscrawl.extract.body.articlebody_hint import Hint
from newscrawl.extract.body.text_map import Weights
from newscrawl.extract.page.page import Page

_THREAD = re.compile(r"/(?:forums?|threads?|discussions?|viewtopic|showthread)\b")
"""In the addresses of a forum's pages, whatever software it runs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPlace:
    """Where a page's body stands, and what is known of the elements there."""

    page: Page
    containers: list[Element]
    weights: Weights
    """How much running text each element holds."""

    titles: list[str]
    """The headline and what else the page gives out for one, by their letters alone."""

    headline: Element | None = None
    hint: Hint = Hint("")
    """What the page's JSON-LD says that the text is."""

    chances: Weights = field(default_factory=dict)
    """How likely an element's text is the article's."""

    removals: dict[Element, str] = field(default_factory=dict)
    """What is left out before any name is asked, and why: by the site's rules, or as another story."""

    may_doubt: bool = False
    """Whether nobody wrote a rule for this site, so that the judge of blocks is asked."""

    @property
    def container(self) -> Element:
        """The first of the elements, or the only one."""
        return self.containers[0]

    @property
    def is_thread(self) -> bool:
        """Whether the page is a forum's thread, where posts are called comments."""
        return _THREAD.search(self.page.url) is not None

    @property
    def description(self) -> str:
        """What the page gives out as the article's introduction."""
        return description_of(self.page)


def description_of(page: Page) -> str:
    """What a page gives out as its article's introduction."""
    return page.meta("og:description", "description", "twitter:description")
