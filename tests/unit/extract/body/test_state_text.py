"""Texts that stand in the data of a page's scripts alone."""

import json
import tracemalloc
from html import escape
from typing import Any
from urllib.parse import quote

import pytest

from newscrawl.extract import read_page

URL = "https://www.valleypost.example/weather/rain-at-last-in-the-valley"
TITLE = "Rain at last in the valley"
LINES = tuple(
    f"On day {n} of the week the river rose by a hand's breadth. Farmers came out to stand in the rain, and nobody "
    f"in the {place} asked them to come in again before the evening."
    for n, place in enumerate(("harbour", "market", "mill", "school", "chapel"))
)
HTML = "".join(f"<p>{line}</p>" for line in LINES)
HEAD = (
    f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2026-05-03T10:00:00Z">'
)
OTHER = {"title": "Another story of the same day", "body": HTML.replace("river", "lake") * 3}


def shell(script: str, head: str = HEAD, inside: str = "") -> bytes:
    return f"<html><head>{head}</head><body><div id=app>{inside}</div>{script}</body></html>".encode()


def held(value: Any, name: str = "__NEXT_DATA__") -> str:
    return f'<script id="{name}" type="application/json">{json.dumps(value)}</script>'


def flight(rows: str) -> str:
    half = len(rows) // 2
    parts = (rows[:half], rows[half:])
    return "".join(f"<script>self.__next_f.push({json.dumps([1, part])})</script>" for part in parts)


def flat(value: Any) -> list[Any]:
    """As Nuxt writes values: each once in a list, and their places in it instead of them."""
    done: list[Any] = []

    def put(item: Any) -> int:
        at = len(done)
        done.append(None)
        if isinstance(item, dict):
            done[at] = {key: put(inner) for key, inner in item.items()}
        else:
            done[at] = [put(inner) for inner in item] if isinstance(item, list) else item
        return at

    put(value)
    return done


def streamed(value: Any) -> list[Any]:
    """As Remix writes values: like Nuxt, and the names of properties by their places, too."""
    places = flat(value)
    names = sorted({key for place in places if isinstance(place, dict) for key in place})
    at = {name: f"_{len(places) + n}" for n, name in enumerate(names)}
    named = [{at[k]: v for k, v in place.items()} if isinstance(place, dict) else place for place in places]
    return [*named, *names]


def tree(kind: str, text: str, children: str, value: str) -> list[dict[str, Any]]:
    return [{kind: "paragraph", children: [{kind: "text", value: line, "marks": []}]} for line in LINES]


POST = {"title": TITLE, "body": HTML}
REACT = ["$", "article", None, {"children": [["$", "p", str(n), {"children": line}] for n, line in enumerate(LINES)]}]
STORE = {"Post:1": {"title": TITLE, "body": {"paragraphs": [{"__ref": f"P:{n}"} for n in range(len(LINES))]}}} | {
    f"P:{n}": {"type": "P", "text": line} for n, line in enumerate(LINES)
}

