"""What Scrapy sends next, however late a request's task begins."""

from scrapy import Request
from scrapy.core.downloader import Slot

from newscrawl.fetch.host_queue import counted


def test_a_request_counts_as_sent_from_when_it_leaves_the_queue() -> None:
    slot = counted(Slot(concurrency=1, delay=0.001))
    assert counted(slot).queue is slot.queue
    slot.queue.extend((Request(f"https://paper.example/{number}"), None) for number in range(2))  # type: ignore[misc]
    assert slot.free_transfer_slots() == 1
    slot.queue.popleft()
    assert slot.free_transfer_slots() == 0, "the next one would go at the same time"
