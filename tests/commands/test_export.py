"""`scrapy export`: what was crawled, as data, with the filters of a crawl."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.article_record import to_record
from newscrawl.store import FILE_NAME, Store
from tests.support.crawling import ROOT, warm
from tests.support.processes import dying_when

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def fill(output: Path, count: int, *sites: str) -> None:
    """An archive of `count` articles a site, an hour apart, the sites' among each other."""
    with Store.open(output / FILE_NAME) as store, store.transaction():
        for site in sites:
            store.runs.begin(site, {}, NOON)
            for number in range(count):
                article = Article(
                    url=f"https://{site}.example/{number}",
                    title=f"{'Bridge' if number % 2 else 'Tide'} {number}",
                    published=NOON - timedelta(hours=number, minutes=len(site)),
                    body=f"<p>{number} words</p>",
                    site=site,
                )
                id = store.pages.add(site, article.url, NOON, [], state="posted", published=article.published)
                store.articles.put(id, NOON, to_record(article))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    fill(tmp_path / "output", 5, "aljazeera", "riverpost")
    return tmp_path / "output"


def exported(output: Path, *arguments: str) -> list[str]:
    done = warm("export", *arguments, output=output)
    assert done.code == 0, done.said
    return [json.loads(line)["url"].removeprefix("https://") for line in done.out.splitlines()]


def test_the_filters_of_a_crawl_choose(output: Path) -> None:
    assert len(exported(output)) == 10
    assert exported(output, "riverpost", "--limit", "2") == ["riverpost.example/0", "riverpost.example/1"]
    assert exported(output, "--limit", "3") == ["aljazeera.example/0", "riverpost.example/0", "aljazeera.example/1"]
    assert exported(output, "riverpost", "--include", "title:bridge") == ["riverpost.example/1", "riverpost.example/3"]
    assert exported(output, "riverpost", "--exclude", "bridge", "--since", "2026-11-22T09:00") == [
        "riverpost.example/0",
        "riverpost.example/2",
    ]
    assert exported(output, "riverpost", "--until", "2026-11-22T09:00") == [
        "riverpost.example/3",
        "riverpost.example/4",
    ]
    assert warm("export", "--fields", "title, url", output=output).out.startswith('{"title":"Tide 0","url":"https://')


def test_what_is_wrong_is_said_in_one_line(output: Path, tmp_path: Path) -> None:
    for arguments, said in {
        ("--to", "x.md"): "a file that ends with .jsonl, .csv",
        ("--fields", "titel"): "there is no field 'titel'; accepted are url, title",
        ("--since", "soon"): "since=soon: a date is accepted",
        ("--limit", "0"): "limit=0: a whole number above 0",
    }.items():
        done = warm("export", *arguments, output=output)
        assert (done.code, done.said.count("\n")) == (2, 1) and said in done.said
    assert "the archive has no article; crawl first" in warm("export", output=tmp_path / "empty").said


def test_killed_anywhere_an_export_leaves_the_old_file_or_the_new_one(output: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("the old file")
    fill(output, 4_000, "long")
    part = tmp_path / ".all.csv.part"
    begun = f"os.path.exists({str(part)!r}) and os.path.getsize({str(part)!r})"
    killed_when(begun, output, "export", "--to", str(path))
    assert path.read_text() == "the old file"
    assert warm("export", "--to", str(path), output=output).said == f"4010 articles in {path}\n"
    assert path.read_text().count("https://") == 4010 and not part.exists()


def test_killed_anywhere_a_render_is_taken_up_by_the_next(output: Path, tmp_path: Path) -> None:
    fill(output, 450, "long")
    folder = output / "posts" / "long"
    killed_when(f"os.path.exists({str(folder)!r}) and len(os.listdir({str(folder)!r})) > 210", output, "render", "long")
    begun = {path.name for path in folder.iterdir()}
    assert 210 < len(begun) < 450
    done = warm("render", "long", output=output)
    assert done.code == 0 and "by hand" not in done.out, done.out + done.said
    warm("render", "long", "--to", str(tmp_path / "afresh"), output=output)
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert whole == {path.name: path.read_bytes() for path in (tmp_path / "afresh" / "long").iterdir()}
    assert len(whole) == 450


def killed_when(condition: str, output: Path, *command: str) -> None:
    """Run a command that SIGKILL ends once the condition holds."""
    path = dying_when(condition, output.parent / "dying")
    environment = {**os.environ, "NEWSCRAWL_OUTPUT": str(output), "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-m", "scrapy", *command], cwd=ROOT, env=environment, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
