"""ArchiveWriter: an article becomes a post, a line and an entry of the store, in the order of durable.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newscrawl.article import Article
from newscrawl.article_record import to_record
from newscrawl.state.post_files import Draft, PostFiles
from newscrawl.state.revisit import next_visit
from newscrawl.state.run_lines import RunLines
from newscrawl.state.validators import Validators
from newscrawl.state.versions import changes, fingerprint, settled
from newscrawl.store import PageRecord, Store
from newscrawl.urls.canonical import spelling

Kept = Literal["new", "updated", "unchanged"]


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
    same_as: str = ""
    """The address of another site's article with nearly the same text that was kept before, e.g. an agency's copy."""

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

    version = writer.version(article, page, result)
    drafts = ...    # version.article rendered in each format
    kept = writer.put(version, drafts)
    """

    def __init__(self, store: Store, files: PostFiles, clock: Callable[[], datetime], lines: RunLines) -> None:
        self.store, self.pages = store, store.pages
        self.files, self.clock, self.lines = files, clock, lines
        self.kept: set[int] = set()
        """The pages whose article this run has kept."""

    def version(self, article: Article, page: PageRecord, result: FetchResult) -> Version:
        """The article with the dates and the address that its post gets."""
        after = fingerprint(article)
        changed = changes(page.fingerprint, after) if page.kept else []
        article = settled(article, page, changed, article.retrieved or self.clock())
        other = self.store.near_duplicates.elsewhere(article, page.id)
        same_as = other.url if other else ""
        return Version(article=article, page=page, fingerprint=after, changed=changed, result=result, same_as=same_as)

    def put(self, version: Version, drafts: Sequence[Draft]) -> Kept:
        """Posts, line and entry of the store, in this order; what the article was.

        Raises OSError or StoreError with nothing half done.
        """
        placed = self.files.place(version.page.id, version.article.url, drafts)
        outcomes = self.files.write(placed)
        length = self.lines.add(version.article) if version.is_news or self.lines.every else None
        with self.store.transaction():
            self.files.settle(placed, outcomes)
            self._commit(version)
            self._remember(version)
            if version.is_news and not drafts and not version.same_as:
                self.store.posts.set_rendered(version.page.site, "", self.files.key)
            if length:
                self.store.exports.put(*length)
        self.kept.add(version.page.id)
        if not version.page.kept:
            return "new"
        return "updated" if version.is_news or "written" in outcomes else "unchanged"

    # -- the rest of the order -----------------------------------------------------------------------------------------
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
            self.store.near_duplicates.put(page.id, article, anew=page.kept)
        if version.is_news or not self.store.articles.has(page.id):
            at = article.retrieved or now
            record = to_record(article) | {"same_as": version.same_as}
            self.store.articles.put(page.id, at, record, edited=bool(version.changed))
