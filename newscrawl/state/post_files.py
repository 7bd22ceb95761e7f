"""PostFiles: where an article's posts stand, and how they get there without harm to what a person wrote.

A file is newscrawl's to change as long as it holds the bytes that newscrawl wrote last. The store knows their digest,
and while a file is written that of the bytes that are to come, so that a run killed in between leaves no doubt either.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from newscrawl.files import Files
from newscrawl.posts import Post, folded, free_name, text
from newscrawl.state.post_edits import digest, fields_of, is_ours
from newscrawl.store import Store
from newscrawl.store.keys import name_key
from newscrawl.store.posts import UNKNOWN, PostFile

Edits = Literal["keep", "overwrite", "both"]
"""What becomes of a post that a person changed or deleted: it stays as it is, it is written anew, or the new version
stands beside it."""

Outcome = Literal["written", "unchanged", "edited by hand", "deleted by hand"]

BESIDE = ".new"
"""Behind the name of a post that was edited by hand: the new version of it. No generator reads such a file."""

# How far into a file that the store does not know its article's address is looked for; front matter is shorter.
HEAD_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class Draft:
    """A post that is rendered and has no place yet."""

    form: str
    """The format, e.g. "hexo"."""

    folder: str
    """Where posts of this site and format stand, e.g. "posts/aljazeera"."""

    post: Post
    named: str = ""
    """The template of its name. A post is named anew where that has changed, and not where its title has."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A post that has its place, and is not written yet."""

    file: PostFile
    data: bytes
    named: str


