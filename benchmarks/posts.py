#!/usr/bin/env python3
"""What a post costs after extraction: CPU per article of all that the stages do, the file on disk included.

    python benchmarks/posts.py [--pages ../shared/pages/articles]

Without pages, on an article made here: 30 paragraphs, five pictures, links and subheads, 8 kB. With pages
(*.html.gz), on what extraction finds there. Beside milliseconds stands what is steadier: how many parses of the body
by lxml that is, and how many times the plain way of nh3.clean and yaml.safe_dump, which makes a post that is harmless
in a browser and says neither what the page said nor keeps a generator from acting on it.
"""

import gzip
import importlib.util
import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import nh3
import yaml
from lxml import html

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from newscrawl import Article, durable, extract_article  # noqa: E402
from newscrawl.posts import FORMATS, Post, PostOptions, write_post  # noqa: E402
from pipelines.check import Check  # noqa: E402
from pipelines.clean import Clean  # noqa: E402
from pipelines.images import Images  # noqa: E402
from pipelines.metadata import Metadata  # noqa: E402

ROUNDS = 7
STAGES: list[Any] = [Clean(), Metadata(), Images(), Check()]


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=Path)
    pages = parser.parse_args().pages
    articles = list(extracted(pages)) if pages else [made()] * 50
    size = sum(len(article.body.encode()) for article in articles) / len(articles) / 1000
    print(f"{len(articles)} articles, {size:,.1f} kB of body each")
    report = Report(cost(parsed, articles), cost(plain, articles), size)
    staged, spent = articles, 0.0
    for stage in STAGES:
        spent += report(type(stage).__name__, cost(stage.process_item, staged))
        staged = list(map(stage.process_item, staged))
    with tempfile.TemporaryDirectory() as folder:
        filed = report("a file, synced", cost(Files(Path(folder)).put, list(map(write_post, staged))))
    for form in FORMATS:
        if not FORMATS[form].markdown_only:
            written = report(f"write {form}", cost(partial(write_post, format=form), staged))
            report(f"IN ALL, {form}", spent + written + filed)
    if not importlib.util.find_spec("markdownify"):
        print("write as Markdown: skipped, it needs markdownify (pip install markdownify)")
        return 0
    options = PostOptions(body="markdown")
    report("write as Markdown", cost(lambda article: write_post(article, "hexo", options), staged))
    return 0


class Report:
    """Prints a line for each cost, beside what it is a multiple of."""

    def __init__(self, parse: float, plain: float, size: float) -> None:
        self.parse, self.plain, self.size = parse, plain, size
        print(f"{'':<26}{'ms':>8}{'per kB':>9}{'parses':>9}{'plain ways':>12}")
        self("one parse by lxml", parse)
        self("the plain way", plain)

    def __call__(self, name: str, spent: float) -> float:
        multiples = f"{spent / self.parse:9.1f}{spent / self.plain:12.1f}"
        print(f"{name:<26}{spent:8.3f}{spent / self.size:9.3f}{multiples}")
        return spent


class Files:
    """Puts each post under a name of its own, as the crawl does."""

    def __init__(self, folder: Path) -> None:
        self.names = (folder / "posts" / "site" / f"{number}.md" for number in itertools.count())

    def put(self, post: Post) -> None:
        durable.put_if_changed(next(self.names), post.text.encode())


def parsed(article: Article) -> object:
    """What any tool that looks into a body pays."""
    return html.fragments_fromstring(article.body)


def plain(article: Article) -> str:
    """A post as one writes it with two library calls."""
    front = {"title": article.title, "date": article.published, "tags": article.tags, "source": article.url}
    return f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n\n{nh3.clean(article.body)}\n"


def cost(step: Callable[[Any], object], items: list[Any]) -> float:
    """CPU milliseconds per item, the system's included, of the best round."""
    return min(round_(step, items) for _ in range(ROUNDS)) * 1000 / len(items)


def round_(step: Callable[[Any], object], items: list[Any]) -> float:
    started = time.process_time()
    for item in items:
        step(item)
    return time.process_time() - started


def extracted(pages: Path) -> list[Article]:
    files = sorted(pages.glob("*.html.gz"))
    found = (extract_article(gzip.open(path).read(), f"https://example.com/{path.name}") for path in files)
    # Without a date there is no post.
    return [article for article in found if article and article.published]


def made() -> Article:
    link = '<a href="https://example.com/x">轻武器</a>'
    paragraph = f"<p>美国国防部发言人表示，作为援助计划的一部分，乌克兰将收到{link}和弹药。</p>"
    picture = '<img src="https://example.com/a.jpg?w=770&amp;h=1" alt="a"><figcaption>c</figcaption>'
    return Article(
        url="https://example.com/news/1",
        title="五角大楼确认向乌克兰派遣轻武器 排除部署部队",
        published=datetime(2021, 12, 9, 8, 11, 24, tzinfo=UTC),
        categories=["新媒体", "Aljazeera 半岛网", "新闻"],
        publisher="Aljazeera 半岛网",
        authors=["Jane Doe"],
        tags=["a", "b", "c"],
        language="zh-CN",
        description="美国宣布将向乌克兰提供轻武器，但排除在当地部署部队的可能性。",
        image="https://example.com/a.jpg?w=770&resize=770%2C433",
        text="美国国防部发言人表示",
        body=(paragraph * 6 + f'<h3>外交联系</h3><figure id="attachment_1">{picture}</figure>') * 5,
    )


if __name__ == "__main__":
    sys.exit(main())
