"""Write a site's feeds, whole or not at all, and only where something changed."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

from newscrawl import durable
from newscrawl.feeds.atom import atom
from newscrawl.feeds.entry import Feed, feed_entry, shared
from newscrawl.feeds.jsonfeed import json_feed
from newscrawl.store import Store
from newscrawl.urls.resolve import joined

ENTRIES = 50
"""What readers take at once."""


def write_feeds(store: Store, site: str, file: str, address: str = "") -> tuple[Path, Path]:
    """Write FEED (Atom) and, beside it, the same as `.json`; their paths. Raises OSError.

    `{site}` in `file` and `address` becomes the site's name.
    """
    found = list(islice(store.articles.newest_first(site), ENTRIES))
    entries = [feed_entry(store.pages.first_address(each.page) or each.record["url"], each.record) for each in found]
    feed = Feed(
        site=site,
        title=shared([each.record.get("publisher") or "" for each in found]) or site,
        language=shared([each.language for each in entries]),
        address=address.replace("{site}", site),
        entries=entries,
    )
    path = Path(file.replace("{site}", site)).resolve()
    beside = path.with_suffix(".json" if path.suffix != ".json" else ".feed.json")
    durable.put_if_changed(path, atom(feed))
    published_at = feed.address and joined(feed.address, beside.name)
    durable.put_if_changed(beside, json_feed(replace(feed, address=published_at)))
    return path, beside
