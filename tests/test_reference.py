"""The reference post, and the post that newscrawl writes of the same article: Hexo renders one page of both."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from newscrawl.article import Article
from newscrawl.clean import clean_body
from newscrawl.posts import PostOptions, write_post
from tests.site_builds import SKELETONS, Site, canaries, hexo_page, lay_out, need, run

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
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A Hexo site of two posts: the reference as `theirs`, newscrawl's as `ours`."""
    need("node", "a Hexo site cannot be built")
    need(str(SKELETONS / "hexo/node_modules/.bin/hexo"), "a Hexo site cannot be built")
    folder = tmp_path_factory.mktemp("site")
    site = Site(lay_out("hexo", folder), folder / "hexo/public", "")
    canaries(site.folder, "source/_posts")
    posts = site.folder / "source/_posts"
    (posts / "theirs.md").write_bytes(REFERENCE.read_bytes())
    (posts / "ours.md").write_text(write_post(reference_article(), "hexo", PostOptions()).text, encoding="utf-8")
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
