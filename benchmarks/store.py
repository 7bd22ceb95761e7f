"""What a million known pages cost a crawl: start, memory, look-up, size on disk.

    python -m benchmarks.store [PAGES] [--postgresql]

Fills a store (two minutes for a million) and another with an article of 2 KB for each page, then starts runs with them
and with an empty one, one after the other, in processes of their own. Bounds: start under 1 s more than with none,
memory under 150 MB in all, look-up under 50 µs each, with articles too, store without articles under 300 MB.

With --postgresql the store with articles is copied into a PostgreSQL beside it (Debian's, which it starts, and which
waits for the disk), and runs start with both in turn and keep new articles: wall and CPU of the run's own process.
"""

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.command_line import parser_of
from newscrawl.article import Article
from newscrawl.state.versions import fingerprint
from newscrawl.store import Store
from newscrawl.store.keys import address_key, name_key
from newscrawl.store.near_duplicates import REMEMBERED
from newscrawl.store.runs import RunEnd
from tests.support import postgres

FIRST = datetime(2006, 11, 22, tzinfo=UTC)
WORDS = "harbour council bridge teacher winter market library river engine village doctor orchard railway".split()
PAIRS = 5


def address(number: int) -> str:
    """An address as long as news sites have them: 90 characters on average."""
    day = FIRST + timedelta(minutes=10 * number)
    slug = "-".join(random.Random(number).choices(WORDS, k=6))
    return f"https://www.example.com/news/{day:%Y/%m/%d}/{slug}-{number}"


def fill(path: Path, count: int, record: int = 0) -> None:
    """What a million kept articles leave, written in large lots. `record`: bytes of an article, which is noise."""
    with Store.open(path) as store:
        run = store.runs.begin("example", {}, FIRST)
        store.runs.end(run, FIRST, RunEnd(outcome="finished", complete=True))
        database = sqlite3.connect(path, isolation_level=None)
        for start in range(0, count, LOT):
            rows = [row(number) for number in range(start, min(start + LOT, count))]
            posts = [(one[0], post_of(one[0] - 1), b"12345678") for one in rows]
            names = [(address_key("example", one[1]), one[0]) for one in rows]
            names += [(name_key(path), page) for page, path, _ in posts]
            database.execute("BEGIN")
            database.executemany(PAGE, rows)
            database.executemany(POST, posts)
            # As they come in a crawl, and not in order of their keys.
            database.executemany("INSERT INTO names VALUES (?, ?)", names)
            if record:
                kept = [(one[0], one[4], random.randbytes(record), one[0]) for one in rows]
                database.executemany("INSERT INTO articles(page, kept, record, stamp) VALUES (?, ?, ?, ?)", kept)
            database.execute("COMMIT")
        database.close()
        for start in range(max(0, count - REMEMBERED), count, LOT):
            sketch(store, start, min(start + LOT, count))


def post_of(number: int) -> str:
    when = FIRST + timedelta(minutes=10 * number)
    return f"posts/example/{when:%Y-%m-%d}-{address(number).rsplit('/', 1)[1]}.md"


def row(number: int) -> tuple[int, str, int, int, int, bytes]:
    url, when = address(number), FIRST + timedelta(minutes=10 * number)
    at = int(when.timestamp())
    return number + 1, url, at, at, at, fingerprint(Article(url=url, site="example", title=url))


def sketch(store: Store, start: int, end: int) -> None:
    """The newest texts are kept as sketches."""
    with store.transaction():
        for number in range(start, end):
            text = " ".join(random.Random(number).choices(WORDS, k=120))
            store.near_duplicates.put(number + 1, Article(url="", text=text))


LOT = 10_000
RECORD = 2_200
PAGE = (
    "INSERT INTO pages(id, site, url, state, status, first_seen, fetched, published, fingerprint) "
    "VALUES (?, 1, ?, 'posted', 200, ?, ?, ?, ?)"
)
POST = "INSERT INTO posts(page, root, form, path, named, digest) VALUES (?, '', 'hexo', ?, '{date}-{slug} .md', ?)"

