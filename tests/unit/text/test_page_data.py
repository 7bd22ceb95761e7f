"""The data of a page's scripts, as plain values."""

import json
import time
from html import escape

import pytest

from newscrawl.text.page_data import page_data
from newscrawl.text.script_values import revived, script_value


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ('{"a": [1, null]}', {"a": [1, None]}),
        ("{a:'it\\'s',b:!0,c:void 0,d:[,1.5],}", {"a": "it's", "b": True, "c": None, "d": [None, 1.5]}),
        (r'{a:"\u0041\x42\n\/"}', {"a": "AB\n/"}),
        ('{a:new Date(1700),b:f("x")}', {"a": 1700.0, "b": "x"}),
        ('(function(a,b){return {x:a,y:[b,a]}}("s",2));', {"x": "s", "y": [2.0, "s"]}),
    ],
)
def test_literals_of_javascript_are_read(script: str, value: object) -> None:
    assert script_value(script) == value


@pytest.mark.parametrize("script", ["{a:", "{", "[1", "(function(a){return {", "}", "", '{"a" 1}'])
def test_what_is_no_literal_raises(script: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        script_value(script)


def test_a_flat_list_means_what_its_places_mean() -> None:
    assert revived([{"a": 1, "b": 2}, ["Reactive", 3], [4, 4], {"c": 4}, "x"]) == {"a": {"c": "x"}, "b": ["x", "x"]}
    assert revived([[0, 1], {"self": 1}]) == [None, {"self": None}]


def test_scripts_are_named_in_their_order() -> None:
    page = (
        b'<script id=__NEXT_DATA__ type="application/json">{"a":1}</script><script type="application/json">no</script>'
        b'<script>window.__APOLLO_STATE__={"ROOT_QUERY":{},"Post":{"p":[{"__ref":"P:1"}]},"P:1":{"t":"x"}};</script>'
        b'<script>self.__next_f.push([1,"1:{\\"x\\":\\"$2\\"}\\n2:T3,abc"])</script>'
    )
    assert page_data(page) == [
        ("__NEXT_DATA__", {"a": 1}),
        ("__APOLLO_STATE__", {"ROOT_QUERY": {}, "Post": {"p": [{"t": "x"}]}, "P:1": {"t": "x"}}),
        ("Next.js flight data", [{"x": "abc"}]),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        b"<script>window.__STATE__={", b'<script type="application/json">{"a":', b'self.__next_f.push([1,"\\',
        b"window.aData=[", b'__X__={a:"', b"1:T", b"<a props='{\"", b"<script>__NUXT__=(function(a){return {",
    ],
)  # fmt: skip
def test_hostile_pages_cost_no_more_than_their_length(unit: bytes) -> None:
    def seconds(size: int) -> float:
        page = unit * (size // len(unit))
        start = time.process_time()
        page_data(page)
        return time.process_time() - start

    assert seconds(400_000) < 40 * (seconds(40_000) + 0.02)


def test_an_answer_that_a_server_had_already_is_its_body() -> None:
    page = (
        b'<script type="application/json" data-sveltekit-fetched>{"status":200,"body":"{\\"a\\":1}"}</script>'
        b"<script>window.__remixContext = {'b': 'c'};</script>"
    )
    assert [value for _, value in page_data(page)] == [{"a": 1}, {"b": "c"}]


def test_attributes_hold_what_a_script_fills_their_elements_with() -> None:
    stories = [{"title": f"Story {n} of the council's harbour", "url": f"/2026/11/{n}"} for n in range(10, 16)]
    islands = {"items": [1, [[0, {key: [0, value] for key, value in story.items()}] for story in stories]]}
    for name, held in (
        ("props", islands),
        ("data-page", {"items": stories}),
        ("data-list-items-value", {"items": stories}),
    ):
        page = f'<a-b {name}="{escape(json.dumps(held))}" data-slider=\'{{"speed":1}}\'></a-b>'
        assert [value for _, value in page_data(page.encode())] == [{"items": stories}]


@pytest.mark.parametrize(("opened", "closed"), [('{"a":', "}"), ('{"a":[0,', "]}")])
def test_data_nested_beyond_all_measure_ends_nothing(opened: str, closed: str) -> None:
    said = opened * 400 + f'"{"x" * 300}"' + closed * 400
    held = escape(f'{{"b":{said}}}')
    assert [name for name, _ in page_data(f'<astro-island props="{held}"></astro-island>'.encode())] == ["props"]


def pushed(*rows: str) -> bytes:
    return "".join(f"<script>self.__next_f.push({json.dumps([1, row])})</script>" for row in rows).encode()


def test_rows_of_flight_data_stand_where_others_refer_to_them() -> None:
    rows = ('0:{"post":"$1a"}\n', '1a:{"day":"$D2026-05-03T08:00:00.000Z","parts":["$1b","$1c"],"self":"$1a"}\n',
            '1b:{"text":"a"}\n', "1c:T1,b")  # fmt: skip
    ((_, value),) = page_data(pushed(*rows))
    assert value == [{"post": {"day": "2026-05-03T08:00:00.000Z", "parts": [{"text": "a"}, "b"], "self": None}}]


def test_what_draws_an_element_is_no_row() -> None:
    rows = ('4:I[71,["1"],"default"]\n', '0:["$","$L4",null,{"href":"/a","children":"$L5"}]\n', '5:["$","p",null,{}]\n')
    ((_, value),) = page_data(pushed(*rows))
    assert ["$", "$L4", None, {"href": "/a", "children": ["$", "p", None, {}]}] in value


def test_rows_that_refer_to_each_other_many_times_over_add_up_to_no_more_than_a_page_holds() -> None:
    rows = [f'{n:x}:["{f"${n + 1:x}"}","{f"${n + 1:x}"}"]\n' for n in range(1, 60)]
    started = time.process_time()
    page_data(pushed(*rows, '3c:{"text":"a"}\n'))
    assert time.process_time() - started < 5


def test_what_a_script_is_started_with_is_read() -> None:
    page = b'<script>load().then(([kit]) => {kit.start(app, element, {data: [{type: "data", n: 1}]})})</script>'
    assert page_data(page) == [("started with", {"data": [{"type": "data", "n": 1.0}]})]


def test_of_many_stores_only_some_are_put_together() -> None:
    plain = [b'<script type="application/json">{"a:b": 1}</script>'] * 9
    nodes = {f"N:{n}": {"a": {"__ref": f"N:{n + 1}"}} for n in range(3)}
    stores = json.dumps({f"s{n}": {"ROOT_QUERY": {}, **nodes} for n in range(30)}).encode()
    page = b"".join(plain) + b'<script type="application/json">' + stores + b"</script>"
    found = page_data(page)[-1][1]
    filled = [name for name, store in found.items() if store["N:0"] == {"a": {"a": {"a": {"__ref": "N:3"}}}}]
    assert filled == ["s0", "s1", "s2", "s3"] and found["s4"]["N:0"] == {"a": {"__ref": "N:1"}}
