"""Who publishes a page, by name."""

from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.plain import plain


def find_publisher(page: Page) -> tuple[str, str]:
    """The publisher's name, and where it stands."""
    if page.rules.publisher:
        return page.rules.publisher, "the site's description"
    if text := structured.text(page.said("publisher")):
        return text, "JSON-LD publisher"
    text = plain(page.meta("og:site_name"))
    return text, "meta og:site_name" if text else ""
