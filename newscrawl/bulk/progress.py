"""Progress: how far many files are read, at what rate, and how long it goes on."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from newscrawl.rhythm.duration import say_duration
from newscrawl.text.characters import on_screen
from newscrawl.text.counts import counted


@dataclass(slots=True)
class BulkProgress:
    """Counts; no clock of its own."""

    clock: Callable[[], float]
    files: int
    size: int
    """Bytes of all files."""
    began: float = field(init=False)
    running: list[tuple[int, int, int]] = field(default_factory=list)
    """Bytes, pages and articles of each file that is being read."""
    ended: int = 0
    """Files."""
    read: int = 0
    """Bytes of them."""
    counts: Counter[str] = field(default_factory=Counter)
    given_up: dict[str, str] = field(default_factory=dict)
    """File -> why it could not be read."""

    def __post_init__(self) -> None:
        self.began = self.clock()

    def end(self, size: int, counts: Mapping[str, int]) -> None:
        """A file is read."""
        self.ended, self.read = self.ended + 1, self.read + size
        self.counts.update(counts)

    def give_up(self, source: Path, size: int, why: str) -> None:
        """A file cannot be read."""
        self.end(size, {})
        self.given_up[str(source)] = why

    def line(self) -> str:
        """How far it is."""
        pages = self.counts["pages"] + sum(pages for _, pages, _ in self.running)
        articles = self.counts["articles"] + sum(articles for _, _, articles in self.running)
        read = self.read + sum(offset for offset, _, _ in self.running)
        seconds = max(self.clock() - self.began, 0.001)
        left = f", {say_duration(timedelta(seconds=seconds * (self.size / read - 1)))} left" if read else ""
        return (
            f"{self.ended} of {counted(self.files, 'file')}, {read / self.size:.0%}; {articles} articles of "
            f"{counted(pages, 'page')}, {pages / seconds:.0f} pages a second{left}"
        )

    def table(self) -> list[str]:
        """The line alone."""
        return [self.line()]

    def summary(self) -> str:
        """What it came to, and why pages gave no article, the most frequent reason first."""
        seconds = max(self.clock() - self.began, 0.001)
        counts = self.counts.copy()
        articles, pages = counts.pop("articles", 0), counts.pop("pages", 0)
        head = f"{articles} articles of {counted(pages, 'page')} in {say_duration(timedelta(seconds=seconds))}"
        lines = [f"{head}, {pages / seconds:.0f} pages a second"]
        lines += [f"  {count} {reason}" for reason, count in counts.most_common()]
        lines += [f"  {source}: {why}" for source, why in self.given_up.items()]
        return on_screen("\n".join(lines))
