"""Sites of ordinary and hostile posts, built with the real generators: every post says what the page said."""

import re
from collections.abc import Callable
from datetime import UTC

import pytest

from newscrawl.posts import PostOptions
from tests.support.hostile import CANARY
from tests.support.hostile_titles import Case, cases
from tests.support.rendered import Page, addresses, body_tree, same_text, words
from tests.support.site_builds import BUILDS, ON_REQUEST, Site

CASES = cases()


ARTICLES = [case.article for case in CASES]


ALL = BUILDS | ON_REQUEST
SITES = [*sorted(BUILDS), *(pytest.param(name, marks=pytest.mark.on_request) for name in sorted(ON_REQUEST))]


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return ALL[request.param](tmp_path_factory.mktemp("site"), ARTICLES, PostOptions())


# Not Debian's Hugo: before 0.120 or so it printed the references in an image's alternative text as they stand.
@pytest.fixture(scope="module", params=[name for name in SITES if name != "hugo"])
def markdown_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return ALL[request.param](tmp_path_factory.mktemp("site"), ARTICLES, PostOptions(body="markdown"))


def wrong(site: Site, right: Callable[[Case, Page], str]) -> list[str]:
    """The cases whose page is missing or does not say what it should, with what it says."""
    found = []
    for case in CASES:
        page = site.pages.get(case.article.url)
        problem = "is not there" if page is None else right(case, page)
        if problem:
            found.append(f"{site.stems[case.article.url]}: {problem}")
    return found


def test_there_are_enough_cases() -> None:
    assert len({case.article.body for case in CASES}) >= 150
    assert len({case.article.title for case in CASES}) >= 80


def test_every_post_is_there(site: Site) -> None:
    assert wrong(site, lambda case, page: "") == []
    assert len(site.pages) == len(CASES)


def test_titles_and_headings_read_as_they_did(site: Site) -> None:
    def check(case: Case, page: Page) -> str:
        title = case.article.title
        ok = same_text(title, page.title) and same_text(title, page.heading)
        return "" if ok else f"{title!r} became {page.title!r}, {page.heading!r}"

    assert wrong(site, check) == []


def test_dates_are_the_same_instants(site: Site) -> None:
    def check(case: Case, page: Page) -> str:
        published = case.article.published
        assert published is not None
        return "" if page.date == published else f"{published.astimezone(UTC)} became {page.date}"

    assert wrong(site, check) == []


def test_categories_are_the_same(site: Site) -> None:
    def check(case: Case, page: Page) -> str:
        wanted = [name for name in case.article.categories if re.search(r"\w", name)]
        if site.folder.name == "pelican":  # which knows one, and calls none "misc"
            wanted = wanted[-1:] or ["misc"]
        shown = [name.translate({ord("＋"): "+", ord("＃"): "#"}) for name in page.categories]  # as Hexo has them
        same = len(wanted) == len(shown) and all(map(same_text, wanted, shown))
        return "" if same else f"{wanted} became {page.categories}"

    assert wrong(site, check) == []


def test_bodies_are_the_same_text_for_text_and_element_for_element(site: Site) -> None:
    def check(case: Case, page: Page) -> str:
        wanted = body_tree(case.expected)
        if wanted == page.tree:
            return ""
        pairs = zip([*wanted, None], [*page.tree, None], strict=False)
        return "{!r} became {!r}".format(*next((a, b) for a, b in pairs if a != b))

    assert wrong(site, check) == []


def test_no_file_of_the_machine_is_shown(site: Site) -> None:
    shown = [path.name for path, text in site.texts() if CANARY.encode() in text and path.name != "canary.txt"]
    assert shown == []


def test_no_command_was_run(site: Site) -> None:
    assert list(site.folder.glob("**/RAN-*")) == []


def test_markdown_bodies_say_what_the_page_said(markdown_site: Site) -> None:
    def check(case: Case, page: Page) -> str:
        # A film has no text of its own; in Markdown it becomes a link, which must have one.
        expected = re.sub(r'<video src="(.*?)".*', r'<a href="\1">\1</a>', case.expected)
        # Hexo's own mark cannot be kept: markdown-it would write it where Hexo then looks for marks of its own.
        wanted = body_tree(re.sub("(swig|code|comment)\ufffc", "\\1\ufffd", expected))
        if words(wanted) != words(page.tree):
            return first_difference(words(wanted), words(page.tree))
        # Astro makes links of bare addresses after it has read references, so nothing can keep it from that.
        if markdown_site.folder.name != "astro" and addresses(wanted) != addresses(page.tree):
            return f"{addresses(wanted)} became {addresses(page.tree)}"
        return ""

    assert "\n".join(wrong(markdown_site, check)) == ""


def test_markdown_bodies_show_no_file_and_run_no_command(markdown_site: Site) -> None:
    shown = [path.name for path, text in markdown_site.texts() if CANARY.encode() in text and path.name != "canary.txt"]
    assert shown == []
    assert list(markdown_site.folder.glob("**/RAN-*")) == []


def first_difference(wanted: str, got: str) -> str:
    at = next(n for n, pair in enumerate(zip([*wanted, ""], [*got, ""], strict=False)) if pair[0] != pair[1])
    return f"…{wanted[at - 10 : at + 30]}… became …{got[at - 10 : at + 30]}…"
