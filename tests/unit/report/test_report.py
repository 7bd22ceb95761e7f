"""The report: its figures are the store's, and it reads well in a real browser."""

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from newscrawl.report.figures import figures_of
from newscrawl.report.health import Known, ill_sites
from newscrawl.report.markup import E, link, page
from newscrawl.report.run_history import run_history
from newscrawl.report.write import write_report
from newscrawl.rhythm.interval import read_rhythm
from newscrawl.schedule.paths import Paths
from newscrawl.schedule.plan import Plan, SitePlan
from newscrawl.store import Store
from newscrawl.store.health import Count
from newscrawl.store.posts import PostFile
from newscrawl.store.runs import RunEnd
from newscrawl.store.slots import SlotEnd, SlotSpan
from tests.support.crawling import warm

NOW = datetime(2026, 11, 22, 12, 10, tzinfo=UTC)
SHOTS = Path(os.environ["SHOTS"]) if "SHOTS" in os.environ else None
BROWSER = Path(__file__).resolve().parents[2] / "report_browser"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{{7*7}}\x00\u202e"
PLAN = Plan(sites={site: SitePlan(site=site, every=read_rhythm("1 hour")) for site in ("daily", "tardy", "fresh")})


def fill(folder: Path, picture: str = "") -> None:
    """A store with a site that is well, one that broke, one that is late, one whose every word is hostile."""
    with Store.open(folder / "newscrawl.db") as store:
        for hour in range(48, 0, -1):
            crawl(store, "daily", NOW - timedelta(hours=hour), new=hour % 3, scheduled=True)
            crawl(store, "broken", NOW - timedelta(hours=hour), problem="body 0/37, was 37/37 (div.text)" * (hour < 5))
        crawl(store, "tardy", NOW - timedelta(hours=7), scheduled=True)
        crawl(store, "hostile", NOW - timedelta(hours=7), problem=HOSTILE)
        for number in range(90):
            article(store, "daily", number, NOW - timedelta(hours=8 * number + 1), f"Title {number}", picture)
        article(store, "hostile", 1, NOW - timedelta(hours=3), HOSTILE, "javascript:alert(3)")
        page = store.pages.add("daily", "https://daily.example/video", NOW - timedelta(days=1), [77])
        store.pages.change(page, state="refused", reason="video", fetched=NOW - timedelta(days=1))
        evil = store.pages.add("hostile", "javascript:alert(4)", NOW - timedelta(days=1), [78])
        store.pages.change(evil, state="refused", reason=HOSTILE, fetched=NOW - timedelta(days=1))


def crawl(store: Store, site: str, at: datetime, *, new: int = 0, problem: str = "", scheduled: bool = False) -> None:
    row = store.slots.start(site, SlotSpan(at, at, 1), late="", now=at, pid=1) if scheduled else 0
    run = store.runs.begin(site, {}, at)
    counts = {"posts/new": new, "refused/NoArticle/video": 1}
    end = at + timedelta(seconds=40)
    came = RunEnd(outcome="finished", problem=problem, requests=3 + new, saved=9, counts=counts)
    store.runs.end(run, end, came)
    gave = {"title": 6, "body": 0 if problem else 6, "published": 6, "authors": 5}
    store.health.put(run, {name: Count(count, 6, "div.text") for name, count in gave.items()}, {})
    if row:
        store.slots.end(row, end, SlotEnd("finished", 0, ""))


def article(store: Store, site: str, number: int, published: datetime, title: str, picture: str) -> None:
    url = f"https://{site}.example/{number}" if site != "hostile" else "javascript:alert(5)"
    seen = published + timedelta(minutes=20)
    id = store.pages.add(site, url, seen, [hash((site, number))])
    store.pages.change(id, state="posted", fetched=seen, published=published)
    record = {"url": url, "title": title, "published": published.isoformat(), "image": picture, "language": "en"}
    path = f"posts/{site}/{number} ü.md"
    store.posts.add(PostFile(page=id, root="", form="hexo", path=path, named="", digest=None))
    store.articles.put(id, seen, record)


