"""Live blogs: pages of dated entries, kept in the page's order (mostly the newest first), each with its time."""

from html import escape

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.vocabulary.names import has_role, roles_of


def entry_time(element: Element) -> Element | None:
    """The <time> of a live blog's entry; None where the element is no entry."""
    if not _is_entry(element):
        return None
    return next(element.iter("time"), None)


def _is_entry(element: Element) -> bool:
    if "liveBlogUpdate" in (element.get("itemprop") or "") or "BlogPosting" in (element.get("itemtype") or ""):
        return True
    if not has_role(element, "entry") or _holds_entries(element):
        return False
    said = roles_of(element)
    return "liveblog" in said or said.issuperset(("live", "blog")) or ("live" in said and _is_one_of_several(element))


def _holds_entries(element: Element) -> bool:
    """Whether an element is the blog itself, with an entry below another in it: "liveblog__entries"."""
    entries = [child.get("class") for child in element if has_role(child, "entry")]
    return len(set(entries)) < len(entries)


def _is_one_of_several(element: Element) -> bool:
    """Whether another of the same names stands next to an element: a "live-post" alone may be the whole article."""
    beside = (element.getprevious(), element.getnext())
    return any(e is not None and e.get("class") == element.get("class") for e in beside)


def time_block(time: Element) -> Block | None:
    """The line with the time that stands over an entry."""
    text = " ".join("".join(str(t) for t in time.itertext()).split())
    stated = time.get("datetime") or ""
    if not (text or stated):
        return None
    attribute = f' datetime="{escape(stated)}"' if stated else ""
    shown = escape(text or stated, quote=False)
    return Block("time", f'<p class="time"><time{attribute}>{shown}</time></p>', text or stated, tag="time")
