"""Writer: one walk over a container, in document order, that writes clean blocks.

The page's tree is left as it is. Wrappers vanish, so blocks stand side by side; inline markup that reaches over several
blocks is closed and opened again; pictures and embeds are lifted out of paragraphs; what is boilerplate is skipped, and
why is kept. A box is judged twice: by its names when it begins, by its share of links when it ends.
"""

from html import escape

from lxml import etree

from newscrawl.extract.blocks import Block, Kind
from newscrawl.extract.boilerplate import Element, reason_for, verdict, words_of
from newscrawl.extract.captions import (
    CAPTION_WORDS,
    CREDIT_WORDS,
    FIGURE_WORDS,
    LONGEST_CAPTION,
    add_caption,
    figure_html,
    file_name,
    read_figure,
)
from newscrawl.extract.container import INLINE_TAGS, NEVER, WHOLE, Weights, describe
from newscrawl.extract.embeds import (
    EMBED_TAGS,
    QUOTE_CLASSES,
    embed_html,
    is_embed,
    link_figure,
    name_and_page,
    quote_address,
)
from newscrawl.extract.hint import Hint
from newscrawl.extract.images import image_html
from newscrawl.extract.liveblog import entry_time, time_block
from newscrawl.extract.page import Page

VETO_SHARE = 0.35
"""A box that holds this share of the container's text stays whatever its names say."""

PAYWALLED_SHARE = 0.3
"""Of that limit. Search engines ask sites to name the text behind a paywall ("paywall" in JSON-LD's cssSelector), so
a box of that name with some text is the article; with little text it is the plea."""

MOST_ELEMENTS = 40_000
"""Of one body. The longest live blogs have a tenth of it; pages made to be slow have more."""

FIGURE_COST = 3
"""Elements that a figure counts for beside itself, as it is read whole."""

LONGEST_NOTE = 80
"""Characters of a paragraph up to which its names are believed: "date", "kicker", "teaser"."""

BOX_BLOCKS = 40
"""A box of related links has fewer blocks; larger boxes are not judged by their links (and judging stays linear)."""

_RENAMED = {"acronym": "abbr", "del": "s", "strike": "s", "kbd": "code", "samp": "code", "tt": "code", "var": "i"}
_KEPT_INLINE = {n: n for n in "a abbr b cite code em i mark q s small strong sub sup time u".split()} | _RENAMED
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6"}
_STRUCTURES: dict[str, Kind] = {
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "blockquote": "quote",
    "table": "table",
    "pre": "code",
}
_NESTED = frozenset(
    "p ul ol li dl dt dd blockquote table caption thead tbody tfoot tr td th pre h2 h3 h4 h5 h6".split()
)
_LINE_ENDS = frozenset("p li dt dd tr caption h2 h3 h4 h5 h6 blockquote".split())
_BOX_WORDS = frozenset(
    "factbox fact-box faktaboks faktaruta faktabox infobox info-box infokasten factfile sidebox kasten explainer "
    "expandable-box expandablebox textbox text-box zusatzinfo hintergrund boxout pull-out glossary glossar".split()
)


