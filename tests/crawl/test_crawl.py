"""The main job, as its user sees it: the crawl of the recording through real Scrapy."""

import contextlib
import csv
import os
import pty
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from lxml import html

from newscrawl.export.csv_file import cell
from newscrawl.store import Store
from tests.support.crawling import RECORDING, ROOT, crawl, lines, posts, scrapy, warm
from tests.support.warm import Done

REFERENCE = ROOT / "tests" / "generators" / "reference" / "post-2021-12-09.md"
# What the recording holds: 38 cards, of which 5 are no articles, 1 is repeated, 1 answers 404 and 1 has no date.
ARTICLES = 30


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("output")


@pytest.fixture(scope="module")
def first(output: Path) -> Done:
    """The first crawl, with a feed beside the posts."""
    return crawl(output, "-O", f"{output}/first.jsonl", cold=True)


def test_every_article_of_the_recording_becomes_a_post(first: Done, output: Path) -> None:
    assert first.code == 0
    assert len(posts(output)) == ARTICLES
    assert f"aljazeera: {ARTICLES} new, 0 updated, 0 unchanged" in first.said


def test_the_summary_says_what_was_left_out_and_where_the_posts_are(first: Done, output: Path) -> None:
    summary = first.said[first.said.index("aljazeera: ") :]
    assert "refused 1: no date 1" in summary
    assert "skipped 5: episode 1, external link 1, gallery 1, podcast 1, video 1" in summary
    assert "failed 1: article 1" in summary
    assert f"posts in {output}/posts/aljazeera" in summary


def test_log_lines_are_plain_and_without_scrapys_noise(first: Done) -> None:
    assert "\x1b" not in first.said and "\r" not in first.said
    for noise in ("Versions:", "Overridden settings", "Enabled ", "Dumping Scrapy stats", "Traceback", "[scrapy."):
        assert noise not in first.said
    assert "answered 404" in first.said
    assert first.out == ""


def test_a_terminal_gets_one_line_that_is_written_over(tmp_path: Path) -> None:
    screen, terminal = pty.openpty()
    command = [sys.executable, "-m", "scrapy", "crawl", "aljazeera", "-s", f"REPLAY={RECORDING}"]
    run = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "NEWSCRAWL_OUTPUT": str(tmp_path)}, stderr=terminal)
    os.close(terminal)
    shown = b""
    with contextlib.suppress(OSError):  # how a terminal says that nobody writes to it any more
        while read := os.read(screen, 65536):
            shown += read
    os.close(screen)
    assert run.wait() == 0
    lines = shown.decode().replace("\r\n", "\n").split("\n")
    assert f"\r\x1b[Kaljazeera: {ARTICLES - 1} articles, " in lines[0] or f"{ARTICLES - 1} articles" in lines[1]
    # What a listing shows is known to be left, ten and its next page, and gets less.
    left = [int(n) for n in re.findall(r"\x1b\[Kaljazeera: \d+ articles?, (\d+) pages? left", shown.decode())]
    assert max(left) == 11 and left[-1] <= 1
    assert re.search(r"0 articles, \d+ pages? left, \d+ s {2}\w+\.aljazeera\.net", shown.decode()), "what is read"
    assert "WARNING: article failed: https://" in shown.decode() and "INFO" not in shown.decode()
    assert f"aljazeera: {ARTICLES} new" in shown.decode() and len(lines) < 10


# -- The reference post ------------------------------------------------------------------------------------------------
def front_and_body(path: Path) -> tuple[dict[str, object], html.HtmlElement]:
    _, front, body = path.read_text(encoding="utf-8").strip().split("---\n", 2)
    return yaml.safe_load(front), html.fragment_fromstring(body.strip())


@pytest.fixture(scope="module")
def made(first: Done, output: Path) -> Path:
    return next(path for path in posts(output) if path.name.startswith("2021-12-09"))


def test_front_matter_is_the_references_with_ours_behind_it(made: Path) -> None:
    expected, front = front_and_body(REFERENCE)[0], front_and_body(made)[0]
    assert list(front)[: len(expected)] == list(expected)
    assert {key: front[key] for key in expected} == expected
    assert {key: type(front[key]) for key in expected} == {key: type(value) for key, value in expected.items()}
    assert str(front["source_url"]).startswith("https://chinese.aljazeera.net/news/2021/12/9/")


def test_a_post_begins_with_its_front_matter(made: Path) -> None:
    assert made.read_bytes().startswith(b"---\ntitle: '")


