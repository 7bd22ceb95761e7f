"""Links looked up in lots."""

from collections.abc import Iterator

import pytest
from scrapy import Request

from newscrawl.crawl.lots import LOT, in_lots
from newscrawl.discover.link import Link


def links(count: int) -> list[Link]:
    return [Link(url=f"https://paper.example/{number}") for number in range(count)]


def test_links_come_in_their_order_and_each_lot_is_looked_up_before_it_comes() -> None:
    found: list[Link | Request] = [*links(LOT + 2), Request("https://paper.example/sitemap"), *links(1)]
    events: list[object] = []
    for each in in_lots(found, lambda lot: events.append(len(lot))):
        events.append(each)
    assert [event for event in events if not isinstance(event, int)] == found
    lots = [event for event in events if isinstance(event, int)]
    assert events[0] == LOT
    assert events[LOT + 1] == 2
    assert sum(lots) == LOT + 3


def test_links_before_a_fault_come_all_the_same() -> None:
    def broken() -> Iterator[Link]:
        yield from links(3)
        raise ValueError("cut off")

    read = in_lots(broken(), lambda lot: None)
    assert [next(read) for _ in range(3)] == links(3)
    with pytest.raises(ValueError, match="cut off"):
        next(read)
