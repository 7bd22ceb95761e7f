"""Names: what the words that pages write into `class`, `id`, `itemprop` and `data-testid` say that an element is.

One table (role -> words), one splitter (`words_of`) and one question (`roles`, `roles_of`) for every finder: the body's
pruning, captions, the standfirst, bylines, the lead image. They are the words of themes, CMSs and front-end kits:
WordPress, Arc, Drupal, AEM, BEM and CSS modules, in English and in the languages whose newsrooms name their classes
themselves. Only words that say what a box *is* stand here, never one publisher's own class. A word may have several
roles ("byline" names an author's box, a byline and a picture's credit): who asks knows which of them can be meant.
"""

import re
from functools import lru_cache
from itertools import takewhile
from typing import Literal, NamedTuple, get_args

from lxml import etree

Element = etree._Element

Reason = Literal[
    "ad", "related", "share", "newsletter", "comments", "author box", "navigation", "tags", "paywall", "cookie notice",
    "player", "page furniture", "window", "licence",
]  # fmt: skip
"""Roles of what stands inside or around an article and is no part of it. A word has one of them at most."""

Role = Literal[
    Reason, "hidden", "body", "box", "sidebar", "standfirst", "vague standfirst", "notice", "figure", "picture",
    "no picture", "lead picture", "beside lead", "caption", "credit", "byline", "beside byline", "category",
    "quotation", "liveblog", "live", "blog", "entry", "quoted post", "framed post", "wall", "other story", "card",
    "beside cards", "next page", "discussion", "today", "title", "subhead",
]  # fmt: skip

