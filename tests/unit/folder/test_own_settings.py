"""newscrawl.toml: what it may say, and how a mistake is told."""

from pathlib import Path

import pytest

from newscrawl.errors import ConfigError
from newscrawl.folder.config_file import find_config, read_config
from newscrawl.folder.own_settings import own_settings

DEFAULTS = {
    "CONTACT": "", "OUTPUT": "output", "POST_FORMAT": "hexo", "POSTS": True, "LISTING_PAGES": 10, "POST_TAGS": 8,
    "DOWNLOAD_DELAY": 1.0, "JSONL": "", "EXTENSIONS": {}, "POST_SOURCE_LINE": "", "PROJECT_": Path(),
}  # fmt: skip


def said(folder: Path, text: str) -> dict[str, object]:
    path = folder / "newscrawl.toml"
    path.write_text(text)
    return own_settings(read_config(path), DEFAULTS)


def test_a_key_is_a_settings_name_in_small_letters(tmp_path: Path) -> None:
    text = 'post_format = ["hexo", "hugo"]\nposts = false\nlisting_pages = 3\ndownload_delay = 2\npost_tags = "all"\n'
    assert said(tmp_path, text) == {
        "POST_FORMAT": "hexo,hugo", "POSTS": False, "LISTING_PAGES": 3, "DOWNLOAD_DELAY": 2, "POST_TAGS": "all",
    }  # fmt: skip


def test_paths_are_meant_from_the_files_folder(tmp_path: Path) -> None:
    found = said(tmp_path, 'output = "there"\njsonl = "/data/{site}.jsonl"\n')
    assert found == {"OUTPUT": str(tmp_path / "there"), "JSONL": "/data/{site}.jsonl"}


def test_the_environment_counts_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCRAWL_CONTACT", "me")
    assert said(tmp_path, 'contact = "you"\n') == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '\n# a comment\npost_fromat = "hugo"\n',
            "newscrawl.toml:3: there is no key 'post_fromat'; did you mean post_format?",
        ),
        ('[shedule]\nevery = "1 hour"\n', "newscrawl.toml:1: there is no key 'shedule'; did you mean schedule?"),
        ("xyz = 1\n", "newscrawl.toml:1: there is no key 'xyz'; newscrawl config prints all that there are"),
        ("POSTS = true\n", "newscrawl.toml:1: there is no key 'POSTS'; did you mean posts?"),
        ('posts = "no"\n', "newscrawl.toml:1: posts: true or false is accepted, e.g. posts = true"),
        ("listing_pages = true\n", "newscrawl.toml:1: listing_pages: a number is accepted, e.g. listing_pages = 10"),
        (
            '[schedule.sites]\npost_format = "hugo"\n',
            "newscrawl.toml:2: post_format is a setting: it belongs above the first [table]",
        ),
        (
            '[schedule.sites]\naljazeera = "1 hour"\npost_fromat = "hugo"\n',
            "newscrawl.toml:3: post_fromat is no site; post_format belongs above the first [table]",
        ),
        (
            '[schedule.sites]\ntheme = "landscape"\n',
            "newscrawl.toml:2: theme: 'landscape': accepted are ",
        ),
        ("[schedule.sites]\njobs = 2\n", "newscrawl.toml:2: jobs: 2: accepted are "),
        ("[schedule.sites]\npostss = true\n", "newscrawl.toml:2: postss is no site; posts belongs above"),
        ('extensions = "x"\n', "newscrawl.toml:1: there is no key 'extensions'"),
        ("posts = true\nposts == 1\n", "newscrawl.toml:2: a text needs quotes"),
        ("posts = true\n[schedule\n", "newscrawl.toml:2: this is no TOML: "),
        ('output = "a"\noutput = "b"\n', "newscrawl.toml:2: output stands in the file already"),
        ("[schedule]\n[schedule.sites]\n[schedule]\n", "newscrawl.toml:3: [schedule] stands in the file already"),
        ("post_format = hugo\n", "newscrawl.toml:1: a text needs quotes, and true and false are in small letters: "),
        ("\nposts = False\n", "newscrawl.toml:2: a text needs quotes, and true and false are in small letters: "),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        said(tmp_path, text)
    assert str(error.value).startswith(problem)


def test_a_site_may_be_called_nearly_like_a_setting(tmp_path: Path) -> None:
    assert said(tmp_path, '[schedule.sites]\nposts-form = "30 minutes"\npost_formats = "auto 96 a day"\n') == {}


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    (tmp_path / "newscrawl.toml").touch()
    below = tmp_path / "sites" / "pages"
    below.mkdir(parents=True)
    found = find_config(below)
    assert found and found.folder == tmp_path
    assert find_config(Path("/")) is None
