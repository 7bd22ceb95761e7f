"""A search by XPath with a bound on its time: of a path that somebody else wrote nobody knows what it costs.

libxml2 cannot be stopped and hears no signal, but while it searches other threads work. So it searches in one of its
own, and this one waits, hears signals, and goes on without it when the time is over.
"""

import logging
from threading import Thread
from typing import Any

from lxml import etree

from newscrawl.element import Element

log = logging.getLogger(__name__)

SECONDS = 5.0
"""For one path in one page; real ones take a thousandth of it."""

given_up: set[str] = set()
"""Paths that took longer. They are not used again: each would leave another thread at work."""


def search(path: etree.XPath, start: Element, seconds: float = SECONDS) -> Any:
    """What a path finds from an element; nothing where it takes too long. Raises XPathError."""
    if path.path in given_up:
        return []
    found: list[Any] = []
    failed: list[etree.XPathError] = []

    def work() -> None:
        try:
            found.append(path(start))
        except etree.XPathError as error:
            failed.append(error)

    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not found:
        given_up.add(path.path)
        log.warning("%s takes more than %g s in a page and is not used any more", path.path, seconds)
    return found[0] if found else []
