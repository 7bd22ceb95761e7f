"""Front matter: whatever a title is made of, readers of YAML get it back, Hexo's own among them."""

import json
import shutil
import subprocess
from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.article import Article
from newscrawl.posts import PostOptions, write_post
from newscrawl.posts.text import one_line, safe
from tests.support.crawling import ROOT

HEXO = ROOT / "tests" / "generators" / "hexo"
PARSE = """
const {parse} = require("hexo-front-matter");
const posts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(posts.map(post => parse(post).title)));
"""
# What breaks hand-made YAML, and what it silently changes.
PIECES = ["'", '"', "\\", ": ", " #", "- ", "[", "{{", "%}", "!!python/object", "&a", "*a", "|", ">", "`", "---", "\n"]
PIECES += ["\r\n", "\t", "\x85", "\u2028", "\ufeff", "\x00", "null", "yes", "1e3", "012", "2021-12-09", "🙂", "半岛"]
TITLES = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
EXACT = PostOptions(titles="exact")


def post(title: str, options: PostOptions = PostOptions()) -> str:  # noqa: B008
    article = Article(url="https://e.com/a", title=title, published=datetime(2026, 11, 21, tzinfo=UTC), body="<p>x</p>")
    return write_post(article, "hexo", options).text


def title_in(text: str) -> object:
    assert text.startswith("---\n")
    return yaml.safe_load(text.split("---\n")[1])["title"]


@given(TITLES)
@settings(max_examples=300)
def test_any_title_comes_back_from_yaml(title: str) -> None:
    assert title_in(post(title, EXACT)) == one_line(title)
    assert title_in(post(title)) == safe(title)


@given(st.text(st.characters(categories=["L", "N", "Zs", "Po", "Pd"], exclude_characters="\\;"), max_size=60))
def test_an_ordinary_title_is_not_changed(title: str) -> None:
    assert title_in(post(title)) == title.strip()


def test_hexo_reads_every_title_as_yaml_does() -> None:
    if not shutil.which("node") or not (HEXO / "node_modules" / "hexo-front-matter").is_dir():
        pytest.skip("Hexo's own parser is not installed (tests/setup.sh installs what it can)")
    titles = [a + b + c for a in PIECES for b in ("x", *PIECES[:12]) for c in ("", "y")]
    done = subprocess.run(
        ["node", "-e", PARSE],
        input=json.dumps([post(title) for title in titles]),
        cwd=HEXO,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [safe(title) for title in titles]
