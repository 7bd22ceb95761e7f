"""Posts: the files that newscrawl wrote, with a digest of the bytes that it wrote last, and what they were made by."""

from dataclasses import dataclass, replace

from newscrawl.store.database import Database, Row

UNKNOWN = b""
"""The digest of a file of which the store does not know how it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFile:
    """A file of a page in one format."""

    id: int = 0
    """0 of one that the store does not have yet."""

    page: int
    root: str
    """The folder that `path` is under; "" stands for OUTPUT."""

    form: str
    path: str
    named: str | None
    """The template that the name was made by; None where nobody knows."""

    digest: bytes | None
    """Of the bytes written last; None before the first time."""

    coming: bytes | None = None
    """Of the bytes that are being written; None where none are."""

    beside: bytes | None = None
    """Of the new version that stands beside a post that was edited by hand; None where none does."""


COLUMNS = tuple(PostFile.__dataclass_fields__)
SELECT = f"SELECT {', '.join(f'posts.{name}' for name in COLUMNS)} FROM posts"


class Posts:
    """The tables of posts and renders. Changes belong inside `database.transaction()`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    # -- files ---------------------------------------------------------------------------------------------------------
    def of(self, page: int, root: str = "") -> dict[str, PostFile]:
        """Format -> the page's file; without those that are about to go."""
        rows = self.database.read(f"{SELECT} WHERE page = ? AND root = ? AND leaving = 0", page, root)
        return {file.form: file for file in map(post_file, rows)}

    def paths(self, page: int) -> dict[str, str]:
        """Format -> path of the page's post under OUTPUT."""
        return {form: file.path for form, file in self.of(page).items()}

    def coming(self, site: str) -> list[PostFile]:
        """Files of a site that a killed run was writing."""
        return self._of_site(site, "coming IS NOT NULL")

    def leaving(self, site: str, root: str) -> list[PostFile]:
        """Files of a site that are to be removed."""
        return self._of_site(site, "leaving = 1 AND root = ?", root)

    def unknown(self, site: str) -> list[PostFile]:
        """Files of a site of which the store does not know how they were written."""
        return self._of_site(site, "digest = x''")

    def _of_site(self, site: str, which: str, *values: str) -> list[PostFile]:
        rows = self.database.read(
            f"{SELECT} JOIN pages ON pages.id = page JOIN sites ON sites.id = site WHERE {which} AND name = ?",
            *values,
            site,
        )
        return [post_file(row) for row in rows]

    def add(self, file: PostFile) -> PostFile:
        """A file that is about to be written, with the id that it gets."""
        id = self.database.write(
            "INSERT INTO posts(page, root, form, path, named, digest) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            file.page,
            file.root,
            file.form,
            file.path,
            file.named,
            file.digest,
        )
        return replace(file, id=id)

    def write(self, id: int, coming: bytes) -> None:
        """These bytes are about to be written."""
        self.database.write("UPDATE posts SET coming = ? WHERE id = ?", coming, id)

    def wrote(self, id: int, digest: bytes | None, named: str | None) -> None:
        """What the file holds as far as newscrawl wrote it, and what its name was made by."""
        self.database.write("UPDATE posts SET digest = ?, named = ?, coming = NULL WHERE id = ?", digest, named, id)

    def put_beside(self, id: int, digest: bytes | None) -> None:
        """What stands beside a post that was edited by hand."""
        self.database.write("UPDATE posts SET beside = ? WHERE id = ?", digest, id)

    def leave(self, id: int) -> None:
        """A file is about to be removed."""
        self.database.write("UPDATE posts SET leaving = 1 WHERE id = ?", id)

    def forget(self, id: int) -> None:
        """A file is gone."""
        self.database.write("DELETE FROM posts WHERE id = ?", id)

    # -- what they were made by ----------------------------------------------------------------------------------------
    def rendered(self, site: str, root: str = "") -> str:
        """The choices that all of a site's posts were made by; "" where some were not made since they were chosen."""
        row = self.database.one("SELECT choices FROM renders WHERE site = ? AND root = ?", site, root)
        return row[0] if row else ""

    def set_rendered(self, site: str, choices: str, root: str = "") -> None:
        """All of a site's posts were made by these choices."""
        self.database.write(
            "INSERT INTO renders(site, root, choices) VALUES (?, ?, ?) "
            "ON CONFLICT (site, root) DO UPDATE SET choices = excluded.choices",
            site,
            root,
            choices,
        )


def post_file(row: Row) -> PostFile:
    return PostFile(**dict(zip(COLUMNS, row, strict=True)))
