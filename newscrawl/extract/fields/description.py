"""The summary that a page gives of itself for previews."""

from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.plain import plain

DESCRIPTION_METAS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")


def find_description(page: Page) -> tuple[str, str]:
    """The summary for previews on one line, and where it stands."""
    for name in DESCRIPTION_METAS:
        if text := plain(page.meta(name)):
            return text, f"meta {name}"
    text = structured.text(page.said("description"))
    return text, "JSON-LD description" if text else ""
