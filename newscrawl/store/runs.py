"""Runs: what every crawl of a site came to."""

import json
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from newscrawl.store.database import Database, Row
from newscrawl.store.times import moment, seconds

RunOutcome = Literal[
    "",  # going on
    "finished",  # came to its end by itself
    "limit",  # ended at a bound that was set for it (articles, pages, time)
    "stopped",  # was asked to end (Ctrl-C, SIGTERM)
    "failed",  # could not go on: disk full, store damaged, an error of the program
    "killed",  # ended without a word: SIGKILL, power cut
]


# Of a site with several editions every one has its turn among so many runs.
LOOKED_THROUGH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnd:
    """What a run came to."""

    outcome: RunOutcome
    problem: str = ""
    """One line for a person; empty where the crawl did its job."""
    complete: bool = False
    """Every listing was read to its end, and every page has been posted, refused or put down for another time."""
    requests: int = 0
    """Requests made to a site; a replay makes none."""
    saved: int = 0
    """Requests not made because the page is known."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """E.g. {"posts/new": 12, "refused/NoArticle/video": 1}; the names are those of the stats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord(RunEnd):
    """One crawl of one site."""

    id: int
    site: str
    arguments: dict[str, str]
    """What was said with `-a name=value`."""
    started: datetime
    ended: datetime | None
    """None while it goes on; for a killed run the time at which the next one noticed."""


