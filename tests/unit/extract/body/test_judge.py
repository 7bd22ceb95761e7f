"""The judge of blocks: names alone leave out no running text, what stands beside the container is looked at too."""

import pytest

from newscrawl.extract import Rules
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.judge import MOST_TOLD, REASON, is_judged
from newscrawl.extract.body.trees import chance_at, pushes, score
from tests.support.bodies import HEADLINE, PARAGRAPHS, among, body_of

FLOUR = (
    "Flour has risen by a third since the harvest failed in the east, said Mary Mills, who speaks for the forty bakers "
    "of the county."
)


@pytest.mark.parametrize("name", ["navigation-tab", "toc-wrap", "meta-info", "tabs-panel"])
def test_running_text_stays_whatever_its_box_is_called(name: str) -> None:
    body = among(f'<div class="{name}"><p>{FLOUR}</p></div>')
    assert FLOUR in body.text
    [(what, why)] = body.kept
    assert FLOUR.startswith(what.partition("“")[2].rstrip("”"))
    assert ", but the judge of blocks: " in why


@pytest.mark.parametrize("name", ["advert", "share-box", "comments", "cookie-notice", "author-box", "hidden"])
def test_of_some_names_the_rule_has_the_last_word(name: str) -> None:
    assert FLOUR not in among(f'<div class="{name}"><p>{FLOUR}</p></div>').text


def test_a_last_paragraph_beside_the_container_is_found() -> None:
    page = f"<h1>{HEADLINE}</h1><div class='entry-content'>{PARAGRAPHS}</div><div><p>{FLOUR}</p></div>"
    body = body_of("", page=f"<html><body><main><div class='x'>{page}</div></main></body>")
    assert body.text.endswith(FLOUR)
    assert body.kept[0][1].startswith("beside the text, but the judge of blocks: ")


def test_what_stands_beside_the_container_and_is_no_text_stays_out() -> None:
    beside = "<div><p>Rain coats from 20 pounds, now in all our shops: <a href='/x'>get one free today</a>.</p></div>"
    page = f"<h1>{HEADLINE}</h1><div class='entry-content'>{PARAGRAPHS}</div>{beside}<div><h2>Weather</h2></div>"
    body = body_of("", page=f"<html><body><main><div class='x'>{page}</div></main></body>")
    assert body.text.endswith("in the evening.")
    assert not body.kept


def test_what_no_rule_knows_and_does_not_read_like_the_article_goes() -> None:
    row = "<p><a href='/x'>All news of the weather</a></p><p>Did this article help you?</p>"
    body = body_of(f"{PARAGRAPHS}<div class='p-foot'>{row}</div>")
    assert "All news" not in body.text
    assert any("All news" in what and why.startswith("the judge of blocks: ") for what, why in body.removed)


def test_a_table_of_figures_stays_and_one_of_links_to_other_stories_goes() -> None:
    figures = "".join(f"<tr><td>{place}</td><td>{mm}</td></tr>" for place, mm in (("Upper lock", 31), ("Mill", 12)))
    links = "".join(f"<tr><td><a href='/n/{n}'>The tram to quarry {n} is late</a></td></tr>" for n in range(4))
    body = body_of(f"{PARAGRAPHS}<table>{figures}</table><table><tr><td>Other news</td></tr>{links}</table>")
    assert "Upper lock" in body.text
    assert "tram" not in body.text


def test_where_the_site_has_rules_the_judge_is_not_asked() -> None:
    box = f'<div class="tabs-panel"><p>{FLOUR}</p></div>'
    body = body_of(PARAGRAPHS + box, rules=Rules(body=(".entry-content",)))
    assert FLOUR not in body.text
    assert not body.kept


def test_pushes_add_up_to_what_the_trees_say() -> None:
    tree = [0, 1.0, -2.0, [1, 5.0, 1.0, 3.0, 2.0], 0.5]
    assert score([tree, tree], [2.0, 9.0]) == 6.0
    assert pushes([tree, tree], [2.0, 9.0]) == {0: 3.0, 1: 2.0}
    assert chance_at(0.0) == 0.5


def test_the_evidence_is_told_of_so_many_blocks_alone() -> None:
    """It takes ten times as long as the verdict: 30,000 headings of one page took minutes."""
    body = body_of(PARAGRAPHS + "".join(f"<h2>Head {n} line here</h2>" for n in range(2 * MOST_TOLD)))
    told = [why for _, why in (*body.removed, *body.kept) if why.rpartition(REASON)[1] and ": " in why]
    assert 0 < len(told) <= 2 * MOST_TOLD and len(body.removed) + len(body.kept) > len(told)


def test_notes_below_the_text_and_what_leads_to_them_are_of_the_text() -> None:
    blocks = [
        Block("paragraph", f'<p>Cast in 1910<a href="https://valley.example/#{note}">1</a></p>')
        for note in ("fn:1", "cite_note-2", "f1-link")
    ]
    assert not any(map(is_judged, blocks))
    assert not is_judged(Block("standfirst", "<p>Cast in 1910</p>", "Cast in 1910", is_described=True))
    assert is_judged(Block("paragraph", '<p>Cast in <a href="https://valley.example/#part">1910</a></p>'))


@pytest.mark.parametrize(
    ("html", "is_data"),
    [
        ("<tr><th>Road</th><th>Cars</th></tr>" + "<tr><td><a href=/r>Moss Lane</a></td><td>7</td></tr>" * 3, True),
        ("<tr><th>Roads</th></tr>" + "<tr><td><a href=/r>Moss Lane</a></td></tr>" * 3, False),
        ("<tr><td><a href=/r>Moss Lane</a></td><td>7</td></tr>" * 4, False),
    ],
)
def test_a_table_with_heads_whose_rows_say_more_than_links_is_data(html: str, is_data: bool) -> None:
    table = Block("table", f"<table>{html}</table>", "Moss Lane 7", linked=9)
    assert is_judged(table) != is_data
