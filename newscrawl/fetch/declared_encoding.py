"""What an answer says of its own encoding."""

from scrapy.http import Response, TextResponse


def declared_encoding(response: Response) -> str:
    """The encoding that a header or the page itself names; "" where none does. Scrapy's `encoding` guesses then."""
    return response._declared_encoding() or "" if isinstance(response, TextResponse) else ""
