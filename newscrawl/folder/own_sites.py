"""Sites of the user's own: entries in newscrawl.toml and in `sites/*.yml`, Python files in `sites/`."""

import sys
from collections.abc import Iterator
from types import ModuleType

from newscrawl.errors import CatalogueError
from newscrawl.folder.config_file import ConfigFile, find_config
from newscrawl.folder.nodes import node_of
from newscrawl.sites.catalogue import Entry, read_catalogue, read_entries

FOLDER = "sites"
PACKAGE = "own_sites"
"""The name under which Python imports the files of `sites/`; the folder need not be on the path for it."""


def own_entries() -> list[Entry]:
    """The entries of the user's folder, if a command was called in one. Raises CatalogueError with file and line."""
    config = find_config()
    return list(_entries(config)) if config else []


def _entries(config: ConfigFile) -> Iterator[Entry]:
    if sites := config.values.get("sites"):
        yield from read_entries(node_of(config, ["sites"], sites), config.path.name)
    for path in sorted((config.folder / FOLDER).glob("*.yml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CatalogueError(f"{FOLDER}/{path.name} cannot be read: {error}") from None
        yield from read_catalogue(text, f"{FOLDER}/{path.name}")


def own_package(config: ConfigFile) -> str:
    """Make the files of `sites/` importable; the name of their package."""
    package = ModuleType(PACKAGE, "The user's own sites.")
    package.__path__ = [str(config.folder / FOLDER)]
    sys.modules[PACKAGE] = package
    return PACKAGE
