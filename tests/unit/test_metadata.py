"""Metadata made regular."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.article import Article
from newscrawl.metadata import headline, plain
from pipelines.check import Check
from pipelines.metadata import Metadata


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("五角大楼确认 | 新闻 | 半岛电视台", "五角大楼确认"),
        ("Court orders city to publish | News | Al Jazeera", "Court orders city to publish"),
        ("Court orders city - Al Jazeera", "Court orders city"),
        ("How Al Jazeera", "How Al Jazeera"),
        ("News | Views | Clues", "News | Views | Clues"),
        ("Half-time at Al-Jazeera", "Half-time at Al-Jazeera"),
        ("| Al Jazeera", "| Al Jazeera"),
    ],
)
def test_the_sites_name_is_taken_off_the_title(title: str, left: str) -> None:
    assert headline(title, ["新闻", "半岛电视台", "News", "Al Jazeera", ""]) == left


def test_an_article_stands_under_its_section_where_its_site_has_no_path_of_its_own() -> None:
    article = Article(url="https://example.com/a", section=" Sport ")
    assert Metadata().process_item(article).categories == ["Sport"]
    assert Metadata().process_item(replace(article, categories=["News", "World"])).categories == ["News", "World"]
    assert Metadata().process_item(replace(article, section="")).categories == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Who&amp;#8217;s next", "Who’s next"),
        ("A&#038;B &amp;amp; C&nbsp;D", "A&B & C D"),
        ("How to write &lt;b&gt; in a page", "How to write &lt;b&gt; in a page"),
        ("Q&A; AT&T", "Q&A; AT&T"),
        ("AT&T &amp; &quot;me&quot;", "AT&T &amp; &quot;me&quot;"),
        ("Johnson & Johnson&#8217;s", "Johnson & Johnson’s"),
    ],
)
def test_entities_that_were_escaped_twice_are_undone(text: str, read: str) -> None:
    assert plain(text) == read


@given(st.text())
def test_plain_text_is_one_line_without_blanks_at_its_edges(text: str) -> None:
    assert plain(text) == plain(text).strip() and "\n" not in plain(text) and "  " not in plain(text)


def test_the_stage_makes_every_field_regular() -> None:
    article = Metadata().process_item(
        Article(
            url="https://e.com/a",
            title="Who&amp;#8217;s\n next | The Paper",
            publisher="The Paper",
            published=datetime(2026, 11, 21),  # noqa: DTZ001
            authors=[" A  B ", "A B", ""],
            tags=["x", "x", "&amp;"],
        )
    )
    assert article.title == "Who’s next"
    assert article.published == datetime(2026, 11, 21, tzinfo=UTC)
    assert article.authors == ["A B"] and article.tags == ["x", "&"]


def test_what_has_no_text_title_or_date_is_refused_with_the_reason() -> None:
    whole = Article(url="https://e.com/a", title="T", text="t", published=datetime(2026, 11, 21, tzinfo=UTC))
    assert Check().process_item(whole).title == "T"
    lacking = {"no text": replace(whole, text=""), "no title": replace(whole, title="")}
    for reason, article in (lacking | {"no date": replace(whole, published=None)}).items():
        with pytest.raises(Exception, match=reason):
            Check().process_item(article)
