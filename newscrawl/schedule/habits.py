"""Habits: when a site publishes, estimated from when it did. Pure: publication times in, a rate out.

The rate is that of its hour of the week, times that of the minute in the hour (what is put up for the full hour comes
then), raised for a while after each article where the site's articles come in bursts. How much they do is measured by
likelihood on its own past (a Hawkes process with an exponential kernel); a site without bursts gets none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp, log

REMEMBERED = timedelta(days=28)
"""Four of each weekday: older ones tell of another season."""

ENOUGH = 30
"""Articles without which nothing is estimated: about one for each waking hour and weekday."""

HOUR_WEIGHT = 2.0
"""Weeks that the product of day and hour counts for beside what this hour of the week showed itself."""

MINUTE_WEIGHT = 0.5
"""Share of an even hour mixed into the minutes: 60 cells are too many for the articles of most sites."""

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
LASTING = (5.0, 10.0, 20.0, 40.0)
"""What is tried: the share of articles that follow another one, and after how many minutes on average."""

FLOOR = 0.02
"""Of the mean rate, in the quietest hour: the first article of its kind must be found too."""


@dataclass(frozen=True, slots=True)
class Habits:
    """Articles a minute by hour of the week (Monday 0 UTC), factors by minute of the hour, and bursts."""

    hours: Sequence[float]
    minutes: Sequence[float]
    share: float = 0.0
    lasting: float = 10.0

    def usual(self, moment: datetime) -> float:
        """Articles a minute at a moment in UTC, whatever has just happened; without the minute's factor."""
        return self.hours[moment.weekday() * 24 + moment.hour]

    def rates(self, since: datetime, step: timedelta, count: int, known: Sequence[datetime]) -> list[float]:
        """Articles a minute to be expected in `count` steps after `since`, given the articles known by then."""
        above = self.excited(since, known)
        fading = (1 - self.share) / self.lasting
        found = []
        for place in range(count):
            moment = since + (place + 0.5) * step
            usual = self.usual(moment)
            now = usual + above * exp(-fading * (moment - since).total_seconds() / 60)
            found.append(max(now, usual * (1 - self.share)) * self._minute_factor(moment, step))
        return found

    def excited(self, moment: datetime, known: Sequence[datetime]) -> float:
        """How far what has just been published raises the rate above the usual; below 0 where it was quiet."""
        if not self.share:
            return 0.0
        ages = [(moment - each).total_seconds() / 60 / self.lasting for each in known if each <= moment]
        return self.share * (sum(exp(-age) for age in ages if age < 10) / self.lasting - self.usual(moment))

    def _minute_factor(self, moment: datetime, step: timedelta) -> float:
        """The mean of the minutes that a step touches."""
        half = max(0, int(step.total_seconds() // 120))
        cells = range(moment.minute - half, moment.minute + half + 1)
        return sum(self.minutes[cell % 60] for cell in cells) / len(cells)


def habits_of(published: Sequence[datetime], now: datetime) -> Habits | None:
    """The habits of a site out of its publication times, oldest first; None where they are too few to tell."""
    times = [each.astimezone(UTC) for each in published if now - REMEMBERED <= each <= now]
    if len(times) < ENOUGH or now - times[0] < timedelta(days=7):
        return None
    weeks = (now - times[0]) / timedelta(days=7)
    plain = Habits(_hours(times, weeks), _minutes(times))
    share, lasting = _bursts(plain, times)
    return Habits(plain.hours, plain.minutes, share, lasting)


def _hours(times: Sequence[datetime], weeks: float) -> list[float]:
    by_day, by_hour, by_both = [0.0] * 7, [0.0] * 24, [0.0] * 168
    for each in times:
        by_day[each.weekday()] += 1
        by_hour[each.hour] += 1
        by_both[each.weekday() * 24 + each.hour] += 1
    by_hour = [0.2 * by_hour[h - 1] + 0.6 * by_hour[h] + 0.2 * by_hour[(h + 1) % 24] for h in range(24)]
    least = FLOOR * len(times) / 168 / weeks
    product = [by_day[cell // 24] * by_hour[cell % 24] / len(times) / weeks for cell in range(168)]
    mixed = [(by_both[cell] + HOUR_WEIGHT * product[cell]) / (weeks + HOUR_WEIGHT) for cell in range(168)]
    return [max(rate, least) / 60 for rate in mixed]


def _minutes(times: Sequence[datetime]) -> list[float]:
    counts = [0] * 60
    for each in times:
        counts[each.minute] += 1
    mean = len(times) / 60
    return [MINUTE_WEIGHT + (1 - MINUTE_WEIGHT) * count / mean for count in counts]


def _bursts(plain: Habits, times: Sequence[datetime]) -> tuple[float, float]:
    """The share and the lasting that make the site's own past likeliest."""
    usual = [plain.usual(each) * plain.minutes[each.minute] for each in times]
    gaps = [(later - earlier).total_seconds() / 60 for earlier, later in zip(times, times[1:], strict=False)]
    tried = [(share, lasting) for lasting in LASTING for share in SHARES if share or lasting == LASTING[0]]
    return max(tried, key=lambda pair: _likelihood(usual, gaps, *pair))


def _likelihood(usual: Sequence[float], gaps: Sequence[float], share: float, lasting: float) -> float:
    # The integral of the rate is the number of articles whatever the share, so it is left out.
    total, echo = log((1 - share) * usual[0]), 0.0
    for rate, gap in zip(usual[1:], gaps, strict=True):
        echo = exp(-gap / lasting) * (echo + 1)
        total += log((1 - share) * rate + share * echo / lasting)
    return total
