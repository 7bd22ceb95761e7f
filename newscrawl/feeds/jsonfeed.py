"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from typing import Any

from newscrawl.feeds.entry import Feed, FeedEntry


def json_feed(feed: Feed) -> bytes:
    """The feed as a document in UTF-8."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "feed_url": feed.address,
        "language": feed.language,
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(_given(document), ensure_ascii=False, indent=1).encode() + b"\n"


def _item(entry: FeedEntry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": entry.published.isoformat(timespec="seconds"),
        "date_modified": entry.updated.isoformat(timespec="seconds"),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
        "language": entry.language,
    }
    # An article without text still needs one of the two contents.
    return {**_given(item), "content_html": entry.body}


def _given(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: an empty value would be a statement. The list of items stays, however short."""
    return {name: value for name, value in values.items() if value or name == "items"}
