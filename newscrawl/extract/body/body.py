"""Body: the article itself, found and cleaned."""

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from newscrawl.extract.body.articlebody_hint import Hint
from newscrawl.extract.body.beginnings import says_title, tells
from newscrawl.extract.body.blocks import RUNNING, Block
from newscrawl.extract.body.cards import cards, headed_rows
from newscrawl.extract.body.chooser import choose
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.edges import without_repeated
from newscrawl.extract.body.ends import without_ends
from newscrawl.extract.body.evidence import Scene, words_in
from newscrawl.extract.body.images import Image
from newscrawl.extract.body.judge import settle, sure
from newscrawl.extract.body.markup import HEADINGS
from newscrawl.extract.body.other_articles import UP, other_articles
from newscrawl.extract.body.postprocess import tidy
from newscrawl.extract.body.pruning import PROSE, VETO_SHARE, Pruner
from newscrawl.extract.body.serializer import Writer
from newscrawl.extract.body.standfirst import find_key_points, find_standfirst
from newscrawl.extract.body.state_text import Sought, state_text
from newscrawl.extract.body.text import text_of_blocks
from newscrawl.extract.body.text_map import Weights, forget, length_of, text_map
from newscrawl.extract.body.usual_place import place_key
from newscrawl.extract.page.page import Page, string
from newscrawl.extract.vocabulary.names import Element
from newscrawl.text.letters import letters
from newscrawl.text.page_data import page_data
from newscrawl.urls.parts import split


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The article's body."""

    html: str = ""
    """Block elements side by side, addresses absolute, nothing that runs."""

    text: str = ""
    """Its running text, one paragraph a line: all of it but captions, embeds and boxes beside the text."""

    images: list[Image] = field(default_factory=list)
    """Its images in document order."""

    selector: str = ""
    """Which element it was, e.g. "div.entry-content" or "div.wysiwyg (rule 1)"; empty where none was found."""

    why: str = ""
    """Why it was this element, where no rule says so."""

    removed: list[tuple[str, str]] = field(default_factory=list)
    """What was left out: (element as a short selector or its first words, why)."""

    kept: list[tuple[str, str]] = field(default_factory=list)
    """What a rule would have left out and stays: (its first words, the rule and why it is not believed)."""

    missed: list[str] = field(default_factory=list)
    """The site's selectors of the body or of what to remove that matched nothing, as "body: div.wysiwyg"."""

    edges: frozenset[int] = frozenset()
    """The keys of the first and last lines, as they were before those of the site's template were left out; and of the
    element it was."""

    weights: Weights = field(default_factory=dict, repr=False)
    """How much running text each element of the page holds."""

    weight: float = 0.0
    """How much of it the body's own element holds."""

    def is_heavy(self, element: Element) -> bool:
        """Whether an element holds so much of the text that it is the article's whatever its names say."""
        return self.weights.get(element, 0.0) > VETO_SHARE * self.weight


_Removed = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a page's body stands, and what helps to judge it."""

    page: Page
    headline: Element | None
    containers: list[Element]
    weights: Weights
    hint: Hint
    chances: Weights
    may_doubt: bool
    """Whether nobody wrote a rule for this site, so that the judge of blocks is asked."""


def find_body(page: Page, *, headline: str = "") -> Body:
    """The body of the article on a page, by the site's rules where they match, else by weight."""
    top = page.tree.find("body")
    top = page.tree if top is None else top
    removals, missed = _removals(page)
    ruled, selector = _ruled(page, missed)
    titles = _titles(page, headline)
    heading = _headline(page, titles)
    texts = text_map(top)
    stated = (page.article_node or {}).get("articleBody")
    hint = Hint(stated if isinstance(stated, str) else "")
    containers: list[Element] = ruled
    chances: Weights = {}
    why = ""
    if not ruled:
        choice = choose(texts, heading, hint, page.rules.repeated)
        if choice is None:
            return _of_data(page, headline, Body(missed=missed))
        containers, selector, chances, why = [choice.element], describe(choice.element), choice.chances, choice.why
    may_doubt = not ruled and not removals
    if not ruled:
        removals |= _without_others(page, containers[0], heading, texts.raw)
        removals |= dict.fromkeys(cards(page, containers[0], texts.raw), "card")
    where = _Found(page, heading, containers, texts.raw, hint, chances, may_doubt)
    found = _body(where, removals, titles)
    found = replace(found, selector=selector, why=why, missed=missed)
    return found if ruled or len(found.text) >= THIN else _of_data(page, headline, found)


