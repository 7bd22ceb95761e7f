"""Last lines of a text that are none of it: why the one at its end goes."""

import re
from itertools import chain, islice

from newscrawl.element import Element
from newscrawl.extract.body.blocks import LONGEST_LABEL, LONGEST_ROW, Block
from newscrawl.extract.body.lives import is_life
from newscrawl.extract.body.networks import FOLLOWED
from newscrawl.extract.vocabulary.names import gives_role, words_of
from newscrawl.extract.vocabulary.phrases import Phrases, all_phrases


def reason_of_end(block: Block, phrases: Phrases, *, is_first: bool) -> str:
    """Why the last block of a text is none of it; "" where it stays."""
    if block.kind in ("heading", "rule"):
        return "" if block.stood is not None and _stands_before_wall(block.stood) else "heads nothing"
    if not is_first and block.kind == "paragraph" and len(block.text) <= LONGEST_ASK and asks(block):
        return "plea"
    if not is_first and is_life(block, phrases):
        return "author box"
    if not is_first and block.kind == "paragraph" and _END_MARK.fullmatch(block.text):
        return "heads nothing"
    if not is_first and block.kind == "paragraph" and _HASHTAGS.fullmatch(block.text):
        return "line of tags"
    if not is_first and block.kind == "paragraph" and _announces(block.text):
        return "heads nothing"
    short = block.kind == "paragraph" and len(block.text) < LONGEST_LABEL * 2
    if not is_first and short and block.is_link and _TOOLS.fullmatch(block.html):
        return "links"
    if not is_first and short and _leads_back(block):
        return "links"
    if short and block.linked and _NUMBERS.fullmatch(block.text):
        return "pages"
    if short and block.linked and _is_of_tags(block, phrases):
        return "line of tags"
    if not is_first and block.kind == "paragraph" and len(block.text) <= LONGEST_ROW and _NOTICE.match(block.text):
        return "source"
    if not is_first and short and block.text[0].isalpha() and all_phrases().credits.credit_start(block.text) == 0:
        return "source"
    return "source" if short and (phrases.sources.is_source(block.text) or _OF_PAGE.search(block.text)) else ""


def _announces(text: str) -> bool:
    """Whether a last line leads to what came behind it and went: "You may also like:"."""
    return len(text) < LONGEST_LABEL and text.endswith((":", "："))


def _is_of_tags(block: Block, phrases: Phrases) -> bool:
    """Whether a line is a label and links to the article's tags."""
    end = phrases.begins_tags.length(block.text)
    return bool(end) and 2 * block.linked > len(block.text) - end


_NUMBERS = re.compile(r"(?:[^\W\d]{1,20} ?[:：]? ?)?[1-9]\d?(?: [1-9]\d?)+")
"""The numbers of an article's further pages, perhaps behind a word: "Pages: 1 2 3"."""

_TOOLS = re.compile(r"<p>(?:<a [^<>]*>[^<>]{1,40}</a>\s?[|·•/]\s?){1,7}(?:<a [^<>]*>[^<>]{1,40}</a>\s?)?</p>")
"""Links side by side with bars between them, and nothing else: "E-mail this story | Print"."""

_OWN_LINK = re.compile(
    r'<p[^<>]*>(?:<(?:strong|b|em|i)>)?<a href="(?!mailto:|tel:)[^"#]*"[^<>]*>[^<>]*</a>\W{0,3}(?:</\w+>)?</p>'
)
"""A line that is one link and nothing else; a link within the page leads to a note."""

_FILE = re.compile(r'\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|epub|mp[34])["?]')
"""At the end of an address: a file that belongs to the text."""


def _leads_back(link: Block) -> bool:
    """Whether a last line is nothing but a link to another page of the site: "Back to news", "Make a gift"."""
    if not link.is_link or link.leads_out or link.names_sources:
        return False
    return _OWN_LINK.fullmatch(link.html) is not None and _FILE.search(link.html) is None


_HASHTAGS = re.compile(r"#[^\s#,]{2,40}(?:[\s,]{1,3}#[^\s#,]{2,40}){1,30}")

