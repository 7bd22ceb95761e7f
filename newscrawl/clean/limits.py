"""Limits: what keeps a hostile body from costing more time, memory or stack than an article is worth.

Figures for one core, each found with nh3 0.3.8: 40,000 attributes on one tag take half a second and the time grows with
the square; so it does with unclosed `<div>` (20,000: 1 s); 2,000 unclosed `<b id=…>` before as many `<p>` come out as
14 MB, because each paragraph opens all of them again, as in a browser. Text is cheap: 2 million characters take 20 ms;
but of those from U+0080 to U+00BF (no-break space, ·, «) 200,000 in one text or attribute take 0.8 s, four times as
many sixteen times that, in a call that no signal interrupts.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from operator import sub

CHARACTERS = 4_000_000
"""Longer bodies are cut. The longest live blogs have a few hundred thousand characters."""

DEPTH = 200
"""Tags nested deeper are left out, their text stays. Articles stay under 30; kramdown's stack ends near 2,000."""

ELEMENTS = 10_000
"""Tags after so many are left out, their text stays."""

# Below these sizes the worst body costs a few milliseconds, so nothing needs to be counted.
_FEW_TAGS = DEPTH
_SHORT = 100_000
_LONG = 1_000
_ATTRIBUTES = 100
_REOPENED = 200_000
_PIECE = 5_000
_LONGEST_ENTITY = 33

_SLOW = re.compile(r"[\x80-\xbf]")

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# An attribute and a tag as the HTML standard's tokenizer reads them; possessive, so that they take time in proportion
# to their length.
_ATTRIBUTE = r"""[\s/]*+(?!>)=?+[^\s/>=]*+(?<![\s/])(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_WHOLE_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE})*+")
_EACH = re.compile(_ATTRIBUTE)
# Elements that a browser ends by itself where the next one begins, so an unclosed one does not nest.
_END_BY_THEMSELVES = frozenset(
    "br col dd dt hr img input li option p rp rt source tbody td tfoot th thead tr wbr".split()
)


def tamed(html: str) -> str:
    """`html` without what would make its parsing slow or its tree large. Ordinary bodies come back as they are."""
    html = html[:CHARACTERS]
    if len(html) > _SHORT:
        html = _WHOLE_TAG.sub(_with_few_attributes, html)
    if len(html) > 2 * _PIECE:
        first, *others = html.split("<")
        html = "<".join([_broken_up(first), *map(_after_tag, others)])
    return html if html.count("<") <= _FEW_TAGS else _shallow(html)


def _with_few_attributes(tag: re.Match[str]) -> str:
    """A tag as it is, or without attributes where it has more than any article's; all of them have less than 20."""
    name = _TAG.match(tag[0])
    if len(tag[0]) < _LONG or name is None:
        return tag[0]
    if len(_SLOW.findall(tag[0])) > _PIECE:
        return name[0]
    attributes = islice(_EACH.finditer(tag[0], name.end()), _ATTRIBUTES)
    return tag[0] if sum(1 for _ in attributes) < _ATTRIBUTES else name[0]


def _after_tag(piece: str) -> str:
    """What stands from a tag's name to the next tag, its text in pieces."""
    if len(piece) < _PIECE:
        return piece
    tag, end, text = piece.partition(">")
    return tag + end + _broken_up(text)


def _broken_up(text: str) -> str:
    """A text in pieces between empty comments, which the parser takes out again, where it is long and slow to write."""
    if len(text) < _PIECE or len(_SLOW.findall(text)) < _PIECE:
        return text
    return "<!---->".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces, none of which ends within an entity."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        begun = text.rfind("&", end - _LONGEST_ENTITY, end)
        if end < len(text) and begun > start and ";" not in text[begun:end]:
            end = begun
        yield text[start:end]
        start = end


def _shallow(html: str) -> str:
    """Without tags deeper than `DEPTH`; without inline tags where they would be opened again too often."""
    tags = _TAG.findall(html)
    steps = [-1 if slash else 1 for slash, name in tags if name.lower() not in _END_BY_THEMSELVES]
    deepest, paragraphs = _deepest(steps), len(tags) - len(steps)
    if deepest > DEPTH:
        html = _cut_at_depth(html)
    return html if min(deepest, DEPTH) * paragraphs <= _REOPENED else _FORMATTING.sub("<!", html)


def _deepest(steps: list[int]) -> int:
    """The greatest depth that steps down (1) and up (-1) lead to; nothing leads above 0."""
    sums = list(accumulate(steps))
    lowest = islice(accumulate(sums, min, initial=0), 1, None)
    return max(map(sub, sums, lowest), default=0)


def _cut_at_depth(html: str) -> str:
    depth = 0

    def tag(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _END_BY_THEMSELVES:
            return match[0]
        depth = max(0, depth - 1) if match[1] else depth + 1
        # "<!" opens a comment up to the tag's own end: the tag is gone, and nothing after it is touched.
        return match[0] if depth + bool(match[1]) <= DEPTH else "<!"

    return _TAG.sub(tag, html)


_FORMATTING = re.compile(r"</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)
