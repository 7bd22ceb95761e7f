"""One bad page costs one page: it is set aside with why and what the server sent, and can be tried again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.state.quarantine import Quarantine
from newscrawl.warc.records import exchanges
from tests.crawl.test_incremental import stories
from tests.support.changing_site import Paper, Site


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with Site() as site:
        yield Paper(site, tmp_path)


BREAKS = """
from newscrawl.spider import NewsSpider, NoLinks
import pipelines.clean

class Paper(NewsSpider):
    name = "paper"
    start_urls = ["{home}/news"]
    links = "h2 a"
    body = "div.story"

    def parse_article(self, response):
        article = super().parse_article(response)
        assert "number-1" not in response.url, "a mistake in the spider"
        return article

class Clean(pipelines.clean.Clean):
    def process_item(self, article):
        assert "number 2" not in article.title, "a mistake in a stage"
        return super().process_item(article)
"""


def test_what_raises_or_is_refused_is_set_aside_and_read_again_after_the_fix(paper: Paper) -> None:
    fine, raises, breaks_a_stage, refused = stories(4)
    refused.paragraphs = []
    paper.site.write(fine, raises, breaks_a_stage, refused)
    environment = paper.environment()
    (paper.folder / "broken_spiders").mkdir()
    (paper.folder / "broken_spiders" / "__init__.py").write_text(BREAKS.format(home=paper.site.home))
    stages = '{"broken_spiders.Clean": 1, "pipelines.check.Check": 4, "pipelines.write.Write": 5}'
    broken = ["-s", "SPIDER_MODULES=broken_spiders", "-s", f"ITEM_PIPELINES={stages}"]
    done = paper.run(*broken)
    assert "1 new" in done.said, done.said
    aside = {entry.url.removeprefix(paper.site.home): entry for entry in quarantine(paper).entries("paper")}
    assert aside[raises.path].reason == "a mistake in the spider"
    assert aside[breaks_a_stage.path].reason == "a mistake in a stage"
    assert set(aside) == {raises.path, breaks_a_stage.path, refused.path}
    ((_, kept),) = exchanges(str(aside[raises.path].path))
    assert kept.body.decode() == raises.html(paper.site.home)
    # The next run leaves them alone; a retry reads what is stored, without the site.
    paper.site.asked()
    paper.run()
    assert paper.site.asked() == ["/news 304"]
    done = paper.run(command=["retry"])
    assert done.code == 0 and "2 new" in done.said, done.said
    assert paper.site.asked() == []
    assert len(paper.posts()) == 3
    assert [entry.url.removeprefix(paper.site.home) for entry in quarantine(paper).entries("paper")] == [refused.path]
    # What the site mended is asked for again.
    refused.paragraphs = stories(5)[4].paragraphs
    done = paper.run("--fetch", command=["retry"])
    assert done.code == 0 and "1 new" in done.said, done.said
    assert paper.site.asked() == [refused.path]
    assert quarantine(paper).entries("paper") == []
    assert "no article is set aside" in paper.run(command=["retry"]).said
    assert environment


def quarantine(paper: Paper) -> Quarantine:
    return Quarantine(paper.output / "quarantine")
