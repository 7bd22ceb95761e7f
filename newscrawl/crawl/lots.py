"""Links looked up in lots, between which other crawls of the process have their turn: a store may be a network away."""

from collections.abc import Callable, Iterable, Iterator

from scrapy import Request

from newscrawl.discover.link import Link

LOT = 100
"""Links looked up at a stretch, some 50 ms: a sitemap has 50,000."""


def in_lots(found: Iterable[Link | Request], look_up: Callable[[list[Link]], None]) -> Iterator[Link | Request]:
    """What a listing has, in its order; `look_up` is called with each lot of links before the lot comes."""
    lot: list[Link] = []
    links = 0
    try:
        for each in found:
            if isinstance(each, Link):
                lot.append(each)
                links += 1
            if links % LOT == 0 or not isinstance(each, Link):
                yield from _emptied(lot, look_up)
            if not isinstance(each, Link):
                yield each
    except Exception:
        yield from _emptied(lot, look_up)
        raise
    yield from _emptied(lot, look_up)


def _emptied(lot: list[Link], look_up: Callable[[list[Link]], None]) -> Iterator[Link]:
    look_up(lot)
    yield from lot
    lot.clear()
