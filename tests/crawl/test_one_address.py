"""One address, another story each day; and pages that a feed or a sitemap calls changed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.changing_site import Paper, Site, Story, prose

NOW = datetime.now(UTC).replace(microsecond=0)
FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>V</title>{}</feed>"""
ENTRY = """<entry><title>{0.title}</title><link href="{1}{0.path}"/><id>{1}{0.path}</id>
<published>{0.published}</published><updated>{2}</updated></entry>"""


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        yield Paper(site, tmp_path)


def ago(**time: float) -> str:
    return (NOW - timedelta(**time)).isoformat()


def show(paper: Paper, story: Story, updated: str) -> None:
    """The site's one listing is a feed."""
    paper.site.stories[story.path] = story
    paper.site.raw["/news"] = FEED.format(ENTRY.format(story, paper.site.home, updated))
    paper.site.types["/news"] = "application/atom+xml"


def test_a_daily_briefing_is_an_article_each_day_and_the_old_ones_stay(paper: Paper) -> None:
    for day in (3, 2, 1):
        story = Story("/briefing", f"Morning briefing: {prose(day)[0][:20]}", prose(day), published=ago(days=10 + day))
        show(paper, story, story.published)
        done = paper.run()
        assert done.code == 0 and "1 new" in done.said, done.said
    assert len(paper.posts()) == 3
    with paper.store() as store:
        assert len({each.record["title"] for each in store.articles.newest_first("paper")}) == 3
    paper.site.asked()
    assert "0 new" in paper.run().said and paper.site.asked() in (["/news"], ["/news 304"])


@pytest.mark.parametrize("known", [False, True], ids=["said before", "kept by an older newscrawl"])
def test_a_story_that_is_corrected_under_a_new_title_stays_one_article(paper: Paper, known: bool) -> None:
    story = Story("/2026/clock-tower", "Clock tower sold", prose(1), published=ago(days=9))
    show(paper, story, story.published)
    paper.run()
    with paper.store() as store, store.transaction():
        page = store.pages.by_key(paper.key(story.path))
        assert page and page.due is None, "nothing asks for it any more"
        if known:
            store.pages.change(page.id, fetched=NOW - timedelta(hours=1), said=None)
    story.title, story.paragraphs = "Clock tower sold; CORRECTED", [*story.paragraphs, "This was corrected."]
    show(paper, story, ago(minutes=5))
    assert "0 new, 1 updated" in paper.run().said
    assert [b"CORRECTED" in post for post in paper.posts().values()] == [True]
    paper.site.asked()
    paper.site.validators = False
    paper.run()
    assert paper.site.asked() == ["/news"], "each word of a listing is followed once"


def test_a_listing_that_calls_everything_changed_just_now_is_not_believed(paper: Paper) -> None:
    story = Story("/2026/clock-tower", "Clock tower sold", prose(1), published=ago(days=9))
    show(paper, story, story.published)
    paper.run()
    paper.site.asked()
    show(paper, story, (datetime.now(UTC) + timedelta(seconds=1)).isoformat())
    paper.run()
    assert story.path not in paper.site.asked()
