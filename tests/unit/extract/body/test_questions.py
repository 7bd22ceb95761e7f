"""Questions and answers below a text that the page declares as its own (schema.org's FAQPage)."""

import json

import pytest

from tests.support.bodies import HEADLINE, PARAGRAPHS, TEXT, body_of

ASKED = {
    "How deep is the well?": "It is forty metres deep, and the last ten of them are cut into the rock.",
    "Who may draw from it?": "Everybody who lives in the valley, from six until the bell rings at night.",
    "What does a bucket cost?": "Nothing: the council pays for the rope out of the tax on the mills, as it always did.",
}


def _page(pair: str, *, asked: tuple[str, ...] = tuple(ASKED), kind: str = "FAQPage") -> str:
    """A page whose questions stand far from its text, as builders of pages lay them out."""
    nodes = [{"@type": "Question", "name": q, "acceptedAnswer": {"@type": "Answer", "text": ASKED[q]}} for q in asked]
    said = json.dumps({"@context": "https://schema.org", "@type": kind, "mainEntity": nodes})
    pairs = "".join(pair.format(q=q, a=a) for q, a in ASKED.items())
    cards = (
        f'<div class="card"><h3><a href="/{n}">Other story {n}</a></h3><p>{t}</p></div>' for n, t in enumerate(TEXT)
    )
    days = "".join(f"<p>On day {n} it is told so: {text}</p>" for n in range(3) for text in TEXT)
    text = f'<article><h1>{HEADLINE}</h1><div class="entry-content">{PARAGRAPHS}{days}</div></article>'
    rows = (
        f'<div class="k3"><div class="k4"><div class="k5">{text}</div></div></div>',
        f'<div class="k6"><div class="k7"><h2>Questions</h2><div class="k8">{pairs}</div></div></div>',
        f'<div class="k6">{"".join(cards)}</div>',
    )
    head = f'<head><script type="application/ld+json">{said}</script></head>'
    return f"<html>{head}<body>{''.join(rows)}</body></html>"


@pytest.mark.parametrize(
    "pair",
    [
        '<div class="k9"><h3>{q}</h3><div class="k10"><p>{a}</p></div></div>',
        '<div class="k9"><button type="button" aria-expanded="false">{q}</button><div><p>{a}</p></div></div>',
        "<details><summary>{q}</summary><p>{a}</p></details>",
        '<div class="k9"><div class="k11"><span>{q}</span><i>+</i></div><div style="height:0"><p>{a}</p></div></div>',
    ],
)
def test_questions_that_the_page_declares_stand_at_the_end_of_its_text(pair: str) -> None:
    text = body_of("", page=_page(pair)).text
    assert text.startswith(TEXT[0])
    for question, answer in ASKED.items():
        assert text.rindex(TEXT[-1]) < text.index(question) < text.index(answer)
    assert "Other story" not in text


def test_a_box_of_questions_that_the_page_does_not_declare_is_no_text() -> None:
    pair = '<div class="k9"><h3>{q}</h3><div class="k10"><p>{a}</p></div></div>'
    assert "forty metres" not in body_of("", page=_page(pair, kind="WebPage")).text
    assert "forty metres" not in body_of("", page=_page(pair, asked=tuple(ASKED)[:1])).text


def test_questions_in_the_text_itself_stand_there_once() -> None:
    pairs = "".join(f"<h3>{q}</h3><p>{a}</p>" for q, a in ASKED.items())
    page = _page("<div><h3>{q}</h3><p>{a}</p></div>").replace(PARAGRAPHS, PARAGRAPHS + pairs)
    assert body_of("", page=page).text.count("forty metres") == 1


@pytest.mark.parametrize(
    "pair",
    [
        "<h3>{q}</h3><p>{a}</p>",
        "<details><summary>{q}</summary><p>{a}</p></details>",
        "<dl><dt>{q}</dt><dd>{a}</dd></dl>",
    ],
)
def test_questions_right_below_a_text_are_the_articles(pair: str) -> None:
    box = f"<section><h2>More about it</h2>{''.join(pair.format(q=q, a=a) for q, a in ASKED.items())}</section>"
    for around in ("<article>{}</article>{}", "<div><div>{}</div>{}</div>"):
        page = around.format(f'<h1>{HEADLINE}</h1><div class="entry-content">{PARAGRAPHS}</div>', box)
        text = body_of("", page=f"<html><body><main>{page}</main></body></html>").text
        assert text.index(TEXT[-1]) < text.index("How deep is the well?") < text.index("It is forty metres deep")


def test_headlines_that_ask_are_other_stories() -> None:
    for card in (
        '<h3><a href="/{n}">{q}</a></h3><p>{a}</p>',
        '<a href="/{n}"><h3>{q}</h3></a><p>{a}</p>',
        '<div><h3>{q}</h3><p>{a}</p><a href="/{n}">Read on</a></div>',
    ):
        cards = "".join(card.format(n=n, q=q, a=a) for n, (q, a) in enumerate(ASKED.items()))
        text = f'<article><h1>{HEADLINE}</h1><div class="entry-content">{PARAGRAPHS}</div></article>'
        page = f"<html><body><main>{text}<section>{cards}</section></main></body></html>"
        assert "forty metres" not in body_of("", page=page).text
