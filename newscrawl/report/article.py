"""The history of one article."""

from datetime import datetime

from newscrawl.store import PageRecord, Store
from newscrawl.store.keys import address_key


def article_lines(store: Store, url: str) -> list[str]:
    """What the store knows of an address, for a person; empty where it knows nothing."""
    found = [page for site in store.runs.sites() if (page := store.pages.by_key(address_key(site, url)))]
    return [line for page in found for line in _lines(store, page)]


def _lines(store: Store, page: PageRecord) -> list[str]:
    reason = f": {page.reason}" if page.reason else ""
    lines = [page.url, f"  site       {page.site}", f"  state      {page.state}{reason}"]
    times = {"published": page.published, "updated": page.updated, "first seen": page.first_seen}
    times |= {"fetched": page.fetched, "next visit": page.due}
    lines += [f"  {name:<10} {_time(when)}" for name, when in times.items() if when]
    lines += [f"  {'post':<10} {form} {path}" for form, path in sorted(store.posts.paths(page.id).items())]
    return lines + [f"  {_time(at)}  {what}" for at, what in store.pages.history(page.id)]


def _time(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S} UTC"
