"""A post read back is the article that it was made of, in every format in HTML."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newscrawl.article import Article
from newscrawl.posts import FORMATS, write_post
from newscrawl.render.read_back import article_of, words_of

WHOLE = Article(
    url="https://www.example.com/news/1",
    title='It\'s "quoted" & fine: a title',
    published=datetime(2026, 11, 22, 8, 30, tzinfo=timezone(timedelta(hours=8))),
    updated=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    authors=["Ana Lee", "Bo Chen"],
    categories=["World", "Asia"],
    tags=["tide", "harbour"],
    description="What it says: all.",
    language="en",
    publisher="The Example",
    image="https://www.example.com/a.jpg",
    body='<p>One {{ two }} | three.</p>\n<h2>Four</h2>\n<p>Five <a href="https://www.example.com/2" '
    'rel="noopener nofollow">six</a>.</p>',
    text="One {{ two }} | three.\nFour\nFive six.",
)


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if not form.markdown_only])
def test_what_a_post_says_comes_back(form: str) -> None:
    found = article_of(write_post(WHOLE, form).text, form, WHOLE.url)
    assert found
    assert (found.title, found.body, found.text) == (WHOLE.title, WHOLE.body, WHOLE.text)
    assert (found.published, found.updated) == (WHOLE.published, WHOLE.updated)
    assert (found.tags, found.authors, found.description) == (WHOLE.tags, WHOLE.authors, WHOLE.description)
    assert found.categories == (WHOLE.categories[-1:] if form == "pelican" else WHOLE.categories)
    assert found.image == WHOLE.image


def test_what_is_no_post_gives_no_article() -> None:
    whole = write_post(WHOLE, "hexo").text
    for broken in (
        "",
        "my notes",
        whole.replace("title:", "name:"),
        whole.partition("<div>")[0],
        "---\na: [\n---\n\nb",
    ):
        assert article_of(broken, "hexo", WHOLE.url) is None
    undated = article_of(whole.replace("date: 'Sun,", "date: 'one day,"), "hexo", WHOLE.url)
    assert undated and (undated.published, undated.title) == (None, WHOLE.title)


def test_the_words_of_a_body_are_what_a_reader_sees() -> None:
    assert words_of("<p>One&#123; <b>two</b></p>\n<p>three</p>") == ["One{", "two", "three"]
