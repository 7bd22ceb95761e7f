"""The output of the last release is taken over: posts that it wrote, and articles that it kept nowhere else."""

import tarfile
from pathlib import Path

import pytest

from newscrawl.store import FILE_NAME, Store
from tests.support.crawling import RECORDING, crawl, warm

OLD = RECORDING.parent / "output-0.1.0.tar.gz"
"""What `scrapy crawl aljazeera -a limit=6 -s POST_FORMAT=hexo,hugo` left; its store has two of the articles whole."""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    with tarfile.open(OLD) as archive:
        archive.extractall(tmp_path / "output", filter="data")
    return tmp_path / "output"


def posts(output: Path, folder: str) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((output / folder / "aljazeera").glob("*.md"))}


def front(post: str, *but: str) -> list[str]:
    lines = post.partition("\n\n")[0].splitlines()
    return [line for line in lines if not line.startswith(but)]


def test_every_post_of_an_older_store_is_rendered_where_it_belongs_now(output: Path, tmp_path: Path) -> None:
    before = posts(output, "posts/hexo")
    done = warm("render", "-s", "POST_FORMAT=hexo,hugo,jekyll", output=output)
    assert done.code == 0 and "by hand" not in done.out, done.said + done.out
    crawl(tmp_path / "afresh", "-a", "limit=6", "-s", "POST_FORMAT=hexo,hugo")
    for folder in ("posts", "posts-hugo"):
        now, afresh = posts(output, folder), posts(tmp_path / "afresh", folder)
        assert now.keys() == afresh.keys() == before.keys()
        for name, post in now.items():
            assert post.partition("\n\n")[2] == afresh[name].partition("\n\n")[2]
            # Not the language: Hexo's posts say zh-CN for zh-Hans.
            assert set(front(post, "lang")) <= set(front(afresh[name]))
    assert not (output / "posts" / "hexo").exists() and not (output / "posts" / "hugo").exists()
    assert len(list((output / "posts-jekyll" / "aljazeera").iterdir())) == 6
    with Store.open(output / FILE_NAME) as store:
        assert store.articles.count("aljazeera") == 6 and not store.articles.to_read_back("aljazeera")


def test_what_was_edited_or_deleted_before_stays(output: Path) -> None:
    with Store.open(output / FILE_NAME) as store:
        known = next(store.articles.as_kept("aljazeera"))
        path = output / store.posts.paths(known.page)["hexo"]
    path.write_text(path.read_text().replace("</p>", " — as I see it.</p>", 1))
    gone = next(other for other in sorted(path.parent.iterdir()) if other != path)
    gone.unlink()
    done = warm("render", output=output)
    assert "1 edited by hand, left as they are; 1 deleted by hand" in done.out
    assert "as I see it" in path.read_text() and gone.name not in posts(output, "posts")
    assert len(posts(output, "posts")) == 4


def test_a_crawl_takes_over_too_and_asks_for_nothing_again(output: Path) -> None:
    done = crawl(output, "-a", "backfill=1", "-s", "POST_FORMAT=hexo")
    assert done.code == 0, done.said
    assert len(posts(output, "posts")) == 7 and not (output / "posts" / "hugo").exists()
    with Store.open(output / FILE_NAME) as store:
        assert store.articles.count("aljazeera") == 7
