"""Versions of one article: what changed between two, and which dates the new one gets."""

from dataclasses import replace
from datetime import datetime
from zlib import crc32

from newscrawl.article import Article, Precision
from newscrawl.store import PageRecord
from newscrawl.urls.canonical import spelling

# Each part has four bytes of the fingerprint, in this order. An edit is missed where two versions of a part meet in
# 32 bits: once in four thousand million edits.
PARTS = ("title", "text", "body", "data")
EDITS = {"title", "text"}
"""The parts whose change makes it an edited article; other markup or another tag does not."""

DATA = ("authors", "categories", "section", "tags", "language", "description", "access", "publisher")
PICTURE = ("image", "image_caption", "image_credit", "image_alt")


def fingerprint(article: Article) -> bytes:
    """16 bytes that stand for what an article says. Its dates and its address are not part of it."""
    data = "\n".join(str(getattr(article, name)) for name in DATA)
    body = "\n".join([article.body, *(getattr(article, name) for name in PICTURE)])
    return b"".join(
        crc32(part.encode("utf-8", "surrogatepass")).to_bytes(4, "big")
        for part in (article.title, article.text, body, data)
    )


def changes(before: bytes | None, after: bytes) -> list[str]:
    """The parts that differ between two fingerprints; all of them where there is no earlier one."""
    old = before or b""
    return [part for n, part in enumerate(PARTS) if old[4 * n : 4 * n + 4] != after[4 * n : 4 * n + 4]]


def settled(article: Article, known: PageRecord | None, changed: list[str], fetched: datetime) -> Article:
    """A version with the dates and the address that its post gets.

    The date is the first version's for ever: a site that "freshens" an article does not move its post. `updated` is
    what the page says; where text or title changed and the page names no later time, it is when the change was noticed:
    a fact of this archive, and the only case in which a date of ours stands in a post. Where nothing changed, it stays.
    """
    if known is None or not known.kept:
        return article
    published, precision = first_date(article, known.published)
    return replace(
        article,
        url=known.url if spelling(known.url) == spelling(article.url) else article.url,
        published=published,
        published_precision=precision,
        updated=updated(article, known, changed, fetched),
    )


def updated(article: Article, known: PageRecord, changed: list[str], fetched: datetime) -> datetime | None:
    """When this version was made, as the page says or as it was noticed."""
    if not changed:
        return known.updated
    last = max((when for when in (known.published, known.updated) if when), default=None)
    if article.updated and (last is None or article.updated > last):
        return article.updated
    # The same answer read again (a rebuild, a retry) says something new only because it is read better.
    is_newer = known.fetched is None or fetched > known.fetched
    return fetched.replace(microsecond=0) if is_newer and EDITS & set(changed) else known.updated


def first_date(article: Article, first: datetime | None) -> tuple[datetime | None, Precision]:
    """`published` as the first version had it, in the zone that the page uses now."""
    now = article.published
    if first is None or (now and int(now.timestamp()) == int(first.timestamp())):
        return now, article.published_precision
    here = first.astimezone(now.tzinfo) if now else first
    midnight = (here.hour, here.minute, here.second) == (0, 0, 0)
    return here, "day" if midnight and article.published_precision == "day" else "second"
