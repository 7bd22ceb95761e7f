"""Posts of social networks, quoted: text, paragraphs, links, author and date as the page itself has them."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from html import escape
from typing import Any

from lxml import etree

from newscrawl.element import Element
from newscrawl.extract.body.captions import caption_of
from newscrawl.extract.body.embed_pages import name_and_page
from newscrawl.extract.page.tree import string
from newscrawl.urls.resolve import Absolute

LEVELS = 4
"""Boxes in boxes of a post in which its lines are looked for."""


def quoted_post(quote: Element, page: str, name: str, absolute: Absolute) -> str:
    """The inside of a quotation of a post with words of its own; "" where the page holds nothing but links."""
    lines = [line for line in _lines(quote) if string(line).strip()]
    for link in (link for line in lines for link in line.iter("a")):
        _set_apart(link)
    if not any(map(_says_something, lines)):
        return ""
    signed = _leads_to(page, lines[-1], absolute)
    for line in lines[:-1][:1]:
        if _leads_to(page, line, absolute) and not _says_something(line):
            etree.strip_tags(line, "a")  # Instagram's link around all that was written
    written = [f"<p>{html}</p>" for line in lines if (html := caption_of(line, absolute).html)]
    return "".join(written) + ("" if signed else _signed("", page, name))


def link_text(quote: Element) -> str:
    """What the link says that a post without words of its own ends with: who wrote it, or its title."""
    boxes = (
        " ".join(string(box).split())
        for box in quote.iter("div", "p")
        if next(box.iterchildren("div", "p"), None) is None
    )
    if account := next((text for text in boxes if "@" in text), ""):
        return account
    lines = [" ".join(string(line).split()) for line in _lines(quote)]
    return next(filter(None, reversed(lines)), "")


def _set_apart(link: Element) -> None:
    """Put the blank before a link that Reddit leaves out: "by<a>u/ann</a>"."""
    before, parent = link.getprevious(), link.getparent()
    if before is not None:
        before.tail = _LEANS.sub(" ", before.tail or "")
    elif parent is not None:
        parent.text = _LEANS.sub(" ", parent.text or "")


_LEANS = re.compile(r"(?<=[a-zA-Z])\Z")


def _says_something(line: Element) -> bool:
    """Whether a line has words that lead nowhere: "A post shared by …" is a link alone."""
    links = "".join(string(a) for a in line.iter("a"))
    return len("".join(string(line).split())) > len("".join(links.split()))


def _leads_to(page: str, line: Element, absolute: Absolute) -> bool:
    """Whether a line links to the post itself; its link then leads to the post's own page, nothing behind it."""
    own = [a for a in line.iter("a") if name_and_page(absolute(a.get("href") or ""))[1] == page]
    for link in own:
        link.set("href", page)
    return bool(own)


def _lines(element: Element, levels: int = LEVELS) -> Iterator[Element]:
    """The lines of a post, each as a paragraph: networks write paragraphs with <br>, and the signature beside them."""
    line = _line(element.text)
    for child in element:
        if not levels or (child.tag not in _ENDS_LINE and next(child.iter("p"), None) is None):
            line.append(deepcopy(child))
            continue
        yield line
        if child.tag in ("p", "section"):
            yield from _lines(child, levels - 1)
        else:  # boxes of a network's own frame say something in their paragraphs alone
            for paragraph in child.iter("p"):
                yield from _lines(paragraph, levels - 1)
        line = _line(child.tail)
    yield line


_ENDS_LINE = frozenset("br p section div".split())


def _line(text: str | None) -> Element:
    line = etree.Element("p")
    line.text = text
    return line


def noted_post(element: Element) -> str:
    """The quotation of a post whose text and author stand as JSON in an attribute, as Substack writes it."""
    try:
        post = json.loads(element.get("data-attrs") or "{}")
    except ValueError:
        return ""
    post = _as_of_x(post) if isinstance(post, dict) else {}
    text, url = post.get("full_text"), post.get("url")
    if not isinstance(text, str) or not isinstance(url, str) or not text.strip():
        return ""
    provider, page = name_and_page(url)
    if not provider:
        return ""
    lines = [escape(line.strip(), quote=False) for line in text.split("\n") if line.strip()]
    author, account = (str(post.get(key) or "").strip() for key in ("name", "username"))
    by = f"— {author} (@{account})" if author and account else f"— {author or account}" if author or account else ""
    label = str(post.get("date") or "")[:10] or provider
    return f"<blockquote>{_paragraphs(lines)}{_signed(by, page, label)}</blockquote>"


def _as_of_x(post: dict[str, Any]) -> dict[str, Any]:
    """A post of Bluesky as one of X: Substack calls its parts otherwise."""
    did, number = post.get("authorDid"), post.get("postId")
    if not isinstance(did, str) or not isinstance(number, str):
        return post
    author = {"name": post.get("authorName"), "username": post.get("authorHandle"), "date": post.get("createdAt")}
    return {"full_text": post.get("text"), "url": f"https://bsky.app/profile/{did}/post/{number}", **author}


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _signed(by: str, page: str, label: str) -> str:
    return (
        f'<p>{f"{escape(by, quote=False)} " if by else ""}<a href="{escape(page)}">{escape(label, quote=False)}</a></p>'
    )
