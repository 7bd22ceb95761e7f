"""`every: auto`: requests go where the articles come, and no more of them than were given."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newscrawl.rhythm.interval import Auto, read_rhythm
from newscrawl.schedule.adaptive.policy import (
    MOST,
    AdaptiveInterval,
    SharedBudget,
    adaptive_interval,
    shared_out,
    with_adaptive_intervals,
)
from newscrawl.schedule.adaptive.publication_rate import PublicationRate
from newscrawl.schedule.plan import Plan, SitePlan
from newscrawl.store import Store
from newscrawl.store.runs import RunEnd
from newscrawl.store.times import seconds

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def office_hours(days: int) -> list[datetime]:
    """An article at the 10th minute of every hour from 8 to 15, Monday to Friday, and eight at 16:00."""
    found = []
    for day in range(days):
        start = MONDAY + timedelta(days=day)
        if start.weekday() < 5:
            found += [start + timedelta(hours=hour, minutes=10) for hour in range(8, 16)]
            found += [start + timedelta(hours=16, seconds=each) for each in range(8)]
    return found


def week(times: Sequence[datetime], requests: int) -> list[datetime]:
    """The requests of the week after four known ones."""
    slots: list[datetime] = []
    moment = MONDAY + timedelta(days=28)
    rhythm = AdaptiveInterval(
        "paper",
        requests,
        lambda since: list(map(seconds, times[bisect_right(times, since) : bisect_right(times, slots[-1])])),
        lambda since, until: [each for each in slots if since <= each <= until],
    )
    while moment < MONDAY + timedelta(days=35):
        slots.append(moment)
        following = rhythm.after(moment)
        assert following and following > moment
        moment = following
    return slots


def waits(times: Sequence[datetime], slots: Sequence[datetime]) -> float:
    """Mean minutes until the next request."""
    found = [
        (slots[place] - each).total_seconds() / 60
        for each in times
        if each >= slots[0] and (place := bisect_right(slots, each)) < len(slots)
    ]
    return sum(found) / len(found)


def test_requests_go_where_the_articles_come() -> None:
    times = office_hours(35)
    slots = week(times, 24)
    assert 0.9 < len(slots) / (24 * 7) < 1.1
    assert sum(slot.weekday() >= 5 for slot in slots) < len(slots) / 7
    evenly = [slots[0] + timedelta(hours=number) for number in range(24 * 7)]
    assert waits(times, slots) < 0.4 * waits(times, evenly)


def test_a_site_without_a_past_is_asked_evenly() -> None:
    slots = week([], 24)
    assert {later - earlier for earlier, later in zip(slots, slots[1:], strict=False)} == {timedelta(hours=1)}


def test_what_was_just_found_moves_the_next_request() -> None:
    """A site whose articles come in bursts of six, once a day at no fixed hour."""
    starts = [MONDAY + timedelta(days=day, hours=(day * 7) % 24) for day in range(29)]
    times = sorted(start + timedelta(minutes=5 * number) for start in starts for number in range(6))
    now = starts[28] + timedelta(minutes=6)

    def next_gap(found: Sequence[datetime]) -> timedelta:
        rhythm = AdaptiveInterval(
            "paper",
            24,
            lambda since: [seconds(each) for each in found if since <= each <= now],
            lambda since, until: [],
        )
        following = rhythm.after(now)
        assert following
        return following - now

    assert next_gap(times) < next_gap([each for each in times if each < starts[28]]) / 2


def test_requests_come_after_round_minutes() -> None:
    """A site that puts everything up at the half hour of twelve hours is asked right after it."""
    times = [MONDAY + timedelta(days=day, hours=hour, minutes=30) for day in range(35) for hour in range(8, 20)]
    slots = week(times, 12)
    late = slots[len(slots) // 2 :]
    assert sum(slot.minute == 30 and slot.second >= 30 for slot in late) > 0.9 * len(late)
    evenly = [late[0] + timedelta(hours=2 * number) for number in range(12 * 4)]
    assert waits(times, late) < 0.2 * waits(times, evenly)


def test_an_edition_is_waited_for() -> None:
    """Twelve articles at once a little after five, and one an hour at any minute until the evening."""
    days = [MONDAY + timedelta(days=day) for day in range(35)]
    edition = [day + timedelta(hours=5, minutes=6, seconds=each) for day in days for each in range(12)]
    others = [day + timedelta(hours=hour, minutes=(day.day * 7 + hour * 23) % 60) for day in days for hour in range(20)]
    slots = week(sorted(edition + others), 12)
    assert waits(edition, slots) < 5


def test_the_plan_takes_the_rate_out_of_the_store(tmp_path: Path) -> None:
    written = Plan(sites={"paper": SitePlan(site="paper", every=read_rhythm("auto 24 a day"))})
    with Store.open(tmp_path / "newscrawl.db") as store:
        sunday = MONDAY + timedelta(days=34)
        assert with_adaptive_intervals(written, store).sites["paper"].after(sunday) == sunday + timedelta(hours=1)
        store.runs.begin("paper", {}, MONDAY)
        for number, each in enumerate(office_hours(34)):
            id = store.pages.add("paper", f"https://paper.example/{number}", each, [number])
            store.pages.change(id, state="posted", published=each)
        bound = with_adaptive_intervals(written, store)
        assert with_adaptive_intervals(bound, store).sites["paper"].after(sunday) == bound.sites["paper"].after(sunday)
        slot = with_adaptive_intervals(written, store).sites["paper"].after(sunday)
        assert slot and slot > sunday + timedelta(hours=1.2)


def test_a_rate_is_estimated_once_a_day_for_all_who_ask_the_store(tmp_path: Path) -> None:
    """As the scheduler estimated it, to the last digit; one that was only read is kept by nobody."""
    written = Plan(sites={"paper": SitePlan(site="paper", every=read_rhythm("auto 24 a day"))})
    day, moment = MONDAY + timedelta(days=34), MONDAY + timedelta(days=34, hours=9)
    with Store.open(tmp_path / "newscrawl.db") as store:
        for number, each in enumerate(office_hours(34)):
            id = store.pages.add("paper", f"https://paper.example/{number}", each, [number])
            store.pages.change(id, state="posted", published=each)
        with Store.reading(tmp_path / "newscrawl.db") as looked_at:
            adaptive_interval(looked_at, "paper", Auto()).rate_at(moment)
        assert store.rates.of("paper", day) is None
        scheduler = with_adaptive_intervals(written, store).sites["paper"]
        slot, estimated = scheduler.after(moment), adaptive_interval(store, "paper", Auto()).rate_at(moment)
    with Store.reading(tmp_path / "newscrawl.db") as store:
        rhythm = adaptive_interval(store, "paper", Auto())
        rhythm.times = lambda since: []
        assert rhythm.rate_at(moment) == estimated == PublicationRate.from_dict(store.rates.of("paper", day) or {})
        assert rhythm.rate_at(moment + timedelta(days=7)) == estimated, "who only looks takes it for a week"
        assert rhythm.rate_at(moment + timedelta(days=8)) is None
        assert with_adaptive_intervals(written, store).sites["paper"].after(moment) == slot
    with Store.open(tmp_path / "newscrawl.db") as store:
        assert store.rates.of("paper", day + timedelta(days=1)) is None, "a scheduler estimates anew each day"


def test_the_store_tells_what_a_run_missed(tmp_path: Path) -> None:
    """Of the runs in between only one that read every listing tells that the article was not there."""
    hour = MONDAY + timedelta(hours=8)
    with Store.open(tmp_path / "newscrawl.db") as store:
        for minute, complete in ((-30, True), (1, True), (9, False), (31, True)):
            run = store.runs.begin("paper", {}, hour + timedelta(minutes=minute))
            end = hour + timedelta(minutes=minute, seconds=9)
            store.runs.end(run, end, RunEnd(outcome="finished", complete=complete))
        id = store.pages.add("paper", "https://paper.example/1", hour + timedelta(minutes=31, seconds=4), [1])
        store.pages.change(id, state="posted", published=hour)
        assert adaptive_interval(store, "paper", Auto()).times(MONDAY) == [seconds(hour) + 120]


def test_sites_share_their_requests_by_what_they_publish() -> None:
    now = MONDAY + timedelta(days=28)
    much = [MONDAY + timedelta(minutes=30 * number) for number in range(48 * 28)]
    few = [each for each in much[::4] if each.hour < 8]
    past = {"busy": [*map(seconds, much)], "idle": [*map(seconds, few)], "unknown": []}

    def interval(name: str, times: list[int]) -> AdaptiveInterval:
        return AdaptiveInterval(name, 24, lambda since: times, lambda since, until: [])

    pool = SharedBudget([interval(name, times) for name, times in past.items()])
    busy, idle, unknown = (pool.factor(name, now) for name in past)
    assert busy > 1.5 * idle
    assert (round(busy + idle, 6), unknown) == (2.0, 1.0)


def even(a_day: float, hours: int = 24) -> PublicationRate:
    """As many articles each day, in the first hours of it, at any minute."""
    rate = a_day / hours / 60
    return PublicationRate([rate * (hour % 24 < hours) for hour in range(168)], [1.0] * 60, [0.0] * 2016)


def test_no_site_pays_for_another_and_none_is_pestered() -> None:
    """A site that publishes evenly needs all its requests to wait no longer than evenly spaced; office hours need a
    third of them."""
    factors = shared_out({"little": even(1), "office": even(1, 8), "much": even(100_000)})
    assert factors["little"] >= 0.99
    assert factors["office"] >= 0.33
    assert factors["much"] <= MOST
    assert sum(factors.values()) / 3 < 1.01
