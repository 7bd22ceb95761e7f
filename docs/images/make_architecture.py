#!/usr/bin/env python3
"""Draws architecture.svg: the rooms of newscrawl/ and which of them imports which, read from the imports themselves.

    .venv/bin/python docs/images/make_architecture.py

Rooms stand in layers, each above all that it imports. An arrow that follows from others is left out, and so are those
into the ground, which every room may use. The same imports give the same bytes; a test compares them.
"""

import sys
from collections.abc import Iterable
from html import escape
from itertools import combinations, pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.source_files import modules  # noqa: E402
from tests.test_layout import GROUND, arrows, rooms  # noqa: E402

FILE = ROOT / "docs" / "images" / "architecture.svg"

PURPOSE = {
    "__main__": "newscrawl NAME",
    "article_filters": "which articles to take",
    "article_record": "Article ↔ record",
    "batch": "many sites, many processes",
    "bulk": "WARC files → Parquet",
    "jobs": "runs on several machines",
    "clean": "HTML that harms nobody",
    "cli": "what each command does",
    "commands": "scrapy NAME",
    "crawl": "one crawl, inside Scrapy",
    "discover": "a site → links",
    "export": "archive → data",
    "extract": "page → Article",
    "feeds": "Atom and JSON Feed",
    "fetch": "request → response",
    "fetch_page": "one page for a command",
    "folder": "newscrawl.toml, own sites",
    "images": "copies of images",
    "metadata": "fields made regular",
    "onboarding": "describes a new site",
    "pipelines/": "the stages of an article",
    "posts": "Article → post",
    "python_api": "for scripts, notebooks",
    "rebuild": "recordings → posts",
    "render": "archive → posts",
    "report": "history, health, HTML",
    "rhythm": "intervals, cron, quiet hours",
    "saved_page": "a kept page → its post",
    "schedule": "when each site is crawled",
    "search": "archive → what is asked for",
    "sites": "descriptions, catalogue",
    "spider": "what a site can override",
    "spiders/": "one file a site, catalogue",
    "state": "what runs remember",
    "store": "SQLite: all tables",
}
"""A few words for each room; one that has none here stops the drawing."""

WIDTH, HEIGHT, GAP, LAYER, BEND = 186, 46, 16, 92, 26
"""Pixels: a box, the space beside it, from one layer to the next, and the width that a passing arrow takes."""

Graph = dict[str, set[str]]
Chain = list[str]
"""An arrow from its room to the other, by way of one bend in each layer between."""


def graph() -> Graph:
    """Room -> the rooms that it imports, the ground left out, a room within a room counted as the outer one."""
    found: Graph = {}
    for room, imported in {**arrows(), "spiders/": within("spiders"), "pipelines/": within("pipelines")}.items():
        found.setdefault(outer(room), set()).update(map(outer, imported))
    ground = {*GROUND, "", "settings"}
    return {room: imported - ground - {room} for room, imported in sorted(found.items()) if room not in ground}


def within(folder: str) -> set[str]:
    return set().union(*(rooms(path) for path in modules(folder)))


def outer(room: str) -> str:
    return room.partition(".")[0]


def reduced(whole: Graph) -> Graph:
    """Only the arrows that do not follow from others."""

    def reached(room: str) -> set[str]:
        return whole[room].union(*map(reached, whole[room]))

    return {room: below - set().union(*map(reached, below)) for room, below in whole.items()}


def layers_of(drawn: Graph) -> dict[str, int]:
    """Each room's layer: the one above the highest that it imports, 0 at the bottom."""

    def layer(room: str) -> int:
        return 1 + max(map(layer, drawn[room]), default=-1)

    return {room: layer(room) for room in drawn}


def chains_of(drawn: Graph, layer: dict[str, int]) -> list[Chain]:
    """All arrows; the bends are entered into `layer`."""
    found = []
    for room in sorted(drawn):
        for other in sorted(drawn[room]):
            bends = [f"{room}>{other}@{n}" for n in range(layer[room] - 1, layer[other], -1)]
            layer.update({bend: layer[room] - 1 - n for n, bend in enumerate(bends)})
            found.append([room, *bends, other])
    return found


def ordered(layer: dict[str, int], links: list[tuple[str, str]]) -> list[list[str]]:
    """The layers from the top, each from left to right, with few crossings: sweeps by the neighbours' middle."""
    rows = [sorted(n for n in layer if layer[n] == level) for level in range(max(layer.values()), -1, -1)]
    best, fewest = rows, crossings(rows, links)
    for sweep in range(40):
        rows = [list(row) for row in rows]
        for n in range(1, len(rows)) if sweep % 2 == 0 else range(len(rows) - 2, -1, -1):
            place = {name: at for at, name in enumerate(rows[n - 1 if sweep % 2 == 0 else n + 1])}
            keys = {name: middle(name, links, place, at) for at, name in enumerate(rows[n])}
            rows[n].sort(key=keys.__getitem__)
        swapped(rows, links)
        if (count := crossings(rows, links)) < fewest:
            best, fewest = rows, count
    return best


def middle(name: str, links: list[tuple[str, str]], place: dict[str, int], otherwise: int) -> float:
    near = [place[b if a == name else a] for a, b in links if name in (a, b) and (a in place or b in place)]
    return sum(near) / len(near) if near else otherwise


