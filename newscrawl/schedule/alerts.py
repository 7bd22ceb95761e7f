"""Alerts: a site's change from well to ill, or back, told once by a command, a webhook or an e-mail."""

import json
import logging
import os
import smtplib
import subprocess
from collections.abc import Callable
from dataclasses import asdict
from email.message import EmailMessage
from urllib.parse import unquote
from urllib.request import Request, urlopen

from newscrawl.schedule.alert_shapes import SHAPES
from newscrawl.schedule.plan import Alerts
from newscrawl.store.wellbeing import Change
from newscrawl.urls.parts import is_web, split

log = logging.getLogger(__name__)

PATIENCE = 20.0
"""Seconds that a command, a webhook or a mail server gets. Longer hangs; the next run's end tries again."""


def sentence(change: Change) -> str:
    """One line for a person."""
    return f"{change.site} is well again" if change.well else f"{change.site} is ill: {change.reason}"


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
        log.error("the alert %r was not told by %s: %s", sentence(change), way.__name__.strip("_"), error)
        return False
    return True


def as_json(change: Change) -> bytes:
    """What a webhook and a command's standard input get; `text` is the key that chat programs show."""
    state = "well" if change.well else "ill"
    values = {**asdict(change), "since": change.since.isoformat(timespec="seconds"), "state": state}
    return json.dumps({**values, "text": sentence(change)}, ensure_ascii=False).encode()


def _command(alerts: Alerts, change: Change) -> None:
    # The page's own words reach the command as variables and as JSON, never as part of a command line.
    told = {"NEWSCRAWL_SITE": change.site, "NEWSCRAWL_STATE": "well" if change.well else "ill"}
    told |= {"NEWSCRAWL_REASON": change.reason, "NEWSCRAWL_TEXT": sentence(change)}
    environ = {**os.environ, **{name: value.replace("\0", " ") for name, value in told.items()}}
    subprocess.run(alerts.command, input=as_json(change), env=environ, timeout=PATIENCE, check=True)


def _webhook(alerts: Alerts, change: Change) -> None:
    if not is_web(alerts.webhook):
        raise ValueError("a webhook is an http or https address")
    body, headers = SHAPES[alerts.shape](sentence(change), change.well, as_json(change))
    _call(Request(alerts.webhook, body, headers))


def ping(alerts: Alerts) -> None:
    """Call the address that waits for a sign of life, if there is one; a call that fails is a line in the log."""
    if not alerts.ping:
        return
    try:
        if not is_web(alerts.ping):
            raise ValueError("a ping is an http or https address")
        _call(Request(alerts.ping))
    except (OSError, ValueError) as error:
        log.error("the ping was not sent: %s", error)


def _call(request: Request) -> None:
    with urlopen(request, timeout=PATIENCE) as response:
        response.read(1)


def _email(alerts: Alerts, change: Change) -> None:
    """By the server in `smtp`: smtp://[user:password@]host[:port], smtps:// for TLS from the first byte."""
    server = split(alerts.smtp or "smtp://localhost:25")
    message = EmailMessage()
    message["From"] = message["To"] = ", ".join(alerts.email)
    message["Subject"] = " ".join(f"newscrawl: {sentence(change)}".split())[:200]
    message.set_content(f"{sentence(change)}\nsince {change.since:%Y-%m-%d %H:%M} UTC\n")
    kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    with kind(server.hostname or "localhost", server.port or 0, timeout=PATIENCE) as mail:
        if server.username:
            if server.scheme != "smtps":
                mail.starttls()
            mail.login(unquote(server.username), unquote(server.password or ""))
        mail.send_message(message)
