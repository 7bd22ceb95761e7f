"""A scheduler left running over local sites: does its history have every slot, and the report the store's numbers?

    python benchmarks/scheduler_soak.py [--minutes 30] [--folder FOLDER]

Five sites, each due every minute: three whose feeds grow, one that never answers (its runs meet their deadline), one
that answers 404. Meanwhile schedule.yml is changed, the scheduler is stopped for a tenth of the time, and killed once.
Prints what became of the slots; the exit code is 1 where one is missing or the report differs from the store.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lxml import html  # noqa: E402

from benchmarks.command_line import parser_of  # noqa: E402
from newscrawl.report.names import file_of  # noqa: E402
from newscrawl.rhythm.interval import read_rhythm, spread  # noqa: E402
from newscrawl.store import Store  # noqa: E402
from newscrawl.store.slots import Slot  # noqa: E402

SITES = ("harbour", "market", "river", "mute", "gone")
WELL = SITES[:3]
RHYTHM = "1 minute"
PLAN = f"jobs: 2\nevery: {RHYTHM}\ndeadline: 20 seconds\n"


class News(BaseHTTPRequestHandler):
    """/SITE/feed.xml has an article for every 20 seconds since the start, the newest 30."""

    protocol_version = "HTTP/1.1"
    began = datetime.now(UTC)

    def do_GET(self) -> None:
        _, site, page = (self.path.split("?")[0] + "//").split("/")[:3]
        if site == "mute":
            time.sleep(300)
        elif site == "gone" or not page:
            self.answer(404, "text/plain", "not found")
        elif page == "feed.xml":
            self.answer(200, "application/rss+xml", self.feed(site))
        else:
            self.answer(200, "text/html; charset=utf-8", self.article(int(page)))

    def answer(self, status: int, kind: str, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def feed(self, site: str) -> str:
        newest = int((datetime.now(UTC) - self.began).total_seconds() // 20)
        items = "".join(
            f"<item><title>Notice {n}</title><link>http://{self.headers['Host']}/{site}/{n}</link>"
            f"<pubDate>{format_datetime(self.when(n))}</pubDate></item>"
            for n in range(newest, max(-1, newest - 30), -1)
        )
        return f'<rss version="2.0"><channel><title>{site}</title>{items}</channel></rss>'

    def article(self, number: int) -> str:
        words = " ".join(
            f"Sentence {number * 40 + n} of this notice tells of pier {n * number % 97}." for n in range(40)
        )
        return (
            f"<html lang=en><head><title>Notice {number}</title>"
            f'<meta property="article:published_time" content="{self.when(number).isoformat()}"></head>'
            f"<body><article><h1>Notice {number}</h1><p>{words}</p><p>{words[::2]}</p></article></body></html>"
        )

    def when(self, number: int) -> datetime:
        return self.began + timedelta(seconds=20 * number)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Runs that are killed leave their connections behind; that is no error here."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


def make_project(folder: Path, port: int) -> None:
    """A project of these sites beside the real one."""
    (folder / "scrapy.cfg").write_text("[settings]\ndefault = soak_settings\n")
    (folder / "soak_settings.py").write_text(
        'from newscrawl.settings import *\nSPIDER_MODULES = ["soak_sites"]\n'
        "DOWNLOAD_DELAY = 0\nRETRY_TIMES = 0\nDOWNLOAD_TIMEOUT = 120\nROBOTSTXT_OBEY = False\n"
    )
    spiders = "".join(
        f'class {site.title()}(NewsSpider):\n    name = "{site}"\n'
        f'    feeds = ["http://127.0.0.1:{port}/{site}/feed.xml"]\n    body = "article"\n'
        for site in SITES
    )
    (folder / "soak_sites.py").write_text(f"from newscrawl.spider import NewsSpider\n{spiders}")
    (folder / "schedule.yml").write_text(PLAN)


def begin(folder: Path) -> subprocess.Popen[bytes]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "NEWSCRAWL_OUTPUT": str(folder / "output")}
    with open(folder / "scheduler.log", "ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "scrapy", "schedule", "--grace", "5"],
            cwd=folder,
            env=environ,
            stdout=log,
            stderr=log,
        )


def soak(folder: Path, minutes: float) -> None:
    """Run it: a change of the plan after a fifth, a stop from 40 to 50 %, a kill at 70 %."""
    length, began = minutes * 60, time.monotonic()

    def sleep_until(share: float) -> None:
        time.sleep(max(0.0, began + share * length - time.monotonic()))

    process = begin(folder)
    sleep_until(0.2)
    (folder / "schedule.yml").write_text(PLAN + "sites: {market: {arguments: {limit: 100}}}\n")
    sleep_until(0.4)
    process.send_signal(signal.SIGTERM)
    print(f"stopped with exit code {process.wait(60)}")
    sleep_until(0.5)
    process = begin(folder)
    sleep_until(0.7)
    process.kill()
    process.wait()
    process = begin(folder)
    sleep_until(1)
    process.send_signal(signal.SIGTERM)
    print(f"stopped with exit code {process.wait(60)}")


def missing(site: str, slots: list[Slot]) -> list[datetime]:
    """The slots between a site's first and last that no row stands for."""
    rhythm = spread(read_rhythm(RHYTHM), site, timedelta(0))
    spans = [(slot.first, slot.slot) for slot in slots]
    moment, last, found = min(spans)[0], max(spans)[1], []
    while (following := rhythm.after(moment)) and following <= last:
        moment = following
        if not any(first <= moment <= slot for first, slot in spans):
            found.append(moment)
    return found


