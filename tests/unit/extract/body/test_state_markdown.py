"""Texts in Markdown and in Mobiledoc that stand in a page's data."""

import json
from typing import Any

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.body.state_markdown import html_of_markdown
from newscrawl.extract.body.state_mobiledoc import html_of_mobiledoc

TITLE = "Rain at last in the valley"
LINES = [
    f"On day {n} of the week the river rose by a hand's breadth. Nobody in the {place} stayed inside that evening."
    for n, place in enumerate(("harbour", "market", "mill", "school", "chapel"))
]


@pytest.mark.parametrize(
    "text, html",
    [
        ("## The river\nIt rose.", "<h2>The river</h2><p>It rose.</p>"),
        ("# The river #", "<h2>The river</h2>"),
        ("One line\nand its end.\n\nAnother.", "<p>One line and its end.</p><p>Another.</p>"),
        ("* first\n* second\n  goes on", "<ul><li>first</li><li>second goes on</li></ul>"),
        ("1. first\n2. second", "<ol><li>first</li><li>second</li></ol>"),
        ("Said:\n> It *rains*.\n> At last.", "<p>Said:</p><blockquote><p>It <em>rains</em>. At last.</p></blockquote>"),
        ("A **wet** [day](https://a.example/d?a=1&b=2).",
         '<p>A <strong>wet</strong> <a href="https://a.example/d?a=1&amp;b=2">day</a>.</p>'),
        ('![The mill](/mill.jpg "In May")',
         '<figure><img src="/mill.jpg" alt="The mill"><figcaption>In May</figcaption></figure>'),
        ("```c\nif (a < b) {\n\n}\n```", "<pre><code>if (a &lt; b) {\n\n}</code></pre>"),
        ("Above\n\n---\n\nBelow", "<p>Above</p><hr><p>Below</p>"),
        ("snake_case_names and 2 * 3 * 4", "<p>snake_case_names and 2 * 3 * 4</p>"),
    ],
)  # fmt: skip
def test_markdown_is_read_as_newsrooms_write_it(text: str, html: str) -> None:
    assert html_of_markdown(text) == html


def test_quotations_in_quotations_are_one() -> None:
    assert html_of_markdown(">" * 5000 + " It rains.") == "<blockquote><p>It rains.</p></blockquote>"


def test_a_text_in_markdown_has_no_signs_of_it() -> None:
    text = "\n\n".join([LINES[0], "### By day", *LINES[1:4], f"[The **mill**](https://mill.example/) says: {LINES[4]}"])
    body = shown({"page": {"headline": TITLE, "markdown": text}}).split("\n")
    assert body == [LINES[0], "By day", *LINES[1:4], f"The mill says: {LINES[4]}"]


def test_mobiledoc_keeps_its_marks_lists_and_cards() -> None:
    held: dict[str, Any] = {
        "version": "0.3.2",
        "markups": [["strong"], ["a", ["href", "https://mill.example/"]], ["script"]],
        "atoms": [],
        "cards": [["embed", {"url": "https://www.youtube.com/watch?v=Ra1nInMay01", "html": ""}], ["hr", {}]],
        "sections": [
            [1, "p", [[0, [0], 1, "Rain"], [0, [], 0, " & "], [0, [1, 2], 2, "sun"]]],
            [10, 0],
            [3, "ol", [[[0, [], 0, "first"]]]],
            [2, "/mill.jpg"],
            [1, "p", "no list"],
            [10, 7],
        ],
    }
    assert html_of_mobiledoc(held) == (
        '<p><strong>Rain</strong> &amp; <a href="https://mill.example/">sun</a></p>'
        '<iframe src="https://www.youtube.com/watch?v=Ra1nInMay01"></iframe>'
        '<ol><li>first</li></ol><figure><img src="/mill.jpg"></figure>'
    )


def test_mobiledoc_in_a_string_is_the_text() -> None:
    sections = [[1, "p", [[0, [], 0, line]]] for line in LINES]
    held = json.dumps({"version": "0.3.1", "markups": [], "atoms": [], "cards": [], "sections": sections})
    assert shown({"post": {"title": TITLE, "mobiledoc": held}}).split("\n") == LINES


def shown(data: dict[str, Any]) -> str:
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": data}})}</script>'
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    page = f"<html><head>{head}</head><body><div id=__next></div>{script}</body></html>"
    article = read_page(page.encode(), "https://post.example/rain").article
    assert article is not None
    return article.text