PAGES = {
    "Next.js": held({"props": {"pageProps": {"latest": [OTHER], "article": POST}}}),
    "the same with escaped HTML": held({"post": {"title": TITLE, "body": HTML.replace("<", "&lt;")}}),
    "lines of plain text": held({"post": {"headline": TITLE, "articleBody": "\n\n".join(LINES)}}),
    "a list of sections": held(
        {
            "post": {
                "title": TITLE,
                "sections": [{"number": n, "body": line} for n, line in enumerate(LINES)],
                "more": [{"title": f"Another story, {n}", "url": f"/{n}", "text": LINES[0] * 30} for n in "ab"],
            }
        }
    ),
    "a list of paragraphs": held({"post": {"title": TITLE, "paragraphs": list(LINES)}}),
    "Arc": "<script>window.Fusion=window.Fusion||{};Fusion.globalContent="
    + json.dumps(
        {
            "headlines": {"basic": TITLE},
            "content_elements": [
                {"type": "text", "content": LINES[0]},
                {"type": "interstitial_link", "content": "Another story"},
                *({"type": "text", "content": line} for line in LINES[1:]),
            ],
        }
    )
    + ";Fusion.lastModified=1</script>",
    "an editor's tree": held(
        {"post": {"title": TITLE, "content": {"type": "doc", "content": tree("type", "text", "content", "text")}}}
    ),
    "Contentful": held(
        {
            "fields": {
                "title": TITLE,
                "body": {"nodeType": "document", "content": tree("nodeType", "text", "content", "value")},
            }
        }
    ),
    "Portable Text": held(
        {
            "post": {
                "title": TITLE,
                "body": [{"_type": "block", "children": [{"_type": "span", "text": t}]} for t in LINES],
            }
        }
    ),
    "Portable Text with styles and marks": held(
        {
            "post": {
                "title": TITLE,
                "body": [
                    {
                        "_type": "block",
                        "style": "normal",
                        "children": [
                            {"_type": "span", "text": t[:9]},
                            {"_type": "span", "text": t[9:], "marks": ["em"]},
                        ],
                    }
                    for t in LINES
                ],
            }
        }
    ),
    "WordPress' blocks": held(
        {"post": {"title": TITLE, "blocks": [{"name": "core/paragraph", "attributes": {"content": t}} for t in LINES]}}
    ),
    "keys in another language": held({"haber": {"baslik": TITLE, "icerik": HTML}}),
    "items of a body": held(
        {"a": {"hed": TITLE, "body": {"items": [{"type": "paragraph", "text": t} for t in LINES]}}}
    ),
    "Editor.js": held(
        {"post": {"title": TITLE, "blocks": [{"type": "paragraph", "data": {"text": line}} for line in LINES]}}
    ),
    "flight data with a long text": flight(
        f'1:I[12,[],"x"]\n2:T{len(HTML.encode()):x},{HTML}3:["$","div",null,{{"post":{{"title":"{TITLE}","content":"$2"}}}}]\n'
    ),
    "Nuxt 3": held(flat({"data": ["Reactive", POST] and {"article": POST}}), "__NUXT_DATA__"),
    "Nuxt 2": f"<script>window.__NUXT__=(function(a,b){{return {{data:[{{post:{{title:a,body:b,n:void 0}}}}]}}}}"
    f"({json.dumps(TITLE)},{json.dumps(HTML)}));</script>",
    "Apollo": "<script>window.__APOLLO_STATE__ = "
    + json.dumps(
        {
            "ROOT_QUERY": {},
            "Post:1": {"title": TITLE, "content({})": {"paragraphs": [{"__ref": f"Paragraph:{n}"} for n in range(5)]}},
            **{f"Paragraph:{n}": {"type": "P", "text": line} for n, line in enumerate(LINES)},
        }
    )
    + "</script>",
    "JSON in a string": "<script>window.__INITIAL_STATE__=JSON.parse("
    + json.dumps(json.dumps({"post": POST}))
    + ");</script>",
    "JSON in an escaped string": "<script>window.__DATA__=JSON.parse(decodeURIComponent("
    + json.dumps(quote(json.dumps({"post": POST})))
    + "));</script>",
    "Draft.js": held(
        {"post": {"title": TITLE, "content": {"blocks": [{"type": "unstyled", "text": line} for line in LINES]}}}
    ),
    "Lexical": held(
        {
            "post": {
                "title": TITLE,
                "content": {"root": {"type": "root", "children": tree("type", "text", "children", "text")}},
            }
        }
    ),
    "Quill's pieces under a name of their own": held(
        {"post": {"title": TITLE, "delta": {"ops": [{"insert": f"{t}\n"} for t in LINES]}}}
    ),
    "JsonML": held({"headline": TITLE, "body": ["div", {"class": "body"}, *(["p", line] for line in LINES)]}),
    "a store of Apollo's without a root": f"<script>window.__STATE__ = {json.dumps(STORE)};</script>",
    "what was loaded before": "<script>window._preloads        = JSON.parse("
    + json.dumps(json.dumps({"post": POST}))
    + ")</script>",
    "JSON-LD": f'<script type="application/ld+json">'
    f"{json.dumps({'@type': 'NewsArticle', 'headline': TITLE, 'articleBody': chr(10).join(LINES)})}</script>",
    "Angular": held({"https://api.example/1": {"body": POST}}, "app-state")
    .replace('"', "&q;")
    .replace("id=&q;app-state&q; type=&q;application/json&q;", 'type="application/json"'),
    "Remix": "<script>window.__reactRouterContext.streamController.enqueue("
    + json.dumps(json.dumps(streamed({"loaderData": {"post": POST}})) + "\n")
    + ");</script>",
    "a variable of the article's": f"<script>var article = {json.dumps(POST)};</script>",
    "an attribute of the article's": f'<news-page :article="{escape(json.dumps(POST))}"></news-page>',
    "an editor's tree in a string": held(
        {
            "post": {
                "title": TITLE,
                "content": json.dumps({"type": "doc", "content": tree("type", "text", "content", "text")}),
            }
        }
    ),
    "pages by number": held(
        {"title": TITLE, "pages": {str(n + 1): {"top": f"<p>{t}</p>"} for n, t in enumerate(LINES)}}
    ),
    "known by its address": held({"post": {"slug": "/weather/rain-at-last-in-the-valley", "body": HTML}}),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_text_is_read_from_the_page_s_data_where_the_html_has_none(name: str) -> None:
    reading = read_page(shell(PAGES[name]), URL)
    assert reading.article is not None, reading.reason
    assert tuple(reading.article.text.split("\n")) == LINES
    assert reading.sources["body"] and reading.why_body == "the page's HTML holds no such text"


X, Y, Z = "Who reads ", "the plan of 2025", " knows the day on which the mill may turn again."
PLAN = "https://www.valleypost.example/plan"
RAISED: dict[str, Any] = {
    "ProseMirror": {
        "type": "doc",
        "content": [
            *tree("type", "text", "content", "text"),
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": X},
                    {"type": "text", "text": Y, "marks": [{"type": "link", "attrs": {"href": PLAN}}, {"type": "bold"}]},
                    {"type": "text", "text": Z},
                ],
            },
            {
                "type": "bulletList",
                "content": [
                    {"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": t}]}]}
                    for t in ("Oats", "Rye")
                ],
            },
        ],
    },
    "Contentful": {
        "nodeType": "document",
        "content": [
            *tree("nodeType", "text", "content", "value"),
            {
                "nodeType": "paragraph",
                "content": [
                    {"nodeType": "text", "value": X},
                    {
                        "nodeType": "hyperlink",
                        "data": {"uri": PLAN},
                        "content": [{"nodeType": "text", "value": Y, "marks": [{"type": "bold"}]}],
                    },
                    {"nodeType": "text", "value": Z},
                ],
            },
            {
                "nodeType": "unordered-list",
                "content": [
                    {"nodeType": "list-item", "content": [{"nodeType": "text", "value": t}]} for t in ("Oats", "Rye")
                ],
            },
        ],
    },
    "Lexical": {
        "root": {
            "type": "root",
            "children": [
                *tree("type", "text", "children", "text"),
                {
                    "type": "paragraph",
                    "children": [
                        {"text": X},
                        {"type": "link", "fields": {"url": PLAN}, "children": [{"text": Y, "format": 1}]},
                        {"text": Z},
                    ],
                },
                {
                    "type": "list",
                    "tag": "ul",
                    "children": [{"type": "listitem", "children": [{"text": t}]} for t in ("Oats", "Rye")],
                },
            ],
        }
    },
    "Portable Text": [
        *({"_type": "block", "children": [{"_type": "span", "text": t}]} for t in LINES),
        {
            "_type": "block",
            "style": "normal",
            "markDefs": [{"_key": "k1", "_type": "link", "href": PLAN}],
            "children": [{"text": X}, {"text": Y, "marks": ["k1", "strong"]}, {"text": Z, "marks": []}],
        },
        *({"_type": "block", "listItem": "bullet", "children": [{"text": t}]} for t in ("Oats", "Rye")),
    ],
    "Quill": {
        "ops": [
            {"insert": "\n".join(LINES) + "\n" + X},
            {"insert": Y, "attributes": {"bold": True, "link": PLAN}},
            {"insert": f"{Z}\nOats"},
            {"insert": "\n", "attributes": {"list": "bullet"}},
            {"insert": "Rye"},
            {"insert": "\n", "attributes": {"list": "bullet"}},
        ]
    },
    "Ricos": {
        "nodes": [
            *({"type": "PARAGRAPH", "nodes": [{"type": "TEXT", "textData": {"text": t}}]} for t in LINES),
            {
                "type": "PARAGRAPH",
                "nodes": [
                    {"type": "TEXT", "textData": {"text": X, "decorations": []}},
                    {
                        "type": "TEXT",
                        "textData": {
                            "text": Y,
                            "decorations": [{"type": "BOLD"}, {"type": "LINK", "linkData": {"link": {"url": PLAN}}}],
                        },
                    },
                    {"type": "TEXT", "textData": {"text": Z}},
                ],
            },
            {
                "type": "BULLETED_LIST",
                "nodes": [
                    {"type": "LIST_ITEM", "nodes": [{"type": "PARAGRAPH", "nodes": [{"textData": {"text": t}}]}]}
                    for t in ("Oats", "Rye")
                ],
            },
        ]
    },
    "Nuxt's pairs": {
        "type": "minimal",
        "value": [
            *(["p", {}, line] for line in LINES),
            ["p", {}, X, ["a", {"href": PLAN}, ["strong", {}, Y]], Z],
            ["ul", {}, ["li", {}, "Oats"], ["li", {}, "Rye"]],
        ],
    },
    "Nuxt's tree": {
        "type": "root",
        "children": [
            *({"type": "element", "tag": "p", "children": [{"type": "text", "value": t}]} for t in LINES),
            {
                "type": "element",
                "tag": "p",
                "children": [
                    {"type": "text", "value": X},
                    {
                        "type": "element",
                        "tag": "a",
                        "props": {"href": PLAN},
                        "children": [{"type": "element", "tag": "strong", "children": [{"type": "text", "value": Y}]}],
                    },
                    {"type": "text", "value": Z},
                ],
            },
            {
                "type": "element",
                "tag": "ul",
                "children": [
                    {"type": "element", "tag": "li", "children": [{"type": "text", "value": t}]}
                    for t in ("Oats", "Rye")
                ],
            },
        ],
    },
}


