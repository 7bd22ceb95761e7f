"""Links that say under what a page files its article: its categories and its tags."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice, takewhile

from newscrawl.element import Element
from newscrawl.extract.fields.near import Near
from newscrawl.extract.page.links import leads_away
from newscrawl.extract.page.tree import is_longer, text_of
from newscrawl.extract.vocabulary.boilerplate import reason_for
from newscrawl.extract.vocabulary.names import has_role, may_give_role
from newscrawl.text.scripts import ideographic

# Elements behind and before the headline among which a category stands; a site's menu is farther.
NEAR_AFTER, NEAR_BEFORE = 40, 12

# Levels above a link whose names may say what it is; characters of a category's name, and of a box with one alone.
LEVELS, LENGTH, BOX = 3, 60, 90

# Links of an article's tags, or of a path's steps; a cloud of all the site's tags has more.
MOST_LINKS, LEVELS_OF_ARTICLE = 12, 4

# Characters of a label before an article's topics; a comma is between two.
BESIDE_LINKS = 20

# Links to categories in an article's boxes: a list of the site's has more.
MOST_CATEGORIES = 3

# Words that may stand beside a link that files the article, no sentence yet.
LABEL_WORDS = 2

_OF_TAGS = re.compile(r"/(?:tags?|label)[/:][^/?#]+/?$", re.IGNORECASE)
"""In the address of a tag's page, whatever software made it."""

_OF_TOPICS = re.compile(
    r"/(?:topics?|temas?|themen?|emne[rt]?|aihe(?:et)?|etiket(?:te)?|etiquetas?|keywords?|subjects?)/[^/?#]+/?$",
    re.IGNORECASE,
)
"""In the address of a topic's page: an article's topics stand side by side below its headline, a menu's do not."""

_OF_CATEGORIES = re.compile(r"/(?:categor(?:y|ies|ia|ie)|kategori[ea]?|rubrik|rubrique)/[^?#]+$", re.IGNORECASE)
_PARTS_OF_LINE = re.compile(r"[·•|]")
_ASIDE = frozenset({"nav", "aside", "form"})
_FILES = frozenset({"category", "tag"})


def categories(near: Near) -> Iterator[str]:
    """The categories that links name: those that are so called at the headline, then those that say so by rel.

    Then those in the article's boxes that lead to an address of categories.
    """
    at_headline = (e for e in (*near.after[:NEAR_AFTER], *near.before[:NEAR_BEFORE]) if e.tag == "a")
    for link in chain(at_headline, filter(_files, near.page.filing)):
        if _is_category(link) and _is_article_s(link, near):
            yield text_of(link)
    links = _links_to(_OF_CATEGORIES, near, most=MOST_CATEGORIES)
    yield from (text_of(link) for link in links if _is_article_s(link, near))


def tag_names(near: Near) -> list[str]:
    """What links say by rel that they are tags, else those of the first box below the headline that is called so.

    Else those in the article's boxes that lead to an address of tags.
    """
    tags = [e for e in near.page.filing if "tag" in _rels(e) and not _is_category(e)] or _links_of_tags(near)
    for links in chain([tags], (find(near) for find in (_tag_pages, _topics_below, _labelled_links))):
        if named := [WITH_COUNT.sub("", text_of(link)) for link in links if _is_article_s(link, near)]:
            return named
    return []


WITH_COUNT = re.compile(r"\s?\(\d{1,6}(?:\s\w{1,12})?\)\Z")
"""How many articles a tag has: "Bridges (24)", "Bridges (24 posts)"."""


def _tag_pages(near: Near) -> list[Element]:
    return _links_to(_OF_TAGS, near, most=MOST_LINKS)


def _topics_below(near: Near) -> list[Element]:
    """The links to pages of topics that make a box of their own below the headline."""
    first = next((e for e in near.tagged("a") if _OF_TOPICS.search(e.get("href") or "")), None)
    if first is not None and any(map(_is_site_s, first.iterancestors("footer"))):
        return []
    for box in () if first is None else islice(first.iterancestors("div", "ul", "p", "section"), LEVELS):
        found = list(islice(box.iter("a"), MOST_LINKS + 1))
        if 1 < len(found) <= MOST_LINKS:
            are_topics = all(_OF_TOPICS.search(e.get("href") or "") for e in found)
            said = sum(len(text_of(e)) for e in found)
            is_alone = len(text_of(box)) - said <= BESIDE_LINKS + 2 * len(found)
            return found if are_topics and is_alone and _stands_by(box, near) else []
    return []


def _labelled_links(near: Near) -> list[Element]:
    """The links to one folder behind words that say nothing but that tags follow: "Topics", "Archivado en:"."""
    paragraphs = 0
    for element in near.tagged("a", "p"):
        paragraphs += element.tag == "p"
        if element.tag == "p":
            continue
        first, label = _behind_label(element, near)
        has_colon = label.endswith((":", "："))
        if label and (has_colon or (paragraphs >= LEAST_PARAGRAPHS and _stands_by(first, near))):
            links = _links_from(first)
            folders = {(link.get("href") or "").rstrip("/").rpartition("/")[0] for link in links}
            is_list = first.tag != "a" or len(links) > 1
            return links if is_list and len(folders) == 1 and len(links) <= MOST_LINKS else []
    return []


def _behind_label(link: Element, near: Near) -> tuple[Element, str]:
    """The outermost element that begins with a link and stands behind words that say that tags follow, and these."""
    begins, at = near.page.phrases.begins_tags, link
    for _ in range(LEVELS_OF_LABEL):
        before, box = at.getprevious(), at.getparent()
        said = "" if box is None else ((box.text if before is None else before.tail) or "").strip()
        if before is not None and not said:
            is_link = next(before.iter("a"), None) is not None
            said = "" if is_link or is_longer(before, LABEL) else text_of(before)
        if said:
            label = said.rstrip(" :：")
            return at, said if 0 < len(label) <= LABEL and begins.length(label) >= len(label) else ""
        if before is not None or box is None:
            break
        at = box
    return at, ""


