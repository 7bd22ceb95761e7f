"""Small charts as inline SVG, each with its figures in words for who does not see it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from newscrawl.report.markup import E, Markup

HEIGHT = 40
STEP = 8
"""Units a bar, with one between bars; the picture scales to its place."""


def bars(values: Sequence[int], until: datetime, what: str) -> Markup:
    """A bar a day, the last one for `until`. An empty day keeps a line, so that a gap is seen as one."""
    most = max([*values, 1])
    first = until.date() - timedelta(days=len(values) - 1)
    told = f"{sum(values)} in all, {max(values, default=0)} at most a day"
    picture = E.svg(
        [_bar(place, value, most, first + timedelta(days=place)) for place, value in enumerate(values)],
        viewBox=f"0 0 {len(values) * STEP} {HEIGHT}",
        preserveAspectRatio="none",
        class_="chart",
        role="img",
        aria_label=f"{what} in the last {len(values)} days: {told}",
    )
    axis = [E.span(f"{first:%Y-%m-%d}"), E.span(f"most: {max(values, default=0)} a day"), E.span(f"{until:%Y-%m-%d}")]
    return E.div(picture, E.div(axis, class_="axis", aria_hidden="true"))


# Most bars of a report are those of other sites too.
@lru_cache(maxsize=4096)
def _bar(place: int, value: int, most: int, day: date) -> Markup:
    height = max(1, round(value / most * HEIGHT))
    return E.rect(
        E.title(f"{day:%Y-%m-%d}: {value}"),
        x=place * STEP,
        y=HEIGHT - height,
        width=STEP - 1,
        height=height,
        class_="bar" if value else "bar none",
    )


def line(shares: Sequence[float], what: str) -> Markup:
    """Shares from 0 to 1 over runs, oldest first, as a line in a frame from 0 to 100 %."""
    width = 240
    shown = shares if len(shares) > 1 else [*shares, *shares]
    points = [f"{x},{2 + (1 - y) * (HEIGHT - 4):.1f}" for x, y in zip(_along(len(shown), width), shown, strict=True)]
    return E.svg(
        E.polyline(points=" ".join(points), class_="line"),
        viewBox=f"0 0 {width} {HEIGHT}",
        preserveAspectRatio="none",
        class_="chart framed",
        role="img",
        aria_label=f"{what}: {shares[0]:.0%} at first, {shares[-1]:.0%} now, {min(shares):.0%} at least",
    )


@lru_cache
def _along(count: int, width: int) -> list[str]:
    """Where points stand that are evenly spaced."""
    return [f"{place / (count - 1) * width:.1f}" for place in range(count)]
