"""Code is cut out of a page before it is parsed; nothing else is."""

import pytest

from newscrawl.extract.page.page import Page
from newscrawl.extract.page.strip_code import without_code

LONG = "x();" * 100


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (f"<p>a</p><script>{LONG}</script><p>b</p>", "<p>a</p><script></script><p>b</p>"),
        (f'<script src="a.js">{LONG}</script>', '<script src="a.js"></script>'),
        (f"<style>{LONG}</style><svg width=9><path d='{LONG}'/></svg>", "<style></style><svg width=9></svg>"),
        ("<script>short()</script>", "<script>short()</script>"),
        (f'<script type="application/ld+json">{LONG}</script>', None),
        (f'<script type="text/plain" data-held>{LONG}</script><script type=text/template>{LONG}</script>', None),
        (f'<script type="text/javascript">{LONG}</script>', '<script type="text/javascript"></script>'),
        (f"<svg><desc>{LONG}</desc><image href='/rain.jpg'/></svg>", None),
        (f"<script>{LONG}<p>a</p>", None),
        (f"<svg>{LONG}<div>text</div></svg>", None),
        (f"<p title='<script '>{LONG}</p><script>x</script>", None),
        (f"<section>{LONG}</section><source><span>{LONG}</span>", None),
        (f"<script{LONG}", None),
        ("", None),
    ],
)
def test_what_is_cut_out(html: str, left: str | None) -> None:
    assert without_code(html.encode()).decode() == (html if left is None else left)


def test_a_page_reads_the_same_without_its_code() -> None:
    html = f"<title>Rain</title><script>{LONG}</script><h1>Rain</h1><svg><title>Icon</title>{LONG}</svg><p>Text</p>"
    page = Page(html.encode(), "https://example.com/")
    assert page.head_title == "Rain"
    assert [p.text for p in page.tree.iter("p")] == ["Text"]
