"""The clock, handed in: the time of day and a steady count of seconds beside it."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The machine's clock, `shift` ahead of it."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self.shift = shift

    @classmethod
    def at(cls, moment: datetime) -> "Clock":
        """A clock that shows `moment` now and goes on from there."""
        return cls(moment - datetime.now(UTC))

    def now(self) -> datetime:
        """The time of day, in UTC. It may jump: corrections, a machine that was suspended."""
        return datetime.now(UTC) + self.shift

    def steady(self) -> float:
        """Seconds that only go forward and stand still while the machine is suspended; deadlines are kept by them."""
        return time.monotonic()
