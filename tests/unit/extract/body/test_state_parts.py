"""Parts of a text in a page's data: lists, tables, quotations, galleries, boxes, what stands among them."""

import json
from html import escape
from typing import Any

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.body.state_marks import linked
from newscrawl.extract.body.state_ranges import html_of_ranges

TITLE = "A ferry for the island school"
LINES = [
    f"On crossing {n} the children counted the {what} and wrote the number on the wall. The captain signed each page."
    for n, what in enumerate(("seals", "gannets", "buoys", "lighters", "porpoises"))
]
POINTS = ["Oars", "Rope"]
PARAGRAPHS = [{"type": "paragraph", "text": line} for line in LINES]


def read(part: Any, before: Any = PARAGRAPHS[:3], after: Any = PARAGRAPHS[3:]) -> tuple[list[str], str]:
    held = {"story": {"title": TITLE, "content": [*before, part, *after]}}
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    page = f'<html><head>{head}</head><body><script type="application/json">{json.dumps(held)}</script></body></html>'
    article = read_page(page.encode(), "https://post.example/ferry").article
    assert article is not None
    lines = article.text.split("\n")
    assert lines[:3] == LINES[:3] and lines[-2:] == LINES[3:]
    return lines[3:-2], "".join(article.body.split("\n"))


def text(said: str) -> dict[str, Any]:
    return {"type": "text", "text": said}


def node(kind: str, *inside: Any, **more: Any) -> dict[str, Any]:
    return {"type": kind, "content": list(inside), **more}


