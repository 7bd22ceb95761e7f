"""What was found on a page, as far as it says whether the page is an article; and how much of it is little."""

from dataclasses import dataclass

from newscrawl.extract.fields.dates import Dates
from newscrawl.extract.page.page import Page

# Characters. Error pages, walls and stubs say less; of 400 real articles three are shorter, all of them with JSON-LD.
THIN = 600

# Characters. What a page must have at least: a news flash of one sentence.
LEAST = 60

# Characters. What a paywalled page shows before the wall is seldom more where the publisher means it.
TEASER = 2500


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found on a page, as far as a reason to refuse it asks."""

    title: str
    text: str
    html: str
    dates: Dates


def titles(page: Page, shown: Shown) -> str:
    """How a page calls itself, and the headline that it shows."""
    return f"{page.head_title} | {shown.title}"
