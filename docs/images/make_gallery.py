#!/usr/bin/env python3
"""Makes the gallery of docs/posts.md: one made article in each theme, on a phone and a desk, in Chromium.

    .venv/bin/python docs/images/make_gallery.py

Wants what `make generators` wants (tests/setup.sh all). Themes that fetch their styles from other hosts are left out.
"""

import re
import subprocess
import sys
import tempfile
import threading
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE)]

from make import Handler  # noqa: E402

from newscrawl.article import Article  # noqa: E402
from newscrawl.posts import PostOptions  # noqa: E402
from newscrawl.posts.additions import SOURCE_LINE  # noqa: E402
from tests.support.browser import FLAGS, chromium  # noqa: E402
from tests.support.site_builds import Site, doks, hexo, jekyll  # noqa: E402

STANDFIRST = "For the first time in a century the valley has a path along all of its river."
PICTURE = "http://site.test/wp-content/uploads/valley.png"
ARTICLE = Article(
    url="https://valley.example/path",
    title="A path along the river opens on Saturday",
    language="en",
    published=datetime(2026, 5, 9, 8, 30, tzinfo=UTC),
    authors=["Ann Lee"],
    publisher="Valley Post",
    categories=["News"],
    tags=["river", "walking"],
    description=STANDFIRST,
    image=PICTURE,
    image_caption="The river at the old mill",
    image_credit="Ben Hall",
    text=STANDFIRST,
    body=f"<p>{STANDFIRST}</p><p>It is eleven kilometres long, crosses nine bridges and passes the old mill, where "
    "walkers can rest. Most of it was built by volunteers, who worked on it every weekend for three years.</p>"
    "<h2>Nine bridges</h2><p>The longest of them spans the gorge below the mill.</p><blockquote><p>“We carried each "
    "plank by hand,” says Eva Roth, who planned it.</p></blockquote><table><tbody><tr><th>Part</th><th>Length</th></tr>"
    "<tr><td>Mill to gorge</td><td>4 km</td></tr><tr><td>Gorge to lake</td><td>7 km</td></tr></tbody></table>"
    "<p>A bus takes walkers back every hour.</p>",
)
LOADED_LATE = re.compile(f'(<img src="{PICTURE}"[^>]*) class="lazyload"([^>]*) srcset="data:[^"]*"')
WIDTHS, HEIGHT, SCALE = (390, 1000), 1000, 0.5


def main() -> None:
    for theme in ("landscape", "volantis", "butterfly", "next", "minima", "doks"):
        with tempfile.TemporaryDirectory() as folder:
            options = PostOptions(theme=theme, source_line=SOURCE_LINE)
            if theme == "minima":
                site = jekyll(Path(folder), [ARTICLE], options, theme=theme)
            elif theme == "doks":
                site = doks(Path(folder), [ARTICLE], options)
            else:
                site = hexo(Path(folder), [ARTICLE], options, theme=theme, name="hexo-themes")
            picture(site, HERE / f"theme-{theme}.png")


def picture(site: Site, file: Path) -> None:
    (page,) = (path for path in site.output.rglob("*.html") if "river-opens" in str(path))
    # What a theme's program of another host does for pictures that are loaded late.
    shown = LOADED_LATE.sub(r"\1\2", page.read_text(encoding="utf-8"))
    page.write_text(shown, encoding="utf-8")
    address = quote(str(page.relative_to(site.output)))
    frames = "".join(
        f'<iframe width={width} height={HEIGHT} style="border:0" src="/{address}"></iframe>' for width in WIDTHS
    )
    (site.output / "both.html").write_text(
        f'<!doctype html><body style="margin:0;display:flex;gap:20px;background:#888">{frames}'
    )
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.output))) as server,
        tempfile.TemporaryDirectory() as profile,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = [chromium(), *FLAGS, f"--user-data-dir={profile}", "--hide-scrollbars", f"--screenshot={file}"]
        command += [f"--host-resolver-rules=MAP *.test 127.0.0.1:{server.server_address[1]}, MAP * ~NOTFOUND"]
        command += [f"--window-size={sum(WIDTHS) + 20},{HEIGHT}", f"--force-device-scale-factor={SCALE}"]
        command += ["--virtual-time-budget=8000", "--timeout=30000", "http://site.test/both.html"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        server.shutdown()


if __name__ == "__main__":
    main()
