"""Sizes: what keeps a hostile body from costing more time, memory or stack than an article is worth.

Figures for one core, each found with nh3 0.3.8: 40,000 attributes on one tag take half a second and the time grows with
the square; so it does with unclosed `<div>` (20,000: 1 s); 2,000 unclosed `<b id=…>` before as many `<p>` come out as
14 MB, because each paragraph opens all of them again, as in a browser. Text is cheap: 2 million characters take 20 ms.
"""

import re

CHARACTERS = 4_000_000
"""Longer bodies are cut. The longest live blogs have a few hundred thousand characters."""

DEPTH = 200
"""Tags nested deeper are left out, their text stays. Articles stay under 30; kramdown's stack ends near 2,000."""

ELEMENTS = 50_000
"""Tags after so many are left out, their text stays."""

# Below these sizes the worst body costs a few milliseconds, so nothing needs to be counted.
_FEW_TAGS = DEPTH
_SHORT = 100_000
_REOPENED = 200_000

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# A tag as the HTML standard's tokenizer reads it; possessive, so that it takes time in proportion to the tag's length.
_WHOLE_TAG = re.compile(
    r"""<[a-zA-Z][^\s/>]*+(?:[\s/]*+(?!>)=?[^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+){100,}+>?"""
)
# Elements that a browser ends by itself where the next one begins, so an unclosed one does not nest.
_END_BY_THEMSELVES = frozenset(
    "br col dd dt hr img input li option p rp rt source tbody td tfoot th thead tr wbr".split()
)


def tamed(html: str) -> str:
    """`html` without what would make its parsing slow or its tree large. Ordinary bodies come back as they are."""
    html = html[:CHARACTERS]
    if len(html) > _SHORT:
        html = _WHOLE_TAG.sub(lambda tag: _TAG.match(tag[0])[0] + ">", html)  # type: ignore[index]
    return html if html.count("<") <= _FEW_TAGS else _shallow(html)


def _shallow(html: str) -> str:
    """Without tags deeper than `DEPTH`; without inline tags where they would be opened again too often."""
    depth = deepest = paragraphs = 0

    def tag(match: re.Match[str]) -> str:
        nonlocal depth, deepest, paragraphs
        name = match[2].lower()
        if name in _END_BY_THEMSELVES:
            paragraphs += 1
            return match[0]
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
        # "<!" opens a comment up to the tag's own end: the tag is gone, and nothing after it is touched.
        return match[0] if depth + bool(match[1]) <= DEPTH else "<!"

    shallow = _TAG.sub(tag, html)
    if min(deepest, DEPTH) * paragraphs <= _REOPENED:
        return shallow
    return _FORMATTING.sub("<!", shallow)


_FORMATTING = re.compile(r"</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)
