"""Where a scheduler's files are."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where things are."""

    project: Path
    """The folder of scrapy.cfg."""
    output: Path
    plan: Path
    """schedule.yml, which need not exist."""

    @property
    def store(self) -> Path:
        return self.output / "newscrawl.db"

    def lock(self, name: str) -> Path:
        """The lock file of a site, or of the scheduler ("")."""
        return self.output / "schedule" / (f"{name}.lock" if name else "lock")

    def log(self, site: str, now: datetime) -> Path:
        """The log of a run."""
        return self.output / "logs" / site / f"{now:%Y%m%dT%H%M%SZ}.log"
