"""Pictures, embeds, introductions and named parts of a text that stands in a page's data."""

import json
from typing import Any

import pytest

from newscrawl.extract import read_page

TITLE = "Rain at last in the valley"
HEAD = f'<title>{TITLE}</title><meta property="og:type" content="article">'
LINES = [
    f"On day {n} of the week the river rose by a hand's breadth. Nobody in the {place} stayed inside that evening."
    for n, place in enumerate(("harbour", "market", "mill", "school", "chapel"))
]
PARAGRAPHS = [{"type": "paragraph", "text": line} for line in LINES]
HTML = "".join(f"<p>{line}</p>" for line in LINES)


def read(data: Any, script: str = 'id="__NEXT_DATA__" type="application/json"', inside: str = "") -> tuple[str, str]:
    page = f"<html><head>{HEAD}</head><body>{inside}<script {script}>{json.dumps(data)}</script></body></html>"
    article = read_page(page.encode(), "https://post.example/rain").article
    assert article is not None
    return article.text, article.body


@pytest.mark.parametrize(
    "node, address",
    [
        ({"type": "image", "data": {"file": {"url": "/media/mill.jpg"}, "caption": "The mill"}}, "/media/mill.jpg"),
        ({"type": "upload", "value": {"sizes": {}, "url": "/media/mill.webp", "alt": "The mill"}}, "/media/mill.webp"),
        ({"nodeType": "embedded-asset-block", "data": {"target": {"fields": {"file": {"url": "//c.example/m.png"}}}}},
         "https://c.example/m.png"),
        ({"type": "image", "title": "The mill at the weir", "image": {"asset": {"url": "/mill"}}}, "/mill"),
        ({"type": "embed", "oembed": {"html": '<iframe src="https://www.youtube.com/embed/Ra1nInMay01"></iframe>'}},
         "watch?v=Ra1nInMay01"),
        ({"_type": "youtube", "url": "https://youtu.be/Ra1nInMay01"}, "watch?v=Ra1nInMay01"),
        ({"type": "video", "title": "The river at noon", "file": {"url": "https://c.example/noon.mp4"}}, "noon.mp4"),
    ],
)  # fmt: skip
def test_pictures_and_embeds_stay_in_their_place(node: dict[str, Any], address: str) -> None:
    text, body = read({"post": {"title": TITLE, "content": [*PARAGRAPHS[:2], node, *PARAGRAPHS[2:]]}})
    assert text.split("\n") == LINES
    assert body.index(LINES[1][:20]) < body.index(address) < body.index(LINES[2][:20])


@pytest.mark.parametrize("kind", ["promo-image", "related_video", "StoryTeaser", "advert"])
def test_cards_of_other_stories_among_the_parts_go_alone(kind: str) -> None:
    card = {"type": kind, "headline": "Another story of the day", "text": "It has a text.", "image": {"url": "/o.jpg"}}
    text, body = read({"post": {"title": TITLE, "content": [*PARAGRAPHS[:2], card, *PARAGRAPHS[2:]]}})
    assert text.split("\n") == LINES
    assert "o.jpg" not in body


def test_parts_are_called_as_a_site_likes() -> None:
    parts = [{"slice_type": "words", "primary": {"rich_words": [part]}} for part in PARAGRAPHS[:3]]
    drupal = [{"type": "paragraph--text", "field_words": {"value": f"<p>{line}</p>"}} for line in LINES[3:]]
    text, _ = read({"data": {"title": [{"type": "heading1", "text": TITLE, "spans": []}], "body": parts + drupal}})
    assert text.split("\n") == LINES


def test_shortcodes_are_no_text() -> None:
    picture = '[caption id="a" width="9"]<img src="/mill.jpg"> The mill[/caption]'
    text, body = read({"post": {"title": TITLE, "content": f'{HTML}{picture}[gallery ids="1,2"][vc_row][/vc_row]'}})
    assert text.split("\n")[:5] == LINES
    assert "mill.jpg" in body
    assert "[" not in body


