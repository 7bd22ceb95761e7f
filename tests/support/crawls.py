"""Real crawls with the project's settings, several in one helper process: `crawls([job, …])`.

A job is {"spider": name, "arguments": {…}, "settings": {…}}; it comes back as {"items": […], "stats": {…}, "peak": B},
the last being the most memory, in bytes, that the helper process had so far.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# Local servers need no pauses, and these tests are about what is fetched, not how fast.
FAST = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_DELAY_JITTER": 0,
    "ADAPTIVE_DELAY": False,
    "RETRY_TIMES": 0,
    "POSTS": False,
    "LOG_LEVEL": "ERROR",
    "CONTACT": "test@example.com",
}

KEPT = ("url", "title", "published", "authors", "tags", "section", "access")
"""What comes back of an article."""

Job = dict[str, Any]


def crawls(jobs: list[Job], output: Path) -> list[dict[str, Any]]:
    """Run the jobs one after another. `output`: where they may write. Raises where the helper fails."""
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "NEWSCRAWL_OUTPUT": str(output)},
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return found


async def _run(jobs: list[Job]) -> list[dict[str, Any]]:
    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.utils.project import get_project_settings

    results = []
    for job in jobs:
        settings = get_project_settings()
        settings.update({**FAST, **job.get("settings", {})}, priority="cmdline")
        runner = AsyncCrawlerRunner(settings)
        crawler = runner.create_crawler(job["spider"])
        items: list[Any] = []

        def keep(item: Any, items: list[Any] = items) -> None:
            items.append({name: getattr(item, name) for name in KEPT})

        from scrapy import signals

        crawler.signals.connect(keep, signals.item_scraped, weak=False)
        await runner.crawl(crawler, **job.get("arguments", {}))
        results.append({"items": items, "stats": crawler.stats.get_stats(), "peak": peak_memory()})
    return results


def peak_memory() -> int:
    """Bytes. Of this program alone: getrusage (and Scrapy's memusage) counts what the parent had when it forked."""
    status = Path("/proc/self/status").read_text()
    return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


def main() -> None:
    import asyncio

    from scrapy.utils.reactor import install_reactor

    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor

    async def work() -> None:
        try:
            print(json.dumps(await _run(json.load(sys.stdin)), default=str))
        finally:
            reactor.callLater(0, reactor.stop)  # type: ignore[arg-type, misc]

    reactor.callWhenRunning(lambda: asyncio.ensure_future(work()))
    reactor.run()  # type: ignore[misc]


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.settings"
    main()
