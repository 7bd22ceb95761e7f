"""Validators: what is kept of an answer for the next request, and all of it where it gave no article."""

from dataclasses import dataclass
from datetime import datetime

from scrapy.http import Response

from newscrawl.warc.exchange import Exchange, pairs

# What a header says of the bytes on the wire; here they are unpacked.
OF_THE_WIRE = {b"content-encoding", b"content-length", b"transfer-encoding"}


@dataclass(frozen=True, slots=True)
class Answer:
    """How a page was answered, as far as the next request for it wants to know."""

    url: str = ""
    status: int = 200
    etag: str = ""
    modified: str = ""
    link: str = ""
    """JSON of what the listing said of it; it is not on the page and wanted at the next visit."""


def validators_of(response: Response) -> tuple[str, str]:
    """ETag and Last-Modified of an answer, as the server wrote them; "" where it did not."""
    return header(response, "ETag"), header(response, "Last-Modified")


def header(response: Response, name: str) -> str:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else ""


def exchange(response: Response, when: datetime) -> Exchange:
    """An answer as a recording holds it."""
    request = response.request
    return Exchange(
        method=request.method if request else "GET",
        url=response.url,
        sent=pairs(request.headers) if request else [],
        status=response.status,
        headers=[(name, value) for name, value in pairs(response.headers) if name.lower() not in OF_THE_WIRE],
        body=response.body,
        when=when,
    )