class Writer:
    """Writes the blocks of one container. `removals`: what the site's own rules leave out, and which rule."""

    def __init__(self, page: Page, weights: Weights, hint: Hint, removals: dict[Element, str]) -> None:
        self.blocks: list[Block] = []
        self.removed: list[tuple[str, str]] = []
        self._absolute = page.absolute
        self.believes_names = True
        self._weights = weights
        self._removals = removals
        self._hint = hint
        self._limit = self._most = 0.0
        self._parts: list[str] | None = None
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._open: list[tuple[Element, str, str]] = []
        self._paragraph: Element | None = None
        self._structure: Element | None = None
        self._left = MOST_ELEMENTS
        self._boxes: list[tuple[Element, int]] = []
        self._heading: Element | None = None
        self._entry: Element | None = None
        self._entry_time: Element | None = None
        self._breaks = 0

    # ---- the walk --------------------------------------------------------------------------------

    def write(self, root: Element) -> None:
        """Add the blocks of a container."""
        self._limit = max(VETO_SHARE * self._weights.get(root, 0.0), 1.0)
        self._most = WHOLE * self._weights.get(root, 0.0)
        self._text(root.text)
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walker:
            if element is root:
                continue
            if event == "start":
                self._left -= 1
                if not self._left:
                    self.removed.append((describe(element), "more than MOST_ELEMENTS elements"))
                    break
                if not self._start(element, element.tag):
                    skipped = element
                    walker.skip_subtree()
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._end(element, element.tag)
                if element.tail:
                    self._text(element.tail)
        self._flush()

    def _start(self, element: Element, tag: str) -> bool:
        """Begin an element; False where it is done with (left out, or read whole)."""
        if tag == "br":
            self._break()
            return False
        if element is self._entry_time:
            return False
        if tag in _MEDIA:
            return self._media(element, tag)
        if reason := self._reason(element, tag):
            if reason in _AROUND_PICTURES and (picture := _large_picture(element)) is not None:
                return self._media(picture, picture.tag)
            self._remove(element, reason)
            return False
        if tag in INLINE_TAGS or self._heading is not None:
            self._start_inline(element, tag)
        elif self._structure is not None:
            self._start_nested(element, tag)
        elif tag == "p":
            self._flush()
            self._paragraph = element
        else:
            return self._start_block(element, tag)
        self._text(element.text)
        return True

    def _end(self, element: Element, tag: str) -> None:
        if tag in INLINE_TAGS or self._heading not in (None, element):
            self._end_inline(element)
        elif self._structure is not None:
            self._end_nested(element, tag)
        else:
            self._flush()
            self._paragraph = self._heading = None
            if self._boxes and self._boxes[-1][0] is element:
                self._end_box(*self._boxes.pop())

    # ---- what is left out ------------------------------------------------------------------------

    def _reason(self, element: Element, tag: str) -> str:
        if self._removals and element in self._removals:
            return self._removals[element]
        if tag == "a" and not ((names := element.get("class")) and reason_for(names)):
            return ""
        if self._structure is not None and tag in ("footer", "cite") or tag == "time":
            return ""
        reason = verdict(element)
        if not self.believes_names and reason not in _NOT_BY_NAME and not reason.startswith(("<", "role")):
            return ""
        if tag == "aside" and reason == "<aside>" and self._is_box(element):
            return ""
        if reason and (
            self._weights.get(element, 0.0) > (self._most if reason in NEVER else self._limit)
            or self._is_excused(element, tag, reason)
        ):
            return ""
        return reason

    def _is_excused(self, element: Element, tag: str, reason: str) -> bool:
        """Whether a name means something else here: "teaser" on a paragraph, "player" around a video."""
        if self._hint and element in self._weights and self._hint.knows(str(_TEXT(element))):
            return True
        if tag in _HEADINGS or tag == "p":
            long = tag != "p" or self._weights.get(element, 0.0) > LONGEST_NOTE
            return reason == "paywall" or (long and reason in ("related", "page furniture", "tags", "navigation"))
        if reason == "paywall":
            return self._weights.get(element, 0.0) > PAYWALLED_SHARE * self._limit
        if reason == "related" and element.find(".//a") is None:
            return True
        if reason in ("share", "player", "related"):
            return any(
                is_embed(e) or "twitter-tweet" in (e.get("class") or "")
                for e in element.iter("iframe", "video", "audio", "blockquote")
            )
        return False

    def _remove(self, element: Element, reason: str) -> None:
        if element.tag not in _UNTOLD:
            self.removed.append((describe(element), reason))

    # ---- text and inline markup ------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._parts is None:
            if text.isspace():
                return
            self._begin()
        elif self._breaks and not text.isspace():
            self._settle_breaks()
        assert self._parts is not None
        self._parts.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        self._words.append(text)
        if self._links:
            self._linked += len(text)

    def _begin(self) -> None:
        self._parts = [start for _, start, _ in self._open]
        self._words = []
        self._linked = 0
        self._breaks = 0

    def _start_inline(self, element: Element, tag: str) -> None:
        name = _KEPT_INLINE.get(tag)
        start = self._opening(element, name) if name else ""
        if tag == "a":
            self._links += 1
        end = f"</{name}>" if start else ""
        if end and tag != "a" and self._parts and self._parts[-1] == end:
            self._parts.pop()
            start = ""
        self._open.append((element, start, end))
        if self._parts is not None:
            if self._breaks and self._structure is None:
                self._settle_breaks()
            if self._parts is not None:
                self._parts.append(start)

    def _end_inline(self, element: Element) -> None:
        if element.tag == "a":
            self._links -= 1
        if self._open and self._open[-1][0] is element:
            _, start, end = self._open.pop()
            if self._parts is not None:
                self._close(self._parts, start, end)

    @staticmethod
    def _close(parts: list[str], start: str, end: str) -> None:
        if start and parts and parts[-1] is start:
            parts.pop()
        elif end:
            parts.append(end)

    def _opening(self, element: Element, name: str) -> str:
        if name == "code":
            return _opening_tag(element, name)
        if name == "a":
            url = self._absolute_link(element.get("href") or "")
            return f'<a href="{escape(url)}">' if url else ""
        kept = {"abbr": "title", "time": "datetime"}.get(name)
        value = element.get(kept) if kept else None
        return f'<{name} {kept}="{escape(value)}">' if value else f"<{name}>"

    def _absolute_link(self, href: str) -> str:
        return href.strip() if href.startswith("mailto:") else self._absolute(href)

    def _break(self) -> None:
        if self._structure is not None:
            if self._parts:
                self._parts.append("<br>" if self._structure.tag != "pre" else "\n")
                self._words.append("\n")
        elif self._parts is not None:
            self._breaks += 1

    def _settle_breaks(self) -> None:
        """One <br> stays one; two begin a new paragraph, as pages without <p> mean them."""
        if self._breaks > 1 and not (self._paragraph is not None and self._paragraph.tag in _HEADINGS):
            paragraph = self._paragraph
            self._flush()
            self._paragraph = paragraph
            self._begin()
        elif self._parts is not None:
            self._parts.append("<br>")
            self._words.append(" ")
        self._breaks = 0

    # ---- blocks ----------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Finish the paragraph or heading that is open."""
        if self._parts is None:
            return
        parts, self._parts, self._breaks = self._parts, None, 0
        for _, start, end in reversed(self._open):
            self._close(parts, start, end)
        text = " ".join("".join(self._words).split())
        if not text:
            return
        source = self._paragraph
        names = (source.get("class") or "") if source is not None else ""
        words = words_of(names) if names else frozenset[str]()
        block = Block(
            "paragraph", "", text, self._linked, words, str(source.tag) if source is not None else "", home=source
        )
        self._finish(block, "".join(parts).strip())

    def _words_around(self) -> frozenset[str]:
        """The words of the smallest boxes around a short text that say it is a caption."""
        for box, _ in self._boxes[-1:-3:-1]:
            if self._weights.get(box, 0.0) > LONGEST_CAPTION:
                break
            if (names := box.get("class")) and not CAPTION_WORDS.isdisjoint(words := words_of(names)):
                return words
        return frozenset()

    def _finish(self, block: Block, inner: str) -> None:
        tag = _HEADINGS.get(block.tag, "p")
        if tag != "p":
            block.kind, block.level = "heading", int(tag[1])
        block.html = f"<{tag}>{inner}</{tag}>"
        self.blocks.append(block)

    def _start_block(self, element: Element, tag: str) -> bool:
        self._flush()
        self._paragraph = None
        if tag in _HEADINGS:
            self._paragraph = self._heading = element
        elif tag in _STRUCTURES and not self._is_layout(element, tag):
            if tag == "blockquote" and self._embedded_post(element):
                return False
            self._structure = element
            self._begin()
            self._parts = [_opening_tag(element, tag)]
        elif tag == "hr":
            self.blocks.append(Block("rule", "<hr>"))
        else:
            if self._background(element) or self._post(element):
                return False
            self._begin_entry(element)
            self._boxes.append((element, len(self.blocks)))
            if (names := element.get("class")) or element.tag == "footer":
                self._paragraph = element if names else None
        self._text(element.text)
        return True

    def _begin_entry(self, element: Element) -> None:
        """Begin an entry of a live blog with the time it has."""
        if self._entry is None and (time := entry_time(element)) is not None and (line := time_block(time)):
            self._entry, self._entry_time = element, time
            self.blocks.append(line)

    def _is_layout(self, element: Element, tag: str) -> bool:
        """Whether a list or table only lays things out: lists of pictures, tables around the text."""
        if tag in ("ul", "ol", "dl"):
            return (
                element.find(".//img") is not None
                or self._weights.get(element, 0.0) > 2 * self._limit
                and element.find("li/p") is not None
            )
        if tag != "table":
            return False
        if (
            element.get("role") == "presentation"
            or element.find(".//table") is not None
            or element.find(".//iframe") is not None
        ):
            return True
        if element.find(".//th") is not None:
            return False
        rows = element.findall(".//tr")
        return all(len(row) < 2 for row in rows) or self._weights.get(element, 0.0) > 2 * self._limit

    def _start_nested(self, element: Element, tag: str) -> None:
        assert self._parts is not None
        name = _HEADINGS.get(tag, tag)
        if name in _NESTED:
            if self._structure is not None and self._structure.tag != "pre":
                self._parts.append(_opening_tag(element, name))
        elif not self._parts[-1].endswith(("\n", ">", " ")):
            self._parts.append(" ")
            self._words.append("\n")

    def _end_nested(self, element: Element, tag: str) -> None:
        assert self._parts is not None
        name = _HEADINGS.get(tag, tag)
        if name in _LINE_ENDS:
            self._words.append("\n")
        elif name in ("td", "th"):
            self._words.append("\t")
        if element is self._structure:
            self._parts.append(f"</{tag}>")
            self._end_structure(element, tag)
        elif name in _NESTED:
            if self._structure is not None and self._structure.tag != "pre":
                self._parts.append(f"</{name}>")
        elif not self._parts[-1].endswith(("\n", ">", " ")):
            self._parts.append(" ")

    def _end_structure(self, element: Element, tag: str) -> None:
        parts, self._parts, self._structure = self._parts or [], None, None
        raw = "".join(self._words)
        lines = (
            raw.split("\n") if tag == "pre" else [line for part in raw.split("\n") if (line := " ".join(part.split()))]
        )
        text = "\n".join(lines).strip("\n")
        if text.strip() or "<img" in "".join(parts):
            words = words_of(element.get("class") or "")
            self.blocks.append(Block(_STRUCTURES[tag], "".join(parts), text, self._linked, words, tag))

    # ---- boxes -----------------------------------------------------------------------------------

    def _is_box(self, element: Element) -> bool:
        return not _BOX_WORDS.isdisjoint(words_of(element.get("class") or ""))

    def _end_box(self, element: Element, mark: int) -> None:
        if element is self._entry:
            self._entry = None
            return
        inside = self.blocks[mark : mark + BOX_BLOCKS + 1]
        if not inside or len(inside) > BOX_BLOCKS:
            return
        if len(inside) < 5 and _merge_caption(self.blocks, mark, element):
            return
        if self.believes_names and (reason := _card(element, inside, self._weights.get(element, 0.0) < self._limit)):
            self._remove(element, reason)
            del self.blocks[mark:]
        elif self._is_box(element):
            html = "".join(b.html for b in inside)
            images = [i for b in inside for i in b.images]
            self.blocks[mark:] = [
                Block(
                    "box", f'<div class="box">{html}</div>', "\n".join(b.text for b in inside if b.text), images=images
                )
            ]

    # ---- pictures and embeds ---------------------------------------------------------------------

    def _media(self, element: Element, tag: str) -> bool:
        """Read a picture or an embed whole; True where the element is to be walked into instead."""
        if element in self._removals:
            self._remove(element, self._removals[element])
            return False
        if tag == "script":
            return self._script(element)
        if tag == "figure":
            return self._figure(element)
        if tag in EMBED_TAGS:
            if html := embed_html(element, self._absolute):
                self._add(Block("embed", html))
            return False
        if tag == "noscript":
            img = next(element.iter("img"), None)
            if img is None or self._structure is not None:
                return False
            return self._image(img, again=True)
        return self._image(element)

    def _image(self, element: Element, *, again: bool = False) -> bool:
        clean = image_html(element, self._absolute)
        if clean is None or (again and self._is_known(clean[1].url)):
            return False
        html, image = clean
        if self._structure is not None and self._parts is not None:
            self._parts.append(html)
        else:
            self._add(Block("figure", figure_html(html, ""), images=[image], tag="img", home=self._paragraph))
        return False

    def _is_known(self, url: str) -> bool:
        name = file_name(url)
        return any(file_name(i.url) == name for b in self.blocks[-2:] for i in b.images)

    def _figure(self, element: Element) -> bool:
        if self._structure is not None:
            return True
        if verdict(element) and not self._is_excused(element, "div", "related"):
            self._remove(element, verdict(element))
            return False
        if (
            next(element.iter("table", "pre", "figure", "p") if False else element.iter("table", "pre"), None)
            is not None
            or element.find(".//figure") is not None
        ):
            self._flush()
            self._boxes.append((element, len(self.blocks)))
            return True
        if self._weights.get(element, 0.0) > self._limit:
            return True
        self._left = max(1, self._left - FIGURE_COST)
        figure = read_figure(element, self._absolute)
        if figure is not None:
            self._add(Block("embed" if figure.is_embed else "figure", figure.html, images=figure.images, tag="figure"))
            return False
        return element.find(".//blockquote") is not None

    def _script(self, element: Element) -> bool:
        """The scripts that draw a graphic where they stand say which."""
        source = element.get("src") or ""
        if "datawrapper" in source or "flourish" in source:
            name, page = name_and_page(self._absolute(source))
            if name:
                self._add(Block("embed", link_figure(page, name)))
        return False

    def _background(self, element: Element) -> bool:
        """A picture that a box has as its background and nothing else."""
        style = element.get("style") or ""
        if "background-image" not in style or element in self._weights:
            return False
        address = style.split("background-image", 1)[1].partition("url(")[2].partition(")")[0].strip("'\" ")
        clean = image_html(etree.Element("img", src=address), self._absolute) if address else None
        if clean is None or not str(_TEXT(element)).strip() == "":
            return False
        self._add(Block("figure", figure_html(clean[0], ""), images=[clean[1]], tag="img"))
        return True

    def _post(self, element: Element) -> bool:
        """A post that a script would put into an empty box."""
        if not element.get("data-href") or not is_embed(element):
            return False
        if html := embed_html(element, self._absolute):
            self._add(Block("embed", html))
        return bool(html)

    def _embedded_post(self, quote: Element) -> bool:
        """A post of X, Instagram and others as the quotation it is, with its address."""
        names = (quote.get("class") or "").split()
        kind = next((n for n in names if n in QUOTE_CLASSES), "")
        if not kind:
            return False
        url = self._absolute(quote_address(quote))
        name, page = name_and_page(url)
        text = " ".join(str(_TEXT(quote)).split())
        if not url:
            return False
        if text and kind == "twitter-tweet":
            quoted = f"<p>{escape(text, quote=False)}</p>"
            link = f'<p><a href="{escape(page)}">{name or "X"}</a></p>'
            self.blocks.append(Block("embed", f'<blockquote class="{kind}">{quoted}{link}</blockquote>'))
        else:
            self.blocks.append(Block("embed", link_figure(page, name or "Post")))
        return True

    def _add(self, block: Block) -> None:
        """Add a picture or embed in its place: what paragraph is open ends before it and goes on after it."""
        if self._structure is not None:
            if self._parts is not None and block.kind == "embed":
                self._parts.append(block.html.removeprefix('<figure class="embed">').removesuffix("</figure>"))
            return
        self._flush()
        self.blocks.append(block)


