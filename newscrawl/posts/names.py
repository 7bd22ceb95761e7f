"""File names of posts: readable, within what file systems take, and never one that is taken already."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import PurePosixPath
from string import Formatter

from newscrawl.article import Article
from newscrawl.posts.dates import known
from newscrawl.posts.format import Format, Post, PostOptions
from newscrawl.posts.text import cut, one_line

# A file name has 255 bytes. What is left over is for a suffix, a mark that tells two posts apart, the temporary name
# that it is written under, and for generators that make a folder of the name and put something behind it.
STEM_BYTES = 180
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|_?index|readme|404)(?:\..*)?\Z", re.IGNORECASE)
"""Devices of Windows, and names that generators take for a folder's own page (Hugo's `index` swallows its siblings)."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]%`{}]')
_LITERAL = re.compile(r"[\w .,()+@=~/\-]*\Z")


def name_of(article: Article, form: Format, options: PostOptions) -> str:
    """The path of an article's post, as its template says; e.g. "2021-12-09-slug.md"."""
    template, suffix = split_suffix(options.name or form.template, form)
    if not options.name.endswith(suffix) and options.body == "markdown":
        suffix = ".md"
    folders = template.split("/")
    bundle = folders.pop() if folders[-1] == "index" and len(folders) > 1 else ""
    filled = [part for folder in folders for part in _filled(folder, article)]
    # Hugo takes what looks like a suffix for a language: `x.de.md`.
    filled[-1:] = [re.sub(r"\.(?=[\w\-]{1,8}\Z)", "-", name) for name in filled[-1:]]
    return "/".join([*filled, *([bundle] if bundle else [])]) + suffix


def free_name(post: Post, url: str, taken: Callable[[str], bool]) -> str:
    """`post.name`, or one told apart by the URL where `taken(folded name)` says that another article has it.

    `taken` is asked with `folded(name)`; it has to know the folded names of the posts there are.
    """
    if not any(taken(folded(name)) for name in (post.name, *(_rivals(post.name) if post.dated else ()))):
        return post.name
    name, count = _marked(post.name, digest(url)), 1
    while taken(folded(name)):
        count += 1
        name = _marked(post.name, f"{digest(url)}-{count}")
    return name


def _rivals(name: str) -> tuple[str, ...]:
    """`name` with the day before and the day after instead of its own."""
    path = PurePosixPath(name)
    try:
        day = date.fromisoformat(path.name[:10])
    except ValueError:
        return ()
    return tuple(str(path.with_name(f"{day + timedelta(days)}{path.name[10:]}")) for days in (-1, 1))


def folded(name: str) -> str:
    """`name` as a file system sees it that knows neither case nor Unicode forms (macOS, Windows)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def check_name(template: str, form: Format) -> None:
    """Raise ValueError with one clear line where `template` cannot name posts of this format."""
    problem = _problem(split_suffix(template, form)[0], form)
    if problem:
        raise ValueError(f"POST_NAME {template!r}: {problem}")


def _problem(stem: str, form: Format) -> str:
    try:
        parts = list(Formatter().parse(stem))
    except ValueError as error:
        return str(error)
    names = [name for _, name, _, _ in parts if name is not None]
    strange = next((name for name in names if name not in _FIELDS), None)
    if strange is not None or any(spec or conversion for _, _, spec, conversion in parts):
        return f"{{{strange or names[0]}}} is not known; known are {_braced(_FIELDS)}"
    if not all(_LITERAL.match(literal) for literal, _, _, _ in parts):
        return "it has characters that file names should not have"
    folders = stem.split("/")
    if any(not folder.strip() or folder[0] in "._ " for folder in folders):
        return "folders and names must not be empty nor begin with a dot, a blank or _"
    if not set(names) & set(_TELLING):
        return f"it needs one of {_braced(_TELLING)} to tell posts apart"
    if form.dated and not folders[-1].startswith("{date}-"):
        return f"{form.name} overlooks posts whose file name does not begin with {{date}}-"
    return ""


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def digest(url: str) -> str:
    """Eight hexadecimal digits that stand for a URL."""
    return sha256(url.encode(errors="ignore")).hexdigest()[:8]


def slug(text: str) -> str:
    """Letters, digits and their marks of any script, in lower case, with a hyphen for all else; may be empty."""
    kept = unicodedata.normalize("NFKC", text).lower().translate(_IN_SLUGS)
    return unicodedata.normalize("NFC", re.sub("-{2,}", "-", kept).strip("-"))


class _InSlugs(dict[int, str]):
    """Character -> what a slug has in its place; learns them as they come."""

    def __missing__(self, code: int) -> str:
        self[code] = written = _slug_character(chr(code))
        return written


_IN_SLUGS = _InSlugs()


def _slug_character(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LN" or (category[0] == "M" and not "\ufe00" <= character <= "\ufe0f"):
        return character
    return "" if category == "Cf" or character in "'’" or category[0] == "M" else "-"


def ascii_slug(text: str) -> str:
    """The part of a slug that is plain ASCII, accents taken off; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return slug(plain)


