"""The crawl's posts in a real Hexo site, beside the reference post."""

import shutil
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.crawling import ROOT, crawl, posts
from tests.rendered import Page, Tree
from tests.site_builds import SKELETONS, Site, hexo_page, lay_out, need, run

REFERENCE = ROOT / "tests" / "generators" / "reference" / "post-2021-12-09.md"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    output = tmp_path_factory.mktemp("output")
    crawl(output)
    return posts(output)


@pytest.fixture(scope="module")
def pages(crawled: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Post's stem -> its page."""
    need("node", "a Hexo site cannot be built")
    need(str(SKELETONS / "hexo/node_modules/.bin/hexo"), "a Hexo site cannot be built")
    folder = tmp_path_factory.mktemp("site")
    site = Site(lay_out("hexo", folder), folder / "hexo/public", "")
    (site.folder / "source/_posts").mkdir(parents=True)
    for path in (*crawled, REFERENCE):
        shutil.copy(path, site.folder / "source/_posts")
    run(["node_modules/.bin/hexo", "generate", "--bail"], site)
    found = {}
    for path in (*crawled, REFERENCE):
        page = site.output / path.stem / "index.html"
        if page.is_file():
            found[path.stem] = hexo_page(LexborHTMLParser(page.read_text(encoding="utf-8")))
    return found


def test_every_post_appears_with_title_date_and_categories(crawled: list[Path], pages: dict[str, Page]) -> None:
    assert len(crawled) >= 30
    for path in crawled:
        front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        page = pages[path.stem]
        assert page.heading.strip() == front["title"]
        assert page.date.astimezone(UTC) == parsedate_to_datetime(front["date"])
        assert page.categories == front["categories"] == ["新媒体", "Aljazeera 半岛网", "新闻"]


def without_captions(tree: Tree) -> Tree:
    """A page's tree without the element that a caption stands in, which the reference has not."""
    return [item for item in tree if not (isinstance(item, tuple) and item[0] in ("figcaption", "/figcaption"))]


def test_the_page_of_the_reference_post_is_the_references_page(pages: dict[str, Page]) -> None:
    expected = pages[REFERENCE.stem]
    ours = next(page for stem, page in pages.items() if stem.startswith("2021-12-09"))
    assert (ours.title, ours.heading, ours.date, ours.categories) == (
        expected.title,
        expected.heading,
        expected.date,
        expected.categories,
    )
    assert ours.date == datetime(2021, 12, 9, 8, 11, 24, tzinfo=UTC)
    assert plain(ours.tree) == plain(expected.tree)


def plain(tree: Tree) -> Tree:
    """Elements, the images' addresses and every text."""
    return [
        item if isinstance(item, str) else (item[0], item[1].get("src"))  # type: ignore[index]
        for item in without_captions(tree)
    ]
