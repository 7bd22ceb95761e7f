#!/usr/bin/env python3
"""Makes the pictures of the terminal and of the report, out of a crawl of the recording that ships with newscrawl.

.venv/bin/python docs/images/make_screens.py

The report is what Chromium shows, with a font that has Chinese; the terminal is drawn from what the commands printed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from itertools import accumulate
from pathlib import Path
from unicodedata import east_asian_width

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.browser import FLAGS  # noqa: E402
from tests.support.crawling import RECORDING  # noqa: E402

TYPED = (
    "init my-news",
    "crawl aljazeera -a limit=20",
    "crawl aljazeera -a limit=20",
    "search 潮汐观测站",
    "export --to november.csv",
)
SITES = '[schedule.sites]\naljazeera = "30 minutes"\napnews = "1 hour"\nbbc = "1 hour"\nkicker = "2 hours"\n'
WIDTH, LINE = 96, 18


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder, shown = Path(made), []
        for words in TYPED:
            shown += [f"$ newscrawl {words}", *said(folder, words), ""]
            if words.startswith("init"):
                shown.insert(-1, "$ cd my-news")
                folder = folder / "my-news"
                config = folder / "newscrawl.toml"
                config.write_text(config.read_text().replace("[schedule.sites]\n", SITES))
        (HERE / "terminal.svg").write_text(drawing(shown[:-1]), encoding="utf-8")
        said(folder, "report")
        report = folder / "output" / "report"
        photograph(report / "index.html", HERE / "report.png", height=400)
        page = report / "site-aljazeera.html"
        page.write_text(re.sub("<img[^>]*>", "", page.read_text()))  # they are the recording's, and on no server
        photograph(page, HERE / "report-site.png", height=1190)


def said(folder: Path, words: str) -> list[str]:
    """What a command prints, without the time before each line of a log."""
    replayed = ["-s", f"REPLAY={RECORDING}", "-s", "LOG_LEVEL=ERROR"] if words.startswith("crawl") else []
    command = [sys.executable, "-m", "newscrawl", *words.split(), *replayed]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=True)
    lines = (done.stdout + done.stderr).splitlines()
    return [cut(line) for line in lines if " ERROR: " not in line]


def cut(line: str) -> str:
    """As much of a line as a terminal shows in one."""
    ends = list(accumulate(2 if east_asian_width(char) in "WF" else 1 for char in line))
    return line if not ends or ends[-1] <= WIDTH else f"{line[: sum(end < WIDTH for end in ends)]}…"


def drawing(lines: list[str]) -> str:
    """The lines as a picture of a terminal."""
    height = LINE * len(lines) + 44
    rows = "\n".join(
        f'<text x="16" y="{44 + LINE * number}" fill="{"#9ece6a" if line.startswith("$") else "#c8d0e0"}">'
        f"{escape(line)}</text>"
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 {height}" font-family="monospace" font-size="13"'
        f' xml:space="preserve">\n<title>newscrawl in a terminal</title>\n'
        f'<rect width="860" height="{height}" rx="8" fill="#1a1b26"/>\n{rows}\n</svg>\n'
    )


def photograph(page: Path, picture: Path, height: int) -> None:
    chromium = shutil.which("chromium") or "google-chrome"
    with tempfile.TemporaryDirectory() as profile:
        command = [chromium, *FLAGS, f"--user-data-dir={profile}", "--hide-scrollbars", f"--window-size=1000,{height}"]
        command += ["--virtual-time-budget=3000", f"--screenshot={picture}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