START = """
import json, resource, sys, time
from datetime import UTC, datetime
from pathlib import Path
from newscrawl.discover import Link
from newscrawl.state.crawl_state import CrawlState
from newscrawl.state.state_options import StateOptions
output, addresses, address, new = Path(sys.argv[1]), json.load(open(sys.argv[2])), sys.argv[3], int(sys.argv[4])
began = time.perf_counter()
state = CrawlState("example", StateOptions(output=output, store=address), lambda: datetime.now(UTC))
state.history.pending(visits=True)
started = time.perf_counter() - began
began = time.process_time()
known = 0
for start in range(0, len(addresses), 100):
    links = [Link(url=url) for url in addresses[start : start + 100]]
    state.history.look_up(links)
    known += sum(state.history.decide(link).reason == "known" for link in links)
asked = (time.process_time() - began) / max(1, len(addresses)) * 1e6
began, used = time.perf_counter(), time.process_time()
for number in range(new):
    url = f"https://www.example.com/new/{began}/{number}"
    text = " ".join(random.choices(WORDS, k=300))
    assert not state.history.decide(Link(url=url)).reason
    state.keep(state.version(Article(url=url, site="example", title=url, body=f"<p>{text}</p>", text=text)), [])
kept = [(now - then) / max(1, new) * 1e3 for now, then in ((time.perf_counter(), began), (time.process_time(), used))]
state.end("finished", "", {})
print(json.dumps([started, asked, known, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *kept]))
""".replace("import json,", f"WORDS = {WORDS}\nimport json, random,").replace(
    "from newscrawl.discover", "from newscrawl.article import Article\nfrom newscrawl.discover"
)


def start(output: Path, addresses: Path, store: str = "", new: int = 0) -> list[float]:
    """Seconds to start, µs a look-up, how many were known, MB, and milliseconds of wall and CPU a new article."""
    command = [sys.executable, "-c", START, output, addresses, store, new]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def beside_postgresql(whole: Path, addresses: Path) -> None:
    """The same store in both engines."""
    postgres.SETTINGS = ("max_connections=60", "shared_buffers=128MB", "listen_addresses=127.0.0.1")
    cluster = postgres.Cluster()
    try:
        began = time.perf_counter()
        with Store.open(whole / "newscrawl.db") as source, Store.open(cluster.address) as target:
            source.copy_to(target)
            print(f"PostgreSQL copied and compared in {time.perf_counter() - began:.0f} s")
            (size,) = target._database.one("SELECT pg_database_size('postgres')") or (0,)
        here = (whole / "newscrawl.db").stat().st_size
        print(f"on disk    SQLite {here / 2**30:.2f} GB, PostgreSQL {size / 2**30:.2f} GB")
        for _ in range(PAIRS):
            for name, store in (("SQLite", ""), ("PostgreSQL", cluster.address)):
                begun, asked, _, memory, wall, cpu = start(whole, addresses, store, 500)
                print(f"{name:<10} start {begun:.3f} s, look-up {asked:.1f} µs, {memory:.0f} MB, "
                      f"a new article {wall:.2f} ms, CPU {cpu:.2f} ms", flush=True)  # fmt: skip
    finally:
        cluster.remove()


def main(count: int, shared: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        full, empty, addresses = Path(folder, "full"), Path(folder, "empty"), Path(folder, "addresses.json")
        whole = Path(folder, "whole")
        nothing = Path(folder, "nothing.json")
        nothing.write_text("[]")
        began = time.perf_counter()
        fill(full / "newscrawl.db", count)
        fill(whole / "newscrawl.db", count, RECORD)
        print(f"filled with {count:,} pages in {time.perf_counter() - began:.0f} s")
        asked = random.Random(1).sample(range(count), min(20_000, count))
        addresses.write_text(json.dumps([address(number) for number in asked]))
        runs = [(start(full, addresses), start(empty, nothing), start(whole, addresses)) for _ in range(PAIRS)]
        pairs = [(one, none) for one, none, _ in runs]
        size = (full / "newscrawl.db").stat().st_size / 2**20
        one, none = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        assert all(run[2] == len(asked) for run in one)
        more = median(a[0] - b[0] for a, b in pairs)
        print(f"start      {median(r[0] for r in one):.3f} s, {more:+.3f} s against an empty store   (bound: +1 s)")
        print(f"look-up    {median(r[1] for r in one):.1f} µs of CPU each, normalising included  (bound: 50 µs)")
        kept = [run[2] for run in runs]
        print(f"  articles {median(r[1] for r in kept):.1f} µs, start {median(r[0] for r in kept):.3f} s")
        most, least = max(r[3] for r in one), max(r[3] for r in none)
        print(f"memory     {most:.0f} MB, with an empty store {least:.0f} MB    (bound: 150 MB)")
        if shared:
            beside_postgresql(whole, addresses)
        print(f"on disk    {size:.0f} MB, {size * 2**20 / count:.0f} bytes a page                  (bound: 300 MB)")


if __name__ == "__main__":
    parser = parser_of(__doc__)
    parser.add_argument("pages", type=int, nargs="?", default=1_000_000, help="default: %(default)s")
    parser.add_argument("--postgresql", action="store_true", help="copy the store into a PostgreSQL, too")
    options = parser.parse_args()
    main(options.pages, options.postgresql)
