"""What `scrapy store copy` does."""

from pathlib import Path

from newscrawl.errors import ArgumentError
from newscrawl.store import Place, Store
from newscrawl.text.counts import counted


def copy(what: str, source: str, target: str) -> int:
    """Copy a store into one in which no site was crawled; a copy that was cut off goes on. Raises UserError."""
    if what != "copy":
        raise ArgumentError(f"{what} is not known; copy is accepted")
    if isinstance(place := place_named(source), Path) and not place.is_file():
        raise ArgumentError(f"{source}: there is no such file; a store is accepted")
    with Store.open(place) as one, Store.open(place_named(target)) as other:
        rows = one.copy_to(other)
    print(f"{counted(rows, 'row')} copied, and compared")
    return 0


def place_named(text: str) -> Place:
    """A store as it is typed."""
    return text if "://" in text else Path(text)
