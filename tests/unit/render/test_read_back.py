"""A post read back is the article that it was made of, in every format."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newscrawl.article import Article
from newscrawl.posts import FORMATS, PostOptions, write_post
from newscrawl.render.read_back import article_of, as_html, letters_of

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
    found = article_of(write_post(WHOLE, form, PostOptions(tags=8)).text, form, WHOLE.url)
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


def test_the_letters_of_a_body_are_what_a_reader_sees() -> None:
    assert letters_of("<p>One&#123; <b>two</b></p>\n<p>three</p>") == "One{twothree"


@pytest.mark.parametrize("form", FORMATS)
def test_a_post_in_markdown_comes_back(form: str) -> None:
    body = WHOLE.body + (
        "\n<ul>\n<li>a <strong>b</strong></li>\n<li>*c*</li>\n</ul>\n<blockquote>\n<p>Said.</p>\n</blockquote>\n"
        "<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )
    post = write_post(replace(WHOLE, body=body), form, PostOptions(body="markdown")).text
    assert "<p>" not in post.replace(f"<p>{WHOLE.description}</p>", ""), "the excerpt alone is HTML"
    found = article_of(post, form, WHOLE.url)
    assert found and (found.title, found.published, found.authors) == (WHOLE.title, WHOLE.published, WHOLE.authors)
    assert found.body.startswith(WHOLE.body)
    assert "<li>a <strong>b</strong></li><li>*c*</li>" in found.body and "<blockquote><p>Said.</p>" in found.body
    assert letters_of(as_html(post.partition("\n\n")[2])) == letters_of(body), "nobody edited it"
