"""Boilerplate: what stands inside or around an article and is not the article, told by names, roles and tags.

The names are the words that themes, CMSs and front-end kits write into `class`, `id` and `data-testid`: WordPress, Arc,
Drupal, AEM, BEM and CSS modules, in English and in the languages whose newsrooms name their classes themselves. Only
words that say what a box *is* stand here, never one publisher's own class. A word is weak evidence: the writer keeps a
box that holds a large share of the article's text whatever it is called (a "paywall" box often is the article).
"""

import re
from collections.abc import Callable
from functools import lru_cache

from lxml import etree

Element = etree._Element

SILENT_TAGS = frozenset(
    "script style template svg math head title link meta path button select option optgroup textarea input map area "
    "param track source canvas applet frameset object embed progress meter datalist".split()
)
"""Never article text. `object` and `embed` are read as embeds before this table is asked."""

BESIDE_TAGS = frozenset("nav footer form fieldset label dialog menu search aside".split())
"""Mostly something beside the article; but whole pages stand in a <form>."""

_NO_TEXT_TAGS = SILENT_TAGS | BESIDE_TAGS | {"rt"}
"""How a word is read (<rt>) is text where the page has brackets (<rp>) around it for who sees it in one line."""

_NAMES = {
    "ad": "ad ads adv advert adverts advertisement advertisements advertising adbox adblock adcontainer adslot adunit "
    "adwrapper adzone adsense admanager dfp gpt mpu leaderboard skyscraper taboola outbrain plista teads "
    "ligatus sponsor sponsored sponsors sponsoring werbung anzeige anzeigen publicidad publicite pubblicita "
    "publi reklam reklama reklame annonce annons annonser mainos affiliate affiliates",
    "related": "related recirc recirculation recommend recommended recommendation recommendations recommender "
    "relacionada relacionadas relacionado relacionados correlati correlate connexe connexes verwandt "
    "verwandte readmore readnext readalso seealso moreon morelike morefrom linkcard linkbox linklist "
    "crosslink crosslinks interlink interlinks trending popular mostread mostviewed meistgelesen teaser "
    "teasers teaserlist upnext nextup yarpp jp-relatedposts promo promobox promos upsell crosssell "
    "zergnet",
    "share": "share shares sharing sharebar sharebox sharebuttons sharedaddy shariff shareaholic addthis addtoany "
    "social socials socialbar socialbuttons socialmedia socialshare teilen partager compartir condividi "
    "delen dela bookmark bookmarks follow likes",
    "newsletter": "newsletter newsletters nl-signup signup subscribe subscription subscriptions optin mailchimp "
    "mailing abo abonnieren abonnement abonnez suscripcion registration register preferred",
    "comments": "comment comments commenting commentlist disqus kommentar kommentare kommentarer commentaires "
    "comentarios commenti respond replies coral viafoura hyvor spotim openweb",
    "author box": "byline bylines author authors autor autoren auteur auteurs autore autori author-box authorbox bio "
    "biography vcard contributor contributors saboxplugin",
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager paging toc tableofcontents "
    "sidebar sidebars tabs tablist toolbar skiplink skip backlink anchors jumplinks footer",
    "tags": "tag tags taglist tagcloud tagline-tags topics keywords schlagworte etiquetas categories",
    "paywall": "paywall regwall piano subscriber paygate offer offers",
    "cookie notice": "dsgvo cookie cookies consent gdpr cmp onetrust usercentrics didomi",
    "player": "vjs jwplayer player videoplayer audioplayer mediaplayer playlist vorlesen listen tts speech",
    "page furniture": "meta metadata dateline timestamp dates pubdate datetime tooltip noprint date datum fecha "
    "duration readtime readingtime lesezeit quelle skiplinks feedback rating ratings poll survey "
    "quiz toolbox tools kicker eyebrow disclosure",
    "window": "modal popup popover lightbox overlay",
}
REASON_OF = {name: reason for reason, names in _NAMES.items() for name in names.split()}

_HIDDEN = frozenset(
    "hidden hide vh invisible offscreen sr-only d-none visually-hidden visuallyhidden visually_hidden "
    "screen-reader-text screenreader screen-reader screen-reader-only print-only printonly only-print "
    "element-invisible hidden-text a11y-hidden assistive-text".split()
)
"""Whole names of what is not shown, also behind a prefix of a few letters ("is-hidden", "u-vh"). Parts do not count:
Drupal's "field--label-hidden" hides a label alone."""

_POST_NAMES = ("status-publish", "hentry")
"""What WordPress writes on a whole post, beside the names of its categories and tags, whatever these are."""

_OF_CAPTIONS = frozenset("caption captions figcaption".split())
"""Where one of these is part of a name, the rest of it tells what part of a caption it is ("caption-author")."""

