"""The section in which a site files an article: by its tags, its links, the path above the headline."""

import re
from itertools import chain

from newscrawl.extract.fields.breadcrumbs import path_steps, shown_steps
from newscrawl.extract.fields.folder_links import folders, kicker
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.shown_titles import LONGEST
from newscrawl.extract.fields.tags import OF_ALL
from newscrawl.extract.fields.topic_links import WITH_COUNT, categories
from newscrawl.extract.fields.topic_names import is_topic, titles
from newscrawl.extract.page import structured
from newscrawl.extract.page.tree import text_of
from newscrawl.extract.vocabulary.phrases import all_phrases
from newscrawl.text.letters import letters
from newscrawl.text.plain import plain

SECTION_METAS = (
    "article:section", "og:article:section", "parsely-section", "sailthru.section", "section", "article.section",
    "cxenseparse:recs:articlesection",
)  # fmt: skip

SECTION_LENGTH = 60
"""Characters of a section's name."""

HEADLINE_WORDS = 4
"""Words of a headline."""

SHARED = 0.6
"""The share of them that two versions of a headline have in common."""

SAME_HEADLINE = 0.6
"""The share of a headline's letters that is the headline still."""
_STEP = re.compile(r"\s[>›»]\s")


def find_section(near: Near) -> tuple[str, str]:
    """The section as the page names it, and where: ("World", "JSON-LD articleSection")."""
    page = near.page
    for name in SECTION_METAS:
        if text := _first_section(plain(page.meta(name)), near):
            return text, f"meta {name}"
    for value in page.said("articleSection"):
        if text := _first_section(structured.text(value), near):
            return text, "JSON-LD articleSection"
    linked = ((name, "link") for name in categories(near) if _may_be_section(name, near))
    shown = ((name, "breadcrumbs") for name in reversed(shown_steps(page)) if _may_be_section(name, near))
    own = (name for name in folders(near) if name.casefold() not in OF_ALL)
    beside = ((name, "link") for name in chain(own, [kicker(near)]) if name and _may_be_section(name, near))
    found = _last_step(near) or next(linked, None) or next(shown, None) or _item(near)
    name, source = found or next(beside, None) or _of_parsely(near)
    return WITH_COUNT.sub("", name), source


def _of_parsely(near: Near) -> tuple[str, str]:
    """The section in the object that Parse.ly reads; some write a part of an address there."""
    text = _first_section(structured.text(structured.node_of(near.page.meta("parsely-page")).get("section")), near)
    return text, "meta parsely-page" if text else ""


def _item(near: Near) -> tuple[str, str] | None:
    """The section that microdata names; some pages mark up each part of the text so."""
    items = near.page.microdata.get("articlesection", [])
    own = [e for e in items if not near.is_of_others(e)] if len(items) == 1 else []
    names = [_first_section(plain(e.get("content") or text_of(e)), near) for e in own]
    return next(((name, "itemprop articleSection") for name in names if name), None)


def _first_section(text: str, near: Near) -> str:
    """A section's name; of a path its last step, of a list that is written as one text the first that may be one."""
    is_path = text.startswith("/") or (text.count("/") > 1 and not re.search(r"\s/|:/", text))
    text = text.strip("/").rpartition("/")[2] if is_path else _STEP.split(text)[-1]
    is_list = len(text) > SECTION_LENGTH or text.count(",") > 1 or re.search(r",\S", text)
    names = [text] if _is_headline(text, near) or not is_list else map(str.strip, text.split(","))
    return next((name for name in names if _may_be_section(name, near)), "")


def _may_be_section(name: str, near: Near) -> bool:
    is_label = name.endswith((":", "："))
    is_named = len(name) <= SECTION_LENGTH and any(map(str.isalpha, name)) and not all_phrases().is_home(name)
    return is_named and not is_label and not _is_headline(name, near) and is_topic(name, near.page)


def _is_headline(name: str, near: Near) -> bool:
    """Whether a name is the article's headline, perhaps in other words or cut short."""
    said, words = letters(name), name.split()
    alike = {letters(word) for word in words} if len(words) >= HEADLINE_WORDS else set()
    shown = "" if near.headline is None else letters(near.text(near.headline)[:LONGEST])
    if len(words) >= HEADLINE_WORDS and said in shown and len(said) >= SAME_HEADLINE * len(shown):
        return True
    for title in titles(near.page):
        whole = letters(title)
        if said in whole and len(said) >= SAME_HEADLINE * len(whole):
            return True
        if len(alike) >= HEADLINE_WORDS:
            shared = alike.intersection(letters(word) for word in title.split())
            if len(shared) >= SHARED * len(alike):
                return True
    return False


def _last_step(near: Near) -> tuple[str, str] | None:
    """The last step of the page's path that is neither the home page nor the article itself."""
    paths = [_steps(node) for node in near.page.json_ld if "breadcrumblist" in structured.kinds(node)]
    shown = path_steps(near.page)
    for steps, source in (*((steps, "JSON-LD breadcrumbs") for steps in paths), (shown, "breadcrumbs")):
        if names := [name for name in steps if _may_be_section(name, near)]:
            return names[-1], source
    return None


def _steps(node: structured.Node) -> list[str]:
    """The names of a path's steps; a last one of many words that leads nowhere is the page itself."""
    steps = [s for s in structured.each(node.get("itemListElement")) if isinstance(s, dict)]
    names = [structured.text(step, "name") or structured.text(step.get("item")) for step in steps]
    if steps and not steps[-1].get("item") and len(names[-1].split()) >= HEADLINE_WORDS:
        names.pop()
    return names
