"""What newscrawl costs beside a bare Scrapy spider, and beside others:
python benchmarks/crawl.py [--pages 2000] [--rounds 3] [--made] [--rivals PYTHON ...]

nginx on this machine serves articles and a listing of them; each crawl downloads all with the manners switched off.
The pages are the real ones of ../shared/pages, where that folder is there; else, and with --made, pages that are made
here as large publishers make theirs. A real page that is served again has other words and another address.
Each crawl is a process of its own: CPU of all of it (user and system, children too) and its peak memory. They take
turns, for the machine is never equally busy. `--rivals`: a Python that has Scrapy and some of trafilatura,
readability-lxml, news-please and fundus; may stand twice.
"""

import argparse
import gzip
import json
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Process
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "pages"

BARE = """
import json, os, sys, scrapy
from scrapy.crawler import AsyncCrawlerProcess
{imports}

class Bare(scrapy.Spider):
    name = "bare"
    start_urls = [sys.argv[1]]
    def parse(self, response):
        for link in response.css("h3 a::attr(href)").getall():
            yield response.follow(link, self.article)
    def article(self, response):
        said = {read}
        if said is not None:
            with open(os.path.join(sys.argv[2], response.url.rsplit("/", 1)[-1]), "w") as file:
                file.write(said)
            self.crawler.stats.inc_value("pages")

process = AsyncCrawlerProcess({{"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False, "ROBOTSTXT_OBEY": False}})
crawler = process.create_crawler(Bare)
process.crawl(crawler)
process.start()
print(crawler.stats.get_value("response_received_count") - 1, crawler.stats.get_value("pages", 0))
"""

OURS = """
from newscrawl.spider import NewsSpider

class CourierSpider(NewsSpider):
    name = "courier"
    start_urls = ["{listing}"]
    links = "h3 a"
"""

FLOOR = "floor: lxml's parse and one write"
SAME = "bare Scrapy with extract_article"
WHOLE = "newscrawl, whole crawl"
# What each reads, and how; a spider that reads nothing writes nothing.
READS = {
    "download, nothing read": ("", "None"),
    FLOOR: ("from lxml import html", "html.fromstring(response.body).findtext('.//title') or ''"),
    SAME: (
        "from newscrawl import extract_article",
        "(lambda found: found and json.dumps(found.to_dict()))(extract_article(response.body, response.url))",
    ),
}
RIVALS = {
    "trafilatura": (
        "from trafilatura import extract",
        "extract(response.body, url=response.url, output_format='json', with_metadata=True)",
    ),
    "readability": (
        "from readability import Document",
        "(lambda page: page.title() + page.summary())(Document(response.text, url=response.url))",
    ),
    "newsplease": (
        "from newsplease import NewsPlease",
        "json.dumps(NewsPlease.from_html(response.body, url=response.url).get_serializable_dict(), default=str)",
    ),
    "fundus": (
        "from fundus import PublisherCollection\nPARSER = PublisherCollection.us.APNews.parser()",
        "json.dumps(PARSER.parse(response.text, error_handling='suppress'), default=str)",
    ),
}

SYLLABLES = "ka ro mi te sun ver dal oni pre stu lan gor eth ani bel cro dun fal hin jor kel mun nor".split()


def word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(word(chance) for _ in range(words)).capitalize() + "."


def page(number: int) -> str:
    """A page built as large publishers build theirs: 5 KB of article among navigation, scripts and teasers. It has
    226 KB and takes 8.1 ms to extract, where 121 real ones had 319 KB and took 9.8 ms in the mean."""
    chance = random.Random(number)
    title = sentence(chance, 8)[:-1]
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
             "datePublished": f"2026-11-{number % 20 + 1:02}T{number % 24:02}:{number % 60:02}:00Z",
             "author": [{"@type": "Person", "name": f"{word(chance).title()} {word(chance).title()}"}],
             "articleSection": "World", "description": sentence(chance, 20)}  # fmt: skip
    body = "".join(f"<p class='paragraph'>{sentence(chance, 40)} {sentence(chance, 20)}</p>" for _ in range(20))
    item = "<li class='nav__item'><a href='/section/{0}'>{0}</a></li>"
    links = "".join(item.format(word(chance)) for _ in range(300))
    cards = "".join(
        f"<article class='card'><div class='card__media'><div class='card__ratio'></div></div>"
        f"<a href='/2025/{n}/{word(chance)}'><img src='/img/{n}.jpg?w=300' loading='lazy' alt=''>"
        f"<h4>{sentence(chance, 7)}</h4></a><time>2 h</time></article>"
        for n in range(180)
    )
    state = json.dumps({word(chance): sentence(chance, 12) for _ in range(1400)})
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Courier</title>"
        f"<meta property='og:type' content='article'><meta property='og:image' content='/img/{number}.jpg'>"
        f"<script type='application/ld+json'>{json.dumps(about)}</script>"
        f"<style>{'.a{color:#123456;margin:0 auto}' * 900}</style></head><body>"
        f"<header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1>"
        f"<figure><img src='/img/{number}.jpg?w=770' alt='x'><figcaption>{sentence(chance, 9)}</figcaption></figure>"
        f"<div class='story-body'>{body}</div></article><aside>{cards}</aside></main>"
        f"<script>window.__STATE__={state}</script><footer><ul>{links[:9000]}</ul></footer></body></html>"
    )


