"""What every command has in common for who types it: help with an example, one clear line for what is wrong."""

import re
from pathlib import Path

import pytest

from tests.support.crawling import ROOT, warm

COMMANDS = sorted(path.stem for path in (ROOT / "newscrawl" / "commands").glob("[a-z]*.py"))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_the_options_stand_under_their_headings(command: str, tmp_path: Path) -> None:
    done = warm(command, "--help", output=tmp_path)
    assert done.code == 0
    assert f"scrapy {command}" in " ".join(done.out.partition("=====\n")[2].split("\n\n", 1)[1].split())
    headings = re.findall(r"^(.*)\n(?:=+|-+)$", done.out, re.MULTILINE)
    assert set(headings) <= {"Usage", "Options", "Global Options", "Which Sites"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["retry", "aljazera"], 2, "scrapy retry: there is no site 'aljazera'; did you mean aljazeera?"),
        (["list", "--country", "xx"], 1, "no site is of that kind; scrapy list --long shows"),
        (["compact", "README.md"], 1, "README.md: no line of it is an article"),
        (["compact", "nowhere.jsonl"], 1, "nowhere.jsonl: there is no such file"),
        (["addsite", "ftp://example.com"], 2, "ftp://example.com: a web address is needed"),
        (["savepage", "aljazeera", "/a-story"], 2, "/a-story: a web address is needed"),
        (["explain", "https://chinese.aljazeera.net/", "-s", "REPLAY=tests"], 2, "REPLAY=tests: it cannot be read"),
        (["addsite", "https://example.com/", "-s", "REPLAY=README.md"], 2, "REPLAY=README.md: it is no WARC file"),
        (["savepage", "aljazeera", "https://example.com/a", "-s", "REPLAY=gone"], 2, "REPLAY=gone: there is no such"),
        (["crawl-all", "riverpost", "-s", "POST_FORMAT=word"], 2, "POST_FORMAT 'word' is not known; known are hexo"),
        (["crawl-all", "riverpost", "-s", "OUTPUT=/dev/null/x"], 2, "OUTPUT=/dev/null/x: the folder cannot be made"),
        (["crawl-all", "riverpost", "-a", "limit"], 2, "-a limit: NAME=VALUE is accepted, e.g. -a limit=20"),
        (["crawl-all", "riverpost", "--jobs", "0"], 2, "--jobs and --at-once: a whole number above 0 is accepted"),
        (["schedule", "--check", "--plan", "gone.yml"], 2, "--plan gone.yml: there is no such file"),
        (["health", "--plan", "gone.yml"], 2, "--plan gone.yml: there is no such file"),
        (["report", "--plan", "gone.yml"], 2, "--plan gone.yml: there is no such file"),
        (["explain", "tests/recordings/aljazeera.warc.gz"], 2, "scrapy explain URL -s REPLAY=tests/recordings/aljazee"),
        (["explain", "README.md", "-L", "LOUD"], 2, "LOG_LEVEL=LOUD: accepted are DEBUG, INFO"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_in_one_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    done = warm(*arguments, output=tmp_path)
    assert said in done.said and "Traceback" not in done.said
    assert done.code == code
    # Some show how the command is used before it.
    assert done.said.partition("scrapy: error: ")[2].count("\n") <= 1
