"""What a new article costs when the store knows many: python -m benchmarks.growth [--known 1000 100000] [--pages 400]

Stores are filled with kept articles by benchmarks/store.py, and the pages of benchmarks/crawl.py are crawled into
copies of them, in turn, each crawl in a process of its own. Bounds: the CPU of a new article and the peak memory are
within 1.1 of what they are with the smallest store. The least of the rounds counts: other work only ever adds.
"""

import shutil
import sys
from pathlib import Path

from scrapy.utils.project import get_project_settings

from benchmarks.command_line import parser_of
from benchmarks.crawl import OURS, ROOT, Cost, cost_of, made_site, serve
from benchmarks.store import RECORD, fill
from newscrawl.render.drafts import drafts_from
from newscrawl.store import FILE_NAME, Store

SITE = "example"


def prepared(path: Path, known: int) -> Path:
    """A filled store whose posts stand as these settings make them, so that none is made anew."""
    fill(path, known, RECORD)
    with Store.open(path) as store:
        store.posts.set_rendered(SITE, drafts_from(get_project_settings(), SITE, store).choices, "")
    return path


def crawl(folder: Path, filled: Path, most: int) -> Cost:
    """A crawl into a copy of a filled store."""
    kept, before = folder / "kept", folder / "before"
    shutil.rmtree(before, ignore_errors=True)
    before.mkdir()
    shutil.copy(filled, before / FILE_NAME)
    command = ["sh", "-c", 'cp -r "$1"/. "$2" && shift 2 && exec "$@"', "sh", str(before), str(kept)]
    crawl = [sys.executable, "-m", "scrapy", "runspider", str(folder / f"{SITE}.py"), "-a", f"limit={most}"]
    settings = ["-s", "POLITE=false", "-s", "LOG_LEVEL=WARNING", "-s", f"OUTPUT={kept}"]
    return cost_of([*command, *crawl, *settings], kept, PYTHONPATH=str(ROOT))


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--known", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--made", action="store_true")
    chosen = parser.parse_args()
    with made_site(chosen.pages, made=chosen.made) as (folder, port):
        home = f"http://127.0.0.1:{port}"
        (folder / f"{SITE}.py").write_text(OURS.replace("courier", SITE).format(listing=f"{home}/news.html"))
        stores = {known: prepared(folder / str(known), known) for known in chosen.known}
        costs: dict[int, list[Cost]] = {known: [] for known in stores}
        server = serve(folder, port)
        try:
            for _ in range(chosen.rounds):
                for known, path in stores.items():
                    costs[known].append(crawl(folder, path, chosen.pages))
                    print(f"{known:,} known: {costs[known][-1]}", flush=True)
        finally:
            server.terminate()
            server.wait()
    for known, found in costs.items():
        cpu, memory = (least(found, what) / least(costs[min(costs)], what) for what in ("cpu", "memory"))
        print(f"{known:,} known: CPU {cpu:.2f}, memory {memory:.2f} of {min(costs):,} known")


def least(costs: list[Cost], what: str) -> float:
    return min(float(getattr(cost, what)) for cost in costs)


if __name__ == "__main__":
    main()
