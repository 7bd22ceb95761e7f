#!/usr/bin/env python3
"""A backfill over a sitemap index of 200,000 URLs: what is asked for, and how much memory it takes.

    python benchmarks/backfill.py [--urls 200000] [--limit 200]

Asks for three days of a month whose sitemap has 50,000 URLs. Exits with 1 above 200 MB, if another month's sitemap was
asked for, or an article more than a day outside the range.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.command_line import parser_of  # noqa: E402
from tests.support.archive_site import serving_archive  # noqa: E402

SINCE, UNTIL = "2026-10-26", "2026-10-28"
MEGABYTES = 200


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--urls", type=int, default=200_000)
    parser.add_argument("--limit", type=int, default=200)
    options = parser.parse_args()
    with serving_archive(options.urls) as (home, asked), tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"url={home}", "-a", f"limit={options.limit}"]
        command += [
            "-a",
            f"since={SINCE}",
            "-a",
            f"until={UNTIL}",
            "-s",
            "DOWNLOAD_DELAY=0",
            "-s",
            "ADAPTIVE_DELAY=false",
        ]
        began = time.monotonic()
        done = subprocess.run(
            [*command, "-s", "CONTACT=b@example.com"],
            cwd=ROOT,
            env={**os.environ, "NEWSCRAWL_OUTPUT": output},
            capture_output=True,
            text=True,
        )
        seconds = time.monotonic() - began
        posts = len(list(Path(output, "posts").glob("*/*")))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sitemaps = [path for path in asked if path.startswith("/sitemaps/")]
    days = sorted({path[:11] for path in asked if re.match(r"/20\d\d/", path)})
    print(f"{posts} posts in {seconds:.1f} s, {memory:.0f} MB at most; exit code {done.returncode}")
    print(f"sitemaps asked for: {', '.join(sitemaps)}; articles of: {', '.join(days)}")
    right = sitemaps == ["/sitemaps/2026-10.xml.gz"] and "/2026/10/25" <= days[0] and days[-1] <= "/2026/10/29"
    return 0 if right and memory < MEGABYTES and done.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
