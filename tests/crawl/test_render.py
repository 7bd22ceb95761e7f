"""A user who changes his mind: posts come out of the archive in whatever form is asked for, without a request."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.posts import PostOptions
from newscrawl.render.drafts import Drafts
from tests.crawl.test_incremental import later, stories
from tests.support.changing_site import Paper, Site
from tests.support.warm import Done


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        site.write(*stories(5))
        yield Paper(site, tmp_path)


def render(paper: Paper, *arguments: str) -> Done:
    """`scrapy render` in the environment of a crawl of this site."""
    return paper.run(*arguments, command=("render",))


def files(paper: Paper) -> dict[str, bytes]:
    """All posts, in whatever folder."""
    root = paper.output
    found = [path for folder in root.glob("posts*") for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def afresh(paper: Paper, tmp_path: Path, *arguments: str) -> dict[str, bytes]:
    """What one crawl of the site into an empty folder gives."""
    other = Paper(paper.site, tmp_path / "afresh")
    other.folder.mkdir(parents=True)
    assert other.run(*arguments).code == 0
    paper.site.asked()
    return files(other)


MIND = [
    ("-s", "POST_FORMAT=hexo"),
    ("-s", "POST_FIELDS=layout=news"),
    ("-s", "POST_FORMAT=hexo,hugo"),
    ("-s", "POST_FORMAT=hexo"),
    ("-s", "POST_FORMAT=hugo"),
    ("-s", "POST_FORMAT=hugo", "-s", "POST_THEME=stack"),
    ("-s", "POST_NAME={year}/{date}-{slug}"),
    ("-s", "POST_FORMAT=jekyll,hexo"),
]


def test_each_change_of_mind_ends_in_exactly_the_posts_asked_for_without_a_request(
    paper: Paper, tmp_path: Path
) -> None:
    paper.run()
    paper.site.asked()
    for step, arguments in enumerate(MIND):
        # A crawl does what a render does, and asks for the listing besides.
        done = render(paper, *arguments) if step % 2 else paper.run(*arguments)
        assert done.code == 0, done.said
        assert paper.site.asked() == ([] if step % 2 else ["/news 304"]), "not one article is asked for"
        assert files(paper) == afresh(paper, tmp_path / str(step), *arguments), arguments
    assert "rendered" not in paper.run(*arguments).said, "nothing has changed since"


def test_render_touches_only_what_changes_and_asks_nobody(paper: Paper, tmp_path: Path) -> None:
    paper.run()
    paper.site.asked()
    stamps = {path: path.stat().st_mtime_ns for path in (paper.output / "posts").rglob("*.md")}
    done = render(paper)
    assert (done.code, done.out) == (0, "paper: 0 written, 5 unchanged, 0 removed\n"), done.said
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    done = render(paper, "-s", "POST_FORMAT=hugo,hexo")
    assert done.out == "paper: 5 written, 5 unchanged, 0 removed\n"
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    assert not paper.site.asked()
    # A crawl with other settings follows those.
    paper.run()
    assert set(files(paper)) == {f"posts/paper/{name}" for name in paper.posts()}


def test_a_folder_of_ones_own_is_kept_like_the_other(paper: Paper, tmp_path: Path) -> None:
    paper.run()
    there = tmp_path / "my site" / "news"
    (there / "paper").mkdir(parents=True)
    (there / "paper" / "mine.md").write_text("my own")
    assert render(paper, "--to", str(there)).code == 0
    assert len(list((there / "paper").iterdir())) == 6
    render(paper, "--to", str(there), "-s", "POST_FORMAT=jekyll")
    assert sorted(path.suffix for path in (there / "paper").iterdir()) == [".html"] * 5 + [".md"]
    assert (there / "paper" / "mine.md").read_text() == "my own"
    assert len(paper.posts()) == 5, "and the other stays as it is"
    assert "--to takes one format" in render(paper, "--to", str(there), "-s", "POST_FORMAT=hexo,hugo").said


EDITED = "edited by a person"


def edited(paper: Paper) -> tuple[Path, Path]:
    """A post that a person edited, and one that was deleted."""
    mine, unwanted = sorted((paper.output / "posts" / "paper").iterdir())[:2]
    mine.write_text(EDITED)
    unwanted.unlink()
    return mine, unwanted


def test_what_a_person_edited_or_deleted_stays(paper: Paper) -> None:
    paper.run()
    mine, unwanted = edited(paper)
    done = render(paper, "-s", "POST_FIELDS=layout=news")
    assert done.out.endswith("1 edited by hand, left as they are; 1 deleted by hand, left as they are\n")
    assert mine.read_text() == EDITED and not unwanted.exists()
    # Neither a new version nor everything read again changes that.
    for story in paper.site.stories.values():
        story.paragraphs = ["It was all different.", *story.paragraphs]
    later(paper, seconds=1)
    done = paper.run("-s", "INCREMENTAL=false", "-s", "POST_FIELDS=layout=news")
    assert "left 2: deleted by hand 1, edited by hand 1" in done.said, done.said
    assert mine.read_text() == EDITED and not unwanted.exists()
    # Another format does not take it away, and neither does the way back.
    for form in ("hugo", "hexo"):
        paper.run("-s", f"POST_FORMAT={form}")
        assert mine.read_text() == EDITED and not unwanted.exists()


def test_both_puts_the_new_version_beside_and_overwrite_in_its_place(paper: Paper) -> None:
    paper.run()
    before = paper.posts()
    mine, unwanted = edited(paper)
    render(paper, "-s", "POST_EDITS=both")
    assert mine.read_text() == EDITED and not unwanted.exists()
    assert mine.with_name(f"{mine.name}.new").read_bytes() == before[mine.name]
    mine.with_name(f"{mine.name}.new").unlink()
    render(paper, "-s", "POST_EDITS=overwrite")
    assert paper.posts() == before
    assert "POST_EDITS=ask: accepted are keep" in render(paper, "-s", "POST_EDITS=ask").said


def test_what_was_crawled_without_posts_gets_them(paper: Paper) -> None:
    paper.run("-s", "POSTS=false")
    assert not files(paper)
    paper.site.asked()
    assert "rendered 5: written 5" in paper.run().said
    assert paper.site.asked() == ["/news 304"] and len(paper.posts()) == 5


def test_a_post_is_named_by_what_its_article_was_first_called(paper: Paper) -> None:
    paper.run()
    paper.site.stories["/2026/03/story-number-0"].title = "Another title"
    later(paper, seconds=1)
    paper.run("-s", "INCREMENTAL=false")
    paper.run("-s", "POST_FORMAT=hugo")
    assert "posts-hugo/paper/2026-03-01-story-number-0.md" in files(paper)


def test_choices_differ_where_posts_would() -> None:
    plain = Drafts(formats=["hexo"], options=PostOptions())
    assert plain.choices == Drafts(formats=["hexo"], options=PostOptions()).choices
    assert plain.choices != Drafts(formats=["hexo"], options=PostOptions(tags=3)).choices
    one, other = (Drafts(formats=formats, options=PostOptions()) for formats in (["a", "b"], ["b", "a"]))
    assert one.choices == other.choices


def test_copies_of_one_text_on_several_sites_are_told_and_make_one_post_where_that_is_wanted(paper: Paper) -> None:
    """An agency's story, which two papers print."""
    other = Paper(paper.site, paper.folder, name="other")
    first = ("-s", "POST_DUPLICATES=first")
    paper.run(*first)
    other.run(*first)
    assert len(list((paper.output / "posts" / "paper").iterdir())) == 5
    assert not (paper.output / "posts" / "other").exists()
    with paper.store() as store:
        copies = {each.record["url"]: each.record["same_as"] for each in store.articles.newest_first("other")}
        assert {each.record["same_as"] for each in store.articles.newest_first("paper")} == {""}
    assert len(copies) == 5 and all(url == same_as for url, same_as in copies.items())
    paper.site.asked()
    assert "rendered 5: written 5" in other.run().said, "all are wanted now"
    assert "rendered 5: removed 5" in other.run(*first).said
    assert "rendered" not in other.run(*first).said
    assert set(paper.site.asked()) == {"/news 304"}
    assert "POST_DUPLICATES=one: accepted are all, first" in other.run("-s", "POST_DUPLICATES=one").said
