"""The rules of the house."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.utils.misc import load_object

from pipelines import STAGES

ROOT = Path(__file__).resolve().parent.parent


def imports(path: Path) -> set[str]:
    """The modules that a file imports, as dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def modules(folder: str) -> list[Path]:
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if path.name != "__init__.py"]


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules("newscrawl"), ids=relative)
def test_the_engine_imports_neither_side(path: Path) -> None:
    if path.name == "settings.py":
        return
    sides = {name for name in imports(path) if name.split(".")[0] in ("spiders", "pipelines")}
    assert not sides
    assert "newscrawl.settings" not in imports(path)


@pytest.mark.parametrize("path", modules("spiders"), ids=relative)
def test_a_site_imports_the_spider_alone(path: Path) -> None:
    ours = {name for name in imports(path) if name.split(".")[0] in ("newscrawl", "spiders", "pipelines")}
    # The catalogue is no site but a file of them, and what reads that file is the engine's.
    assert ours <= {"newscrawl.spider"} | ({"newscrawl.sites.catalogue"} if path.name == "catalogue.py" else set())


@pytest.mark.parametrize("path", modules("pipelines"), ids=relative)
def test_stages_do_not_import_each_other(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] in ("spiders", "pipelines")}
    assert "newscrawl.settings" not in imports(path)


def test_extraction_works_without_scrapy() -> None:
    code = """
import sys
from newscrawl import extract_article
page = open("tests/pages/aljazeera-2021.html", "rb").read()
print(extract_article(page, url="https://chinese.aljazeera.net/news/2021/12/9/a").title, "scrapy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "False" and done.stdout.startswith("五角大楼")


def test_every_stage_stands_in_stages_and_in_a_file_of_its_name() -> None:
    files = {path.stem for path in modules("pipelines")}
    assert {name.rpartition(".")[0] for name in STAGES} == {f"pipelines.{stem}" for stem in files}
    for stage in map(load_object, STAGES):
        assert stage.__name__.lower() == stage.__module__.removeprefix("pipelines.").replace("_", "")


def test_nobody_writes_start_requests() -> None:
    """Scrapy 2.16 and later ignore it without a word."""
    for path in modules("newscrawl") + modules("spiders"):
        functions = [node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
        assert "start_requests" not in functions, path


def test_a_foreign_package_called_spiders_is_named(tmp_path: Path) -> None:
    (tmp_path / "spiders").mkdir()
    (tmp_path / "spiders" / "__init__.py").touch()
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; import spiders, newscrawl.settings"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "not this project's" in done.stderr


# They take any site, or read a file of many, and have no pages of their own.
ANY_SITE = {"article", "catalogue", "site"}


@pytest.mark.parametrize("path", [path for path in modules("spiders") if path.stem not in ANY_SITE], ids=relative)
def test_a_site_is_called_like_its_file_and_has_a_page(path: Path) -> None:
    names = [line.split('"')[1] for line in path.read_text().splitlines() if line.startswith("    name = ")]
    assert names == [path.stem]
    assert list((ROOT / "tests" / "pages").glob(f"{path.stem}-*.html"))


@pytest.mark.parametrize("name", ["riverpost", "lightship"])
def test_a_site_is_one_file_of_at_most_fifteen_lines(name: str) -> None:
    assert len((ROOT / "spiders" / f"{name}.py").read_text().splitlines()) <= 15
