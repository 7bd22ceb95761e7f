"""Sites built with the real generators, and their pages read back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from newscrawl.article import Article
from newscrawl.posts import PostOptions, folded, free_name, write_post
from tests.support.hostile import CANARY
from tests.support.rendered import Page, first, node_tree

SKELETONS = Path(__file__).resolve().parent.parent / "generators"
PATIENCE = 300


@dataclass
class Site:
    """A site's folder after its build."""

    folder: Path
    output: Path
    log: str
    stems: dict[str, str] = field(default_factory=dict)
    """Article's URL -> its post's path without the suffix."""

    pages: dict[str, Page] = field(default_factory=dict)
    """Article's URL -> its page; without those that were not built."""

    def texts(self) -> Iterable[tuple[Path, bytes]]:
        return ((path, path.read_bytes()) for path in self.output.rglob("*") if path.is_file())


def need(program: str, why: str) -> str:
    """Where a program is; skips the test where it is not."""
    found = shutil.which(program) or (program if Path(program).is_file() else None)
    if not found:
        pytest.skip(f"{why}: {program} is not installed (tests/setup.sh installs what it can)")
    return found


def lay_out(name: str, folder: Path) -> Path:
    """A copy of a generator's skeleton with canaries in it, its installed packages linked."""
    site = folder / name
    shutil.copytree(SKELETONS / name, site, ignore=shutil.ignore_patterns("node_modules"))
    if (SKELETONS / name / "node_modules").is_dir():
        (site / "node_modules").symlink_to(SKELETONS / name / "node_modules")
    return site


def write_posts(site: Site, articles: list[Article], posts: Path, format: str, options: PostOptions) -> None:
    """The articles' posts, under the names they would get in a crawl, and a canary beside them."""
    taken: set[str] = set()
    for article in articles:
        post = write_post(article, format, options)
        name = free_name(post, article.url, taken.__contains__)
        taken.add(folded(name))
        path = posts / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(post.text, encoding="utf-8", newline="\n")
        site.stems[article.url] = name.rpartition(".")[0]


def canaries(site: Path, *folders: str) -> None:
    for folder in folders:
        (site / folder).mkdir(parents=True, exist_ok=True)
        (site / folder / "canary.txt").write_text(CANARY)


