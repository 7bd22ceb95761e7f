"""What `-a name=value` may say: read, checked and explained before the first request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


class ArgumentError(ValueError):
    """An argument is not what the spider accepts; `str()` of it is one line that says what is."""


def number(name: str, value: str) -> int:
    """A whole number above zero."""
    if not value.isascii() or not value.isdigit() or int(value) == 0:
        raise ArgumentError(f"{name}={value}: a whole number above 0 is accepted, e.g. {name}=50")
    return int(value)


def moment(name: str, value: str, zone: str) -> datetime:
    """An ISO 8601 day or time; without an offset it is in the site's `zone` (IANA name), else in UTC."""
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        raise ArgumentError(
            f"{name}={value}: a date is accepted, e.g. {name}=2026-11-01 or {name}=2026-11-01T08:30:00+08:00"
        ) from None
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone) if zone else UTC)


def choice(name: str, value: str, accepted: Mapping[str, object]) -> str:
    """One of the names in `accepted`."""
    if value not in accepted:
        raise ArgumentError(f"{name}={value}: accepted are {', '.join(accepted)}")
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which articles a run wants."""

    limit: int | None = None
    """Stop after so many new articles."""

    since: datetime | None = None
    """Leave older ones, by publication."""

    def refusal(self, published: datetime | None) -> str:
        """Why an article of this publication time is not wanted; empty where it is, or where the time is unknown."""
        if published and self.since and published < self.since:
            return f"older than {self.since:%Y-%m-%d}"
        return ""


def wanted(arguments: Mapping[str, str], zone: str) -> Wanted:
    """Read what every spider accepts; a name that is not among it is an error that lists them."""
    return Wanted(
        limit=number("limit", arguments["limit"]) if "limit" in arguments else None,
        since=moment("since", arguments["since"], zone) if "since" in arguments else None,
    )


COMMON = ("limit", "since")
"""The names that every spider accepts."""


def reject_unknown(arguments: Mapping[str, str], accepted: tuple[str, ...]) -> None:
    """Raise for a name that nothing reads: a misspelt argument would otherwise be a silently different crawl."""
    for name in arguments:
        if name not in accepted:
            raise ArgumentError(f"there is no argument {name!r}; accepted are {', '.join(sorted(accepted))}")
