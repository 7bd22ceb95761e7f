"""Parquet: typed columns, by pyarrow. A moment is one in UTC; a list is a list."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from newscrawl.errors import ArgumentError, with_extra
from newscrawl.export.columns import kind_of

# Rows. Below, dictionaries and the packing of short columns cost 1 ms of 2.5 a file and save nothing.
FEW = 5

# Of some 20 KB each, several times over until they are packed: 100 MB in memory. More rows save half a percent.
ROWS = 500

LONG = ("body", "text")


def write_parquet(path: Path, records: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Write the file; how many records it has."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise ArgumentError(f"Parquet needs pyarrow: {with_extra('parquet')}") from None
    kinds = {
        "text": pyarrow.string(),
        "moment": pyarrow.timestamp("us", tz="UTC"),
        "texts": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(name, kinds[kind_of(name)]) for name in columns])
    count, rows = 0, iter(records)
    lot = list(islice(rows, ROWS))
    packing = dict.fromkeys(columns, "zstd")
    if is_small := len(lot) < FEW:
        packing |= {name: "none" for name in columns if name not in LONG}
    with ParquetWriter(path, schema, compression=packing, use_dictionary=not is_small) as writer:
        while lot:
            arrays = {name: [value(record, name) for record in lot] for name in columns}
            writer.write_table(pyarrow.table(arrays, schema=schema))
            count += len(lot)
            lot = list(islice(rows, ROWS))
    return count


def value(record: dict[str, Any], name: str) -> Any:
    """A field's value with its type."""
    found, kind = record.get(name), kind_of(name)
    if kind == "moment":
        return datetime.fromisoformat(found) if found else None
    if kind == "texts":
        return [whole(each) for each in found or ()]
    return whole(found or "")


def whole(text: str) -> str:
    """Text without half characters, which UTF-8 has not."""
    return text.encode("utf-8", "ignore").decode()
