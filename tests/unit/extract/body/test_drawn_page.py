"""Pages that React draws out of the elements in Next.js' flight data."""

import json
from typing import Any

from newscrawl.extract import read_page

TITLE = "The bell of the drowned village"
LINES = [
    f"In summer {n} the water stood so low that the {what} came out of the lake. People rowed there to look at it."
    for n, what in enumerate(("spire", "bridge", "mill", "school", "well"))
]


def element(tag: str, *children: Any, **props: Any) -> list[Any]:
    return ["$", tag, None, {**props, "children": list(children)}]


def flight(*rows: str) -> str:
    return "".join(f"<script>self.__next_f.push({json.dumps([1, row])})</script>" for row in rows)


def tree(*inside: Any) -> list[Any]:
    return element(
        "div", element("header", element("nav", element("$L4", "Politics", href="/politics"))),
        element("main", element("article", element("h1", TITLE),
                element("p", "By ", element("$L4", "Ida Holm", href="/by/holm", rel="author"),
                        element("time", "3 May 2026", dateTime="2026-05-03T08:00:00Z")),
                ["$", "$L9", None, {"src": "/spire.jpg", "width": 1200, "height": 800}], *inside)),
        element("aside", element("$L4", element("p", "Another story of the day is told here."), href="/o")),
    )  # fmt: skip


def read(held: Any, body: str = "<p>Loading</p>") -> Any:
    rows = flight('4:I[2,["1"],""]\n', f"0:{json.dumps(held)}\n")
    page = f"<html><head><title>{TITLE}</title></head><body>{body}{rows}</body></html>"
    return read_page(page.encode(), "https://lake.example/bell").article


def test_the_page_that_is_drawn_is_read_like_one_that_is_written() -> None:
    paragraphs = [element("p", line) for line in LINES]
    points = element("ul", element("li", "A bell"), element("li", "A rope"))
    article = read(tree(*paragraphs[:2], points, *paragraphs[2:]))
    assert article is not None
    assert article.text.split("\n") == [*LINES[:2], "A bell", "A rope", *LINES[2:]]
    assert (article.title, article.authors, article.image) == (TITLE, ["Ida Holm"], "https://lake.example/spire.jpg")
    assert article.published and article.published.isoformat() == "2026-05-03T08:00:00+00:00"


def test_a_page_that_is_written_is_read_as_it_is() -> None:
    written = f"<h1>{TITLE}</h1><article><p>{'<p>'.join(LINES)}</article>"
    article = read(tree(element("p", "Something else " * 60)), written)
    assert article is not None and "Something else" not in article.text


def test_elements_nested_without_end_are_no_page() -> None:
    held: Any = ["$", "article", None, {"children": "x"}]
    for _ in range(400):
        held = ["$", "div", None, {"children": held}]
    assert read(held) is None


def test_a_tree_that_another_row_refers_to_is_drawn() -> None:
    paragraphs = [element("p", line) for line in LINES]
    rows = ['4:I[2,["1"],""]\n', '0:{"f":[[["",{}],"$L5"]]}\n', f"5:{json.dumps(tree(*paragraphs))}\n"]
    page = f"<html><head><title>{TITLE}</title></head><body><p>Loading</p>{flight(*rows)}</body></html>"
    article = read_page(page.encode(), "https://lake.example/bell").article
    assert article is not None and article.text.split("\n") == LINES
