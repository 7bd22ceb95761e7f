"""schedule.yml: what it may say, each mistake named with its line and what is accepted.

jobs: 2                              # runs at once; default: as many as cores
spread: 5 minutes                    # how far cron slots are moved apart
every: 30 minutes                    # for every site that has no rhythm of its own; without it those do not run
deadline: 30 minutes
catch_up: 7 days
quiet: 23:00-06:00 Asia/Qatar
alerts:
  webhook: $NEWSCRAWL_WEBHOOK        # from the environment
groups:
  gulf:
    sites: [aljazeera, gulftimes]
    every: 15 minutes
    arguments: {limit: 50}
sites:
  apnews: auto 96 a day              # short for {every: …}
  aljazeera:
    every: "*/10 6-22 * * * Asia/Qatar"
    settings: {POST_FORMAT: hugo}
"""

import difflib
import re
import shlex
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from typing import Any

import yaml

from newscrawl.errors import RhythmError
from newscrawl.rhythm.duration import read_duration
from newscrawl.rhythm.interval import Rhythm, read_rhythm
from newscrawl.rhythm.quiet_hours import read_quiet
from newscrawl.schedule.alert_shapes import SHAPES
from newscrawl.schedule.plan import Alerts, ScheduleFile, SiteOptions
from newscrawl.sites.site_filters import Selection
from newscrawl.yaml_lines import YamlValue

OF_A_SITE = ("every", "deadline", "catch_up", "quiet", "arguments", "settings")
SPREAD = timedelta(minutes=5)
"""Cron slots that many people write (on the hour) are moved apart by at most this; nobody misses five minutes."""
TRAITS = ("country", "language", "topic")
OF_ALL = ("jobs", "spread", "alerts", "groups", "sites", *OF_A_SITE)


Select = Callable[[Selection], Collection[str]]
"""The names of the sites that a selection takes."""


def read_plan(
    root: YamlValue | None, known: Collection[str], environ: Mapping[str, str] | None, select: Select = lambda _: ()
) -> ScheduleFile:
    """What a schedule.yml, or [schedule] in newscrawl.toml, says of the `known` sites; raises PlanError.

    `environ` fills $NAME in alerts; None leaves it.
    """
    parts = dict(root.entries(OF_ALL)) if root else {}
    sites = dict(parts["sites"].entries()) if "sites" in parts else {}
    for key, _ in parts["sites"].pairs() if "sites" in parts else ():
        _known(key.text(), key, known)
    return ScheduleFile(
        jobs=parts["jobs"].read(_count, "jobs") if "jobs" in parts else None,
        spread=parts["spread"].read(_span_or_none, "spread") if "spread" in parts else SPREAD,
        alerts=_alerts(parts["alerts"], environ) if "alerts" in parts else Alerts(),
        general=_options({name: value for name, value in parts.items() if name in OF_A_SITE}),
        groups=[_group(value, known, select) for _, value in parts["groups"].entries()] if "groups" in parts else [],
        sites={name: _site(value) for name, value in sites.items()},
    )


def _known(name: str, place: YamlValue, known: Collection[str]) -> str:
    if name not in known:
        near = difflib.get_close_matches(name, known)
        hint = f"did you mean {near[0]}?" if near else "scrapy list shows all sites"
        raise place.error(f"there is no site {name!r}; {hint}")
    return name


def _site(value: YamlValue) -> SiteOptions:
    if isinstance(value.node, yaml.MappingNode):
        return _options(dict(value.entries(OF_A_SITE)))
    return SiteOptions(every=_rhythm(value))


def _group(value: YamlValue, known: Collection[str], select: Select) -> tuple[tuple[str, ...], SiteOptions]:
    parts = dict(value.entries(("sites", *TRAITS, *OF_A_SITE)))
    traits = {name: tuple(item.text().lower() for item in parts.pop(name).items()) for name in TRAITS if name in parts}
    members = tuple(_known(item.text(), item, known) for item in parts.pop("sites").items()) if "sites" in parts else ()
    if not members and not traits:
        raise value.error("a group names its sites (sites: [aljazeera]) or their country, language or topic")
    if traits:
        found = select(Selection(*(traits.get(name, ()) for name in TRAITS)))
        if not found:
            raise value.error(f"no site has this: {', '.join(' '.join((n, *t)) for n, t in traits.items())}")
        members += tuple(found)
    return members, _options(parts)


def _options(parts: Mapping[str, YamlValue]) -> SiteOptions:
    return SiteOptions(**{name: READERS[name](value) for name, value in parts.items()})


def _rhythm(value: YamlValue) -> Rhythm:
    texts = [item.text() for item in value.items()]
    try:
        return read_rhythm(texts[0] if len(texts) == 1 else texts)
    except RhythmError as error:
        raise value.error(f"every: {', '.join(texts)!r}: {error}") from None


def _quiet(value: YamlValue) -> Any:
    return tuple(item.read(read_quiet, "quiet") for item in value.items() if item.text() != "none")


def _texts(value: YamlValue) -> dict[str, str]:
    return {name: item.text() for name, item in value.entries()}


READERS: dict[str, Callable[[YamlValue], Any]] = {
    "every": _rhythm,
    "deadline": lambda value: value.read(read_duration, "deadline"),
    "catch_up": lambda value: value.read(read_duration, "catch_up"),
    "quiet": _quiet,
    "arguments": _texts,
    "settings": _texts,
}


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise ValueError("accepted is a number of runs at once, 1 to 256")
    return int(text)


def _span_or_none(text: str) -> timedelta:
    return timedelta() if text == "0" else read_duration(text)


def _alerts(value: YamlValue, environ: Mapping[str, str] | None) -> Alerts:
    parts = dict(value.entries(("command", "webhook", "shape", "email", "smtp", "after", "ping")))

    def filled(name: str) -> tuple[str, ...]:
        return tuple(_filled(item, environ) for item in parts[name].items()) if name in parts else ()

    return Alerts(
        command=_words(filled("command")),
        webhook="".join(filled("webhook")),
        email=filled("email"),
        smtp="".join(filled("smtp")),
        ping="".join(filled("ping")),
        **{name: parts[name].read(reader, name) for name, reader in OF_ALERTS.items() if name in parts},
    )


def _shape(text: str) -> str:
    if text not in SHAPES:
        raise ValueError(f"accepted are {', '.join(SHAPES)}")
    return text


def _times(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]?", text):
        raise ValueError("accepted is how many failures in a row are told of, 1 to 99")
    return int(text)


OF_ALERTS: dict[str, Callable[[str], Any]] = {"shape": _shape, "after": _times}


def _words(command: tuple[str, ...]) -> tuple[str, ...]:
    """A list is taken as it is, a line is split as a shell does; no shell ever sees it."""
    return tuple(shlex.split(command[0])) if len(command) == 1 else command


def _filled(value: YamlValue, environ: Mapping[str, str] | None) -> str:
    """A value, or what the environment has under its $NAME: a secret does not stand in a file that is committed."""
    text = value.text()
    if environ is None or not text.startswith("$"):
        return text
    if text[1:] not in environ:
        raise value.error(f"{text}: the environment has no {text[1:]}")
    return environ[text[1:]]
