"""Rebuilding beside extraction alone: python benchmarks/rebuild.py [--pages 1000] [--rounds 3]

The pages of benchmarks/crawl.py in a recording. Extraction alone is the site's, on the unpacked bytes of each, in
a pool of as many processes as there are cores; rebuilding reads the recording, extracts, cleans, and renders the posts
of a store that knows the pages from a first time. Printed: pages a second and CPU milliseconds a page of each. The
promise is 60 % of the speed. The CPU says what it is where the machine is busy with other things.
"""

import gzip
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.command_line import parser_of
from benchmarks.crawl import page
from newscrawl.extract import read_page
from newscrawl.warc.exchange import Exchange
from newscrawl.warc.recording import Recording
from spiders.aljazeera import AljazeeraSpider

ROOT = Path(__file__).resolve().parent.parent
HOST = "https://chinese.aljazeera.net"


RULES = AljazeeraSpider().rules()


def extract(path: str) -> bool:
    return read_page(Path(path).read_bytes(), HOST + "/x", rules=RULES).article is not None


def write(folder: Path, count: int) -> list[str]:
    """The pages as files, and in a recording, packed as sites send them."""
    recording, files = Recording(str(folder / "pages.warc.gz"), 10**9, {}), []
    headers = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Content-Encoding", b"gzip")]
    when = datetime(2026, 11, 22, tzinfo=UTC)
    for number in range(count):
        body = page(number).encode()
        files.append(str(folder / f"{number}.html"))
        Path(files[-1]).write_bytes(body)
        url, packed = f"{HOST}/news/2026/11/{number:05}-story", gzip.compress(body, 5)
        recording.add(Exchange(method="GET", url=url, sent=[], status=200, headers=headers, body=packed, when=when))
    recording.close()
    return files


def spent() -> float:
    both = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
    return sum(used.ru_utime + used.ru_stime for used in both)


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newscrawl-rebuild-") as name:
        folder = Path(name)
        files = write(folder, chosen.pages)
        command = [sys.executable, "-m", "scrapy", "rebuild", "aljazeera", "--from", str(folder / "pages.warc.gz")]
        command += ["-s", f"OUTPUT={folder}/output"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        for _ in range(chosen.rounds):
            cpu, clock = spent(), time.monotonic()
            with multiprocessing.Pool(os.cpu_count()) as pool:
                pool.map(extract, files, chunksize=10)
            alone = time.monotonic() - clock
            alone_cpu, cpu, clock = spent() - cpu, spent(), time.monotonic()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            whole, whole_cpu = time.monotonic() - clock, spent() - cpu
            posts = len(list((folder / "output").rglob("*.md")))
            print(f"extraction {chosen.pages / alone:.0f} pages/s, {1000 * alone_cpu / chosen.pages:.1f} ms", end="; ")
            print(f"rebuild {posts / whole:.0f} posts/s, {1000 * whole_cpu / chosen.pages:.1f} ms", end="; ")
            print(f"speed {alone / whole:.0%}, by CPU {alone_cpu / whole_cpu:.0%}")


if __name__ == "__main__":
    main()
