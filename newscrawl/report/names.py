"""The file names of the report."""

import hashlib
import re

INDEX = "index.html"
PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}", re.ASCII)


def file_of(site: str) -> str:
    """The page of a site; a name that no file should have becomes a number."""
    name = site if PLAIN.fullmatch(site) else hashlib.sha256(site.encode(errors="replace")).hexdigest()[:16]
    return f"site-{name}.html"
