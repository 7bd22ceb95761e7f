#!/usr/bin/env python3
"""How right and how fast extraction is beside trafilatura, by the measure and on the pages that lie in ../shared.

    python benchmarks/extraction.py [--sets articles,segments] [--no-rival]

Prints the figures of newscrawl on all pages and on the third of the publishers that was set aside while the rules were
written, then trafilatura's (where it is installed) and the ratio of the two, figure by figure. A ratio above 1 is
better; for time it is how many times faster.
"""

import argparse
import importlib.util
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# The draw that set publishers aside, so that the same stay aside.
SEED, SHARE = 20211209, 3

FIGURES = ("body", "precision", "recall", "title", "minute", "authors", "lead", "inline", "captions", "subheads")
Case = tuple[str, bytes, dict[str, Any]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="articles,segments")
    parser.add_argument("--no-rival", action="store_true", help="leave trafilatura out, which takes most of the time")
    options = parser.parse_args()
    if not (SHARED / "bench" / "extraction.py").is_file() or not (SHARED / "pages").is_dir():
        print(f"skipped: the pages are not here ({SHARED / 'pages'})")
        return 0
    sys.path.insert(0, str(ROOT))
    bench = measure_of(SHARED / "bench" / "extraction.py")
    rival = not options.no_rival and importlib.util.find_spec("trafilatura") is not None
    if not rival:
        print("trafilatura is left out: not wanted or not installed")
    for name in options.sets.split(","):
        compare(bench, name, rival)
    return 0


def compare(bench: ModuleType, name: str, rival: bool) -> None:
    """Print one set's figures: newscrawl's, those of the publishers set aside, trafilatura's, the ratios."""
    cases, score = bench.SETS[name]
    ours = bench.measure(bench.newscrawl(), cases(), score)
    show(f"newscrawl {name}", ours)
    if name == "articles":
        show("  set aside", bench.measure(bench.newscrawl(), set_aside(list(cases())), score))
    if rival:
        theirs = bench.measure(bench.trafilatura(), cases(), score)
        show(f"trafilatura {name}", theirs)
        ratios = {k: ours[k] / theirs[k] for k in FIGURES if theirs.get(k) and k in ours}
        show("  ratio", ratios | {"times faster": theirs["ms"] / ours["ms"]})


def set_aside(cases: list[Case]) -> Iterator[Case]:
    """The cases of a third of the publishers, drawn by name. A case's name is Publisher_2024_05_03."""
    publishers = sorted({name.split("_")[0] for name, _, _ in cases})
    aside = set(random.Random(SEED).sample(publishers, len(publishers) // SHARE))
    return (case for case in cases if case[0].split("_")[0] in aside)


def measure_of(path: Path) -> ModuleType:
    """The shared measure as a module, wherever it lies."""
    spec = importlib.util.spec_from_file_location("shared_extraction_bench", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show(title: str, figures: dict[str, Any]) -> None:
    said = (f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items())
    print(f"{title:22}" + "  ".join(said), flush=True)


if __name__ == "__main__":
    sys.exit(main())
