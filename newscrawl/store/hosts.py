"""Hosts: how each host is to be met by the next run, of whichever site and on whichever machine.

Moments are those of the database's clock, for the clocks of machines differ; what is asked for and given are seconds
from now.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.store.database import Database

LONGEST_REST = 86_400.0
"""A host that asks for more, by mistake or a wrong clock, is asked again after a day."""

# Milliseconds since 1970, by the database's clock.
NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPace:
    """What runs know of a host, in seconds."""

    rest: float = 0.0
    """From now on nothing is sent for so long."""

    why: str = ""
    """What the host said that asked for the rest; empty for the gap between two requests alone."""

    gap: float = 0.0
    """From one request to the next."""

    latency: float = 0.0
    """How long it takes to answer."""


class Hosts:
    """The table of hosts."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def now(self) -> datetime:
        """What the database's clock says."""
        [(now,)] = self.database.read(f"SELECT {NOW}")
        return datetime.fromtimestamp(now / 1000, UTC)

    def get(self, name: str) -> HostPace:
        """What is known of a host. While a run talks to it, or has not come to its end, a whole gap is still to come;
        a latency counts for a day."""
        row = self.database.one(
            f"SELECT CASE WHEN going = 1 AND free < {NOW} + gap THEN gap ELSE free - {NOW} END, why, gap, "
            f"CASE WHEN free > {NOW} - 86400000 THEN latency ELSE 0 END FROM hosts WHERE name = ?",
            name,
        )
        if row is None:
            return HostPace()
        rest, why, gap, latency = row
        rests = min(max(rest, 0) / 1000, LONGEST_REST)
        return HostPace(rest=rests, why=why if rest > gap else "", gap=gap / 1000, latency=latency / 1000)

    def put(self, name: str, pace: HostPace, *, going: bool) -> None:
        """`going`: whether more requests come from the run that says it."""
        self.database.write(
            f"INSERT INTO hosts(name, free, why, gap, latency, going) VALUES (?, {NOW} + ?, ?, ?, ?, ?) "
            "ON CONFLICT (name) DO UPDATE SET free = excluded.free, why = excluded.why, gap = excluded.gap, "
            "latency = excluded.latency, going = excluded.going",
            name,
            milliseconds(min(pace.rest, LONGEST_REST)),
            pace.why,
            milliseconds(pace.gap),
            milliseconds(pace.latency),
            int(going),
        )


def milliseconds(seconds: float) -> int:
    return round(1000 * seconds)
