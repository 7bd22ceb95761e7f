"""Two sites of at most fifteen lines each, crawled from their first page to their posts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.warc.exchange import Exchange
from newscrawl.warc.recording import Recording
from tests.support.crawling import ROOT, posts, warm

FEED = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The River Post</title><item>
<title>Weir keepers hand the sluices to a clock</title><link>https://riverpost.example/2026/11/weir-keepers-clock/</link>
<pubDate>Fri, 20 Nov 2026 06:30:00 +0000</pubDate></item></channel></rss>"""
LISTING = b"""<!DOCTYPE html><title>Reports</title><ol class="reports">
<li><a href="112.html">112. The tide came twice</a></li></ol>"""

ANSWERS: dict[str, dict[str, bytes | str]] = {
    "riverpost": {
        "https://riverpost.example/feed/": FEED,
        "https://riverpost.example/2026/11/weir-keepers-clock/": "riverpost-weir",
    },
    "lightship": {
        "https://lightship.example/reports/": LISTING,
        "https://lightship.example/reports/112.html": "lightship-tide",
    },
}


def record(path: Path, answers: dict[str, bytes | str]) -> None:
    """A recording of these answers: bytes, or the name of a saved page."""
    recording = Recording(str(path), 10**9, {})
    for url, body in answers.items():
        page = body if isinstance(body, bytes) else (ROOT / "tests" / "pages" / f"{body}.html").read_bytes()
        kind = b"text/xml" if page.startswith(b"<?xml") else b"text/html; charset=utf-8"
        when = datetime(2026, 11, 22, tzinfo=UTC)
        headers = [(b"Content-Type", kind)]
        recording.add(Exchange(method="GET", url=url, sent=[], status=200, headers=headers, body=page, when=when))
    recording.close()


@pytest.mark.parametrize("site", ["riverpost", "lightship"])
def test_a_site_of_a_few_lines_becomes_posts(site: str, tmp_path: Path) -> None:
    record(tmp_path / "site.warc.gz", ANSWERS[site])
    done = warm("crawl", site, "-s", f"REPLAY={tmp_path}/site.warc.gz", output=tmp_path)
    assert done.code == 0, done.said
    made = posts(tmp_path, site)
    expected = next((ROOT / "tests" / "pages").glob(f"{site}-*.md"))
    assert [path.read_text(encoding="utf-8") for path in made] == [expected.read_text(encoding="utf-8")]
