"""Texts in documents of editors and stores whose parts stand beside each other: Draft.js, Notion, DatoCMS, AEM."""

import json
from base64 import b64encode
from html import escape
from typing import Any

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.body.state_draft import html_of_draft
from newscrawl.extract.body.state_jsonapi import article_of_jsonapi
from newscrawl.extract.body.state_records import with_records

TITLE = "The ferry that came back"
HEAD = f'<title>{TITLE}</title><meta property="og:type" content="article">'
LINES = [
    f"In week {n} the ferry lay at the {place} and nobody knew who had moored it. The harbour master wrote a note."
    for n, place in enumerate(("slip", "lock", "quay", "pier", "weir"))
]
HTML = "".join(f"<p>{line}</p>" for line in LINES)


def read(script: str) -> tuple[list[str], str]:
    article = read_page(f"<html><head>{HEAD}</head><body>{script}".encode(), "https://post.example/ferry").article
    assert article is not None
    return article.text.split("\n"), article.body


def held(data: Any) -> str:
    return f'<script type="application/json" id="page">{json.dumps(data)}</script>'


def draft(text: str, kind: str = "unstyled", key: int | None = None) -> dict[str, Any]:
    ranges = [] if key is None else [{"offset": 3, "length": 4, "key": key}]
    return {"text": text, "type": kind, "entityRanges": ranges}


def test_pictures_links_and_points_of_draft_js_stay() -> None:
    picture = {"type": "IMAGE", "data": {"src": "/quay.jpg", "caption": "The quay"}}
    link = {"type": "LINK", "data": {"url": "https://log.example/"}}
    blocks = [
        draft(LINES[0], key=1), draft(" ", "atomic", 0), *map(draft, LINES[1:4]),
        draft("One rope", "ordered-list-item"), draft("Two bells", "ordered-list-item"), draft(LINES[4], "blockquote"),
    ]  # fmt: skip
    text, body = read(held({"title": TITLE, "content": {"blocks": blocks, "entityMap": {"0": picture, "1": link}}}))
    assert text == [*LINES[:4], "One rope", "Two bells", LINES[4]]
    assert '<a href="https://log.example/">week</a>' in body
    assert "<figcaption>The quay</figcaption></figure>" in body
    assert body.count("<ol>") == 1


def test_an_emoji_before_a_link_of_draft_js_counts_as_two_places() -> None:
    link = {"type": "LINK", "data": {"url": "https://log.example/"}}
    line = f"\U0001f6a2{LINES[0][2:]}"
    blocks = [draft(line, key=1), *map(draft, LINES[1:])]
    body = read(held({"title": TITLE, "content": {"blocks": blocks, "entityMap": {"1": link}}}))[1]
    assert '<a href="https://log.example/">week</a>' in body


@pytest.mark.parametrize("levels", [1, 2])
def test_the_blocks_of_notion_are_put_in_order(levels: int) -> None:
    def record(name: str, kind: str, title: Any, **more: Any) -> dict[str, Any]:
        block: dict[str, Any] = {"id": name, "type": kind, "properties": {"title": title}, **more}
        for _ in range(levels):
            block = {"role": "reader", "value": block}
        return block

    inner = record("e", "text", [[LINES[4]]])
    blocks = {
        "z": record("z", "toggle", [[LINES[3]]], content=["e"]), "e": inner,
        "a": record("a", "text", [["In week "], [LINES[0][8:], [["b"], ["a", "https://log.example/"]]]]),
        "p": record("p", "page", [[TITLE]], content=["a", "b", "i", "c", "z", "q"]),
        "b": record("b", "text", [[LINES[1]]]), "c": record("c", "text", [[LINES[2]]]),
        "q": record("q", "page", [["Another page of the notebook"]]),
        "i": record("i", "image", []),
    }  # fmt: skip
    picture = blocks["i"]
    for _ in range(levels):
        picture = picture["value"]
    picture["properties"] = {"source": [["https://c.example/quay.jpg"]], "caption": [["The quay"]]}
    text, body = read(held({"props": {"recordMap": {"block": blocks}}}))
    assert text == LINES
    assert body.index(LINES[1][:12]) < body.index("quay.jpg") < body.index(LINES[2][:12])


