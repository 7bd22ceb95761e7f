"""What every command has in common for who types it: help with an example, one clear line for what is wrong."""

import os
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from newscrawl.cli.command import ANY_NUMBER, Command
from newscrawl.store.schema import APPLICATION_ID
from tests.support.crawling import RECORDING, ROOT, warm
from tests.support.warm import Done

NAMES = sorted(path.stem for path in (ROOT / "newscrawl" / "commands").glob("[a-z]*.py"))
COMMANDS: dict[str, type[Command]] = {name: import_module(f"newscrawl.commands.{name}").Command for name in NAMES}

REPLAYED = ["-s", f"REPLAY={RECORDING}"]
"""Nothing is asked of any host, whatever a command does."""

OF_THE_FOLDER = {"add", "completion", "config", "init", "list"}
WITHOUT_STORE = {*OF_THE_FOLDER, "addsite", "checksite", "explain", "read", "savepage", "retry", "siteconfig", "store"}
"""Commands that do not open the store; a new one opens it or stands here. `retry` is a crawl of what is set aside."""

WORDS = {"SITE": "aljazeera", "URL": "https://chinese.aljazeera.net/", "FILE": "README.md", "RECORDING": str(RECORDING)}
WORDS |= {"WORDS": "bridge", "SHELL": "bash"}


def call(name: str, **words: str) -> list[str]:
    """A command with all the arguments that its help names."""
    takes = COMMANDS[name].takes.replace("URL|FILE", "URL")
    said = re.findall(r"--from|copy|FROM|TO|SITE|SHELL|URL|FILE|RECORDING|WORDS", takes)
    return [name, *({**WORDS, **words}.get(word, word) for word in said), *REPLAYED]


def is_one_line(done: Done, code: int, name: str, said: str = "") -> None:
    assert (done.code, done.said.count("\n")) == (code, 1), done.said
    assert done.said.startswith(f"scrapy {name}: ") and said in done.said


@pytest.mark.parametrize("columns", ["60", "80", "120"])
@pytest.mark.parametrize("name", NAMES)
def test_help_ends_with_an_example_and_the_options_stand_under_their_headings(
    name: str, columns: str, tmp_path: Path
) -> None:
    done = warm(name, "--help", output=tmp_path, env={"COLUMNS": columns})
    assert done.code == 0
    assert " ".join(done.out.split()).endswith(f"Example: {COMMANDS[name].example}")
    assert COMMANDS[name].example.startswith(f"scrapy {name}")
    headings = re.findall(r"^(.*)\n(?:=+|-+)$", done.out, re.MULTILINE)
    assert set(headings) <= {"Usage", "Options", "Global Options", "Which Sites", "What It Is About", "How It Is Done"}


@pytest.mark.parametrize("name", NAMES)
def test_an_option_that_there_is_not_is_refused(name: str, tmp_path: Path) -> None:
    done = warm(*call(name), "--colour", output=tmp_path)
    is_one_line(done, 2, name, "there is no option --colour; accepted are --help, ")
    assert COMMANDS[name].example in done.said


@pytest.mark.parametrize("name", [name for name in NAMES if COMMANDS[name].most < ANY_NUMBER])
def test_an_argument_too_many_is_refused(name: str, tmp_path: Path) -> None:
    surplus = ["surplus"] * (COMMANDS[name].most + 1 - COMMANDS[name].fewest)
    done = warm(*call(name), *surplus, output=tmp_path)
    is_one_line(done, 2, name, f"is accepted, e.g. {COMMANDS[name].example}")


@pytest.mark.parametrize("name", [name for name in NAMES if COMMANDS[name].fewest])
def test_a_missing_argument_is_named(name: str, tmp_path: Path) -> None:
    is_one_line(warm(name, *REPLAYED, output=tmp_path), 2, name, f"{COMMANDS[name].accepts} is accepted, e.g.")


@pytest.mark.parametrize("name", [name for name in NAMES if "SITE" in COMMANDS[name].takes])
def test_a_site_that_there_is_not_is_refused(name: str, tmp_path: Path) -> None:
    is_one_line(warm(*call(name, SITE="aljazera"), output=tmp_path), 2, name, "aljazera")


def damaged(store: Path) -> None:
    store.write_text("no database at all, but long enough to be looked at" * 100)


