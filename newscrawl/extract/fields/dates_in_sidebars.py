"""Dates in a sidebar that its own words say are the article's: "Published" above them.

A box beside the text mostly shows other stories. One that says in words when something was published, without a link to
another story, speaks of this page; of two such days neither is believed.
"""

from collections.abc import Iterator
from itertools import islice

from newscrawl.extract.fields.date_lines import has_few_parts, is_dateline, may_be_dates, own_line
from newscrawl.extract.fields.dates_farther import FOR_DATES, LINES
from newscrawl.extract.fields.element_dates import ElementDates, Written

MOST = 3000
"""Elements of a page that are looked at."""


def dates_in_sidebars(elements: ElementDates) -> Iterator[Written]:
    """The dates in sidebars above which, or in whose line, it says "published"."""
    for element in islice(elements.near.page.tree.iter(*FOR_DATES, *LINES), MOST):
        line = own_line(element)
        if not (may_be_dates(line) and is_dateline(line) and has_few_parts(element)):
            continue
        if elements.labels.says(element) == "published" and elements.others.hold_as_sidebar(element):
            yield Written(element.get("datetime") or line, f"beside the text, <{element.tag}>", "published")
