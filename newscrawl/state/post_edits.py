"""Whether a person changed a post: what newscrawl wrote is known by its digest."""

from hashlib import blake2b

from newscrawl.store.posts import UNKNOWN, PostFile


def is_ours(file: PostFile, current: bytes, data: bytes = b"") -> bool:
    """Whether a file holds what newscrawl wrote. `data`: what it is to hold now, by which a file is known whose digest
    is not: where the article itself is the same, the settings of its front matter have changed."""
    if file.digest == UNKNOWN:
        return body_of(current) == body_of(data)
    return digest(current) in (file.digest, file.coming)


def digest(data: bytes) -> bytes:
    """Eight bytes that stand for a file's."""
    return blake2b(data, digest_size=8).digest()


def fields_of(post: bytes) -> set[bytes]:
    """The lines of a post's front matter; in every format a blank line ends it."""
    return set(post.partition(b"\n\n")[0].splitlines())


def body_of(post: bytes) -> bytes:
    """What stands behind a post's front matter."""
    return post.partition(b"\n\n")[2]
