"""Errors that a person reads: `str()` of each is one line. A command prints it and ends with the error's exit code.

UserError              exit code 1: what was asked for cannot be done now
├── StoreError         the store is damaged, read-only or of a newer version, or the disk refuses
├── SiteBusy           another run of the site is going on
├── SchedulerBusy      another scheduler works on the store
├── NoPage             an address gives no page
└── InvalidInput       exit code 2: what was given cannot be used; the line says what is accepted
    ├── ArgumentError  an argument, an option or a setting
    ├── PlanError      schedule.yml
    ├── ConfigError    newscrawl.toml
    ├── CatalogueError spiders/catalogue.yml, or a file of sites of one's own
    └── RhythmError    how often a site is crawled, wherever that is written

Why an article is left out is no error of the user's: see newscrawl/refusals.py.
"""


def with_extra(name: str) -> str:
    """How an extra is installed: from the checkout or the wheel, for newscrawl is in no package index."""
    return f"install newscrawl with it, e.g. uv tool install '.[{name}]' or pip install '.[{name}]' in the checkout"


class UserError(Exception):
    """What was asked for cannot be done now."""

    exit_code = 1


class StoreError(UserError):
    """The store cannot be used; the line names the file and says what to do."""


class SiteBusy(UserError):
    """Another run of the site is going on; the line names it."""


class SchedulerBusy(UserError):
    """Another scheduler works on the store; the line names it."""


class NoPage(UserError):
    """An address gives no page; the line says why."""


class InvalidInput(UserError, ValueError):
    """What was given cannot be used; the line says what is accepted."""

    exit_code = 2


class ArgumentError(InvalidInput):
    """An argument, an option or a setting is not what is accepted."""


class PlanError(InvalidInput):
    """schedule.yml has a mistake; the line begins with the file and the line's number."""


class ConfigError(InvalidInput):
    """newscrawl.toml has a mistake; the line begins with the file and the line's number."""


class CatalogueError(InvalidInput):
    """An entry of the catalogue has a mistake; the line begins with the file and the line's number."""


class RhythmError(InvalidInput):
    """A rhythm is not what is accepted."""
