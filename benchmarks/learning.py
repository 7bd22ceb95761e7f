"""What the scripts that learn from pages with truth share: the pages, the folds of their publishers, the trees."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PAGES = Path(__file__).resolve().parent.parent.parent / "shared" / "pages"

FOLDS = 5
SECOND_LEVEL = frozenset("co com org net gov ac edu gob or ne go gv govt nhs".split())


@dataclass(frozen=True, slots=True)
class Case:
    """A page and its truth."""

    corpus: str
    publisher: str
    file: Path
    truth: dict[str, Any]

    @property
    def fold(self) -> int:
        """The fold of its publisher, 1 to 5."""
        return share_of(self.publisher, "fold", FOLDS) + 1


def share_of(name: str, salt: str, shares: int) -> int:
    """Into which of some shares a name falls."""
    return hashlib.sha256((salt + name).encode()).digest()[0] % shares


def domain(url: str) -> str:
    """The registered domain of an address, as near as its labels tell."""
    labels = (urlsplit(url).hostname or "").lower().split(".")
    deep = len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2
    return ".".join(labels[-3 if deep else -2 :])


def cases(pages: Path) -> Iterator[Case]:
    """Every page of a folder with a body's truth."""
    for file in sorted((pages / "articles").glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        yield Case("articles", domain(row["url"]), file.with_suffix(".html.gz"), row)
    segments = pages / "segments.json"
    for row in json.loads(segments.read_text(encoding="utf-8")) if segments.is_file() else ():
        yield Case("segments", domain(row["url"]), pages / "segments" / row["file"], row)
    for file in sorted((pages / "corpora").glob("*/*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        if row.get("body"):
            yield Case(file.parent.name, row["domain"], file.with_suffix(".html.gz"), row)


def as_lists(node: dict[str, Any]) -> Any:
    """A tree of LightGBM's as `newscrawl.extract.body.trees` reads it."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    sides = as_lists(node["left_child"]), as_lists(node["right_child"])
    return [node["split_feature"], float(f"{node['threshold']:.6g}"), *sides, round(node["internal_value"], 4)]
