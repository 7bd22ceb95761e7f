"""The headline: which of a page's titles is believed.

Publishers write up to four headlines for one article: for readers (<h1>), for search (JSON-LD, <title>) and for social
networks (og:title). Believed, in this order:

1. the site's own selector;
2. what <h1> and og:title say alike: no reader has seen another;
3. JSON-LD's headline: where those two differ, the publisher's word on which it is;
4. og:title, then <h1>, then the other meta tags, then <title>.

All without the site's name behind them, <title> also without one before it. A headline cut short (search engines asked
for 110 characters) gives way to the longer one that begins with it, one led by a kicker ("Olympia: Die Sieger") to
another that lacks the kicker or has a different one. Of several that differ in nothing but spaces and quotation marks
the shown one is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice

from lxml import etree

from newscrawl.extract.page import structured
from newscrawl.extract.page.links import is_anchor
from newscrawl.extract.page.page import Page, text_of
from newscrawl.extract.vocabulary.names import whole_roles
from newscrawl.text.letters import letters as key
from newscrawl.text.plain import plain
from newscrawl.text.scripts import ideographic

METAS = ("twitter:title", "parsely-title", "sailthru.title", "citation_title", "dc.title", "headline", "title")

_BLANKS = r"(?<!\s)\s++"  # from their first one on, so that many of them are looked at once
# What stands between a headline and the site's name.
_SEPARATOR = re.compile(
    rf"{_BLANKS}[|\-\u2013\u2014·•»‹›«:/]++\s++|(?:{_BLANKS})?+[|｜：»]\s*+|{_BLANKS}[\-\u2013\u2014]\s*+"
)
_KICKER = re.compile(rf"(?:{_BLANKS})?+[:|»]\s++|{_BLANKS}[-\u2013\u2014]\s++")
# What parts of <title> are set apart by, an underscore on Chinese pages among them.
_PARTS = re.compile(rf"{_BLANKS}(?:::|[|‹›«»:\u2013\u2014-])\s++|_")
_DASHES = frozenset("\u2013\u2014")
_DOTS = ("...", "…")

# Characters. Systems cut a headline for social networks at 60, 65 or 70.
SHORTEST_CUT = 50

# A site's name and its section behind a headline are shorter than this share of the whole.
NAME_SHARE = 0.6

# A kicker is the shorter part of its headline: below this it is the rest that is cut off.
KICKER_SHARE = 0.4

# Characters. A site's name as <h1> is shorter, a headline longer.
NAME_LENGTH = 25

# Characters of a Chinese headline, which is set apart from what follows it by an underscore.
SHORTEST = 5

# Headings below <h1> that are compared with <title>; the article's own stands among the first.
HEADINGS = 20

# Links of a page's top, the logo among them; a home page's address.
LINKS = 40
_HOME = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w+|home)?")

# A headline that stands in no heading: where, characters by which its spaces differ, and levels of what lists links.
_NO_HEADINGS = ("p", "div", "span", "b", "strong", "font", "td")
_LISTS = frozenset({"a", "nav", "li", "head"})
SLACK, LEVELS = 10, 4

# Signs at which a title is cut to see whether the page shows its begin.
MOST_BEGINS = 4

# A page's foot, and the line in it that says whose the page is.
FOOT = 50_000
_COPYRIGHT = re.compile(rb"(?:\xc2\xa9|&copy;|&#169;|[Cc]opyright\b)[^<]{4,120}")

# A headline's first lines; a longer <h1> wraps more than the headline.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline, where it comes from and the element that shows it, if one does."""

    text: str = ""
    source: str = ""
    element: etree._Element | None = None
    missed: tuple[str, ...] = ()
    """The site's own selectors where they matched nothing."""


def find_headline(page: Page) -> Headline:
    """The page's headline; empty where it has none."""
    for selector in page.rules.title:
        for element in page.select(selector):
            if text := _shown(element):
                return Headline(text, selector, element)
    text, source = _generic(page)
    return Headline(text, source, _element(page, text), tuple(f"title: {s}" for s in page.rules.title))


