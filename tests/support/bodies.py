"""Pages for the tests of the body: an article's text and a page around it as content management systems build them."""

from newscrawl.extract import Rules
from newscrawl.extract.body.body import Body, find_body
from newscrawl.extract.page.page import Page

URL = "https://www.valleypost.example/weather/rain-at-last"
HEADLINE = "Rain falls on the valley at last"
TEXT = (
    "The first drops fell on Monday morning, and by noon the river had risen by a hand's breadth.",
    "Farmers who had waited three months went out into the fields without their coats and stood there.",
    "The weather service expects more of it until Thursday, when the wind turns to the west again.",
    "The mayor said that the well in the market square would be opened to everybody in the evening.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)


def body_of(inside: str, *, page: str = "", rules: Rules | None = None) -> Body:
    """The body of an article that holds `inside`, or of a whole `page`."""
    html = page or f"<html><body><article><h1>{HEADLINE}</h1><div class='entry-content'>{inside}</div></article></body>"
    return find_body(Page(html.encode(), URL, rules=rules), headline=HEADLINE)


def among(inside: str) -> Body:
    """The body of an article with `inside` in the midst of its text."""
    half = "".join(f"<p>{text}</p>" for text in TEXT[:2])
    return body_of(half + inside + "".join(f"<p>{text}</p>" for text in TEXT[2:]))


def left_over(inside: str) -> str:
    """What of `inside` comes out in the midst of an article's text, as HTML; "" where nothing does."""
    html = among(inside).html
    for text in TEXT:
        assert f"<p>{text}</p>" in html, "the article's own text must come out whatever stands in it"
        html = html.replace(f"<p>{text}</p>", "")
    return html.strip()
