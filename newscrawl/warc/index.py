"""Index: where the pages of recordings stand, the newest answer of each address."""

import glob
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from newscrawl.urls.canonical import spelling
from newscrawl.warc.exchange import lookup
from newscrawl.warc.records import Broken, Place, message, moment, records, status_in

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Indexed:
    """One page: where its newest answer stands, and when that came."""

    url: str
    when: datetime
    place: Place


def files_of(patterns: Iterable[str]) -> list[str]:
    """Files by names and patterns such as `recordings/*.warc.gz`, each once. Raises FileNotFoundError for none."""
    found: list[str] = []
    for pattern in patterns:
        matching = sorted(glob.glob(pattern))
        if not matching:
            raise FileNotFoundError(f"there is no recording {pattern}")
        found += matching
    return list(dict.fromkeys(found))


def pages_in(path: str, wanted: Callable[[str], bool]) -> Iterator[Indexed]:
    """The pages in a file that came whole (status 200) from addresses that are wanted."""
    with open(path, "rb") as file:
        try:
            for place, record, block in records(file, path):
                get = record.rec_headers.get_header
                url = get("WARC-Target-URI") or ""
                if record.rec_type == "response" and wanted(url) and is_page(block):
                    yield Indexed(url, moment(get("WARC-Date")), place)
        except Broken as error:
            log.warning("%s; what stands before is used", error)


def is_page(block: bytes) -> bool:
    """Whether an answer is a page that came whole."""
    first, headers, _ = message(block)
    kind = lookup(headers, b"content-type") or b"text/html"
    return status_in(first) == 200 and (b"html" in kind or b"xml" not in kind and kind.startswith(b"text/"))


def newest(files: Iterable[str], wanted: Callable[[str], bool], since: datetime | None) -> list[Indexed]:
    """The newest answer of each wanted address that came at `since` or later, in the order in which they came."""
    found: dict[str, Indexed] = {}
    for path in files:
        for page in pages_in(path, wanted):
            key = spelling(page.url)
            known = found.get(key)
            if (since is None or page.when >= since) and (known is None or page.when >= known.when):
                found[key] = page
    return sorted(found.values(), key=lambda page: page.when)
