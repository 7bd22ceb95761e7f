"""Alerts: told once, told later where nobody was reached, and told by a real web server and a real mail server."""

import shlex
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.schedule.alert_shapes import SHAPES
from newscrawl.schedule.alerts import ping, tell
from newscrawl.schedule.plan import Alerts
from newscrawl.store.wellbeing import Change
from tests.support.alert_receivers import Hook, Post, receiving
from tests.support.scheduler_bench import MORNING, Bench, plan


def test_a_change_is_told_once(tmp_path: Path) -> None:
    """Ill twice, well twice: two alerts."""
    told = tmp_path / "told"
    command = (sys.executable, "-c", f"import os; print(os.environ['NEWSCRAWL_TEXT'], file=open({str(told)!r}, 'a'))")
    bench = Bench(tmp_path, plan("one"))
    wellbeing = bench.service.store.wellbeing
    with receiving(Hook) as (address, got):
        for code in ("exit('one: <b>$(broken)')", "exit('again')", "", ""):
            bench.code = code
            bench.clock.shift += timedelta(minutes=30)
            bench.settle()
            slot = bench.history[-1]
            wellbeing.note(Change("one", slot.well, slot.slot, slot.problem))
            for change in wellbeing.untold():
                assert tell(Alerts(command=command, webhook=f"http://{address}/"), change)
                wellbeing.told(change)
    assert told.read_text().splitlines() == ["one is ill: <b>$(broken)", "one is well again"]
    assert [(each["state"], each["site"], each["text"]) for each in got] == [
        ("ill", "one", "one is ill: <b>$(broken)"),
        ("well", "one", "one is well again"),
    ]


def test_an_alert_that_reached_nobody_is_told_later(tmp_path: Path) -> None:
    wellbeing = Bench(tmp_path, plan("one")).service.store.wellbeing
    change = Change("one", False, MORNING, "broken")
    wellbeing.note(change)
    assert wellbeing.untold() == [change]
    assert not tell(Alerts(webhook="http://127.0.0.1:1/"), change)
    assert not tell(Alerts(webhook="file:///etc/passwd"), change)
    assert not tell(Alerts(command=tuple(shlex.split("false"))), change)
    assert wellbeing.untold() == [change]


@pytest.mark.parametrize(
    ("shape", "key"), [("discord", "content"), ("slack", "text"), ("telegram", "text"), ("json", "text")]
)
def test_a_webhook_is_sent_what_its_service_reads(shape: str, key: str) -> None:
    with receiving(Hook) as (address, got):
        assert tell(Alerts(webhook=f"http://{address}/", shape=shape), Change("one", False, MORNING, "broken"))
    assert got[0][key] == "one is ill: broken"


def test_ntfy_is_sent_the_text_itself() -> None:
    body, headers = SHAPES["ntfy"]("one is ill: 坏了", False, b"{}")
    assert body.decode() == "one is ill: 坏了" and headers["Tags"] == "warning"


def test_a_ping_that_fails_is_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    for address in ("http://127.0.0.1:1/", "file:///etc/passwd"):
        ping(Alerts(ping=address))
    assert [record.message.partition(":")[0] for record in caplog.records] == ["the ping was not sent"] * 2


def test_an_alert_by_mail_is_one_line_and_no_header_of_its_own() -> None:
    with receiving(Post) as (address, got):
        change = Change("one", False, MORNING, "broken\r\nBcc: everybody@example.org\n.\nlast")
        assert tell(Alerts(email=("me@example.org",), smtp=f"smtp://{address}"), change)
    head, _, body = got[0].partition("\r\n\r\n")
    assert "Subject: newscrawl: one is ill: broken Bcc: everybody@example.org . last" in head
    assert "\nBcc:" not in head
    assert "last" in body
