"""Reading: what came out of one page, and why; the order of the parts stands here."""

from dataclasses import dataclass, field

from newscrawl.article import Article
from newscrawl.extract.authors import find_authors
from newscrawl.extract.body import find_body
from newscrawl.extract.dates import find_dates
from newscrawl.extract.headline import find_headline
from newscrawl.extract.page import Page
from newscrawl.extract.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The outcome of one page: an article, or the reason why it is none."""

    article: Article | None
    """The article, or None where the page is no article."""

    reason: str = ""
    """Why there is no article, one of `newscrawl.extract.refusal.REASONS`; empty where there is one."""

    sources: dict[str, str] = field(default_factory=dict)
    """Field name -> where its value came from, e.g. {"title": "JSON-LD headline", "body": "div.wysiwyg (rule 1)"}."""

    removed: list[tuple[str, str]] = field(default_factory=list)
    """What was left out of the body: (element as a short selector with a bit of text, why)."""

    missed: list[str] = field(default_factory=list)
    """The site's own selectors that matched nothing, as "field: selector", e.g. "title: h1.headline"."""


def extract_article(html: bytes, url: str) -> Article | None:
    """The article on a page, or None where the page is none.

    `html`: the bytes as received. `url`: the page's address, absolute. Never raises for any bytes.
    """
    return read_page(html, url).article


def read_page(html: bytes, url: str, *, rules: Rules = Rules(), encoding: str = "") -> Reading:  # noqa: B008
    """Read one page with what the site's description knows. `encoding`: the charset of the HTTP header, if any."""
    page = Page(html, url, rules=rules, encoding=encoding)
    headline = find_headline(page)
    dates = find_dates(page, headline.element)
    body = find_body(page, headline=headline.text)
    authors = find_authors(page, headline.element, body.text.split("\n", 1)[0])
    article = Article(
        authors=list(authors.names),
        url=url,
        title=headline.text,
        published=dates.published,
        published_precision=dates.precision,
        updated=dates.updated,
        body=body.html,
        text=body.text,
    )
    sources = {
        "title": headline.source,
        "published": dates.source,
        "authors": authors.source,
        "updated": dates.updated_source,
        "body": body.selector,
    }
    return Reading(article=article, sources=sources, removed=body.removed, missed=[*headline.missed, *dates.missed])