def paths(output: Path) -> Paths:
    return Paths(project=output, output=output, store=output / "newscrawl.db", plan=output / "schedule.yml")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    fill(tmp_path)
    return write_report(paths(tmp_path), PLAN, NOW).parent


def words(path: Path) -> str:
    """The page's text without its style sheet, white space made one."""
    (body,) = found(path, "//body")
    return said_in(body)


def found(page: Path, path: str) -> list[html.HtmlElement]:
    """The elements of a page that an XPath finds."""
    elements = html.fromstring(page.read_bytes().decode()).xpath(path)
    assert isinstance(elements, list)
    return [element for element in elements if isinstance(element, html.HtmlElement)]


def said_in(element: html.HtmlElement) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def test_the_overview_names_who_is_not_well_first(report: Path) -> None:
    text = words(report / "index.html")
    assert "5 sites, 3 sites not well" in text
    text = text.partition("Needs attention")[2]
    order = [text.index(f"{site} {word}") for site, word in (("broken", "ill"), ("hostile", "ill"), ("tardy", "late"))]
    assert sorted(order) == order
    assert "broken ill 2026-11-22 08:10 body 0/37, was 37/37 (div.text)" in text
    assert "tardy late " in text and "due 6 h 10 min ago and not run" in text
    rows = found(report / "index.html", "//table[@id='sites']/tbody/tr")
    assert [said_in(cells[0]) for cells in rows] == ["broken", "hostile", "tardy", "fresh", "daily"]
    assert "fresh new 0 0 0 0" in said_in(rows[3])
    assert [said_in(cell) for cell in rows[4]][2:6] == ["2", "2", "89", "90"]


def test_the_report_has_the_numbers_of_the_store(report: Path) -> None:
    with Store.open(report.parent / "newscrawl.db") as store:
        site = figures_of(store, "daily", PLAN.sites["daily"], NOW)
        assert sum(site.days) == sum(
            store.publications.published("daily", NOW - timedelta(days=29, hours=12, minutes=10)).values()
        )
        assert site.kept == 90
    assert site.delay == timedelta(minutes=20)
    text = words(report / "site-daily.html")
    assert f"Last 30 days {sum(site.days)}" in text and "In all 90" in text
    assert "Publication to post 20 min (median)" in text
    assert text.count("finished; refused: video 1") == 48
    assert "authors 5 of 6 pages" in text
    assert "2026-11-21 12:10 video https://daily.example/video" in text


