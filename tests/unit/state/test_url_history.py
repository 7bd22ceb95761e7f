"""What a run asks for, and what it leaves to others."""

from pathlib import Path

from newscrawl.discover import Link
from newscrawl.state.url_history import Scope, UrlHistory
from newscrawl.store import Store
from tests.support.desk import NOON, Desk


def test_what_one_edition_left_undone_is_not_for_another(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        english, arabic = (
            UrlHistory(store, "example", lambda: NOON, Scope(place=place)) for place in ("english", "arabic")
        )
        english.decide(Link(url="https://example.com/a"))
        arabic.decide(Link(url="https://example.com/b"))
        assert [link.url for link in arabic.pending(visits=True)] == ["https://example.com/b"]
        places = [arabic.other_place(f"https://example.com/{page}") for page in "ab"]
        assert places == ["english", ""]


def test_a_page_that_these_arguments_left_out_is_not_asked_for_again_by_them(desk: Desk) -> None:
    url = "https://www.example.com/old"
    assert desk.state.history.decide(Link(url=url)).reason == ""
    desk.state.history.left_out(url, "older")
    assert desk.state.history.decide(Link(url=url)).reason == "older"
    assert desk.state.history.saved == 1
