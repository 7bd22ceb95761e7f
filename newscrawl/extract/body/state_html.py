"""A value of a page's data as HTML: a string, a list of paragraphs, the tree or the pieces of an editor's text."""

import json
import re
from html import escape, unescape
from typing import Any

from newscrawl.extract.body.state_delta import html_of_delta
from newscrawl.extract.body.state_draft import html_of_draft, is_draft
from newscrawl.extract.body.state_jsonml import html_of_jsonml, is_jsonml
from newscrawl.extract.body.state_keys import ADDRESSES, kind_of, names_one
from newscrawl.extract.body.state_markdown import is_markdown
from newscrawl.extract.body.state_marks import with_lists
from newscrawl.extract.body.state_media import media_of
from newscrawl.extract.body.state_mobiledoc import html_of_mobiledoc, is_mobiledoc
from newscrawl.extract.body.state_records import with_records
from newscrawl.extract.body.state_rows import with_usual_names
from newscrawl.extract.body.state_spans import TEXTS
from newscrawl.extract.body.state_strings import PARAGRAPH, SHORTCODE, SHORTEST, html_of_lines, unescaped, weighed
from newscrawl.extract.body.state_trees import ASIDE, CHILDREN, rendered
from newscrawl.text.json import whole

LONGEST_LINE = 200
"""Characters of a headline."""


_OF_ITEMS = frozenset("author user username published publishedAt published_at createdAt created_at date".split())
_IS_ITEM = _OF_ITEMS.union(ADDRESSES)
"""Keys of what is another article, or what a reader wrote."""


def html_of(held: Any) -> str:
    """A value of a page's data as HTML; "" where it is no text, or a short one."""
    html = _html_of_text(held) if isinstance(held, str) else _html_of_nodes(held)
    return with_lists(html)


def _html_of_nodes(held: Any) -> str:
    if isinstance(held, dict) and isinstance(pieces := held.get("ops"), list):
        return html_of_delta(pieces)
    if is_jsonml(held):
        return html_of_jsonml(held)
    if isinstance(held, dict) and is_mobiledoc(held):
        return html_of_mobiledoc(held)
    if isinstance(held, dict) and is_draft(held):
        return html_of_draft(held)
    held = _joined(with_usual_names(with_records(held)))
    if _may_be_text(held):
        if isinstance(held, list):
            held = [item for item in held if not _is_other(item)]
        return "".join(rendered(held, 0))
    key = next((key for key in (*TEXTS, "description") if _are_sections(held, key)), "")
    if key:
        return "".join(_section(item, item[key]) for item in held)
    return "".join(map("".join, parts)) if (parts := _marked_parts(held)) else ""


def _joined(held: Any) -> Any:
    """The parts of a text in one list, where they stand in groups without a kind: cards, blocks, pages of parts."""
    if not isinstance(held, list) or not held or not all(isinstance(group, dict) for group in held):
        return held
    if any(kind_of(group) or names_one(group) or _OF_ITEMS & group.keys() for group in held):
        return held
    lists = [[each for each in group.values() if isinstance(each, list) and _may_be_text(each)] for group in held]
    return [part for each in lists for part in each[0]] if all(len(each) == 1 for each in lists) else held


def _marked_parts(held: Any) -> list[list[str]]:
    """The HTML of each part of a text whose parts hold it under several names: above and below a picture."""
    if not isinstance(held, list) or not all(isinstance(item, dict) and not _IS_ITEM & item.keys() for item in held):
        return []
    texts = ((text for text in item.values() if isinstance(text, str)) for item in held)
    parts = [[text for text in map(unescaped, part) if PARAGRAPH.search(text)] for part in texts]
    return parts if len(parts) > 1 and all(parts) else []


def _are_sections(held: Any, key: str) -> bool:
    """Whether a list holds the parts of one text, each a string under the same name: steps, slides, sections.

    What has an address, a date or a person is another article, or what a reader wrote.
    """
    if not isinstance(held, list) or len(held) < 2:
        return False
    parts = [item for item in held if isinstance(item, dict) and isinstance(item.get(key), str)]
    return len(parts) == len(held) and not any(_IS_ITEM & part.keys() for part in parts)


def _section(node: dict[str, Any], text: str) -> str:
    """A part of a text below its heading."""
    titles = (value for key, value in node.items() if re.search("title|head", key, re.I) and isinstance(value, str))
    title = next((title for title in titles if 0 < len(title) < LONGEST_LINE), "")
    marked = text if PARAGRAPH.search(text) else f"<p>{escape(unescape(text), quote=False)}</p>"
    return f"<h2>{escape(title)}</h2>{marked}" if title else marked


def _may_be_text(held: Any) -> bool:
    """Whether a list or a tree is one of content: all its parts are strings, or nodes of a kind."""
    if isinstance(held, dict):
        held = root if isinstance(root := held.get("root"), dict) else held
        return bool(kind_of(held)) or any(isinstance(held.get(key), list) for key in (*CHILDREN, "json"))
    if not isinstance(held, list) or not held:
        return False
    first = held[:30]
    parts = [item for item in first if isinstance(item, str) or _is_react(item) or _is_content(item)]
    return len(parts) == len(first) or (len(parts) > len(first) / 2 and all(map(_has_kind, first)))


def _has_kind(item: Any) -> bool:
    return isinstance(item, dict) and bool(kind_of(item))


def _is_other(item: Any) -> bool:
    """Whether a part of a text names another article and where it stands."""
    return isinstance(item, dict) and names_one(item) and not _is_content(item) and bool(_IS_ITEM & item.keys())


def _is_react(item: Any) -> bool:
    return isinstance(item, list) and item[:1] == ["$"]


def _is_content(node: Any) -> bool:
    kind = kind_of(node) if isinstance(node, dict) else ""
    return bool(kind) and (not names_one(node) or ASIDE.search(kind) is not None or media_of(node, kind) is not None)


def _html_of_text(text: str) -> str:
    if weighed(text) < SHORTEST:
        return ""
    if text.lstrip()[:1] in ("{", "["):
        return _html_of_json(text)
    text = unescaped(text)
    if "[/" in text or "[gallery" in text:
        text = SHORTCODE.sub("", text)
    if PARAGRAPH.search(text):
        return text
    return "" if "<" in text and not is_markdown(text) else html_of_lines(text)


def _html_of_json(text: str) -> str:
    """An editor's tree that a string holds."""
    try:
        return _html_of_nodes(json.loads(whole(text), strict=False))
    except (ValueError, RecursionError):
        return ""