def _without_others(page: Page, container: Element, headline: Element | None, weights: Weights) -> dict[Element, str]:
    """The boxes of other articles, whole or in a row, to be left out; what they hold no longer weighs."""
    boxes = [*other_articles(page, container, headline, weights), *headed_rows(page, container, weights)]
    for box in boxes:
        forget(box, weights)
    return dict.fromkeys(boxes, "another article")


def _body(where: _Found, removals: dict[Element, str], titles: list[str]) -> Body:
    blocks, removed, kept = _blocks(where, removals, titles)
    blocks, edges = without_repeated(blocks, where.page.rules.repeated, removed)
    return Body(
        html="\n".join(b.html for b in blocks),
        text=text_of_blocks(blocks),
        images=[i for b in blocks for i in b.images],
        removed=removed,
        kept=kept,
        edges=edges | ({place_key(where.containers[0])} - {0}),
        weights=where.weights,
        weight=max(where.weights.get(container, 0.0) for container in where.containers),
    )


THIN = 600
"""Characters. A text that is shorter may be what a page shows until a script has run."""


def _of_data(page: Page, headline: str, shown: Body) -> Body:
    """The body that stands in the data of the page's scripts alone, else the one that is shown.

    What a page sells is not taken from there: its data may hold what a wall keeps back.
    """
    if page.is_paid_for:
        return shown
    titles = _titles(page, headline)
    known = Sought(tuple(titles), split(page.url).path.rstrip("/"), _description(page), headline)
    stated = state_text(page_data(page.source), known)
    if stated is None or stated.length < 2 * len(shown.text):
        return shown
    top = etree.fromstring(f"<div>{stated.html}</div>", etree.HTMLParser(remove_comments=True))
    where = _Found(page, None, [top], text_map(top).raw, Hint(""), {}, may_doubt=False)
    found = _body(where, {}, titles)
    why = "the page's HTML holds no such text"
    return replace(found, selector=stated.place, why=why, missed=shown.missed) if found.text else shown


def _description(page: Page) -> str:
    return page.meta("og:description", "description", "twitter:description")


def _blocks(found: _Found, removals: dict[Element, str], titles: list[str]) -> tuple[list[Block], _Removed, _Removed]:
    writer = _written(found, removals, believes_names=True)
    blocks = tidy(sure(writer.blocks), titles, found.page.phrases, writer.removed)
    if sum(length_of(b.text) for b in blocks) < LOST * sum(found.weights.get(c, 0.0) for c in found.containers):
        again = _written(found, removals, believes_names=False)
        blocks, writer = tidy(sure(again.blocks), titles, found.page.phrases, again.removed), again
    points = find_key_points(found.containers[0], found.headline)
    if points is not None:
        blocks = _key_points(found, removals, points, blocks) + blocks
    above = _standfirst(found)
    if above is not None:
        lead = _writer(found, removals, believes_names=True)
        lead.write(above)
        known = letters("".join(b.text for b in blocks[:3]))
        for block in reversed(sure(lead.blocks)):
            if block.text and (said := letters(block.text)) not in known and said not in titles[:1]:
                if block.kind in ("paragraph", "heading"):
                    block.become_standfirst()
                blocks.insert(0, block)
    if not (found.may_doubt and blocks):
        return blocks, writer.removed, []
    blocks, back = settle(writer.blocks, blocks, _scene(found), writer.removed)
    return without_ends(blocks, found.page.phrases, writer.removed), writer.removed, back


def _key_points(found: _Found, removals: dict[Element, str], points: Element, blocks: list[Block]) -> list[Block]:
    """The blocks of the article's points; none where the text has them itself."""
    writer = _writer(found, removals, believes_names=True)
    writer.write(points)
    known = letters("".join(b.text for b in blocks))
    written = sure(writer.blocks)
    is_new = all(letters(line) not in known for b in written if b.kind == "list" for line in b.text.split("\n"))
    return written if is_new else []


def _scene(found: _Found) -> Scene:
    page, container = found.page, found.containers[0]
    whole = max(found.weights.values(), default=0.0)
    title = (page.meta("og:title") or page.head_title)[:200]
    return Scene(container, frozenset(words_in(title)), found.weights.get(container, 0.0) / (whole or 1.0))


