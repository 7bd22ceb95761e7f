"""One golden test over all saved pages: `tests/pages/<site>-<what>.html` must become the `.md` beside it.

A page that lies there adds a test. Its address is the post's `source`. `python tests/test_pages.py` writes all posts
anew, for a change that is meant.
"""

import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newscrawl.saved_page import address_of, post_of, site_of, stages_of  # noqa: E402
from pipelines import STAGES  # noqa: E402

PLACES = {stage: place for place, stage in enumerate(STAGES)}
PAGES = sorted((ROOT / "tests" / "pages").glob("*.html"))


def made_of(page: Path) -> str:
    """The post of a page: all stages but those that fetch images or write."""
    loader = SpiderLoader(Settings({"SPIDER_MODULES": ["spiders"]}))
    spider = loader.load(site_of(page, loader.list()))()
    return post_of(spider, page.read_bytes(), address_of(page), stages_of(Settings({"ITEM_PIPELINES": PLACES})))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_saved_page_becomes_its_post(page: Path) -> None:
    assert made_of(page) == page.with_suffix(".md").read_text(encoding="utf-8")


if __name__ == "__main__":
    for page in PAGES:
        page.with_suffix(".md").write_text(made_of(page), encoding="utf-8")
