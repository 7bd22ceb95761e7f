"""ArchiveWriter: an article becomes a post, a line and an entry of the store, in the order of durable.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from newscrawl import durable
from newscrawl.article import Article
from newscrawl.article_record import to_record
from newscrawl.posts import Post, folded, free_name, text
from newscrawl.state import jsonl
from newscrawl.state.revisit import next_visit
from newscrawl.state.validators import Validators
from newscrawl.state.versions import changes, fingerprint, settled
from newscrawl.store import PageRecord, Store
from newscrawl.store.keys import name_key
from newscrawl.urls.canonical import spelling

Kept = Literal["new", "updated", "unchanged"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchResult:
    """How an article's page was answered, as far as the next request for it wants to know."""

    url: str = ""
    """The address that answered."""

    status: int = 200
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article as it will be kept: with the page it is, and what is new about it."""

    article: Article
    page: PageRecord
    fingerprint: bytes
    changed: Sequence[str]
    """The parts that differ from the version before."""

    result: FetchResult

    @property
    def moved(self) -> bool:
        """Whether its address is another one than before."""
        return self.page.kept and spelling(self.page.url) != spelling(self.article.url)

    @property
    def is_news(self) -> bool:
        """Whether the store does not have it yet."""
        return not self.page.kept or bool(self.changed) or self.moved


class ArchiveWriter:
    """Keeps the articles of one site. One at a time: nothing else writes to the site's posts meanwhile.

    version = writer.version(article, page, result)    # None: this run kept it already
    drafts = ...                                       # version.article rendered in each format
    kept = writer.put(version, drafts)
    """

    def __init__(
        self,
        store: Store,
        output: Path,
        clock: Callable[[], datetime],
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
        self.output, self.clock = output, clock
        self.lines = lines
        self.all_lines = all_lines
        self.once = once
        self.kept: set[int] = set()

    def version(self, article: Article, page: PageRecord, result: FetchResult) -> Version | None:
        """The article with the dates and the address that its post gets; None where this run has kept it already."""
        if self.once and page.id in self.kept:
            return None
        after = fingerprint(article)
        changed = changes(page.fingerprint, after) if page.kept else []
        article = settled(article, page, changed, article.retrieved or self.clock())
        return Version(article=article, page=page, fingerprint=after, changed=changed, result=result)

    def put(self, version: Version, drafts: Sequence[Draft]) -> Kept:
        """Posts, line and entry of the store, in this order; what the article was.

        Raises OSError or StoreError with nothing half done.
        """
        paths = self._reserve(version, drafts)
        texts = zip(paths.values(), drafts, strict=True)
        written = [durable.put_if_changed(self.output / path, draft.post.text.encode()) for path, draft in texts]
        length = self._export(version)
        with self.store.transaction():
            self._commit(version)
            self._remember(version)
            if length:
                self.store.exports.put(*length)
        self.kept.add(version.page.id)
        if not version.page.kept:
            return "new"
        return "updated" if version.is_news or any(written) else "unchanged"

    # -- where its posts stand -----------------------------------------------------------------------------------------
    def _reserve(self, version: Version, drafts: Sequence[Draft]) -> dict[str, str]:
        """Format -> path of its post, committed before the file is written."""
        page, known = version.page, version.page.paths
        paths = {draft.form: known.get(draft.form) or self._free(page, version.article, draft) for draft in drafts}
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
    def _export(self, version: Version) -> tuple[str, int] | None:
        if self.lines is None or not (version.is_news or self.all_lines):
            return None
        return str(self.lines.path), self.lines.append(jsonl.line(jsonl.record(version.article)))

    def _commit(self, version: Version) -> None:
        article, page, result, now = version.article, version.page, version.result, self.clock()
        due = next_visit(article.published, page.first_seen, now)
        self.pages.change(
            page.id,
            state="posted",
            reason=None,
            url=article.url,
            fetched=article.retrieved or now,
            status=result.status,
            tries=None,
            due=due,
            published=article.published,
            updated=article.updated,
            fingerprint=version.fingerprint,
            # Without a next visit nothing asks for these again; they are half of a row.
            etag=(result.validators.etag or None) if due else None,
            modified=(result.validators.modified or None) if due else None,
            link=page.link if due else None,
            place=page.place if due else None,
        )

    def _remember(self, version: Version) -> None:
        article, page, now = version.article, version.page, self.clock()
        if page.state == "gone":
            self.pages.happened(page.id, now, "back")
        if version.moved:
            self.pages.happened(page.id, now, f"moved from {page.url}")
        if version.changed:
            self.pages.happened(page.id, now, f"edited: {', '.join(version.changed)}")
        if version.is_news:
            self.store.near_duplicates.put(page.id, article)
        if version.is_news or not self.store.articles.has(page.id):
            at = article.retrieved or now
            self.store.articles.put(page.id, at, to_record(article), edited=bool(version.changed))


def fields_of(post: bytes) -> set[bytes]:
    """The lines of a post's front matter; in every format a blank line ends it."""
    return set(post.partition(b"\n\n")[0].splitlines())
