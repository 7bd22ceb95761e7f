"""`-O file.csv`: what a spreadsheet opens."""

import csv
import io

from newscrawl.crawl.exporters import Csv


def test_no_cell_is_a_formula_or_holds_an_escape_sequence() -> None:
    file = io.BytesIO()
    exporter = Csv(file)
    exporter.start_exporting()
    exporter.export_item({"title": "=HYPERLINK(1)", "tags": ["@a", "b"], "authors": [], "text": "a\x1b[1m\x00"})
    exporter.finish_exporting()
    _, row = csv.reader(io.StringIO(file.getvalue().decode()))
    assert row == ["'=HYPERLINK(1)", '["@a", "b"]', "[]", "a[1m"]
