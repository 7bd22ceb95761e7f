"""Stores whose nodes name each other."""

from typing import Any

from newscrawl.text.stores import Stores

STORE: dict[str, Any] = {
    "ROOT_QUERY": {"post": {"__ref": "Post:1"}},
    "Post:1": {
        "title": "Ferry",
        "author": {"node": {"__ref": "User:4"}},
        "parts": [{"__ref": "Part:1"}, {"text": "b"}],
    },
    "Part:1": {"text": "a", "image": {"__ref": "Media:9"}},
    "User:4": {"name": "Ida Holm", "posts": [{"__ref": "Post:1"}]},
    "Media:9": {"url": "/ferry.jpg"},
}


def test_nodes_stand_where_they_are_named() -> None:
    post = Stores().with_nodes(STORE)["Post:1"]
    assert post["author"]["node"]["name"] == "Ida Holm"
    assert post["parts"] == [{"text": "a", "image": {"url": "/ferry.jpg"}}, {"text": "b"}]


def test_a_store_may_lie_deep_in_a_page_s_data() -> None:
    held = Stores().with_nodes({"props": {"pageProps": {"apolloState": {"data": STORE}}}})
    assert held["props"]["pageProps"]["apolloState"]["data"]["Post:1"]["author"]["node"]["name"] == "Ida Holm"


def test_relay_s_lists_of_names_are_nodes() -> None:
    held = Stores().with_nodes(
        {"client:root": {}, "a": {"parts": {"__refs": ["b", "c", "missing"]}}, "b": {"n": 1}, "c": {"n": 2}}
    )
    assert held["a"]["parts"] == [{"n": 1}, {"n": 2}]


def test_what_names_itself_ends() -> None:
    held = Stores().with_nodes({"ROOT_QUERY": {}, "a": {"next": {"__ref": "a"}}})
    assert held["a"]["next"]["next"]["next"]["next"] == {"__ref": "a"}


def test_other_data_stays_as_it_is() -> None:
    assert Stores().with_nodes({"a": {"__ref": "b"}, "b": [1]}) == {"a": {"__ref": "b"}, "b": [1]}


def test_all_that_name_all_are_no_data() -> None:
    names = [f"n{n}" for n in range(1_500)]
    held: dict[str, object] = {"ROOT_QUERY": {}} | {
        name: {"all": [{"__ref": other} for other in names], "text": "x" * 100} for name in names
    }
    assert Stores().with_nodes(held) is None
