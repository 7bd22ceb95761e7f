"""What is set aside stays within bounds, and a file that is gone is no fault."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newscrawl.state.quarantine import Quarantine
from newscrawl.warc.exchange import Exchange


def answer(number: int, when: datetime) -> Exchange:
    return Exchange(
        method="GET", url=f"https://example.com/{number}", sent=[], status=200, headers=[], body=b"x" * 999, when=when
    )


def test_what_is_set_aside_is_bounded_in_size_and_age(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    small = Quarantine(tmp_path, max_bytes=5_000)
    for number in range(20):
        small.put("example", "article", "no date", answer(number, now))
    size = small.path("example", "https://example.com/1").stat().st_size
    assert small.thin_out(now) == 20 - 5_000 // size
    assert len(small.entries("example")) == 5_000 // size
    assert small.thin_out(now + timedelta(days=31)) == 5_000 // size
    assert small.entries("example") == []


def test_what_another_run_takes_away_meanwhile_and_what_a_killed_one_left_are_no_fault(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    folder = Quarantine(tmp_path)
    folder.put("example", "article", "no date", answer(1, now))
    (tmp_path / "example" / "gone.warc.gz").symlink_to(tmp_path / "nowhere")
    (tmp_path / "example" / "killed.warc.gz.open").write_bytes(b"half")
    assert folder.thin_out(now) == 0
    assert folder.thin_out(now + timedelta(days=31)) == 2
    assert not (tmp_path / "example" / "killed.warc.gz.open").exists()
