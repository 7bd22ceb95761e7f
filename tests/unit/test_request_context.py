"""What goes with a request."""

from scrapy import Request
from scrapy.http import Response

from newscrawl.request_context import RequestContext, context_of, with_context

URL = "https://example.com/a"


def test_a_request_has_one_context_that_grows_and_is_never_changed() -> None:
    request = with_context(Request(URL), kind="listing", page=2)
    first = context_of(request)
    with_context(request, before=frozenset({"a"}))
    assert context_of(request) == RequestContext(kind="listing", page=2, before=frozenset({"a"}))
    assert first.before == frozenset() and len(request.meta) == 1


def test_an_answer_has_its_requests_context_after_a_redirect_too() -> None:
    request = with_context(Request(URL), kind="article", address=URL)
    redirected = request.replace(url="https://example.com/b")
    with_context(redirected, answered_at=1.0)
    assert context_of(Response(redirected.url, request=redirected)).address == URL
    assert context_of(request).answered_at is None, "the requests share no context that one of them changes"


def test_a_request_of_somebody_elses_has_an_empty_one() -> None:
    assert context_of(Request(URL)) == RequestContext()
