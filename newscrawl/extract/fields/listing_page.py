"""Pages that list articles: a front page, a section, and what a system makes of a tag, an author, a month, a search."""

from collections.abc import Iterator
from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.body.text_map import length_of
from newscrawl.extract.page import structured
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.tree import in_frame, is_alike, is_longer, text_of
from newscrawl.extract.vocabulary.name_table import ARCHIVES, Role
from newscrawl.extract.vocabulary.names import roles_of
from newscrawl.text.letters import letters
from newscrawl.text.scripts import ideographic
from newscrawl.urls.list_paths import is_filed, is_further_page, words_sought
from newscrawl.urls.parts import split

# Characters. A listing's teasers, where they are taken for a text, are no more.
LONGEST_TEXT = 2500

# A page of teasers has this many linked headings, and hardly a paragraph.
TEASERS, LONG_PARAGRAPH, FEW = 8, 180, 3

# Fewer are enough where its heading is a label: "Local", "Tag: harbour".
UNDER_LABEL = 5

# Characters of what a listing says of its subject, beside links that no heading holds.
LONGEST_SUBJECT = 200

# Characters of a link that holds a teaser; levels above one in which a menu or a foot is looked for.
LONGEST_TEASER, LEVELS_OF_FRAME = 300, 20

# Characters of a headline; a menu's "Politics" and "About us" are shorter. What a tag's list is called may be longer.
SHORTEST_HEADLINE, LONGEST_LABEL = 20, 30

# Of a page's <h1> the first is often the site's name.
HEADLINES = 3

# Characters of a paragraph that is a story's, and levels above it in which its heading stands.
PARAGRAPH, LEVELS = 60, 4

_COLLECTIONS = frozenset({"collectionpage", "searchresultspage", "profilepage"})


def is_listing(page: Page, text: str, *, dated: bool) -> bool:
    """Whether a page lists articles and is none itself. `text`: what was found; `dated`: whether a date was."""
    if _is_archive(page, text):
        return True
    if not dated and len(text) < LONGEST_SUBJECT and is_filed(page.url) and not is_declared(page):
        return _has_label(page, LONGEST_LABEL)  # an empty list
    # A blog's home page has a date at each of its excerpts.
    may_list = not is_declared(page) and (_is_home(page) or not dated or _has_many_dates(page))
    return may_list and _lists(page, text)


def has_teasers(page: Page) -> bool:
    """Whether a page has so many linked headings that they are what it is for; not those related to its own."""
    headed = chain(_linked_headings(page), _linked_lines(page), _linked_paragraphs(page))
    teasers = (e for e in headed if _is_teaser(e) and not _is_related(e))
    return _are_enough(teasers, UNDER_LABEL if _has_label(page) else TEASERS)


def is_declared(page: Page) -> bool:
    """Whether a page calls itself an article."""
    return page.article_node is not None or page.meta("og:type").lower() == "article"


def _is_archive(page: Page, text: str) -> bool:
    """Whether a system has made the page of its articles, be it one alone: by its name, or as its headline is a label
    and each paragraph stands under the heading of another page."""
    if page.article_node is not None:
        return False
    body = next(page.tree.iter("body"), None)
    names = frozenset(() if body is None else (body.get("class") or "").lower().split())
    if any(names >= archive for archive in ARCHIVES):
        return not (len(text) >= LONGEST_TEXT and _is_headed(page))
    is_collection = any(not _COLLECTIONS.isdisjoint(structured.kinds(node)) for node in page.json_ld)
    may_list = is_collection or is_filed(page.url) or is_further_page(page.url)  # plugins declare archives as articles
    may_list = may_list or (not is_declared(page) and _is_called_after_address(page))
    longest = LONGEST_LABEL if is_filed(page.url) else SHORTEST_HEADLINE
    headed = _is_in_articles(page) if not page.h1s else may_list and _has_label(page, longest)
    if len(text) < LONGEST_SUBJECT and _says_what_is_sought(page, text):
        return True  # nothing was found
    return (headed or _is_search(page)) and _are_of_stories(page)


def _is_called_after_address(page: Page) -> bool:
    """Whether the headline is the last part of the address: "Town Culture" of /town-culture/."""
    last = letters(split(page.url).path.rstrip("/").rpartition("/")[2])
    return bool(last) and any(letters(text_of(h1)) == last for h1 in page.h1s[:1])


def _is_in_articles(page: Page) -> bool:
    """Whether a page that does not call itself an article holds several, each under a linked heading."""
    around = (next(heading.iterancestors("article"), None) for heading in _linked_headings(page))
    return not is_declared(page) and len({article for article in around if article is not None}) >= LEAST_ARTICLES


LEAST_ARTICLES = 3
"""Below one article two others may stand as cards."""


def _is_headed(page: Page) -> bool:
    """Whether a page has a headline of its own, and no list's address: themes name a section's articles after it."""
    headlines = (h1 for h1 in page.h1s[:HEADLINES] if _is_teaser(h1) and next(h1.iter("a"), None) is None)
    return not is_filed(page.url) and any(text_of(h1) in page.head_title for h1 in headlines)


def _is_search(page: Page) -> bool:
    """Whether the headline says the words that the address looks for: "Search results for “harbour”"."""
    words = words_sought(page.url).lower()
    return bool(words) and any(words in text_of(h1).lower() for h1 in page.h1s[:1])