@pytest.mark.parametrize("editor", RAISED)
def test_links_stresses_and_lists_of_an_editor_s_tree_stay(editor: str) -> None:
    reading = read_page(shell(held({"post": {"title": TITLE, "content": RAISED[editor]}})), URL)
    assert reading.article is not None, reading.reason
    body = reading.article.body
    assert all(f"<p>{line}</p>" in body for line in LINES)
    assert f'<a href="{PLAN}"' in body and f"<strong>{Y}</strong>" in body
    assert f"{X}{Y}{Z}" in reading.article.text
    assert "".join(body.split()).count("<ul><li>Oats</li><li>Rye</li></ul>") == 1


LONG = " ".join(LINES) * 1500
MANY_TIMES = {
    "flight data": flight(f"1:{json.dumps({'title': TITLE, 'content': ['$2'] * 20000})}\n2:T{len(LONG):x},{LONG}"),
    "Apollo": "<script>window.__APOLLO_STATE__="
    + json.dumps(
        {
            "ROOT_QUERY": {},
            "Post": {"title": TITLE, "content": [{"__ref": "Text"}] * 20000},
            "Text": {"type": "paragraph", "text": LONG},
        }
    )
    + "</script>",
    "Nuxt": held(
        [{"title": 1, "content": 2}, TITLE, [3] * 50000, {"type": 4, "text": 5}, "paragraph", LONG], "__NUXT_DATA__"
    ),
    "each level twice": held(
        [
            {"title": 1, "content": 3},
            TITLE,
            "paragraph",
            *(part for n in range(3, 63, 2) for part in ({"type": 2, "children": n + 1}, [n + 2, n + 2])),
            {"type": 2, "text": 64},
            LINES[0],
        ],
        "__NUXT_DATA__",
    ),
}


