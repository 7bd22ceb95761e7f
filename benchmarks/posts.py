#!/usr/bin/env python3
"""What writing a post costs: CPU per article of ordinary length, beside what one parse of its body by lxml costs.

    python benchmarks/posts.py [--pages ../shared/pages/articles]

Without pages, on an article made here: 30 paragraphs, five pictures, links and subheads, 8 kB. With pages
(*.html.gz), on what extraction finds there. A ratio is how many parses by lxml one step costs; it is steadier than
milliseconds.
"""

import argparse
import gzip
import importlib.util
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from lxml import html

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newscrawl import Article, extract_article  # noqa: E402
from newscrawl.clean import clean_body  # noqa: E402
from newscrawl.posts import FORMATS, PostOptions, write_post  # noqa: E402

ROUNDS = 7


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path)
    pages = parser.parse_args().pages
    articles = list(extracted(pages)) if pages else [made()] * 50
    length = sum(len(article.body) for article in articles) / len(articles)
    print(f"{len(articles)} articles, {length:,.0f} characters of body each")
    parse = cost(lambda article: html.fragments_fromstring(article.body), articles)
    print(f"{'one parse by lxml':<22}{parse:7.2f} ms")
    report("clean", cost(lambda article: clean_body(article.body, article.url), articles), parse)
    cleaned = [replace(article, body=clean_body(article.body, article.url)) for article in articles]
    for form in FORMATS:
        if not FORMATS[form].markdown_only:
            report(f"write for {form}", cost(lambda article, form=form: write_post(article, form), cleaned), parse)
    if not importlib.util.find_spec("markdownify"):
        print("write as Markdown: skipped, it needs markdownify (pip install markdownify)")
        return 0
    options = PostOptions(body="markdown")
    report("write as Markdown", cost(lambda article: write_post(article, "hexo", options), cleaned), parse)
    return 0


def report(name: str, milliseconds: float, parse: float) -> None:
    print(f"{name:<22}{milliseconds:7.2f} ms   {milliseconds / parse:5.1f} parses")


def cost(step: Callable[[Article], object], articles: list[Article]) -> float:
    """CPU milliseconds per article, of the best round."""
    return min(round_(step, articles) for _ in range(ROUNDS)) * 1000 / len(articles)


def round_(step: Callable[[Article], object], articles: list[Article]) -> float:
    started = time.process_time()
    for article in articles:
        step(article)
    return time.process_time() - started


def extracted(pages: Path) -> list[Article]:
    files = sorted(pages.glob("*.html.gz"))
    found = (extract_article(gzip.open(path).read(), f"https://example.com/{path.name}") for path in files)
    return [article for article in found if article]


def made() -> Article:
    paragraph = "<p>美国国防部发言人表示，作为援助计划的一部分，乌克兰将收到<a href='/x'>轻武器</a>和弹药。</p>"
    picture = '<figure id="attachment_1"><img src="/a.jpg?w=770&amp;h=1" alt="a"><figcaption>c</figcaption></figure>'
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
        body=(paragraph * 6 + "<h3>外交联系</h3>" + picture) * 5,
    )


if __name__ == "__main__":
    sys.exit(main())
