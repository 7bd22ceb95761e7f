"""Breakage: whether a site's pages still give what they gave. Pure: counts in, lines for a person out.

The margin. News pages are uneven: of ten articles one has no author, of three all may have none. A field is named only
where chance does not explain it: given the share of pages that gave it before, so few now would come about in less than
one run in a thousand, and less than half of what was usual came. Pages are judged in lots of at least five; a run that
has fewer is judged together with the runs before it, so that a site with two articles a run is named after the third.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from math import exp, lgamma, log, log1p
from typing import TYPE_CHECKING

from newscrawl.extract import Rules
from newscrawl.store.health import REMOVE, Count, Counts

if TYPE_CHECKING:
    from newscrawl.extract import Reading

# Fields whose absence a reader of the post would notice. Tags, images and the like come and go.
FIELDS = ("title", "body", "published", "authors", "description", "image")
# Pages of another kind say nothing about the layout of articles.
OTHER_PAGES = {"no HTML", "challenge", "consent wall", "login", "paywall", "not found"}

LOT = 5
CHANCE = 0.001
# Share of pages on which a rule must have matched to be missed: advertisements and boxes come and go.
NEARLY_EACH = 0.9
# So many runs of a site are looked back on: two days of half-hourly ones, three months of daily ones.
RUNS_BACK = 100
# A listing with nothing new is named after three times the longest wait so far, and never within a day: nights and
# weekends are waits too, and three of them have passed unnoticed before a site is called silent.
SILENCE = 3
SHORTEST_SILENCE = timedelta(days=1)


def counted(reading: "Reading", rules: Rules) -> Counts:
    """What one page gave, and which rules matched in it; empty for a page that is of another kind than articles."""
    if reading.article is None and reading.reason in OTHER_PAGES:
        return {}
    removals = {f"{REMOVE}{s}": Count(int(f"remove: {s}" not in reading.missed), 1) for s in rules.remove}
    return {name: one(reading, name, getattr(rules, name, ())) for name in FIELDS} | removals


def one(reading: "Reading", name: str, selectors: tuple[str, ...]) -> Count:
    if selectors:
        gave = not any(missed.startswith(f"{name}: ") for missed in reading.missed)
    else:
        gave = bool(reading.article and getattr(reading.article, name))
    return Count(int(gave), 1, ", ".join(selectors))


def together(counts: Iterable[Counts]) -> Counts:
    """The sum of several."""
    total: Counts = {}
    for each in counts:
        for name, count in each.items():
            total[name] = total.get(name, Count()) + count
    return total


def broken_fields(runs: list[Counts]) -> list[str]:
    """A line for each field that stopped coming, and each rule that stopped matching what it leaves out of the body.

    `runs`: the site's last runs, newest first, this one among them.
    """
    rules = [name for name in (runs[0] if runs else ()) if name.startswith(REMOVE)]

    def lines(names: Iterable[str], is_broken: "Fell") -> list[str]:
        return [broken_field(name, [run[name] for run in runs if name in run], is_broken) for name in names]

    return [line for line in (*lines(FIELDS, fell), *lines(rules, stopped)) if line]


def broken_field(name: str, runs: list[Count], is_broken: "Fell") -> str:
    """E.g. "body 0/37, was 37/37 (div.wysiwyg)"; "" where the field is well, or too few pages were read to say.

    `is_broken`: whether the count of this run (or of a lot) says so beside the usual one.
    """
    if not runs or runs[0].gave == runs[0].pages:
        return ""
    now, at = Count(selectors=runs[0].selectors), 0
    while at < len(runs) and now.pages < LOT:
        now, at = now + runs[at], at + 1
    # What is broken stays so until somebody mends it: the runs since then are no measure of what is usual.
    rest = runs[at:]
    while rest and rest[0].pages and not rest[0].gave and any(run.gave for run in rest):
        rest = rest[1:]
    usual = sum(rest, Count())
    where = f" ({now.selectors})" if now.selectors else ""
    if now.pages < LOT:
        return ""
    if not usual.pages:
        return f"{name} {now}{where}" if now.selectors and not now.gave else ""
    return f"{name} {now}, was {usual}{where}" if is_broken(now, usual) else ""


Fell = Callable[[Count, Count], bool]


def fell(now: Count, usual: Count) -> bool:
    """Whether a share fell by more than half and chance does not explain it."""
    # One page more of each kind: after 3 of 3 nobody knows that it is always so (Laplace).
    share = (usual.gave + 1) / (usual.pages + 2)
    return now.gave / now.pages < share / 2 and at_most(now.gave, now.pages, share) < CHANCE


def stopped(now: Count, usual: Count) -> bool:
    """Whether a rule that matched on nearly each page matches on none; what it leaves out may stand on some alone."""
    return not now.gave and usual.pages >= LOT and usual.gave >= NEARLY_EACH * usual.pages and fell(now, usual)


def at_most(gave: int, pages: int, share: float) -> float:
    """The probability of so few or fewer (binomial)."""
    # By logarithms: the ways to choose half of two thousand pages are more than a float holds.
    ways = [lgamma(pages + 1) - lgamma(n + 1) - lgamma(pages - n + 1) for n in range(gave + 1)]
    return sum(exp(way + n * log(share) + (pages - n) * log1p(-share)) for n, way in enumerate(ways))


def empty_listings(now: Mapping[str, int], before: Sequence[Mapping[str, int]]) -> list[str]:
    """A line for each listing without a link that always had some. Address -> links; `before`: earlier runs."""
    return [
        f"listing {url} has no links, had {usual}"
        for url, links in now.items()
        if not links and (usual := max((run.get(url, 0) for run in before), default=0))
    ]


def silence(news: list[datetime], now: datetime) -> list[str]:
    """A line where a site has been silent for much longer than it ever was. `news`: when it had some, oldest first."""
    if len(news) < LOT:
        return []
    longest = max(later - earlier for earlier, later in zip(news, news[1:], strict=False))
    quiet = now - news[-1]
    if quiet < max(SILENCE * longest, SHORTEST_SILENCE):
        return []
    return [f"nothing new for {span(quiet)}, never waited more than {span(longest)}"]


def span(time: timedelta) -> str:
    """In the largest unit that says enough."""
    hours = time.total_seconds() / 3600
    if hours >= 48:
        return f"{hours / 24:.0f} days"
    return f"{hours:.0f} hours" if hours >= 2 else f"{hours * 60:.0f} minutes"
