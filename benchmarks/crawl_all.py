#!/usr/bin/env python3
"""How much two processes are worth: 40 local sites with `scrapy crawl-all --jobs 1` and `--jobs 2`, one store each.

    python benchmarks/crawl_all.py [--sites 40] [--articles 6] [--delay 2.0] [--at-once 5] [--rounds 1]

Five sites at once in a process, so that 40 are eight rounds for one and four for two, without a half-empty last one.

Prints articles a second for each and their ratio, and for every host the shortest time between two requests and the
most that were open at once, from the server's own log. Exits with 1 if the ratio is below 1.8 or a host was pressed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from tests.support.many_hosts import gaps, open_at_once, serving_hosts, write_spiders  # noqa: E402


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--sites", type=int, default=40)
    parser.add_argument("--articles", type=int, default=6)
    parser.add_argument("--delay", type=float, default=2.0)
    parser.add_argument("--at-once", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    rates: dict[int, list[float]] = {1: [], 2: []}
    polite = True
    for _ in range(options.rounds):
        for jobs in rates:
            rate, fine = measure(jobs, options)
            rates[jobs].append(rate)
            polite &= fine
    ratio = max(rates[2]) / max(rates[1])
    print(f"2 processes / 1 process: {ratio:.2f}")
    return 0 if ratio >= 1.8 and polite else 1


def measure(jobs: int, options: argparse.Namespace) -> tuple[float, bool]:
    with serving_hosts(options.sites, options.articles) as (homes, asked), tempfile.TemporaryDirectory() as folder:
        module = write_spiders(Path(folder), homes)
        settings = {
            "SPIDER_MODULES": module,
            "DOWNLOAD_DELAY": options.delay,
            "DOWNLOAD_DELAY_JITTER": 0,
            "CONTACT": "b@example.com",
        }
        command = [sys.executable, "-m", "scrapy", "crawl-all", "--all"]
        command += ["--jobs", str(jobs), "--at-once", str(options.at_once)]
        for name, value in settings.items():
            command += ["-s", f"{name}={value}"]
        environ = {**os.environ, "NEWSCRAWL_OUTPUT": f"{folder}/output", "PYTHONPATH": folder}
        began = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True)
        seconds = time.monotonic() - began
        posts = len(list(Path(folder, "output", "posts").glob("*/*")))
        shortest, most = min(map(min, gaps(asked).values())), open_at_once(asked)
    print("\n".join(line for line in done.stderr.splitlines() if line.startswith("  ")))
    print(
        f"jobs {jobs}: {posts} articles in {seconds:.1f} s, {posts / seconds:.1f} a second; exit code {done.returncode}"
    )
    print(f"        a host: at least {shortest:.2f} s between requests, at most {most} open at once")
    return posts / seconds, shortest >= options.delay * 0.9 and most == 1 and posts == options.sites * options.articles


if __name__ == "__main__":
    sys.exit(main())
