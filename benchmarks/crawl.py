"""What newscrawl costs beside a bare Scrapy spider: python benchmarks/crawl.py [--pages 2000] [--rounds 3]

nginx on this machine serves pages of a news site as large as real ones and a listing of them.
Both crawls download all of them with the manners switched off and run the same extraction; newscrawl does besides what
it is there for: robots and address rules, the store, clean posts. Printed: CPU seconds of each, and their ratio. The
promise is at most 1.25. They take turns, for the machine is never equally busy.
"""

import argparse
import json
import os
import random
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BARE = """
import scrapy, sys
from scrapy.crawler import AsyncCrawlerProcess
from newscrawl import extract_article

class Bare(scrapy.Spider):
    name = "bare"
    start_urls = [sys.argv[1]]
    def parse(self, response):
        for link in response.css("h3 a::attr(href)").getall():
            yield response.follow(link, self.article)
    def article(self, response):
        self.crawler.stats.inc_value("titles", bool(response.css("title::text").get()))
        article = extract_article(response.body, response.url)
        if article:
            yield {"title": article.title, "url": article.url, "text": article.text}

process = AsyncCrawlerProcess({"LOG_LEVEL": "WARNING", "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False})
crawler = process.create_crawler(Bare)
process.crawl(crawler)
process.start()
print(crawler.stats.get_value("item_scraped_count"))
"""

OURS = """
from newscrawl.spider import NewsSpider

class CourierSpider(NewsSpider):
    name = "courier"
    start_urls = ["{listing}"]
    links = "h3 a"
"""

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


def write_site(folder: Path, pages: int) -> int:
    """The site's files; the bytes of one page."""
    names = [f"2026/11/{number:05}-story.html" for number in range(pages)]
    (folder / "2026" / "11").mkdir(parents=True)
    for number, name in enumerate(names):
        (folder / name).write_text(page(number), encoding="utf-8")
    card = "<article><h3><a href='/{0}'>Story number {0} of the day</a></h3></article>"
    cards = "".join(card.format(name) for name in names)
    (folder / "news.html").write_text(f"<html><body><main>{cards}</main></body></html>", encoding="utf-8")
    for path in [folder / "news.html", *(folder / name for name in names)]:
        subprocess.run(["gzip", "-k", "-5", path], check=True)
    return (folder / names[0]).stat().st_size


def serve(folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; user root;\n"
        "events { worker_connections 512; }\n"
        "http { types { text/html html; } access_log off; gzip_static on; keepalive_requests 100000;\n"
        f" client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;\n"
        f" uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;\n"
        f" server {{ listen 127.0.0.1:{port}; root {folder}/site; }} }}\n"
    )
    server = subprocess.Popen(["nginx", "-c", str(config)], stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.05)
    raise RuntimeError((folder / "error.log").read_text())


def cpu_of(command: list[str], **environment: str) -> tuple[float, str]:
    """CPU seconds of a command, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, **environment})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout + done.stderr


def newscrawl(listing: str, output: Path) -> tuple[float, str]:
    shutil.rmtree(output, ignore_errors=True)
    spider = output.parent / "courier.py"
    spider.write_text(OURS.format(listing=listing))
    settings = ["-s", "POLITE=false", "-s", "LOG_LEVEL=WARNING", "-s", f"OUTPUT={output}"]
    return cpu_of([sys.executable, "-m", "scrapy", "runspider", str(spider), *settings])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newscrawl-crawl-") as name:
        folder = Path(name)
        (folder / "site").mkdir()
        size = write_site(folder / "site", chosen.pages)
        server, port = serve(folder)
        try:
            listing = f"http://127.0.0.1:{port}/news.html"
            print(f"{chosen.pages} pages of {size // 1000} KB")
            ratios = []
            for _ in range(chosen.rounds):
                (folder / "bare.py").write_text(BARE)
                bare, said = cpu_of([sys.executable, str(folder / "bare.py"), listing], PYTHONPATH=str(ROOT))
                ours, summary = newscrawl(listing, folder / "output")
                posts = len(list((folder / "output" / "posts").rglob("*.md")))
                ratios.append(ours / bare)
                print(f"bare {bare:.2f} s ({said.split()[0]} items)", end="  ")
                print(f"newscrawl {ours:.2f} s ({posts} posts)  {ratios[-1]:.2f}")
            print(f"median ratio {statistics.median(ratios):.2f}, at most 1.25 is promised")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
