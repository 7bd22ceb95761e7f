"""What a listing said of an article, as the store keeps it with the article's address."""

import json
from dataclasses import asdict
from datetime import datetime

from newscrawl.discover import Link
from newscrawl.store import PageRecord


def said_of(link: Link) -> int:
    """When a listing says that an article was published or changed last, in seconds; 0 where it does not say."""
    return max((int(when.timestamp()) for when in (link.published, link.updated) if when), default=0)


def packed(link: Link) -> str:
    """What a link says beside its address, as JSON; "" where it says nothing."""
    said = {name: value for name, value in asdict(link).items() if value and name not in ("url", "skip")}
    said.pop("published_precision", None) if "published" not in said else None
    return json.dumps(said, ensure_ascii=False, default=datetime.isoformat) if said else ""


def unpacked(page: PageRecord) -> Link:
    """The link that led to a page."""
    said = json.loads(page.link) if page.link else {}
    for name in ("published", "updated"):
        if name in said:
            said[name] = datetime.fromisoformat(said[name])
    return Link(url=page.url, **said)
