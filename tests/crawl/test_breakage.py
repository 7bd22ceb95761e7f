"""A broken layout is named in the run that met it; three odd articles are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        yield Paper(site, tmp_path)


def test_a_changed_layout_ends_the_run_with_the_selector_and_the_posts_stay(paper: Paper) -> None:
    paper.site.write(*stories(12))
    assert paper.run().code == 0
    before = paper.posts()
    new = stories(8, first=20)
    for story in new:
        story.wrapper = "article-content-2027"
    paper.site.write(*new)
    for old in list(paper.site.stories.values())[:12]:
        old.wrapper = "article-content-2027"
    done = paper.run()
    assert done.code == 1
    assert "paper: body 0/8, was 12/12 (div.story)\n" in done.said, done.said
    after = paper.posts()
    assert {name: after[name] for name in before} == before
    assert all(len(post) > 1000 for post in after.values()), "nothing empty is exported"
    health = paper.command("health")
    assert health.code == 1 and "paper: " in health.out and "body 0/8, was 12/12 (div.story)" in health.out
