"""Read back: the article that a post was made of, as far as the post says."""

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from importlib.util import find_spec
from typing import Any

import yaml
from lxml import html

from newscrawl.article import Article
from newscrawl.clean import clean_body

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "Title"),
    "published": ("date", "pubDate", "Date"),
    "updated": ("updated", "lastmod", "last_modified_at", "updatedDate", "Modified"),
    "categories": ("categories", "taxonomies.categories", "Category"),
    "tags": ("tags", "taxonomies.tags", "Tags"),
    "authors": ("authors", "author", "Authors"),
    "description": ("description", "Description"),
    "language": ("lang", "extra.lang", "Lang"),
    "publisher": ("publisher", "extra.publisher", "Publisher"),
    "image": ("headimg", "cover.image", "header.teaser", "image", "heroImage", "extra.image", "Image", "cover"),
    "image_caption": ("image_caption",),
    "image_credit": ("image_credit",),
}
"""Field -> the keys that the formats write it under, where nobody chose others."""

LISTS = ("categories", "tags", "authors")
_WRAPPER = re.compile(r"\s*<div[^>]*>\n?(.*)\n</div>\s*", re.DOTALL)
_BLOCKS = "p h1 h2 h3 h4 h5 h6 li blockquote pre".split()


def article_of(post: str, form: str, url: str) -> Article | None:
    """The article of a post; None where it has no title, or no body that can be read."""
    head, _, body = post.partition("\n\n")
    written = as_html(body)
    front = _lines(head) if form == "pelican" else _yaml(head)
    values = {name: _value(front, keys, name in LISTS) for name, keys in KEYS.items()}
    if not written or not values["title"]:
        return None
    published, updated = (_moment(values.pop(name)) for name in ("published", "updated"))
    # Formats that have one author say them all in one line, or the publisher where there is none.
    authors = [name for said in values["authors"] for name in said.split(", ") if name != values["publisher"]]
    values |= {"authors": authors, "updated": updated if updated != published else None}
    clean = clean_body(written, url)
    return Article(url=url, published=published, body=clean, text=_text(clean), **values)


def as_html(body: str) -> str:
    """What stands in the one <div> of a body in HTML, or a body in Markdown as HTML; "" where it cannot be read."""
    if wrapped := _WRAPPER.fullmatch(body):
        return wrapped[1]
    if not find_spec("markdown_it"):  # of the extra by which Markdown is written
        return ""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(body))


def letters_of(body: str) -> str:
    """What a reader sees of a body in HTML, but for blanks: Markdown parts cells and lines by others."""
    return "".join("".join(map(str, html.fromstring(f"<div>{body}</div>").itertext())).split())


def _text(body: str) -> str:
    blocks = html.fromstring(f"<div>{body}</div>").iter(*_BLOCKS)
    lines = (" ".join("".join(map(str, block.itertext())).split()) for block in blocks if block.find(".//p") is None)
    return "\n".join(filter(None, lines))


def _yaml(head: str) -> dict[str, Any]:
    try:
        front = yaml.load(head.strip().removeprefix("---").removesuffix("---"), _Texts)
    except yaml.YAMLError:
        return {}
    return front if isinstance(front, dict) else {}


class _Texts(yaml.SafeLoader):
    """YAML in which a date that a person wrote without quotes is text too."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _lines(head: str) -> dict[str, Any]:
    """Pelican's `Key: value`; its lists have a semicolon behind each value."""
    found = (unescape(line).partition(": ") for line in head.splitlines())
    return {key: value.rstrip(";").split("; ") if value.endswith(";") else value for key, _, value in found}


def _value(front: dict[str, Any], keys: Iterable[str], is_list: bool) -> Any:
    found = next((value for key in keys if (value := _at(front, key))), "")
    if is_list:
        return [str(each) for each in (found if isinstance(found, list) else [found]) if each]
    return found if isinstance(found, str) else ""


def _at(front: Any, key: str) -> Any:
    for part in key.split("."):
        front = front.get(part) if isinstance(front, dict) else None
    return front


def _moment(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(text)
        except ValueError:
            continue
        return when if when.tzinfo else None
    return None