def run(command: list[str], site: Site, **environment: str) -> None:
    done = subprocess.run(
        command,
        cwd=site.folder,
        env=os.environ | {"TZ": "America/New_York"} | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    site.log = done.stdout + done.stderr
    assert done.returncode == 0, site.log[-3000:]


def read_pages(site: Site) -> None:
    """Pages of the plain layouts in tests/generators, found by the link to their article."""
    for path in filter(Path.is_file, site.output.rglob("*.html")):
        # Hugo has been seen to cut a list's title within a character.
        html = LexborHTMLParser(path.read_text(encoding="utf-8", errors="replace"))
        link = html.css_first("link[rel=canonical]")
        if link is not None:
            site.pages[link.attributes["href"] or ""] = plain_page(html)


def plain_page(html: LexborHTMLParser) -> Page:
    return Page(
        title=first(html, "title").text(),
        heading=first(html, "h1").text(),
        date=datetime.fromisoformat(first(html, "time").attributes["datetime"] or ""),
        categories=[node.text() for node in html.css(".category")],
        tree=node_tree(first(html, "article > div:only-child", "article")),
    )


def hexo_page(html: LexborHTMLParser) -> Page:
    """A page of landscape, Hexo's own theme."""
    return Page(
        title=first(html, "title").text().removesuffix(" | Test"),
        heading=first(html, "h1.article-title").text(),
        date=datetime.fromisoformat(first(html, "time.dt-published").attributes["datetime"] or ""),
        categories=[node.text() for node in html.css(".article-category-link")],
        tree=node_tree(first(html, ".article-entry > div:only-child", ".article-entry")),
    )


def hexo(
    folder: Path, articles: list[Article], options: PostOptions, theme: str = "landscape", name: str = "hexo"
) -> Site:
    need("node", "a Hexo site cannot be built")
    need(str(SKELETONS / name / "node_modules/.bin/hexo"), "a Hexo site cannot be built")
    site = Site(lay_out(name, folder), folder / name / "public", "")
    canaries(site.folder, ".", "source", "source/_posts", "source/downloads/code")
    write_posts(site, articles, site.folder / "source/_posts", "hexo", options)
    # Volantis looks for a hexo on the path, and stops where its checks of the machine find something old.
    (site.folder / "_config.volantis.yml").write_text("debug: false\n")
    # NexT hides a page until scripts of another host have moved it in.
    (site.folder / "_config.next.yml").write_text("motion:\n  enable: false\n")
    # Fluid's headlines are typed by a script of another host.
    (site.folder / "_config.fluid.yml").write_text("fun_features:\n  typing:\n    enable: false\n")
    programs = f"{site.folder / 'node_modules/.bin'}{os.pathsep}{os.environ['PATH']}"
    _replace(site.folder / "_config.yml", "theme: landscape", f"theme: {theme}")
    run(["node_modules/.bin/hexo", "generate", "--bail"], site, PATH=programs)
    for url, stem in site.stems.items():
        page = site.output / stem / "index.html"
        if page.is_file() and theme == "landscape":
            site.pages[url] = hexo_page(LexborHTMLParser(page.read_text(encoding="utf-8")))
    return site


def hexo_with_markdown_it(folder: Path, articles: list[Article], options: PostOptions) -> Site:
    return hexo(folder, articles, options, name="hexo-markdown-it")


def hugo(folder: Path, articles: list[Article], options: PostOptions) -> Site:
    return _plain_hugo(need("hugo", "a Hugo site cannot be built"), folder, articles, options)


def new_hugo(folder: Path, articles: list[Article], options: PostOptions) -> Site:
    return _plain_hugo(_young_hugo(), folder, articles, options)


def doks(folder: Path, articles: list[Article], options: PostOptions) -> Site:
    packages = SKELETONS / "hugo-themes/node_modules"
    need(str(packages / "@thulite/doks-core/layouts/baseof.html"), "a Hugo site with Doks cannot be built")
    site = Site(lay_out("hugo-themes", folder), folder / "hugo-themes/public", "")
    write_posts(site, articles, site.folder / "content/blog", "hugo", options)
    # For production its style sheet goes through PostCSS, which a site sets up for itself.
    run([_young_hugo(), "--environment=development"], site, HUGO_SECURITY_NODE_PERMISSIONS_ALLOWREAD=str(packages))
    return site


def _young_hugo() -> str:
    """The Hugo of the test requirements: years younger than Debian's."""
    return need(str(Path(sys.executable).with_name("hugo")), "a site cannot be built with a new Hugo")


def _plain_hugo(program: str, folder: Path, articles: list[Article], options: PostOptions) -> Site:
    site = Site(lay_out("hugo", folder), folder / "hugo/public", "")
    canaries(site.folder, ".", "content", "content/posts", "layouts", "data")
    write_posts(site, articles, site.folder / "content/posts", "hugo", options)
    run([program], site)
    read_pages(site)
    return site


def jekyll(folder: Path, articles: list[Article], options: PostOptions, theme: str = "") -> Site:
    program = need("jekyll", "a Jekyll site cannot be built")
    site = Site(lay_out("jekyll", folder), folder / "jekyll/_site", "")
    if theme == "chirpy":
        _of_chirpy(site.folder)
    elif theme:
        need(f"/usr/share/doc/jekyll-theme-{theme}/copyright", f"a Jekyll site with {theme} cannot be built")
        shutil.rmtree(site.folder / "_layouts")
        (site.folder / "_config.yml").write_text(f"title: Test\ntheme: {theme}\nshow_excerpts: true\n")
        (site.folder / "index.md").write_text("---\nlayout: home\n---\n")
    canaries(site.folder, ".", "_includes", "_posts", "_data")
    write_posts(site, articles, site.folder / "_posts", "jekyll", options)
    run([program, "build", "--disable-disk-cache"], site)
    if not theme:
        read_pages(site)
    return site


def _of_chirpy(site: Path) -> None:
    """A site of Chirpy: the theme's folders and settings, without its author's posts."""
    theme = SKELETONS / "jekyll-themes/node_modules/jekyll-theme-chirpy"
    for part in (theme / "index.html", "/usr/share/doc/ruby-jekyll-archives/copyright"):
        need(str(part), "a Jekyll site with chirpy cannot be built")
    shutil.rmtree(site / "_layouts")
    own = shutil.ignore_patterns(
        "_posts", "_plugins", "Gemfile", "tr-TR.yml"
    )  # whose colons Ruby's YAML refuses by now
    shutil.copytree(theme, site, ignore=own, dirs_exist_ok=True)
    # It is no gem here.
    _replace(site / "_config.yml", "theme: jekyll-theme-chirpy", f"plugins: [{_OF_CHIRPY}]")
    _replace(site / "assets/css/style.scss", "{{ site.theme }}", "jekyll-theme-chirpy")


_OF_CHIRPY = "jekyll-archives, jekyll-paginate, jekyll-redirect-from, jekyll-seo-tag, jekyll-sitemap"


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def eleventy(folder: Path, articles: list[Article], options: PostOptions) -> Site:
    program = need(str(SKELETONS / "eleventy/node_modules/.bin/eleventy"), "an Eleventy site cannot be built")
    site = Site(lay_out("eleventy", folder), folder / "eleventy/_site", "")
    canaries(site.folder, ".", "_includes", "posts")
    write_posts(site, articles, site.folder / "posts", "eleventy", options)
    run([program], site)
    read_pages(site)
    return site


def astro(folder: Path, articles: list[Article], options: PostOptions) -> Site:
    need(str(SKELETONS / "astro/node_modules/.bin/astro"), "an Astro site cannot be built")
    site = Site(lay_out("astro", folder), folder / "astro/dist", "")
    canaries(site.folder, ".", "src/content/posts")
    write_posts(site, articles, site.folder / "src/content/posts", "astro", options)
    run(["node_modules/.bin/astro", "build"], site, ASTRO_TELEMETRY_DISABLED="1")
    read_pages(site)
    return site


def pelican(folder: Path, articles: list[Article], options: PostOptions, theme: str = "theme") -> Site:
    program = need(str(Path(sys.executable).with_name("pelican")), "a Pelican site cannot be built")
    site = Site(lay_out("pelican", folder), folder / "pelican/output", "")
    canaries(site.folder, ".", "content")
    write_posts(site, articles, site.folder / "content", "pelican", options)
    run([program, "-s", "pelicanconf.py", "-t", theme, "--fatal", "errors"], site)
    read_pages(site)
    return site


Build = Callable[[Path, list[Article], PostOptions], Site]
BUILDS: dict[str, Build] = {"hexo": hexo, "hugo": hugo, "new hugo": new_hugo, "jekyll": jekyll}
ON_REQUEST: dict[str, Build] = {
    "astro": astro,
    "eleventy": eleventy,
    "hexo with markdown-it": hexo_with_markdown_it,
    "pelican": pelican,
}
