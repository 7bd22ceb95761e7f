"""Archive: an article becomes a post, a line of JSON Lines and an entry of the store, in the order of durable.py."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.posts import Post, folded, free_name, text
from newscrawl.state import jsonl
from newscrawl.state.revisit import next_visit
from newscrawl.state.validators import Answer
from newscrawl.state.versions import changes, fingerprint, settled
from newscrawl.store import PageRecord, Store
from newscrawl.store.keys import address_key, id_key, name_key
from newscrawl.urls.canonical import spelling

What = Literal["new", "updated", "unchanged", "again"]

# How far into a file that the store does not know its article's address is looked for; front matter is shorter.
HEAD_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class Draft:
    """A post that is rendered and has no place yet."""

    form: str
    """The format, e.g. "hexo"."""

    folder: str
    """Where posts of this site and format stand, relative to OUTPUT, e.g. "posts/aljazeera"."""

    post: Post


class ArchiveWriter:
    """Keeps the articles of one site. One at a time: nothing else writes to the site's posts meanwhile."""

    def __init__(
        self,
        store: Store,
        output: Path,
        lines: jsonl.Lines | None = None,
        *,
        all_lines: bool = False,
        once: bool = False,
    ) -> None:
        """`output`: the folder OUTPUT. `all_lines`: an article that did not change gets a line too, if it has none.

        `once`: one that comes a second time, under another address, is kept as it came first.
        """
        self.store = store
        self.pages = store.pages
        self.output = output
        self.lines = lines
        self.all_lines = all_lines
        self.once = once
        self.kept: set[int] = set()

    def keep(
        self,
        article: Article,
        render: Callable[[Article], list[Draft]],
        now: datetime,
        answer: Answer = Answer(),  # noqa: B008  # frozen
    ) -> What:
        """Keep an article or a version of it; what it was. Raises OSError or StoreError with nothing half done."""
        page = self._page(article, now)
        if self.once and page.id in self.kept:
            return "again"
        after = fingerprint(article)
        changed = changes(page.fingerprint, after) if page.kept else []
        article = settled(article, page, changed, article.retrieved or now)
        drafts = render(article)
        paths = self._reserve(page, article, drafts)
        texts = zip(paths.values(), drafts, strict=True)
        written = [durable.put_if_changed(self.output / path, draft.post.text.encode()) for path, draft in texts]
        moved = page.kept and spelling(page.url) != spelling(article.url)
        what: What = "new" if not page.kept else "updated" if changed or moved or any(written) else "unchanged"
        length = self._export(article, worth=not page.kept or bool(changed) or moved)
        with self.store.transaction():
            self._commit(page, article, now, answer, after)
            self._remember(page, article, now, changed, moved)
            if length:
                self.store.exports.put(*length)
        self.kept.add(page.id)
        return what

    def page_id(self, article: Article) -> int | None:
        """The page that an article's address names, if it is known."""
        return self.pages.id_of(address_key(article.site, article.url))

    # -- which page it is ----------------------------------------------------------------------------------------------
    def _page(self, article: Article, now: datetime) -> PageRecord:
        keys = [address_key(article.site, article.url)]
        if article.site_id:
            keys.insert(0, id_key(article.site, article.site_id))
        with self.store.transaction():
            found = next((page for key in keys if (page := self.pages.by_key(key))), None)
            if (found is None or not found.kept) and not article.site_id:
                found = self._alike(article, found) or found
            id = found.id if found else self.pages.add(article.site, article.url, now, keys)
            self.pages.name(id, keys)
        page = self.pages.get(id)
        assert page
        return page

    def _alike(self, article: Article, found: PageRecord | None) -> PageRecord | None:
        """A kept page with the same text: the article came back under an address that nothing connects with the old."""
        twin = self.store.near_duplicates.find(article)
        if twin and found:
            self.pages.drop(found.id, twin.id)
        return twin

    # -- where its posts stand -----------------------------------------------------------------------------------------
    def _reserve(self, page: PageRecord, article: Article, drafts: list[Draft]) -> dict[str, str]:
        """Format -> path of its post, committed before the file is written."""
        known = page.paths
        paths = {draft.form: known.get(draft.form) or self._free(page, article, draft) for draft in drafts}
        if paths.items() - known.items():
            with self.store.transaction():
                self.pages.change(page.id, post=PageRecord.packed({**known, **paths}))
                self.pages.name(page.id, (name_key(folded(path)) for path in paths.values()))
        return paths

    def _free(self, page: PageRecord, article: Article, draft: Draft) -> str:
        foreign: set[str] = set()

        def taken(name: str) -> bool:
            holder = self.pages.id_of(name_key(folded(f"{draft.folder}/{name}")))
            return name in foreign or holder not in (None, page.id)

        while True:
            name = free_name(draft.post, article.url, taken)
            path = f"{draft.folder}/{name}"
            if self.pages.id_of(name_key(folded(path))) == page.id or self._ours(path, article, draft):
                return path
            foreign.add(folded(name))

    def _ours(self, path: str, article: Article, draft: Draft) -> bool:
        """Whether a file that the store does not know may be written: there is none, or it is this article's post.

        The second happens after a store was lost. Anything else in that place is somebody's own and stays.
        """
        try:
            with open(self.output / path, "rb") as file:
                head = file.read(HEAD_BYTES)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except IsADirectoryError:
            return False
        own = draft.post.text.encode()
        # A line and not the address alone: another article's may begin with it, and its body may lead to this one.
        naming = {line for line in fields_of(own) if text.url(article.url).encode() in line}
        return bool(naming & fields_of(head)) or own.startswith(head)

    # -- the rest of the order -----------------------------------------------------------------------------------------
    def _export(self, article: Article, *, worth: bool) -> tuple[str, int] | None:
        if self.lines is None or not (worth or self.all_lines):
            return None
        return str(self.lines.path), self.lines.append(jsonl.line(jsonl.record(article)))

    def _commit(self, page: PageRecord, article: Article, now: datetime, answer: Answer, after: bytes) -> None:
        due = next_visit(article.published, page.first_seen, now)
        self.pages.change(
            page.id,
            state="posted",
            reason=None,
            url=article.url,
            fetched=article.retrieved or now,
            status=answer.status,
            tries=None,
            due=due,
            published=article.published,
            updated=article.updated,
            fingerprint=after,
            # Without a next visit nothing asks for these again; they are half of a row.
            etag=(answer.etag or None) if due else None,
            modified=(answer.modified or None) if due else None,
            link=(answer.link or None) if due else None,
            place=page.place if due else None,
        )

    def _remember(self, page: PageRecord, article: Article, now: datetime, changed: list[str], moved: bool) -> None:
        if page.state == "gone":
            self.pages.happened(page.id, now, "back")
        if moved:
            self.pages.happened(page.id, now, f"moved from {page.url}")
        if changed:
            self.pages.happened(page.id, now, f"edited: {', '.join(changed)}")
        if page.kept and not changed and not moved:
            return
        self.store.near_duplicates.put(page.id, article)
        current = self.pages.get(page.id)
        record = {**jsonl.record(article), "posts": current.paths if current else {}}
        if article.published:
            self.store.newest.put(page.id, self.pages.number(article.site), article.published, record)


def fields_of(post: bytes) -> set[bytes]:
    """The lines of a post's front matter; in every format a blank line ends it."""
    return set(post.partition(b"\n\n")[0].splitlines())
