# ruff: noqa: E501 - conditions read better side by side
"""Sites that say what `scrapy siteconfig` prints: every post has a page of its own, at a short address."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions, site_config
from tests.support import site_builds
from tests.support.site_builds import BUILDS, ON_REQUEST, SKELETONS

CONFIG = {"hexo": "_config.yml", "hugo": "config.toml", "jekyll": "_config.yml", "pelican": "pelicanconf.py"}
ALL = BUILDS | ON_REQUEST


def article(number: int, site: str, day: int) -> Article:
    return Article(
        url=f"https://{site}.example/{number}",
        site=site,
        title="News of the day",
        published=datetime(2021, 12, day, tzinfo=UTC),
        categories=["News", "World"],
        body=f"<p>word{number}word</p>",
    )


ARTICLES = [article(1, "valley", 9), article(2, "valley", 10), article(3, "coast", 9), article(4, "valley", 9)]


def pages_of_one(output: Path) -> Iterator[str]:
    """The addresses of pages that show one article alone, without Pelican's lists of what an author has written."""
    for path in output.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if [one.body in text for one in ARTICLES].count(True) == 1 and "author" not in path.parts:
            yield str(path.relative_to(output))


def configured(format: str, folder: Path) -> None:
    """A site's skeleton in `folder` with what the command prints in place of what it says itself."""
    said = site_config(format, PostOptions())
    named = {line.split(sep)[0].strip() for line in said.splitlines() for sep in ":=" if sep in line}
    kept = [
        line
        for line in (SKELETONS / format / CONFIG[format]).read_text().splitlines()
        if line.split(":")[0].split("=")[0].strip() not in named and "[permalinks]" not in line and "posts =" not in line
        and "renderer]" not in line
    ]  # fmt: skip
    (folder / format).mkdir()
    for path in (SKELETONS / format).iterdir():
        (folder / format / path.name).symlink_to(path)
    (folder / format / CONFIG[format]).unlink()
    (folder / format / CONFIG[format]).write_text("\n".join(kept) + "\n" + said)


@pytest.mark.parametrize("format", ["hexo", "hugo", "jekyll", pytest.param("pelican", marks=pytest.mark.on_request)])
def test_every_post_has_a_short_address_of_its_own(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "skeletons").mkdir()
    configured(format, tmp_path / "skeletons")
    monkeypatch.setattr(site_builds, "SKELETONS", tmp_path / "skeletons")
    name = "{date}-{site}-{slug}" if format == "jekyll" else "{site}/{date}-{slug}"
    site = ALL[format](tmp_path, ARTICLES, PostOptions(name=name))
    pages = list(pages_of_one(site.output))
    assert len(pages) == len(ARTICLES), pages
    for page in pages:
        assert page.count("2021") == (0 if format == "pelican" else 1), page
        assert "valley" not in page.partition("valley")[2]


@pytest.mark.on_request
def test_two_posts_of_one_title_build_with_eleventy(tmp_path: Path) -> None:
    assert len(list(pages_of_one(ALL["eleventy"](tmp_path, ARTICLES, PostOptions()).output))) == len(ARTICLES)