class Counted:
    """A rhythm that keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[datetime] = []

    def after(self, moment: datetime) -> datetime:
        self.asked.append(moment)
        return moment + timedelta(hours=3)


def test_the_next_run_is_the_one_that_the_scheduler_will_make_and_reckoned_once(tmp_path: Path) -> None:
    """To reckon one by a publication rate takes milliseconds."""
    fill(tmp_path)
    rhythm, last = Counted(), NOW - timedelta(hours=1)
    plan = SitePlan(site="daily", every=rhythm)
    with Store.open(tmp_path / "newscrawl.db") as store:
        assert figures_of(store, "daily", plan, NOW).next == last + timedelta(hours=3)
    assert rhythm.asked == [last]
    for later, asked in ((timedelta(minutes=10), []), (timedelta(hours=5), [last])):
        rhythm.asked.clear()
        known = Known(Plan(sites={"daily": plan}), ["daily"])
        sites, _ = ill_sites(paths(tmp_path), known, last + later, ["daily"])
        assert rhythm.asked == asked
        assert [state.word for _, state in sites] == ["late"] * len(asked)


def test_a_run_links_to_its_log_for_as_long_as_it_is_kept(report: Path) -> None:
    with Store.open(report.parent / "newscrawl.db") as store:
        name = next(entry.log for entry in run_history(store, "daily") if entry.log)
    log = report.parent / "logs" / "daily" / name
    log.parent.mkdir(parents=True)
    log.write_text("said")
    write_report(paths(report.parent), PLAN, NOW)
    links = found(report / "site-daily.html", "//td/a[.='log']")
    assert [(report / (link.get("href") or "")).resolve() for link in links] == [log]


def test_hostile_words_are_text(report: Path) -> None:
    for name in ("index.html", "site-hostile.html"):
        page = report / name
        assert len(found(page, "//script")) == (name == "index.html")
        assert not found(page, "//iframe | //*[@onerror] | //a[starts-with(@href, 'javascript:')]")
        assert all((image.get("src") or "http").startswith("http") for image in found(page, "//img"))
        assert HOSTILE.replace("\x00", "") in words(report / name)


def test_a_link_goes_to_the_web_or_nowhere() -> None:
    for address in ("javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x", "http://[", ""):
        assert html.fragment_fromstring(link(address, "words")).tag == "span"
    assert html.fragment_fromstring(link("https://example.org/?a=1&b=2", "words")).get("href") == (
        "https://example.org/?a=1&b=2"
    )


def test_what_was_said_is_read_back_as_it_was() -> None:
    said = "</title></style></p><b>&lt;\x08\ud800\uffff]]> é 新"
    tree = html.fromstring(page(said, "p { margin: 0 }", E.p(said, title=said)).decode())
    kept = "</title></style></p><b>&lt;]]> é 新"
    (paragraph,) = tree.iter("p")
    assert (tree.findtext(".//title"), paragraph.text, paragraph.get("title")) == (kept, kept, kept)


def test_a_second_writing_touches_nothing(report: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in report.iterdir()}
    write_report(paths(report.parent), PLAN, NOW)
    assert before == {path: path.stat().st_mtime_ns for path in report.iterdir()}


def test_after_a_run_only_its_site_is_written_anew(report: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in report.iterdir()}
    (report / "site-fresh.html").unlink()
    write_report(paths(report.parent), PLAN, NOW + timedelta(minutes=1), ["daily"])
    after = {path.name: path.stat().st_mtime_ns for path in report.iterdir()}
    written = {name for name in after if after[name] != before[name]}
    assert written == {"index.html", "site-daily.html", "site-fresh.html"}


def test_sites_that_are_gone_lose_their_page(report: Path) -> None:
    (report / "site-gone.html").write_text("old")
    (report / "notes.html").write_text("the user's own")
    write_report(paths(report.parent), PLAN, NOW)
    assert not (report / "site-gone.html").exists()
    assert (report / "notes.html").exists()


# -- in a browser ------------------------------------------------------------------------------------------------------
@pytest.fixture
def pictures() -> Iterator[str]:
    """The address of a picture that a site would have."""

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml")
            self.end_headers()
            self.wfile.write(b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>')

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/lead.svg"
    server.shutdown()
    thread.join()
    server.server_close()


def looked_at(
    profile: Path, screenshots: Path | None, folder: Path, views: dict[str, tuple[str, ...]]
) -> list[dict[str, Any]]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program or not shutil.which("node"):
        pytest.skip("no browser to look at the report with: chromium or node is not installed (tests/setup.sh)")
    if not (BROWSER / "node_modules").exists():
        pytest.skip("axe is not installed: run `npm ci` in tests/report_browser (tests/setup.sh does)")
    pages = [f"{view}={(folder / name).as_uri()}" for view, names in views.items() for name in names]
    command = ["node", "look.mjs", program, str(profile), str(screenshots or "-"), *pages]
    done = subprocess.run(command, cwd=BROWSER, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_report_in_a_browser(tmp_path: Path, pictures: str) -> None:
    """From the file system, at a phone's and a desk's width, light and dark, by keyboard and by axe."""
    fill(tmp_path, pictures)
    folder = write_report(paths(tmp_path), PLAN, NOW).parent
    views = {"phone": ("index.html", "site-hostile.html"), "phone-dark": ("site-daily.html",)}
    views |= {"desk": ("site-daily.html",), "desk-dark": ("index.html",)}
    for view in looked_at(tmp_path / "profile", SHOTS, folder, views):
        where = f"{view['page'].rpartition('/')[2]} on a {view['view']}"
        assert view["errors"] == [], where
        assert view["violations"] == [], where
        assert view["wider"] <= 0, f"{where} is scrolled sideways"
        scripts = int("index" in view["page"])
        assert (view["scripts"], view["odd"], view["unseen"]) == (scripts, [], 0), where
        if scripts:
            assert view["sorted"] == sorted(view["sorted"]) and view["filtered"] == ["tardy"], where
        assert all(re.match(r"file:|data:|http://127\.0\.0\.1", asked) for asked in view["asked"]), where
        if "hostile" in view["page"]:
            assert "<script>alert(1)</script>" in view["text"]


# -- the commands ------------------------------------------------------------------------------------------------------
def test_runs_is_a_table_and_json(tmp_path: Path) -> None:
    fill(tmp_path)
    table = warm("runs", "daily", "-n", "3", output=tmp_path)
    assert table.code == 0, table.said
    lines = table.out.splitlines()
    assert lines[0].split() == "when (UTC) site took new updated refused requests saved ended".split()
    assert re.fullmatch(
        r"2026-11-22 11:10:00  daily  40 s +1 +0 +1 +4 +9  finished; refused: video 1", lines[1].strip()
    )
    assert len(lines) == 4
    records = [json.loads(line) for line in warm("runs", "--json", "-n", "9", output=tmp_path).out.splitlines()]
    assert len(records) == 9
    assert records[0].keys() >= {
        "site",
        "began",
        "seconds",
        "slot",
        "late",
        "how",
        "problem",
        "new",
        "refused",
        "saved",
    }
    hostile = warm("runs", "hostile", output=tmp_path).out
    assert "\x00" not in hostile and "\u202e" not in hostile
    assert warm("runs", "nobody", output=tmp_path).code == 2


def test_health_names_who_is_not_well(tmp_path: Path) -> None:
    fill(tmp_path)
    done = warm("health", "broken", "daily", "hostile", "tardy", output=tmp_path)
    assert done.code == 1
    assert "broken: ill since 2026-11-22 08:10 UTC: body 0/37, was 37/37 (div.text)" in done.out.splitlines()
    assert len(done.out.splitlines()) == 2
    well = warm("health", "daily", output=tmp_path)
    assert (well.code, well.out) == (0, "1 site, well\n")
    assert warm("health", "nobody", output=tmp_path).code == 2


def test_health_of_a_slot_that_nobody_takes_up(tmp_path: Path) -> None:
    fill(tmp_path)
    plan = tmp_path / "plan.yml"
    plan.write_text("sites: {aljazeera: 1 hour}\n")
    with Store.open(tmp_path / "newscrawl.db") as store:
        crawl(store, "aljazeera", datetime.now(UTC) - timedelta(hours=3), scheduled=True)
    done = warm("health", "--late", "--plan", str(plan), output=tmp_path)
    assert done.code == 1
    assert re.fullmatch(r"aljazeera: late since .* UTC: due [12] h( \d+ min)? ago and not run\n", done.out)


def test_a_site_that_no_description_has_is_looked_at_for_a_week(tmp_path: Path) -> None:
    with Store.open(tmp_path / "newscrawl.db") as store:
        crawl(store, "tried", NOW, problem="no listing could be read")
    look = partial(ill_sites, paths(tmp_path))
    for later, described, ill in ((1, [], 1), (8, [], 0), (8, ["tried"], 1)):
        assert len(look(Known(Plan(), described), NOW + timedelta(days=later))[0]) == ill
    assert len(look(Known(Plan()), NOW + timedelta(days=8), ["tried"])[0]) == 1, "by its name it is always looked at"


@pytest.mark.parametrize(("days", "ill"), [(1, ["article", "riverpost", "tagesschau"]), (8, ["tagesschau"])])
def test_a_run_of_pages_that_were_given_is_looked_at_for_a_week(tmp_path: Path, days: int, ill: list[str]) -> None:
    with Store.open(tmp_path / "newscrawl.db") as store:
        for name in ("article", "riverpost", "tagesschau"):
            crawl(store, name, datetime.now(UTC) - timedelta(days=days), problem="no article came of 1 page")
    done = warm("health", output=tmp_path)
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ill
