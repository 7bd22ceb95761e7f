"""A rhythm says when a site is due: evenly, by cron lines with a time zone, by its publication rate, or never."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from newscrawl.errors import RhythmError
from newscrawl.rhythm.duration import read_duration

ACCEPTED = (
    'accepted are a span ("30 minutes"), a cron line with a time zone ("*/15 6-22 * * * Asia/Qatar"), '
    '"auto", "auto 48 a day" and "never"'
)
SHORTEST = timedelta(minutes=1)
"""A run starts a process and asks a site for its listings; below a minute that is no rhythm but a mistake."""

NAMED = {
    word: span
    for span, names in (
        (timedelta(hours=1), ("hourly", "@hourly", "every hour")),
        (timedelta(days=1), ("daily", "@daily", "every day")),
        (timedelta(weeks=1), ("weekly", "@weekly", "every week")),
    )
    for word in names
}
"""Spans as cron and people call them. Evenly spaced, as all spans: sites do not all start on the hour."""

REQUESTS_A_DAY = 48
"""What "auto" alone spends: as many as every half hour, the rhythm that most feeds ask for (ttl 30)."""


class Rhythm(Protocol):
    """When a site is due."""

    def after(self, moment: datetime) -> datetime | None:
        """The first slot after an aware moment, in UTC; None where there is none."""


@dataclass(frozen=True, slots=True)
class Every:
    """Evenly spaced from a fixed origin, so that a restart moves nothing and no clock change matters."""

    interval: timedelta
    shift: timedelta = timedelta()

    def after(self, moment: datetime) -> datetime | None:
        origin = EPOCH + self.shift
        return origin + ((moment - origin) // self.interval + 1) * self.interval


@dataclass(frozen=True, slots=True)
class Cron:
    """Cron lines in a zone. A time that a clock change skips comes right after it, one that it repeats comes once."""

    lines: tuple[str, ...]
    zone: ZoneInfo
    shift: timedelta = timedelta()

    def after(self, moment: datetime) -> datetime | None:
        local = (moment - self.shift).astimezone(self.zone)
        slots = [slot.astimezone(UTC) for line in self.lines if (slot := next(CronSim(line, local), None))]
        return min(slots) + self.shift if slots else None


@dataclass(frozen=True, slots=True)
class Auto:
    """By the publication rate: `newscrawl.schedule.adaptive.policy` says when; this carries the requests alone."""

    a_day: int = REQUESTS_A_DAY
    shared: bool = True
    """Whether its requests and those of the other sites that say "auto" alone are one budget."""

    def after(self, moment: datetime) -> datetime | None:
        """Evenly spaced: what is done for a site whose rate is not known yet."""
        return Every(timedelta(days=1) / self.a_day).after(moment)


@dataclass(frozen=True, slots=True)
class Never:
    """Switched off."""

    def after(self, moment: datetime) -> datetime | None:
        return None


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_rhythm(value: str | Sequence[str]) -> Rhythm:
    """A rhythm from its text, or from several cron lines; raises RhythmError."""
    if not isinstance(value, str):
        return _cron([str(line) for line in value])
    text = value.strip()
    words = text.lower().split()
    if words == ["never"]:
        return Never()
    if words[:1] == ["auto"]:
        return Auto(_requests(words[1:]), shared=len(words) == 1)
    return _cron([text]) if len(words) >= 5 else Every(_interval(text))


def spread(rhythm: Rhythm, site: str, most: timedelta) -> Rhythm:
    """The rhythm moved by an amount that the site's name decides: fifty sites do not start on the hour.

    Evenly spaced slots have no wanted place and move anywhere in their interval, cron slots by up to `most`.
    """
    match rhythm:
        case Every(interval):
            return Every(interval, timedelta(seconds=int(share_of(site) * interval.total_seconds())))
        case Cron(lines, zone):
            return Cron(lines, zone, timedelta(seconds=round(share_of(site) * most.total_seconds())))
    return rhythm


def share_of(site: str) -> float:
    """Between 0 and 1, always the same for a name."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:6]) / 2**48


def _interval(text: str) -> timedelta:
    try:
        interval = NAMED.get(text.lower()) or read_duration(text)
    except ValueError:
        raise RhythmError(ACCEPTED) from None
    if interval < SHORTEST:
        raise RhythmError("the shortest is 1 minute")
    return interval


def _requests(words: list[str]) -> int:
    match words:
        case []:
            return REQUESTS_A_DAY
        case [number, "a", "day"] if number.isascii() and number.isdigit() and 1 <= int(number) <= 1440:
            return int(number)
    raise RhythmError('accepted are "auto" and "auto 48 a day" with 1 to 1440')


def _cron(texts: list[str]) -> Cron:
    lines, zones = zip(*(_fields(text) for text in texts), strict=True) if texts else ((), ())
    if len(set(zones)) != 1:
        raise RhythmError("the cron lines of one site take one time zone" if zones else ACCEPTED)
    return Cron(tuple(lines), zones[0])


def _fields(text: str) -> tuple[str, ZoneInfo]:
    *fields, last = text.split()
    zone = "UTC"
    if len(fields) == 5:
        zone = last
    else:
        fields.append(last)
    if len(fields) != 5:
        raise RhythmError(ACCEPTED)
    line = " ".join(fields)
    try:
        if next(CronSim(line, datetime(2024, 1, 1, tzinfo=UTC)), None) is None:
            raise RhythmError(f"the cron line {line!r} never comes")
    except CronSimError as error:
        raise RhythmError(f"the cron line {line!r}: {str(error)[:1].lower()}{str(error)[1:]}") from None
    return line, read_zone(zone)


def read_zone(name: str) -> ZoneInfo:
    """An IANA time zone; raises RhythmError."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a missing zone, a path, a folder such as "Asia"
        raise RhythmError(f"there is no time zone {name!r}; accepted are IANA names such as Asia/Qatar") from None
