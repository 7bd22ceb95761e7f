#!/usr/bin/env python3
"""Make newscrawl/extract/body/judge.json: what tells an article's blocks from the rest, learned from pages with truth.

    python benchmarks/train_judge.py [--without 5] [--trees 120] [--depth 4] [--pages DIR] [--cache FILE] [--out FILE]

Needs lightgbm and the pages of ../shared, or others in the same form. `--without` keeps folds of publishers out, as
benchmarks/train_parts.py does. The same pages give the same file.
"""

import gzip
import json
import math
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from benchmarks.learning import PAGES, Case, as_lists, cases, share_of  # noqa: E402
from benchmarks.truth import shingles, tight, truth_text  # noqa: E402
from newscrawl.element import Element  # noqa: E402
from newscrawl.extract import extract_article  # noqa: E402
from newscrawl.extract.body import judge, writing  # noqa: E402
from newscrawl.extract.body.blocks import Block  # noqa: E402
from newscrawl.extract.body.evidence import FIGURES, LONGEST_TOLD, measure, words_in  # noqa: E402
from newscrawl.extract.body.evidence_of_names import name_words  # noqa: E402
from newscrawl.extract.body.scene import Scene, Words  # noqa: E402
from newscrawl.extract.body.text_map import length_of  # noqa: E402
from newscrawl.extract.body.wrappers import wrappers  # noqa: E402

PARTS = 4
"""Words are learned from the other parts of the publishers, as they will be in use."""

LEAST_NAMED, LEAST_SAID = 8, 12
"""Publishers on which a word of names, or of texts, must stand; fewer would be names of single sites."""

TRUST = {"segments": 0.5, "readability": 0.7, "omnivore": 0.5, "newspaper": 0.6}
"""What a block of a corpus counts: the truth of some is another tool's output."""

IS_ARTICLE, IS_NONE = 0.7, 0.3
"""Shares of a block's words in the truth from which it is the article's, or up to which it is none of it."""

OF_SHORT, SHORT_TEXT, PARAGRAPH = 0.4, 4, 100
"""What a shortened page counts, the paragraphs that it has left, and characters of one."""

PARAMETERS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 12, "min_child_samples": 40,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1,
    "num_threads": 1, "seed": 1, "deterministic": True,
}  # fmt: skip

Label = Callable[[str], int | None]
"""A block's text -> 1 where it is the article's, 0 where it is not, None where the truth does not say."""


@dataclass(slots=True)
class Told:
    """One block: figures without words, the words to be learned, the label and what it counts."""

    row: list[float]
    names: list[set[str]]
    said: set[str]
    label: int | None
    share: float


@dataclass(slots=True)
class Lesson:
    """One page's blocks."""

    fold: int
    corpus: str
    publisher: str
    weight: float = 1.0
    blocks: list[Told] = field(default_factory=list)


def label_of(truth: dict[str, Any]) -> Label:
    """How a page's truth judges blocks."""
    if truth.get("body"):
        return by_body(truth_text(truth))
    return by_strings(*([t for s in truth[k] if len(t := tight(s)) > 3] for k in ("present", "absent")))


def by_strings(wanted: list[str], unwanted: list[str]) -> Label:
    """By strings that the body has and has not."""

    def label(text: str) -> int | None:
        text = tight(text)
        yes, no = any(s in text for s in wanted), any(s in text for s in unwanted)
        return None if yes == no else int(yes)

    return label


def by_body(truth: str) -> Label:
    """By the whole body."""
    known, letters = shingles(truth), tight(truth)
    lines = {tight(line) for line in truth.splitlines()}

    def label(text: str) -> int | None:
        found = set(shingles(text))
        if len(next(iter(found), ())) < 4:
            return 1 if tight(text) in lines else None if tight(text) in letters else 0
        share = sum(s in known for s in found) / len(found)
        return 1 if share >= IS_ARTICLE else 0 if share <= IS_NONE else None

    return label


def lessons_of(case: Case) -> list[Lesson]:
    """The blocks that the judge would be asked about on a page, and on the same page with a short text."""
    whole, label = Lesson(case.fold, case.corpus, case.publisher), label_of(case.truth)
    short = replace(whole, weight=OF_SHORT)

    def watch(written: list[Block], kept: list[Block], scene: Scene, removed: Any) -> tuple[list[Block], Any]:
        blocks, stays = judge.asked(written, kept), {id(b) for b in kept}
        whole.blocks = told(blocks, stays, scene, label)
        short.blocks = told(shortened(blocks, stays), stays, scene, label)
        return kept, []

    settle, writing.settle = writing.settle, watch  # type: ignore[attr-defined]
    try:
        extract_article(gzip.decompress(case.file.read_bytes()), case.truth["url"] or "https://example.com/")
    finally:
        writing.settle = settle  # type: ignore[attr-defined]
    return [whole, short]


def shortened(blocks: list[Block], stays: set[int]) -> list[Block]:
    """A page's blocks without most of its paragraphs: what is around a short text looks no different."""
    paragraphs = [b for b in blocks if id(b) in stays and b.kind == "paragraph" and len(b.text) >= PARAGRAPH]
    gone = {id(b) for b in paragraphs[SHORT_TEXT - 1 : -1]}
    return [b for b in blocks if id(b) not in gone]


