"""What concerns several parts of the state at once."""

from pathlib import Path

from tests.support.desk import STORY, Desk, article, opened

ELSEWHERE = "https://www.example.com/other/place"


def test_validators_of_an_article_go_with_the_next_request_for_it(desk: Desk) -> None:
    response = desk.answer(STORY)
    response.headers["ETag"] = '"1"'
    desk.keep(desk.state.recognise(article(1), response))
    assert response.request
    # Kept long after it was published: nothing asks for it again, and nothing is kept to ask with.
    assert desk.state.validators(response.request).etag == ""
    fresh = desk.answer(ELSEWHERE)
    fresh.headers["ETag"] = '"2"'
    desk.keep(desk.state.recognise(article(2, url=ELSEWHERE, published=desk.now), fresh))
    assert fresh.request
    assert desk.state.validators(fresh.request).etag == '"2"'


def test_what_goes_no_further_is_let_go(desk: Desk) -> None:
    for seed, url in enumerate((STORY, ELSEWHERE)):
        response = desk.answer(url)
        desk.state.recognise(article(seed, url=url), response)
        desk.state.set_aside(response, "no date") if seed else desk.state.left_out(response, "older")
    assert not desk.state.results


def test_an_article_that_comes_right_leaves_the_quarantine(desk: Desk) -> None:
    desk.state.set_aside(desk.answer(STORY), "no date")
    assert [entry.url for entry in desk.state.quarantine.entries("example")] == [STORY]
    assert [link.url for link in desk.state.to_retry()] == [STORY]
    desk.take(article(1), STORY)
    assert desk.state.quarantine.entries("example") == []


def test_the_next_run_knows_what_this_one_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as desk:
        desk.take(article(1), STORY)
    with opened(tmp_path) as desk:
        assert desk.known(STORY)
        assert list(desk.state.history.shapes()) == [(STORY, True)]