def test_data_in_a_string_is_read() -> None:
    said = json.dumps(json.dumps({"story": {"headline": TITLE, "body": HTML}}))
    page = f"<html><head>{HEAD}</head><body><script>window.__INITIAL_DATA__={said};</script></body></html>"
    article = read_page(page.encode(), "https://post.example/rain").article
    assert article is not None
    assert article.text.split("\n") == LINES


def test_the_kind_of_a_part_is_whatever_is_called_a_type() -> None:
    parts = [{"partType": "paragraph", "partWords": [{"text": line}]} for line in LINES]
    text, _ = read({"story": {"headline": {"full": TITLE, "short": "Rain"}, "body": {"parts": parts}}})
    assert text.split("\n") == LINES


@pytest.mark.parametrize("name", ["intro", "standfirst", "subTitle", "chapo"])
def test_what_stands_above_the_text_comes_first(name: str) -> None:
    line = "Nine weeks without a drop have ended, and the mill turns again."
    text, body = read({"post": {"title": TITLE, name: line, "body": HTML}})
    assert text.split("\n") == [line, *LINES]
    assert body.startswith('<p class="standfirst">')


def test_an_introduction_that_the_text_has_is_said_once() -> None:
    text, _ = read({"post": {"title": TITLE, "intro": LINES[0], "body": HTML}})
    assert text.split("\n") == LINES


def test_qwik_s_objects_are_put_together() -> None:
    objects = [{"heading": "1", "lines": "2"}, TITLE, ["3", "4", "5", "6", "7"], *LINES]
    text, _ = read({"refs": {}, "objs": objects}, 'type="qwik/json"')
    assert text.split("\n") == LINES


def test_ember_s_shoebox_is_read() -> None:
    text, _ = read({"data": {"attributes": {"title": TITLE, "body": HTML}}}, 'type="fastboot/shoebox" id="shoebox-a"')
    assert text.split("\n") == LINES


HEADING = f"<h1>{TITLE}</h1>"


def flight(value: Any) -> str:
    row = f"5:{json.dumps(['$', '$Lb', None, value])}\n"
    return f"<script>self.__next_f.push({json.dumps([1, row])})</script>"


def test_a_text_without_a_headline_beside_it_has_the_headline_s_words() -> None:
    lines = ["The rain came at last. All the valley heard it on the roofs.", *LINES]
    page = f"<html><head>{HEAD}</head><body>{HEADING}{flight({'value': [{'type': 'p', 'text': x} for x in lines]})}"
    article = read_page(page.encode(), "https://post.example/rain").article
    assert article is not None
    assert article.text.split("\n") == lines


def test_paragraphs_among_react_s_elements_are_a_text() -> None:
    lines = ["The rain came at last. All the valley heard it on the roofs.", *LINES]
    elements = [["$", "h1", None, {"children": TITLE}], *(["$", "p", None, {"children": line}] for line in lines)]
    page = f"<html><head>{HEAD}</head><body>{HEADING}{flight({'children': elements})}"
    article = read_page(page.encode(), "https://post.example/rain").article
    assert article is not None
    assert article.text.split("\n") == lines


@pytest.mark.parametrize("value", [
    {"value": PARAGRAPHS},
    {"cookieText": "The rain came at last. All the valley heard it on the roofs. " + HTML},
    {"title": "Another story of the day", "body": "<p>The rain came at last. All the valley heard it.</p>" + HTML},
])  # fmt: skip
def test_a_text_of_something_else_is_not_taken(value: dict[str, Any]) -> None:
    page = f"<html><head>{HEAD}</head><body>{HEADING}{flight(value)}"
    article = read_page(page.encode(), "https://post.example/rain").article
    assert article is None or LINES[0] not in article.text


@pytest.mark.parametrize(("alt", "stated"), [("A wheel of oak below a weir", True), ("", False)])
def test_a_picture_s_alternative_text_is_its_own_where_it_has_a_caption_too(alt: str, stated: bool) -> None:
    node = {"type": "image", "url": "https://c.example/m.png", "caption": "The mill in 1962", "alt": alt}
    _, body = read({"post": {"title": TITLE, "content": [*PARAGRAPHS[:2], node, *PARAGRAPHS[2:]]}})
    assert f'alt="{alt if stated else "The mill in 1962"}"' in body
    assert "<figcaption>The mill in 1962</figcaption>" in body
