"""Ends of the page that stand in its midst, as templates and pages inside a page leave them.

A browser reads on behind them. libxml2 puts what follows </body> outside of the body, and nothing that follows </html>
is read at all since its version 2.14.
"""

import re

_END = re.compile(rb"</(?:body|html)[^<>]*>", re.IGNORECASE)
_ELEMENT = re.compile(rb"<[a-z]", re.IGNORECASE)


def without_ends(html: bytes) -> bytes:
    """The page without its ends where elements follow them."""
    first = _END.search(html)
    return _END.sub(b"", html) if first and _ELEMENT.search(html, first.end()) else html
