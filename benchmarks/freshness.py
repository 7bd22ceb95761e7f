"""How long does an article wait until it is found: by the site's habits, or at fixed intervals?

    python benchmarks/freshness.py [--requests 48] [--seed 1] [--seeds 1]

Twenty sites of eight kinds publish for 58 days by a process that is made here: a rate by hour and weekday of the site's
own zone; bursts, in which an article draws others after it; a share put up for the full or quarter hour (11 and 6 of
100, as counted on 115 saved pages of as many publishers); and for papers the printed edition, which goes up at once at
its hour (a graph of the New York Times' feed by hour has its peak at midnight for that: Nieman Lab, 11 May 2009). All
sites together the hours and days are as on those pages: 12 of 100 articles before eight in the morning, 16 at weekends
(the last line but one prints both). The first 28 days are known at the start; then for 30 days each request knows only
what the requests before it found. The sites share their requests (48 a day and site in all). Fixed intervals get as
many requests as were spent, each site the same. Prints the mean delay of each site, over the sites and over all
articles; with --seeds one line for each of so many seeds. The exit code is 1 where less than 40 % is gained over all
articles, in any of the seeds.
"""

import heapq
import random
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from math import ceil
from pathlib import Path
from statistics import fmean as mean

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.command_line import parser_of  # noqa: E402
from newscrawl.schedule.adaptive.policy import AdaptiveInterval, SharedBudget  # noqa: E402
from newscrawl.store.times import seconds  # noqa: E402

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
LEARNT, TRIED = timedelta(days=28), timedelta(days=30)


@dataclass(frozen=True)
class Kind:
    """Articles a day, weights by hour of the local day, by weekday, and how bursty."""

    name: str
    a_day: float
    hours: Sequence[float]
    days: Sequence[float] = (1, 1, 1, 1, 1, 0.7, 0.6)
    follows: float = 0.3
    """Share of articles that another one drew."""

    after: float = 12.0
    """Minutes after which it does, on average."""

    edition: tuple[int, float] = (0, 0.0)
    """Hour at which the printed edition goes up, and its share of all articles of a day."""


def hours(text: str) -> list[float]:
    """ "6:1 9:10 18:4": from that hour on that weight, to the next one."""
    given = [(int(hour), float(weight)) for hour, weight in (part.split(":") for part in text.split())]
    return [next((w for h, w in reversed(given) if h <= hour), given[-1][1]) for hour in range(24)]


OFFICE = (1, 1, 1, 1, 1, 0.1, 0.1)
KINDS = {
    "national": Kind("national daily", 110, hours("0:1 1:.2 5:2 7:5 9:6 12:7 20:5 22:2.5"), edition=(5, 0.08)),
    "regional": Kind(
        "regional paper", 32, hours("0:.1 6:2 8:5 12:4 17:5 19:2 22:.2"), (1, 1, 1, 1, 1, 0.8, 0.2), edition=(5, 0.12)
    ),
    "business": Kind("business daily", 45, hours("0:.1 6:4 7:8 9:6 12:5 16:7 19:1 21:.2"), OFFICE, edition=(6, 0.1)),
    "weekly": Kind(
        "weekly magazine",
        6,
        hours("0:.05 8:3 9:6 13:4 17:1 19:.1"),
        (1, 1, 1, 1.6, 0.8, 0.2, 0.1),
        0.3,
        edition=(8, 0.2),
    ),
    "sport": Kind("sport", 40, hours("0:1 1:.2 8:2 12:3 17:6 20:12 23:4"), (0.6, 0.9, 1, 0.7, 0.8, 1.8, 2), 0.5, 10),
    "world": Kind("world, around the clock", 90, hours("0:2 6:4 9:6 18:5 22:3"), (1, 1, 1, 1, 1, 0.9, 0.9), 0.4, 10),
    "trade": Kind("trade news", 12, hours("0:.02 8:4 9:6 12:3 13:5 17:2 19:.1"), (1, 1.1, 1.1, 1, 0.9, 0.03, 0.03)),
    "office": Kind(
        "government press", 9, hours("0:.02 8:2 9:6 10:8 12:3 14:7 16:4 18:.2"), (1, 1, 1, 1, 1, 0.02, 0.02)
    ),
}
ZONES = {
    "national": (1, 3, -5, 8),
    "regional": (1, 9, -6, 0),
    "business": (-5, 1),
    "weekly": (1, 2),
    "sport": (0, -3),
    "world": (3, 0),
    "trade": (1, -8),
    "office": (3, 5),
}
SITES = [(kind, zone) for kind, zones in ZONES.items() for zone in zones]