def elements(body: html.HtmlElement) -> Iterator[tuple[str, dict[str, str], str]]:
    """Each element with its attributes and the text before the next one; captions' own element left out."""
    for caption in body.iter("figcaption"):
        caption.drop_tag()
    for element in body.iter():
        # A figure's width is the reference's; that it never runs off a phone is said behind it.
        style = {"style": element.get("style", "").replace(" ", "").split(";max-")[0]} if element.get("style") else {}
        yield element.tag, {**dict(element.attrib), **style}, " ".join((element.text or "").split())
        yield "after", {}, " ".join((element.tail or "").split())


def test_the_body_equals_the_references_as_dom(made: Path) -> None:
    expected, found = list(elements(front_and_body(REFERENCE)[1])), list(elements(front_and_body(made)[1]))
    assert [tag for tag, _, _ in found] == [tag for tag, _, _ in expected]
    for (tag, attributes, text), (_, own, own_text) in zip(expected, found, strict=True):
        assert own_text == text
        assert {name: own.get(name) for name in attributes} == attributes, tag


# -- Again, and elsewhere ----------------------------------------------------------------------------------------------
def test_a_second_crawl_touches_nothing_and_says_so(first: Done, output: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in posts(output)}
    second = crawl(output)
    assert second.code == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in posts(output)} == before
    assert "aljazeera: 0 new, 0 updated, 0 unchanged; " in second.said and "not asked for again" in second.said
    with Store.open(output / "newscrawl.db") as store:
        (run,) = store.runs.of("aljazeera", limit=1)
    asked = run.counts["listings"] + run.counts["robotstxt/request_count"]
    assert (run.counts["replay/answered"], run.saved > 0) == (asked, True), "listings and robots.txt alone"


def test_json_lines_hold_each_article_once(first: Done, output: Path) -> None:
    found = lines(output / "first.jsonl")
    assert len(found) == len({line["url"] for line in found}) == ARTICLES
    for line in found:
        assert datetime.fromisoformat(line["published"]).tzinfo
        assert isinstance(line["categories"], list) and line["categories"][0] == "新媒体"
        assert line["title"] and line["text"] and line["body"].startswith("<")
        assert line["published_precision"] == "second", "the page gave a day, and what led there the hour"
        assert set(line["authors"]) <= {"半岛电视台", "林小雨"}
        assert line["language"] == "zh-Hans" and line["description"]


def test_a_feed_made_anew_is_whole_and_one_added_to_has_what_is_new(first: Done, output: Path) -> None:
    again = crawl(output, "-O", f"{output}/again.jsonl")
    assert "0 new, 0 updated, 0 unchanged; " in again.said, again.said
    found, before = (lines(output / name) for name in ("again.jsonl", "first.jsonl"))
    # What is known has its place by the moment that its page says, and no longer by the listing's.
    assert found == sorted(before, key=lambda line: str(line["published"]), reverse=True)
    added = crawl(output, "-o", f"{output}/added.jsonl")
    assert added.code == 0 and lines(output / "added.jsonl") == []


