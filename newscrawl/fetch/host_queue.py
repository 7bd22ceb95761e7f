"""A host's queue of requests that counts each as sent when it leaves."""

from collections import deque
from typing import Any

from scrapy import Request
from scrapy.core.downloader import Slot


class HostQueue(deque[tuple[Request, Any]]):
    """Scrapy 2.19 counts a request only when its task first runs. Where that took longer than the host's gap, as on a
    busy machine, the next one went at the same time."""

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot.queue)
        self.sent = slot.transferring

    def popleft(self) -> tuple[Request, Any]:
        request, answer = super().popleft()
        self.sent.add(request)
        return request, answer


def counted(slot: Slot) -> Slot:
    if not isinstance(slot.queue, HostQueue):
        slot.queue = HostQueue(slot)
    return slot
