"""What is written where, and what is left alone."""

from newscrawl.posts import PostOptions, write_post
from tests.support.desk import STORY, Desk, article


def test_a_file_of_somebody_elses_is_left_alone(desk: Desk) -> None:
    name = write_post(article(1), "hexo", PostOptions()).name
    theirs = desk.folder / "posts" / "example" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text("my own notes")
    assert desk.take(article(1), STORY) == "new"
    assert theirs.read_text() == "my own notes" and len(desk.posts()) == 2
