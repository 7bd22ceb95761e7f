"""What a format is, what a user may choose about posts, and what comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from newscrawl.article import Article
from newscrawl.posts.terms import as_they_are
from newscrawl.posts.theme import Theme

Value = str | bool | int | list[str] | dict[str, "Value"]
Fields = dict[str, Value]
"""Front matter: keys in the order they are written."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post file, not yet written."""

    name: str
    """Path under the folder of the site's posts, "/" between folders, with its suffix; e.g. "2021-12-09-slug.md"."""

    text: str
    """The whole file; UTF-8 and LF when written."""

    dated: bool = False
    """Whether the day in its name is part of its address: Jekyll counts days in the site's zone, not in the article's,
    so that posts of the days beside it could get the same address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOptions:
    """What a user chooses about posts. `newscrawl.posts.options_from` reads it from settings."""

    body: Literal["html", "markdown"] = "html"
    """POST_BODY. How the body is written. Obsidian always gets Markdown."""

    fields: tuple[str, ...] = ()
    """POST_FIELDS. Changes to the front matter: "-tags" drops, "headimg:cover" renames, "layout=post" adds a key."""

    name: str = ""
    """POST_NAME. Template of the file name, e.g. "{year}/{date}-{slug}"; empty for the format's own."""

    titles: Literal["safe", "exact"] = "safe"
    """POST_TITLES. "safe": harmless in themes that print titles raw; "exact": for themes that escape them."""

    timezone: str = ""
    """POST_TIMEZONE. IANA zone that the Hexo site's `timezone:` names; dates are then written by that zone's clock."""

    theme: str = ""
    """POST_THEME. The site's theme, by which the lead image and what else the theme reads stand where it looks.

    Names with commas between where posts are written for several generators: each format takes the one it knows.
    """

    lead_image: Literal["", "keys", "body"] = ""
    """POST_LEAD_IMAGE. "body": at the top of a body that has not got it, "keys": in the front matter alone; empty:
    by the theme."""

    tags: int | None = None
    """POST_TAGS. How many tags a post has at most; those stay that the title or the text names, and few others.
    None: by the theme, else by the format."""

    source_line: str = ""
    """POST_SOURCE_LINE. A last line, e.g. "Source: {publisher}, {date}", with a link to the article."""

    players: Literal["link", "click"] = "link"
    """POST_PLAYERS. "click": above the link to a film of a known provider a frame that loads it after a click."""

    image_keys: tuple[str, ...] = ()
    """POST_IMAGE_KEYS. Front-matter keys of the lead image, e.g. ("header.teaser",), or a theme, ("butterfly",)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What one site generator wants of a post."""

    name: str
    fields: Callable[[Article, PostOptions], Fields]
    """The front matter, before the user's changes."""

    suffixes: tuple[str, ...] = (".md",)
    """What a post's file may be called; the first where the user says nothing."""

    template: str = "{date}-{slug}"
    """The file's name where the user says nothing."""

    dated: bool = False
    """Whether the generator overlooks a post whose file name does not begin with its date."""

    term: Callable[[str], str] = as_they_are
    """Writes a category or tag so that the address that the generator makes of it leads to its page."""

    folders: Callable[[list[str]], list[str]] | None = None
    """Writes categories so, where the generator makes folders of an address of them all; None where it does not."""

    images: tuple[str, ...] = ()
    """Keys of the lead image where the user says nothing; a dot goes into a mapping, "[]" makes a list."""

    themes: Mapping[str, Theme] = field(default_factory=dict)
    """The themes that are known by name."""

    reserved: frozenset[str] = frozenset()
    """Keys that the generator overwrites with what it makes itself; what a post says there reaches no page."""

    header: Callable[[Fields], str] | None = None
    """Writes the front matter; None for YAML."""

    markup_in_markdown: bool = True
    """Whether a site as it comes shows HTML that stands within Markdown."""

    parses_markup: bool = False
    """Whether the generator parses HTML that stands within Markdown and writes it anew."""

    tags: int = 8
    """How many tags a post has where the user names neither a number nor a theme."""

    markdown_only: bool = False
    """Whether the body is always Markdown."""

    def theme(self, options: PostOptions) -> Theme | None:
        """The theme that the user names, where the format knows it."""
        return next((self.themes[name] for name in theme_names(options.theme) if name in self.themes), None)


def theme_names(said: str) -> list[str]:
    """The names that POST_THEME has, in small letters."""
    return [name for part in said.lower().split(",") if (name := part.strip())]
