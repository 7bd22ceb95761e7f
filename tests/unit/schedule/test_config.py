"""When a site is due, and what schedule.yml may say."""

from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest

from newscrawl.errors import PlanError, RhythmError
from newscrawl.rhythm.duration import say_duration
from newscrawl.rhythm.interval import Rhythm, read_rhythm, spread
from newscrawl.rhythm.quiet_hours import read_quiet
from newscrawl.schedule.config import read_plan
from newscrawl.schedule.due import Due, due
from newscrawl.schedule.plan import Plan, ScheduleFile, SitePlan, make_plan

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


def slots(rhythm: Rhythm, since: datetime, count: int) -> list[str]:
    def each():
        moment = since
        while moment := rhythm.after(moment):
            yield moment

    return [f"{slot:%d %H:%M}" for slot in islice(each(), count)]


def plan_of(text: str, *sites: str, **environ: str) -> Plan:
    own: dict[str, Rhythm | None] = dict.fromkeys(sites or ("one", "two"))
    return make_plan(own, read_plan(text, "schedule.yml", own, environ), cores=2)


# -- rhythms -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 minutes", ["22 12:30", "22 13:00", "22 13:30"]),
        ("1 day", ["23 00:00", "24 00:00", "25 00:00"]),
        ("*/15 6-22 * * *", ["22 12:15", "22 12:30", "22 12:45"]),
        ("0 7 * * 1-5 Asia/Qatar", ["23 04:00", "24 04:00", "25 04:00"]),
        ("auto 24 a day", ["22 13:00", "22 14:00", "22 15:00"]),
        ("never", []),
    ],
)
def test_a_rhythm_gives_its_slots(text: str, expected: list[str]) -> None:
    assert slots(read_rhythm(text), NOON, 3) == expected


def test_several_cron_lines_are_one_rhythm() -> None:
    assert slots(read_rhythm(["0 8 * * * Asia/Qatar", "30 20 * * * Asia/Qatar"]), NOON, 3) == [
        "22 17:30",
        "23 05:00",
        "23 17:30",
    ]


@pytest.mark.parametrize(
    ("zone_day", "expected"),
    [
        # Berlin's clocks go from 02:00 to 03:00 on 29 March 2026: half past two does not exist, and comes at three.
        (datetime(2026, 3, 28, 12, tzinfo=UTC), ["29 01:00", "30 00:30"]),
        # They go back from 03:00 to 02:00 on 25 October: half past two exists twice, and comes once.
        (datetime(2026, 10, 24, 12, tzinfo=UTC), ["25 00:30", "26 01:30"]),
    ],
)
def test_a_clock_change_neither_drops_nor_repeats_a_slot(zone_day: datetime, expected: list[str]) -> None:
    assert slots(read_rhythm("30 2 * * * Europe/Berlin"), zone_day, 2) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30 minuts", "accepted are a span"),
        ("30 seconds", "the shortest is 1 minute"),
        ("auto 0 a day", "1 to 1440"),
        ("61 * * * *", "bad minute"),
        ("0 0 30 2 *", "bad day-of-month"),
        ("* * * * * Asia/Nowhere", "no time zone 'Asia/Nowhere'"),
        ("* * * * * ../etc/passwd", "no time zone"),
        ("", "accepted are a span"),
    ],
)
def test_what_is_no_rhythm_is_told(text: str, said: str) -> None:
    with pytest.raises(RhythmError, match=said):
        read_rhythm(text)


def test_fifty_sites_do_not_start_together() -> None:
    for text in ("30 minutes", "0 * * * *"):
        starts = [spread(read_rhythm(text), f"site{n}", timedelta(minutes=5)).after(NOON) for n in range(50)]
        busiest = max(sum(abs(one - two) < timedelta(seconds=2) for two in starts if two) for one in starts if one)
        assert busiest <= 5
    again = spread(read_rhythm("30 minutes"), "site7", timedelta(minutes=5)).after(NOON)
    assert again == spread(read_rhythm("30 minutes"), "site7", timedelta(minutes=5)).after(NOON)


# -- what is due -------------------------------------------------------------------------------------------------------
def test_five_missed_slots_are_due_once() -> None:
    rhythm = read_rhythm("30 minutes")
    found = due(rhythm.after, NOON, NOON + timedelta(hours=2, minutes=31), WEEK)
    assert found == Due(NOON + timedelta(hours=2, minutes=30), NOON + timedelta(minutes=30), 5)


def test_nothing_is_due_before_its_time() -> None:
    assert due(read_rhythm("30 minutes").after, NOON, NOON + timedelta(minutes=29, seconds=59), WEEK) is None


def test_a_slot_older_than_the_bound_is_not_made_up() -> None:
    monthly = read_rhythm("0 0 1 * *")
    found = due(monthly.after, NOON - timedelta(days=30), NOON, WEEK)
    assert found and found.too_late


def test_a_site_that_never_ran_is_due_at_once() -> None:
    assert due(read_rhythm("1 day").after, None, NOON, WEEK) == Due(NOON, NOON, 1)


