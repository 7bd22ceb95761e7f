"""What is written where, and what is left alone."""

from dataclasses import replace

from newscrawl.article_record import from_record
from newscrawl.posts import PostOptions, write_post
from tests.support.desk import STORY, Desk, article


def test_a_file_of_somebody_elses_is_left_alone(desk: Desk) -> None:
    name = write_post(article(1), "hexo", PostOptions()).name
    theirs = desk.folder / "posts" / "example" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text("my own notes")
    assert desk.take(article(1), STORY) == "new"
    assert theirs.read_text() == "my own notes" and len(desk.posts()) == 2


def test_an_article_is_kept_whole_and_so_is_what_it_was_before_an_edit(desk: Desk) -> None:
    desk.take(article(1), STORY)
    page = desk.page(STORY).id
    first = desk.state.store.articles.get(page)
    assert first and from_record(first) == article(1)
    assert desk.take(article(1), STORY) == "unchanged"
    assert len(desk.state.store.articles.versions(page)) == 1
    desk.take(replace(article(1), title="Corrected"), STORY)
    titles = [record["title"] for _, record in desk.state.store.articles.versions(page)]
    assert titles == ["Story 1", "Corrected"]
