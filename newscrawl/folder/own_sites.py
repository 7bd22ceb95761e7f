"""Sites of the user's own: entries in newscrawl.toml and in `sites/*.yml`, Python files in `sites/`."""

import sys
from collections.abc import Iterator, Set
from types import ModuleType

from newscrawl.errors import CatalogueError
from newscrawl.folder.config_file import ConfigFile, find_config
from newscrawl.folder.nodes import node_of
from newscrawl.sites.catalogue import Entry, read_catalogue, read_entries
from newscrawl.yaml_lines import YamlValue

FOLDER = "sites"
PACKAGE = "own_sites"
"""The name under which Python imports the files of `sites/`; the folder need not be on the path for it."""


def own_entries(with_code: Set[str] = frozenset()) -> list[Entry]:
    """The entries of the user's folder, if a command was called in one. Raises CatalogueError with file and line.

    `with_code`: the names of the sites that ship as Python files; beside one of those no entry can stand.
    """
    config = find_config()
    if not config:
        return []
    entries, own_code = list(_entries(config)), {path.stem for path in (config.folder / FOLDER).glob("*.py")}
    for entry in entries:
        if entry.name in with_code | own_code:
            raise CatalogueError(f"{entry.at}: {entry.name} is a site with a Python file; another name is needed here")
    return entries


def _entries(config: ConfigFile) -> Iterator[Entry]:
    if sites := config.values.get("sites"):
        root = YamlValue(node_of(config, ["sites"], sites), config.path.name, CatalogueError)
        yield from read_entries(root, whole=False)
    for path in sorted((config.folder / FOLDER).glob("*.yml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CatalogueError(f"{FOLDER}/{path.name} cannot be read: {error}") from None
        yield from read_catalogue(text, f"{FOLDER}/{path.name}", whole=False)


def own_names() -> set[str]:
    """What the sites of the user's folder are called, those that ship and are completed there among them."""
    config = find_config()
    if not config:
        return set()
    return {entry.name for entry in _entries(config)} | {path.stem for path in (config.folder / FOLDER).glob("*.py")}


def own_package(config: ConfigFile) -> str:
    """Make the files of `sites/` importable; the name of their package."""
    package = ModuleType(PACKAGE, "The user's own sites.")
    package.__path__ = [str(config.folder / FOLDER)]
    package.__file__ = str(config.folder / FOLDER / "__init__.py")  # by which `genspider` finds the folder
    sys.modules[PACKAGE] = package
    return PACKAGE