@pytest.mark.parametrize("part", [
    {"type": "list", "ordered": True, "items": POINTS},
    {"type": "list", "list_type": "ordered", "items": [{"type": "text", "content": t} for t in POINTS]},
    {"type": "list", "data": {"style": "ordered", "items": [{"content": t, "items": []} for t in POINTS]}},
    node("orderedList", *(node("listItem", node("paragraph", text(t))) for t in POINTS)),
    {"type": "list", "listType": "number", "children": [{"type": "listitem", "children": [text(t)]} for t in POINTS]},
    {"type": "list", "format": "ordered", "children": [{"type": "list-item", "children": [text(t)]} for t in POINTS]},
    {"type": "numbered-list", "items": POINTS},
], ids=["strings", "Arc", "Editor.js", "ProseMirror", "Lexical", "Strapi", "name"])  # fmt: skip
def test_lists_that_count_their_points_do_so_still(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert lines == ["Oars", "Rope"]
    assert "<ol><li>Oars</li><li>Rope</li></ol>" in body


def test_lists_in_lists_stay() -> None:
    inner = [{"content": "Flares", "meta": {}, "items": []}]
    part = {
        "type": "list",
        "data": {"style": "unordered", "items": [{"content": "Oars", "items": inner}, {"content": "Rope"}]},
    }
    lines, body = read(part)
    assert lines == ["Oars", "Flares", "Rope"]
    assert "<ul><li>Oars<ul><li>Flares</li></ul></li><li>Rope</li></ul>" in body


def row(kind: str, cell: str, *texts: str) -> dict[str, Any]:
    return node(kind, *(node(cell, node("paragraph", text(t))) for t in texts))


@pytest.mark.parametrize("part", [
    {"type": "table", "header": [{"content": "Day"}, {"content": "Seals"}],
     "rows": [[{"content": "Monday"}, {"content": "9"}]]},
    {"type": "table", "data": {"withHeadings": True, "content": [["Day", "Seals"], ["Monday", "9"]]}},
    node("table", row("tableRow", "tableHeader", "Day", "Seals"), row("tableRow", "tableCell", "Monday", "9")),
    node("table", row("table-row", "table-header-cell", "Day", "Seals"), row("table-row", "table-cell", "Monday", "9")),
    {"_type": "table", "rows": [{"cells": ["Day", "Seals"]}, {"cells": ["Monday", "9"]}]},
    node("table", node("table-body", row("tr", "td", "Day", "Seals"), row("tr", "td", "Monday", "9"))),
], ids=["Arc", "Editor.js", "ProseMirror", "Contentful", "Sanity", "Slate"])  # fmt: skip
def test_tables_keep_their_rows(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert [" ".join(line.split()) for line in lines] == ["Day Seals", "Monday 9"]
    assert "Seals</t" in body and body.count("<tr>") == 2


@pytest.mark.parametrize("part", [
    {"type": "quote", "data": {"text": "We count them all.", "caption": "Captain Rask"}},
    {"type": "quote", "content_elements": [{"type": "text", "content": "We count them all."}],
     "citation": {"type": "text", "content": "Captain Rask"}},
    {"type": "pullquote", "text": "We count them all.", "attribution": "Captain Rask"},
])  # fmt: skip
def test_who_said_it_stands_below_a_quotation(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert lines == ["We count them all.", "Captain Rask"]
    assert "<cite>Captain Rask</cite></blockquote>" in body


@pytest.mark.parametrize("part", [
    {"type": "gallery", "headlines": {"basic": "Seals in pictures"}, "_id": "A",
     "content_elements": [{"type": "image", "url": f"/seal{n}.jpg", "caption": f"Seal {n}"} for n in (1, 2)]},
    {"type": "imageGallery", "images": [{"src": f"/seal{n}.jpg", "caption": f"Seal {n}"} for n in (1, 2)]},
    {"type": "slideshow",
     "data": {"slides": [{"image": {"url": f"/seal{n}.jpg"}, "caption": f"Seal {n}"} for n in (1, 2)]}},
])  # fmt: skip
def test_galleries_keep_all_their_pictures(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert lines == []
    assert [body.count(f"seal{n}.jpg") for n in (1, 2)] == [1, 1] and "<figcaption>Seal 2</figcaption>" in body


@pytest.mark.parametrize("part", [
    {"type": "warning", "data": {"title": "Mind the step", "message": "The pier is wet."}},
    {"type": "infoBox", "title": "Mind the step", "text": "The pier is wet."},
    {"type": "callout", "heading": "Mind the step", "children": [text("The pier is wet.")]},
])  # fmt: skip
def test_boxes_keep_their_title(part: dict[str, Any]) -> None:
    assert "Mind the step" in (body := read(part)[1]) and "The pier is wet." in body


@pytest.mark.parametrize("part", [
    {"type": "story", "headline": "Another story of the same day", "url": "/other", "text": "It has a text."},
    {"type": "links", "items": [{"type": "link", "text": "Another story of the same day", "url": "/other"}]},
    {"type": "article-reference", "title": "Another story of the same day", "slug": "other", "summary": "It says."},
])  # fmt: skip
def test_other_stories_among_the_parts_go_and_the_rest_stays(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert lines == [] and "Another story" not in body


def test_pieces_of_a_line_are_read_where_the_line_stands_beside_them() -> None:
    def piece(said: str, *marks: str) -> dict[str, Any]:
        return {"type": "fragment", "model": {"text": said, "attributes": list(marks)}}

    link = {"text": "the log", "locator": "https://log.example/", "blocks": [piece("the log", "bold")]}
    pieces = [piece("Read "), {"type": "urlLink", "model": link}, piece(" of the ferry.")]
    lines, body = read({"type": "paragraph", "model": {"text": "Read the log of the ferry.", "blocks": pieces}})
    assert lines == ["Read the log of the ferry."]
    assert '<a href="https://log.example/"><strong>the log</strong></a>' in body


def test_a_caption_may_be_a_node_of_its_own() -> None:
    caption = {
        "type": "caption",
        "model": {"blocks": [{"type": "text", "model": {"blocks": [{"model": {"text": "The pier"}}]}}]},
    }
    raw = {"type": "rawImage", "model": {"url": "https://c.example/pier.jpg"}}
    body = read({"type": "image", "model": {"blocks": [caption, raw]}})[1]
    assert "pier.jpg" in body and "<figcaption>The pier</figcaption>" in body


def test_parts_may_stand_in_groups() -> None:
    groups = [{"id": "a", "story-elements": PARAGRAPHS[:2]}, {"id": "b", "story-elements": PARAGRAPHS[2:]}]
    held = {"story": {"headline": TITLE, "cards": groups}}
    script = f'<script type="application/json">{json.dumps(held)}</script>'
    article = read_page(f"<title>{TITLE}</title>{script}".encode(), "https://post.example/ferry").article
    assert article is not None and article.text.split("\n") == LINES


LINE = "Read the log of the ferry."


@pytest.mark.parametrize("part", [
    {"type": "P", "text": LINE, "markups": [{"type": "A", "start": 5, "end": 12, "href": "https://log.example/"},
                                            {"type": "STRONG", "start": 5, "end": 12}]},
    {"type": "paragraph", "text": LINE, "spans": [{"type": "strong", "start": 5, "end": 12},
                                                  {"type": "hyperlink", "start": 5, "end": 12,
                                                   "data": {"link_type": "Web", "url": "https://log.example/"}}]},
], ids=["Medium", "Prismic"])  # fmt: skip
def test_marks_stand_at_the_characters_that_they_name(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert lines == [LINE]
    assert '<a href="https://log.example/">' in body and "<strong>" in body and ">the log<" in body


def test_an_emoji_counts_as_two_places_as_scripts_count() -> None:
    marks = [{"type": "STRONG", "start": 8, "end": 15}]
    lines, body = read({"type": "P", "text": "\U0001f6a2 Read the log of the ferry.", "markups": marks})
    assert lines == ["\U0001f6a2 Read the log of the ferry."]
    assert "<strong>the log</strong>" in body


@pytest.mark.parametrize("kinds", [("ULI", "ul"), ("OLI", "ol"), ("bulletListItem", "ul"), ("numberedListItem", "ol")])
def test_points_without_a_list_make_one(kinds: tuple[str, str]) -> None:
    kind, tag = kinds
    before = [*PARAGRAPHS[:3], {"type": kind, "text": "Oars"}]
    body = read({"type": kind, "text": "Rope"}, before)[1]
    assert f"<{tag}><li>Oars</li><li>Rope</li></{tag}>" in body


@pytest.mark.parametrize("kind", ["hardBreak", "hard_break", "linebreak", "br"])
def test_lines_break_where_an_editor_breaks_them(kind: str) -> None:
    body = read(node("paragraph", text("One rope"), {"type": kind}, text("Two bells")))[1]
    assert "One rope<br>Two bells" in body


@pytest.mark.parametrize("part", [
    {"type": "heading", "attrs": {"level": 3}, "content": [text("The winter")]},
    {"type": "header", "data": {"level": 3, "text": "The winter"}},
    {"type": "heading", "tag": "h3", "children": [text("The winter")]},
    {"type": "heading-three", "children": [text("The winter")]},
])  # fmt: skip
def test_headings_keep_their_level(part: dict[str, Any]) -> None:
    assert "<h3>The winter</h3>" in read(part)[1]


@pytest.mark.parametrize("part", [
    {"type": "RichLinkBlockElement", "url": "/other", "text": "Another story of the day"},
    {"type": "text", "subtype": "also-read", "text": '<p><a href="/other">Another story of the day</a></p>'},
])  # fmt: skip
def test_links_that_are_parts_of_their_own_lead_to_other_stories(part: dict[str, Any]) -> None:
    lines, body = read(part)
    assert lines == [] and "Another story" not in body


@pytest.mark.parametrize("part", [
    {"type": "YoutubeBlockElement", "assetId": "Fe7rySeals1", "mediaTitle": "The seals"},
    {"type": "video", "provider": "youtube", "videoId": "Fe7rySeals1"},
])  # fmt: skip
def test_a_film_may_be_named_by_its_number(part: dict[str, Any]) -> None:
    assert "watch?v=Fe7rySeals1" in read(part)[1]


@pytest.mark.parametrize("picture", [
    {"type": "blok", "attrs": {"body": [
        {"component": "image", "image": {"filename": "/pier.jpg"}, "caption": "The pier"}]}},
    {"type": "img", "url": "/pier.jpg", "desc": "The pier"},
    {"type": "block", "fields": {"blockType": "mediaBlock", "media": {"url": "/pier.jpg", "caption": {
        "root": {"direction": "ltr", "children": [{"type": "paragraph", "children": [text("The pier")]}]}}}}},
], ids=["Storyblok", "short", "Payload"])  # fmt: skip
def test_pictures_in_parts_of_parts_keep_their_captions(picture: dict[str, Any]) -> None:
    body = read(picture)[1]
    assert "pier.jpg" in body and "<figcaption>The pier</figcaption>" in body


def test_short_texts_in_ideographs_are_texts() -> None:
    title, line = "渡船终于回到岛上的学校", "孩子们每天早上数海豹，然后把数字写在教室的墙上。"
    parts = [{"type": "paragraph", "text": line.replace("早上", f"早上{n}次")} for n in range(5)]
    parts.insert(2, {"type": "paragraph", "text": "2026 1 2 3"})
    held = json.dumps({"story": {"title": title, "content": parts}})
    page = f'<html lang="zh"><title>{title}</title><script type="application/json">{held}</script>'
    article = read_page(page.encode(), "https://post.example/ferry").article
    assert article is not None and article.text.count("海豹") == 5


@pytest.mark.parametrize("part", [
    {"__typename": "body_heading_BlockType", "heading": "The winter"},
    {"component": "pull-quote", "quote": "The winter"},
])  # fmt: skip
def test_the_text_of_a_part_may_be_called_like_the_part(part: dict[str, Any]) -> None:
    assert read(part)[0] == ["The winter"]


def test_a_part_may_lie_in_an_item_of_a_collection() -> None:
    item = {"id": 3, "headline": "The winter", "content": "<p>It was long.</p>"}
    lines, body = read({"id": 1, "collection": "block_richtext", "item": item})
    assert lines == ["The winter", "It was long."] and "<h3>The winter</h3>" in body


@pytest.mark.parametrize(("kind", "tag"), [("list-item", "ul"), ("o-list-item", "ol")])
def test_points_of_prismic_s_lists_stand_without_them(kind: str, tag: str) -> None:
    slices = [{"slice_type": "text", "primary": {"content": [{"type": kind, "text": t, "spans": []} for t in POINTS]}}]
    body = read(slices[0])[1]
    assert f"<{tag}><li>Oars</li><li>Rope</li></{tag}>" in body


def test_heads_of_tables_in_blocks_keep_their_cells_apart() -> None:
    cells = [{"content": "Day", "tag": "th"}, {"content": "Seals", "tag": "th"}]
    rows = [{"cells": [{"content": "Monday", "tag": "td"}, {"content": "9", "tag": "td"}]}]
    lines, body = read({"name": "core/table", "attributes": {"head": [{"cells": cells}], "body": rows, "foot": []}})
    assert [" ".join(line.split()) for line in lines] == ["Day Seals", "Monday 9"]
    assert "<th>Day</th><th>Seals</th>" in body


def test_parts_whose_names_are_the_site_s_own_are_known_by_what_they_hold() -> None:
    parts: list[dict[str, str]] = [{"k": "p", "c": line} for line in LINES]
    parts.insert(3, {"k": "img", "c": "https://c.example/pier.jpg"})
    held = escape(json.dumps({"hed": TITLE, "by": [{"n": "Ida Holm"}], "parts": parts}))
    page = f'<title>{TITLE}</title><page-view article-json="{held}"></page-view>'
    article = read_page(page.encode(), "https://post.example/ferry").article
    assert article is not None and article.text.split("\n") == LINES
    assert (article.authors, article.body.count("pier.jpg")) == (["Ida Holm"], 1)


def test_a_headline_in_a_node_beside_the_parts_is_the_article_s() -> None:
    fields = {"Headline": {"value": TITLE}, "PublishDate": {"value": "2026-05-03T08:00:00Z"},
              "Author": {"id": "x", "fields": {"Name": {"value": "Ida Holm"}}}}  # fmt: skip
    parts = [{"componentName": "RichText", "fields": {"Text": {"value": f"<p>{line}</p>"}}} for line in LINES]
    held = {"route": {"fields": fields, "placeholders": {"main": parts}}}
    script = f'<script type="application/json">{json.dumps(held)}</script>'
    article = read_page(f"<title>{TITLE}</title>{script}".encode(), "https://post.example/ferry").article
    assert article is not None and article.text.split("\n") == LINES
    assert article.authors == ["Ida Holm"] and article.published is not None


def test_a_record_around_an_article_has_its_days() -> None:
    held = {"id": "Zx", "type": "article", "first_publication_date": "2026-05-03T08:00:00+0000",
            "data": {"title": [{"type": "heading1", "text": TITLE}], "body": PARAGRAPHS}}  # fmt: skip
    script = f'<script type="application/json">{json.dumps({"page": held})}</script>'
    article = read_page(f"<title>{TITLE}</title>{script}".encode(), "https://post.example/ferry").article
    assert article is not None and article.published is not None and article.published.month == 5


def test_points_in_points_come_after_their_own_words() -> None:
    def point(said: str, *inside: Any) -> dict[str, Any]:
        return {"type": "bulletListItem", "content": [text(said)], "children": list(inside)}

    lines, body = read(point("Oars", point("of ash")))
    assert lines == ["Oars", "of ash"] and "<ul><li>Oars<ul><li>of ash</li></ul></li></ul>" in body


def test_cells_may_be_lines_of_pieces() -> None:
    rows = [{"cells": [[text("Day")], [text("Seals")]]}, {"cells": [[text("Monday")], [text("9")]]}]
    lines, body = read({"type": "table", "content": {"type": "tableContent", "rows": rows}})
    assert [" ".join(line.split()) for line in lines] == ["Day Seals", "Monday 9"] and body.count("<tr>") == 2


def test_a_headline_may_stand_with_people_and_days_in_a_header() -> None:
    people = [{"fullName": "Ida Holm", "link": "/by/1"}]
    header = {"title": TITLE, "authors": people, "dates": {"published": 1777795200}}
    parts = [{"type": "TXT", "payload": {"html": f"<p>{line}</p>"}} for line in LINES]
    parts.insert(2, {"type": "READ_ALSO", "payload": {"items": [{"title": "Another story of the day", "url": "/o"}]}})
    held = {"page": {"pageHeader": header, "components": parts}}
    script = f'<script type="application/json">{json.dumps(held)}</script>'
    article = read_page(f"<title>{TITLE}</title>{script}".encode(), "https://post.example/ferry").article
    assert article is not None and article.text.split("\n") == LINES
    assert article.authors == ["Ida Holm"] and article.published is not None


def test_links_in_links_and_marks_of_a_line_are_bounded() -> None:
    spans = [{"type": "hyperlink", "start": n, "end": 400 - n, "data": {"url": f"/{'u' * 900}"}} for n in range(200)]
    html = html_of_ranges("oar " * 100, {"spans": spans})
    assert 0 < len(html) < 200_000 and html.count("<a ") <= 120
    assert "<a " not in linked("oar", {"type": "link", "url": "/" * 100_000})


def test_paragraphs_with_links_are_no_links() -> None:
    lines, _ = read({"type": "paragraph_with_links", "text": POINTS[0]})
    assert lines == [POINTS[0]]
    assert read({"type": "story_link", "text": POINTS[0]})[0] == []
