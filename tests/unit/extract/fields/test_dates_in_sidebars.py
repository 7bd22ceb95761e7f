"""A day in a sidebar is the article's where words above it say so."""

import pytest

from newscrawl import extract_article

TEXT = "<p>The harbour board met on Tuesday and heard how the old pier is to be mended before the winter.</p>" * 6
LABELLED = "<h4>{label}</h4><div class='k1'>{day}</div>"


def _day(sidebar: str, *, language: str = "en", before: str = "") -> str:
    """The day of an article beside a sidebar; "" where it has none."""
    title = "How the old pier of the valley is mended"
    text = f"<main><article><h1>{title}</h1>{TEXT}</article></main>"
    page = f"<html lang={language}><title>{title}</title><body>{before}<div>{text}{sidebar}</div></body></html>"
    article = extract_article(page, url="https://example.com/pier")
    assert article
    return article.published.date().isoformat() if article.published else ""


@pytest.mark.parametrize(
    "inside",
    [
        "<h4>Published</h4><div>July 8, 2025</div>",
        "<h4>Published</h4><h3 class='sr-only'>Publish date</h3><time datetime='2025-07-08T12:00:00Z'>8 July</time>",
        "<p><strong>Date published</strong><br>8 July 2025</p>",
        "<div><span>Published on:</span> <span>8 July 2025</span></div>",
        "<p>July 8, 2025</p><p>Written by <b>Ann Ford, MD</b></p>",
        "<p>July 8, 2025</p><p>By Ann Ford</p><div class=tags><ul><li><a href=/p>Piers and moles of the north</a></ul>",
    ],
)
@pytest.mark.parametrize("box", ["<aside>{}</aside>", "<div class='post-sidebar'><div>{}</div></div>"])
def test_a_day_that_is_said_to_be_the_article_s(box: str, inside: str) -> None:
    assert _day(box.format(inside)) == "2025-07-08"
    assert _day("", before=box.format(inside)) == "2025-07-08"


@pytest.mark.parametrize(
    ("language", "label", "day"),
    [
        ("de", "Veröffentlichungsdatum", "8. Juli 2025"),
        ("fr", "Date de publication", "8 juillet 2025"),
        ("es", "Fecha de publicación", "8 de julio de 2025"),
        ("it", "Data di pubblicazione", "8 luglio 2025"),
        ("nl", "Publicatiedatum", "8 juli 2025"),
        ("ru", "Дата публикации", "8 июля 2025"),
        ("ko", "게시일", "2025.07.08"),
    ],
)
def test_labels_in_other_languages(language: str, label: str, day: str) -> None:
    assert _day(f"<aside>{LABELLED.format(label=label, day=day)}</aside>", language=language) == "2025-07-08"


@pytest.mark.parametrize(
    "sidebar",
    [
        "<div class='sidebar'><h4>Next tide</h4><div>July 8, 2025</div></div>",
        "<div class='sidebar'><p>July 8, 2025</p><p>By the harbour</p></div>",
        "<div class='sidebar'><p>July 8, 2025</p><p>The ferry by Ann Ford</p></div>",
        "<div class='sidebar'><p>July 8, 2025</p><p>By Ann Ford</p><h3><a href=/f>Ferry is late in May</a></h3></div>",
        "<div class='sidebar'><h4>Last updated</h4><div>July 8, 2025</div></div>",
        "<div class='sidebar'><a href='/ferry'><b>The ferry is late in summer</b></a><p>Published 8 May 2025</p></div>",
        "<div class='sidebar'><p>Published 8 July 2025</p><p>Published 9 July 2025</p></div>",
        "<div class='comments'><p>Published 8 July 2025</p></div>",
    ],
)
def test_other_days_in_sidebars_are_none(sidebar: str) -> None:
    assert _day(sidebar) == ""
