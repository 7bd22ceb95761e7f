"""What is not kept whole any longer has its posts, and they follow a change of format."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.posts import PostOptions
from newscrawl.render.drafts import Drafts
from newscrawl.render.site import render_site
from tests.support.desk import Desk, article, opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Three articles, of which only the newest is kept."""
    with opened(tmp_path) as desk:
        for seed in range(3):
            story = article(seed, f"https://www.example.com/{seed}")
            desk.take(story, story.url)
        assert desk.state.store.articles.prune("example", None, 1) == 2
        yield desk


def rendered(desk: Desk, *formats: str, **options: object) -> list[str]:
    """The posts after a render, and how many were written."""
    drafts = Drafts(formats=list(formats), options=PostOptions(**options))  # type: ignore[arg-type]
    done = render_site(desk.state.store, "example", drafts, desk.state.files)
    found = sorted(path for folder in desk.folder.glob("posts*") for path in folder.rglob("*") if path.is_file())
    return [f"{path.parent.parent.name} {path.stem[-1]}" for path in found] + [f"{done['written']} written"]


def test_its_posts_follow_a_change_of_format_and_no_other(desk: Desk) -> None:
    every, hugo = [[f"{folder} {number}" for number in (2, 1, 0)] for folder in ("posts", "posts-hugo")]
    assert rendered(desk, "hexo") == [*every, "0 written"]
    assert rendered(desk, "hexo", fields=("layout=news",)) == [*every, "1 written"]
    assert rendered(desk, "hexo", "hugo") == [*every, *hugo, "4 written"]
    assert rendered(desk, "hugo") == [*hugo, "0 written"]
    assert rendered(desk, "hugo") == [*hugo, "0 written"]
    assert rendered(desk, "hexo", body="markdown") == [*every, "3 written"]
    assert rendered(desk, "hugo") == [*hugo, "3 written"], "from Markdown too"


def test_a_post_that_a_person_edited_or_deleted_stays_so(desk: Desk) -> None:
    mine, gone, _ = sorted((desk.folder / "posts" / "example").iterdir())
    mine.write_text(mine.read_text().replace("</p>", " As I see it.</p>", 1))
    gone.unlink()
    found = rendered(desk, "hugo")
    assert mine.exists() and not gone.exists()
    assert found == [f"posts {mine.stem[-1]}", f"posts-hugo {mine.stem[-1]}", "posts-hugo 0", "2 written"]
