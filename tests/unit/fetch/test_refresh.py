"""Where a page sends its reader."""

import pytest
from scrapy.http import HtmlResponse

from newscrawl.fetch.refresh import refreshed

URL = "https://example.com/old"
NEW = "https://example.com/new"
HOLDERS = "title textarea template script style iframe xmp noembed noframes".split()


def page(head: str, body: str = "", **headers: str) -> HtmlResponse:
    return HtmlResponse(URL, headers=headers, body=f"<html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="refresh" content="0; url=/new">',
        "<META HTTP-EQUIV=Refresh CONTENT='1;URL=/new'>",
        """<meta content="5; url='https://example.com/new'" http-equiv="refresh">""",
        '<meta http-equiv="refresh" content="0;/new">',
        '<noscript><meta http-equiv="refresh" content="0; url=/new"></noscript>',
        "<meta http-equiv=refresh content=0;url=/new>",
        '<meta http-equiv="refresh" content="+.5 ; url = &quot;&#x2F;new&quot; ">',
        '<base href="/a/"><meta http-equiv="refresh" content="0; url=../new">',
        '<script>window.location.href="/new";</script>',
        "<script>window['location'] = `/new`</script>",
        '<script>window.top.location.assign("/new")</script>',
        "<script>location.replace('https:\\/\\/example.com\\/new')</script>",
        "<script><!--\nlocation='/new' // don't stay\n//--></script>",
        "<script>if (top != self) { top.location = '/old' } location = '/new'</script>",
        "<script>window.onload = function () { location = '/new' }</script>",
        "<script>(() => { setTimeout(\"location = '/new'\", 9) })()</script>",
        "<script>function go() { location = '/new' } document.addEventListener('DOMContentLoaded', go)</script>",
        """<body onload="location='/new'">""",
        "<title>It's here</title><template><p></template><meta http-equiv=refresh content=0;url=/new>",
    ],
)
def test_a_page_sends_its_reader_on(head: str) -> None:
    assert refreshed(page(head)) == NEW


def test_a_header_does_too() -> None:
    assert refreshed(page("", Refresh="0; url=/new")) == NEW
    assert refreshed(page("", Refresh="3;URL=https://example.com/new")) == NEW


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta http-equiv="refresh" content="900">', ""),
        ('<meta http-equiv="refresh" content="0; url=/old">', ""),
        ('<meta http-equiv="refresh" content="600; url=/new">', ""),
        ('<meta http-equiv="refresh" content="0; url=https://other.example/">', ""),
        ('<meta http-equiv="refresh" content="0; url=http://127.0.0.1/">', ""),
        ('<meta http-equiv="refresh" content="0; url=javascript:alert(1)">', ""),
        ('<!-- <meta http-equiv="refresh" content="0; url=/new"> -->', ""),
        ('<meta name="refresh" content="0; url=/new">', ""),
        ('<noscript><meta http-equiv="refresh" content="0; url=/new"></noscript>', "<p>The council met.</p>" * 999),
        ('<script>if (small) location.href="/m/old"; else location.href="/d/old"</script>', ""),
        ('<script>location.href = "/new?from=" + place</script>', ""),
        ('<script>// location.href="/new"\n</script>', ""),
        ('<script>location.href="/new"</script>', "<p>The council met.</p>" * 999),
        *[(f"<{name}><meta http-equiv=refresh content=0;url=/new></{name}>", "") for name in HOLDERS],
        *[(f"<{name}><script>location='/new'</script></{name}>", "") for name in HOLDERS if name != "script"],
        ("", "<p title='<meta http-equiv=refresh content=0;url=/new>'>Go <a onclick=\"location='/new'\">on</a></p>"),
        ("", "<pre>location='/new'</pre><a href=\"javascript:location='/new'\">on</a>"),
        ("<script>help = 'write location=\"/new\"' /* location='/new' */</script>", ""),
        ("<script>function go() { location = '/new' }</script>", "<button onclick='go()'>on</button>"),
        ("<script>button.addEventListener('click', () => { location = '/new' })</script>", ""),
        ("<script>if (innerWidth < 600) { leave(); location = '/new' }</script>", ""),
        ("<script type='application/json'>location='/new'</script>", ""),
    ],
)
def test_a_page_sends_nobody_anywhere(head: str, body: str) -> None:
    assert refreshed(page(head, body)) == ""


def test_a_long_page_of_beginnings_costs_little() -> None:
    for begin in ("<meta ", "<!--", "location = ", '<meta http-equiv="refresh" content="0;'):
        assert refreshed(page(begin * 20_000)) == ""
    for begin in ("location='/old';function x(){", "'\\", "{"):
        assert refreshed(page("<script>location;" + (begin * 4000)[:4000])) == ""
