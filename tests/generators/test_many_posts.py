"""A site of 5,000 posts in Hexo's default theme: what our front matter costs its build, in Node's own memory."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.article import Article
from newscrawl.posts import PostOptions, write_post
from tests.support import site_builds
from tests.support.site_builds import BUILDS, Site

POSTS, TOPICS, TAGS = 5_000, 3_000, 8
MOST = 1.2
MINIMAL = ("title", "date", "categories")


def article(number: int) -> Article:
    tags = [f"Topic {(number * 7 + n * n * 31) % TOPICS}" for n in range(TAGS)]
    lines = [f"The {number}th report names {tag} and says in plain words what was seen there." for tag in tags]
    return Article(
        url=f"https://news.example/{number}",
        title=f"Report {number}",
        published=datetime(2021, 12, 9, tzinfo=UTC) + timedelta(hours=number),
        body="".join(f"<p>{line}</p>" for line in lines * 4),
        text="\n".join(lines),
        authors=["Ann Lee"],
        publisher="Valley Post",
        categories=["News", f"Part {number % 20}"],
        tags=tags,
    )


def cost(folder: Path, options: PostOptions, monkeypatch: pytest.MonkeyPatch) -> tuple[float, int]:
    """CPU and the most memory of a build."""
    used: list[tuple[float, int]] = []

    def run(command: list[str], site: Site, **environment: str) -> None:
        child = subprocess.Popen(command, cwd=site.folder, env=os.environ | environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0, "it ran out of memory"
        used.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss))

    folder.mkdir()
    monkeypatch.setattr(site_builds, "run", run)
    BUILDS["hexo"](folder, [article(number) for number in range(POSTS)], options)
    return used[0]


@pytest.mark.on_request
@pytest.mark.parametrize("theme", ["", "landscape"])
def test_5_000_posts_cost_landscape_what_minimal_posts_cost(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = PostOptions(theme=theme)
    written = write_post(article(1), "hexo", ours).text.split("---\n")[1]
    more = [f"-{key}" for line in written.splitlines() if (key := line.partition(":")[0]).isidentifier()]
    minimal = PostOptions(theme=theme, fields=tuple(key for key in more if key[1:] not in MINIMAL))
    cpu, memory = cost(tmp_path / "ours", ours, monkeypatch)
    plain_cpu, plain_memory = cost(tmp_path / "minimal", minimal, monkeypatch)
    print(f"{theme} CPU {cpu:.0f} and {plain_cpu:.0f} s, memory {memory // 1024} and {plain_memory // 1024} MiB")
    assert max(cpu / plain_cpu, memory / plain_memory) < MOST
