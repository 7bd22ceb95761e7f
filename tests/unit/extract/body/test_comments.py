"""Comments, buttons and what a player says below a text where no name marks them: their own words do."""

import pytest

from newscrawl import extract_article

TEXT = "".join(
    f"<p>The harbour board met for the {n}th time on Tuesday and heard how the old pier is to be mended.</p>"
    for n in range(9)
)
FIRST, SECOND = (
    "Well told, and I hope that the pier is mended soon.",
    "My father built that pier with two of his brothers.",
)


def text_of(behind: str, language: str = "en", *, title: str = "The old pier") -> str:
    html = f"<html lang={language}><body><div><h1>{title}</h1>{TEXT}{behind}</div></body></html>"
    article = extract_article(html, url="https://example.com/pier")
    assert article
    return article.text


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "2 comments"),
        ("en", "There are 2 comments"),
        ("en", "2 thoughts on “The old pier”"),
        ("en", "Comments (2)"),
        ("de", "2 Gedanken zu „The old pier“"),
        ("fr", "2 réflexions sur « The old pier »"),
        ("pl", "Komentarze: 2"),
        ("es", "2 respuestas en “The old pier”"),
        ("nl", "2 gedachten over “The old pier”"),
        ("nb", "2 svar til «The old pier»"),
        ("ja", "「The old pier」への2件のフィードバック"),
        ("ja", "「The old pier」への2件の返信"),
        ("zh", "《The old pier》有 2 条评论"),
        ("en", "Leave a Reply Cancel reply"),
        ("de", "Kommentare Schreibe einen Kommentar"),
        ("de", "15 Hinterlasse einen Kommentar"),
        ("it", "Lascia un commento Annulla risposta"),
        ("ja", "コメントを残す コメントをキャンセル"),
    ],
)
def test_a_line_that_counts_comments_ends_the_text(language: str, heading: str) -> None:
    text = text_of(f"<h3>{heading}</h3><p>{FIRST}</p><p>{SECOND}</p>", language)
    assert text.count("\n") == 8 and FIRST not in text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "2 thoughts on"), ("de", "2 Gedanken zu"), ("nl", "2 reacties op")]
)
def test_a_line_that_counts_what_was_said_of_the_headline_ends_the_text(language: str, words: str) -> None:
    title = "How the old pier of the valley is mended"
    text = text_of(f"<h3>{words} {title}</h3><p>{FIRST}</p><p>{SECOND}</p>", language, title=title)
    assert text.count("\n") == 8 and FIRST not in text


@pytest.mark.parametrize(
    "behind",
    [
        f"<h3>Comments</h3><p>Jo Hill says:</p><p>{FIRST}</p><p>Ann Ford says:</p><p>{SECOND}</p>",
        f"<h3>Leave a reply</h3><p>May 4, 2026, 9:15 am</p><p>{FIRST}</p><p>May 5, 2026, 8:02 am</p><p>{SECOND}</p>",
        f"<h3>View comments</h3><p>Jo · 4 May 2026, 9:15</p><p>{FIRST}</p><p>Ann, 5 May 2026 8:02</p><p>{SECOND}</p>",
        f"<p>{{ 2 comments… }}</p><ul><li>Jo<br>May 4, 2026<br>{FIRST}<li>Ann<br>May 5, 2026<br>{SECOND}</ul>",
    ],
)
def test_a_heading_of_comments_ends_the_text_where_names_or_dates_begin_them(behind: str) -> None:
    text = text_of(behind)
    assert FIRST not in text and SECOND not in text


@pytest.mark.parametrize(
    "heading", ["12 thoughts on marriage", "5 replies to the harbour board", "Top 10 comments of the week"]
)
def test_a_part_of_the_text_that_is_called_so_stays(heading: str) -> None:
    assert SECOND in text_of(f"<h2>{heading}</h2><p>{FIRST}</p><p>{SECOND}</p>")


def test_a_count_above_the_text_ends_nothing() -> None:
    html = f"<html lang=en><h1>The old pier</h1><p>Short.</p><h2>3 responses</h2><p>{SECOND}</p>{TEXT}</html>"
    article = extract_article(html, url="https://example.com/pier")
    assert article and SECOND in article.text


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", "<h3>Share this:</h3><p>Like this:</p><p>Like Loading...</p>"),
        ("de", "<p>Teilen mit:</p><h3>Gefällt mir:</h3><p>Gefällt mir Wird geladen …</p>"),
        ("es", "<p>Comparte esto:</p><p>Me gusta Cargando...</p>"),
        ("ja", "<p>共有:</p><p>いいね</p>"),
    ],
)
def test_labels_of_buttons_to_share_end_the_text(language: str, lines: str) -> None:
    assert text_of(lines, language).count("\n") == 8


def test_a_part_of_the_text_about_sharing_stays() -> None:
    assert "Print this page\nMy father" in text_of(f"<h2>Print this page</h2><p>{SECOND} {SECOND} {SECOND}</p>")


@pytest.mark.parametrize(
    "line", ["Sorry, the video could not be loaded.", "Try reloading the page, or watch our other films."]
)
def test_what_a_player_says_that_cannot_play_is_no_text(line: str) -> None:
    assert line not in text_of(f"<p>{line}</p>")
