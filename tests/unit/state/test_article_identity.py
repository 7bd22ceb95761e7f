"""Which stored page an article is: by which names it is known again, and which are not to be believed."""

from dataclasses import replace
from datetime import timedelta

from newscrawl.discover import Link
from tests.support.desk import NOON, Desk, article


def test_the_sites_own_id_outlives_title_slug_and_section(desk: Desk) -> None:
    first = article(1, site_id="4711")
    assert desk.take(first, first.url) == "new"
    moved = replace(first, url="https://www.example.com/world/another-slug", title="Another title")
    assert desk.take(moved, moved.url) == "updated"
    assert len(desk.posts()) == 1 and desk.known(moved.url) and desk.known(first.url)
    history = desk.state.store.pages.history(desk.page(moved.url).id)
    assert [what for _, what in history] == ["edited: title", f"moved from {first.url}"]


def test_an_id_or_canonical_link_that_every_page_has_is_not_believed(desk: Desk) -> None:
    for seed in range(4):
        url = f"https://www.example.com/news/story-{seed}"
        same = article(seed, url="https://www.example.com/news/story-0", site_id="1")
        assert desk.take(same, url) == "new"
    assert len(desk.posts()) == 4


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


ELSEWHERE = "https://www.example.com/other/place"


def test_what_merges_is_merged_before_the_stages_and_its_number_is_no_trap(desk: Desk) -> None:
    """The text of page 1 comes back as page 2, which is page 1 from then on; the next new page gets the number 2."""
    first = article(1)
    desk.take(first, first.url)
    response = desk.answer(ELSEWHERE)
    number = desk.page(ELSEWHERE).id
    again = desk.state.recognise(replace(first, url=ELSEWHERE, title="New title"), response)
    assert desk.page(ELSEWHERE).id == desk.page(first.url).id
    other = "https://www.example.com/news/next"
    desk.state.history.decide(Link(url=other))
    assert desk.page(other).id == number, "as SQLite gives out numbers; else this test shows nothing"
    assert desk.keep(again) == "updated"
    desk.state.set_aside(response, "no date")
    desk.state.history.failed(ELSEWHERE, "answered 500", 500)
    assert (desk.page(other).state, desk.page(other).reason) == ("wanted", None)
    assert desk.page(first.url).state == "posted" and len(desk.posts()) == 1


def test_an_article_that_waits_in_a_stage_is_kept_as_the_page_that_it_turned_out_to_be(desk: Desk) -> None:
    waiting = desk.state.recognise(article(1, url=ELSEWHERE), desk.answer(ELSEWHERE))
    # Another answer says meanwhile that both addresses are one article, and takes the free number.
    canonical = article(1, url=ELSEWHERE, site_id="4711")
    assert desk.take(canonical, "https://www.example.com/m/place", ELSEWHERE) == "new"
    assert desk.keep(waiting) == "unchanged"
    assert len(desk.posts()) == 1


def test_a_stage_may_give_an_article_another_address(desk: Desk) -> None:
    met = desk.state.recognise(article(1), desk.answer("https://www.example.com/amp/a"))
    assert desk.keep(replace(met, url="https://www.example.com/print/1")) == "new"
    assert desk.known("https://www.example.com/print/1")
