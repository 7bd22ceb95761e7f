"""The scripts that learn the weights of extraction, on a handful of made pages."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import train_judge, train_parts
from benchmarks.learning import cases
from newscrawl.extract.body import writing
from newscrawl.extract.body.evidence import FIGURES
from newscrawl.extract.body.parts import FEATURES

PLACES = "Brenholm Saltmarsh Eastpier Northweir Millbridge Oldharbour Longsands Westlock".split()


def paragraphs(place: str) -> list[str]:
    long = [
        f"The council of {place} said on day {day} that the bridge over the river would be closed for {day} weeks,"
        " as the ferry had struck it in the storm and nobody knew how deep the damage went."
        for day in range(2, 8)
    ]
    return [*long, f"“Nobody knows”, said {place}."]


def page(place: str) -> str:
    stories = "".join(f'<li><a href="/{n}">What the harbour of {place} costs in year {n}</a></li>' for n in range(5))
    text = "".join(f"<p>{line}</p>" for line in paragraphs(place))
    return f"""
<html><head><title>The bridge of {place} is closed</title></head><body>
<nav><ul>{stories}</ul></nav>
<article><h1>The bridge of {place} is closed</h1>{text}
<p>The {place} Post is read in the whole county.</p>
<div class="related"><h4>Other stories of the week</h4><p>What the harbour of {place} costs.</p></div></article>
<footer><p>All that stands here belongs to the {place} Post and to nobody else, now and later.</p></footer>
</body></html>"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Pages whose truth is the whole body, and one of which strings are known alone."""
    for place in PLACES:
        domain = f"{place.lower()}.example"
        truth: dict[str, Any] = {"url": f"https://{domain}/bridge", "domain": domain, "present": [], "absent": []}
        folder = "corpora/made"
        if place == PLACES[0]:
            folder = "articles"
            truth |= {"present": [paragraphs(place)[0][:60]], "absent": ["Other stories of the week"]}
        else:
            truth |= {"body": {"sections": [{"headline": [], "paragraphs": paragraphs(place)}]}}
        file = tmp_path / folder / f"{place}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(truth), encoding="utf-8")
        file.with_suffix(".html.gz").write_bytes(gzip.compress(page(place).encode()))
    return tmp_path


def test_a_judges_lessons_are_blocks_with_labels(pages: Path) -> None:
    lessons = train_judge.all_lessons(pages, None, set())
    assert len(lessons) == 2 * len(PLACES), "each page, whole and shortened"
    blocks = [block for lesson in lessons for block in lesson.blocks]
    assert {block.label for block in blocks} >= {0, 1}
    worth = train_judge.words_worth(lessons)
    assert {len(train_judge.filled(block, worth)) for block in blocks} == {len(FIGURES)}


def test_a_page_is_as_its_extraction_without_lessons(pages: Path) -> None:
    """What watches the judge is gone when the lessons are learned."""
    settle = vars(writing)["settle"]
    train_judge.all_lessons(pages, None, set())
    assert vars(writing)["settle"] is settle


def test_parts_are_measured_and_shared_out(pages: Path) -> None:
    rows = train_parts.all_rows(pages, None, set())
    assert {len(values) for _, values, _, _ in rows} == {len(FEATURES)}
    shares = [share for _, _, share, _ in rows]
    assert min(shares) == 0 and max(shares) == 1


def test_folds_are_kept_out(pages: Path) -> None:
    folds = [case.fold for case in cases(pages)]
    assert len(train_judge.all_lessons(pages, None, {folds[0]})) == 2 * sum(fold != folds[0] for fold in folds)