def readable(text: str) -> str:
    """A title as a file name: with its blanks and capitals, without what file systems and Obsidian refuse."""
    return re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", one_line(text))).strip("._- ")


def _date(article: Article) -> datetime | None:
    return known(article.published) or known(article.updated) or known(article.retrieved)


def _filled(folder: str, article: Article) -> list[str]:
    """One part of the template with its values; several parts where a value has folders of its own."""
    names = [field for _, field, _, _ in Formatter().parse(folder) if field]
    text = folder.format_map({name: _FIELDS[name](article) for name in names})
    return [_component(part) for part in text.split("/") if part.strip("-. ")]


def _component(text: str) -> str:
    """A folder's or file's name: short enough, without an edge or a word that some system gives a meaning to."""
    name = cut(re.sub("-{2,}", "-", text).lstrip("._- "), STEM_BYTES).rstrip(".- ")
    return f"{name}-post" if _RESERVED.match(name) else name


def _marked(name: str, mark: str) -> str:
    """`name` with a mark on what is the post's own: its file, or its folder where the file is an `index`."""
    path = PurePosixPath(name)
    if path.stem == "index" and path.parent.name:
        return str(path.parent.with_name(f"{path.parent.name}-{mark}") / path.name)
    return str(path.with_name(f"{path.stem}-{mark}{path.suffix}"))


def split_suffix(template: str, form: Format) -> tuple[str, str]:
    """The template without its suffix, and the suffix: the one it names, or the format's own."""
    for suffix in form.suffixes:
        if template.endswith(suffix):
            return template.removesuffix(suffix), suffix
    return template, form.suffixes[0]


_FIELDS: dict[str, Callable[[Article], str]] = {
    "date": lambda article: d.date().isoformat() if (d := _date(article)) else "0000-00-00",
    "year": lambda article: f"{d.year:04}" if (d := _date(article)) else "0000",
    "month": lambda article: f"{d.month:02}" if (d := _date(article)) else "00",
    "day": lambda article: f"{d.day:02}" if (d := _date(article)) else "00",
    "time": lambda article: f"{d:%H%M%S}" if (d := _date(article)) else "000000",
    "slug": lambda article: slug(article.title) or digest(article.url),
    "ascii": lambda article: ascii_slug(article.title),
    "title": lambda article: readable(article.title) or digest(article.url),
    "hash": lambda article: digest(article.url),
    "id": lambda article: slug(article.site_id) or digest(article.url),
    "site": lambda article: slug(article.site) or "site",
    "section": lambda article: slug(article.section) or "news",
    "language": lambda article: slug(article.language) or "und",
    "categories": lambda article: "/".join(filter(None, map(readable, article.categories))) or "news",
}
_TELLING = ("slug", "ascii", "title", "hash", "id")
