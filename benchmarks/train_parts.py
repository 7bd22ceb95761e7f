#!/usr/bin/env python3
"""Make newscrawl/extract/body/parts.json: what tells an article's parts from the rest, learned from pages with truth.

    python benchmarks/train_parts.py [--without 5] [--rounds 24] [--pages DIR] [--out FILE]

Needs lightgbm and the pages of ../shared (others with the same format do as well). Publishers are put
into five folds by their registered domain, as ../shared/bench/corpora.py does; `--without` keeps folds out, so that
what is measured on them is what the weights are worth on pages that nobody has seen.
"""

import gzip
import json
import pickle
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from benchmarks.learning import PAGES, as_lists, cases  # noqa: E402
from benchmarks.truth import plain, shingles, truth_text  # noqa: E402
from newscrawl.extract.body.chooser import see  # noqa: E402
from newscrawl.extract.body.parts import FEATURES, Part, measured, parts_of  # noqa: E402
from newscrawl.extract.body.text_map import text_map  # noqa: E402
from newscrawl.extract.body.titles import headline_element, titles_of  # noqa: E402
from newscrawl.extract.fields.headline import find_headline  # noqa: E402
from newscrawl.extract.page.page import Page  # noqa: E402
from newscrawl.extract.page.tree import string  # noqa: E402

PARAMETERS = {
    "objective": "cross_entropy", "learning_rate": 0.25, "num_leaves": 8, "min_data_in_leaf": 30,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1,
    "num_threads": 1, "seed": 1,
}  # fmt: skip
Row = tuple[int, list[float], float, float]
"""Fold, features, share of the part that is the article's, weight."""


def rows_of(fold: int, html: bytes, truth: dict[str, Any]) -> list[Row]:
    """What is learned from one page."""
    page = Page(html, truth["url"])
    top = page.tree.find("body")
    texts = text_map(page.tree if top is None else top)
    heading = headline_element(page, titles_of(page, find_headline(page).text))
    parts = parts_of(texts)
    total = sum(p.weight for p in parts)
    if not parts:
        return []
    known = known_of(truth)
    return [
        (fold, values, share, (part.weight / total) ** 0.5)
        for part, values in measured(texts, parts, see(texts, heading), least=0.0)
        if (share := known(part)) is not None
    ]


def known_of(truth: dict[str, Any]) -> Any:
    """Part -> the share of it that is the article's, or None where the truth does not say."""
    if not truth.get("body"):
        wanted, unwanted = ([plain(s) for s in truth[k]] for k in ("present", "absent"))

        def by_strings(part: Part) -> float | None:
            text = plain(" ".join(map(string, part.holders)))
            good, bad = (sum(s in text for s in strings) for strings in (wanted, unwanted))
            return good / (good + bad) if good + bad else None

        return by_strings
    whole = shingles(truth_text(truth))

    def by_shingles(part: Part) -> float | None:
        own = [s for e in part.holders for s in shingles(string(e)).elements() if len(s) == 4]
        return sum(s in whole for s in own) / len(own) if own else None

    return by_shingles


def fit(rows: list[Row], rounds: int) -> dict[str, Any]:
    """The file of weights."""
    import lightgbm
    import numpy

    data = lightgbm.Dataset(numpy.array([r[1] for r in rows]), [r[2] for r in rows], weight=[r[3] for r in rows])
    model = lightgbm.train(PARAMETERS, data, rounds).dump_model()
    return {"features": FEATURES, "trees": [as_lists(t["tree_structure"]) for t in model["tree_info"]]}


def all_rows(pages: Path, cache: Path | None, skipped: set[int]) -> list[Row]:
    """The rows of all pages but those of some folds, kept in a file where one is named."""
    if cache and cache.is_file():
        return [r for r in pickle.loads(cache.read_bytes()) if r[0] not in skipped]  # noqa: S301
    found = [
        row
        for case in cases(pages)
        if case.fold not in skipped
        for row in rows_of(case.fold, gzip.decompress(case.file.read_bytes()), case.truth)
    ]
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Learn and write."""
    parser = parser_of(__doc__)
    parser.add_argument("--without", default="5", help="folds that are kept out, e.g. 5 or 2,5")
    parser.add_argument("--rounds", type=int, default=24)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--cache", type=Path, help="file for what was measured, to fit again without the pages")
    parser.add_argument("--out", type=Path, default=ROOT / "newscrawl" / "extract" / "body" / "parts.json")
    options = parser.parse_args()
    skipped = {int(n) for n in options.without.split(",") if n}
    rows = all_rows(options.pages, options.cache, skipped)
    options.out.write_text(json.dumps(fit(rows, options.rounds), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(rows)} parts -> {options.out}")


if __name__ == "__main__":
    main()
