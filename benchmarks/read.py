"""Reading WARC files beside a plain loop: python benchmarks/read.py [--copies 4] [--files 4] [--rounds 3] [--made]

Pages in recordings, as sites send them: the real ones of ../shared/pages, where that folder is there; else, and with
--made, the much smaller ones of tests/pages. The plain loop reads the same files in one process and
does to each page what `newscrawl read` does, with one JSON line an article. Printed: pages a second, CPU milliseconds a
page (children counted), the ratio to as many plain loops as there are jobs, and the memory of the largest process.
"""

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from benchmarks.crawl import REAL  # noqa: E402
from newscrawl.warc.exchange import Exchange  # noqa: E402
from newscrawl.warc.recording import Recording  # noqa: E402

LOOP = """
import json, sys
from collections import Counter
from pathlib import Path
from scrapy.utils.project import get_project_settings
from newscrawl.bulk.warc_file import BulkOptions, WarcFile
from newscrawl.saved_page import stages_of

options = BulkOptions(articles=Path("."), by=("day",), stages=stages_of(get_project_settings()), cpu_seconds=20)
with open(sys.argv[1], "w") as out:
    for name in sys.argv[2:]:
        for record in WarcFile(Path(name), options, (), lambda *told: None)._records():
            print(json.dumps(record), file=out)
"""


def pages_of(made: bool) -> list[tuple[str, bytes]]:
    """Name and gzipped HTML of each page."""
    real = [] if made else sorted(REAL.rglob("*.html.gz"))
    if real:
        return [(path.name.removesuffix(".html.gz"), path.read_bytes()) for path in real]
    saved = sorted((ROOT / "tests" / "pages").rglob("*.html"))
    return [(path.stem, gzip.compress(path.read_bytes(), 5)) for path in saved]


def write(folder: Path, files: int, copies: int, made: bool) -> int:
    """Recordings of all pages; how many pages."""
    pages = pages_of(made)
    headers = [(b"Content-Type", b"text/html"), (b"Content-Encoding", b"gzip")]
    when = datetime(2026, 11, 22, tzinfo=UTC)
    for number in range(files):
        recording = Recording(str(folder / f"{number}.warc.gz"), 10**9, {})
        for copy in range(copies):
            for page, body in pages:
                url = f"https://{page}.example/2026/{number}/{copy}/story"
                answer = Exchange(method="GET", url=url, sent=[], status=200, headers=headers, body=body, when=when)
                recording.add(answer)
        recording.close()
    return len(pages) * copies * files


def spent(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of a command."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "SCRAPY_SETTINGS_MODULE": "newscrawl.settings"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = parser_of(__doc__)
    for name, default in (("--copies", 4), ("--files", 4), ("--rounds", 3), ("--jobs", 2)):
        parser.add_argument(name, type=int, default=default)
    parser.add_argument("--made", action="store_true", help="the pages of tests/pages, even where real ones are there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = write(folder, given.files, given.copies, given.made)
        files = sorted(map(str, folder.glob("*.warc.gz")))
        for turn in range(given.rounds):
            loop = spent([sys.executable, "-c", LOOP, str(folder / "out.jsonl"), *files])
            read = ["-m", "newscrawl", "read", *files, "--to", str(folder / f"out{turn}"), "--jobs", str(given.jobs)]
            many = spent([sys.executable, *read])
            found = {"loop": loop, f"read, {given.jobs} jobs": many}
            rates = {what: {"pages/s": round(pages / wall, 1), "CPU ms": round(cpu / pages * 1e3, 2)}
                     for what, (wall, cpu) in found.items()}  # fmt: skip
            print(json.dumps({**rates, "of linear": round(loop[0] / many[0] / given.jobs, 2)}), flush=True)
        print(f"{pages} pages; largest process {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