def published(kind: Kind, zone: int, chance: random.Random) -> list[datetime]:
    """Publication times, oldest first."""
    weights = [kind.days[hour // 24] * kind.hours[hour % 24] for hour in range(168)]
    printed, share = kind.edition
    scale = 7 * kind.a_day * (1 - kind.follows) * (1 - share) / sum(weights)
    found: list[datetime] = []
    for hour in range(int((LEARNT + TRIED) / timedelta(hours=1))):
        moment = BEGIN + timedelta(hours=hour)
        local = moment + timedelta(hours=zone)
        for _ in range(poisson(scale * weights[local.weekday() * 24 + local.hour], chance)):
            found += burst(moment + timedelta(hours=chance.random()), kind, chance)
        if share and local.hour == printed:
            size = 7 * kind.a_day * share * kind.days[local.weekday()] / sum(kind.days)
            begin = moment + timedelta(minutes=max(0.0, chance.gauss(4, 3)))
            found += [begin + timedelta(minutes=3 * chance.random()) for _ in range(poisson(size, chance))]
    end = BEGIN + LEARNT + TRIED
    return sorted(each for each in found if each < end)


def burst(first: datetime, kind: Kind, chance: random.Random) -> list[datetime]:
    """An article and those that it draws, which draw others."""
    found, open_ones = [], [first]
    while open_ones:
        at = open_ones.pop()
        found.append(on_the_clock(at, chance))
        follow = [chance.expovariate(1 / kind.after) for _ in range(poisson(kind.follows, chance))]
        open_ones += [at + timedelta(minutes=gap) for gap in follow]
    return found


def on_the_clock(at: datetime, chance: random.Random) -> datetime:
    """Some articles are put up for a round time."""
    pick = chance.random()
    if pick < 0.17:
        to = 60 if pick < 0.11 else 15
        minute = ceil(at.minute / to) * to
        return at.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=minute)
    return at


def poisson(mean: float, chance: random.Random) -> int:
    count, left = 0, chance.expovariate(1)
    while left < mean:
        count, left = count + 1, left + chance.expovariate(1)
    return count


class Tried:
    """A site that is crawled by its habits: each request knows what was published up to the one before it."""

    def __init__(self, name: str, times: Sequence[datetime], requests: int) -> None:
        self.times, self.slots, self.seen = times, list[datetime](), bisect_right(times, BEGIN + LEARNT)
        self.rhythm = AdaptiveInterval(name, requests, self.known, self.spent)

    def known(self, since: datetime) -> Sequence[int]:
        return [*map(seconds, self.times[bisect_right(self.times, since) : self.seen])]

    def spent(self, since: datetime, until: datetime) -> list[datetime]:
        return [each for each in self.slots[-2000:] if since <= each <= until]

    def ask(self, moment: datetime) -> datetime:
        """A request; when the next is due."""
        self.slots.append(moment)
        self.seen = bisect_right(self.times, moment)
        following = self.rhythm.after(moment)
        assert following and following > moment
        return following


def by_habits(sites: Sequence[Tried]) -> None:
    """The requests of 30 days, in the order of time: the sites share them."""
    pool = SharedBudget([site.rhythm for site in sites])
    for site in sites:
        site.rhythm.pool = pool
    queue = [(BEGIN + LEARNT, number) for number in range(len(sites))]
    while queue[0][0] < BEGIN + LEARNT + TRIED:
        moment, number = queue[0]
        heapq.heapreplace(queue, (sites[number].ask(moment), number))


def delays(times: Sequence[datetime], slots: Sequence[datetime]) -> list[float]:
    """Minutes from publication to the next request, of the articles of the 30 days."""
    found = []
    for each in times[bisect_right(times, BEGIN + LEARNT + timedelta(hours=1)) :]:
        place = bisect_right(slots, each)
        if place < len(slots):
            found.append((slots[place] - each).total_seconds() / 60)
    return found


def evenly(count: int, chance: random.Random) -> list[datetime]:
    gap = TRIED / count
    start = BEGIN + LEARNT + gap * chance.random()
    return [start + number * gap for number in range(count + 1)]


def of_night_and_weekend(times: Sequence[datetime], zone: int) -> tuple[float, float]:
    local = [each + timedelta(hours=zone) for each in times]
    return sum(each.hour < 8 for each in local) / len(local), sum(each.weekday() > 4 for each in local) / len(local)


@dataclass(frozen=True)
class Result:
    """Per site: its name, its requests, and what its articles waited in minutes, evenly and by habits."""

    sites: Sequence[tuple[str, int, Sequence[float], Sequence[float]]]
    shares: tuple[float, float]

    @property
    def over_articles(self) -> tuple[float, float]:
        _, _, evenly, by_habits = zip(*self.sites, strict=True)
        return mean(chain.from_iterable(evenly)), mean(chain.from_iterable(by_habits))

    @property
    def gain(self) -> float:
        before, after = self.over_articles
        return 1 - after / before

    @property
    def gain_over_sites(self) -> float:
        _, _, evenly, by_habits = zip(*self.sites, strict=True)
        return 1 - mean(map(mean, by_habits)) / mean(map(mean, evenly))

    @property
    def worst(self) -> float:
        return min(1 - mean(by_habits) / mean(evenly) for _, _, evenly, by_habits in self.sites)


def compare(requests: int, seed: int) -> Result:
    chance = random.Random(seed)
    names = [f"{number:2} {KINDS[kind].name} {zone:+d}" for number, (kind, zone) in enumerate(SITES, start=1)]
    all_times = [published(KINDS[kind], zone, chance) for kind, zone in SITES]
    shares = [of_night_and_weekend(times, zone) for times, (_, zone) in zip(all_times, SITES, strict=True)]
    sites = [Tried(name, times, requests) for name, times in zip(names, all_times, strict=True)]
    by_habits(sites)
    count = round(mean(len(site.slots) for site in sites))
    found = [
        (name, len(site.slots), delays(site.times, evenly(count, chance)), delays(site.times, site.slots))
        for name, site in zip(names, sites, strict=True)
    ]
    night, weekend = (mean(share) for share in zip(*shares, strict=True))
    return Result(found, (night, weekend))


def tell(result: Result) -> None:
    print(f"{'site':26}{'articles':>9}{'requests':>9}{'fixed':>9}{'habits':>8}  minutes")
    for name, count, waits_fixed, waits in result.sites:
        fixed, own = mean(waits_fixed), mean(waits)
        print(f"{name:26}{len(waits):9}{count / TRIED.days:9.1f}{fixed:9.1f}{own:8.1f}{1 - own / fixed:9.0%}")
    night, weekend = result.shares
    print(f"before eight in the morning {night:.0%}, at weekends {weekend:.0%} of a site's articles, on average")
    a_day = mean(count for _, count, _, _ in result.sites) / TRIED.days
    print(f"{a_day:.1f} requests a day and site; mean over the sites: {result.gain_over_sites:.1%} less")
    before, after = result.over_articles
    told = f"{before:.1f} minutes at fixed intervals, {after:.1f} by habits: {result.gain:.1%} less"
    print(f"mean over the articles: {told}")


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--requests", type=int, default=48)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1, help="so many seeds, one line each; the worst one counts")
    chosen = parser.parse_args()
    gains = []
    for seed in range(chosen.seed, chosen.seed + chosen.seeds):
        result = compare(chosen.requests, seed)
        gains.append(result.gain)
        if chosen.seeds == 1:
            tell(result)
        else:
            over = f"{result.gain:.1%} less over the articles, {result.gain_over_sites:.1%} over the sites"
            print(f"seed {seed}: {over}, {result.worst:.0%} at the worst site", flush=True)
    return 0 if min(gains) >= 0.4 else 1


if __name__ == "__main__":
    sys.exit(main())
