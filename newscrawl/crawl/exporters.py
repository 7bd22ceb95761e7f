"""CSV and XML that say what JSON Lines say: Scrapy's own write an absent date as "None" and no ISO 8601."""

from datetime import datetime
from typing import Any

from scrapy.exporters import CsvItemExporter, XmlItemExporter

from newscrawl.export.csv_file import cell
from newscrawl.text.characters import printable


class Csv(CsvItemExporter):
    """Cells as `scrapy export` writes them: lists are JSON arrays; what is absent is empty; no cell is a formula."""

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        return cell(said(value))


class Xml(XmlItemExporter):
    """Lists are elements called <value>; what is absent is an empty element."""

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        found = super().serialize_field(field, name, said(value))
        return [printable(each) for each in found] if isinstance(found, list) else printable(found)


def said(value: Any) -> Any:
    """A field's value as text, or a list of texts."""
    return value.isoformat() if isinstance(value, datetime) else "" if value is None else value