class Runs:
    """The table of runs."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def begin(self, site: str, arguments: Mapping[str, str], now: datetime) -> int:
        """A run starts; its id. Call with the site's lock held: runs of the site still open are noted as killed."""
        with self.database.transaction():
            self.database.write("INSERT INTO sites(name) VALUES (?) ON CONFLICT DO NOTHING", site)
            for id, of, _, stamp in self.database.read(f"{OPEN} AND name = ?", site):
                self.database.write(
                    "UPDATE runs SET ended = ?, outcome = 'killed', problem = 'ended without a word', counts = ? "
                    "WHERE id = ?",
                    seconds(now),
                    json.dumps(self._kept_since(of, stamp)),
                    id,
                )
            return self.database.write(
                "INSERT INTO runs(site, arguments, started, stamp) "
                "SELECT id, ?, ?, (SELECT coalesce(max(stamp), 0) FROM articles) FROM sites WHERE name = ? "
                "RETURNING id",
                canonical(arguments),
                seconds(now),
                site,
            )

    def end(self, run: int, now: datetime, end: RunEnd) -> None:
        """A run has ended."""
        self.database.write(
            "UPDATE runs SET ended = ?, outcome = ?, problem = ?, complete = ?, requests = ?, saved = ?, counts = ? "
            "WHERE id = ?",
            seconds(now),
            end.outcome,
            end.problem,
            int(end.complete),
            end.requests,
            end.saved,
            json.dumps(dict(end.counts), ensure_ascii=False, sort_keys=True),
            run,
        )

    def of(self, site: str = "", limit: int = 50) -> list[RunRecord]:
        """The last runs of a site, or of all sites, newest first."""
        where, values = ("WHERE runs.site = (SELECT id FROM sites WHERE name = ?)", (site,)) if site else ("", ())
        rows = self.database.read(f"{SELECT} {where} ORDER BY runs.started DESC, runs.id DESC LIMIT ?", *values, limit)
        return [self._run(row) for row in rows]

    def last(self, site: str) -> RunRecord | None:
        """The run of a site that began last, whatever the clock of its machine said."""
        row = self.database.one(f"{SELECT} WHERE sites.name = ? ORDER BY runs.id DESC LIMIT 1", site)
        return self._run(row) if row else None

    def first(self, site: str) -> datetime | None:
        """When the site was first crawled, or None."""
        row = self.database.one(
            "SELECT min(started) FROM runs WHERE site = (SELECT id FROM sites WHERE name = ?)", site
        )
        return moment(row[0]) if row and row[0] is not None else None

    def open(self) -> list[str]:
        """The sites with a run that has no end: it goes on, or was killed and nobody noticed yet."""
        return sorted({name for _, _, name, _ in self.database.read(OPEN)})

    def complete(self, site: str, since: datetime) -> list[int]:
        """When the runs that read every listing to its end were started, oldest first: whole seconds."""
        rows = self.database.read(
            "SELECT started FROM runs WHERE site = (SELECT id FROM sites WHERE name = ?) AND started >= ? "
            "AND complete = 1 ORDER BY started",
            site,
            seconds(since),
        )
        return [started for (started,) in rows]

    def successes(self) -> dict[str, datetime]:
        """When each site's last run ended that did its job; without the sites that never had one."""
        rows = self.database.read(
            "SELECT name, (SELECT ended FROM runs WHERE site = sites.id AND problem = '' "
            "AND outcome IN ('finished', 'limit') ORDER BY started DESC LIMIT 1) FROM sites"
        )
        return {name: moment(ended) for name, ended in rows if ended is not None}

    def get(self, id: int) -> RunRecord | None:
        """One run, or None."""
        row = self.database.one(f"{SELECT} WHERE runs.id = ?", id)
        return self._run(row) if row else None

    def alike(self, run: int, but: Container[str], limit: int) -> list[int]:
        """A run and those before it of its site that read the same place, newest first.

        `but`: names of arguments that choose among articles and not where they are looked for.
        """
        rows = self.database.read(
            "SELECT id, arguments FROM runs WHERE site = (SELECT site FROM runs WHERE id = ?) AND id <= ? "
            "ORDER BY id DESC LIMIT ?",
            run,
            run,
            LOOKED_THROUGH,
        )
        places = [(id, {k: v for k, v in json.loads(said).items() if k not in but}) for id, said in rows]
        return [id for id, place in places if place == places[0][1]][:limit]

    def sites(self) -> list[str]:
        """Every site that was ever crawled, by name."""
        return [name for (name,) in self.database.read("SELECT name FROM sites ORDER BY name")]

    def caught_up(self, site: str, arguments: Mapping[str, str]) -> bool:
        """Whether the last run like this one was complete: what it left needs no second look."""
        row = self.database.one(
            "SELECT complete FROM runs JOIN sites ON sites.id = runs.site "
            "WHERE sites.name = ? AND arguments = ? AND ended IS NOT NULL ORDER BY runs.id DESC LIMIT 1",
            site,
            canonical(arguments),
        )
        return bool(row and row[0])

    def _run(self, row: Row) -> RunRecord:
        """A run; of one without an end what it has kept so far."""
        *_, of, stamp = row
        return run(row) if row[4] is not None else replace(run(row), counts=self._kept_since(of, stamp))

    def _kept_since(self, site: int, stamp: int | None) -> dict[str, int]:
        """What was kept of a site since its archive was at a stamp: all that is known of a run without an end."""
        new, updated = self.database.read(
            "SELECT count(*) FILTER (WHERE NOT edited), count(*) FILTER (WHERE edited) FROM ("
            "SELECT EXISTS (SELECT 1 FROM versions WHERE versions.page = articles.page) AS edited "
            "FROM articles JOIN pages ON pages.id = articles.page WHERE stamp > ? AND pages.site = ?) AS kept",
            stamp,
            site,
        )[0]
        return {name: count for name, count in (("posts/new", new), ("posts/updated", updated)) if count}


OPEN = "SELECT runs.id, site, name, stamp FROM runs JOIN sites ON sites.id = site WHERE ended IS NULL"

SELECT = (
    "SELECT runs.id, sites.name, arguments, started, ended, outcome, problem, complete, requests, saved, counts, "
    "runs.site, stamp FROM runs JOIN sites ON sites.id = runs.site"
)


def run(row: Row) -> RunRecord:
    return RunRecord(
        id=row[0],
        site=row[1],
        arguments=json.loads(row[2]),
        started=moment(row[3]),
        ended=None if row[4] is None else moment(row[4]),
        outcome=row[5],
        problem=row[6],
        complete=bool(row[7]),
        requests=row[8],
        saved=row[9],
        counts=json.loads(row[10]),
    )


def canonical(arguments: Mapping[str, str]) -> str:
    """Arguments as text that is equal where they are."""
    return json.dumps(dict(arguments), ensure_ascii=False, sort_keys=True)
