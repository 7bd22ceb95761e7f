"""What stands beside a post that a person edited: the new version of it, for as long as that is true."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newscrawl.files import LocalFiles
from newscrawl.posts import PostOptions
from newscrawl.render.drafts import Drafts
from newscrawl.render.site import render_site
from newscrawl.state.post_files import Edits, PostFiles
from tests.support.desk import Desk, article, opened

EDITED = "edited by a person"
HEXO = Drafts(formats=["hexo"], options=PostOptions())
NEWS = Drafts(formats=["hexo"], options=PostOptions(fields=("layout=news",)))
HUGO = Drafts(formats=["hugo"], options=PostOptions())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as desk:
        desk.take(article(1), article(1).url)
        yield desk


@pytest.fixture
def mine(desk: Desk) -> Path:
    """A post that was edited, with its new version beside it."""
    (path,) = (desk.folder / "posts" / "example").iterdir()
    path.write_text(EDITED)
    rendered(desk, "both")
    assert new(path).exists()
    return path


def rendered(desk: Desk, edits: Edits, drafts: Drafts = HEXO) -> None:
    render_site(desk.state.store, "example", drafts, PostFiles(desk.state.store, LocalFiles(desk.folder), edits))


def new(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def test_it_is_what_the_post_would_be_now(desk: Desk, mine: Path) -> None:
    rendered(desk, "both", NEWS)
    assert "layout: 'news'" in new(mine).read_text() and mine.read_text() == EDITED


def test_one_that_a_person_deleted_comes_back_when_it_says_something_new(desk: Desk, mine: Path) -> None:
    new(mine).unlink()
    rendered(desk, "both")
    assert not new(mine).exists()
    rendered(desk, "both", NEWS)
    assert new(mine).exists()


def taken_over(desk: Desk, mine: Path) -> None:
    mine.write_bytes(new(mine).read_bytes())
    rendered(desk, "both")


def deleted(desk: Desk, mine: Path) -> None:
    mine.unlink()
    rendered(desk, "both")


@pytest.mark.parametrize(
    "happens",
    [
        lambda desk, mine: rendered(desk, "keep"),
        lambda desk, mine: rendered(desk, "overwrite"),
        lambda desk, mine: rendered(desk, "both", HUGO),
        taken_over,
        deleted,
    ],
    ids=["kept alone", "overwritten", "another format", "taken over", "deleted"],
)
def test_it_goes_where_it_is_no_longer_true(desk: Desk, mine: Path, happens: Callable[[Desk, Path], object]) -> None:
    happens(desk, mine)
    assert not new(mine).exists()


def test_what_a_person_wrote_into_it_stays(desk: Desk, mine: Path) -> None:
    new(mine).write_text("half merged")
    for edits in ("both", "keep", "overwrite"):
        rendered(desk, edits, NEWS)
        assert new(mine).read_text() == "half merged"