_OF_PICTURES_TOO = frozenset("meta metadata".split())
_PICTURES = frozenset("image img picture photo figure".split())
"""Beside one of these, the others mean a picture's caption and credit ("image__metadata")."""

_BEGINNINGS = tuple(
    "related newsletter recommend mostread mostpopul advert sharebar sharebox sharebutton socialshar "
    "sponsor breadcrumb taboola outbrain paywall subscri googlead".split()
)
"""What long names run together begin with ("relatedarticles", "newsletterbox"), where no word ends show."""

_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_STATE_WORDS = frozenset(
    "has with no not without is are enable enables enabled supports can show if when "
    "typo typography font color bg theme".split()
)
"""A class that begins with one of these tells a state or the looks of a box ("has-comments", "typo-teaser"), not what
it is."""

_UTILITY = re.compile(r"[:\[\]/!]")
"""Only utility classes (Tailwind) have these in a name: "print:hidden", "md:flex" say nothing of what a box is."""

_SHOWN_WIDER = re.compile(r":!?(?:block|flex|grid|inline|table|contents)")
"""Beside the utility class "hidden": shown from some width on, so hidden on small screens alone."""

ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog form button tablist menu".split()
)


@lru_cache(maxsize=8192)
def words_of(names: str) -> frozenset[str]:
    """The words of a `class`, `id` or `data-testid`: whole names and their parts, lower case, without states."""
    words = _words(names)
    if words.isdisjoint(_STATE_WORDS) and not _UTILITY.search(names):
        return words
    return _words(" ".join(n for n in set(names.split()) if not _tells_state(n)))


def _words(names: str) -> frozenset[str]:
    return frozenset(f"{names} {' '.join(_WORDS.findall(names))}".lower().split())


def _tells_state(name: str) -> bool:
    first = _WORDS.search(name)
    return first is None or first[0].lower() in _STATE_WORDS or _UTILITY.search(name) is not None


@lru_cache(maxsize=8192)
def reason_for(names: str) -> str:
    """Why a box of these names is no part of an article; "" where the names do not say so."""
    if any(name in names for name in _POST_NAMES):
        return ""
    telling = _telling(words_of(names))
    for name in names.split():
        if _hides(name.lower()):
            if not _SHOWN_WIDER.search(names):
                return "hidden"
        elif telling and (words := _telling_of_name(words_of(name))):
            return _reason_of_word(min(words))
    return ""


def _telling(words: frozenset[str]) -> list[str]:
    return [w for w in words if w in REASON_OF or (len(w) > 8 and w.startswith(_BEGINNINGS))]


def _telling_of_name(words: frozenset[str]) -> list[str]:
    if not words.isdisjoint(_OF_CAPTIONS):
        return []
    return _telling(words if words.isdisjoint(_PICTURES) else words - _OF_PICTURES_TOO)


def _reason_of_word(word: str) -> str:
    if word in REASON_OF:
        return REASON_OF[word]
    return REASON_OF.get(next(b for b in _BEGINNINGS if word.startswith(b)), "boilerplate by name")


def _hides(name: str) -> bool:
    prefix, _, rest = name.partition("-")
    return name in _HIDDEN or (rest in _HIDDEN and len(prefix) < 4 and prefix.isalpha())


def _is_in_brackets(reading: Element) -> bool:
    """Whether a reading above a word has the brackets with which it can stand behind it: <rp>(</rp>."""
    after = reading.getnext()
    return after is not None and after.tag == "rp"


def verdict(element: Element) -> str:
    """Why an element's tag, role or names make it no part of an article, or ""."""
    tag = element.tag
    if tag in _NO_TEXT_TAGS:
        return "" if tag == "rt" and _is_in_brackets(element) else f"<{tag}>"
    for name, value in element.items():
        if name in _JUDGES and (reason := _JUDGES[name](str(value))) and not (name == "id" and tag in _HEADINGS):
            return reason
    return reason_for(tag) if "-" in tag else ""


_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
"""Their ids are made from their text ("how-to-share-a-well")."""


@lru_cache(maxsize=8192)
def _reason_of_id(value: str) -> str:
    """An id that is a few words long names a box; a longer one is made from a heading's text."""
    return reason_for(value) if value.count("-") + value.count("_") < 4 else ""


def _reason_of_role(role: str) -> str:
    return f"role {role}" if role in ROLES else ""


def _reason_of_style(style: str) -> str:
    squeezed = style.replace(" ", "").lower()
    return "hidden" if "display:none" in squeezed or "visibility:hidden" in squeezed else ""


_JUDGES: dict[str, Callable[[str], str]] = {
    "class": reason_for,
    "data-testid": reason_for,
    "id": _reason_of_id,
    "role": _reason_of_role,
    "hidden": lambda _: "hidden",
    "style": _reason_of_style,
}
"""Attribute -> why its value makes an element no part of an article, or ""."""