def _says_what_is_sought(page: Page, text: str) -> bool:
    """Whether the headline or the text says the words that the address looks for."""
    words = words_sought(page.url).lower()
    return bool(words) and (words in text.lower() or _is_search(page))


def _are_of_stories(page: Page) -> bool:
    """Whether each paragraph of a page stands under a linked heading: one is in the nearest box with headings."""
    titles = f"{page.head_title} {page.meta('og:title')}"
    headings = frozenset(e for e in _linked_headings(page) if text_of(e) not in titles)
    headings = headings if any(map(_is_teaser, headings)) else frozenset()
    paragraphs = [p for p in page.tree.iter("p") if length_of(text_of(p)) >= PARAGRAPH] if headings else []
    told: dict[Element, bool | None] = {}  # each box is looked into once, whatever it holds

    def is_story(box: Element) -> bool | None:
        if box not in told:
            above = list(box.iter("h1", "h2", "h3", "h4"))
            told[box] = not headings.isdisjoint(above) if above else None
        return told[box]

    boxes = (islice(paragraph.iterancestors(), LEVELS) for paragraph in paragraphs)
    found = (next((story for box in around if (story := is_story(box)) is not None), False) for around in boxes)
    return bool(paragraphs) and all(found)


def _is_home(page: Page) -> bool:
    parts = split(page.url)
    return parts.path.strip("/") == "" and not parts.query


def _lists(page: Page, text: str) -> bool:
    if _is_home(page):
        few = not _are_enough(_linked_headings(page))
        return not few or (_are_enough(_linked_headings(page), LEAST_ARTICLES) and _are_of_stories(page))
    paragraphs = sum(len(line) >= LONG_PARAGRAPH for line in text.splitlines())
    if paragraphs < FEW and len(text) < LONGEST_TEXT and has_teasers(page):
        return True
    return len(text) < LONGEST_SUBJECT and _are_enough(_linked_rows(page), UNDER_LABEL if _has_label(page) else TEASERS)


def _are_enough(headings: Iterator[Element], least: int = TEASERS) -> bool:
    """Whether a page has so many of these that it is a listing; no more of them are looked at."""
    return next(islice(headings, least - 1, None), None) is not None


def _has_label(page: Page, longest: int = SHORTEST_HEADLINE) -> bool:
    """Whether a page has a section's name or a topic where an article has its headline: "All about the harbour"."""
    return any(0 < len(text_of(h1)) and not _is_teaser(h1, longest) for h1 in page.h1s[:1])


def _has_many_dates(page: Page) -> bool:
    """Whether a page under a label has dates for several stories."""
    return _has_label(page) and _are_enough(page.tree.iter("time"), UNDER_LABEL)


def _linked_headings(page: Page) -> Iterator[Element]:
    for heading in page.tree.iter("h2", "h3", "h4"):
        around = heading.getparent()
        links = heading.iter("a") if around is None or around.tag != "a" else chain([around], heading.iter("a"))
        if any(link.get("href") is not None and not _leads_to_place(page, link) for link in links):
            yield heading


def _leads_to_place(page: Page, link: Element) -> bool:
    """Whether a link leads to a place on its page: a heading's, to itself."""
    address, mark, _ = (link.get("href") or "").partition("#")
    return bool(mark) and (not address or page.absolute(address) == page.url.partition("#")[0])


def _linked_lines(page: Page) -> Iterator[Element]:
    """The links on a line of their own right before a paragraph: teasers without headings."""
    for paragraph in page.tree.iter("p"):
        before = paragraph.getprevious()
        if before is not None and before.tag == "a" and not (before.tail or "").strip():
            yield before


def _linked_paragraphs(page: Page) -> Iterator[Element]:
    """The paragraphs that are one link and nothing else, where all others are short: a list without summaries."""
    paragraphs = [(p, text_of(p), " ".join(map(text_of, p.findall("a")))) for p in page.tree.iter("p")]
    if all(len(said) < PARAGRAPH or said == linked for _, said, linked in paragraphs):
        yield from (p for p, said, linked in paragraphs if said and said == linked)


def _linked_rows(page: Page) -> Iterator[Element]:
    """The links with the words of a headline that stand in boxes side by side which look the same, in no menu."""
    for link in page.tree.iter("a"):
        row = link.getparent()
        if row is None or is_longer(link, LONGEST_TEASER) or not _is_teaser(link):
            continue
        if _is_related(link) or in_frame(link, LEVELS_OF_FRAME):
            continue
        beside = row.getnext() if row.getprevious() is None else row.getprevious()
        if beside is not None and is_alike(row, beside) and next(beside.iter("a"), None) is not None:
            yield link


def _is_teaser(heading: Element, shortest: int = SHORTEST_HEADLINE) -> bool:
    """Whether a heading is a headline; shorter ones with links are a menu's."""
    text = text_of(heading)
    return len(text) * (2.5 if ideographic(text) else 1) >= shortest


def _is_related(heading: Element) -> bool:
    """Whether a heading stands in a box of stories that are related to the page's own."""
    return any(roles_of(box) >= _RELATED for box in islice(heading.iterancestors(), LEVELS_OF_ROW))


_RELATED: frozenset[Role] = frozenset({"related", "other story"})
"""What the box of a row is called; with the first role alone it may be a card of any list ("teaser")."""

LEVELS_OF_ROW = 8
"""Boxes around the heading of a card and its row."""
