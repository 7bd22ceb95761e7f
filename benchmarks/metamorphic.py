#!/usr/bin/env python3
"""What extraction makes of pages in other markup: each page as it is and rewritten, and how alike the two texts are.

    python -m benchmarks.metamorphic [--markup in-boxes,in-sections] [--pages ../shared/pages] [--worst 5]

Reads tests/pages, or pages with truth in the form of ../shared. The changes stand in benchmarks/other_markup.py. For
each: on what share of the pages the text stays the same to the letter; how alike the texts are, as F1 of four words in
a row; and, where there is a truth, body F1 against it. An F1 is that of mean precision and mean recall. `--worst` names
the pages whose text changes most.
"""

import gzip
import multiprocessing
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from benchmarks.learning import cases  # noqa: E402
from benchmarks.other_markup import CHANGES, rewritten  # noqa: E402
from benchmarks.truth import shingles, truth_text  # noqa: E402
from newscrawl.extract import extract_article  # noqa: E402

ANY_ADDRESS = "https://example.com/article"
AS_IT_IS = "as-it-is"


@dataclass(frozen=True, slots=True)
class Told:
    """A page to be read in other markup."""

    group: str
    """Pages whose figures are shown together."""

    name: str
    file: Path
    url: str
    truth: str | None = None
    """The text that it must give, where it is known."""


Agreement = tuple[float, float]
"""Precision and recall: what of the found text is in the wanted one, and what of the wanted one was found."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one page gave under one change."""

    page: Told
    is_same: bool
    with_itself: Agreement
    with_truth: Agreement | None


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--markup", default=",".join(CHANGES), help="changes, with commas between them; default: all")
    parser.add_argument("--pages", type=Path, default=ROOT / "tests" / "pages")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    pages = list(pages_of(options.pages))
    if not pages:
        print(f"skipped: no pages in {options.pages}")
        return 0
    with multiprocessing.Pool(options.processes) as pool:
        own = pool.map(partial(text_in, markup=AS_IT_IS), pages, 4)
        for markup in options.markup.split(","):
            outcomes = pool.starmap(partial(outcome_of, markup=markup), zip(pages, own, strict=True), 4)
            show(markup, outcomes)
            changed = [(f1([outcome.with_itself]), outcome.page.name) for outcome in outcomes if not outcome.is_same]
            for likeness, name in sorted(changed)[: options.worst]:
                print(f"    {likeness:.3f}  {name}", flush=True)
    return 0


def pages_of(folder: Path) -> Iterator[Told]:
    """The pages of a folder: those of tests/pages, or those whose truth is a body."""
    for file in sorted(folder.glob("*/page.html")):
        said = yaml.safe_load((file.parent / "article.yml").read_text(encoding="utf-8"))
        yield Told("pages", file.parent.name, file, said.get("url") or ANY_ADDRESS)
    for case in cases(folder):
        if case.truth.get("body"):
            group = "articles" if case.corpus == "articles" else "collections"
            name, url = f"{case.corpus}/{case.file.name}", case.truth["url"] or ANY_ADDRESS
            yield Told(group, name, case.file, url, truth_text(case.truth))


def text_in(page: Told, markup: str) -> str:
    """What is read from a page in other markup."""
    kept = page.file.read_bytes()
    source = gzip.decompress(kept) if page.file.suffix == ".gz" else kept
    article = extract_article(rewritten(source, CHANGES[markup]), page.url)
    return "" if article is None else article.text


def outcome_of(page: Told, own: str, markup: str) -> Outcome:
    """Read a page in other markup. `own`: its text as it is."""
    found = text_in(page, markup)
    with_truth = None if page.truth is None else agreement(page.truth, found)
    return Outcome(page, own == found, agreement(own, found), with_truth)


def agreement(wanted: str, found: str) -> Agreement:
    """How far a text is the one that was wanted."""
    of_wanted, of_found = shingles(wanted), shingles(found)
    if not of_wanted and not of_found:
        return 1.0, 1.0
    both = (of_wanted & of_found).total()
    return both / max(1, of_found.total()), both / max(1, of_wanted.total())


def f1(agreements: list[Agreement]) -> float:
    """That of mean precision and mean recall."""
    precision, recall = map(fmean, zip(*agreements, strict=True))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def show(markup: str, outcomes: list[Outcome]) -> None:
    """Print a change's figures, one line a group of pages."""
    for group in dict.fromkeys(outcome.page.group for outcome in outcomes):
        of_group = [outcome for outcome in outcomes if outcome.page.group == group]
        same = fmean(outcome.is_same for outcome in of_group)
        said = f"{markup:28} {len(of_group):5} {group:12} same {same:6.1%}"
        said += f"  alike {f1([outcome.with_itself for outcome in of_group]):.4f}"
        if known := [outcome.with_truth for outcome in of_group if outcome.with_truth is not None]:
            said += f"  body {f1(known):.4f}"
        print(said, flush=True)


if __name__ == "__main__":
    sys.exit(main())
