"""Al Jazeera: three editions on one WordPress system, each with its own address, language and labels."""

import json
import re
from dataclasses import dataclass, field, replace
from html import unescape
from urllib.parse import quote, urlsplit

from newscrawl.spider import ArgumentError, Link, NewsSpider, NoLinks, choice, context_of, moment


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What one edition has of its own."""

    home: str
    code: str  # the name of the edition inside the system, its `wp-site`
    publisher: str
    language: str
    path: list[str]  # the label path that stands before the section's own label
    sections: dict[str, str]  # a section's path -> its label
    feeds: list[str] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    archives: list[str] = field(default_factory=list)  # read where `since` asks for the past


EDITIONS = {
    "chinese": Edition(
        home="https://chinese.aljazeera.net",
        code="chinese",
        publisher="Aljazeera 半岛网",
        language="zh",
        path=["新媒体", "Aljazeera 半岛网"],
        sections={"news": "新闻", "news/political": "政治", "news/economy": "经济", "news/science": "科学"},
    ),
    "english": Edition(
        home="https://www.aljazeera.com",
        code="aje",
        publisher="Al Jazeera",
        language="en",
        path=["New media", "Al Jazeera"],
        sections={"news": "News", "us-canada": "US & Canada"},
        feeds=["https://www.aljazeera.com/xml/rss/all.xml"],
        sitemaps=["https://www.aljazeera.com/news-sitemap.xml"],
        archives=[
            "https://www.aljazeera.com/sitemaps/article-new.xml",
            "https://www.aljazeera.com/sitemaps/article-archive.xml",
        ],
    ),
    "arabic": Edition(
        home="https://www.aljazeera.net",
        code="aja",
        publisher="الجزيرة نت",
        language="ar",
        path=["إعلام جديد", "الجزيرة نت"],
        sections={"news": "أخبار", "ebusiness": "اقتصاد", "sport": "رياضة"},
        feeds=[
            "https://www.aljazeera.net/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9"
        ],
    ),
}
# What is no article to read, by the first part of its address and by its type in the system.
OTHER = {"video": "video", "videos": "video", "gallery": "gallery", "program": "episode", "podcasts": "podcast"}
OTHER |= {name: name for name in ("episode", "podcast")} | {"external-article": "external link"}
HOSTS = (".aljazeera.net", ".aljazeera.com", ".aje.news")
# What the site's own "Show more" asks for.
POST_TYPES = "blog episode opinion post video external-article gallery podcast longform liveblog".split()
MORE = 10
# Sections that the system keeps as places and not as categories.
REGIONS = ("africa", "asia", "asia-pacific", "europe", "latin-america", "middle-east", "us-canada")


class AljazeeraSpider(NewsSpider):
    name = "aljazeera"
    accepts = ("edition", "section")
    publisher = "Al Jazeera"
    country = "qa"
    language = "zh"
    every = "30 minutes"
    timezone = "UTC"  # what the system means where it writes a time without a zone
    links = ["article a.u-clickable-card__link", "h3 a"]  # 2026, 2021
    body = ["div.wysiwyg--all-content", "div.wysiwyg", "div.compact-featured-area__content"]
    remove = [".more-on", ".container--ads", ".article__in-article-ads", ".newsletter-signup", ".listen-to-article"]

    def __init__(self, name=None, **arguments):
        super().__init__(name, **arguments)
        self.edition = EDITIONS[choice("edition", arguments.get("edition", "chinese"), EDITIONS)]
        self.section = arguments.get("section", "news").strip("/")
        if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*", self.section):
            raise ArgumentError(f"section={self.section}: a section's path is accepted, e.g. section=news/political")
        self.start_urls = [f"{self.edition.home}/{self.section}"]
        if "section" not in arguments:
            self.feeds, self.sitemaps, self.archives = self.edition.feeds, self.edition.sitemaps, self.edition.archives
        self.publisher, self.language = self.edition.publisher, self.edition.language
        self.categories = [*self.edition.path, *labels(self.section, self.edition.sections)]

    def parse_listing(self, response):
        links = more_links(response) if context_of(response).offset else super().parse_listing(response)
        found = 0
        for link in links:
            if not isinstance(link, Link):
                yield link  # a sitemap of an index
                continue
            found += 1
            yield replace(link, skip=link.skip or no_article(link.url))
        if found and context_of(response).kind == "listing":
            yield self.show_more(context_of(response).offset + found)

    def show_more(self, offset):
        """What the button "Show more" asks for."""
        category = self.section.split("/")[-1]
        variables = {
            "category": category,
            "categoryType": "where" if category in REGIONS else "categories",
            "postTypes": POST_TYPES,
            "quantity": MORE,
            "offset": offset,
        }
        query = f"wp-site={self.edition.code}&operationName=ArchipelagoAjeSectionPostsQuery"
        packed = quote(json.dumps(variables, separators=(",", ":")), safe="")
        url = f"{self.edition.home}/graphql?{query}&variables={packed}&extensions=%7B%7D"
        request = self.listing_request(url, offset=offset)
        request.headers["wp-site"] = self.edition.code
        return request


def more_links(response):
    """The cards that "Show more" adds."""
    try:
        cards = response.json()["data"]["articles"]
    except (ValueError, KeyError, TypeError):
        raise NoLinks(f"no data.articles in {response.url}") from None
    for card in cards or []:
        try:
            yield card_link(response, card)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # one odd card costs one card


def card_link(response, card):
    return Link(
        url=response.urljoin(card.get("externalUrl") or card["link"]),
        title=unescape(card.get("title") or ""),
        published=moment("date", card["date"], "UTC") if card.get("date") else None,
        authors=[author["name"] for author in card.get("author") or [] if author.get("name")],
        skip=OTHER.get(card.get("postType"), ""),
    )


def no_article(url):
    """Why the page behind a card is none to read; empty where it is one."""
    parts = urlsplit(url)
    if not f".{parts.hostname}".endswith(HOSTS):
        return "external link"
    return OTHER.get(parts.path.strip("/").split("/")[0], "")


def labels(section, known):
    """The labels of a section's path: news/political -> 新闻, 政治. A section without a label keeps its name."""
    parts = section.split("/")
    paths = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    return [known.get(path, path.split("/")[-1].replace("-", " ").title()) for path in paths]