_WORDS_OF: dict[Role, str] = {
    "ad": "ad ads adv advert adverts advertisement advertisements advertising adbox adblock adcontainer adslot adunit "
    "adwrapper adzone adsense admanager dfp gpt mpu leaderboard skyscraper taboola outbrain plista teads "
    "ligatus sponsor sponsored sponsors sponsoring werbung anzeige anzeigen publicidad publicite pubblicita "
    "publi reklam reklama reklame annonce annons annonser mainos affiliate affiliates",
    "related": "related recirc recirculation recommend recommended recommendation recommendations recommender "
    "relacionada relacionadas relacionado relacionados correlati correlate connexe connexes verwandt "
    "verwandte readmore readnext readalso seealso moreon morelike morefrom linkcard linkbox linklist "
    "crosslink crosslinks interlink interlinks trending popular mostread mostviewed meistgelesen teaser "
    "teasers teaserlist upnext nextup yarpp jp-relatedposts promo promobox promos upsell crosssell "
    "zergnet latest-posts latestposts recent-posts recentposts recent-entries wp-block-latest-posts",
    "share": "share shares sharing sharebar sharebox sharebuttons sharedaddy shariff shareaholic addthis addtoany "
    "social socials socialbar socialbuttons socialmedia socialshare teilen partager compartir condividi "
    "delen dela bookmark bookmarks follow likes",
    "newsletter": "newsletter newsletters nl-signup signup subscribe subscription subscriptions optin mailchimp "
    "mailing abo abonnieren abonnement abonnez suscripcion registration register preferred",
    "comments": "comment comments commenting commentlist disqus kommentar kommentare kommentarer commentaires "
    "comentarios commenti respond replies coral viafoura hyvor spotim openweb guestbook condolences",
    "author box": "byline bylines author authors autor autoren auteur auteurs autore autori author-box authorbox bio "
    "biography vcard contributor contributors saboxplugin",
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager paging toc tableofcontents "
    "sidebar sidebars tabs tablist toolbar skiplink skip backlink anchors jumplinks footer",
    "tags": "tag tags taglist tagcloud tagline-tags topics keywords schlagworte etiquetas etiket etiketler categories",
    "paywall": "paywall regwall piano subscriber paygate offer offers",
    "cookie notice": "dsgvo cookie cookies consent gdpr cmpbox cmp-banner cmp-modal cmp-overlay cmpwrapper onetrust "
    "usercentrics didomi",
    "player": "vjs jwplayer player videoplayer audioplayer mediaplayer playlist vorlesen listen tts speech",
    "page furniture": "meta metadata dateline timestamp dates pubdate datetime tooltip noprint date datum fecha "
    "duration readtime readingtime lesezeit quelle skiplinks feedback rating ratings poll survey "
    "quiz toolbox tools kicker eyebrow disclosure",
    "window": "modal popup popover lightbox overlay",
    "licence": "post-copyright post-copyright-info post-copyright-container post-copyright-box post__copyright "
    "article-copyright article-copyright-info entry-copyright copyright-info copyright-box copyright-notice "
    "post-license post-licence post-license-box article-license license-box license-info licence-box cc-license",
    # ---- what belongs to the article ----
    "body": "articlebody article-body article__body article_body entry-content post-content story-body storybody "
    "story-content article-content article__content post-body post__content body-copy bodycopy article-text "
    "gh-content articletext richtext rich-text wysiwyg content-body contentbody",
    "box": "factbox fact-box faktaboks faktaruta faktabox infobox info-box infokasten factfile sidebox kasten "
    "explainer expandable-box expandablebox textbox text-box zusatzinfo hintergrund boxout pull-out glossary glossar",
    "sidebar": "sidebar sidebars navigation footer",
    "standfirst": "standfirst lead lede deck dek subtitle subheadline subheading subhead vorspann einleitung chapo "
    "chapeau preamble ingress manchet sottotitolo sommario subtitulo subtitulos entradilla bajada copete sumario perex "
    "anons strapline intro introduction preface sapo",
    "subhead": "subhead subheading crosshead crossheading zwischentitel zwischenueberschrift zwischenzeile intertitle "
    "intertitre intertitulo ladillo ladillos mellomtittel mellanrubrik mezititulek srodtytul accordion-title "
    "accordion-header accordion-heading accordion__title accordion__header toggle-title toggle-header faq-question "
    "faq__question faq-title spoiler-title su-spoiler-title collapse-title collapsible-title tab-title question",
    "vague standfirst": "teaser excerpt summary abstract opener synopsis description tagline spot highlights",
    "notice": "note disclaimer info hint legal app notice message alert",
    # ---- pictures ----
    "figure": "figure image images img photo photos picture bild bilder foto fotos contentimage imagebox imageblock "
    "pic pics media mediabox wp-caption gallery galerie slideshow thumbnail imagen immagine afbeelding embed",
    "picture": "image img photo picture figure foto bild",
    "no picture": "avatar avatars gravatar author authors logo logos icon icons emoji smiley badge sprite",
    "lead picture": "lead hero featured main cover top opener aufmacher article post media gallery entry story head "
    "header headline leadimage heroimage",
    "beside lead": "image img photo picture pic pics foto bild media feature figure gallery art video visual player "
    "form",
    "caption": "caption captions figcaption legend legende legenda bildunterschrift bildtext bildinfo didascalia pie "
    "piefoto leyenda infotext mediainfo imagetext imagecaption description subline onderschrift undertext "
    "wp-caption-text popisek kuvateksti billedtekst bildetekst bijschrift fotoonderschrift",
    "credit": "credit credits copyright photographer photocredit fotograf bildautor bildnachweis quelle source agency "
    "rights rechte crédit crédits credito crédito creditos créditos crediti crèdit byline attribution provider "
    "fotocredit fotonachweis bildrechte",
    # ---- who wrote it ----
    "byline": "byline bylines author authors writer writers autor autoren autores autori autore auteur auteurs "
    "reporter verfasser",
    "beside byline": "bio biography avatar image images img photo photos picture social follow date dates dateline "
    "datetime time timestamp published updated modified comment comments related desc description more role title "
    "jobtitle position caption credit credits tooltip",
    "quotation": "quote quotes quotation pullquote blockquote zitat zitate citation citat cita citazione",
    # ---- what it is about ----
    "category": "category categories kategorie kategorien kategori kategoria categoria categorie rubrik rubrique "
    "rubrica",
    # ---- live blogs, posts of social networks, walls ----
    "liveblog": "liveblog liveticker ticker livefeed livestream liveupdates liveblogposting lb",
    "live": "live",
    "blog": "blog",
    "entry": "entry entries post item update event block eintrag posting liveblogupdate liveupdate",
    "quoted post": "twitter-tweet twitter-video instagram-media tiktok-embed reddit-card reddit-embed-bq "
    "text-post-media bluesky-embed mastodon-embed imgur-embed-pub wp-embedded-content",
    "framed post": "fb-post fb-video",
    "wall": "paywall piano regwall subscriber-only premium-wall",
    # ---- listings ----
    "other story": "related recirc recirculation recommended recommendation recommendations relacionada relacionadas "
    "relacionado relacionados correlati verwandt verwandte readmore readnext readalso seealso morefrom trending "
    "popular mostread mostviewed meistgelesen upnext nextup latest sidebar sidebars comment comments commentlist "
    "disqus kommentar kommentare kommentarer commentaires comentarios commenti reply replies respond "
    "responses discussion discussions",
    "discussion": "responses discussion discussions",
    "card": "card teaser story post entry article headline item tile news promo river feed",
    "beside cards": "nav navbar navigation menu breadcrumb breadcrumbs footer pagination pager tag tags taglist social "
    "share sharing login cookie consent topbar skip sitemap author byline advert ad sponsored promo-service partner",
    "today": "today todaydate todaysdate today-date current-date currentdate current-time date-today datenow weather",
    "next page": "next older loadmore load-more showmore show-more pagination-next nav-previous",
}
"""Role -> its words: parts of a name, or whole names ("article-body")."""

