"""Full text in every script: what is found, in which order, and what is shown of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.article_record import to_record
from newscrawl.search.archive import Question, bring_up_to_date, find
from newscrawl.search.words import excerpt, query
from newscrawl.store import FILE_NAME, Store
from newscrawl.store.search_index import SearchIndex

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXTS = {
    "gate": ("The tide gate", "The harbour council voted to rebuild the old tide gate. Mira Tolhane said so."),
    "tide": ("Ferries wait", "A high tide kept the ferries at the gate of the quay."),
    "cafe": ("Un café près du port", "Le café a rouvert à Zürich; Straße und naïve façade."),
    "zh": ("港口城市启用新的潮汐观测站", "新建成的潮汐观测站于周六投入使用,渔民今后可以每小时获得一次水位预报。"),
    "ja": ("東京タワーの展望台", "東京タワーの展望台が改装された。カタカナとひらがなの文章です。"),
    "ko": ("부산 항구 축제", "부산항구에서는 축제가 열렸다."),
    "ar": ("ميناء المدينة", "افتتحت بلدية الميناء محطة جديدة لرصد المد والجزر."),
    "th": ("ท่าเรือใหม่", "เปิดท่าเรือใหม่ในกรุงเทพมหานคร"),
}


def put(store: Store, name: str, title: str, text: str, **values: object) -> None:
    url, number = f"https://one.example/{name}", list(TEXTS).index(name) if name in TEXTS else 99
    site = str(values.pop("site", "one"))
    published = NOON - timedelta(days=number)
    known = store.pages.id_of(hash(url))
    id = known or store.pages.add(site, url, NOON, [hash(url)], state="posted", published=published)
    article = Article(url=url, title=title, text=text, published=published, site=site, **values)  # type: ignore[arg-type]
    store.articles.put(id, NOON, to_record(article), edited=known is not None)


class Library:
    """An archive with its index."""

    def __init__(self, store: Store, index: SearchIndex) -> None:
        self.store, self.index = store, index

    def found(self, words: str, **where: object) -> list[str]:
        bring_up_to_date(self.store, self.index)
        hits = find(self.store, self.index, Question(words=words, **where))  # type: ignore[arg-type]
        return [hit.record["url"].rpartition("/")[2] for hit in hits]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Store.open(tmp_path / FILE_NAME) as store, SearchIndex(tmp_path / "search.db") as index:
        with store.transaction():
            for name, (title, text) in TEXTS.items():
                put(store, name, title, text, authors=["Ana Lee"] if name == "tide" else [], tags=["Sea & land"])
        yield Library(store, index)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("tide gate", ["gate", "tide"]),
        ('"tide gate"', ["gate"]),
        ("TIDE -council", ["tide"]),
        ("harb*", ["gate"]),
        ("cafe zurich", ["cafe"]),
        ("CAFÉ", ["cafe"]),
        ("港口", ["zh"]),
        ("潮汐观测站", ["zh"]),
        ("观潮", []),
        ("站", ["zh"]),
        ("東京タワー", ["ja"]),
        ("ひらがな", ["ja"]),
        ("항구", ["ko"]),
        ("الميناء", ["ar"]),
        ("ท่าเรือ", ["th"]),
        ("港口 gate", []),
    ],
)
def test_what_is_found(library: Library, words: str, names: list[str]) -> None:
    assert library.found(words) == names


@pytest.mark.parametrize(
    "words", ['"', '("', "AND", "a OR", "NEAR(a b", "title:gate", "*", "-", "^gate", "{x}:", "'; --"]
)
def test_no_question_is_an_error(library: Library, words: str) -> None:
    if query(words):
        library.found(words)


def test_it_is_looked_for_where_and_when_one_wants(library: Library) -> None:
    put(library.store, "other", "Another tide", "Elsewhere.", site="two")
    assert library.found("tide") == ["other", "gate", "tide"], "a title says more than a text"
    assert library.found("tide", sites=["two"]) == ["other"]
    assert library.found("tide", field="title") == ["other", "gate"]
    assert library.found("lee", field="authors") == ["tide"] and len(library.found("land", field="topics")) == 8
    assert library.found("tide", since=NOON) == ["gate"] and library.found("tide", until=NOON) == ["other", "tide"]
    assert library.found("tide", limit=1) == ["other"]


def test_an_edit_is_found_by_its_new_words_alone(library: Library) -> None:
    assert library.found("Mira") == ["gate"]
    put(library.store, "gate", "The tide gate", "It was all different: a lighthouse.")
    assert (library.found("Mira"), library.found("lighthouse"), library.found("tide gate")) == (
        [],
        ["gate"],
        ["gate", "tide"],
    )


def test_what_is_no_index_or_lost_is_made_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path / FILE_NAME) as store:
        put(store, "gate", *TEXTS["gate"])
        for content in (None, b"no database at all" * 100, b""):
            if content is not None:
                (tmp_path / "search.db").write_bytes(content)
            with SearchIndex(tmp_path / "search.db") as index:
                assert Library(store, index).found("tide") == ["gate"]
            for file in tmp_path.glob("search.db-*"):
                file.unlink()


def test_an_excerpt_shows_the_words_where_they_stand() -> None:
    text = "One two three. " * 30 + "The tide gate, they say.\n" + "Four five six. " * 30
    part, matches = excerpt(text, "tide -one")
    assert len(part) <= 160 and [part[first:last] for first, last in matches] == ["tide"]
    assert excerpt("", "tide") == ("", []) and excerpt("no such", "tide")[1] == []
    part, matches = excerpt("新建成的潮汐观测站于周六投入使用", "观测站")
    assert [part[first:last] for first, last in matches] == ["观测站"]


def test_of_many_matches_the_newest_are_weighed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of every article is found as fast as a rare one, in an archive of any size."""
    put(library.store, "other", "Another tide", "Elsewhere.")
    assert library.found("gate") == ["gate", "tide"]
    monkeypatch.setattr("newscrawl.store.search_index.WEIGHED", 2)
    assert library.found("tide", limit=2) == ["other", "tide"]
