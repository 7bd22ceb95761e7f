"""Proposal: the description that follows from site discovery, each value with the evidence for it."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from newscrawl.discover import find
from newscrawl.discover.link import Link
from newscrawl.element import Element
from newscrawl.extract import Rules, read_page
from newscrawl.extract.page.page import Page
from newscrawl.folder.added_sites import name_for
from newscrawl.onboarding.discovery import Discovered, Sample, text_of_head
from newscrawl.urls.canonical import spelling
from newscrawl.urls.domain import country_of_host
from newscrawl.urls.parts import host_of
from newscrawl.urls.resolve import web_address
from newscrawl.urls.sites import host_and_port

Value = str | list[str]

_SAME = 0.97
"""Share of the text that a body selector must keep: less, and it picks another element than the extraction chose."""


SECTIONS = 8
"""Sections that are proposed as listings of their own; what stands behind them in a navigation is special interest."""


@dataclass(slots=True)
class Proposal:
    """A site's name, country and values, and why each of them."""

    name: str
    country: str
    """Two letters; empty where nothing tells."""
    values: dict[str, Value] = field(default_factory=dict)
    evidence: list[str] = field(default_factory=list)

    def add(self, key: str, value: Value, why: str) -> None:
        if value:
            self.values[key] = value
            self.evidence.append(f"{key}: {why}")


def propose(found: Discovered, taken: Collection[str]) -> Proposal:
    """The description of a site. `taken`: names that other sites have."""
    proposal = Proposal(name_for(host_and_port(found.home), taken), country_of(found))
    publisher, why = _publisher(found)
    proposal.add("publisher", publisher, why)
    proposal.add("home", found.home, "the address that was given")
    language = Counter(s.reading.article.language for s in found.samples if s.reading.article).most_common(1)
    if language and language[0][0]:
        proposal.add("language", language[0][0], f"of {language[0][1]} of {len(found.samples)} articles")
    _places(proposal, found)
    body = _body(found.samples)
    if body:
        proposal.add("body", body, f"one element on each of {len(found.samples)} articles, with all of their text")
    return proposal


def _places(proposal: Proposal, found: Discovered) -> None:
    """Where its articles are listed."""
    if found.feeds:
        counts = ", ".join(f"{len(feed.links)} entries" for feed in found.feeds)
        proposal.add("feeds", [feed.url for feed in found.feeds], counts)
    news = [sitemap for sitemap in found.sitemaps if sitemap.news]
    archives = [sitemap for sitemap in found.sitemaps if not sitemap.news]
    if news:
        proposal.add("sitemaps", [s.url for s in news], ", ".join(f"{len(s.links)} pages" for s in news))
    if archives:
        proposal.add("archives", [s.url for s in archives], ", ".join(f"{len(s.links)} pages" for s in archives))
    if not found.feeds and not news and found.listed:
        sections = find.sections(found.front.tree, found.home)[:SECTIONS]
        why = f"the front page lists {len(found.listed)} articles, its navigation leads to {len(sections)} sections"
        proposal.add("start_urls", [found.home, *sections], why)
        # One selector for listings that were not looked at would be a guess.
        if not sections and (selector := _links(found.front.tree, found.home, found.listed)):
            proposal.add("links", selector, "picks those links and hardly another")


def country_of(found: Discovered) -> str:
    """The country by the host's ending, else by the region of its language: en-GB; empty where neither tells."""
    if country := country_of_host(host_of(found.home)):
        return country
    for said in (text_of_head(found.front, "lang"), found.front.meta("og:locale")):
        if region := re.search(r"[-_]([A-Z]{2})$", said):
            return region[1].lower()
    return ""


def _publisher(found: Discovered) -> tuple[str, str]:
    if name := found.front.meta("og:site_name"):
        return name, "og:site_name of its front page"
    said = Counter(
        s.reading.article.publisher for s in found.samples if s.reading.article and s.reading.article.publisher
    )
    if said:
        return said.most_common(1)[0][0], "its articles say so"
    title = re.split(r"\s[-–|·]\s", found.front.head_title)[0].strip()
    return title, "the title of its front page"


def _body(samples: list[Sample]) -> str:
    """The selector of the element that the extraction chose on every page; "" where they differ or it is not alone."""
    chosen = {sample.reading.sources.get("body", "") for sample in samples}
    selector = chosen.pop() if len(chosen) == 1 else ""
    if not re.fullmatch(r"[a-z]+[.#][\w.#-]+", selector) or len(samples) < 2:
        return ""
    return selector if all(_keeps(sample, selector) for sample in samples) else ""


def _keeps(sample: Sample, selector: str) -> bool:
    """Whether the selector picks one element, and in it the text that was found without."""
    if len(Page(sample.html, sample.url, encoding=sample.charset).select(selector)) != 1:
        return False
    again = read_page(sample.html, sample.url, rules=Rules(body=(selector,)), encoding=sample.charset).article
    before = sample.reading.article
    if not again or not before:
        return False
    longer, shorter = sorted((len(again.text), len(before.text)), reverse=True)
    return shorter >= _SAME * longer


def _links(tree: Element, home: str, listed: list[Link]) -> str:
    """A selector of the article links on the front page; "" where none picks most of them and hardly another."""
    wanted = {spelling(link.url) for link in listed}
    anchors = [(a, spelling(web_address(a.get("href") or "", home))) for a in tree.iter("a")]
    picked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for a, address in anchors:
        for selector in set(_selectors_of(a)):
            picked[selector] += 1
            right[selector] += address in wanted
    good = [s for s, n in right.items() if n >= 0.95 * picked[s] and n >= 0.6 * len(wanted)]
    return max(good, key=_quality(right), default="")


def _quality(right: Counter[str]) -> Callable[[str], tuple[int, int]]:
    return lambda selector: (right[selector], -len(selector))


def _selectors_of(a: Element) -> list[str]:
    """Short selectors that pick a link: by its own class, by the heading or the classed element around it."""
    found = [f"a.{name}" for name in _classes(a)]
    for ancestor, _ in zip(a.iterancestors(), range(4), strict=False):
        if ancestor.tag in ("h1", "h2", "h3", "h4"):
            found.append(f"{ancestor.tag} a")
        found += [f"{ancestor.tag}.{name} a" for name in _classes(ancestor)]
    return found


def _classes(element: Element) -> list[str]:
    return [name for name in (element.get("class") or "").split() if re.fullmatch(r"[a-zA-Z][\w-]*", name)]