def told(blocks: list[Block], stays: set[int], scene: Scene, label: Label) -> list[Told]:
    """What is learned from a page's blocks."""
    kept = tight("\n".join(b.text for b in blocks if id(b) in stays))
    total = sum(len(b.text) for b in blocks) + 20 * len(blocks)
    around = wrappers(blocks, [length_of(b.text) for b in blocks], scene.container)
    return [
        Told(
            row,
            names_around(block.stood, {scene.container, *scene.container.iterancestors(), *around}),
            words_in(block.text) if len(block.text) <= LONGEST_TOLD else set(),
            None if is_other(block, stays, kept) else label(block.text),
            (len(block.text) + 20) / total,
        )
        for block, row in zip(blocks, measure(blocks, scene, Words()), strict=True)
        if row
    ]


def names_around(element: Element | None, ends: set[Element]) -> list[set[str]]:
    """The names of an element and of those around it, up to one that holds the whole text."""
    found = []
    while element is not None and element not in ends:
        found.append(name_words(element))
        element = element.getparent()
    return found


def is_other(block: Block, stays: set[int], kept: str) -> bool:
    """Whether a block is not judged, or says again what is kept."""
    return not judge.is_judged(block) or (id(block) not in stays and tight(block.text) in kept)


def worths(lessons: list[Lesson], least: int, words: Callable[[Told], Iterable[str]]) -> dict[str, float]:
    """Word -> log odds of the article's text; each publisher has one voice for a word."""
    voices: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for lesson in lessons:
        for block in lesson.blocks:
            if block.label is not None:
                for word in words(block):
                    voices[lesson.publisher, word][block.label] += 1
    no: dict[str, float] = defaultdict(float)
    yes: dict[str, float] = defaultdict(float)
    publishers: Counter[str] = Counter()
    for (_, word), (against, for_it) in sorted(voices.items()):
        no[word] += against / (against + for_it)
        yes[word] += for_it / (against + for_it)
        publishers[word] += 1
    base = math.log((sum(yes.values()) + 1) / (sum(no.values()) + 1))
    kept = sorted(w for w, n in publishers.items() if n >= least)
    return {w: round(math.log((yes[w] + 1) / (no[w] + 1)) - base, 2) for w in kept}


def words_worth(lessons: list[Lesson]) -> Words:
    """What words are worth after some pages."""
    names = worths(lessons, LEAST_NAMED, lambda block: set().union(*block.names))
    return Words(names, worths(lessons, LEAST_SAID, lambda block: block.said))


def filled(block: Told, worth: Words) -> list[float]:
    """A block's figures with what its words are worth."""
    named, said = FIGURES.index("name_sum"), FIGURES.index("said_sum")
    row = list(block.row)
    each = [sum(worth.names.get(w, 0.0) for w in words) for words in block.names]
    row[named : named + 4] = [sum(each), min([*each, 0.0]), max([*each, 0.0]), each[0] if each else 0.0]
    values = [worth.said[w] for w in block.said if w in worth.said]
    row[said : said + 3] = [sum(values), min(values, default=0.0), max(values, default=0.0)]
    return row


def learn(lessons: list[Lesson], trees: int, depth: int) -> dict[str, Any]:
    """The file of weights."""
    import lightgbm
    import numpy

    rows: list[tuple[list[float], int, float]] = []
    for part in range(PARTS):
        worth = words_worth([le for le in lessons if share_of(le.publisher, "in", PARTS) != part])
        for lesson in lessons:
            if share_of(lesson.publisher, "in", PARTS) == part:
                rows += rows_of(lesson, worth)
    weights = numpy.array([weight for _, _, weight in rows])
    data = lightgbm.Dataset(
        numpy.array([row for row, _, _ in rows]), [label for _, label, _ in rows], weight=weights / weights.mean()
    )
    model = lightgbm.train({**PARAMETERS, "max_depth": depth}, data, num_boost_round=trees).dump_model()
    words = words_worth(lessons)
    found = [as_lists(t["tree_structure"]) for t in model["tree_info"]]
    return {"features": FIGURES, "trees": found, "names": words.names, "said": words.said}


def rows_of(lesson: Lesson, worth: Words) -> list[tuple[list[float], int, float]]:
    """Figures, label and weight of a page's blocks; a long page counts for more than a short one, not by its length."""
    known = [(block, block.label) for block in lesson.blocks if block.label is not None]
    total = sum(block.share**0.5 for block, _ in known) or 1.0
    trust = TRUST.get(lesson.corpus, 1.0) * lesson.weight
    return [(filled(block, worth), label, trust * block.share**0.5 / total**0.7) for block, label in known]


def all_lessons(pages: Path, cache: Path | None, skipped: set[int]) -> list[Lesson]:
    """The lessons of all pages but those of some folds, kept in a file where one is named."""
    if cache and cache.is_file():
        lessons: list[Lesson] = pickle.loads(cache.read_bytes())  # noqa: S301
        return [lesson for lesson in lessons if lesson.fold not in skipped]
    found = [lesson for case in cases(pages) if case.fold not in skipped for lesson in lessons_of(case)]
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Learn and write."""
    parser = parser_of(__doc__)
    parser.add_argument("--without", default="", help="folds that are kept out, e.g. 5 or 2,5")
    parser.add_argument("--trees", type=int, default=120)
    parser.add_argument("--depth", type=int, default=4)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--cache", type=Path, help="file for what was measured, to learn again without the pages")
    parser.add_argument("--out", type=Path, default=ROOT / "newscrawl" / "extract" / "body" / "judge.json")
    options = parser.parse_args()
    lessons = all_lessons(options.pages, options.cache, {int(n) for n in options.without.split(",") if n})
    said = learn(lessons, options.trees, options.depth)
    options.out.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(lessons)} pages, whole and shortened, {sum(len(le.blocks) for le in lessons)} blocks -> {options.out}")


if __name__ == "__main__":
    main()
