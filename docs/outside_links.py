"""A hook of MkDocs: a link to a file of the repository that is no page of the site becomes that file's name."""

import re
from typing import Any


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page's text, with links that lead out of docs/ written as paths."""
    return re.sub(r"\[([^\]]+)\]\(\.\./([^)#\s]+)[^)]*\)", _as_path, markdown)


def _as_path(link: re.Match[str]) -> str:
    text, path = link[1], link[2]
    return f"`{path}`" if text.strip("`") == path else f"{text} (`{path}`)"
