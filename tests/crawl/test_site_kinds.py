"""Each kind of site from its front page alone: every article is found, or a line says why not and what helps."""

from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.crawls import crawls
from tests.support.news_sites import Site, serving
from tests.support.site_kinds import KINDS


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Site, list[str], dict[str, Any]]]:
    """Every site, in one process: name -> (the site, what was asked for, what came of it)."""
    with ExitStack() as stack:
        made = [(site, *stack.enter_context(serving(site))) for site in (make() for make in KINDS)]
        # A store for each: one host means one site, and two systems' made stories may be alike.
        output = tmp_path_factory.mktemp("output")
        stores = [{"OUTPUT": str(output / site.name)} for site, _, _ in made]
        jobs = [
            {"spider": "site", "arguments": {"url": home}, "settings": store}
            for (_, home, _), store in zip(made, stores, strict=True)
        ]
        done = crawls(jobs, output)
        return {site.name: (site, asked, job) for (site, _, asked), job in zip(made, done, strict=True)}


@pytest.mark.parametrize("name", [make().name for make in KINDS])
def test_every_article_is_found_once_with_its_title_and_its_date(name: str, crawled: Any) -> None:
    site, asked, done = crawled[name]
    found = {urlsplit(item["url"]).path: item for item in done["items"]}
    assert found.keys() == site.articles, (site.articles - found.keys(), found.keys() - site.articles, done["stats"])
    for story in site.stories:
        assert found[story.path]["title"] == story.title
        assert found[story.path]["published"][:10] == f"{story.published:%Y-%m-%d}"
        assert asked.count(story.path) == 1


def test_what_is_for_members_only_says_so(crawled: Any) -> None:
    site, _, done = crawled["Ghost"]
    access = {urlsplit(item["url"]).path: item["access"] for item in done["items"]}
    assert {path for path, seen in access.items() if seen == "partial"} == {site.stories[0].path}