LOST = 0.3
"""Share of a container's text. Where less of it is left, its names lied: it is written again without believing them."""


_THREAD = re.compile(r"/(?:forums?|threads?|discussions?|viewtopic|showthread)\b")
"""In the addresses of a forum's pages, whatever software it runs on."""


def _writer(found: _Found, removals: dict[Element, str], *, believes_names: bool) -> Writer:
    is_thread = _THREAD.search(found.page.url) is not None
    judge = Pruner(
        found.weights,
        found.hint,
        removals,
        found.chances,
        believes_names=believes_names,
        is_thread=is_thread,
        may_doubt=found.may_doubt and believes_names,
    )
    return Writer(found.page.absolute, judge)


def _written(found: _Found, removals: dict[Element, str], *, believes_names: bool) -> Writer:
    writer = _writer(found, removals, believes_names=believes_names)
    before, after = _beside(found) if believes_names and found.may_doubt else ([], [])
    for container in found.containers:
        writer.write(container, before, after)
    _mark_standfirst(sure(writer.blocks))
    return writer


def _beside(found: _Found) -> tuple[list[Element], list[Element]]:
    """What stands before and after the container that may be running text of the article, in the page's order."""
    weights, at = found.weights, found.containers[0]
    before: list[Element] = []
    after: list[Element] = []
    for parent in islice(at.iterancestors(), UP):
        if parent.tag in ("body", "html"):
            break
        before[:0] = reversed([e for e in at.itersiblings(preceding=True) if _may_say(e, weights)])
        after += [e for e in at.itersiblings() if _may_say(e, weights)]
        at = parent
    beside = sum([weights.get(e, 0.0) for e in (*before, *after)])
    return (before, after) if beside >= PROSE else ([], [])


def _may_say(element: Element, weights: Weights) -> bool:
    return element in weights or element.tag in HEADINGS


def _standfirst(found: _Found) -> Element | None:
    return find_standfirst(found.weights, found.containers[0], found.headline, _description(found.page))


def _titles(page: Page, headline: str) -> list[str]:
    """The headline and what else the page gives out for one, by their letters alone."""
    node = page.article_node or {}
    stated = node.get("headline")
    found = (headline, page.head_title, page.meta("og:title"), stated if isinstance(stated, str) else "")
    return [t for said in dict.fromkeys(found) if tells(t := letters(said))]


def headline_of(page: Page, headline: str) -> Element | None:
    """The element of the headline with this text, or what comes nearest."""
    return _headline(page, _titles(page, headline))


def _headline(page: Page, titles: list[str]) -> Element | None:
    """The headline's element: the <h1> or else the <h2> that says the title, else the first <h1> with text."""
    first = None
    for element in page.h1s[:10]:
        text = string(element)
        if says_title(text, titles):
            return element
        if first is None and text.strip():
            first = element
    return next((e for e in islice(page.tree.iter("h2"), 10) if says_title(string(e), titles)), first)


def _mark_standfirst(blocks: list[Block]) -> None:
    """Mark paragraphs that stand before the running text and are called standfirst, lead, intro …"""
    for block in blocks[:25]:
        if (
            block.kind == "paragraph"
            and not block.roles.isdisjoint(("standfirst", "vague standfirst"))
            and len(block.text) > 40
            and not block.is_link
        ):
            block.become_standfirst()
        elif block.kind == "paragraph" and len(block.text) >= 2 * RUNNING and not block.is_link:
            return


# ---- a site's own rules ------------------------------------------------------------------------------


def _ruled(page: Page, missed: list[str]) -> tuple[list[Element], str]:
    """The elements of the first body selector that matches, and its name."""
    for number, selector in enumerate(page.rules.body, 1):
        if found := page.select(selector):
            return _outermost(found), f"{selector} (rule {number})"
    missed.extend(f"body: {selector}" for selector in page.rules.body)
    return [], ""


def _removals(page: Page) -> tuple[dict[Element, str], list[str]]:
    chosen: dict[Element, str] = {}
    for selector in page.rules.remove:
        chosen.update(dict.fromkeys(page.select(selector), f"rule {selector}"))
    return chosen, []


def _outermost(found: list[Element]) -> list[Element]:
    """Without elements that stand inside another of them."""
    chosen = set(found)
    return [e for e in found if not any(a in chosen for a in e.iterancestors())]


__all__ = ["Body", "Image", "find_body"]