@pytest.mark.parametrize("name", MANY_TIMES)
def test_what_data_refers_to_many_times_over_is_not_written_out(name: str) -> None:
    """Else a page of 1 MB takes all memory there is, or all time."""
    tracemalloc.start()
    assert read_page(shell(MANY_TIMES[name]), URL).article is None
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100_000_000


def test_the_place_is_named() -> None:
    reading = read_page(shell(PAGES["Next.js"]), URL)
    assert reading.sources["body"] == "__NEXT_DATA__ props.pageProps.article.body"


def test_a_teaser_gives_way_to_the_text() -> None:
    reading = read_page(shell(PAGES["Next.js"], inside=f"<h1>{TITLE}</h1><p>{LINES[0]}</p>"), URL)
    assert reading.article is not None and reading.article.text.split("\n")[-1] == LINES[-1]


@pytest.mark.parametrize(
    ("script", "inside"),
    [
        pytest.param(held({"stories": [OTHER]}), "", id="another story"),
        pytest.param(held({"post": POST})[:-40], "", id="broken JSON"),
        pytest.param("<script>window.__NUXT__=(function(a){return {" + "a:[" * 5000 + "</script>", "", id="nesting"),
        pytest.param(held({"post": {"title": TITLE, "author": {"body": HTML}}}), "", id="a text about the author"),
    ],
)
def test_what_is_not_the_article_s_is_not_taken(script: str, inside: str) -> None:
    assert read_page(shell(script, inside=inside), URL).article is None


