"""Where a scheduler's files are."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl.store import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where things are."""

    project: Path
    """The folder in which runs are started: that of newscrawl.toml, or of scrapy.cfg."""
    output: Path
    objects: str = ""
    """Where posts and images stand; "" for `output`."""
    store: Place
    plan: Path
    """schedule.yml, which need not exist."""

    @property
    def environ(self) -> dict[str, str]:
        """What tells a run of them."""
        shared = self.store if isinstance(self.store, str) else ""
        return {"NEWSCRAWL_OUTPUT": str(self.output), "NEWSCRAWL_OBJECTS": self.objects, "NEWSCRAWL_STORE": shared}

    @property
    def locks(self) -> Path:
        """The folder of the sites' locks."""
        return self.output / "locks"

    @property
    def scheduler_lock(self) -> Path:
        """Held by the one scheduler of the store."""
        return self.output / "schedule" / "lock"

    def log(self, site: str, now: datetime) -> Path:
        """The log of a run."""
        return self.output / "logs" / site / log_name(now)


def log_name(started: datetime) -> str:
    """What the log of a run is called."""
    return f"{started:%Y%m%dT%H%M%SZ}.log"