# -- quiet hours -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "moment", "end"),
    [
        ("23:00-06:00 UTC", "2026-11-22T23:30", "2026-11-23T06:00"),
        ("23:00-06:00 UTC", "2026-11-22T05:59", "2026-11-22T06:00"),
        ("00:00-06:00 Asia/Qatar", "2026-11-22T01:00", "2026-11-22T03:00"),
        ("Sat Sun 00:00-24:00 UTC", "2026-11-21T10:00", "2026-11-23T00:00"),
        ("Sun 22:00-02:00", "2026-11-23T01:00", "2026-11-23T02:00"),
    ],
)
def test_quiet_hours_cover_and_end(text: str, moment: str, end: str) -> None:
    quiet, when = read_quiet(text), datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert quiet.covers(when)
    assert quiet.ends(when) == datetime.fromisoformat(end).replace(tzinfo=UTC)
    assert not quiet.covers(quiet.ends(when))


def test_no_slot_is_in_quiet_hours() -> None:
    plan = plan_of("every: 30 minutes\nquiet: [23:00-06:00 UTC, 12:00-14:00 UTC]", "one").sites["one"]
    moment, found = NOON, []
    for _ in range(60):
        moment = plan.after(moment) or moment
        found.append(moment.hour)
    assert set(found) == {*range(6, 12), *range(14, 23)}


def test_a_site_that_is_always_quiet_never_runs() -> None:
    plan = plan_of("every: 0 3 * * *\nquiet: 00:00-06:00 UTC").sites["one"]
    assert plan.after(NOON) is None


# -- schedule.yml ------------------------------------------------------------------------------------------------------
def test_the_nearer_choice_counts() -> None:
    plan = plan_of(
        """
        every: 1 hour
        deadline: 20 minutes
        groups:
          quick:
            sites: [one, two]
            every: 10 minutes
            arguments: {limit: 50, since: 2026-11-01}
        sites:
          one:
            every: never
          two:
            arguments: {limit: 10}
        """.replace("        ", ""),
        "one",
        "two",
        "three",
    )
    assert set(plan.sites) == {"two", "three"}
    assert plan.sites["two"].arguments == {"limit": "10", "since": "2026-11-01"}
    assert plan.sites["two"].deadline == timedelta(minutes=20)
    assert plan.sites["two"].after(NOON) == spread(read_rhythm("10 minutes"), "two", WEEK).after(NOON)


def test_a_site_runs_in_its_own_rhythm_without_a_file() -> None:
    plan = make_plan({"own": read_rhythm("2 hours"), "none": None}, ScheduleFile())
    assert set(plan.sites) == {"own"}
    assert plan.sites["own"].deadline == SitePlan(site="own", every=read_rhythm("1 day")).deadline


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jobs: 2\nsites:\n  onee: 1 hour", r"schedule.yml:3: there is no site 'onee'; did you mean one\?"),
        ("sites:\n  one:\n    evry: 1 hour", "schedule.yml:3: there is no 'evry' here; accepted are every, deadline"),
        ("\n\nevery: 5 parsecs", "schedule.yml:3: every: '5 parsecs': accepted are a span"),
        ("deadline: soon", "schedule.yml:1: deadline: 'soon': accepted is a span"),
        ("jobs: 0", "schedule.yml:1: jobs: '0': accepted is a number"),
        ("quiet: 9-5", "schedule.yml:1: quiet: '9-5': accepted are hours"),
        ("every: 1 hour\nevery: 2 hours", "schedule.yml:2: every stands here twice"),
        ("groups:\n  g:\n    every: 1 hour", "schedule.yml:3: a group names its sites"),
        ("groups:\n  g:\n    country: xx", "schedule.yml:3: no site has this: country xx"),
        ("groups:\n  g:\n    sites: [nope]", "schedule.yml:3: there is no site 'nope'"),
        ("alerts:\n  webhook: $NOWHERE", r"schedule.yml:2: \$NOWHERE: the environment has no NOWHERE"),
        ("sites: [one]", "schedule.yml:1: a mapping"),
        ("a: [", "schedule.yml:2?:?.*no YAML"),
        ("every: !!python/object:os.system x", "schedule.yml:1: every: 'x'"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_accepted(text: str, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        plan_of(text)


def test_a_group_may_say_what_its_sites_are() -> None:
    own = {"one": None, "two": None}
    written = read_plan(
        "groups: {german: {country: [de, at], every: 1 hour}}",
        "schedule.yml",
        own,
        {},
        lambda selection: ["two"] if selection.countries == ("de", "at") else [],
    )
    assert set(make_plan(own, written).sites) == {"two"}


def test_a_secret_comes_from_the_environment() -> None:
    plan = plan_of("alerts: {webhook: $HOOK, command: notify 'a b'}", HOOK="https://example.org/x")
    assert plan.alerts.webhook == "https://example.org/x"
    assert plan.alerts.command == ("notify", "a b")


def test_durations_are_said_in_two_units() -> None:
    assert [say_duration(timedelta(seconds=s)) for s in (0, 59, 60, 3700, 90061)] == [
        "0 s",
        "59 s",
        "1 min",
        "1 h 1 min",
        "1 d 1 h",
    ]
