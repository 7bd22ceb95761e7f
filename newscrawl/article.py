"""Article, the one thing that flows from a page to a post."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Literal, Self

from newscrawl.text.lengths import bound

Precision = Literal["second", "day"]
Access = Literal["full", "partial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article. Stages never change one; they return another (`dataclasses.replace`)."""

    url: str
    """Canonical URL, absolute, http or https."""

    title: str = ""
    """Headline as plain text on one line, without the site's name."""

    published: datetime | None = None
    """When it was first published: aware, or None where the page does not say. Never "now"."""

    published_precision: Precision = "second"
    """"day" where the page gives a day alone: `published` is then its midnight in the site's zone, else in UTC."""

    updated: datetime | None = None
    """When it was last changed, as the page says: aware, or None."""

    authors: list[str] = field(default_factory=list)
    """People's names in the byline's order; an organisation only where it is the whole byline."""

    categories: list[str] = field(default_factory=list)
    """The site's own path to the article, outermost first, e.g. 新媒体 / Aljazeera 半岛网 / 新闻;
    after a crawl its section where the site has none."""

    section: str = ""
    """The site's section as the page names it, e.g. "World"."""

    tags: list[str] = field(default_factory=list)
    """Topics or keywords that the page lists, in its order."""

    language: str = ""
    """BCP 47 tag, e.g. "zh-CN"; empty where unknown."""

    description: str = ""
    """Summary that the page gives for previews, plain text on one line."""

    image: str = ""
    """Absolute URL of the lead image; empty where the article has none."""

    image_caption: str = ""
    """The lead image's caption, plain text, without its credit where the page keeps the two apart."""

    image_credit: str = ""
    """Who made the lead image, as the page says."""

    image_alt: str = ""
    """The lead image's alternative text."""

    body: str = ""
    """The article itself as clean HTML: block elements side by side, addresses absolute, no wrapper around them."""

    text: str = ""
    """The running text of `body`, one paragraph a line; captions, embeds and boxes beside the text stay in `body`."""

    site: str = ""
    """Name of the site (the spider) that found it; empty outside a crawl."""

    publisher: str = ""
    """The publisher's name as people know it, e.g. "Aljazeera 半岛网"."""

    site_id: str = ""
    """The site's own id of the article where its page or URL has one; empty otherwise."""

    access: Access = "full"
    """"partial" where real text stands before a paywall."""

    next_page: str = ""
    """Absolute URL of the article's next part where it has several pages; a crawl reads the first, and says so."""

    retrieved: datetime | None = None
    """When the page was fetched: aware; None outside a crawl."""

    def __post_init__(self) -> None:
        bound(self, NAMES, LINES, LISTS)

    def to_dict(self) -> dict[str, Any]:
        """All fields as plain values, for JSON: dates in ISO 8601, lists as lists, nothing left out for being empty."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The article that `to_dict` gave, or a line of JSON; what is no field of it is passed over."""
        known = {each.name: values[each.name] for each in fields(cls) if each.name in values}
        dates = {name: datetime.fromisoformat(known[name]) for name in DATES if known.get(name)}
        return cls(**known | dates)


NAMES = ("section", "language", "publisher", "site_id")
LINES = ("title", "description", "image_caption", "image_credit", "image_alt")
LISTS = ("authors", "categories", "tags")
DATES = ("published", "updated", "retrieved")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
