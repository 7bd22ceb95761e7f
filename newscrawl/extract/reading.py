"""Reading: what came out of one page, and why; the order of the parts stands here."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newscrawl.article import Article
from newscrawl.extract.body.body import THIN, Body, find_body
from newscrawl.extract.body.drawn_page import drawn_page
from newscrawl.extract.fields import address, paywall, refusal
from newscrawl.extract.fields.authors import find_authors
from newscrawl.extract.fields.dates import Dates, find_dates
from newscrawl.extract.fields.description import find_description
from newscrawl.extract.fields.headline import Headline, find_headline
from newscrawl.extract.fields.language import find_language, template_language
from newscrawl.extract.fields.lead_image import find_lead
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.publisher import find_publisher
from newscrawl.extract.fields.section import find_section
from newscrawl.extract.fields.shown import Shown
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.rules import Rules
from newscrawl.extract.page.uncollected import uncollected

LABEL_LENGTH = 60
"""Characters at which the body's list of what was left out cuts a line: one so long may be a sentence's begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The outcome of one page: an article, or the reason why it is none."""

    article: Article | None
    """The article, or None where the page is no article."""

    reason: str = ""
    """Why there is no article, one of `newscrawl.extract.fields.refusal_reasons.REASONS`; empty where there is one."""

    sources: dict[str, str] = field(default_factory=dict)
    """Field name -> where its value came from, e.g. {"title": "JSON-LD headline", "body": "div.wysiwyg (rule 1)"}."""

    why_body: str = ""
    """What speaks for the element of the body, in words; empty where a rule of the site names it."""

    removed: list[tuple[str, str]] = field(default_factory=list)
    """What was left out of the body: (element as a short selector with a bit of text, why)."""

    kept: list[tuple[str, str]] = field(default_factory=list)
    """What a rule would have left out of the body and stays: (its first words, the rule and why it is not believed)."""

    edges: frozenset[int] = frozenset()
    """The first and last lines of the text, those that are none of it too (`newscrawl.text.letters.line_key`), and the
    body's element (`newscrawl.extract.body.usual_place.place_key`), a lead image that is not shown
    (`newscrawl.urls.pictures.unshown_key`): what other articles of the site may have alike."""

    missed: list[str] = field(default_factory=list)
    """The site's own selectors that matched nothing, as "field: selector", e.g. "title: h1.headline"."""


def extract_article(html: bytes | str, url: str) -> Article | None:
    """The article on a page, or None where the page is none.

    `html`: the bytes as received, or text that was decoded already and is taken as it is, whatever charset the page
    declares. `url`: the page's address, absolute. Never raises for any page.
    """
    if isinstance(html, str):
        return read_page(html.encode("utf-8", "replace"), url, encoding="utf-8").article
    return read_page(html, url).article


@uncollected()
def read_page(html: bytes, url: str, *, rules: Rules = Rules(), encoding: str = "") -> Reading:  # noqa: B008
    """Read one page with what the site's description knows. `encoding`: the charset of the HTTP header, if any."""
    page = Page(html, url, rules=rules, encoding=encoding)
    if reason := refusal.wall(html, page):
        return Reading(article=None, reason=reason)
    found = _find(page)
    headline, body, dates = found.headline, found.body, found.dates
    shown = Shown(headline.text, body.text, body.html, dates)
    if reason := refusal.refuse(page, shown):
        return Reading(article=None, reason=reason, removed=body.removed, missed=found.missed)
    return _reading(found)


class _Found(NamedTuple):
    """What says whether a page is an article, and all else is found with."""

    near: Near
    headline: Headline
    body: Body
    dates: Dates
    language: tuple[str, str]
    """The language, and where it stands."""

    @property
    def missed(self) -> list[str]:
        """The site's own selectors that matched nothing."""
        return [*self.headline.missed, *self.dates.missed, *self.body.missed]


def _find(page: Page) -> _Found:
    headline = find_headline(page)
    body = find_body(page, headline=headline.text)
    if (len(body.text) < THIN or body.is_of_data) and (drawn := drawn_page(page)):
        found = _find(drawn)
        least = len(body.text) // 2 if body.is_of_data else 2 * len(body.text)
        if len(found.body.text) > least:
            return found
    language = find_language(page, f"{headline.text} {body.text}")
    near = Near(page, headline.element)
    dates = find_dates(near, language=template_language(page, language[0]))
    return _Found(near, headline, body, dates, language)


def _reading(found: _Found) -> Reading:
    """The reading of an article."""
    near, body = found.near, found.body
    authors = find_authors(near, "\n".join([*_above(body), body.text]))
    lead = find_lead(near.page, near.headline, body)
    fields = _fields(found) | {
        "authors": (list(authors.names), authors.source),
        "image": (lead.image.url, lead.source),
        "image_caption": (lead.image.caption, ""),
        "image_credit": (lead.image.credit, ""),
        "image_alt": (lead.image.alt, ""),
    }
    return Reading(
        article=Article(**{name: value for name, (value, _) in fields.items()}),
        sources={name: near.page.named(source) for name, (_, source) in fields.items() if source},
        why_body=body.why,
        removed=body.removed,
        kept=body.kept,
        edges=body.edges | lead.unshown,
        missed=[*found.missed, *authors.missed],
    )


def _fields(found: _Found) -> dict[str, tuple[Any, str]]:
    """Field name -> value, and where it stands."""
    near, headline, body, dates, language = found
    page, canonical = near.page, address.canonical(near.page)
    return {
        "url": canonical,
        "title": (headline.text, headline.source),
        "published": (dates.published, dates.source),
        "published_precision": (dates.precision, ""),
        "updated": (dates.updated, dates.updated_source),
        "section": find_section(near),
        "tags": find_tags(near),
        "language": language,
        "description": find_description(page),
        "publisher": find_publisher(page),
        "body": (body.html, body.selector),
        "text": (body.text, ""),
        "site_id": address.site_id(page, canonical[0]),
        "access": (paywall.access(page, body.text), ""),
        "next_page": (address.next_page(page), ""),
    }


def _above(body: Body) -> list[str]:
    """The lines that stood above the text and were left out of it: the byline, in papers without a field for it."""
    labels = (what.partition("“")[2].rstrip("”") for what, why in body.removed if why == "above the text")
    return [label for label in labels if len(label) < LABEL_LENGTH]
