"""What `scrapy compact` does: it rewrites JSON Lines files with one line for each article."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings

from newscrawl.cli.project import find_paths
from newscrawl.errors import UserError
from newscrawl.state.jsonl import compact
from newscrawl.store import Store
from newscrawl.store.keys import address_key
from newscrawl.urls.canonical import spelling


def compact_files(settings: BaseSettings, names: Sequence[str]) -> int:
    """Raises UserError for what is no such file."""
    with Store.open(find_paths(settings).store) as store:
        for path in map(Path, names):
            if not path.is_file():
                raise UserError(f"{path}: there is no such file")
            _compact(store, path)
    return 0


def _compact(store: Store, path: Path) -> None:
    def identity(record: dict[str, Any]) -> object:
        """The page, however its address has changed; the address where the store does not know it."""
        site, url = str(record.get("site", "")), str(record["url"])
        return store.pages.id_of(address_key(site, url)) or (site, spelling(url))

    try:
        before, after = compact(path, identity)
    except ValueError as error:
        raise UserError(str(error)) from None
    # A store that believed the file longer would take all of it for lines that a killed run left.
    store.exports.put(str(path.resolve()), path.stat().st_size)
    print(f"{path}: {before} lines, {after} kept")
