"""Validators: what a server gave to ask it later whether a page has changed (RFC 9110, 8.8)."""

from typing import NamedTuple

from scrapy.http import Response

from newscrawl.text.lengths import LONGEST_NAME


class Validators(NamedTuple):
    """ETag and Last-Modified, as the server wrote them; "" where it did not."""

    etag: str = ""
    modified: str = ""


def validators_of(response: Response) -> Validators:
    """The validators of an answer."""
    return Validators(_header(response, "ETag"), _header(response, "Last-Modified"))


def _header(response: Response, name: str) -> str:
    value = response.headers.get(name)
    return value.decode("latin-1") if value and len(value) <= LONGEST_NAME else ""