PARTS = [{"type": "paragraph", "children": [{"type": "span", "value": line}]} for line in LINES]
TREE = {"type": "root", "children": [*PARTS[:2], {"type": "block", "item": "7"}, *PARTS[2:]]}
DATO = {
    "value": {"schema": "dast", "document": TREE},
    "blocks": [{"__typename": "ImageBlockRecord", "id": "7", "image": {"url": "https://c.example/quay.jpg"}}],
}
CONTENTFUL = {
    "json": {"nodeType": "document", "content": [
        *({"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]} for line in LINES[:2]),
        {"nodeType": "embedded-asset-block", "data": {"target": {"sys": {"id": "7"}}}, "content": []},
        *({"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]} for line in LINES[2:]),
    ]},
    "links": {"assets": {"block": [{"sys": {"id": "7"}, "url": "https://c.example/quay.jpg"}]}},
}  # fmt: skip
HYGRAPH = {
    "raw": {"children": [
        *({"type": "paragraph", "children": [{"text": line}]} for line in LINES[:2]),
        {"type": "embed", "nodeId": "7", "nodeType": "ImageAsset", "children": [{"text": ""}]},
        *({"type": "paragraph", "children": [{"text": line}]} for line in LINES[2:]),
    ]},
    "references": [{"id": "7", "url": "https://c.example/quay.jpg"}],
}  # fmt: skip


@pytest.mark.parametrize("content", [DATO, CONTENTFUL, HYGRAPH], ids=["DatoCMS", "Contentful", "Hygraph"])
def test_what_stands_beside_a_tree_comes_to_its_place(content: Any) -> None:
    text, body = read(held({"post": {"title": TITLE, "body": content}}))
    assert text == LINES
    assert body.index(LINES[1][:12]) < body.index("quay.jpg") < body.index(LINES[2][:12])


def test_components_are_read_in_their_order() -> None:
    parts = {f"text_{n}": {":type": "site/components/text", "text": f"<p>{line}</p>"} for n, line in enumerate(LINES)}
    model = {"title": TITLE, ":items": {"root": {":itemsOrder": list(parts), ":items": dict(reversed(parts.items()))}}}
    assert read(held(model))[0] == LINES
    sitecore = [{"componentName": "RichText", "fields": {"text": {"value": f"<p>{line}</p>"}}} for line in LINES]
    caption = {"image": {"value": {"src": "/quay.jpg"}}, "caption": {"value": "The quay"}}
    route = {"displayName": TITLE, "placeholders": {"main": [{"componentName": "Image", "fields": caption}, *sitecore]}}
    text, body = read(held({"route": route}))
    assert text == LINES
    assert "<figcaption>The quay</figcaption>" in body


POST = f'{{id:7,title:{json.dumps(TITLE)},html:"{HTML}",tags:$R[4]=["boats"]}}'


@pytest.mark.parametrize(
    "script",
    [
        f'($R=>$R[0]={{matches:$R[1]=[$R[2]={{i:"/$id",l:$R[3]={{post:$R[5]={POST}}}}}]}})($R["tsr"]);$_TSR.c()',
        f'_$HY.r["post"]=$R[0]=($R[2]=(s,f)=>{{}},$R[1]={{p:0}});($R[6])($R[1],$R[7]={POST});',
        f"$R[0]={{f:()=>1}};$R[1]={{title:{json.dumps(TITLE)}}};$R[2]={{head:$R[1],post:$R[3]={POST}}};",
    ],
)
def test_values_that_are_noted_by_number_are_read(script: str) -> None:
    assert read(f"<script>{script}</script>")[0] == LINES


def test_a_snapshot_in_an_attribute_is_read() -> None:
    snapshot = json.dumps({"data": {"post": [{"title": TITLE, "body": HTML}, {"s": "arr"}]}, "memo": {}})
    assert read(f'<div wire:snapshot="{escape(snapshot)}"></div>')[0] == LINES


BASE64 = b64encode(json.dumps({"post": {"title": TITLE, "content": HTML}}).encode()).decode()
COMMENT = json.dumps({"story": {"title": TITLE, "bodyHtml": HTML}}).replace("&", "&amp;")
RELAY = {
    "client:root": {"article": {"__ref": "A"}},
    "A": {"__typename": "Article", "headline": TITLE, "body": {"__refs": [f"b{n}" for n, _ in enumerate(LINES)]}},
    **{f"b{n}": {"__typename": "ParagraphBlock", "text": line} for n, line in enumerate(LINES)},
}


@pytest.mark.parametrize(
    "script",
    [
        f'<script type="application/json" data-hypernova-key="Story"><!--{COMMENT}--></script>',
        f'<script>window.__INITIAL_STATE__=JSON.parse(decodeURIComponent(escape(atob("{BASE64}"))));</script>',
        f"<script>window.__RELAY_STORE__={json.dumps(RELAY)};</script>",
    ],
    ids=["a comment", "base64", "Relay"],
)
def test_data_is_read_however_it_is_wrapped(script: str) -> None:
    assert read(script)[0] == LINES


def test_the_parts_that_drupal_s_answer_includes_come_in_their_order() -> None:
    parts = [
        {"type": "paragraph--text", "id": str(n), "attributes": {"field_words": {"processed": f"<p>{line}</p>"}}}
        for n, line in enumerate(LINES)
    ]
    picture = {"type": "paragraph--image", "id": "p", "attributes": {"field_file": {"uri": {"url": "/f/quay.jpg"}}}}
    order = [{"type": part["type"], "id": part["id"]} for part in (*parts[:2], picture, *parts[2:])]
    node = {"attributes": {"title": TITLE}, "relationships": {"field_parts": {"data": order}, "uid": {"data": None}}}
    text, body = read(held({"answer": {"data": node, "included": [picture, *reversed(parts)]}}))
    assert text == LINES
    assert body.index(LINES[1][:12]) < body.index("quay.jpg") < body.index(LINES[2][:12])


def test_blocks_of_wordpress_are_read_with_those_inside_them() -> None:
    def block(name: str, html: str, inside: list[Any] | None = None) -> dict[str, Any]:
        return {"blockName": f"core/{name}", "attrs": {}, "innerBlocks": inside or [], "innerHTML": html}

    points = [block("list-item", f"<li>{point}</li>") for point in ("One rope", "Two bells")]
    picture = block("image", '<figure><img src="/quay.jpg"><figcaption>The quay</figcaption></figure>')
    paragraphs = [block("paragraph", f"<p>{line}</p>") for line in LINES]
    content = [*paragraphs[:2], block("list", "<ul></ul>", points), picture, *paragraphs[2:]]
    text, body = read(held({"post": {"title": TITLE, "blocks": content}}))
    assert text == [*LINES[:2], "One rope", "Two bells", *LINES[2:]]
    assert "<li>One rope</li>" in body.replace("\n", "")
    assert "<figcaption>The quay</figcaption>" in body


@pytest.mark.parametrize(
    "table",
    [
        {"_type": "table", "rows": [{"cells": ["Week", "Moored"]}, {"cells": ["4", "weir"]}]},
        {"type": "table", "data": {"content": [["Week", "Moored"], ["4", "weir"]]}},
    ],
)
def test_tables_and_listings_keep_their_form(table: dict[str, Any]) -> None:
    paragraphs = [{"_type": "paragraph", "text": line} for line in LINES]
    code = {"_type": "codeBlock", "language": "sh", "code": "moor --at weir\nmoor < log"}
    _, body = read(held({"post": {"title": TITLE, "body": [*paragraphs[:3], code, table, *paragraphs[3:]]}}))
    assert "moor --at weir\nmoor &lt; log" in body
    assert "<td>Week</td><td>Moored</td>" in "".join(body.split())


def model(kind: str, *blocks: Any) -> dict[str, Any]:
    return {"type": kind, "model": {"blocks": list(blocks)}}


def test_texts_in_models_within_models_are_read_by_the_headline_that_they_begin_with() -> None:
    def line(text: str) -> dict[str, Any]:
        return {"type": "paragraph", "model": {"text": text, "blocks": [{"type": "fragment", "model": {"text": text}}]}}

    blocks = [
        model("headline", model("text", line(TITLE))), model("text", *map(line, LINES[:2])),
        model("subheadline", model("text", line("The weir"))), model("text", *map(line, LINES[2:])),
    ]  # fmt: skip
    text, body = read(held({"page": {"content": {"model": {"blocks": blocks}}}}))
    assert text == [*LINES[:2], "The weir", *LINES[2:]]
    assert "<h2>The weir</h2>" in body


LONG = "weir " * 1_000
TIMES = 4_000
"""Of a part of 5,000 characters more than a page may hold."""


def test_a_picture_of_draft_js_stands_once() -> None:
    picture = {"type": "IMAGE", "data": {"src": "/quay.jpg", "caption": LONG}}
    blocks = [draft(LINES[0]), *[draft(" ", "atomic", 0)] * TIMES]
    assert html_of_draft({"blocks": blocks, "entityMap": {"0": picture}}).count("<img") == 1


def test_links_of_draft_js_add_up_to_no_more_than_a_page_holds() -> None:
    link = {"type": "LINK", "data": {"url": f"https://log.example/{LONG}"}}
    assert html_of_draft({"blocks": [draft(LINES[0], key=0)] * TIMES, "entityMap": {"0": link}}) == ""


def test_a_part_of_a_node_in_json_api_stands_once() -> None:
    name = {"type": "text", "id": "2"}
    node = {"type": "node", "id": "1", "relationships": {"parts": {"data": [name] * TIMES}}}
    article = article_of_jsonapi({"data": node, "included": [{**name, "attributes": {"body": LONG}}]})
    assert article is not None and len(article["content"]) == 1


def test_records_that_a_tree_names_add_up_to_no_more_than_a_page_holds() -> None:
    tree = {"document": {"type": "root", "children": [{"type": "block", "item": "7"}] * TIMES}}
    held = {"value": tree, "blocks": [{"id": "7", "text": LONG}]}
    assert with_records(held) is held
    few = {**held, "value": {"document": {"type": "root", "children": [{"type": "block", "item": "7"}] * 2}}}
    assert with_records(few) is not few
