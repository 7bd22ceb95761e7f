"""Alerts: a site's change from well to ill, or back, told once by a command, a webhook or an e-mail."""

import json
import logging
import os
import smtplib
import subprocess
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from newscrawl.schedule.history import Slot
from newscrawl.schedule.plan import Alerts
from newscrawl.store import Database
from newscrawl.store.runs import moment, seconds

log = logging.getLogger(__name__)

PATIENCE = 20.0
"""Seconds that a command, a webhook or a mail server gets. Longer hangs; the next run's end tries again."""


@dataclass(frozen=True, slots=True)
class Change:
    """A site's change, and what to say of it."""

    site: str
    well: bool
    since: datetime
    reason: str

    @property
    def line(self) -> str:
        """One line for a person."""
        return f"{self.site} is well again" if self.well else f"{self.site} is ill: {self.reason}"


class Wellbeing:
    """Which sites are well, and what was told of it; in the store, so that a restart tells nothing twice."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def note(self, slot: Slot) -> None:
        """Take in how a run ended. One that was stopped says nothing about its site."""
        if slot.how not in ("finished", "failed", "crashed", "deadline"):
            return
        self.database.write(
            """INSERT INTO wellbeing (site, well, since, reason) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (site) DO UPDATE SET since = iif(well = ?2, since, ?3), well = ?2, reason = ?4""",
            slot.site,
            slot.well,
            seconds(slot.ended or slot.slot),
            slot.problem,
        )

    def untold(self) -> list[Change]:
        """The changes that nobody was told of yet."""
        rows = self.database.read("SELECT site, well, since, reason FROM wellbeing WHERE well != told ORDER BY since")
        return [Change(site, bool(well), moment(since), reason) for site, well, since, reason in rows]

    def told(self, change: Change) -> None:
        """It was told."""
        self.database.write("UPDATE wellbeing SET told = ? WHERE site = ?", change.well, change.site)


def tell(alerts: Alerts, change: Change) -> bool:
    """Tell of a change by every way that is wanted; whether at least one worked, or none is wanted."""
    ways: list[tuple[object, Callable[[Alerts, Change], None]]] = [
        (alerts.command, _command),
        (alerts.webhook, _webhook),
        (alerts.email, _email),
    ]
    worked = [_try(way, alerts, change) for wanted, way in ways if wanted]
    return any(worked) or not worked


def _try(way: Callable[[Alerts, Change], None], alerts: Alerts, change: Change) -> bool:
    try:
        way(alerts, change)
    except (OSError, ValueError, subprocess.SubprocessError, smtplib.SMTPException) as error:
        log.error("the alert %r was not told by %s: %s", change.line, way.__name__.strip("_"), error)
        return False
    return True


def as_json(change: Change) -> bytes:
    """What a webhook and a command's standard input get; `text` is the key that chat programs show."""
    state = "well" if change.well else "ill"
    values = {**asdict(change), "since": change.since.isoformat(timespec="seconds"), "state": state}
    return json.dumps({**values, "text": change.line}, ensure_ascii=False).encode()


def _command(alerts: Alerts, change: Change) -> None:
    # The page's own words reach the command as variables and as JSON, never as part of a command line.
    told = {"NEWSCRAWL_SITE": change.site, "NEWSCRAWL_STATE": "well" if change.well else "ill"}
    told |= {"NEWSCRAWL_REASON": change.reason.replace("\0", " "), "NEWSCRAWL_TEXT": change.line.replace("\0", " ")}
    environ = {**os.environ, **told}
    subprocess.run(alerts.command, input=as_json(change), env=environ, timeout=PATIENCE, check=True)


def _webhook(alerts: Alerts, change: Change) -> None:
    if urlsplit(alerts.webhook).scheme not in ("http", "https"):
        raise ValueError("a webhook is an http or https address")
    request = Request(alerts.webhook, as_json(change), {"Content-Type": "application/json"})
    with urlopen(request, timeout=PATIENCE) as response:
        response.read(1)


def _email(alerts: Alerts, change: Change) -> None:
    """By the server in `smtp`: smtp://[user:password@]host[:port], smtps:// for TLS from the first byte."""
    server = urlsplit(alerts.smtp or "smtp://localhost:25")
    message = EmailMessage()
    message["From"] = message["To"] = ", ".join(alerts.email)
    message["Subject"] = " ".join(f"newscrawl: {change.line}".split())[:200]
    message.set_content(f"{change.line}\nsince {change.since:%Y-%m-%d %H:%M} UTC\n")
    kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    with kind(server.hostname or "localhost", server.port or 0, timeout=PATIENCE) as mail:
        if server.username:
            if server.scheme != "smtps":
                mail.starttls()
            mail.login(unquote(server.username), unquote(server.password or ""))
        mail.send_message(message)
