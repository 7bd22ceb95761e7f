"""What a million known pages cost a crawl: start, memory, look-up, size on disk.

    python -m benchmarks.store [PAGES]

Fills a store (two minutes for a million) and another with an article of 2 KB for each page, then starts runs with them
and with an empty one, one after the other, in processes of their own. Bounds: start under 1 s more than with none,
memory under 150 MB in all, look-up under 50 µs each, with articles too, store without articles under 300 MB.
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

from newscrawl.article import Article
from newscrawl.state.versions import fingerprint
from newscrawl.store import Store
from newscrawl.store.keys import address_key, name_key
from newscrawl.store.near_duplicates import REMEMBERED
from newscrawl.store.runs import RunEnd

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
output, addresses = Path(sys.argv[1]), json.load(open(sys.argv[2]))
began = time.perf_counter()
state = CrawlState("example", {}, StateOptions(output=output), lambda: datetime.now(UTC))
state.history.pending(visits=True)
started = time.perf_counter() - began
began = time.process_time()
known = sum(state.history.decide(Link(url=url)).reason == "known" for url in addresses)
asked = (time.process_time() - began) / max(1, len(addresses)) * 1e6
state.end("finished", "", {})
print(json.dumps([started, asked, known, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def start(output: Path, addresses: Path) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", START, str(output), str(addresses)], capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))


def main(count: int) -> None:
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
        print(f"on disk    {size:.0f} MB, {size * 2**20 / count:.0f} bytes a page                  (bound: 300 MB)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
