"""newscrawl as people install it: a wheel in an empty environment, used from a folder of one's own."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.crawling import RECORDING, ROOT
from tests.support.documented import PAGES, commands, make_folder, make_recording, run_page, shell
from tests.support.warm import Helper

NEWER = ("python3.15", "python3.14", "python3.13", "python3.12")


ODD = """from newscrawl.spider import NewsSpider


class Odd(NewsSpider):
    name = "odd"
    home = "https://odd.example/"
"""


def runs(python: str) -> bool:
    """Whether a Python is there; a shim of a version manager may be there and run nothing."""
    found = shutil.which(python)
    return bool(found) and subprocess.run([python, "-c", "import venv"], capture_output=True).returncode == 0


PYTHONS = [sys.executable, *[python for python in NEWER if runs(python)][:1]]
"""The one that the tests run with, and the newest that this machine has."""


def call(*command: str | Path, folder: Path) -> str:
    """What a command prints, run far from the checkout."""
    ours = ("NEWSCRAWL_", "SCRAPY_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    made = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT],
        capture_output=True,
        text=True,
    )
    if "No matching distribution found for hatchling" in made.stderr:
        pytest.skip("no package registry can be reached: no wheel was built")
    assert made.returncode == 0, made.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module", params=PYTHONS, ids=lambda python: Path(python).name)
def newscrawl(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, as installed by pip."""
    environment = tmp_path_factory.mktemp("environment")
    call(request.param, "-m", "venv", "--without-pip", environment / "venv", folder=environment)
    programs = environment / "venv" / "bin"
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    # Compiled is what runs, when it first runs: compiling all that is installed takes longer than the test.
    call(*pip, "install", "--quiet", "--no-compile", wheel, folder=environment)
    return programs / "newscrawl"


def test_the_wheel_carries_what_runs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"newscrawl"}
    assert {"newscrawl/project/spiders/catalogue.yml", "newscrawl/project/pipelines/write.py"} <= set(names)
    assert not [name for name in names if "test" in name or "__pycache__" in name]


@pytest.mark.parametrize("newscrawl", PYTHONS[-1:], indirect=True)
def test_a_stranger_crawls_at_once_and_in_a_folder_of_their_own(newscrawl: Path, tmp_path: Path) -> None:
    replay = ("-s", f"REPLAY={RECORDING}", "-a", "limit=3")
    assert "3 new" in call(newscrawl, "crawl", "aljazeera", *replay, folder=tmp_path)
    assert len(list((tmp_path / "output" / "posts" / "aljazeera").glob("*.md"))) == 3

    call(newscrawl, "init", "my-news", folder=tmp_path)
    own = tmp_path / "my-news"
    config = own / "newscrawl.toml"
    config.write_text(config.read_text().replace('post_format = "hexo"', 'post_format = "jekyll"'))
    (own / "sites" / "example.yml").write_text("example:\n  home: https://example.com/\n  country: gb\n")
    (own / "sites" / "odd.py").write_text(ODD)
    below = own / "output"
    assert "3 new" in call(newscrawl, "crawl", "aljazeera", *replay, folder=below)
    assert len(list((own / "output" / "posts-jekyll" / "aljazeera").glob("*.html"))) == 3
    assert {"aljazeera", "example", "odd"} <= set(call(newscrawl, "list", folder=below).split())
    assert "example" in call(newscrawl, "list", "--country", "gb", folder=own)
    assert 'post_format = "jekyll"  # default: "hexo"' in call(newscrawl, "config", "post_format", folder=own)
    # Processes that a command starts know the folder, too.
    assert "3 new" in call(newscrawl, "crawl-all", "aljazeera", *replay, "-s", "OUTPUT=other", folder=own)


NOT_RUN = {
    "uv ": "the wheel is installed already",
    "pipx ": "likewise",
    "pip install": "likewise",
    "news-env/": "Jupyter comes from the network, and goes on until it is stopped",
    "npx ": "Hexo comes from the network; tests/generators builds sites with it",
    "newscrawl schedule  ": "goes on until it is stopped",
    "newscrawl schedule --once": "starts a process of its own for each site; tests/commands/test_schedule.py does",
    "newscrawl crawl-all --country": "asks sites of which no recording is here",
    "newscrawl crawl-all apnews": "likewise",
    "newscrawl export --include 'title:climate|energy' --to climate.parquet": "wants an extra",
    "newscrawl read ": "likewise",
    "newscrawl work": "likewise",
    "newscrawl crawl aljazeera -s OUTPUT=s3:": "likewise; tests/crawl/test_objects.py has a server",
    "export NEWSCRAWL_STORE": "names a server; tests/unit/store has one",
    "newscrawl store copy": "likewise",
    "newscrawl crawl site -a url=https://example.com/ -s BROWSER=true": "likewise",
    "newscrawl crawl aljazeera -s 'RECORD=": "records what is replayed here; tests/crawl/test_recording.py records",
}
"""Lines of the docs that are not run, by their beginning, and why."""

BEGIN = {"README.md", "index.md", "installing.md", "tutorial-hexo.md", "tutorial-notebook.md"}
"""Pages for who has nothing yet."""


@pytest.fixture(scope="module")
def reader(newscrawl: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """The folder and the shell of a person who reads the docs."""
    folder = tmp_path_factory.mktemp("reader")
    recording = make_recording(folder / "recording.warc.gz")
    with shell(Helper(newscrawl.parent / "python"), recording) as environment:
        (folder / "ready").mkdir()
        make_folder(folder / "ready", recording, environment)
        yield folder, environment


@pytest.mark.parametrize("newscrawl", PYTHONS[:1], indirect=True)
@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_do_what_they_say(page: Path, reader: tuple[Path, dict[str, str]]) -> None:
    """The blogger's, the journalist's and the operator's ways are pages of the docs."""
    folder, environment = reader
    place = folder / page.stem / "place"
    if page.name in BEGIN:
        (place / "my-site" / "source" / "_posts").mkdir(parents=True)
    else:
        shutil.copytree(folder / "ready", place, symlinks=True)
    run_page(page, NOT_RUN, place, environment)
