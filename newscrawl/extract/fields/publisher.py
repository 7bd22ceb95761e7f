"""Who publishes a page, by name."""

from newscrawl.extract.fields.site_in_title import named_site
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.text.plain import plain


def find_publisher(page: Page) -> tuple[str, str]:
    """The publisher's name, and where it stands."""
    if page.rules.publisher:
        return page.rules.publisher, "the site's description"
    if text := structured.text(page.said("publisher")):
        return text, "JSON-LD publisher"
    if text := plain(page.meta("og:site_name")):
        return text, "meta og:site_name"
    text = named_site(page)
    return text, "the end of title" if text else ""