_TEXT = etree.XPath("string()")
_MEDIA = frozenset({"img", "amp-img", "picture", "figure", "noscript", "script", *EMBED_TAGS})
_UNTOLD = frozenset("script style svg noscript button input label link meta template path".split())
"""Left out on every page and of no interest to who asks what was left out."""


_NOT_BY_NAME = frozenset({"hidden", "comments", "cookie notice"})
_AROUND_PICTURES = frozenset({"<button>", "role button", "window"})
"""What opens a picture in a window of its own stands around it."""


def _large_picture(element: Element) -> Element | None:
    """The picture that a button enlarges, if it is no icon: a figure, or an image that comes in several sizes."""
    figure = next(element.iter("figure"), None)
    if figure is not None and next(figure.iter("img"), None) is not None:
        return figure
    return next((i for i in element.iter("img") if i.get("srcset") or i.get("data-srcset")), None)


def _opening_tag(element: Element, name: str) -> str:
    kept = _KEPT_ATTRIBUTES.get(name, ())
    attributes = "".join(f' {k}="{v}"' for k in kept if (v := element.get(k) or "").isdigit())
    if name in ("code", "pre"):
        names = [n for n in (element.get("class") or "").split() if n.startswith(("language-", "lang-"))]
        attributes = f' class="{escape(names[0])}"' if names else ""
    return f"<{name}{attributes}>"