_WHOLE_NAMES: dict[Role, str] = {
    "title": "post-title post__title post-main-title entry-title entry__title article-title article__title story-title",
    "hidden": "hidden hide vh invisible offscreen sr-only d-none visually-hidden visuallyhidden visually_hidden "
    "screen-reader-text screenreader screen-reader screen-reader-only print-only printonly only-print "
    "element-invisible hidden-text mw-editsection editsection "
    "w-condition-invisible w-dyn-empty a11y-hidden assistive-text katex-mathml "
    "mjx-assistive-mml mjx_assistive_mathml",
    "byline": "fn by by-line posted-by posted_by postedby published-by published_by publishedby written-by written_by "
    "writtenby story-by story_by storyby",
}
"""Role -> names that have it as a whole alone: Drupal's "field--label-hidden" hides a label alone, "sort-by" no one."""

_BEGINNINGS: dict[str, Reason] = {
    "related": "related", "newsletter": "newsletter", "recommend": "related", "mostread": "related",
    "mostpopul": "related", "advert": "ad", "sharebar": "share", "sharebox": "share", "sharebutton": "share",
    "socialshar": "share", "sponsor": "ad", "breadcrumb": "navigation", "taboola": "ad", "outbrain": "ad",
    "paywall": "paywall", "subscri": "newsletter", "googlead": "ad", "cookieconsent": "cookie notice",
}  # fmt: skip
"""How long names run together begin ("relatedarticles", "newsletterbox"), where no word ends show -> their role."""

_LONG = 8
"""Letters of a word above which its beginning counts."""

_STARTS = tuple(_BEGINNINGS)

_BOX_ENDINGS = ("wrapper", "wrap", "container", "box", "area", "section", "holder", "panel", "widget", "module")
"""Words for a box that stand at the end of names run together; what stands before them says what it holds."""

_BOX = re.compile(rf"(\w{{3,}}?)(?:{'|'.join(_BOX_ENDINGS)})")

