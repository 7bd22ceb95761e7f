"""Windows that open over the page and are closed are none of the article, however much they say."""

import pytest

from tests.support.bodies import HEADLINE, PARAGRAPHS, TEXT, body_of

TERMS = "".join(
    f"<p>{line}, which may be changed at any time and without a word of warning to whoever reads these pages.</p>"
    for line in (
        "Whoever reads these pages agrees to the terms that stand here",
        "What stands here may be read, kept and printed for one's own use",
        "We take care that all is right and promise nothing of the kind",
        "What readers send us stays theirs and may be shown here by us",
        "All this is under the law of the land in which the house has its seat",
        "A court of that place decides on what we do not settle among us",
    )
)
HEAD = f"<header><a href='/'>Valley Post</a></header><h1>{HEADLINE}</h1>"

CLOSED = [
    '<div class="modal fade" role="dialog" aria-hidden="true"><div class="inner">{}</div></div>',
    '<div class="terms-popup" style="display: none"><div>{}</div></div>',
    '<dialog id="terms"><h2>Terms</h2>{}</dialog>',
    '<div role="alertdialog" aria-hidden="true"><div id="content">{}</div></div>',
]


@pytest.mark.parametrize("window", CLOSED)
@pytest.mark.parametrize("around", ["<main>{}</main>", "<div class='page'>{}</div>", "<article>{}</article>"])
@pytest.mark.parametrize("is_inside", [True, False])
def test_a_closed_window_with_more_words_than_the_article_is_none_of_it(
    window: str, around: str, is_inside: bool
) -> None:
    terms = window.format(TERMS)
    inside = f"{HEAD}{PARAGRAPHS}"
    page = around.format(inside + terms) if is_inside else around.format(inside) + terms
    assert body_of("", page=f"<html><body>{page}</body></html>").text == "\n".join(TEXT)


@pytest.mark.parametrize("window", CLOSED)
def test_an_article_of_one_sentence_is_found_beside_a_closed_window(window: str) -> None:
    page = f"<html><body><div class='story'><p>{TEXT[0]}</p></div>{window.format(TERMS)}</body></html>"
    assert body_of("", page=page).text == TEXT[0]


@pytest.mark.parametrize(
    "window",
    [
        "<dialog open>{}</dialog>",
        '<div role="dialog" aria-modal="true"><article>{}</article></div>',
        '<div class="modal" aria-hidden="true">{}</div>',
    ],
)
def test_an_article_in_an_open_window_or_in_the_only_one_is_read(window: str) -> None:
    page = f"<html><body><h1>{HEADLINE}</h1>{window.format(PARAGRAPHS)}</body></html>"
    assert body_of("", page=page).text == "\n".join(TEXT)
