"""`-O file.csv`: what a spreadsheet opens."""

import csv
import io
from pathlib import Path

from newscrawl.crawl.export import check_file
from newscrawl.crawl.exporters import Csv


def test_no_cell_is_a_formula_or_holds_an_escape_sequence() -> None:
    file = io.BytesIO()
    exporter = Csv(file)
    exporter.start_exporting()
    exporter.export_item({"title": "=HYPERLINK(1)", "tags": ["@a", "b"], "authors": [], "text": "a\x1b[1m\x00"})
    exporter.finish_exporting()
    _, row = csv.reader(io.StringIO(file.getvalue().decode()))
    assert row == ["'=HYPERLINK(1)", '["@a", "b"]', "[]", "a[1m"]


def test_whether_a_file_can_be_written_is_found_out_without_making_it(tmp_path: Path) -> None:
    check_file(tmp_path / "new" / "x.csv")
    assert not (tmp_path / "new" / "x.csv").exists()
    (tmp_path / "x.csv").write_text("old")
    check_file(tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text() == "old"