def unequal(store: Store, folder: Path, site: str) -> list[str]:
    """Where the report says otherwise than the store."""
    tree = html.fromstring((folder / "output" / "report" / file_of(site)).read_bytes().decode())
    names, values = ([str(each.xpath("string()")) for each in tree.iter(tag)] for tag in ("dt", "dd"))
    facts = dict(zip(names, values, strict=True))
    posts = len(list((folder / "output" / "posts" / site).glob("*.md")))
    new = sum(run.counts.get("posts/new", 0) for run in store.runs.of(site, 10_000))
    rows = len(tree.cssselect("section[aria-labelledby=runs] tbody > tr"))
    runs = min(50, len(store.runs.of(site, 10_000)) + sum(slot.how == "missed" for slot in store.slots.of(site)))
    told = {
        "in the report": int(facts["In all"]),
        "in the store": store.publications.count(site),
        "post files": posts,
        "new": new,
    }
    wrong = [] if len(set(told.values())) == 1 else [f"{site}: articles {told}"]
    return wrong if rows == runs else [*wrong, f"{site}: {rows} rows in the report, {runs} in the store"]


def tell(folder: Path) -> int:
    """Print what became of the slots; how many things are wrong."""
    wrong: list[str] = []
    late: Counter[str] = Counter()
    with Store.open(folder / "output" / "newscrawl.db") as store:
        for site in SITES:
            slots = store.slots.of(site)
            gone = missing(site, slots)
            wrong += [f"{site}: {slot:%H:%M:%S} stands nowhere" for slot in gone] + unequal(store, folder, site)
            for slot in slots:
                reason = re.sub(r"^.*? late: |, \d+ slots made up by one run$", "", slot.late)
                late[re.sub(r"\d+ (s|min|h)( \d+ min)?", "…", reason) or "on time"] += 1
            hows = Counter(slot.how for slot in slots)
            kept = sum(slot.covers for slot in slots)
            told = ", ".join(f"{how} {count}" for how, count in hows.most_common())
            print(f"{site:8} {len(slots):3} runs stand for {kept:3} slots, {len(gone)} missing: {told}")
        running = store.slots.running()
        wrong += [f"{slot.site}: still running in the history" for slot in running]
    for reason, count in late.most_common():
        print(f"{count:5}  {reason}")
    print("\n".join(wrong) or "every slot stands in the history; the report has the store's numbers")
    return len(wrong)


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="newscrawl-soak-"))
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(("127.0.0.1", 0), News)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    make_project(folder, server.server_port)
    print(f"{chosen.minutes:g} minutes over {len(SITES)} sites in {folder}", flush=True)
    soak(folder, chosen.minutes)
    return 1 if tell(folder) else 0


if __name__ == "__main__":
    sys.exit(main())
