"""What is due: the newest slot that has come since the last one dealt with, and how many it stands for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from newscrawl.store.slots import SlotSpan

COUNTED = timedelta(days=30)
"""Missed slots are counted one by one this far back; counting a year of minutes would hold up the start."""

After = Callable[[datetime], datetime | None]


@dataclass(frozen=True, slots=True)
class Due(SlotSpan):
    """A slot that has come; missed ones are made up once."""

    too_late: bool = False
    """Older than is made up: it goes into the history as missed."""


def due(after: After, last: datetime | None, now: datetime, catch_up: timedelta) -> Due | None:
    """What is due now. `after` gives the slot after a moment, `last` is the last one dealt with; None: never run.

    A site that never ran is due at once, so that adding it shows what it gives.
    """
    if last is None:
        return Due(now, now, 1)
    first = after(last)
    if first is None or first > now:
        return None
    slots = _slots(after, max(last, now - COUNTED), now) or [first]
    return Due(slots[-1], first, len(slots), too_late=now - slots[-1] > catch_up)


def _slots(after: After, moment: datetime, now: datetime) -> list[datetime]:
    found = []
    while (slot := after(moment)) and slot <= now:
        found.append(slot)
        moment = slot
    return found
