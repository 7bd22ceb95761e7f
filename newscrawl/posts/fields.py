"""POST_FIELDS: what a user drops from, renames in and adds to the front matter."""

import re
from string import Formatter

import yaml

from newscrawl.article import Article
from newscrawl.posts.format import Fields, Value
from newscrawl.posts.shared import publisher, standfirst
from newscrawl.posts.text import url

_KEY = re.compile(r"[A-Za-z_][\w\-]*(?:\.[\w\-]+)*\Z")
_FROM_ARTICLE = (
    "url title section language description image image_caption image_credit image_alt site publisher site_id access "
    "excerpt"
).split()


def check_fields(changes: tuple[str, ...], reserved: frozenset[str] = frozenset()) -> None:
    """Raise ValueError with one clear line where a change cannot be understood, or the generator undoes it."""
    for change in changes:
        kind, key, value = _parsed(change)
        new = value if kind == "rename" else key
        if kind != "drop" and new.partition(".")[0] in reserved:
            raise ValueError(f"POST_FIELDS {change!r}: the generator overwrites {new!r} with its own; take another key")


def changed(fields: Fields, changes: tuple[str, ...], article: Article) -> Fields:
    """`fields` after the user's changes, in their order. A renamed key keeps its place."""
    for change in changes:
        kind, key, value = _parsed(change)
        if kind == "drop":
            fields = {k: v for k, v in fields.items() if k != key}
        elif kind == "rename":
            fields = {value if k == key else k: v for k, v in fields.items()}
        else:
            fields = put({**fields}, key, _value(value, article))
    return fields


def put(fields: Fields, key: str, value: Value) -> Fields:
    """Set `key`, which may go into mappings by dots ("cover.image") and be a list of one by its end ("photos[]")."""
    outer, _, inner = key.partition(".")
    if inner:
        within = fields.get(outer)
        fields[outer] = put(dict(within) if isinstance(within, dict) else {}, inner, value)
    elif outer.endswith("[]"):
        fields[outer[:-2]] = [str(value)] if value else []
    else:
        fields[outer] = value
    return fields


def _parsed(change: str) -> tuple[str, str, str]:
    """(drop | rename | add, key, new name or value)."""
    text = change.strip()
    if text.startswith("-") and _KEY.match(text[1:]):
        return "drop", text[1:], ""
    key, equals, value = text.partition("=")
    if equals and _KEY.match(key.strip()):
        _check_value(change, value)
        return "add", key.strip(), value.strip()
    old, colon, new = text.partition(":")
    if colon and _KEY.match(old.strip()) and _KEY.match(new.strip()):
        return "rename", old.strip(), new.strip()
    raise ValueError(f'POST_FIELDS {change!r}: write "-key" to drop, "key:new" to rename, "key=value" to add')


def _check_value(change: str, value: str) -> None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(value) if name is not None]
    except ValueError as error:
        raise ValueError(f"POST_FIELDS {change!r}: {error}") from None
    for name in names:
        if name not in _FROM_ARTICLE:
            raise ValueError(f"POST_FIELDS {change!r}: {{{name}}} is not known; known are {', '.join(_FROM_ARTICLE)}")


def _value(text: str, article: Article) -> Value:
    """A value with what it takes from the article; `true`, `false` and whole numbers are what YAML says they are."""
    if "{" in text:
        values = {name: getattr(article, name) for name in _FROM_ARTICLE if name != "excerpt"}
        values |= {"url": url(article.url), "image": url(article.image)}
        return text.format_map(values | {"excerpt": standfirst(article), "publisher": publisher(article)})
    if re.fullmatch(r"true|false|-?\d{1,15}", text):
        return bool(yaml.safe_load(text)) if text in ("true", "false") else int(text)
    return text
