"""The docs build as a site, without a warning, and the site asks nothing of other hosts."""

import re
import subprocess
import sys
from pathlib import Path

from tests.support.crawling import ROOT
from tests.support.documented import BLOCK, PAGES

LOADED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//"""
    r"""|<link\b(?![^>]*canonical)[^>]*\bhref=["']?(?:https?:)?//"""
)


def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    pages = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")}
    assert [page[found.start() :][:200] for page in pages.values() if (found := LOADED.search(page))] == []
    styles = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.css")]
    assert styles
    assert not any(re.search(r"url\([\"']?(?:https?:)?//|@import", style) for style in styles)


def test_commands_stand_in_blocks_that_are_run() -> None:
    """tests/test_wheel.py runs what is fenced as `bash` or `console`; `make …` is for the checkout."""
    apart = re.compile(r"^(?: {4}|\$ |```\n)\$? ?(?:newscrawl|scrapy|\.venv/bin/\w+) [a-z-]+", re.M)
    others = {page.name: BLOCK.sub("", page.read_text(encoding="utf-8")) for page in PAGES}
    assert {name: apart.findall(text) for name, text in others.items() if apart.search(text)} == {}


def test_the_reference_is_what_its_script_makes_of_the_code(tmp_path: Path) -> None:
    """Another one? `python docs/make_reference.py` writes it anew."""
    made = tmp_path / "reference.md"
    subprocess.run([sys.executable, ROOT / "docs" / "make_reference.py", made], check=True)
    assert made.read_text(encoding="utf-8") == (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
