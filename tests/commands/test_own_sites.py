"""Sites in `sites/` of a folder of one's own: what completes a site that ships, and mistakes that are told at once."""

from pathlib import Path

import pytest

from tests.commands.test_add import newscrawl
from tests.support.crawling import ROOT
from tests.support.warm import Done

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>
<div class="mine"><p>The bridge over the harbour opened on Monday, after six years of work on both banks.</p></div>
</article></body></html>"""


def in_folder(folder: Path, sites: str, *words: str) -> Done:
    newscrawl(folder, "init")
    (folder / "sites" / "mine.yml").write_text(sites)
    (folder / "page.html").write_text(PAGE)
    return newscrawl(folder, *words)


def test_a_line_about_a_site_that_ships_completes_its_description(tmp_path: Path) -> None:
    said = in_folder(tmp_path, "bbc:\n  body: div.mine\n", "explain", "page.html", "--site", "bbc")
    assert said.code == 0 and "div.mine" in said.out, said.said
    (line,) = [line for line in newscrawl(tmp_path, "list", "--long").out.splitlines() if line.startswith("bbc ")]
    assert line.split()[1:3] == ["gb", "en"], "its other values stay"


def test_an_entry_with_a_place_to_start_stands_alone(tmp_path: Path) -> None:
    done = in_folder(tmp_path, "bbc:\n  home: https://bbc.example/\n", "list", "--long")
    (line,) = [line for line in done.out.splitlines() if line.startswith("bbc ")]
    assert line.split() == ["bbc", "news"]


@pytest.mark.parametrize(
    ("sites", "said"),
    [
        ("aljazeera:\n  body: div.mine\n", "1: aljazeera is a site with a Python file; another name is needed here"),
        ("site:\n  home: https://a.example/\n", "1: site is a site with a Python file"),
        ("\nlens:\n  body: div.mine\n", "2: lens has no place to start: home, start_urls, feeds or sitemaps"),
        ("lens:\n  home: https://a.example/\n  body: 'div..x['\n", "3: body: 'div..x[' is no selector: "),
        ("lens:\n  home: https://a.example/\n  links: 'h2 >'\n", "3: links: 'h2 >' is no selector: "),
        ("lens:\n  home: https://a.example/\n  links: //h2/a\n", "3: links: '//h2/a' is no selector: CSS is needed"),
        ("lens:\n  home: https://a.example/\n  remove:\n  - aside\n  - //p[\n", "5: remove: '//p[' is no selector: "),
    ],
)
def test_a_mistake_is_one_line_whatever_the_command(sites: str, said: str, tmp_path: Path) -> None:
    done = in_folder(tmp_path, sites, "list")
    assert (done.code, done.said.count("\n")) == (2, 1), done.said
    assert done.said.startswith(f"newscrawl list: sites/mine.yml:{said}"), done.said


def test_a_python_file_is_begun_in_the_folder_and_not_in_the_package(tmp_path: Path) -> None:
    done = in_folder(tmp_path, "", "genspider", "lens", "https://lens.example/")
    assert done.code == 0 and (tmp_path / "sites" / "lens.py").is_file(), done.said
    assert not (ROOT / "spiders" / "lens.py").exists()
    assert "lens" in newscrawl(tmp_path, "list").out.splitlines()


def test_a_site_of_ones_own_without_a_rhythm_is_named_among_what_is_scheduled(tmp_path: Path) -> None:
    sites = "lens:\n  home: https://a.example/\nfen:\n  home: https://b.example/\n  every: 1 hour\n"
    done = in_folder(tmp_path, sites, "schedule", "--check")
    assert done.code == 0 and "  fen\n" in done.out, done.said
    (line,) = [line for line in done.out.splitlines() if "not scheduled" in line]
    assert line.startswith("lens is not scheduled: ")