def swapped(rows: list[list[str]], links: list[tuple[str, str]]) -> None:
    """Exchange neighbours for as long as that takes crossings away."""
    below: dict[str, list[str]] = {name: [b for a, b in links if a == name] for row in rows for name in row}
    above: dict[str, list[str]] = {name: [a for a, b in links if b == name] for row in rows for name in row}
    better = True
    while better:
        better = False
        place = {name: at for row in rows for at, name in enumerate(row)}
        for row in rows:
            for n in range(len(row) - 1):
                left, right = row[n], row[n + 1]
                pairs = [(place[a], place[b]) for beside in (below, above) for a in beside[left] for b in beside[right]]
                if sum(a > b for a, b in pairs) > sum(a < b for a, b in pairs):
                    row[n], row[n + 1], place[left], place[right] = right, left, n + 1, n
                    better = True


def crossings(rows: list[list[str]], links: list[tuple[str, str]]) -> int:
    level = {name: number for number, row in enumerate(rows) for name in row}
    place = {name: at for row in rows for at, name in enumerate(row)}
    ends: dict[int, list[tuple[int, int]]] = {}
    for a, b in links:
        ends.setdefault(level[a], []).append((place[a], place[b]))
    return sum((a - c) * (b - d) < 0 for row in ends.values() for (a, b), (c, d) in combinations(row, 2))


def placed(rows: list[list[str]], links: list[tuple[str, str]]) -> dict[str, float]:
    """The middle of each box and bend from the left: near what it is joined to, none upon another."""
    x = {name: sum(room_for(n) for n in row[:at]) + room_for(name) / 2 for row in rows for at, name in enumerate(row)}
    near: dict[str, list[str]] = {name: [] for name in x}
    for a, b in links:
        near[a].append(b)
        near[b].append(a)
    for _ in range(60):
        for row in rows:
            wanted = [sum(x[n] for n in near[name]) / len(near[name]) if near[name] else x[name] for name in row]
            x.update(zip(row, apart(wanted, [room_for(name) for name in row]), strict=True))
    left = min(x[name] - room_for(name) / 2 for name in x)
    return {name: round(value - left, 1) for name, value in x.items()}


def room_for(name: str) -> int:
    return BEND if "@" in name else WIDTH + GAP


def apart(wanted: list[float], widths: list[int]) -> list[float]:
    """The places nearest to those wanted that keep the order and the widths (pool adjacent violators)."""
    offsets = [sum(widths[:n]) + widths[n] / 2 for n in range(len(widths))]
    groups: list[list[float]] = []
    for value in (want - offset for want, offset in zip(wanted, offsets, strict=True)):
        groups.append([value])
        while len(groups) > 1 and mean(groups[-2]) > mean(groups[-1]):
            last = groups.pop()
            groups[-1] += last
    return [mean(g) + o for (g, o) in zip((g for g in groups for _ in g), offsets, strict=True)]


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def draw() -> str:
    """The drawing as SVG."""
    drawn = reduced(graph())
    layer = layers_of(drawn)
    chains = chains_of(drawn, layer)
    links = [link for chain in chains for link in pairwise(chain)]
    rows = ordered(layer, links)
    x = placed(rows, links)
    y = {name: level * LAYER for level, row in enumerate(rows) for name in row}
    width = max(x[name] + room_for(name) / 2 for name in x)
    parts = [curve([(x[name], y[name]) for name in chain]) for chain in chains]
    parts += [box(name, x[name] - WIDTH / 2, y[name], WIDTH, PURPOSE[name]) for name in x if "@" not in name]
    below = len(rows) * LAYER
    words = " · ".join(sorted(GROUND))
    parts.append(box("the ground: every room may import it, and it imports no room", 0, below, width, words))
    return svg(parts, width, below + HEIGHT)


def curve(points: list[tuple[float, float]]) -> str:
    """An arrow from the first box's lower edge to the last one's upper edge, straight down beside what it passes."""
    path = f"M{points[0][0]:g} {points[0][1] + HEIGHT:g}"
    for (x1, y1), (x2, y2) in pairwise(points):
        last = (x2, y2) == points[-1]
        half = (y1 + HEIGHT + y2) / 2
        path += f"C{x1:g} {half:g} {x2:g} {half:g} {x2:g} {y2 - 6 * last:g}" + ("" if last else f"V{y2 + HEIGHT:g}")
    return f'<path d="{path}"/>'


def box(name: str, x: float, y: float, width: float, words: str) -> str:
    middle = x + width / 2
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{HEIGHT}" rx="6"/>'
        f'<text x="{middle:g}" y="{y + 19:g}" class="name">{escape(name)}</text>'
        f'<text x="{middle:g}" y="{y + 36:g}">{escape(words)}</text>'
    )


def svg(parts: Iterable[str], width: float, height: float) -> str:
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 {width + 20:g} {height + 20:g}" role="img">
<title>The rooms of newscrawl and what they import</title>
<style>
text {{ font: 12px sans-serif; text-anchor: middle; fill: #33414e }}
.name {{ font: bold 14px sans-serif; fill: #10202c }}
rect {{ fill: #f3f7fa; stroke: #6b8296 }}
path {{ fill: none; stroke: #4a6578; stroke-width: 1.4; marker-end: url(#tip) }}
marker path {{ fill: #4a6578; stroke: none; marker-end: none }}
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="6" markerHeight="6" orient="auto">
<path d="M0 0 8 4 0 8z"/></marker></defs>
<rect x="-10" y="-10" width="{width + 20:g}" height="{height + 20:g}" style="fill:#fff;stroke:none"/>
{chr(10).join(parts)}
</svg>
"""


if __name__ == "__main__":
    Path(sys.argv[1] if sys.argv[1:] else FILE).write_text(draw(), encoding="utf-8")