def _generic(page: Page) -> tuple[str, str]:
    names = page.site_names
    shown = [t for t in map(_shown, page.h1s[:8]) if t]
    social = without_site(plain(page.meta("og:title"))[:LONGEST], names, shown)
    social = _without_heading_of_site(page, _without_name_before(social, names, shown))
    declared = without_site(structured.text((page.article_node or {}).get("headline"))[:LONGEST], names, shown)
    social = social if declared else _shown_begin(page, _uncut(social, page.head_title, shown), shown)
    if agreed := next((t for t in shown if social and same(t, social)), ""):
        return _mended(agreed, social, [*shown, declared]), "h1 and og:title"
    if declared:
        return _mended(declared, social, shown), "JSON-LD headline"
    if social:
        return _mended(social, social, shown), "og:title"
    return _poorer(page, names, shown)


def _poorer(page: Page, names: frozenset[str], shown: list[str]) -> tuple[str, str]:
    names |= _logos(page) | _owners(page)
    for element in page.microdata.get("headline", ()):
        if text := plain(element.get("content") or "")[:LONGEST] or _shown(element):
            return text, "itemprop headline"
    if not shown and (text := _called_title(page)):
        return text, "element called the article's title"
    below = [t for t in map(_shown, islice(page.tree.iter("h2", "h3"), HEADINGS)) if t]
    is_shown = any(key(t) not in names for t in shown)
    whole = _without_site_before(page.head_title if is_shown else _headed_part(page), names, [*shown, *below])
    titles = without_site(whole, names, [*shown, *filter(_is_long, below)])
    titles = titles if is_shown else _shown_part(page, titles)
    if text := next((t for t in shown if same(t, titles) or titles.startswith(t)), ""):
        return _best_set([text, titles]) if same(text, titles) else text, "h1"
    if titles and any(key(t).endswith(key(titles)) and len(titles) > KICKER_SHARE * len(t) for t in shown):
        return titles, "title and the end of h1"  # whose beginning is a kicker
    if (titles != page.head_title or _is_long(titles)) and any(same(t, titles) for t in below):
        return titles, "title and a heading"  # <h1> is the site's name, or a section's
    if len(shown) == 1 and key(shown[0]) not in names:
        is_label = _is_long(titles) and _unlike(titles, shown[0]) and _plain_element(page, titles) is not None
        return (titles, "title and a line") if is_label else (shown[0], "h1")
    for name in METAS:
        if text := without_site(plain(page.meta(name))[:LONGEST], names, shown):
            return text, f"meta {name}"
    return (titles, "title") if titles and key(titles) not in names else ("", "")


def _is_long(title: str) -> bool:
    """Whether a text is longer than a site's name or a section's."""
    return len(title) * (2.5 if ideographic(title) else 1) >= NAME_LENGTH


def _called_title(page: Page) -> str:
    """What the one element says that is called the title of a post or an article; of several each is another's."""
    called = (
        e for e in page.tree.iter("div", "span", "p", "h2", "h3") if _is_called_title((e.get("class") or "").lower())
    )
    found = list(dict.fromkeys(text for e in islice(called, 3) if (text := _shown(e))))
    return found[0] if len(found) == 1 else ""


def _is_called_title(names: str) -> bool:
    return "title" in names and any("title" in whole_roles(name) for name in names.split())


def _headed_part(page: Page) -> str:
    """The large part of <title> that a heading in the page's midst shows, before one that its frame does; else all."""
    title = page.head_title
    parts = [part for part in _PARTS.split(title) if KICKER_SHARE * len(title) < len(part) < len(title)]
    headings = [e for e in islice(page.tree.iter("h2", "h3"), HEADINGS) if parts and not _in_frame(e)]
    return next((part for part in parts if any(same(part, _shown(e)) for e in headings)), title)


def _shown_part(page: Page, title: str) -> str:
    """The longest part of <title>, where the page shows it alone: in a heading below <h1>, or in none."""
    first, line, _ = title.partition("_")
    if line and len(first) >= SHORTEST and _plain_element(page, first) is not None:
        return first
    longest = max(_PARTS.split(title), key=len)
    if longest == title or 2 * len(longest) < len(title):
        return title
    headings = islice(page.tree.iter("h2", "h3"), HEADINGS)
    if any(same(longest, _shown(e)) and not _in_frame(e) for e in headings):
        return longest
    return title if _plain_element(page, longest) is None else longest