# -- real pages --------------------------------------------------------------------------------------------------------
_PARTS = re.compile(r"(<script.*?</script>|<style.*?</style>|<!--.*?-->|<[^>]*>)", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_A-Z]{4,}")


def real_pages() -> list[tuple[str, str]]:
    """Each real page that is an article with a date, and the address that it gives itself."""
    sys.path.insert(0, str(ROOT))
    from newscrawl import extract_article

    found = []
    for path in sorted([*REAL.glob("articles/*.html.gz"), *REAL.glob("segments/*.html.gz")]):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        article = extract_article(html, "https://example.com/a/page")
        if article and article.published and len(article.text) > 500 and article.url:
            found.append((html, article.url))
    return found


def retold(html: str, own: str, url: str, turn: int) -> str:
    """A page as another article: at its new address; in a second turn its words change places, its ids are others."""
    html = html.replace(own, url) if "/a/page" not in own else html
    if not turn:
        return html
    chance = random.Random(f"{own} {turn}")
    parts = _PARTS.split(html)
    words = sorted({word for part in parts[::2] for word in _WORD.findall(part)})
    other = dict(zip(words, chance.sample(words, len(words)), strict=True))
    parts[::2] = [_WORD.sub(lambda word: other[word[0]], part) for part in parts[::2]]
    mark = re.compile(r"(?<![\d.])\d{5,9}(?![\d.])")
    return mark.sub(lambda id: str(int(id[0]) * 7 + turn)[-len(id[0]) :].rjust(len(id[0]), "1"), "".join(parts))


def pages_of(count: int, home: str, made: bool) -> Iterator[tuple[str, str]]:
    """Name and HTML of each page."""
    real = [] if made or not REAL.is_dir() else real_pages()
    if not real:
        print("made pages" if made else f"{REAL} is not there: made pages")
    else:
        print(f"{len(real)} real pages")
    for number in range(count):
        name = f"2026/11/{number:05}-story.html"
        html, own = real[number % len(real)] if real else (page(number), "")
        yield name, retold(html, own, f"{home}/{name}", number // len(real)) if real else html


# -- the site ----------------------------------------------------------------------------------------------------------
def write_site(folder: Path, pages: Iterator[tuple[str, str]]) -> None:
    """The site's files."""
    (folder / "2026" / "11").mkdir(parents=True)
    names = []
    for name, html in pages:
        names.append(name)
        _write(folder / name, html)
    card = "<article><h3><a href='/{0}'>Story number {0} of the day</a></h3></article>"
    cards = "".join(card.format(name) for name in names)
    _write(folder / "news.html", f"<html><body><main>{cards}</main></body></html>")
    print(f"{len(names)} pages of {sum((folder / name).stat().st_size for name in names) / len(names) / 1000:.0f} KB")


def prepare(folder: Path, count: int, home: str, made: bool) -> None:
    write_site(folder, pages_of(count, home, made))


def _write(path: Path, html: str) -> None:
    data = html.encode("utf-8", "replace")
    path.write_bytes(data)
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, 5))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def serve(folder: Path, port: int) -> subprocess.Popen[bytes]:
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; user root;\n"
        "events { worker_connections 512; }\n"
        "http { types { text/html html; } charset utf-8; access_log off; gzip_static on; keepalive_requests 100000;\n"
        f" client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;\n"
        f" uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;\n"
        f" server {{ listen 127.0.0.1:{port}; root {folder}/site; }} }}\n"
    )
    server = subprocess.Popen(["nginx", "-c", str(config)], stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.05)
    raise RuntimeError((folder / "error.log").read_text())


