"""clean_body: a body as clean HTML that people can read, one block a line."""

import html
import re

import nh3

from newscrawl.clean import allowed
from newscrawl.clean.attributes import LinkContext
from newscrawl.clean.limits import tamed
from newscrawl.clean.rewriter import Walk
from newscrawl.text.characters import printable

_CLEANER = nh3.Cleaner(
    tags=set(allowed.PARSED),
    clean_content_tags=set(allowed.DROPPED_WHOLE),
    attributes={"*": set(allowed.GLOBAL_ATTRIBUTES), **{tag: set(names) for tag, names in allowed.ATTRIBUTES.items()}},
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel", "data"},
)
_ANCHOR = re.compile(r'="(?:(?<= id=")|(?<= name="))([^"]+)"')
# nh3 writes an iframe's content as it found it: text that no browser shows.
_FRAME = re.compile(r"(<iframe[^<>]*+>)[^<]*+(?:<(?!/iframe>)[^<]*+)*+")


class CleanHTML(str):
    """What `clean_body` made: it need not be cleaned again. Whatever is done to it makes plain text of it, which is.

    Nothing outside of `newscrawl.clean` makes one.
    """

    __slots__ = ()


def clean_body(body: str, base_url: str, *, keep_blanks: bool = False) -> CleanHTML:
    """`body` with nothing in it but what the allow-list names. Never raises.

    `base_url`: the page's address; relative addresses are made absolute with it. Blanks outside `<pre>` become one
    space, unless they are kept as they are. Cleaning what was cleaned changes nothing.
    """
    if isinstance(body, CleanHTML):
        return body
    lines = body.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    canonical = _canonical(tamed(lines))
    if "<iframe" in canonical:
        canonical = _FRAME.sub(r"\1", canonical)
    anchors = frozenset(map(html.unescape, _ANCHOR.findall(canonical)))
    return CleanHTML(Walk(LinkContext(base_url, anchors), keep_blanks=keep_blanks).through(canonical))


def _canonical(body: str) -> str:
    """`body` as nh3 spells it."""
    try:
        return printable(_CLEANER.clean(body))
    except UnicodeEncodeError:  # a lone surrogate
        return printable(_CLEANER.clean(body.encode(errors="ignore").decode()))