_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_SEGMENT = re.compile(r"[A-Za-z0-9]+")
_SIZE = re.compile(r"[A-Za-z]*\d+x\d+")
_SWITCH = re.compile(r"[A-Za-z]\d|\d[A-Za-z]")
_HAS_DIGIT = re.compile(r"\d")
_NO_WORDS = frozenset[str]()
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_STATE_WORDS = frozenset(
    "js has with no not without is are enable enables enabled supports can show if when "
    "typo typography font color bg theme".split()
)
"""A class that begins with one of these tells a state or the looks of a box ("has-comments", "typo-teaser"), or what a
script looks for ("js-anchors"), not what it is."""

_WITH = frozenset(("with", "without", "has"))
"""Behind one of these a name says what a box holds or lacks, not what it is: "article-with-sidebar"."""

_LOOKS = frozenset(("style", "styles"))
"""A name that ends in one of these ("tagStyle") tells how a box looks."""

_UTILITY = re.compile(r"[:\[\]/!]")
"""Only utility classes (Tailwind) have these in a name: "print:hidden", "md:flex" say nothing of what a box is."""


@lru_cache(maxsize=8192)
def words_of(names: str) -> frozenset[str]:
    """The words of a `class`, `id` or `data-testid`: whole names and their parts, lower case, without states."""
    return _NO_WORDS.union(*map(words_of_name, names.split()))


@lru_cache(maxsize=8192)
def words_of_name(name: str) -> frozenset[str]:
    """The words of one name, and the name itself; none where it tells a state or the looks of a box."""
    parts = _parts(name)
    return frozenset((name.lower(),)).union(*map(_words_told, parts)) if parts else _NO_WORDS


@lru_cache(maxsize=16384)
def roles_of_name(name: str) -> frozenset[Role]:
    """The roles of one name."""
    lower = name.lower()
    found = _ROLES_OF_WORD.get(lower) or _roles_of_word(lower)
    for part in (parts := _parts(name)):
        if part.roles:
            found = found | part.roles
    if not parts:
        found = _NO_ROLES
    return found | _ROLES_OF_WHOLE[lower] if lower in _ROLES_OF_WHOLE else found


class _Part(NamedTuple):
    """What stands between the marks of a name: "entry" and "content" in "entry-content"."""

    written: str
    words: list[str]
    """Its words in lower case."""
    roles: frozenset[Role]
    """Their roles; none where a program made it up: such letters say "ad" or "nav" by chance."""


def _parts(name: str) -> list[_Part]:
    """The parts of a name; none where it tells a state or the looks of a box."""
    parts = [_part(part) for part in _SEGMENT.findall(name)]
    for part in parts:
        if part.words:
            is_state = part.words[0] in _STATE_WORDS or _UTILITY.search(name)
            return [] if is_state else list(takewhile(_is_no_with, parts))
    return []


def _is_no_with(part: _Part) -> bool:
    return part.written.lower() not in _WITH


@lru_cache(maxsize=16384)
def _part(part: str) -> _Part:
    words = [part] if part.isalpha() and part.islower() else [word.lower() for word in _WORDS.findall(part)]
    is_looks = len(words) > 1 and words[-1] in _LOOKS
    roles = [] if is_looks else [roles for word in words if (roles := _roles_of_word(word))]
    return _Part(part, words, _NO_ROLES.union(*roles) if roles and not _is_by_program(part) else _NO_ROLES)


def _words_told(part: _Part) -> frozenset[str]:
    return _NO_WORDS if _is_by_program(part.written) else frozenset(part.words)


def _is_by_program(part: str) -> bool:
    is_mixed = len(_SWITCH.findall(part)) > 1
    is_code = not part.islower() and not part[-1].isdigit() and _HAS_DIGIT.search(part) is not None
    return (is_mixed or is_code or _is_made_up(part)) and not _SIZE.fullmatch(part)