# -- the crawls --------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Cost:
    cpu: float
    memory: float
    """MiB, of the largest process."""
    pages: int
    """What was kept."""


def cost_of(command: list[str], kept: Path, **environment: str) -> Cost:
    """Runs a command in a process of its own, into an empty folder."""
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode:
            raise RuntimeError(said.read()[-2000:].decode())
    pages = sum(1 for path in kept.rglob("*") if path.suffix in (".html", ".md"))
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, pages)


def crawls_of(folder: Path, listing: str, rivals: list[str]) -> dict[str, list[str]]:
    """Name of each crawl -> its command; `{}` in it is where to write."""
    commands = {}
    for python in rivals:
        for name, (imports, read) in RIVALS.items():
            if not subprocess.run([python, "-c", f"import scrapy, {name}"], capture_output=True).returncode:
                commands[f"Scrapy with {name}"] = [python, _bare(folder / f"{name}_.py", imports, read), listing, "{}"]
    for number, (name, (imports, read)) in enumerate(READS.items()):
        commands[name] = [sys.executable, _bare(folder / f"bare{number}.py", imports, read), listing, "{}"]
    (folder / "courier.py").write_text(OURS.format(listing=listing))
    settings = ["-s", "POLITE=false", "-s", "LOG_LEVEL=WARNING", "-s", "OUTPUT={}"]
    commands[WHOLE] = [sys.executable, "-m", "scrapy", "runspider", str(folder / "courier.py"), *settings]
    return commands


def _bare(path: Path, imports: str, read: str) -> str:
    path.write_text(BARE.format(imports=imports, read=read))
    return str(path)


def table(costs: dict[str, list[Cost]], pages: int) -> str:
    """The crawls in Markdown: medians, and the ratios round by round."""
    lines = ["| crawl | ms a page | of the floor | MiB | kept |", "| --- | --- | --- | --- | --- |"]
    for name, found in costs.items():
        cpu = statistics.median(cost.cpu for cost in found) * 1000 / pages
        memory = statistics.median(cost.memory for cost in found)
        lines.append(f"| {name} | {cpu:.1f} | {ratio(found, costs[FLOOR])} | {memory:.0f} | {found[-1].pages} |")
    return "\n".join(lines)


def ratio(one: list[Cost], other: list[Cost]) -> str:
    """The median of the ratios, and the least and greatest."""
    ratios = sorted(a.cpu / b.cpu for a, b in zip(one, other, strict=False))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


@contextmanager
def made_site(pages: int, *, made: bool) -> Iterator[tuple[Path, int]]:
    """A folder with the pages of a site, and the port that they name."""
    with tempfile.TemporaryDirectory(prefix="newscrawl-crawl-") as name:
        folder, port = Path(name), free_port()
        (folder / "site").mkdir()
        # In a process of its own: Linux counts what a process had before it became another's.
        making = Process(target=prepare, args=(folder / "site", pages, f"http://127.0.0.1:{port}", made))
        making.start()
        making.join()
        yield folder, port


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--made", action="store_true")
    parser.add_argument("--rivals", action="append", default=[], metavar="PYTHON")
    parser.add_argument("--rival-rounds", type=int, default=1)
    chosen = parser.parse_args()
    with made_site(chosen.pages, made=chosen.made) as (folder, port):
        home = f"http://127.0.0.1:{port}"
        crawls = crawls_of(folder, f"{home}/news.html", chosen.rivals)
        costs: dict[str, list[Cost]] = {name: [] for name in crawls}
        server = serve(folder, port)
        try:
            for turn in range(chosen.rounds):
                for name, command in crawls.items():
                    if turn < chosen.rival_rounds or "_.py" not in command[1]:
                        written = [part.replace("{}", str(folder / "kept")) for part in command]
                        costs[name].append(cost_of(written, folder / "kept", PYTHONPATH=str(ROOT)))
                        print(f"{name}: {costs[name][-1]}", flush=True)
        finally:
            server.terminate()
            server.wait()
    print(table(costs, chosen.pages))
    memory = statistics.median(c.memory for c in costs[WHOLE]) / statistics.median(c.memory for c in costs[SAME])
    print(f"the whole crawl beside the same extraction: CPU {ratio(costs[WHOLE], costs[SAME])}, memory {memory:.2f}")


if __name__ == "__main__":
    main()
