"""--dry-run: what would be asked for, from listings alone."""

from pathlib import Path

from newscrawl.crawl.dry_run import PREFIX, remove_remains
from newscrawl.lock import Lock
from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dry_run_names_what_is_new_and_leaves_no_trace(tmp_path: Path) -> None:
    with Site() as site:
        site.write(*stories(6))
        paper = Paper(site, tmp_path)
        first = paper.run("--dry-run", "-O", str(tmp_path / "x.jsonl"))
        assert (first.code, len(first.out.splitlines()), site.asked()) == (0, 6, ["/news"]), first.said
        assert "paper: 6 articles would be asked for" in first.said and not paper.output.exists()
        assert not (tmp_path / "x.jsonl").exists()
        assert "2 articles would" in paper.run("--dry-run", "-a", "limit=2").said
        paper.run()
        site.write(*stories(2, first=6))
        before = snapshot(paper.output)
        again = paper.run("--dry-run")
        assert sorted(line.split()[-1].rpartition("-")[2] for line in again.out.splitlines()) == ["6", "7"]
        assert all(line.startswith("new ") for line in again.out.splitlines())
        assert "2 articles would be asked for; 6 known" in again.said
        assert snapshot(paper.output) == before
        assert "2 new" in paper.run().said


def test_what_a_killed_dry_run_left_goes_with_the_next_one(tmp_path: Path) -> None:
    killed, alive, begun, other = (
        tmp_path / name for name in (f"{PREFIX}a", f"{PREFIX}b", f"{PREFIX}c", "newscrawl-d")
    )
    for folder in (killed, alive, begun, other):
        folder.mkdir()
        (folder / "copy.sqlite").touch()
    Lock(killed / "lock", "process 1").release()
    with Lock(alive / "lock", "process 2"):
        remove_remains(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted((alive, begun, other))
