#!/usr/bin/env python3
"""Make newscrawl/extract/body/parts.json: what tells an article's parts from the rest, learned from pages with truth.

    python benchmarks/train_parts.py [--without 5] [--rounds 24] [--out FILE]

Needs lightgbm and the pages of ../shared (others with the same format do as well). Publishers are put
into five folds by their registered domain, as ../shared/bench/corpora.py does; `--without` keeps folds out, so that
what is measured on them is what the weights are worth on pages that nobody has seen.
"""

import argparse
import gzip
import hashlib
import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT), str(SHARED / "bench")]

import corpora  # type: ignore[import-not-found]  # noqa: E402

from newscrawl.extract.body import body as bodies  # noqa: E402
from newscrawl.extract.body.chooser import see  # noqa: E402
from newscrawl.extract.body.parts import FEATURES, Part, measured, parts_of  # noqa: E402
from newscrawl.extract.body.text_map import text_map  # noqa: E402
from newscrawl.extract.fields.headline import find_headline  # noqa: E402
from newscrawl.extract.page.page import Page, string  # noqa: E402

FOLDS = 5
SECOND_LEVEL = frozenset("co com org net gov ac edu gob or ne go gv govt nhs".split())
PARAMETERS = {
    "objective": "cross_entropy", "learning_rate": 0.25, "num_leaves": 8, "min_data_in_leaf": 30,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1,
    "num_threads": 1, "seed": 1,
}  # fmt: skip
Row = tuple[int, list[float], float, float]
"""Fold, features, share of the part that is the article's, weight."""


def domain(url: str) -> str:
    """The registered domain of an address, as near as its labels tell."""
    labels = (urlsplit(url).hostname or "").lower().split(".")
    deep = len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2
    return ".".join(labels[-3 if deep else -2 :])


def fold_of(name: str) -> int:
    """The fold of a publisher, 1 to 5."""
    return hashlib.sha256(("fold" + name).encode()).digest()[0] % FOLDS + 1


def cases() -> Iterator[tuple[int, Path, dict[str, Any]]]:
    """Fold, page and truth of every page with a body's truth."""
    pages = SHARED / "pages"
    for file in sorted((pages / "articles").glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        yield fold_of(domain(row["url"])), file.with_suffix(".html.gz"), row
    for row in json.loads((pages / "segments.json").read_text(encoding="utf-8")):
        yield fold_of(domain(row["url"])), pages / "segments" / row["file"], row
    for file in sorted((pages / "corpora").glob("*/*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        if row.get("body"):
            yield fold_of(row["domain"]), file.with_suffix(".html.gz"), row


def rows_of(fold: int, html: bytes, truth: dict[str, Any]) -> list[Row]:
    """What is learned from one page."""
    page = Page(html, truth["url"])
    top = page.tree.find("body")
    texts = text_map(page.tree if top is None else top)
    heading = bodies.headline_of(page, find_headline(page).text)
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
        wanted, unwanted = ([corpora.plain(s) for s in truth[k]] for k in ("present", "absent"))

        def by_strings(part: Part) -> float | None:
            text = corpora.plain(" ".join(map(string, part.holders)))
            good, bad = (sum(s in text for s in strings) for strings in (wanted, unwanted))
            return good / (good + bad) if good + bad else None

        return by_strings
    whole = corpora.shingles(corpora.truth_text(truth))

    def by_shingles(part: Part) -> float | None:
        own = [s for e in part.holders for s in corpora.shingles(string(e)).elements() if len(s) == 4]
        return sum(s in whole for s in own) / len(own) if own else None

    return by_shingles


def fit(rows: list[Row], rounds: int) -> dict[str, Any]:
    """The file of weights."""
    import lightgbm
    import numpy

    data = lightgbm.Dataset(numpy.array([r[1] for r in rows]), [r[2] for r in rows], weight=[r[3] for r in rows])
    model = lightgbm.train(PARAMETERS, data, rounds).dump_model()
    return {"features": FEATURES, "trees": [as_lists(t["tree_structure"]) for t in model["tree_info"]]}


def as_lists(node: dict[str, Any]) -> Any:
    """A tree of LightGBM's as `newscrawl.extract.body.trees` reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    threshold = float(f"{node['threshold']:.6g}")
    return [node["split_feature"], threshold, as_lists(node["left_child"]), as_lists(node["right_child"])]


def all_rows(cache: Path | None, skipped: set[int]) -> list[Row]:
    """The rows of all pages but those of some folds, kept in a file where one is named."""
    if cache and cache.is_file():
        return [r for r in pickle.loads(cache.read_bytes()) if r[0] not in skipped]  # noqa: S301
    found = [
        row
        for fold, file, truth in cases()
        if fold not in skipped
        for row in rows_of(fold, gzip.decompress(file.read_bytes()), truth)
    ]
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="5", help="folds that are kept out, e.g. 5 or 2,5")
    parser.add_argument("--rounds", type=int, default=24)
    parser.add_argument("--cache", type=Path, help="file for what was measured, to fit again without the pages")
    parser.add_argument("--out", type=Path, default=ROOT / "newscrawl" / "extract" / "body" / "parts.json")
    options = parser.parse_args()
    skipped = {int(n) for n in options.without.split(",") if n}
    rows = all_rows(options.cache, skipped)
    options.out.write_text(json.dumps(fit(rows, options.rounds), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(rows)} parts -> {options.out}")


if __name__ == "__main__":
    main()
