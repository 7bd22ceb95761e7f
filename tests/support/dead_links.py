"""The links of a built site, followed as a browser and a plain web server would."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

HOST = "example.org"


def dead_links(output: Path) -> list[str]:
    """The links between the site's own pages that lead nowhere, each with a page that has it."""
    return [f"{page.relative_to(output)}: {href}" for page, href in links(output) if not _leads(output, page, href)]


def links(output: Path) -> Iterator[tuple[Path, str]]:
    """(page, address as it is written) of each link on each page."""
    for page in sorted(filter(Path.is_file, output.rglob("*.html"))):
        html = LexborHTMLParser(page.read_text(encoding="utf-8", errors="replace"))
        for link in html.css("a[href]"):
            yield page, link.attributes["href"] or ""


def _leads(output: Path, page: Path, href: str) -> bool:
    relative = "" if href.startswith(("/", "http")) else str(page.relative_to(output))
    return _leads_from(output, relative, href)


@cache
def _leads_from(output: Path, page: str, href: str) -> bool:
    """Whether an address leads to a file from a page; all pages have the links of menus alike."""
    try:
        url = urlsplit(urljoin(f"http://{HOST}/{page}", href))
    except ValueError:
        return False
    if url.scheme in ("http", "https") and url.hostname != HOST:
        return not href.startswith("//")
    # A server decodes an address once; what stands behind "?" and "#" names no file.
    file = output / unquote(url.path).strip("/")
    return url.scheme in ("http", "https") and (file.is_file() or (file / "index.html").is_file())