def _is_made_up(part: str) -> bool:
    """Whether capitals cut a part into pieces that are no words: a letter alone, or none that is a vowel."""
    pieces = _WORDS.findall(part)
    if len(pieces) < 2 or max(map(len, pieces)) > 4:
        return False
    return any(len(piece) == 1 or not _VOWEL.search(piece) for piece in pieces)


def _by_word(table: dict[Role, str]) -> dict[str, frozenset[Role]]:
    found: dict[str, set[Role]] = {}
    for role, words in table.items():
        for word in words.split():
            found.setdefault(word, set()).add(role)
    return {word: frozenset(roles) for word, roles in found.items()}


# Classes that systems give to the body of a page that lists articles: WordPress, Ghost, Joomla.
ARCHIVES = tuple(
    frozenset(names.split("+"))
    for names in "archive+tag archive+category archive+author archive+date search+search-results home+blog "
    "tag-template author-template com_content+view-category "
    "com_content+view-featured".split()
)

_ROLES_OF_WORD = _by_word(_WORDS_OF)
_ROLES_OF_WHOLE = _by_word(_WHOLE_NAMES)
_REASON_OF_WORD: dict[str, Reason] = {word: reason for reason in get_args(Reason) for word in _WORDS_OF[reason].split()}
_NO_ROLES = frozenset[Role]()
REASONS = frozenset[Role](get_args(Reason))


def reason_of_word(word: str) -> Reason | Literal[""]:
    """Why a box that one of `words_of`'s words names is no part of an article; "" where the word does not say so."""
    if word in _REASON_OF_WORD:
        return _REASON_OF_WORD[word]
    if len(word) > _LONG and word.startswith(_STARTS):
        return _by_beginning(word)
    return _REASON_OF_WORD.get(_what_a_box_holds(word), "")


def _by_beginning(word: str) -> Reason:
    return next(role for start, role in _BEGINNINGS.items() if word.startswith(start))


def with_reason(words: frozenset[str]) -> list[str]:
    """Those of `words_of`'s words for which `reason_of_word` has one."""
    return [word for word in words if reason_of_word(word)]


def parts_of(role: Role) -> tuple[str, ...]:
    """Of these one stands in every name of a role: quicker to see than to read a name that no other asks about."""
    words = {*_WORDS_OF[role].split(), *_WHOLE_NAMES.get(role, "").split()}
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


def whole_roles(name: str) -> frozenset[Role]:
    """The roles that a name, in lower case, has as a whole alone."""
    return _ROLES_OF_WHOLE.get(name, _NO_ROLES)


@lru_cache(maxsize=8192)
def roles(names: str) -> frozenset[Role]:
    """What the names in a `class`, `id` or `itemprop` say that an element is."""
    found = [roles for name in names.split() if (roles := roles_of_name(name))]
    return _NO_ROLES.union(*found) if found else _NO_ROLES


def _roles_of_word(word: str) -> frozenset[Role]:
    if word in _ROLES_OF_WORD:
        return _ROLES_OF_WORD[word]
    if len(word) > _LONG and word.startswith(_STARTS):
        return frozenset[Role]({_by_beginning(word)})
    return _ROLES_OF_WORD.get(held, _NO_ROLES) if (held := _what_a_box_holds(word)) else _NO_ROLES


def _what_a_box_holds(word: str) -> str:
    """What a box holds whose name is run together: "comment" of "commentwrapper"; "" where no such word ends it."""
    return box[1] if word.endswith(_BOX_ENDINGS) and (box := _BOX.fullmatch(word)) else ""


def roles_of(element: Element, *attributes: str) -> frozenset[Role]:
    """What an element's names say that it is: those of its class, or of these attributes."""
    if not attributes:
        return roles(names) if (names := element.get("class")) else _NO_ROLES
    found = _NO_ROLES
    for name in attributes:
        if value := element.get(name):
            found = found | roles(value) if found else roles(value)
    return found
