"""Objects over a real S3 server: whole, on conditions, and with one clear line where they are refused."""

import sys
from pathlib import Path

import pytest

from newscrawl.errors import ArgumentError
from newscrawl.objects import ObjectFiles, check_objects, opened
from newscrawl.store.sqlite import SqliteDatabase
from tests.support.desk import article
from tests.support.desk import opened as desk_at
from tests.support.objects import Bucket

PLACE = "s3://news/blog"
POST = "posts/example/2026-10-22-story-1.md"


def test_what_is_put_is_read_until_it_is_removed(bucket: Bucket) -> None:
    files = ObjectFiles(PLACE)
    assert (files.read("a/b"), files.exists("a/c")) == (None, False)
    files.put([("a/b", b"one"), ("a/c", b"two")])
    assert bucket.objects() == {"blog/a/b": b"one", "blog/a/c": b"two"}
    assert (files.read("a/b"), files.exists("a/c")) == (b"one", True)
    files.remove("a/b")
    files.remove("never there")
    assert (files.read("a/b"), list(bucket.objects())) == (None, ["blog/a/c"])


def test_equal_bytes_are_not_written_again(bucket: Bucket) -> None:
    for data in (b"one", b"one", b"two"):
        ObjectFiles(PLACE).put_if_changed("a", data)
    assert (bucket.objects(), bucket.writes()) == ({"blog/a": b"two"}, 2)


@pytest.mark.parametrize("before", [None, b"as it was read"])
def test_what_another_wrote_meanwhile_is_not_overwritten(bucket: Bucket, before: bytes | None) -> None:
    if before:
        bucket.put("blog/a", before)
    files = ObjectFiles(PLACE)
    assert files.read("a") == before
    bucket.put("blog/a", b"another's")
    with pytest.raises(OSError, match="pre-condition") as refused:
        files.put([("a", b"ours")])
    assert refused.value.filename == f"{PLACE}/a" and bucket.objects() == {"blog/a": b"another's"}
    # What stands there now is read anew, and may be written over by who wants to.
    assert files.read("a") == b"another's"
    files.put([("a", b"ours")])
    assert bucket.objects() == {"blog/a": b"ours"}


def test_an_article_is_wanted_until_its_post_is_up(bucket: Bucket, tmp_path: Path) -> None:
    """The bucket is gone for a while; the post is not known as written, and goes up later."""
    with desk_at(tmp_path, objects=PLACE) as desk:
        bucket.take_away()
        with pytest.raises(OSError, match="bucket does not exist"):
            desk.take(article(1), article(1).url)
        assert not desk.known(article(1).url)
        bucket.make()
        assert desk.take(article(1), article(1).url) == "new"
        assert list(bucket.objects()) == [f"blog/{POST}"] and not (tmp_path / "posts").exists()


def test_a_post_is_written_when_it_changes_and_left_to_who_edits_it(bucket: Bucket, tmp_path: Path) -> None:
    with desk_at(tmp_path, objects=PLACE) as desk:
        assert [desk.take(each, each.url) for each in (article(1), article(1))] == ["new", "unchanged"]
        assert bucket.writes() == 1
        assert desk.take(article(1, text="Edited."), article(1).url) == "updated"
        assert bucket.writes() == 2
        bucket.put(f"blog/{POST}", b"a person's")
        desk.take(article(1, body="<p>Edited.</p>"), article(1).url)
        assert bucket.objects() == {f"blog/{POST}": b"a person's"} and desk.state.counts.left.total == 1


def test_no_other_machine_waits_for_what_is_read_of_a_new_post(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All changes of a shared store are made one after the other, and an object takes long to read."""
    held: list[bool] = []
    read = ObjectFiles._object
    with desk_at(tmp_path, objects=PLACE) as desk:
        database = desk.state.store.pages.database
        assert isinstance(database, SqliteDatabase)

        def noted(files: ObjectFiles, path: str) -> tuple[bytes | None, str]:
            held.append(database.connection.in_transaction)
            return read(files, path)

        monkeypatch.setattr(ObjectFiles, "_object", noted)
        assert desk.take(article(1), article(1).url) == "new"
    assert held == [False]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("s3://nobodys/blog", "OBJECTS: cannot be written: The specified bucket does not exist"),
        ("nonsense://news/blog", "nonsense://news/blog: Protocol not known: nonsense; s3://bucket/folder is accepted"),
    ],
)
def test_what_cannot_be_written_is_said_before_anything_is(bucket: Bucket, address: str, said: str) -> None:
    with pytest.raises(ArgumentError) as refused:
        check_objects(address, "OBJECTS")
    assert str(refused.value) == said


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, "s3", raising=False)
    with pytest.raises(ArgumentError, match=r"needs s3fs: .* pip install '\.\[s3\]' in the checkout"):
        opened.__wrapped__(PLACE)


def test_other_storage_is_what_fsspec_knows() -> None:
    files = ObjectFiles("memory://blog")
    files.check()
    files.put_if_changed("a", b"one")
    assert (files.read("a"), files.read(".newscrawl")) == (b"one", None)
    files.remove("a")
