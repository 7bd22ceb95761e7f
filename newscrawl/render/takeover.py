"""Taking over: an older store kept no articles; they are read back from its JSON Lines and posts, once."""

import json
from collections.abc import Container, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from newscrawl.article import Article
from newscrawl.article_record import DATES, from_record, to_record
from newscrawl.files import LocalFiles
from newscrawl.render.from_posts import completed, from_posts
from newscrawl.render.read_back import as_html, letters_of
from newscrawl.state.post_edits import digest
from newscrawl.store import Store
from newscrawl.store.keys import address_key


def take_over(store: Store, site: str, output: Path) -> None:
    """Put into the archive what it lacks of a site. Call with the site's lock held."""
    files = LocalFiles(output)
    if pages := {page.id: page for page in store.articles.to_read_back(site)}:
        found = _from_lines(store, site, pages)
        with store.transaction():
            for page in pages.values():
                article = found.get(page.id)
                whole = completed(article, page) if article else from_posts(store, page, files)
                if whole:
                    store.articles.put(page.id, page.fetched or page.first_seen, to_record(whole))
                else:
                    store.articles.give_up(page.id)
    if unknown := store.posts.unknown(site):
        with store.transaction():
            for file in unknown:
                data = files.read(file.path)
                if data is not None and not _was_edited(data, store.articles.get(file.page)):
                    store.posts.wrote(file.id, digest(data), None)


def _from_lines(store: Store, site: str, pages: Container[int]) -> dict[int, Article]:
    """The newest line of each page, out of every file that JSONL named."""
    found = {}
    for path in map(Path, store.exports.paths()):
        for record in _records(path, site):
            id = store.pages.id_of(address_key(site, record["url"]))
            if id is not None and id in pages:
                found[id] = from_record(record)
    return found


def _records(path: Path, site: str) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        return
    with path.open("rb") as file:
        for line in file:
            try:
                record = json.loads(line)
                dates = [datetime.fromisoformat(record[name]) for name in DATES if record.get(name)]
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # a torn line, or one that newscrawl did not write
            if record.get("site") == site and record.get("url") and all(each.tzinfo for each in dates):
                yield record


def _was_edited(post: bytes, record: dict[str, Any] | None) -> bool:
    """Whether a person changed a post's words, as far as it can be told: by what the archive has of its article."""
    text = post.decode(errors="replace").partition("\n\n")[2]
    if record is None or not record.get("body"):
        return False
    return letters_of(as_html(text) or text) != letters_of(record["body"])
