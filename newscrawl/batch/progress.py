"""Progress: where every site of a batch stands, and how that looks on a screen."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newscrawl.text.characters import on_screen
from newscrawl.text.counts import counted

SHOWN = 12
"""Running sites that are shown by name; more would scroll a terminal of 24 lines."""


@dataclass(slots=True)
class BatchProgress:
    """Counts and names; no clock of its own."""

    clock: Callable[[], float]
    sites: int
    began: float = field(init=False)
    running: dict[str, int] = field(default_factory=dict)
    """Site -> articles of its run so far."""
    ended: dict[str, str] = field(default_factory=dict)
    """Site -> what was wrong with its run; empty where nothing was."""
    counts: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    """Of the runs that have ended."""

    def __post_init__(self) -> None:
        self.began = self.clock()

    def end(self, site: str, problem: str, articles: int, counts: dict[str, int]) -> None:
        """A site's run is over."""
        self.running.pop(site, None)
        self.ended[site] = problem
        self.articles += articles
        self.counts.update(counts)

    def lose(self, site: str, counts: Mapping[str, int]) -> None:
        """Record that a site's run broke off, with what it had written."""
        self.running.pop(site, None)
        self.articles += sum(counts.values())
        self.counts.update(counts)

    @property
    def failed(self) -> dict[str, str]:
        """Site -> problem, by name."""
        return {site: problem for site, problem in sorted(self.ended.items()) if problem}

    def line(self) -> str:
        """All in one line: what is logged now and then where there is no screen."""
        articles = self.articles + sum(self.running.values())
        seconds = max(self.clock() - self.began, 0.001)
        return (
            f"{counted(len(self.running), 'site')} running, {len(self.ended)} of {self.sites} done, "
            f"{len(self.failed)} failed; "
            f"{counted(articles, 'article')}, {articles / seconds:.1f} a second"
        )

    def table(self) -> list[str]:
        """The line, and below it the running sites with their articles, the busiest first."""
        busiest = sorted(self.running.items(), key=lambda pair: (-pair[1], pair[0]))
        rows = [f"  {site:<24}{articles:>6} articles" for site, articles in busiest[:SHOWN]]
        more = len(busiest) - SHOWN
        return [self.line(), *rows, *([f"  and {more} more"] if more > 0 else [])]

    def summary(self) -> str:
        """How it all ended: totals, then what is wrong with whom."""
        seconds = max(self.clock() - self.began, 0.001)
        posts = ", ".join(f"{self.counts[f'posts/{how}']} {how}" for how in ("new", "updated", "unchanged"))
        ended = counted(len(self.ended), "site")
        lines = [f"{ended} in {seconds:.0f} s: {posts}; {self.articles / seconds:.1f} articles a second"]
        lines += [f"  {site}: {problem}" for site, problem in self.failed.items()]
        return on_screen("\n".join(lines))
