"""By which names an article is known again, and which names are not to be believed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.article import Article
from newscrawl.discover import Link
from newscrawl.posts import PostOptions, write_post
from newscrawl.state.archive_writer import ArchiveWriter, Draft
from newscrawl.state.revisit import TRIES, next_try, next_visit
from newscrawl.state.url_history import UrlHistory
from newscrawl.store import Store
from newscrawl.store.keys import address_key
from newscrawl.urls.canonical import plausible, spelling
from tests.support.changing_site import prose

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STORY = "https://www.example.com/news/2026/11/22/a-story"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.com/news/2026/11/22/a-story",
        "https://example.com/news/2026/11/22/a-story/",
        "https://m.example.com/news/2026/11/22/a-story",
        "https://amp.example.com/news/2026/11/22/a-story",
        "https://www.example.com/amp/news/2026/11/22/a-story",
        "https://www.example.com/news/2026/11/22/a-story/amp/",
        "https://www.example.com/news/2026/11/22/a-story?outputType=amp",
        "https://www.example.com:443/news/2026/11/22/a-story?amp=1",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/news/2026/11/22/a-story",
        "https://www.google.com/amp/s/www.example.com/news/2026/11/22/a-story/amp",
        "https://www.example.com/news/2026/11/22/a-story?utm_source=rss&utm_medium=feed&fbclid=abc",
        "https://WWW.EXAMPLE.COM/news/2026/11/22/a-story#comments",
        "https://www.example.com/news/2026/11/22/%61-story",
    ],
)
def test_one_article_under_many_addresses(url: str) -> None:
    assert spelling(url) == spelling(STORY)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/news/2026/11/22/a-story-2",
        "https://www.example.com/news/2026/11/22/a-story?id=7",
        "https://www.example.com/news/2026/11/22/a-story?page=2",
        "https://www.example.com/news/2026/11/22/A-Story",
        "https://sport.example.com/news/2026/11/22/a-story",
        "https://www.example.org/news/2026/11/22/a-story",
    ],
)
def test_another_article_has_another_address(url: str) -> None:
    assert spelling(url) != spelling(STORY)


def test_raw_and_percent_encoded_are_one() -> None:
    assert spelling("https://example.com/新闻/五角") == spelling(
        "https://example.com/%E6%96%B0%e9%97%bb/%E4%BA%94%E8%A7%92"
    )
    assert spelling("https://example.com/a?b=2&a=1") == spelling("https://example.com/a?a=1&b=2")


@settings(deadline=None)  # the first asks for the suffix list
@given(st.text())
def test_what_is_no_address_does_no_harm(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.com/{text}"):
        spelling(url)
        plausible(url, STORY)


@pytest.mark.parametrize(
    ("canonical", "believed"),
    [
        ("https://example.com/news/2026/11/22/other-slug", True),
        ("https://news.example.com/a", True),
        ("https://www.example.com/article/123", True),
        ("https://www.example.com/", False),
        ("https://www.example.com", False),
        ("https://www.example.com/news", False),
        ("https://www.partner.org/a-story", False),
    ],
)
def test_a_canonical_link_is_believed_where_it_is_plausible(canonical: str, believed: bool) -> None:
    assert plausible(canonical, STORY) == believed


# -- what a store makes of it ------------------------------------------------------------------------------------------
class Desk:
    """A store, and one article after the other that comes from its site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store.open(folder / "s.db")
        self.recall = UrlHistory(self.store, "example", forms=["hexo"])
        self.keeper = ArchiveWriter(self.store, folder)
        self.now = NOON

    def take(self, article: Article, *addresses: str) -> str:
        """Ask for the first address, be redirected to the others, keep what came; what it was."""
        asked = self.recall.ask(Link(url=addresses[0]), self.now)
        id = asked[0].id if asked else None
        _, article = self.recall.recognise(article, id, list(addresses), self.now)
        return self.keeper.keep(article, self.drafts, self.now)

    def drafts(self, article: Article) -> list[Draft]:
        return [Draft("hexo", "posts/example", write_post(article, "hexo", PostOptions()))]

    def posts(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "posts" / "example").iterdir())

    def known(self, url: str) -> bool:
        return self.recall.ask(Link(url=url), self.now) is None


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def article(seed: int, url: str = STORY, **values: object) -> Article:
    text = "\n".join(prose(seed))
    body = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
    published = NOON - timedelta(days=30 + seed)
    whole = Article(url=url, title=f"Story {seed}", text=text, body=body, published=published, site="example")
    return replace(whole, **values)  # type: ignore[arg-type]