def _shown_begin(page: Page, title: str, shown: list[str]) -> str:
    """What a title says before the site's unknown name, where no <h1> says any of it but another element that alone."""
    said, headed = key(title), [key(t) for t in shown]
    begins = (title[: cut.start()].rstrip() for cut in _SEPARATOR.finditer(title))
    long = [begin for begin in begins if 2 * len(begin) >= len(title) or _is_long(begin)]
    if not long or any(t in said or key(long[0]) in t[1:] for t in headed):
        return title
    return next((begin for begin in reversed(long[:MOST_BEGINS]) if _plain_element(page, begin) is not None), title)


def _logos(page: Page) -> frozenset[str]:
    """The site's names as the links to its home page show them: a logo's text, or what its picture is called."""
    found = set()
    for link in islice(page.tree.iter("a"), LINKS):
        if _HOME.fullmatch(link.get("href") or "no address"):
            pictures = (e.get("alt") or "" for e in link.iter("img"))
            found |= {text for text in map(key, (text_of(link), link.get("title") or "", *pictures)) if len(text) > 2}
    return frozenset(found)


def _owners(page: Page) -> frozenset[str]:
    """The parts of <title> that the page's line of copyright names: the site's name."""
    line = _COPYRIGHT.search(page.source, max(0, len(page.source) - FOOT))
    said = key(plain(line[0].decode("utf-8", "replace"))) if line else ""
    parts = map(key, _PARTS.split(page.head_title)[1:])
    return frozenset(part for part in parts if len(part) > 3 and part in said)


def _uncut(title: str, head_title: str, shown: list[str]) -> str:
    """The shown headline of which og:title is the begin: cut within a word, or where <title> has all the words too."""
    for text in shown if len(title) >= SHORTEST_CUT else ():
        rest = text[len(title) :] if text.startswith(title) else ""
        is_in_word = title[-1].isalnum() and rest[:1].isalnum() and not ideographic(title)
        if is_in_word or (rest[1:2].isalnum() and head_title.startswith(text)):
            return text
    return title


def _mended(title: str, social: str, shown: list[str]) -> str:
    if title.endswith(_DOTS):
        start = key(title)
        longer = (t for t in (*shown, social) if start and key(t).startswith(start) and not t.endswith(_DOTS))
        title = next(longer, title)
    alike = [t for t in (*shown, social, title) if same(t, title)]
    return _without_kicker(_best_set(alike), social, shown)


def _best_set(alike: Sequence[str]) -> str:
    """Of titles that say the same the one with its words apart and its signs: an <h1> joins lines without them."""
    words = {t: sum(any(map(str.isalnum, word)) for word in t.split()) for t in alike}
    return max(alike, key=lambda t: (words[t], sum(c in ":|–—-" for c in t)))


def _without_kicker(title: str, social: str, shown: list[str]) -> str:
    """The title without its kicker, where another title of the page lacks the kicker or has a different one."""
    for cut in _KICKER.finditer(title):
        rest = title[cut.end() :]
        if len(rest) > KICKER_SHARE * len(title) and same(rest, social):
            return rest
        others = (_KICKER.split(t, maxsplit=1) for t in (*shown, social) if not same(t, title))
        kickers = [parts[0] for parts in others if len(parts) == 2 and same(parts[1], rest)]
        if any(_unlike(kicker, title[: cut.start()]) for kicker in kickers):
            return rest
    return title


def _unlike(a: str, b: str) -> bool:
    """Whether two kickers share no word; two versions of one headline do."""
    return not set(re.findall(r"\w+", a.lower())) & set(re.findall(r"\w+", b.lower()))


def without_site(title: str, names: frozenset[str], shown: list[str]) -> str:
    """A title without the site's name, and the section before it, at its end."""
    cuts = [m for m in _SEPARATOR.finditer(title) if m.start() and m.end() < len(title)]
    for cut in cuts:
        head, tail = title[: cut.start()].rstrip(), title[cut.end() :]
        if any(same(head, t) for t in shown):
            return head
        if len(tail) < NAME_SHARE * len(title) and _is_name(tail, cut[0].strip(), names):
            return head
    return title


