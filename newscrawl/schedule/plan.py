"""The plan: for every scheduled site its rhythm and how it is run; from the sites' own values and schedule.yml."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from newscrawl.rhythm.interval import Never, Rhythm, spread
from newscrawl.rhythm.quiet_hours import Quiet
from newscrawl.urls.resolve import typed_address
from newscrawl.urls.sites import site_name

ANY_SITE = "site"
"""The spider of any site by its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """What schedule.yml may say of a site, a group or all sites; None where it says nothing."""

    every: Rhythm | None = None
    deadline: timedelta | None = None
    catch_up: timedelta | None = None
    quiet: tuple[Quiet, ...] | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    def over(self, other: "SiteOptions") -> "SiteOptions":
        """These options, and the other's where these say nothing."""
        return SiteOptions(
            every=self.every or other.every,
            deadline=self.deadline or other.deadline,
            catch_up=self.catch_up or other.catch_up,
            quiet=other.quiet if self.quiet is None else self.quiet,
            arguments={**other.arguments, **self.arguments},
            settings={**other.settings, **self.settings},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """Where a change from well to ill, or back, is told. Each is empty where it is not wanted."""

    command: tuple[str, ...] = ()
    webhook: str = ""
    email: tuple[str, ...] = ()
    smtp: str = ""
    shape: str = "json"
    """What a webhook is sent: one of `newscrawl.schedule.alerts.SHAPES`."""
    after: int = 2
    """A site is told of when it has failed so often in a row: once is a site's server that was restarted."""
    ping: str = ""
    """An address that is called after runs: who expects the call misses it when this scheduler is dead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleFile:
    """What schedule.yml says."""

    jobs: int | None = None
    spread: timedelta = timedelta(minutes=5)
    alerts: Alerts = Alerts()
    general: SiteOptions = SiteOptions()
    groups: Sequence[tuple[tuple[str, ...], SiteOptions]] = ()
    sites: Mapping[str, SiteOptions] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """How one site is run."""

    site: str
    every: Rhythm
    deadline: timedelta = timedelta(minutes=30)
    """A run that takes longer is ended: the largest sites of the catalogue need minutes, so half an hour hangs."""
    catch_up: timedelta = timedelta(days=7)
    """How late a missed run is still made up. A listing rarely reaches back further than a week."""
    quiet: tuple[Quiet, ...] = ()
    arguments: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def runs_as(self) -> str:
        """The name of its runs, and of their lock: `site` with an address runs as that host."""
        address = self.arguments.get("url", "") if self.site == ANY_SITE else ""
        return site_name(typed_address(address)) or self.site

    def after(self, moment: datetime) -> datetime | None:
        """The first slot after a moment that is in no quiet hours; None where a year has none."""
        slot = self.every.after(moment)
        while slot and (quiet := self.silent(slot)):
            if slot - moment > timedelta(days=366):
                return None
            slot = self.every.after(quiet.ends(slot) - timedelta(microseconds=1))
        return slot

    def silent(self, moment: datetime) -> Quiet | None:
        """The quiet hours that cover a moment."""
        return next((quiet for quiet in self.quiet if quiet.covers(moment)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All scheduled sites by name, and what holds for all."""

    sites: Mapping[str, SitePlan] = field(default_factory=dict)
    jobs: int = 1
    alerts: Alerts = Alerts()


def make_plan(own: Mapping[str, Rhythm | None], file: ScheduleFile, cores: int | None = None) -> Plan:
    """Join the sites' own rhythms (by name; None for a site without) with what schedule.yml says of them."""
    chosen = {site: _options(site, every, file) for site, every in own.items()}
    sites = {site: _site_plan(site, options, file.spread) for site, options in chosen.items() if options.every}
    return Plan(
        sites={site: plan for site, plan in sites.items() if not isinstance(plan.every, Never)},
        jobs=file.jobs or cores or os.cpu_count() or 1,
        alerts=file.alerts,
    )


def _options(site: str, every: Rhythm | None, file: ScheduleFile) -> SiteOptions:
    """A site's own line counts before its groups, they before the site's class, and that before what is general."""
    options = file.sites.get(site, SiteOptions())
    for members, group in file.groups:
        if site in members:
            options = options.over(group)
    return options.over(SiteOptions(every=every)).over(file.general)


def _site_plan(site: str, options: SiteOptions, most: timedelta) -> SitePlan:
    assert options.every
    plan = SitePlan(
        site=site,
        every=spread(options.every, site, most),
        quiet=options.quiet or (),
        arguments=options.arguments,
        settings=options.settings,
    )
    if options.deadline:
        plan = replace(plan, deadline=options.deadline)
    return replace(plan, catch_up=options.catch_up) if options.catch_up else plan
