"""Times: whole seconds since 1970 in the tables, aware datetimes in the interface."""

from datetime import UTC, datetime


def seconds(when: datetime) -> int:
    """As the tables keep it."""
    return int(when.timestamp())


def moment(when: int) -> datetime:
    """As the interface gives it."""
    return datetime.fromtimestamp(when, UTC)
