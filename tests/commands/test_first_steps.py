"""What a person meets first: help, completion, the check of a schedule."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.article_filters import COMMON
from tests.commands.test_add import newscrawl
from tests.support.crawling import ROOT, warm


def test_the_help_of_crawl_names_every_argument_and_the_settings_that_matter(tmp_path: Path) -> None:
    said = warm("crawl", "--help", output=tmp_path).out
    assert all(f"-a {name}=" in said for name in (*COMMON, "url", "edition"))
    assert "-s POST_FORMAT=hugo" in said and "The generator that the posts are for" in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_its_completion(shell: str, tmp_path: Path) -> None:
    lines = newscrawl(tmp_path, "completion", shell).out
    assert "crawl-all" in lines and "overwrite-output" in lines
    if shutil.which(shell):
        done = subprocess.run([shell, "-n"], input=lines, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_a_new_folder_names_the_command_that_works_in_it(tmp_path: Path) -> None:
    """In a checkout `scrapy` alone is set up, and knows newscrawl nowhere else."""
    assert "cd mine && newscrawl crawl " in newscrawl(tmp_path, "init", "mine").out
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = newscrawl.settings\n")
    for place, word in ((tmp_path / "within", "scrapy"), (tmp_path.parent / f"{tmp_path.name}-beside", "newscrawl")):
        assert f"cd {place} && {word} crawl " in warm("init", str(place)).out


def test_ctrl_c_before_a_command_begins_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "scrapy").mkdir()
    (tmp_path / "scrapy" / "__init__.py").write_text("raise KeyboardInterrupt")
    script = f"import sys; sys.path[:0] = {[str(tmp_path), str(ROOT)]}; from newscrawl.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", script, "list"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "newscrawl: interrupted\n")


def test_bash_completes_commands_options_and_sites(tmp_path: Path) -> None:
    (tmp_path / "bash").write_text(newscrawl(tmp_path, "completion", "bash").out)
    script = """newscrawl() { echo aljazeera apnews; }; . ./bash
for words in "newscrawl crawl-" "newscrawl crawl --over" "newscrawl crawl alj" "newscrawl runs ap"; do
    COMP_WORDS=($words); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=(); _newscrawl; echo "${COMPREPLY[@]}"
done"""
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split() == ["crawl-all", "--overwrite-output", "aljazeera", "apnews"], done.stderr


def test_the_check_of_a_schedule_names_arguments_and_settings_that_a_run_would_refuse(tmp_path: Path) -> None:
    (tmp_path / "newscrawl.toml").write_text(
        '[schedule.sites]\napnews = { every = "1h", arguments = { lmit = 3 } }\n'
        'aljazeera = { every = "1h", settings = { POST_FORMAT = "hxo" } }\n'
        'bbc = { every = "1h", arguments = { since = "7 days" }, settings = { LISTING_PAGES = 3 } }\n'
    )
    done = newscrawl(tmp_path, "schedule", "--check")
    assert (done.code, done.said.count("\n")) == (2, 1)
    assert "apnews: there is no argument 'lmit'" in done.said and "aljazeera: POST_FORMAT 'hxo'" in done.said
    assert "bbc" not in done.said


def test_health_says_that_nothing_was_crawled_and_wants_no_secret(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    plan.write_text("every: 1 day\nalerts: {webhook: $NOBODY_SET_THIS}\n")
    done = warm("health", "--plan", str(plan), output=tmp_path / "output")
    assert (done.code, done.out) == (0, "no site was crawled yet, or none of late\n"), done.said
    assert not (tmp_path / "output").exists()
    assert warm("report", "--plan", str(plan), output=tmp_path / "output").code == 0
    assert "no site was crawled yet" in warm("runs", output=tmp_path / "empty").said