def newer(store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 9999")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()


def no_file(store: Path) -> None:
    store.mkdir()


def not_writable(store: Path) -> None:
    """For root, too: where SQLite's log would stand is a folder."""
    sqlite3.connect(store).close()
    Path(f"{store}-wal").mkdir()


@pytest.mark.parametrize("harm", [damaged, newer, no_file, not_writable], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("name", sorted(set(NAMES) - WITHOUT_STORE))
def test_a_store_that_cannot_be_used_is_named(name: str, harm: Callable[[Path], None], tmp_path: Path) -> None:
    store = tmp_path / "newscrawl.db"
    harm(store)
    example = COMMANDS[name].example.replace("run.warc.gz", str(RECORDING))
    done = warm(*shlex.split(example)[1:], *REPLAYED, output=tmp_path)
    assert (done.code, done.said.count("\n")) == (1, 1), done.said
    assert f": {store}: " in done.said


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["list", "--country", "de,Germany"], 2, "--country germany: two letters are accepted, e.g. de or de,at,ch"),
        (["crawl-all", "--language", "german"], 2, "--language german: a tag is accepted, e.g. zh or de,fr"),
        (["list", "--country", "xx"], 1, "no site is of that kind; scrapy list --long shows"),
        (["compact", "README.md"], 1, "README.md: no line of it is an article"),
        (["compact", "nowhere.jsonl"], 1, "nowhere.jsonl: there is no such file"),
        (["store", "copy", "nowhere.db", "other.db"], 2, "nowhere.db: there is no such file"),
        (["addsite", "ftp://example.com"], 2, "scrapy addsite: ftp://example.com: a web address is needed"),
        (["savepage", "aljazeera", "/a-story"], 2, "scrapy savepage: /a-story: a web address is needed"),
        (["explain", "https://chinese.aljazeera.net/", "-s", "REPLAY=tests"], 2, "REPLAY=tests: it cannot be read"),
        (["addsite", "https://example.com/", "-s", "REPLAY=README.md"], 2, "REPLAY=README.md: it is no WARC file"),
        (["savepage", "aljazeera", "https://example.com/a", "-s", "REPLAY=gone"], 2, "REPLAY=gone: there is no such"),
        (["crawl-all", "riverpost", "-s", "POST_FORMAT=word"], 2, "POST_FORMAT 'word' is not known; known are hexo"),
        (["crawl-all", "riverpost", "-s", "OUTPUT=/dev/null/x"], 2, "OUTPUT=/dev/null/x: the folder cannot be made"),
        (["crawl-all", "riverpost", "-a", "limit"], 2, "-a limit: NAME=VALUE is accepted, e.g. -a limit=20"),
        (["work", "--metrics", "9100"], 2, "argument --metrics: 9100: a host and a port are accepted"),
        (["crawl-all", "riverpost", "--jobs", "0"], 2, "argument --jobs: 0: a whole number above 0 is accepted"),
        (["siteconfig", "word"], 2, "'word' is no format; formats are hexo, "),
        (["runs", "-n", "all"], 2, "argument -n/--count: all: a whole number above 0 is accepted"),
        (["schedule", "--grace", "-1"], 2, "argument --grace: "),
        (["schedule", "--at", "noon"], 2, "--at=noon: a date is accepted"),
        (["schedule", "--check", "--plan", "gone.yml"], 2, "--plan gone.yml: there is no such file"),
        (["health", "--plan", "gone.yml"], 2, "--plan gone.yml: there is no such file"),
        (["report", "--plan", "gone.yml"], 2, "--plan gone.yml: there is no such file"),
        (["explain", "tests/recordings/aljazeera.warc.gz"], 2, "scrapy explain URL -s REPLAY=tests/recordings/aljazee"),
        (["explain", "README.md", "-L", "LOUD"], 2, "LOG_LEVEL=LOUD: accepted are DEBUG, INFO"),
        (["audit", "5"], 1, "there is no run 5 in "),
        (["list", "-s", "OUTPUT"], 2, "Invalid -s value, use -s NAME=VALUE"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_in_one_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    is_one_line(warm(*arguments, output=tmp_path), code, arguments[0], said)


def test_a_sites_own_settings_are_printed_for_the_formats_that_are_written(tmp_path: Path) -> None:
    done = warm("siteconfig", "-s", "POST_FORMAT=hexo,hugo", "-s", "POST_TIMEZONE=Asia/Shanghai", output=tmp_path)
    assert done.code == 0
    assert "permalink: :title/" in done.out and "timezone: Asia/Shanghai" in done.out and "unsafe = true" in done.out
    assert "permalink: /:year" in warm("siteconfig", "jekyll", output=tmp_path).out


@pytest.mark.parametrize("words", [["--help"], ["list"]])
def test_a_reader_that_has_enough_ends_it_without_a_word(words: list[str]) -> None:
    reader, out = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "newscrawl", *words]
    done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, timeout=300)
    os.close(out)
    assert (done.returncode, done.stderr) == (1, b"")
