"""The crawl's posts and the reference post in one Hexo site: newscrawl's pages are the reference's page."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from newscrawl.article import Article
from newscrawl.clean import clean_body
from newscrawl.posts import PostOptions, write_post
from tests.support.crawling import crawl, posts
from tests.support.rendered import Tree
from tests.support.site_builds import SKELETONS, Site, canaries, hexo_page, lay_out, need, run

REFERENCE = SKELETONS / "reference/post-2021-12-09.md"


def reference_article() -> Article:
    """The article of the reference post, read back from it."""
    _, front, body = REFERENCE.read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    return Article(
        url="https://chinese.aljazeera.net/news/political/2021/12/9/reference",
        title=fields["title"],
        published=parsedate_to_datetime(fields["date"]).astimezone(UTC),
        categories=fields["categories"],
        publisher=fields["author"],
        image=fields["headimg"],
        body=clean_body(body.strip().removeprefix("<div>").removesuffix("</div>"), "https://chinese.aljazeera.net/"),
    )


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    output = tmp_path_factory.mktemp("output")
    crawl(output)
    return posts(output)


@pytest.fixture(scope="module")
def site(crawled: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A Hexo site of the crawl's posts, the reference as `theirs`, and newscrawl's post of its article as `ours`."""
    need("node", "a Hexo site cannot be built")
    need(str(SKELETONS / "hexo/node_modules/.bin/hexo"), "a Hexo site cannot be built")
    folder = tmp_path_factory.mktemp("site")
    site = Site(lay_out("hexo", folder), folder / "hexo/public", "")
    canaries(site.folder, "source/_posts")
    folder = site.folder / "source/_posts"
    for path in crawled:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "theirs.md").write_bytes(REFERENCE.read_bytes())
    (folder / "ours.md").write_text(write_post(reference_article(), "hexo", PostOptions()).text, encoding="utf-8")
    run(["node_modules/.bin/hexo", "generate", "--bail"], site)
    return site


def page(site: Site, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site.output / name / "index.html").read_text(encoding="utf-8"))


def test_both_pages_say_the_same(site: Site) -> None:
    theirs, ours = hexo_page(page(site, "theirs")), hexo_page(page(site, "ours"))
    assert ours == theirs
    assert ours.date == datetime(2021, 12, 9, 8, 11, 24, tzinfo=UTC)
    assert ours.categories == ["新媒体", "Aljazeera 半岛网", "新闻"]
    assert len(ours.tree) >= 100


def test_both_pages_have_the_same_category_path(site: Site) -> None:
    links = (page(site, name).css(".article-category-link") for name in ("theirs", "ours"))
    paths = [[link.attributes["href"] for link in post] for post in links]
    assert paths[0] == paths[1]
    assert Path(paths[0][-1] or "").name


def test_images_ask_for_no_referrer_on_both_pages(site: Site) -> None:
    for name in ("theirs", "ours"):
        images = page(site, name).css(".article-entry img")
        assert [image.attributes.get("referrerpolicy") for image in images] == ["no-referrer"] * 2


def test_every_post_appears_with_title_date_and_categories(crawled: list[Path], site: Site) -> None:
    assert len(crawled) >= 30
    for path in crawled:
        front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        shown = hexo_page(page(site, path.stem))
        assert shown.heading.strip() == front["title"]
        assert shown.date.astimezone(UTC) == parsedate_to_datetime(front["date"])
        assert shown.categories == front["categories"] == ["新媒体", "Aljazeera 半岛网", "新闻"]


def test_the_crawls_page_of_the_reference_is_the_references_page(crawled: list[Path], site: Site) -> None:
    crawls = next(path.stem for path in crawled if path.name.startswith("2021-12-09"))
    theirs, ours = hexo_page(page(site, "theirs")), hexo_page(page(site, crawls))
    for part in ("title", "heading", "date", "categories"):
        assert getattr(ours, part) == getattr(theirs, part)
    assert plain(ours.tree) == plain(theirs.tree)


def plain(tree: Tree) -> list[str | tuple[str, str | None]]:
    """Elements, the images' addresses and every text."""
    return [item if isinstance(item, str) else (item[0], item[1].get("src")) for item in without_captions(tree)]


def without_captions(tree: Tree) -> Tree:
    """A page's tree without the element that a caption stands in, which the reference has not."""
    return [item for item in tree if not (isinstance(item, tuple) and item[0] in ("figcaption", "/figcaption"))]


@pytest.mark.on_request
def test_a_site_with_a_zone_of_its_own_shows_the_instant(tmp_path: Path) -> None:
    """The machine's clock is New York's, the site's Shanghai's; without the option Hexo is hours off."""
    need(str(SKELETONS / "hexo/node_modules/.bin/hexo"), "a Hexo site cannot be built")
    site = Site(lay_out("hexo", tmp_path), tmp_path / "hexo/public", "")
    with (site.folder / "_config.yml").open("a") as config:
        config.write("timezone: Asia/Shanghai\n")
    canaries(site.folder, "source/_posts")
    for name, zone in (("with", "Asia/Shanghai"), ("without", "")):
        text = write_post(reference_article(), "hexo", PostOptions(timezone=zone)).text
        (site.folder / f"source/_posts/{name}.md").write_text(text, encoding="utf-8")
    run(["node_modules/.bin/hexo", "generate", "--bail"], site)
    moment = datetime(2021, 12, 9, 8, 11, 24, tzinfo=UTC)
    assert hexo_page(page(site, "with")).date == moment
    assert hexo_page(page(site, "without")).date != moment
