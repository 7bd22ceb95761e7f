"""One WARC file into Parquet, in a process of its own. What is wrong with a record is counted and costs that record."""

import errno
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.article_record import FIELDS, to_record
from newscrawl.bulk.ledger import Ledger
from newscrawl.bulk.partition import partition
from newscrawl.bulk.spool import Record, Spool
from newscrawl.crawl.cpu_budget import cpu_budget
from newscrawl.export.parquet import write_parquet
from newscrawl.extract import read_page
from newscrawl.fetch.declared_encoding import declared_encoding
from newscrawl.fetch.errors import FetchError
from newscrawl.rebuild import response_of
from newscrawl.refusals import NoArticle, Refused
from newscrawl.saved_page import Stage
from newscrawl.urls.parts import host_of
from newscrawl.warc.every_record import every_record
from newscrawl.warc.exchange import Exchange
from newscrawl.warc.index import is_page
from newscrawl.warc.records import Broken, exchange

Tell = Callable[[int, int, int], None]
"""Told before each page: its offset, the pages and the articles so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkOptions:
    """How files are read."""

    articles: Path
    """The folder of the Parquet files."""
    by: Sequence[str]
    """What partitions them."""
    stages: Sequence[Stage]
    """Those that change or refuse an article."""
    cpu_seconds: float
    """Of one page, at the most."""


class WarcFile:
    """A file on its way to Parquet."""

    def __init__(self, source: Path, options: BulkOptions, skipped: Collection[int], tell: Tell) -> None:
        """`skipped`: offsets of the pages that ended the process before."""
        self.source, self.options, self.skipped, self.tell = source, options, skipped, tell
        self.counts: Counter[str] = Counter()
        self.has_records = False

    def read(self) -> dict[str, int]:
        """Read all of it and publish what it has; how often each thing came of a record.

        Raises OSError, also for a file without one whole record, which is none of these or was never written.
        """
        with Spool(self.options.articles) as spool:
            for record in self._records():
                spool.add(partition(record, self.options.by), f"{record['site']} {record['published']}", record)
            if not self.has_records:
                raise OSError(errno.EINVAL, "no WARC record stands in it", str(self.source))
            self.tell(self.source.stat().st_size, self.counts["pages"], self.counts["articles"])
            self._publish(spool)
        return dict(self.counts)

    def _records(self) -> Iterable[Record]:
        for found in every_record(str(self.source)):
            if isinstance(found, Broken):
                self.counts["broken/not a whole record"] += 1
                continue
            place, head, block = found
            self.has_records |= head.format == "warc" or block != b""  # any first line is read as an ARC record's head
            if head.rec_type == "response" and is_page(block):
                self.counts["pages"] += 1
                self.tell(place.offset, self.counts["pages"], self.counts["articles"])
                if place.offset in self.skipped:
                    self.counts["broken/it ended the process"] += 1
                elif record := self._record(head, block):
                    self.counts["articles"] += 1
                    yield record

    def _record(self, head: Any, block: bytes) -> Record | None:
        try:
            with cpu_budget(self.options.cpu_seconds):
                return to_record(self._article(exchange(head, block, b"")))
        except Refused as refused:
            self.counts[f"{type(refused).__name__}/{refused.reason}"] += 1
        except FetchError as error:
            self.counts[f"broken/{error.reason}"] += 1
        except Exception as error:  # whatever a page holds costs that page
            self.counts[f"broken/{type(error).__name__}"] += 1
        return None

    def _article(self, page: Exchange) -> Article:
        response = response_of(page)
        reading = read_page(response.body, page.url, encoding=declared_encoding(response))
        if reading.article is None:
            raise NoArticle(reading.reason)
        article = replace(reading.article, retrieved=page.when, site=host_of(page.url))
        for stage in self.options.stages:
            article = stage.process_item(article)
        return article

    def _publish(self, spool: Spool) -> None:
        ledger, name = Ledger(self.options.articles), f"{self.source.name.partition('.warc')[0]}.parquet"
        parts = [f"{folder}/{name}" for folder in spool.partitions()]
        ledger.begin(self.source, parts)
        for folder, records in spool.by_partition():
            durable.put_made(self.options.articles / folder / name, _writing(records))
        ledger.end(self.source, parts, dict(self.counts))


def _writing(records: Iterable[Record]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_parquet(path, records, FIELDS)

    return write
