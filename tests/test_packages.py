"""What newscrawl takes from others: each package that is imported is declared, and private names stand in one file."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from newscrawl.fetch import private_names
from tests.support.source_files import ROOT, imports, modules, nodes_of, relative

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"newscrawl", "pipelines", "spiders"}


def declared_packages() -> set[str]:
    extras = PROJECT["optional-dependencies"]
    ours = ("markdown", "parquet", "postgres", "s3", "ray", "metrics", "browser")
    wanted = PROJECT["dependencies"] + [line for name in ours for line in extras[name]]
    return {normalised(re.split(r"[<>=;\[ ]", line)[0]) for line in wanted}


def normalised(name: str) -> str:
    """A distribution's name as package indexes compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


distributions = cache(packages_distributions)


@pytest.mark.parametrize("side", sorted(OURS))
def test_every_package_that_is_imported_is_declared(side: str) -> None:
    made_by = distributions()
    found = {name.split(".")[0] for path in modules(side) for name in imports(path)}
    for name in found - OURS - set(sys.stdlib_module_names) - {"compression"}:  # Python's own from 3.14 on
        assert {normalised(each) for each in made_by.get(name, [name])} & declared_packages(), name


def test_every_package_that_is_declared_is_imported() -> None:
    found = {name.split(".")[0] for side in OURS for path in modules(side) for name in imports(path)}
    made_by = distributions()
    made = {normalised(each) for name in found for each in made_by.get(name, [name])}
    # Zones and the suffix list are data; items and selectors are used through Scrapy, S3 through fsspec.
    assert declared_packages() - made == {"tzdata", "tldextract", "parsel", "itemadapter", "s3fs"}


def privates_of(path: Path) -> Iterator[str]:
    """The private names that a file imports from Scrapy and Twisted, or out of their private modules."""
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("scrapy", "twisted"):
            names = [alias.name for alias in node.names if alias.name.startswith("_")]
            yield from [node.module or ""] if "._" in (node.module or "") else names


PRIVATE_NAMES = ROOT / "newscrawl" / "fetch" / "private_names.py"


def test_private_names_of_scrapy_and_twisted_are_imported_in_one_file() -> None:
    found = {relative(path) for side in OURS for path in modules(side) if list(privates_of(path))}
    assert found == {relative(PRIVATE_NAMES)}


def private_attributes(path: Path) -> set[str]:
    nodes = nodes_of(path)
    return {node.attr for node in nodes if isinstance(node, ast.Attribute) and re.match("_[^_]", node.attr)}


def names_made(path: Path) -> set[str]:
    """What a file defines, and the attributes that it sets."""
    nodes = nodes_of(path)
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)]
    return {node.attr for node in attributes} | {getattr(node, "name", getattr(node, "id", "")) for node in nodes}


# Public in spite of their names: those of named tuples.
PUBLIC = {"_replace", "_make"}


def test_private_attributes_of_scrapy_and_twisted_are_listed_in_one_file() -> None:
    files = [path for side in OURS for path in modules(side)]
    knowing = [path for path in files if {name.split(".")[0] for name in imports(path)} & {"scrapy", "twisted"}]
    asked = set[str]().union(*map(private_attributes, knowing))
    made = set[str]().union(*map(names_made, files))
    listed = set(private_names.ATTRIBUTES)
    assert asked - made - PUBLIC <= listed, "Scrapy's or Twisted's, for nobody here makes it"
    assert listed <= asked | made, "no longer used"


def test_what_is_private_bounds_the_versions() -> None:
    bounded = {re.split("[<>=]", line)[0] for line in PROJECT["dependencies"] if ",<" in line}
    assert {"scrapy", "twisted"} <= bounded or not PRIVATE_NAMES.exists()
