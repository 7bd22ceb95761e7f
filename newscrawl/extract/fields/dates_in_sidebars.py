"""Dates in a sidebar that its own words say are the article's: "Published" above them, or who wrote it below.

A box beside the text mostly shows other stories. One that says in words when something was published, or by whom, and
has no link to another story, speaks of this page; of two such days neither is believed.
"""

from collections.abc import Iterator
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.fields.date_lines import has_few_parts, is_dateline, may_be_dates, own_line
from newscrawl.extract.fields.dates_farther import FOR_DATES, LINES
from newscrawl.extract.fields.element_dates import ElementDates, Written
from newscrawl.extract.fields.person_names import BYLINE_LENGTH

MOST = 3000
"""Elements of a page that are looked at."""


def dates_in_sidebars(elements: ElementDates) -> Iterator[Written]:
    """The dates in sidebars above which, or in whose line, it says "published", or below which it says by whom."""
    for element in islice(elements.near.page.tree.iter(*FOR_DATES, *LINES), MOST):
        line = own_line(element)
        if not (may_be_dates(line) and is_dateline(line) and has_few_parts(element)):
            continue
        said = elements.labels.says(element)
        is_told = said == "published" or (not said and _is_signed(element, elements))
        if is_told and elements.others.hold_as_sidebar(element):
            yield Written(element.get("datetime") or line, f"beside the text, <{element.tag}>", "published")


def _is_signed(element: Element, elements: ElementDates) -> bool:
    """Whether an element is a date and nothing else, and the line below it says by whom."""
    line = element.getnext()
    phrases = elements.near.page.phrases
    if line is None or not phrases.dates.is_date(elements.near.text(element)):
        return False
    name, *_ = elements.near.text(line).split(",", 1)  # a degree stands behind a comma
    return len(name) <= BYLINE_LENGTH and phrases.bylines.is_byline(name)
