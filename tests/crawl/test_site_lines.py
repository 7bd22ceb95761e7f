"""What a crawl learns of a site's template: the lines that stand at the edges of its articles."""

from datetime import UTC, datetime
from pathlib import Path

from newscrawl.state.site_lines import OFTEN
from newscrawl.store import Store, site_lines
from tests.support.changing_site import Paper, Site, Story, prose

TEMPLATE = "The Saltmarsh Post has told the news of this coast since 1903, and nine people in two rooms make it."
STAND_IN = "/brand/coast.jpg"
"""What the site names to social networks where an article has no picture."""


def publish(site: Site, *numbers: int) -> None:
    texts = {n: [*prose(n), TEMPLATE] for n in numbers}
    site.write(*(Story(f"/2026/story-{n}", f"The old pier, part {n}", texts[n], image=STAND_IN) for n in numbers))


def test_a_line_or_a_cover_that_came_with_every_article_is_in_none_from_the_next_run_on(tmp_path: Path) -> None:
    with Site() as site:
        paper = Paper(site, tmp_path)
        publish(site, *range(OFTEN))
        assert f"{OFTEN} new" in paper.run().said
        for said in (TEMPLATE, STAND_IN):
            assert all(said.encode() in post for post in paper.posts().values()), "the first run cannot know"
        publish(site, 8, 9)
        done = paper.run()
        assert "2 new" in done.said, done.said
        for said in (TEMPLATE, STAND_IN):
            assert sum(said.encode() in post for post in paper.posts().values()) == OFTEN
        publish(site, 10)
        paper.run()
        for said in (TEMPLATE, STAND_IN):
            assert sum(said.encode() in post for post in paper.posts().values()) == OFTEN, "it is not forgotten"
        again = paper.run("-s", "INCREMENTAL=false")
        assert "0 new, 0 updated" in again.said, again.said
        page, modules = f"{site.home}/2026/story-10", "SPIDER_MODULES=paper_spiders"
        said = paper.command("explain", page, "--site", "paper", "-s", modules).out
        assert "in other articles of the site" in " ".join(said.split())


def test_a_rebuild_leaves_out_what_the_crawls_left_out(tmp_path: Path) -> None:
    with Site() as site:
        paper = Paper(site, tmp_path)
        for run, numbers in enumerate((range(OFTEN), (8, 9))):
            publish(site, *numbers)
            paper.run("-s", f"RECORD={tmp_path}/{run}.warc.gz")
    before = paper.posts()
    again = paper.command("rebuild", "paper", "--from", f"{tmp_path}/*.warc.gz", "-s", "SPIDER_MODULES=paper_spiders")
    assert "0 new, 0 updated" in again.said, again.said
    assert paper.posts() == before


def test_a_list_that_came_with_kept_articles_stays_in_them_when_they_are_read_again(tmp_path: Path) -> None:
    items = f"</p><ul><li>{TEMPLATE}</li><li>They are at the quay, in the house with the blue door.</li></ul><p>"
    with Site() as site:
        paper = Paper(site, tmp_path)
        for numbers in (range(OFTEN), (8, 9)):
            site.write(*(Story(f"/2026/story-{n}", f"The old pier, part {n}", [*prose(n), items]) for n in numbers))
            paper.run()
        before = paper.posts()
        assert sum(TEMPLATE.encode() in post for post in before.values()) == OFTEN
        assert "0 new, 0 updated" in paper.run("-s", "INCREMENTAL=false").said
        assert paper.posts() == before


def test_the_store_keeps_few_of_the_lines_that_stood_in_one_article(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store, store.transaction():
        now = datetime.now(UTC)
        store.site_lines.add("a", [1, 2] * OFTEN, now)
        store.site_lines.add("a", range(10, 10 + site_lines.MOST_SELDOM + 50), now)
        store.site_lines.forget_seldom("a", OFTEN)
        assert store.site_lines.often("a", OFTEN) == {1, 2}
        assert len(store.site_lines.often("a", 1)) == site_lines.MOST_SELDOM + 2
