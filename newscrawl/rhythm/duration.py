"""A span of time as people write it: "90 seconds", "30 minutes", "2 hours", "1 day"; or short: 90s, 30m, 2h, 1d."""

import re
from datetime import timedelta

UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
SHORT = {"s": "second", "m": "minute", "min": "minute", "h": "hour", "d": "day", "w": "week"}
ACCEPTED = 'a span such as "90 seconds", "30 minutes", "2 hours" or "1 day"'

SPAN = re.compile(r"(\d{1,6})\s*([a-z]+?)s?", re.ASCII)


def read_duration(text: str) -> timedelta:
    """A number and a unit; raises ValueError with what is accepted."""
    found = SPAN.fullmatch(text.strip().lower())
    unit = SHORT.get(found[2], found[2]) if found else ""
    if not found or unit not in UNITS or not int(found[1]):
        raise ValueError(f"accepted is {ACCEPTED}")
    return timedelta(seconds=int(found[1]) * UNITS[unit])


def say_duration(span: timedelta) -> str:
    """A span in its two largest units, e.g. "3 h 20 min"; below a minute in seconds."""
    seconds = max(0, round(span.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    minutes, hours, days = seconds // 60 % 60, seconds // 3600 % 24, seconds // 86_400
    parts = [f"{days} d"] * bool(days) + [f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes)
    return " ".join(parts[:2])
