"""How slow this machine is now: bounds on CPU seconds were found on a machine of one speed and hold on others."""

import time

from lxml import html

AT_REST = 0.05
"""CPU seconds of `work` on the machine where the bounds were found, with nothing else running."""


def work() -> float:
    """CPU seconds of what extraction does most: a page is parsed and walked."""
    start = time.process_time()
    for element in html.fromstring("<div>" + "<p class='a b'>some <b>text</b></p>" * 15_000 + "</div>").iter():
        (element.get("class") or "").split()
    return time.process_time() - start


def slowness() -> float:
    """1 on that machine and on faster ones, 2 on one of half its speed."""
    return max(1.0, min(work() for _ in range(3)) / AT_REST)
