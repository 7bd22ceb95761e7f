"""File names of posts: readable, within what file systems take, in the folder, and one an article."""

from datetime import UTC, datetime
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.article import Article
from newscrawl.posts import folded, free_name, write_post

HOSTILE = st.sampled_from(
    ["../../etc/passwd", "/", "\\", "..", "CON", "a\0b", "index", "\u00e9", "e\u0301", "İ", "ﬁ", "A", "a", "漢" * 300]
)
TITLES = st.text(max_size=80) | HOSTILE


def article(title: str, number: int = 0) -> Article:
    day = datetime(2026, 11, 21, tzinfo=UTC)
    return Article(url=f"https://e.com/{number}", title=title, published=day, body="<p>x</p>")


@given(TITLES)
def test_a_name_stays_in_its_folder_and_fits(title: str) -> None:
    name = write_post(article(title)).name
    assert name.startswith("2026-11-21-") and name.endswith(".md")
    assert "/" not in name and "\\" not in name and "\0" not in name and PurePosixPath(name).name == name
    # A temporary name is a few characters longer.
    assert len(name.encode()) <= 255 - 10


@given(st.lists(TITLES, min_size=2, max_size=8))
def test_names_never_collide(titles: list[str]) -> None:
    taken: set[str] = set()
    for number, title in enumerate(titles):
        one = article(title, number)
        name = folded(free_name(write_post(one), one.url, taken.__contains__))
        assert name not in taken and len(name.encode()) <= 255 - 10
        taken.add(name)


def test_a_chinese_title_stays_readable() -> None:
    assert write_post(article("五角大楼确认 排除部署部队")).name == "2026-11-21-五角大楼确认-排除部署部队.md"
