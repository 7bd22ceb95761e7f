#!/usr/bin/env python3
"""Makes the pictures of the README: the reference post in a Hexo site with Hexo's own theme, in Chromium.

    .venv/bin/python docs/images/make.py

Wants what the tests want (tests/setup.sh) and a font with Chinese characters. The article's photographs belong to
others and are not in this repository; a drawn landscape stands in for each, and a plain sky for the theme's banner,
which as a photograph would make large files.
"""

import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from newscrawl.posts import PostOptions  # noqa: E402
from tests.generators.test_reference import reference_article  # noqa: E402
from tests.support.browser import FLAGS  # noqa: E402
from tests.support.site_builds import Site, hexo  # noqa: E402

SIZES = {"reference-desktop.png": (1280, 1500), "reference-phone.png": (390, 844)}
BANNER = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" preserveAspectRatio="none">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#1d3557"/>
<stop offset="1" stop-color="#457b9d"/></linearGradient>
<rect width="10" height="10" fill="url(#sky)"/></svg>"""
LANDSCAPE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 770 433">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#7d9db5"/>
<stop offset="1" stop-color="#f1dfc8"/></linearGradient>
<rect width="770" height="433" fill="url(#sky)"/><circle cx="560" cy="150" r="46" fill="#fff4dc"/>
<path d="M0 330 150 210 260 290 400 170 560 300 660 240 770 310V433H0z" fill="#5d7486"/>
<path d="M0 380 200 310 380 370 560 320 770 390V433H0z" fill="#3c4f5c"/></svg>"""


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        drawn = BANNER if self.path.endswith("/banner.jpg") else LANDSCAPE
        if "/wp-content/uploads/" not in self.path and drawn is LANDSCAPE:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "image/svg+xml")
        self.end_headers()
        self.wfile.write(drawn.encode())

    def log_message(self, *args: object) -> None:
        pass


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = hexo(Path(folder), [reference_article()], PostOptions())
        (post,) = site.stems.values()
        # The web's http stands in for its https, which a server of this machine cannot answer for.
        page = site.output / post / "index.html"
        html = page.read_text(encoding="utf-8").replace("https://chinese.", "http://chinese.")
        page.write_text(html.replace(">Test<", ">半岛新闻存档<"), encoding="utf-8")
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.output))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for name, size in SIZES.items():
                picture(name, size, site, post, server.server_address[1])
            server.shutdown()


def picture(name: str, size: tuple[int, int], site: Site, post: str, port: int) -> None:
    chromium = shutil.which("chromium") or "google-chrome"
    with tempfile.TemporaryDirectory() as profile:
        command = [chromium, *FLAGS, f"--user-data-dir={profile}", f"--host-resolver-rules=MAP * 127.0.0.1:{port}"]
        command += ["--hide-scrollbars", f"--window-size={size[0]},{size[1]}", "--virtual-time-budget=5000"]
        command += [f"--screenshot={Path(__file__).with_name(name)}", f"http://site.test/{post}/"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