def test_the_sites_own_id_outlives_title_slug_and_section(desk: Desk) -> None:
    first = article(1, site_id="4711")
    assert desk.take(first, first.url) == "new"
    moved = replace(first, url="https://www.example.com/world/another-slug", title="Another title")
    assert desk.take(moved, moved.url) == "updated"
    assert len(desk.posts()) == 1 and desk.known(moved.url) and desk.known(first.url)
    page = desk.store.pages.by_key(address_key("example", moved.url))
    assert page
    assert [what for _, what in desk.store.pages.history(page.id)] == ["edited: title", f"moved from {first.url}"]


def test_an_id_or_canonical_link_that_every_page_has_is_not_believed(desk: Desk) -> None:
    for seed in range(4):
        url = f"https://www.example.com/news/story-{seed}"
        same = article(seed, url="https://www.example.com/news/story-0", site_id="1")
        assert desk.take(same, url) == "new"
    assert len(desk.posts()) == 4


def test_what_one_edition_left_undone_is_not_for_another(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "s.db")
    english, arabic = (UrlHistory(store, "example", place=place) for place in ("english", "arabic"))
    english.ask(Link(url="https://example.com/a"), NOON)
    arabic.ask(Link(url="https://example.com/b"), NOON)
    assert [link.url for link in arabic.left_over(NOON, visits=True)] == ["https://example.com/b"]
    assert (arabic.elsewhere("https://example.com/a"), arabic.elsewhere("https://example.com/b")) == ("english", "")


def test_a_redirect_to_the_home_page_names_no_article(desk: Desk) -> None:
    home = "https://www.example.com/"
    for seed in (1, 2):
        assert desk.take(article(seed, url=home), f"https://www.example.com/{seed}", home) == "new"
    assert len(desk.posts()) == 2


def test_a_text_that_comes_back_elsewhere_is_the_same_article(desk: Desk) -> None:
    first = article(1)
    desk.take(first, first.url)
    again = replace(first, url="https://www.example.com/other/place", title="New title")
    assert desk.take(again, again.url) == "updated"
    assert len(desk.posts()) == 1
    # A series with the same words a week later is another article.
    later = replace(first, url="https://www.example.com/other/week", published=NOON - timedelta(days=10))
    assert desk.take(later, later.url) == "new"
    assert len(desk.posts()) == 2


def test_a_date_stays_and_updated_comes_from_the_page_or_the_notice(desk: Desk) -> None:
    first = article(1)
    desk.take(first, first.url)
    freshened = replace(first, published=NOON, updated=NOON)
    assert desk.take(freshened, first.url) == "unchanged", "a new date alone is no edit"
    edited = replace(first, title="Edited", published=NOON)
    desk.now = NOON + timedelta(hours=1)
    assert desk.take(edited, first.url) == "updated"
    page = desk.store.pages.by_key(address_key("example", first.url))
    assert page and (page.published, page.updated) == (first.published, desk.now)
    # The same answer, read better: no edit of the site's.
    read_better = replace(edited, text="Better. " + edited.text, retrieved=desk.now)
    assert desk.take(read_better, first.url) == "updated"
    again = desk.store.pages.get(page.id)
    assert again and again.updated == page.updated


def test_a_file_of_somebody_elses_is_left_alone(desk: Desk) -> None:
    name = write_post(article(1), "hexo", PostOptions()).name
    theirs = desk.folder / "posts" / "example" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text("my own notes")
    assert desk.take(article(1), STORY) == "new"
    assert theirs.read_text() == "my own notes" and len(desk.posts()) == 2


def test_looks_again_thin_out_and_tries_end() -> None:
    hours = []
    now = NOON
    while due := next_visit(NOON, NOON, now):
        hours.append((due - NOON) / timedelta(hours=1))
        now = due
    assert hours == [1, 6, 24, 72, 168]
    assert next_visit(NOON - timedelta(days=9), NOON, NOON) is None
    assert next_visit(NOON + timedelta(days=400), NOON, NOON) == NOON + timedelta(hours=1), "a date in the future"
    assert [next_try(tries, NOON) is not None for tries in (1, len(TRIES), len(TRIES) + 1)] == [True, True, False]
