"""Container: the element that holds the article's text, on a page nobody wrote a rule for.

Text is weighed bottom-up: every run of unlinked text of some length counts for all elements around it, except where a
name, tag or role says that the box is something else. Then the way leads from <body> down, always to the heaviest
child, until the text spreads over several children: that is the container.
"""

from dataclasses import dataclass, field

from lxml import etree

from newscrawl.extract.boilerplate import SILENT_TAGS, Element, verdict, words_of

INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)

SHORT = 25
"""Characters below which a run of text weighs nothing: dates, labels, names, menu items. Weighed runs are sentences."""

JUNK_SHARE = 0.1
"""What the text of a box counts whose name says it is something else. Not 0: names lie ("paywall" round an article)."""

DESCEND = 0.9
"""Share of the text a child must hold to go down into it unasked; the rest is then captions and small boxes."""

DESCEND_IF_ALONE = 0.55
"""Share that suffices where no sibling looks like more of the same text."""

_BODY_WORDS = frozenset(
    "articlebody article-body article__body article_body entry-content post-content story-body storybody story-content "
    "article-content article__content post-body post__content body-copy bodycopy article-text articletext richtext "
    "rich-text wysiwyg content-body contentbody".split()
)
"""Whole names of elements that hold a body: WordPress, Blogger, Arc, AEM and many themes agree on these."""

_LEAVES = frozenset("p li blockquote pre h1 h2 h3 h4 h5 h6 dd dt figcaption".split())


@dataclass(slots=True)
class Weights:
    """How much running text each element of a page holds, in characters."""

    order: list[Element] = field(default_factory=list)
    """Every element in document order."""

    of: dict[Element, float] = field(default_factory=dict)
    """Element -> weight; elements without running text are absent."""

    believed: dict[Element, float] = field(default_factory=dict)
    """The same with boxes made light whose names say that they are something else."""


def weigh(root: Element) -> Weights:
    """The weights of an element and all inside it."""
    found = Weights(order=list(root.iter("*")))
    of, believed, inline = found.of, found.believed, dict[Element, float]()
    for element in reversed(found.order):
        tag = element.tag
        if tag in SILENT_TAGS:
            continue
        own = inline.pop(element, 0.0)
        if (text := element.text) and not text.isspace():
            own += _length(text)
        if tag in INLINE_TAGS:
            own = 0.0 if tag == "a" else own
        elif own:
            if own >= SHORT and tag not in _HEADINGS:
                of[element] = of.get(element, 0.0) + own
                believed[element] = believed.get(element, 0.0) + own
            own = 0.0
        _pass_up(element, own, found, inline)
    return found


_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 figcaption caption".split())


def _length(text: str) -> float:
    """The length of a text in Latin characters: Chinese, Japanese and Korean say the same in less than half of them."""
    text = text.strip()
    return len(text) if text.isascii() or text[len(text) // 2] < "\u2e80" else 2.5 * len(text)


def _pass_up(element: Element, own: float, found: Weights, inline: dict[Element, float]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if (tail := element.tail) and not tail.isspace():
        own += _length(tail)
    if own:
        inline[parent] = inline.get(parent, 0.0) + own
    if weight := found.of.get(element):
        found.of[parent] = found.of.get(parent, 0.0) + weight
        if element.tag not in _LEAVES and _is_junk(element):
            found.believed[element] *= JUNK_SHARE
        found.believed[parent] = found.believed.get(parent, 0.0) + found.believed[element]


def _is_junk(element: Element) -> bool:
    return element.tag == "aside" or bool(verdict(element))


def container_of(root: Element, weights: Weights) -> Element | None:
    """The element that holds the article's text; None where the page has no running text."""
    of = weights.believed
    if root not in of:
        return None
    path = [root]
    while (child := _next(path[-1], of)) is not None:
        path.append(child)
    named = [e for e in path if is_named_body(e) and of[e] >= DESCEND_IF_ALONE * of[path[-1]]]
    return named[0] if named else path[-1]


def _next(element: Element, of: dict[Element, float]) -> Element | None:
    """The child to go down into, or None where the text spreads over several."""
    children = [(of[c], c) for c in element if c in of]
    if not children:
        return None
    weight, best = max(children, key=lambda pair: pair[0])
    if best.tag in _LEAVES or best.tag in INLINE_TAGS:
        return None
    if weight >= DESCEND * of[element]:
        return best
    if weight < DESCEND_IF_ALONE * of[element]:
        return None
    if is_named_body(best) and not any(is_named_body(c) for _, c in children if c is not best):
        return best
    return None if any(_is_kin(c, best) for _, c in children if c is not best) else best


def _is_kin(element: Element, best: Element) -> bool:
    """Whether an element looks like more of the text that its sibling holds."""
    if element.tag in _LEAVES:
        return True
    names = element.get("class")
    return element.tag == best.tag and names is not None and names.split()[:1] == (best.get("class") or "").split()[:1]


def is_named_body(element: Element) -> bool:
    """Whether an element says itself that it holds an article's body."""
    if "articleBody" in (element.get("itemprop") or "") or element.get("property") == "articleBody":
        return True
    return any(not _BODY_WORDS.isdisjoint(words_of(v)) for k in ("class", "id", "data-testid") if (v := element.get(k)))


def describe(element: Element) -> str:
    """An element as a short selector, e.g. "div.entry-content"."""
    names = [n for n in (element.get("class") or "").split() if n.replace("-", "").replace("_", "").isalnum()][:2]
    return "".join(
        [str(element.tag), f"#{i}" if (i := element.get("id")) and not names else "", *(f".{n}" for n in names)]
    )


STRING = etree.XPath("string()")