def _is_name(tail: str, sign: str, names: frozenset[str]) -> bool:
    """Whether a title's end, behind a `sign`, is the site's name, or a section and the name.

    Of "This – and that | Site" the dash is the headline's own.
    """
    parts = [key(part) for part in _SEPARATOR.split(tail)]
    signs = {found[0].strip() for found in _SEPARATOR.finditer(tail)}
    return key(tail) in names or (
        parts[-1] in names and (sign not in _DASHES or signs == {sign} or names.issuperset(parts))
    )


def _without_heading_of_site(page: Page, title: str) -> str:
    """A title without the site's name, where that is a linked <h1>, and a lower heading shows the rest.

    The section between both is the <h1> of some pages, as theirs is of the whole list.
    """
    site = [name for e in page.h1s if e.find("a") is not None and (name := key(text_of(e)))]
    is_section = not {key(part) for part in _PARTS.split(title)[1:-1]}.isdisjoint(key(text_of(e)) for e in page.h1s)
    if not is_section and (key(title) in site or not key(title).endswith(tuple(site))):
        return title
    return without_site(title, frozenset(), [t for t in map(_shown, islice(page.tree.iter("h2", "h3"), HEADINGS)) if t])


def _without_site_before(title: str, names: frozenset[str], headings: list[str]) -> str:
    """A title without what stands before it: the site's name, or what the heading that shows the rest lacks."""
    if any(same(title, t) for t in headings):
        return title
    for cut in _KICKER.finditer(title):
        head, rest = title[: cut.start()], title[cut.end() :]
        longer = len(rest) >= max(NAME_LENGTH, len(head))
        if rest and (key(head) in names or (longer and _is_below(rest, head, headings))):
            return rest
    return title


def _is_below(rest: str, head: str, headings: list[str]) -> bool:
    """Whether a heading shows the rest of a title, and none below it the head: then the rest is the site's name."""
    below = dropwhile(lambda t: not same(rest, t), headings)
    return next(below, None) is not None and not any(same(head, t) for t in below)


def _without_name_before(title: str, names: frozenset[str], shown: list[str]) -> str:
    """A title without the site's name before it, where no heading shows both."""
    rest = title if any(same(title, t) for t in shown) else _without_site_before(title, names, [])
    return rest if 2 * len(rest) > len(title) else title


def same(a: str, b: str) -> bool:
    """Whether two titles say the same, but for quotation marks, dashes, spaces and case; signs alone are compared."""
    return key(a) == key(b) if key(a) or key(b) else a == b != ""


def _shown(element: etree._Element) -> str:
    text = text_of(element) if element.find(".//br") is None else _in_one_line(element)
    if (anchor := next(filter(is_anchor, element.iter("a")), None)) is not None and (sign := text_of(anchor)):
        text = text.removeprefix(sign).removesuffix(sign).strip()
    return text if len(text) <= LONGEST else ""


def _in_one_line(element: etree._Element) -> str:
    """The text of a headline in lines of its own; a blank stands for each break."""
    lines = element.xpath("descendant::text() | descendant::br")
    parts = lines if isinstance(lines, list) else []
    return plain("".join(part if isinstance(part, str) else " " for part in parts))


def _element(page: Page, text: str) -> etree._Element | None:
    """The heading that shows this headline: one of its words, else the first that is not hidden in the page's frame."""
    wanted = key(text)
    for element in page.h1s:
        said = key(text_of(element))
        if said and wanted and (said in wanted or wanted in said):
            return element
    if wanted:
        for element in page.tree.iter("h2", "h3"):
            if key(text_of(element)) == wanted:
                return element
    shown = [e for e in page.h1s if text_of(e)]
    if not shown and wanted and (plain := _plain_element(page, text)) is not None:
        return plain
    inside = next((e for e in shown if not _in_frame(e)), None)
    return inside if inside is not None else next((e for e in shown if len(text_of(e)) >= NAME_LENGTH), None)


def _plain_element(page: Page, text: str) -> etree._Element | None:
    """The first element that is no heading and shows the headline, outside of lists and links to it."""
    for element in page.tree.iter(*_NO_HEADINGS):
        own = (element.text or "").strip()
        if abs(len(own) - len(text)) <= SLACK and same(own, text):
            if not any(box.tag in _LISTS for box in islice(element.iterancestors(), LEVELS)):
                return element
    return None


def _in_frame(element: etree._Element) -> bool:
    return any(a.tag in ("header", "nav", "footer", "aside") for a in element.iterancestors())