_KEPT_ATTRIBUTES = {"td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",), "li": ("value",)}


def _card(element: Element, inside: list[Block], is_light: bool) -> str:
    """Why a box that ended is no text of the article: links, a teaser card."""
    chars = sum(len(b.text) for b in inside)
    linked = sum(b.linked for b in inside)
    if not chars or (len(inside) == 1 and inside[0].tag == "p"):
        return ""
    if linked > 0.6 * chars and chars - linked < 200:
        return "links"
    if is_light and chars < 600 and next(element.iter("input", "form", "textarea"), None) is not None:
        return "form"
    heads = [b for b in inside if b.kind == "heading"]
    if heads and linked and chars < 600 and all(b.is_link for b in heads):
        return "teaser"
    if element.tag == "article" and linked and chars < 500 and _is_one_of_several(element):
        return "teaser"
    return ""


def _is_one_of_several(article: Element) -> bool:
    return next(article.itersiblings("article"), None) is not None or (
        next(article.itersiblings("article", preceding=True), None) is not None
        or next(article.iterancestors("article"), None) is not None
    )


def _merge_caption(blocks: list[Block], mark: int, box: Element) -> bool:
    """A box of one picture and a short text: the text is its caption. Whether it was one."""
    inside = blocks[mark:]
    figures = [b for b in inside if b.kind in ("figure", "embed") and "<figcaption" not in b.html]
    texts = [b for b in inside if b.kind == "paragraph"]
    if len(figures) != 1 or len(figures) + len(texts) != len(inside) or not texts:
        return False
    if sum(len(b.text) for b in texts) > 400 or not all(_is_caption(b, box) for b in texts):
        return False
    figure = figures[0]
    add_caption(figure, texts)
    blocks[mark:] = [figure]
    return True


def _is_caption(block: Block, box: Element) -> bool:
    if not CAPTION_WORDS.isdisjoint(block.words) or not CREDIT_WORDS.isdisjoint(block.words):
        return True
    if block.is_link:
        return False
    if block.tag != "p":
        return True
    return not FIGURE_WORDS.isdisjoint(words_of(box.get("class") or ""))
