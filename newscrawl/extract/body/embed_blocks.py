"""The blocks of embeds: a frame, a script that draws, a quoted post, and what consent tools hold back of them."""

from html import escape
from itertools import islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import Block
from newscrawl.extract.body.embed_pages import has_page, name_and_page
from newscrawl.extract.body.embed_scripts import draws, script_address
from newscrawl.extract.body.embeds import EMBED_TAGS, embed_html, known_html, link_figure, quote_address
from newscrawl.extract.body.empty_frames import NO_CONTENT
from newscrawl.extract.body.kept_markup import kept_markup, parsed
from newscrawl.extract.body.quoted_posts import link_text, quoted_post
from newscrawl.extract.body.stand_ins import EMBED_PAGE, waits_for_script
from newscrawl.extract.vocabulary.names import gives_role
from newscrawl.urls.parts import host_of
from newscrawl.urls.resolve import Absolute

MOST_INSIDE = 40
"""Elements of a player's box that are asked what it plays."""

_HOLDERS = ("iframe", "template", "script", "blockquote")

_SHOWN = frozenset("a img amp-img picture source noscript svg path button".split())
"""Elements that hold no embed back: links and what is looked at."""


def embed_block(element: Element, absolute: Absolute) -> Block | None:
    """The block of an embed's own element: a frame, a player, a script, a template, a post; None of any other."""
    if element.tag == "script":
        return _of_script(element, absolute)
    if element.tag == "blockquote":
        return post_block(element, absolute)
    if element.tag == "template":
        frame = next(element.iter("iframe"), None)
        return _post_within(element, absolute) if frame is None else embed_block(frame, absolute)
    if element.tag not in EMBED_TAGS or not (html := embed_html(element, absolute)):
        return None
    return _post_within(element, absolute) or Block("embed", html)


def held_back(box: Element, absolute: Absolute) -> Block | None:
    """The embed that a consent tool's box keeps inside: a frame, a post, what a script or a template holds."""
    return next((block for inner in box.iter(*_HOLDERS) if (block := embed_block(inner, absolute))), None)


def kept_block(element: Element, absolute: Absolute) -> Block | None:
    """The embed whose markup an element keeps as text, in an attribute or as a script."""
    texts = [element.text or ""] if element.tag == "script" else list(map(str, element.values()))
    markup = next(filter(None, map(kept_markup, texts)), "")
    if not markup:
        return None
    kept = parsed(markup)
    inside = kept.iter("iframe", "blockquote", "script")
    found = (_drawn(e, absolute) if e.tag == "script" else embed_block(e, absolute) for e in inside)
    return next(filter(None, found), None) or _post_within(kept, absolute)


def block_within(figure: Element, absolute: Absolute) -> Block | None:
    """The embed for which a figure's picture stands: what a script draws there, a film that an element of it notes."""
    for element in islice(figure.iter(), MOST_INSIDE):
        if element.tag == "script":
            block = _of_script(element, absolute)
        elif element.tag in _SHOWN or not (waits_for_script(element) or "embed" in (element.get("class") or "")):
            continue
        else:
            html = known_html(element, absolute)
            block = Block("embed", html) if html else None
        if block is not None:
            return block
    return None


def film_within(box: Element, absolute: Absolute) -> Block | None:
    """The film of a known provider that an element of a player's box names."""
    inside = (e for e in islice(box.iter(), MOST_INSIDE) if e.attrib and e.tag != "a")
    html = next((html for e in inside if (html := known_html(e, absolute))), "")
    return Block("embed", html) if html else None


def _of_script(script: Element, absolute: Absolute) -> Block | None:
    """What a script draws where it stands, or holds back as text."""
    if (block := _drawn(script, absolute)) or script.get("src"):
        return block
    block = kept_block(script, absolute)
    return block if block is not None and _is_known(block) else None


def _drawn(script: Element, absolute: Absolute) -> Block | None:
    """The graphic that a script draws where it stands, if its address says which."""
    url = absolute(address) if (address := script_address(script)) else ""
    name, page = name_and_page(url) if url else ("", "")
    if not name and (not url or not draws(script) or NO_CONTENT.search(url)):
        return None
    return Block("embed", link_figure(page, name or host_of(page)))


def _is_known(block: Block) -> bool:
    """Whether an embed is a post, a known provider's or made for frames: scripts put much else into a page, and ads."""
    if not block.html.startswith("<figure"):
        return True
    address = str(parsed(block.html).xpath("string(.//a/@href)"))
    return has_page(address) or ("{" not in address and EMBED_PAGE.match(address) is not None)


def post_block(quote: Element, absolute: Absolute) -> Block | None:
    """A post of X, Instagram and others, whose script finds it in a <blockquote>; None for any other quotation."""
    names = (quote.get("class") or "").split()
    kind = next((n for n in names if gives_role(n, "quoted post") or n.endswith("-embed")), "")
    url = absolute(quote_address(quote)) if kind else ""
    return Block("embed", post_html(quote, url, kind, absolute)) if url else None


def _post_within(element: Element, absolute: Absolute) -> Block | None:
    """The post that is shown until a script has put its frame there, as AMP and consent tools have it."""
    quote = next(element.iter("blockquote"), None)
    url = "" if quote is None else absolute(quote_address(quote))
    if quote is None or not name_and_page(url)[0]:
        return None
    return post_block(quote, absolute) or Block("embed", post_html(quote, url, "twitter-tweet", absolute))


def post_html(quote: Element, url: str, kind: str, absolute: Absolute) -> str:
    """A post as a quotation of its words, or as a link to it where the page has none."""
    name, page = name_and_page(url)
    if quoted := quoted_post(quote, page, name or "Post", absolute):
        return f'<blockquote class="{escape(kind)}">{quoted}</blockquote>'
    text = link_text(quote)
    return link_figure(page, name, text) if name and not text.startswith(name) else link_figure(page, text or "Post")