def test_what_a_wall_keeps_back_is_not_taken() -> None:
    paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    reading = read_page(shell(PAGES["Next.js"], HEAD + paid, f"<h1>{TITLE}</h1><p>{LINES[0]}</p>"), URL)
    assert reading.article is not None
    assert (reading.article.text, reading.article.access) == (LINES[0], "partial")


def test_the_html_s_own_text_is_taken_where_it_is_whole() -> None:
    inside = f"<h1>{TITLE}</h1><article>{HTML}</article>"
    reading = read_page(shell(held({"post": {"title": TITLE, "body": HTML * 4}}), inside=inside), URL)
    assert reading.article is not None and tuple(reading.article.text.split("\n")) == LINES


def test_a_headline_of_few_letters_tells_its_node() -> None:
    head = '<title>On salt | The Valley Post</title><meta property="og:title" content="On salt">'
    posts = {"post": {"title": "On salt", "body": HTML}, "next": {"title": "On vinegar", "body": OTHER["body"]}}
    article = read_page(shell(held(posts), head), "https://www.valleypost.example/on-salt").article
    assert article is not None
    assert article.text.split("\n") == list(LINES)


def test_arc_s_summary_stands_above_its_text() -> None:
    parts = [{"type": "text", "content": line} for line in LINES]
    node = {
        "headlines": {"basic": TITLE},
        "subheadlines": {"basic": "Nobody in the valley had asked for so much of it."},
        "content_elements": parts,
    }
    script = f"<script>window.Fusion={{}};Fusion.globalContent={json.dumps(node)};</script>"
    article = read_page(shell(script), URL).article
    assert article is not None
    assert article.text.split("\n") == ["Nobody in the valley had asked for so much of it.", *LINES]
