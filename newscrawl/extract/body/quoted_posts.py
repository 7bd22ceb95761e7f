"""Posts of social networks, quoted: text, paragraphs, links, author and date as the page itself has them."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from html import escape

from lxml import etree

from newscrawl.extract.body.captions import caption_of
from newscrawl.extract.body.embeds import name_and_page
from newscrawl.extract.page.page import string
from newscrawl.extract.vocabulary.names import Element


def quoted_post(quote: Element, page: str, name: str, absolute: Callable[[str], str]) -> str:
    """The inside of a quotation of a post with text of its own; "" where the page holds nothing but links."""
    if quote.find(".//p") is None and _says_something(quote):
        return _paragraphs([escape(" ".join(string(quote).split()), quote=False)]) + _signed("", page, name)
    written = [p for p in quote.iter("p") if _says_something(p)]
    paragraphs = [html for p in written for line in _lines(p) if (html := caption_of(line, absolute).html)]
    if not paragraphs:
        return ""
    dated = next((" ".join(string(a).split()) for a in reversed(quote.findall("a"))), "")
    loose = " ".join(" ".join([quote.text or "", *(child.tail or "" for child in quote)]).split())
    return _paragraphs(paragraphs) + _signed(loose, page, dated or name)


def _says_something(paragraph: Element) -> bool:
    """Whether a paragraph has words that lead nowhere: "A post shared by …" is a link alone."""
    links = "".join(string(a) for a in paragraph.iter("a"))
    return len("".join(string(paragraph).split())) > len("".join(links.split()))


def _lines(paragraph: Element) -> Iterator[Element]:
    """A paragraph's lines, each as one of its own: networks write their writers' paragraphs with <br>."""
    line = etree.Element("p")
    line.text = paragraph.text
    for child in deepcopy(paragraph):
        if child.tag == "br":
            yield line
            line = etree.Element("p")
            line.text = child.tail
        else:
            line.append(child)
    yield line


def noted_post(element: Element) -> str:
    """The quotation of a post whose text and author stand as JSON in an attribute, as Substack writes it."""
    try:
        post = json.loads(element.get("data-attrs") or "{}")
    except ValueError:
        return ""
    text, url = (post.get("full_text"), post.get("url")) if isinstance(post, dict) else (None, None)
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


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _signed(by: str, page: str, label: str) -> str:
    return (
        f'<p>{f"{escape(by, quote=False)} " if by else ""}<a href="{escape(page)}">{escape(label, quote=False)}</a></p>'
    )
