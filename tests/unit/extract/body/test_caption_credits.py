"""Who made a picture, told apart from what its caption says by how the caption is built."""

import pytest

from newscrawl.extract import read_page
from tests.support.bodies import HEADLINE, PARAGRAPHS, URL

PICTURE = '<img src="/weir.jpg" alt="The weir" width="900" height="600">'


def told(caption: str) -> tuple[str, str]:
    figure = f"<figure>{PICTURE}<figcaption>{caption}</figcaption></figure>"
    page = f"<article><h1>{HEADLINE}</h1>{figure}<div>{PARAGRAPHS}</div></article>"
    article = read_page(page.encode(), URL).article
    assert article is not None
    return article.image_caption, article.image_credit


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("The weir on Monday. (Archive photo by A. Ford)", ("The weir on Monday.", "Archive photo by A. Ford)")),
        (
            "<span>The weir, on Monday.</span><span class='q1'>Ann Ford (FP)</span>",
            ("The weir, on Monday.", "Ann Ford (FP)"),
        ),
        ("<span>The weir, on Monday.</span><span class='q1'>It leaks.</span>", ("The weir, on Monday. It leaks.", "")),
        ("<span>The weir</span><span class='q1'>on Monday</span>", ("The weir on Monday", "")),
    ],
)
def test_a_caption_and_its_credit(caption: str, said: tuple[str, str]) -> None:
    assert told(caption) == said
