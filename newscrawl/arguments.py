"""What `-a name=value` may say: read, checked and explained before the first request."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from newscrawl.errors import ArgumentError
from newscrawl.urls.resolve import typed_address


def number(name: str, value: str) -> int:
    """A whole number above zero."""
    if not value.isascii() or not value.isdigit() or int(value) == 0:
        raise ArgumentError(f"{name}={value}: a whole number above 0 is accepted, e.g. {name}=50")
    return int(value)


def moment(name: str, value: str, zone: str) -> datetime:
    """An ISO 8601 day or time. Without an offset it is in the site's `zone` (IANA name), else in UTC."""
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        raise ArgumentError(
            f"{name}={value}: a date is accepted, e.g. {name}=2026-11-01, {name}=2026-11-01T08:30:00+08:00, "
            f'{name}=yesterday or {name}="7 days"'
        ) from None
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone) if zone else UTC)


def typed_moment(name: str, value: str, zone: str) -> datetime:
    """What a person types: as `moment`, or `yesterday`, or `7 days` for so long ago."""
    now = datetime.now(ZoneInfo(zone) if zone else UTC)
    return _relative(value.strip().lower(), now) or moment(name, value, zone)


def _relative(text: str, now: datetime) -> datetime | None:
    """A moment that is told from now. Days and weeks go back to a midnight, hours to the minute."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if text in ("today", "yesterday"):
        return midnight - timedelta(days=text == "yesterday")
    if not (said := re.fullmatch(r"(\d{1,4})\s*(hours?|h|days?|d|weeks?|w)( ago)?", text, re.ASCII)):
        return None
    if said[2].startswith("h"):
        return now - timedelta(hours=int(said[1]))
    return midnight - timedelta(days=int(said[1]) * (7 if said[2].startswith("w") else 1))


def choice(name: str, value: str, accepted: Mapping[str, object]) -> str:
    """One of the names in `accepted`."""
    if value not in accepted:
        raise ArgumentError(f"{name}={value}: accepted are {', '.join(accepted)}")
    return value


def reject_unknown(arguments: Mapping[str, str], accepted: tuple[str, ...]) -> None:
    """Raise for a name that nothing reads: a misspelt argument would otherwise be a silently different crawl."""
    for name in arguments:
        if name not in accepted:
            raise ArgumentError(f"there is no argument {name!r}; accepted are {', '.join(sorted(accepted))}")


def web_url(name: str, arguments: Mapping[str, str]) -> str:
    """The web address that an argument gives; https where it names no scheme."""
    value = arguments.get(name, "").strip()
    if not (address := typed_address(value)):
        raise ArgumentError(f"{name}={value}: a web address is needed, e.g. {name}=https://example.com/")
    return address


def typed_url(word: str) -> str:
    """The web address that a word of the command line is; https where it names no scheme."""
    if not (address := typed_address(word.strip())):
        raise ArgumentError(f"{word}: a web address is needed, e.g. https://example.com/")
    return address


def web_urls(arguments: Mapping[str, str]) -> list[str]:
    """The addresses of `url`, and of the file that `urls` names: one a line, what is behind # or blank left out."""
    given = [arguments["url"]] if "url" in arguments else []
    if "urls" in arguments:
        try:
            lines = Path(arguments["urls"]).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise ArgumentError(f"urls={arguments['urls']}: a file of addresses is needed ({error})") from None
        given += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not given:
        raise ArgumentError("an address is needed: url=https://example.com/story, or urls=a file of them, one a line")
    return [web_url("url", {"url": address}) for address in given]
