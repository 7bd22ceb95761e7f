"""What an archive costs: its size, and how fast it is rendered, exported and searched.

    python -m benchmarks.archive [ARTICLES]

Makes articles of 4 KB of prose, one site's, and prints figures; 1,000,000 of them take an hour and 10 GB of disk. One
article of ten is in Chinese, one in Japanese.
Bounds: a million articles in under 5 GB; a search of 100,000 articles in under 100 ms.
"""

import random
import resource
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median

import pyarrow
from pyarrow import parquet

from benchmarks.command_line import number_of
from newscrawl.article import Article
from newscrawl.article_filters import ArticleFilters
from newscrawl.article_record import to_record
from newscrawl.export.columns import COLUMNS
from newscrawl.export.formats import FORMATS
from newscrawl.export.selection import ArticleSelection
from newscrawl.files import LocalFiles
from newscrawl.posts import PostOptions
from newscrawl.render.drafts import Drafts
from newscrawl.render.site import render_site
from newscrawl.search.archive import Question, bring_up_to_date, find
from newscrawl.state.post_files import PostFiles
from newscrawl.store import FILE_NAME, Store
from newscrawl.store.search_index import SearchIndex

FIRST = datetime(2006, 11, 22, tzinfo=UTC)
LOT = 5_000
RENDERED = 20_000
QUESTIONS = (
    *("harbour", '"council bridge"', "bridge harbour teacher", "-winter market", "word1234", "word123*"),
    *("港口", "潮汐观测站", "港湾 図書館", "観光市場"),
)


def vocabulary() -> list[str]:
    """Words as often as people use them: a few all the time, most hardly ever."""
    common = "harbour council bridge teacher winter market library river engine village doctor orchard railway".split()
    return common + [f"word{number}" for number in range(20_000)]


WORDS = vocabulary()
SHARES = list(accumulate(1 / (rank + 2) for rank in range(len(WORDS))))
UNSPACED = {
    1: "港口 城市 潮汐观测站 渔民 预报 议会 桥梁 教师 冬季 市场 图书馆 河流 引擎 村庄 医生 果园 铁路 的 了 在".split(),
    2: "港湾 都市 観光市場 図書館 鉄道 橋 教師 冬 川 エンジン 村 医師 果樹園 の は を に が で した".split(),
}
"""Last digit of an article's number -> the words of its language."""


def article(number: int) -> Article:
    """An article with 4 KB of text."""
    dice = random.Random(number)
    words = dice.choices(WORDS, cum_weights=SHARES, k=620)
    paragraphs = [" ".join(words[i : i + 62]).capitalize() + "." for i in range(0, len(words), 62)]
    if unspaced := UNSPACED.get(number % 10):
        paragraphs = ["".join(dice.choices(unspaced, k=70)) + "。" for _ in paragraphs]
    return Article(
        url=f"https://www.example.com/news/{number}/{'-'.join(words[:6])}",
        title=" ".join(words[:8]).capitalize(),
        published=FIRST + timedelta(minutes=10 * number),
        authors=[f"{words[9]} {words[10]}".title()],
        categories=["News"],
        tags=words[11:15],
        language="en",
        description=" ".join(words[:25]),
        image=f"https://www.example.com/images/{number}.jpg",
        body="".join(f"<p>{each}</p>\n" for each in paragraphs),
        text="\n".join(paragraphs),
        site="example",
        publisher="The Example",
    )


def fill(store: Store, count: int) -> None:
    store.runs.begin("example", {}, FIRST)
    for start in range(0, count, LOT):
        with store.transaction():
            for number in range(start, min(start + LOT, count)):
                each = article(number)
                when = each.published
                id = store.pages.add("example", each.url, FIRST, [number], state="posted", published=when)
                store.articles.put(id, FIRST, to_record(each))


def timed(label: str, count: int, began: float) -> None:
    took = time.perf_counter() - began
    print(f"{label:<34}{count / took:>10,.0f} a second   ({took:.1f} s)", flush=True)


def export(store: Store, folder: Path, count: int) -> None:
    chosen = ArticleSelection(["example"], ArticleFilters())
    for ending in (".jsonl", ".csv", ".parquet", ".db"):
        began = time.perf_counter()
        written = FORMATS[ending](folder / f"out{ending}", chosen.records(store), COLUMNS)
        assert written == count
        timed(f"export {ending}", count, began)
        (folder / f"out{ending}").rename(folder / ("out.parquet" if ending == ".parquet" else "out"))
    began = time.perf_counter()
    file: parquet.ParquetFile = parquet.ParquetFile(folder / "out.parquet")
    with parquet.ParquetWriter(folder / "out", file.schema_arrow, compression="zstd") as writer:
        for batch in file.iter_batches(2_000):
            writer.write_table(pyarrow.Table.from_batches([batch]))
    timed("pyarrow reads and writes it", count, began)
    (folder / "out").unlink()
    (folder / "out.parquet").unlink()


def search(store: Store, folder: Path, count: int) -> None:
    with SearchIndex(folder / "search.db") as index:
        began = time.perf_counter()
        bring_up_to_date(store, index)
        timed("index", count, began)
        print(f"{'index on disk':<34}{(folder / 'search.db').stat().st_size / 2**20:>10,.0f} MB")
        for question in QUESTIONS:
            took = []
            for _ in range(5):
                began = time.perf_counter()
                hits = list(find(store, index, Question(words=question)))
                took.append(time.perf_counter() - began)
            print(f"search {question:<27}{median(took) * 1000:>10.1f} ms   ({len(hits)} shown)", flush=True)


def render(store: Store, folder: Path, count: int) -> None:
    files = PostFiles(store, LocalFiles(folder / "posts"), key=str(folder / "posts"))
    for label in ("render, all files new", "render, nothing changes"):
        began = time.perf_counter()
        render_site(store, "example", Drafts(formats=["hexo"], options=PostOptions()), files)
        timed(label, count, began)


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / FILE_NAME) as store:
            began = time.perf_counter()
            fill(store, count)
            timed("made and kept", count, began)
            size = sum(path.stat().st_size for path in folder.iterdir())  # with what is still in its log
            print(f"{'store on disk':<34}{size / 2**20:>10,.0f} MB   ({size / count:,.0f} bytes an article)")
            export(store, folder, count)
            print(f"{'memory so far':<34}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>10,.0f} MB")
            search(store, folder, count)
        with Store.open(folder / "few" / FILE_NAME) as store:
            fill(store, min(count, RENDERED))
            render(store, folder / "few", min(count, RENDERED))


if __name__ == "__main__":
    main(number_of(__doc__, "articles", 100_000))
