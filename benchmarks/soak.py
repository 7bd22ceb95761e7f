"""Flat memory: a crawl of 20,000 articles from a local server; its memory at the end beside that at 2,000.

    python -m benchmarks.soak [ARTICLES]

The addresses come from one sitemap, and each page is 20 KB. Bound: the end is within 10 % of the value at a tenth.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.command_line import number_of
from tests.support.changing_site import Paper, Site, Story, prose

SPIDER = """
from newscrawl.spider import NewsSpider

class PaperSpider(NewsSpider):
    name = "paper"
    sitemaps = ["{home}/sitemap.xml"]
    body = "div.story"
"""


class Archive(Site):
    """Makes each story when it is asked for: the server's memory is none of the crawl's, but it is this machine's."""

    count = 0

    def answer(self, request: object) -> None:
        path = request.path  # type: ignore[attr-defined]
        if path == "/sitemap.xml":
            entries = "".join(f"<url><loc>{self.home}/news/{n}</loc></url>" for n in range(self.count))
            body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
            self.send(request, 200, body.encode())  # type: ignore[arg-type]
        elif found := re.fullmatch(r"/news/(\d+)", path):
            number = int(found[1])
            story = Story(path, f"Story number {number}", prose(number, 600), f"2026-03-{number % 27 + 1:02}T08:00:00Z")
            page = story.html(self.home).replace("</body>", "<!-- " + "x" * 12_000 + " --></body>")
            self.send(request, 200, page.encode())  # type: ignore[arg-type]
        else:
            self.send(request, 404, b"")  # type: ignore[arg-type]
        self.log.clear()


def memory(process: int) -> float:
    """Resident memory in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def main(count: int) -> int:
    with Archive() as site, tempfile.TemporaryDirectory() as folder:
        site.count = count
        paper = Paper(site, Path(folder))
        paper.environment()
        (paper.folder / "paper_spiders" / "paper.py").write_text(SPIDER.format(home=site.home))
        began = time.perf_counter()
        seen, marks = [], iter([count // 10 * n for n in range(1, 11)])
        mark: int | None = next(marks)
        with open(paper.folder / "log", "wb") as log:
            running = paper.begin("-s", "LOG_LEVEL=WARNING", stderr=log.fileno())
            posts = paper.output / "posts" / "paper"
            last = 0.0
            while running.poll() is None:
                time.sleep(0.5)
                written = sum(1 for _ in posts.iterdir()) if posts.exists() else 0
                if running.poll() is None:
                    last = memory(running.pid) or last
                while mark is not None and written >= mark:
                    seen.append((written, last))
                    print(f"{written:7,} articles  {last:6.1f} MB  {time.perf_counter() - began:6.0f} s", flush=True)
                    mark = next(marks, None)
        assert running.returncode == 0, (paper.folder / "log").read_text()[-2000:]
        ratio = last / seen[0][1]
        print(f"end / {seen[0][0]:,} articles = {ratio:.3f}   (bound: 1.10)")
        return 0 if ratio <= 1.1 else 1


if __name__ == "__main__":
    sys.exit(main(number_of(__doc__, "articles", 20_000)))
