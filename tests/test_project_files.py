"""Files that are made from others are up to date."""

import ast
import gzip
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import scrapy.commands

from newscrawl.article_filters import COMMON
from tests.support.crawling import RECORDING, ROOT
from tests.support.source_files import broken


def test_the_recording_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "made.warc.gz"
    script = ROOT / "tests" / "recordings" / "make_aljazeera.py"
    subprocess.run([sys.executable, script, made], check=True)
    # Unpacked: another zlib packs the same in other bytes.
    assert gzip.decompress(made.read_bytes()) == gzip.decompress(RECORDING.read_bytes())


def test_the_drawing_of_the_house_is_what_its_script_makes_of_the_imports(tmp_path: Path) -> None:
    """Another one? docs/images/make_architecture.py draws it anew, and asks for a few words about a new room."""
    made = tmp_path / "made.svg"
    script = ROOT / "docs" / "images" / "make_architecture.py"
    subprocess.run([sys.executable, script, made], check=True)
    assert made.read_text(encoding="utf-8") == script.with_name("architecture.svg").read_text(encoding="utf-8")


TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
TO_BE_MADE = {"newscrawl/posts/formats/bridgetown.py", "newscrawl/commands/hosts.py", "newscrawl/cli/hosts.py"}
"""Files that CONTRIBUTING tells how to make."""


def test_files_that_docs_and_comments_name_are_there() -> None:
    # newscrawl/project/ is there in the wheel alone.
    folders = "newscrawl(?!/project/)|pipelines|spiders|tests|docs|deploy|benchmarks"
    named = re.compile(rf"(?<![\w/.-])(?:{folders})/[\w/-]+\.(?:py|md|yml|toml)\b(?!\.\w)")

    def gone(path: Path) -> set[str]:
        names = set(named.findall(path.read_text(encoding="utf-8"))) - TO_BE_MADE
        return {name for name in names if not (ROOT / name).exists()}

    assert not broken(gone, [ROOT / path for path in TRACKED if path.endswith((".py", ".md"))])


def test_files_that_the_plan_of_the_house_names_are_there() -> None:
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.py)`", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    folders = (ROOT, ROOT / "newscrawl", ROOT / "newscrawl" / "extract")
    assert named and not [name for name in named if not any((folder / name).is_file() for folder in folders)]


@pytest.mark.parametrize(("name", "extras"), [("", []), ("-dev", ["dev"]), ("-shared", ["postgres", "s3", "metrics"])])
def test_every_dependency_is_pinned_and_hashed(name: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    lock = (ROOT / f"requirements{name}.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==\S+(?: ;.*)? \\\n    --hash=sha256:", lock, re.MULTILINE))
    names = {found[0] for name in wanted if (found := re.match(r"[\w.-]+", name))}
    assert {re.sub("[._]", "-", name.lower()) for name in names} <= pinned
    assert "://" not in lock


README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_commands_settings_arguments_and_files_that_are_there() -> None:
    guide = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = (ROOT / "newscrawl" / "commands", Path(scrapy.commands.__file__).parent)
    commands = {path.stem for folder in folders for path in folder.glob("*.py")}
    assert set(re.findall(r"bin/scrapy ([a-z-]+)", guide)) <= commands | {Path(name).stem for name in TO_BE_MADE}
    tree = ast.parse((ROOT / "newscrawl" / "settings.py").read_text(encoding="utf-8"))
    targets = [target for node in ast.walk(tree) if isinstance(node, ast.Assign) for target in node.targets]
    chosen = {target.id for target in targets if isinstance(target, ast.Name)}
    assert set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE)) <= chosen
    rows = re.findall(r"^\| (`[a-z`, ]+`) \|", README, re.MULTILINE)
    arguments = {name.strip("`") for row in rows for name in row.split(", ")}
    assert arguments == {*COMMON, "edition", "section"}
    assert all((ROOT / path).exists() for path in re.findall(r"\]\(([^):#]+)[^):]*\)", README))


def test_make_has_what_the_readme_says() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^    make (\w+)", README, re.MULTILINE)) <= set(targets)
