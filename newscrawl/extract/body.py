"""Body: the article itself, found and cleaned."""

from dataclasses import dataclass, field

from newscrawl.extract.images import Image
from newscrawl.extract.page import Page, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The article's body."""

    html: str = ""
    text: str = ""
    images: list[Image] = field(default_factory=list)
    selector: str = ""
    removed: list[tuple[str, str]] = field(default_factory=list)
    refined: str = ""


def find_body(page: Page, *, headline: str = "") -> Body:
    """The body of the article on a page."""
    element = next(page.tree.iter("article"), None)
    return Body() if element is None else Body(text=text_of(element), selector="article")
