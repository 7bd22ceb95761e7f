"""Tables of newscrawl.toml read as schedule.yml and catalogues are, with their lines."""

from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.errors import CatalogueError, PlanError
from newscrawl.folder.config_file import ConfigFile, read_config
from newscrawl.folder.nodes import node_of
from newscrawl.folder.own_sites import own_entries
from newscrawl.schedule.config import read_plan
from newscrawl.schedule.plan import ScheduleFile
from newscrawl.yaml_lines import YamlValue


def config(folder: Path, text: str) -> ConfigFile:
    (folder / "newscrawl.toml").write_text(text)
    return read_config(folder / "newscrawl.toml")


def schedule(folder: Path, text: str) -> ScheduleFile:
    read = config(folder, text)
    node = node_of(read, ["schedule"], read.values["schedule"])
    return read_plan(YamlValue(node, "newscrawl.toml"), ["apnews"], {})


def test_the_schedule_stands_in_a_table(tmp_path: Path) -> None:
    text = '[schedule]\njobs = 3\nspread = "1 minute"\n[schedule.sites]\n'
    text += 'apnews = {every = "1 hour", arguments = {limit = 5}}\n'
    read = schedule(tmp_path, text)
    assert (read.jobs, read.spread, read.sites["apnews"].arguments) == (3, timedelta(minutes=1), {"limit": "5"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[schedule]\njobs = 0\n", "newscrawl.toml:2: jobs: '0': accepted is a number"),
        ('[schedule.sites]\n\napnew = "1 hour"\n', "newscrawl.toml:3: there is no site 'apnew'; did you mean apnews?"),
    ],
)
def test_a_mistake_in_the_schedule_is_told_with_its_line(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as error:
        schedule(tmp_path, text)
    assert str(error.value).startswith(problem)


def test_own_sites_stand_in_the_file_and_in_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config(tmp_path, '[sites.one]\nhome = "https://one.example/"\ncountry = "gb"\nwhole = true\n')
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "more.yml").write_text(
        "two:\n  home: https://two.example/\nde:\n  sites:\n    three: {home: https://x.example/}\n"
    )
    monkeypatch.chdir(tmp_path)
    assert [(entry.name, entry.values) for entry in own_entries()] == [
        ("one", {"home": "https://one.example/", "country": "gb", "whole": True}),
        ("two", {"home": "https://two.example/"}),
        ("three", {"home": "https://x.example/", "country": "de"}),
    ]


def test_a_mistake_in_an_own_site_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config(tmp_path, '\n[sites.one]\nhom = "https://one.example/"\n')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CatalogueError, match="newscrawl.toml:3: there is no key 'hom'; did you mean home?"):
        own_entries()