def test_the_fields_are_the_same_without_posts_and_in_csv_and_xml(first: Done, output: Path, tmp_path: Path) -> None:
    feeds = [f"{tmp_path}/x.{kind}" for kind in ("jsonl", "csv", "xml")]
    done = crawl(tmp_path, "-s", "POSTS=false", *(part for feed in feeds for part in ("-O", feed)))
    assert done.code == 0 and f"{ARTICLES} new" in done.said
    assert not (tmp_path / "posts").exists()
    told = lines(tmp_path / "x.jsonl")
    assert told == lines(output / "first.jsonl")
    with open(tmp_path / "x.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == [{name: cell(value) for name, value in line.items()} for line in told]
    # What is absent or an empty list is empty there.
    texts = [{name: value or "" for name, value in line.items()} for line in told]
    items = [
        {field.tag: [value.text for value in field] or field.text or "" for field in item}
        for item in ElementTree.parse(tmp_path / "x.xml").getroot()
    ]
    assert items == texts


@pytest.mark.parametrize(
    ("arguments", "count", "path"),
    [
        (["edition=english"], 7, ["New media", "Al Jazeera", "News"]),
        (["edition=english", "since=2026-11-20"], 5, ["New media", "Al Jazeera", "News"]),
        (["edition=arabic"], 5, ["إعلام جديد", "الجزيرة نت", "أخبار"]),
        (["section=news/political"], 3, ["新媒体", "Aljazeera 半岛网", "新闻", "政治"]),
        (["edition=english", "section=economy"], 2, ["New media", "Al Jazeera", "Economy"]),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else str(value),
)
def test_editions_and_sections(arguments: list[str], count: int, path: list[str], tmp_path: Path) -> None:
    done = crawl(tmp_path, "-O", f"{tmp_path}/x.jsonl", *(part for text in arguments for part in ("-a", text)))
    found = lines(tmp_path / "x.jsonl")
    assert done.code == 0 and len(found) == len(posts(tmp_path)) == count
    assert {tuple(line["categories"]) for line in found} == {tuple(path)}


def test_a_limit_is_exact_and_takes_the_newest_though_pages_fail(tmp_path: Path) -> None:
    """Among the first thirteen cards are a 404, one without date and five that are no articles."""
    crawl(tmp_path, "-a", "limit=9", "-O", f"{tmp_path}/x.jsonl")
    dates = [line["published"] for line in lines(tmp_path / "x.jsonl")]
    assert len(dates) == 9
    assert min(dates) == "2026-11-19T21:10:00+00:00"


def test_since_leaves_older_ones_and_ends_the_paging(tmp_path: Path) -> None:
    done = crawl(tmp_path, "-a", "since=2026-11-19", "-O", f"{tmp_path}/x.jsonl")
    found = lines(tmp_path / "x.jsonl")
    assert {line["published"][:10] for line in found} == {"2026-11-19", "2026-11-20", "2026-11-21"}
    assert "skipped" in done.said and "older" in done.said
    assert "2021" not in done.said


def test_several_formats_each_have_a_folder_and_the_summary_names_them(tmp_path: Path) -> None:
    done = crawl(tmp_path, "-s", "POST_FORMAT=hexo,hugo", "-a", "limit=2")
    for folder in ("posts", "posts-hugo"):
        assert len(list((tmp_path / folder / "aljazeera").iterdir())) == 2
        assert f"posts in {tmp_path}/{folder}/aljazeera" in done.said


# -- What goes wrong ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "one site's name (scrapy list shows all), or site with -a url=ADDRESS, is accepted, e.g. scrapy crawl "),
        (["aljazera"], "there is no site 'aljazera'; did you mean aljazeera?"),
        (["aljazeera", "-a", "edition=french"], "edition=french: accepted are chinese, english, arabic"),
        (["aljazeera", "-a", "since=eve"], "since=eve: a date is accepted, e.g. since=2026-11-01"),
        (["aljazeera", "-a", "limit=0"], "limit=0: a whole number above 0 is accepted"),
        (["aljazeera", "-a", "section=News!"], "section=News!: a section's path is accepted"),
        (["aljazeera", "-a", "limits=5"], "there is no argument 'limits'; accepted are backfill, edition, exclude,"),
        (["aljazeera", "-s", "OUTPUT=/dev/null/posts"], "OUTPUT=/dev/null/posts: the folder cannot be made"),
        (["aljazeera", "-s", "POST_FORMAT=word"], "POST_FORMAT"),
        (["aljazeera", "-a", "limit"], "Invalid -a value, use -a NAME=VALUE"),
        (["aljazeera", "-O", "/dev/null/x.jsonl"], "/dev/null/x.jsonl cannot be written: "),
        (["aljazeera", "-s", "REPLAY=nowhere.warc.gz"], "REPLAY=nowhere.warc.gz: there is no such file"),
        (["aljazeera", "-s", "REPLAY=README.md"], "REPLAY=README.md: it is no WARC file; accepted is a recording"),
        (["aljazeera", "-s", "REPLAY=tests"], "REPLAY=tests: it cannot be read: Is a directory"),
        (["aljazeera", "-a", "since=2026-11-20", "-a", "until=2026-11-01"], "since=2026-11-20 is later than until="),
        (["aljazeera", "--limit", "5"], "there is no option --limit; accepted are --help, -a, "),
        (["aljazeera", "-s", "POST_FORMT=hugo"], "there is no setting POST_FORMT; did you mean POST_FORMAT?"),
        (["aljazeera", "-s", "LIMIT=3"], "LIMIT is no setting: -a limit=3 says it"),
        (["aljazeera", "-s", "since=yesterday"], "since is no setting: -a since=yesterday says it"),
        (["site", "-a", "url=notaurl"], "url=notaurl: a web address is needed, e.g. url=https://example.com/"),
        (["aljazeera", "-s", "posts=false"], "there is no setting posts; did you mean POSTS?"),
        (["aljazeera", "-s", "POSTS=maybe"], "POSTS=maybe: true and false are accepted"),
        (["aljazeera", "-s", "LISTING_PAGES=all"], "LISTING_PAGES=all: a number is accepted"),
        (["aljazeera", "-L", "LOUD"], "LOG_LEVEL=LOUD: accepted are DEBUG, INFO, WARNING, ERROR, CRITICAL"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_argument_gets_one_clear_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = warm("crawl", *arguments, output=tmp_path / "output")
    assert done.code == 2
    assert done.said.count("\n") == 1 and said in done.said
    assert not (tmp_path / "output" / "posts").exists()


def test_a_file_that_cannot_be_written_is_named_with_what_refuses(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for setting in ("JSONL", "FEED"):
        done = crawl(tmp_path, "-a", "limit=1", "-s", f"{setting}={tmp_path}/folder")
        assert done.code == 1
        assert "cannot be written: Is a directory" in done.said and "Errno" not in done.said


def test_an_address_that_is_not_recorded_is_named(tmp_path: Path) -> None:
    done = crawl(tmp_path, "-a", "section=sport")
    assert done.code == 1
    assert "https://chinese.aljazeera.net/sport is not in the recording" in done.said
    assert "no listing could be read" in done.said


def small_disk(size: int) -> None:
    """No file may grow beyond so many bytes: what a full disk says is said by the same call, with another number."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [2_500, 200_000], ids=["for the store", "for all that comes of it"])
def test_a_full_disk_ends_the_run_with_one_line_and_no_half_file(size: int, tmp_path: Path) -> None:
    # Python puts what it compiles of itself and of newscrawl into its folders, cut where the disk is full.
    done = crawl(tmp_path, preexec_fn=lambda: small_disk(size), env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert done.code == 1
    assert "disk does not read or write; check its space" in done.said and "Traceback" not in done.said
    assert [path for path in tmp_path.rglob("*") if path.suffix == ".part"] == []
    assert all(path.read_text(encoding="utf-8").endswith("</div>\n") for path in posts(tmp_path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_feed_that_cannot_be_written_ends_the_run_with_one_line(tmp_path: Path) -> None:
    done = crawl(tmp_path, "-O", "/dev/full:jsonl")
    assert done.code == 1
    assert done.said.count("/dev/full cannot be written: No space left on device") == 1
    assert "Traceback" not in done.said


BUG = """
from newscrawl.spider import NewsSpider

class OddSpider(NewsSpider):
    name = "odd"
    start_urls = ["https://chinese.aljazeera.net/news/political"]
    links = "h3 a"
    body = "div.wysiwyg"

    def parse_article(self, response):
        article = super().parse_article(response)
        assert {what}, "a mistake in this spider"
        return article
"""


@pytest.mark.parametrize(("what", "code", "posts_made"), [("'水源' not in article.title", 0, 2), ("False", 1, 0)])
def test_a_mistake_in_a_spider_costs_its_pages_and_is_named(
    what: str, code: int, posts_made: int, tmp_path: Path
) -> None:
    (tmp_path / "odd_spiders").mkdir()
    (tmp_path / "odd_spiders" / "odd.py").write_text(BUG.format(what=what), encoding="utf-8")
    (tmp_path / "odd_spiders" / "__init__.py").touch()
    arguments = ["crawl", "odd", "-s", "SPIDER_MODULES=odd_spiders", "-s", f"REPLAY={RECORDING}"]
    done = warm(*arguments, output=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert done.code == code
    assert "a mistake in this spider" in done.said and "https://chinese.aljazeera.net/news/2026/11/20/" in done.said
    assert len(posts(tmp_path, "odd")) == posts_made


# -- Time --------------------------------------------------------------------------------------------------------------
def test_the_crawl_and_the_list_are_quick(first: Done, tmp_path: Path) -> None:
    """CPU, start-up included, measured in what Scrapy takes to say its version: a crawl took 3 of it, a list 1.3.

    Three tries: what else the machine does makes any of them slower.
    """

    def in_starts(measure: Callable[[], Done]) -> float:
        return measure().cpu / scrapy("version", cwd=tmp_path).cpu

    assert any(in_starts(lambda: scrapy("list")) < 2 for _ in range(3))
    assert in_starts(lambda: first) < 5 or any(in_starts(lambda: crawl(tmp_path, cold=True)) < 5 for _ in range(2))


def test_the_list_names_the_sites(tmp_path: Path) -> None:
    listed = warm("list", output=tmp_path)
    assert listed.code == 0 and "aljazeera" in listed.out.split()
