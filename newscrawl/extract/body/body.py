"""Body: the article itself, found and cleaned."""

from dataclasses import dataclass, field, replace

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.anchors import with_links_within
from newscrawl.extract.body.articlebody_hint import Hint
from newscrawl.extract.body.cards import cards, headed_rows, lists_of_stories, quoted_stories
from newscrawl.extract.body.chooser import choose
from newscrawl.extract.body.container import describe
from newscrawl.extract.body.edges import without_repeated
from newscrawl.extract.body.images import Image
from newscrawl.extract.body.other_articles import other_articles
from newscrawl.extract.body.place import BodyPlace, description_of
from newscrawl.extract.body.pruning import VETO_SHARE, is_closed_window
from newscrawl.extract.body.site_rules import chosen_by_rule, removed_by_rule
from newscrawl.extract.body.state_fields import said_of_article
from newscrawl.extract.body.state_text import Sought, state_text
from newscrawl.extract.body.text import text_of_blocks
from newscrawl.extract.body.text_map import Weights, forget, text_map
from newscrawl.extract.body.titles import headline_element, titles_of
from newscrawl.extract.body.usual_place import place_key
from newscrawl.extract.body.writing import write_blocks
from newscrawl.extract.page.control_characters import without_control_characters
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.soft_hyphens import without_soft_hyphens
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
    """The site's selectors of the body where none matched anything, as "body: div.wysiwyg"."""

    edges: frozenset[int] = frozenset()
    """The keys of the first and last lines, as they were before those of the site's template were left out; and of the
    element it was."""

    weights: Weights = field(default_factory=dict, repr=False)
    """How much running text each element of the page holds."""

    weight: float = 0.0
    """How much of it the body's own element holds."""

    is_of_data: bool = False
    """Whether it stands in the data of the page's scripts alone."""

    def is_heavy(self, element: Element) -> bool:
        """Whether an element holds so much of the text that it is the article's whatever its names say."""
        return self.weights.get(element, 0.0) > VETO_SHARE * self.weight


def find_body(page: Page, *, headline: str = "") -> Body:
    """The body of the article on a page, by the site's rules where they match, else by weight."""
    containers, selector, missed = chosen_by_rule(page)
    removals, unused = removed_by_rule(page)
    missed += unused
    titles = titles_of(page, headline)
    texts = text_map(_top(page))
    place = BodyPlace(
        page=page,
        containers=containers,
        weights=texts.raw,
        titles=titles,
        headline=headline_element(page, titles),
        hint=_hint(page),
        removals=removals,
    )
    if containers:
        return replace(_body(place), selector=selector, missed=missed)
    choice = choose(texts, place.headline, place.hint, page.rules.repeated)
    if choice is not None and (window := _closed_window_around(choice.element)) is not None:
        shown = text_map(_top(page), window)
        if again := choose(shown, place.headline, place.hint, page.rules.repeated):
            choice, place = again, replace(place, weights=shown.raw)
    if choice is None:
        return _of_data(page, headline, Body(missed=missed))
    others = _other_stories(place, choice.element)
    place = replace(
        place,
        containers=[choice.element],
        chances=choice.chances,
        may_doubt=not place.removals,
        removals=place.removals | others,
    )
    found = replace(_body(place), selector=describe(choice.element), why=choice.why, missed=missed)
    return found if len(found.text) >= THIN else _of_data(page, headline, found)


def _closed_window_around(element: Element) -> Element | None:
    return next(filter(is_closed_window, (element, *element.iterancestors())), None)


def _top(page: Page) -> Element:
    top = page.tree.find("body")
    return page.tree if top is None else top


def _hint(page: Page) -> Hint:
    stated = (page.article_node or {}).get("articleBody")
    return Hint(stated if isinstance(stated, str) else "")


def _other_stories(place: BodyPlace, container: Element) -> dict[Element, str]:
    """The boxes of other articles in a container, whole, in a row or as cards, which are left out."""
    page, weights = place.page, place.weights
    boxes = [
        *other_articles(page, container, place.headline, weights),
        *headed_rows(page, container, weights),
        *lists_of_stories(page, container, weights),
        *quoted_stories(page, container),
    ]
    for box in boxes:
        forget(box, weights)
    return dict.fromkeys(boxes, "another article") | dict.fromkeys(cards(page, container, weights), "card")


def _body(place: BodyPlace) -> Body:
    blocks, removed, kept = write_blocks(place)
    blocks, edges = without_repeated(blocks, place.page.rules.repeated, removed)
    return Body(
        html=with_links_within("\n".join(b.html for b in blocks), (place.page.url, place.page.base)),
        text=text_of_blocks(blocks),
        images=[i for b in blocks for i in b.images],
        removed=removed,
        kept=kept,
        edges=edges | ({place_key(place.container)} - {0}),
        weights=place.weights,
        weight=max(place.weights.get(container, 0.0) for container in place.containers),
    )


THIN = 600
"""Characters. A text that is shorter may be what a page shows until a script has run."""


def _of_data(page: Page, headline: str, shown: Body) -> Body:
    """The body that stands in the data of the page's scripts alone, else the one that is shown.

    What a page sells is not taken from there: its data may hold what a wall keeps back.
    """
    if page.is_paid_for:
        return shown
    titles = titles_of(page, headline)
    known = Sought(tuple(titles), split(page.url).path.rstrip("/"), description_of(page), headline)
    stated = state_text(page_data(page.source), known)
    if stated is None:
        return shown
    said = said_of_article(stated.nodes, stated.data)
    is_sold = "isAccessibleForFree" in said
    if is_sold or stated.length >= 2 * len(shown.text):
        page.learn(said)
    if is_sold or stated.length < 2 * len(shown.text):
        return shown
    html = without_control_characters(without_soft_hyphens(stated.html.encode("utf-8", "replace"))).decode()
    top = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser(remove_comments=True))
    found = _body(BodyPlace(page=page, containers=[top], weights=text_map(top).raw, titles=titles))
    why = "the page's HTML holds no such text"
    if not found.text:
        return shown
    return replace(found, selector=stated.place, why=why, missed=shown.missed, is_of_data=True)