def _links_from(first: Element) -> list[Element]:
    """The links in an element and those beside it, up to what is more than links."""
    links: list[Element] = []
    for element in chain([first], first.itersiblings()):
        own = list(islice(element.iter("a"), MOST_LINKS + 1))
        if len(text_of(element)) > sum(len(text_of(link)) + 2 for link in own) + 2:
            break
        links += own
        if len((element.tail or "").split()) > LABEL_WORDS or len(links) > MOST_LINKS:
            break
    return links


LABEL, LEVELS_OF_LABEL, LEAST_PARAGRAPHS = 30, 3, 2
"""Characters of what heads tags; boxes around the first of them; paragraphs between it and the headline, above which a
menu stands."""


def _is_site_s(footer: Element) -> bool:
    """Whether a footer has more links than an article's."""
    return len(list(islice(footer.iter("a"), MOST_LINKS + 1))) > MOST_LINKS


def _links_to(address: re.Pattern[str], near: Near, *, most: int) -> list[Element]:
    """The links to such an address in the largest of the article's boxes without many, outside of sentences."""
    around = [] if near.headline is None else islice(near.headline.iterancestors(), LEVELS_OF_ARTICLE)
    for box in reversed([e for e in around if e.tag not in ("body", "html")]):
        there = (e for e in box.iter("a") if address.search(e.get("href") or "") and leads_away(near.page, e))
        found = list(islice(there, most + 1))
        if len(found) <= most:
            return [e for e in found if not _is_in_sentence(e) and not _is_counted(e)]
    return []


def _is_in_sentence(link: Element) -> bool:
    """Whether more than a word or two stands right before or behind a link; "Tagged with" does."""
    before, box = link.getprevious(), link.getparent()
    said = before.tail if before is not None else box.text if box is not None else ""
    parts = (_PARTS_OF_LINE.split(said or "")[-1], link.tail or "")
    return any(len(text.split()) > LABEL_WORDS for text in parts)


def _links_of_tags(near: Near) -> list[Element]:
    boxes = near.tagged("div", "ul", "p", "section")
    box = next((e for e in boxes if _is_called_tags(e.get("class") or "") and _stands_by(e, near)), None)
    links = [] if box is None else list(islice(box.iter("a"), MOST_LINKS + 1))
    texts = [text_of(link) for link in links]
    is_cloud = 2 * sum(text[-1:].isdigit() for text in texts) > len(texts)  # "Politics 12": what the site has of it
    whole = "" if box is None else text_of(box)
    labelled = near.page.phrases.begins_tags.length(whole)
    is_list = box is not None and len(links) <= MOST_LINKS and 2 * sum(map(len, texts)) > len(whole) - labelled
    return links if is_list and not is_cloud else []


@lru_cache(maxsize=8192)
def _is_called_tags(names: str) -> bool:
    return may_give_role(names, "tags") and reason_for(names) == "tags"


def files_article(link: Element) -> bool:
    """Whether a link says by its rel or its address that it leads to a category's or a tag's page."""
    href = link.get("href") or ""
    return _files(link) or _OF_CATEGORIES.search(href) is not None or _OF_TAGS.search(href) is not None


def _files(link: Element) -> bool:
    return not _FILES.isdisjoint(_rels(link))


def _stands_by(box: Element, near: Near) -> bool:
    """Whether a box stands in one of the boxes right around the headline."""
    nearest = [] if near.headline is None else islice(near.headline.iterancestors(), LEVELS_OF_ARTICLE)
    own = {e for e in nearest if e.tag not in ("body", "html")}
    return box not in near.around and not own.isdisjoint(box.iterancestors())


def _rels(link: Element) -> list[str]:
    return (link.get("rel") or "").lower().split()


def _is_category(link: Element) -> bool:
    if _OF_TAGS.search(link.get("href") or ""):  # the microformat h-entry calls tags "p-category"
        return "category" in _rels(link)
    boxes = chain([link], islice(link.iterancestors(), LEVELS))
    called = (has_role(box, "category", "class", "itemprop") and len(text_of(box)) <= BOX for box in boxes)
    return "category" in _rels(link) or any(called)


def _is_article_s(link: Element, near: Near) -> bool:
    boxes = takewhile(lambda box: box not in near.around, link.iterancestors())
    near_boxes = islice(boxes, LEVELS + 1) if _files(link) else boxes
    if any(box.tag in _ASIDE and not (_is_headline_s(box, near) or _is_called_tags(_label(box))) for box in near_boxes):
        return False
    said = text_of(link)
    is_name = 1 < len(said) <= LENGTH or ideographic(said)
    return is_name and not near.is_of_others(link)


def _label(box: Element) -> str:
    """What a box of links is called for those who do not see it; of some builders' tags: <nav aria-label="tags">."""
    return box.get("aria-label") or ""


def _is_headline_s(aside: Element, near: Near) -> bool:
    """Whether a box beside the text stands right below the headline, or around the article and says it holds tags."""
    before = aside.getprevious()
    if aside.tag == "aside" and before is not None and before is near.headline:
        return True
    return aside.getparent() in near.around and _is_called_tags(aside.get("class") or "")


def _is_counted(link: Element) -> bool:
    """Whether a link ends with how many articles there are, in an element of its own: a list of all the site's does."""
    last = link
    for _ in range(LEVELS):
        last = last[-1] if len(last) and not last[-1].tail else last
    return (said := text_of(last)).strip("()").isdecimal() and said != text_of(link)