_END_MARK = re.compile(r"[^\w\s():;](?:\s?[^\w\s():;]){0,19}|[-–—]{1,3}\s?30\s?[-–—]{1,3}")
"""Signs alone, as at the end of a release: "###", "-30-". A smile is the author's."""

_OF_PAGE = re.compile(r"©\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?©")
"""Whose a page is, and since when."""

_NOTICE = re.compile(
    r"\W{0,2}(?:(?:copyright\s{0,3})?©\s?\w|copyright\s{0,3}\(c\)\s?\w|(?:\(c\)|copyright)\s{1,3}(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""How a line begins that says whose a text is and what may be done with it; "(c) the owner" is a third point."""

LONGEST_ASK = 250
"""Characters."""

_ASKS = re.compile(
    r'href="(?!https?://(?:apps\.apple|play\.google)\.com/)[^"?#]*'
    r"(?:/(?:abos?|subscribe|subscriptions?|donate|donations?|spenden?|doneer|doneren|doner|donera|donar|doar|dona|dons?|"
    r"soutenir|nous-soutenir|soutenez-nous|apoyanos|hazte-socio|apoie|assine|sostienici|abbonati|suscribete|wesprzyj|"
    r"steun(?:-ons)?|spende|stod-oss|stotta-oss|lahjoita|tue-meita|prenumerera|tilaa|s-abonner|abonnez-vous|"
    r"faire-un-don|wspieraj|podporte|membership|become-a-member|join|join-us|support-us|contribute|chip-in|(?<!//)apps?|newsletters?|"
    r"nieuwsbrief|nieuwsbrieven|nyhetsbrev|nyhedsbrev|uutiskirje|boletin|boletines|infolettre|biuletyn|hirlevel|bulten)"
    rf'[/"?#.]|//{FOLLOWED}/|'
    r"//(?:www\.)?(?:(?:ko-fi|buymeacoffee|liberapay|patreon)\.com/|paypal\.(?:me/|com/(?:donate|paypalme|cgi-bin))))",
    re.IGNORECASE,
)
"""A link to where a house's readers pay, join or follow it. In a store for apps others' apps are found, too."""


def asks(block: Block) -> bool:
    """Whether a last line leads to where readers pay or follow, or asks them to write to the house."""
    if _ASKS.search(block.html) is not None or ("?" in block.text and 'href="mailto:' in block.html):
        return True
    is_of_links = PROFILE_SHARE * len(block.text) <= block.linked
    return is_of_links and 0 < len(_PROFILE.findall(block.html)) == block.html.count("<a ") and _is_house_s(block)


def _is_house_s(block: Block) -> bool:
    """Whether a line's links to profiles stand elsewhere on the page, too, or say the profile's own name."""
    if block.is_link or block.stood is None or ">@" in block.html:
        return True
    profiles = {link.get("href") for link in block.stood.iter("a")}
    everywhere = block.stood.getroottree().iter("a")
    return sum(link.get("href") in profiles for link in everywhere) > len(profiles)


PROFILE_SHARE = 0.2
"""How much of a line is links to where somebody is followed, at least; in a sentence about a person it is less."""


_PROFILE = re.compile(
    r'<a [^>]{0,200}?href="https?://(?:www\.|m\.)?(?:(?:facebook|instagram|twitter|x|threads)\.(?:com|net)/@?[\w.-]{2,50}|'
    r"(?:tiktok|youtube)\.com/@[\w.-]{2,50}|pinterest\.com/[\w.-]{2,50}|"
    r'bsky\.app/profile/[\w.-]{2,80}|linkedin\.com/company/[\w.-]{2,80})/?(?:\?[^"]{0,200})?"'
)
"""A link to where somebody is followed. Posts, pictures and films have more behind the name."""


WALL_LEVELS = 4
"""Boxes that may end with a heading before a wall."""


def _stands_before_wall(element: Element) -> bool:
    """Whether a wall comes next on the page: what an element heads is behind it."""
    boxes = chain([element], islice(element.iterancestors(), WALL_LEVELS))
    following = next((after for box in boxes if (after := box.getnext()) is not None), None)
    names = "" if following is None else f"{following.get('class') or ''} {following.get('id') or ''}"
    return "wall" in words_of(names) or gives_role(names, "wall")
