"""`scrapy explain`: a table of what was read from a page, from where, and what was left out."""

import re
from pathlib import Path

import pytest

from newscrawl.extract import Reading, Rules, read_page
from newscrawl.extract.explanation import columns, explanation
from tests.support.crawling import RECORDING, warm

SENTENCE = "Rain fell on the valley on Monday for the first time in three months, and farmers came out to stand in it."
PARAGRAPHS = "".join(f"<p>On day {n} all was well. {SENTENCE}</p>" for n in range(6))
PAGE = f"""<html lang="en"><head><title>Rain at last</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Rain at last",
"author": {{"name": "Jane Doe"}},
"datePublished": "2024-05-03"}}</script></head><body><article><h1>Rain at last</h1>
<div class="text">{PARAGRAPHS}
<div class="newsletter-signup"><p>Sign up for our newsletter.</p></div></div></article></body></html>"""


def table(page: str = PAGE, rules: Rules | None = None, width: int = 100) -> str:
    return explanation(read_page(page.encode(), "https://valleypost.example/rain", rules=rules or Rules()), width)


def test_each_field_stands_with_its_value_and_its_source() -> None:
    lines = table().splitlines()
    assert re.match(r"title +Rain at last +JSON-LD headline$", lines[1])
    assert re.match(r"published +2024-05-03 \(day alone\) +JSON-LD datePublished$", lines[2])
    assert re.match(r"authors +Jane Doe +JSON-LD author$", lines[3])
    assert re.search(r"(?m)^image +— +not found$", table())
    assert re.search(r"(?m)^body +\d+ characters in 6 lines, 0 images ", table())
    assert " lines, 1 image " in table(PAGE.replace("<p>", '<figure><img src="/a.jpg"></figure><p>', 1))


def test_what_was_left_out_stands_with_its_reason() -> None:
    left_out = table().split("LEFT OUT OF THE BODY")[1]
    assert "newsletter" in left_out


def test_numbers_that_a_list_says_itself_do_not_stand_there() -> None:
    items = "".join(f"<li><span>{n}</span> {SENTENCE} {n}</li>" for n in range(1, 5))
    page = PAGE.replace('<div class="newsletter', f'<ol>{items}</ol><div class="newsletter', 1)
    reasons = [why for _, why in read_page(page.encode(), "https://a.example/").removed]
    assert reasons.count("number of an item") == 4
    assert "number of an item" not in table(page) and "LEFT OUT OF THE BODY" in table(page)


def test_selectors_that_matched_nothing_are_named() -> None:
    assert "SELECTORS THAT MATCHED NOTHING" not in table()
    assert table(rules=Rules(title=("h1.gone",))).endswith("SELECTORS THAT MATCHED NOTHING\n  title: h1.gone")


def test_a_refusal_says_what_it_means() -> None:
    assert table("<title>Page not found</title><h1>404</h1>").startswith("no article: not found\n  the page says that")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    wide = PAGE.replace("Rain at last", "五角大楼确认向乌克兰派遣轻武器 排除部署部队" * 5)
    assert max(map(columns, table(wide, width=width).splitlines())) <= width


def test_nothing_of_a_page_moves_the_cursor() -> None:
    reading = Reading(article=None, reason="listing", removed=[("div\x1b[2Jx\r\n\x07", "links\x1b[1A")])
    assert "\x1b" not in explanation(reading)
    assert "\r" not in explanation(reading)


def test_a_saved_page_is_explained(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("<title>", '<link rel="canonical" href="https://valleypost.example/rain"><title>'))
    done = warm("explain", str(page))
    assert (done.code, done.said) == (0, "")
    assert re.search(r"(?m)^url +https://valleypost\.example/rain ", done.out)


def test_an_address_is_fetched_as_a_crawl_does_and_read_with_its_sites_selectors() -> None:
    listing = warm("explain", "https://chinese.aljazeera.net/news", "-s", f"REPLAY={RECORDING}")
    assert (listing.code, listing.out.splitlines()[0]) == (1, "no article: listing")
    missing = warm("explain", "https://chinese.aljazeera.net/gone", "-s", f"REPLAY={RECORDING}")
    assert missing.code == 1
    assert "https://chinese.aljazeera.net/gone is not in the recording" in missing.said
    assert len(missing.said.splitlines()) == 1
    taken_back = "https://chinese.aljazeera.net/news/2026/11/20/%E4%B8%80%E4%BB%BD%E5%B7%B2%E7%BB%8F%E6%92%A4%E4%B8%8B%E7%9A%84%E6%8A%A5%E9%81%93"
    gone = warm("explain", taken_back, "-s", f"REPLAY={RECORDING}")
    assert (gone.code, gone.said) == (1, f"scrapy explain: {taken_back}: answered 404\n")


@pytest.mark.parametrize("arguments", [[], [__file__, "--site", "gone"]])
def test_a_wrong_argument_is_one_clear_line(arguments: list[str]) -> None:
    done = warm("explain", *arguments)
    assert done.code == 2
    assert done.said.startswith("scrapy explain: ")
    assert len(done.said.splitlines()) == 1