class PostFiles:
    """The posts in one place.

    placed = files.place(page, url, drafts)              # committed before anything is written
    outcomes = files.write(placed)
    files.settle(placed, outcomes)                       # in the transaction that commits the article
    """

    def __init__(self, store: Store, files: Files, edits: Edits = "keep", key: str = "") -> None:
        """`key`: what the store calls the place; "" for OUTPUT."""
        self.store, self.pages, self.posts = store, store.pages, store.posts
        self.files, self.edits, self.key = files, edits, key
        self.left: Callable[[str], object] = lambda reason: None
        """Is told why a file is left as it is."""

    # -- places --------------------------------------------------------------------------------------------------------
    def place(self, page: int, url: str, drafts: Sequence[Draft]) -> list[Placed]:
        """Each post with its place. A post has its place for ever, but where its folder or its kind of name changed."""
        known = self.posts.of(page, self.key)
        self._look([draft for draft in drafts if draft.form not in known], url)
        with self.store.transaction():
            return [self._placed(page, url, draft, known.get(draft.form)) for draft in drafts]

    def _look(self, drafts: Collection[Draft], url: str) -> None:
        """Read what stands where new posts are likely to go: in a bucket that takes long, and is remembered.

        Inside a transaction it would hold up all other machines of the store.
        """
        for draft in drafts:
            with suppress(IsADirectoryError):
                self.files.read(f"{draft.folder}/{free_name(draft.post, url, lambda name: False)}")

    def _placed(self, page: int, url: str, draft: Draft, known: PostFile | None) -> Placed:
        file = known if known and self._stays(known, draft) else self._moved(page, url, draft, known)
        placed = Placed(file, draft.post.text.encode(), draft.named)
        coming = digest(placed.data)
        if coming != file.digest:
            self.posts.write(file.id, coming)
        return placed

    def _stays(self, file: PostFile, draft: Draft) -> bool:
        in_place = file.path.startswith(f"{draft.folder}/") and file.named in (None, draft.named)
        return in_place or not self._may_go(file)

    def _moved(self, page: int, url: str, draft: Draft, known: PostFile | None) -> PostFile:
        path = self._free(page, url, draft)
        if known and known.path == path:
            return known
        if known:
            self.posts.leave(known.id)
        self.pages.name(page, [self._name(path)])
        exists = UNKNOWN if self.files.exists(path) else None
        file = PostFile(page=page, root=self.key, form=draft.form, path=path, named=draft.named, digest=exists)
        return self.posts.add(file)

    def _free(self, page: int, url: str, draft: Draft) -> str:
        foreign: set[str] = set()

        def taken(name: str) -> bool:
            holder = self.pages.id_of(self._name(f"{draft.folder}/{name}"))
            return name in foreign or holder not in (None, page)

        while True:
            name = free_name(draft.post, url, taken)
            path = f"{draft.folder}/{name}"
            if self.pages.id_of(self._name(path)) == page or self._is_free(path, url, draft):
                return path
            foreign.add(folded(name))

    def _name(self, path: str) -> int:
        return name_key(folded(f"{self.key}/{path}" if self.key else path))

    def _is_free(self, path: str, url: str, draft: Draft) -> bool:
        """Whether a file that the store does not know may be written: there is none, or it is this article's post.

        The second happens after a store was lost. Anything else in that place is somebody's own and stays.
        """
        try:
            found = self.files.read(path)
        except IsADirectoryError:
            return False
        if found is None:
            return True
        head = found[:HEAD_BYTES]
        own = draft.post.text.encode()
        # A line and not the address alone: another article's may begin with it, and its body may lead to this one.
        naming = {line for line in fields_of(own) if text.url(url).encode() in line}
        return bool(naming & fields_of(head)) or own.startswith(head)

    # -- files ---------------------------------------------------------------------------------------------------------
    def write(self, placed: Sequence[Placed]) -> list[Outcome]:
        """Put posts in their places, unless a person changed or deleted what was there. Raises OSError."""
        outcomes = [self._outcome(each) for each in placed]
        pairs = list(zip(placed, outcomes, strict=True))
        self.files.put((each.file.path, each.data) for each, done in pairs if done == "written")
        for each, outcome in pairs:
            stands = outcome == "edited by hand" and self.edits == "both"
            self._set_beside(each.file, each.data if stands else None)
        return outcomes

    def _outcome(self, placed: Placed) -> Outcome:
        current = self.files.read(placed.file.path)
        if current == placed.data:
            return "unchanged"
        if self.edits == "overwrite":
            return "written"
        if current is None:
            return "written" if placed.file.digest is None else "deleted by hand"
        return "written" if is_ours(placed.file, current, placed.data) else "edited by hand"

    def _set_beside(self, file: PostFile, data: bytes | None) -> None:
        """What stands beside a post from now on: its new version, or nothing. What a person has there stays."""
        if data is None and file.beside is None and file.coming is None:
            return
        path, now = file.path + BESIDE, data and digest(data)
        current = self.files.read(path)
        if current is not None and digest(current) not in (file.beside, file.coming, file.digest, now):
            return
        if data is None:
            self.files.remove(path)
        elif current is not None or now != file.beside:  # else a person has done with it
            self.files.put_if_changed(path, data)
        if now != file.beside:
            with self.store.transaction():
                self.posts.put_beside(file.id, now)

    def settle(self, placed: Sequence[Placed], outcomes: Sequence[Outcome]) -> None:
        """Record in the store what became of each post."""
        for each, outcome in zip(placed, outcomes, strict=True):
            file, now = each.file, digest(each.data)
            if outcome not in ("written", "unchanged"):
                self.left(outcome)
                self.posts.wrote(file.id, file.digest, file.named)
            elif (now, each.named) != (file.digest, file.named) or file.coming:
                self.posts.wrote(file.id, now, each.named)

    # -- files that no longer belong -----------------------------------------------------------------------------------
    def retire(self, page: int, forms: Collection[str]) -> None:
        """Mark a page's files in other formats than `forms` for removal, but for those that a person changed."""
        for form, file in self.posts.of(page, self.key).items():
            if form in forms:
                continue
            if self._may_go(file):
                self.posts.leave(file.id)
            else:
                self._set_beside(file, None)

    def clear(self, site: str) -> int:
        """Remove what is to be removed; how many files that were."""
        removed = 0
        for file in self.posts.leaving(site, self.key):
            current = self.files.read(file.path)
            if current is not None and (self.edits == "overwrite" or is_ours(file, current)):
                self.files.remove(file.path)
                removed += 1
                self._set_beside(file, None)
            with self.store.transaction():
                self.posts.forget(file.id)
                self.pages.unname(file.page, self._name(file.path))
        return removed

    def _may_go(self, file: PostFile) -> bool:
        """Whether nobody but newscrawl has a part in a file. One that a person deleted stays known as deleted."""
        current = self.files.read(file.path)
        if self.edits == "overwrite":
            return True
        return is_ours(file, current) if current is not None else file.digest is None
