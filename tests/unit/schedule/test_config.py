"""What schedule.yml may say, and the plan that comes of it."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.errors import PlanError
from newscrawl.rhythm.interval import Never, Rhythm, read_rhythm, spread
from newscrawl.schedule.config import read_plan
from newscrawl.schedule.plan import Plan, ScheduleFile, SitePlan, make_plan
from newscrawl.yaml_lines import read_lines

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


def plan_of(text: str, *sites: str, **environ: str) -> Plan:
    own: dict[str, Rhythm | None] = dict.fromkeys(sites or ("one", "two"))
    return make_plan(own, read_plan(read_lines(text, "schedule.yml"), own, environ), cores=2)


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
        read_lines("groups: {german: {country: [de, at], every: 1 hour}}", "schedule.yml"),
        own,
        {},
        lambda selection: ["two"] if selection.countries == ("de", "at") else [],
    )
    assert set(make_plan(own, written).sites) == {"two"}


def test_a_secret_comes_from_the_environment() -> None:
    plan = plan_of("alerts: {webhook: $HOOK, command: notify 'a b'}", HOOK="https://example.org/x")
    assert plan.alerts.webhook == "https://example.org/x"
    assert plan.alerts.command == ("notify", "a b")


def test_an_address_on_a_schedule_is_locked_as_its_runs_are() -> None:
    site = SitePlan(site="site", every=Never(), arguments={"url": "https://www.example.com/news"})
    assert site.runs_as == "example.com"
    assert SitePlan(site="bbc", every=Never(), arguments={"url": "x"}).runs_as == "bbc"


@pytest.mark.parametrize("alerts", ["shape: irc", "after: 0", "after: often", "hook: x"])
def test_a_wrong_alert_is_told_with_its_line(alerts: str) -> None:
    with pytest.raises(PlanError, match="^schedule.yml:2: "):
        read_plan(read_lines(f"alerts:\n  {alerts}\n", "schedule.yml"), [], {})
