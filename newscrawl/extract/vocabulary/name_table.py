"""The table of names: role -> the words that say so in a `class`, `id`, `itemprop` or `data-testid`.

They are the words of themes, CMSs and front-end kits: WordPress, Arc, Drupal, AEM, BEM and CSS modules, in English and
in the languages whose newsrooms name their classes themselves. Only words that say what a box *is* stand here, never
one publisher's own class. A word may have several roles ("byline" names an author's box, a byline and a picture's
credit): who asks knows which of them can be meant.
"""

from typing import Literal

Reason = Literal[
    "ad", "related", "share", "newsletter", "comments", "author box", "navigation", "tags", "paywall", "cookie notice",
    "player", "page furniture", "window", "licence",
]  # fmt: skip
"""Roles of what stands inside or around an article and is no part of it. A word has one of them at most."""

Role = Literal[
    Reason, "hidden", "body", "box", "sidebar", "standfirst", "vague standfirst", "notice", "figure", "picture",
    "no picture", "lead picture", "beside lead", "caption", "vague caption", "credit", "byline", "beside byline",
    "category", "quotation", "liveblog", "live", "blog", "entry", "quoted post", "framed post", "wall", "other story",
    "card", "beside cards", "gallery", "next page", "discussion", "today", "title", "subhead", "vague subhead",
]  # fmt: skip

WORDS_OF: dict[Role, str] = {
    "ad": "ad ads adv advert adverts advertisement advertisements advertising adbox adblock adcontainer adslot adunit "
    "adwrapper adzone adsense admanager dfp gpt mpu leaderboard skyscraper taboola outbrain plista teads "
    "ligatus sponsor sponsored sponsors sponsoring werbung anzeige anzeigen publicidad publicite pubblicita "
    "publi reklam reklama reklame annonce annons annonser mainos affiliate affiliates",
    "related": "related recirc recirculation recommend recommended recommendation recommendations recommender "
    "relacionada relacionadas relacionado relacionados correlati correlate connexe connexes verwandt "
    "verwandte readmore readnext readalso seealso moreon morelike morefrom linkcard linkbox linklist "
    "crosslink crosslinks interlink interlinks trending popular mostread mostviewed meistgelesen teaser "
    "teasers teaserlist upnext nextup yarpp jp-relatedposts promo promobox promos upsell crosssell "
    "zergnet latest-posts latestposts recent-posts recentposts recent-entries wp-block-latest-posts "
    "cta-box cta-block cta-wrapper cta-wrap cta-container cta-banner cta-section cta-card cta-module cta-inner "
    "cta-content cta-text cta-inline inline-cta post-cta blog-cta article-cta content-cta hs-cta-wrapper "
    "call-to-action calltoaction",
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
    "tags": "tag tags taglist tagcloud tagline-tags topics keywords schlagworte schlagwoerter stichworte stichwoerter "
    "etiquetas etiquettes etichette etiket etiketler motscles mots-cles trefwoorden emneord stikord nyckelord taggar "
    "avainsanat asiasanat stitky cimkek categories",
    "paywall": "paywall regwall piano subscriber paygate offer offers",
    "cookie notice": "uc-embedding-container uc-embedding-wrapper "
    "dsgvo cookie cookies consent gdpr cmpbox cmp-banner cmp-modal cmp-overlay cmpwrapper onetrust "
    "usercentrics didomi pea_cook_wrapper cc-window cc-banner cc_banner cc_container iubenda-cs-container "
    "qc-cmp2-container osano-cm-window klaro eupopup",
    "player": "vjs jwplayer player videoplayer audioplayer mediaplayer playlist vorlesen listen tts speech",
    "page furniture": "meta metadata postmetadata postmeta dateline timestamp dates pubdate datetime tooltip noprint "
    "date datum fecha duration readtime readingtime lesezeit quelle skiplinks feedback rating ratings poll survey "
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
    "gallery": "gallery galerie galeria galleria album lightbox fancybox slideshow",
    "picture": "image img photo picture figure foto bild",
    "no picture": "avatar avatars gravatar author authors logo logos icon icons emoji smiley badge sprite",
    "lead picture": "lead hero featured main cover top opener aufmacher article post media gallery entry story head "
    "header headline leadimage heroimage",
    "beside lead": "image img photo picture pic pics foto bild media feature figure gallery art video visual player "
    "form",
    "caption": "caption captions figcaption legend legende legenda bildunterschrift bildtext bildinfo didascalia pie "
    "piefoto leyenda infotext mediainfo imagetext imagecaption description subline onderschrift undertext "
    "photo-text picture-text wp-caption-text popisek kuvateksti billedtekst bildetekst bijschrift "
    "fotoonderschrift",
    "vague caption": "description infotext subline undertext",
    "credit": "credit credits copyright photographer photocredit fotograf bildautor bildnachweis quelle source agency "
    "rights rechte crédit crédits credito crédito creditos créditos crediti crèdit byline attribution provider "
    "fotocredit fotonachweis bildrechte",
    # ---- who wrote it ----
    "byline": "byline bylines author authors writer writers autor autoren autores autori autore auteur auteurs "
    "reporter verfasser firma firmante autora autrice auteure kirjoittaja kirjoittajat toimittaja "
    "tekija tekijat szerzo szerzok yazar muhabir forfatter forfattare skribent journalist journaliste giornalista "
    "periodista redactor redactora redaktor autorka penulis wartawan tacgia avtor columnist columnista kolumnist "
    "colunista chroniqueur",
    "beside byline": "bio biography avatar image images img photo photos picture social follow date dates dateline "
    "datetime time timestamp published updated modified comment comments related desc description more role title "
    "jobtitle position caption credit credits tooltip",
    "quotation": "quote quotes quotation pullquote blockquote zitat zitate sitat sitater citaat citation citat cita "
    "citazione testimonial testimonials",
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

WHOLE_NAMES: dict[Role, str] = {
    "title": "post-title post__title post-main-title entry-title entry__title article-title article__title story-title",
    "hidden": "hidden hide vh invisible offscreen sr-only d-none visually-hidden visuallyhidden visually_hidden "
    "screen-reader-text screenreader screen-reader screen-reader-only print-only printonly only-print "
    "element-invisible hidden-text mw-editsection editsection "
    "w-condition-invisible w-dyn-empty a11y-hidden assistive-text katex-mathml "
    "mjx-assistive-mml mjx_assistive_mathml "
    "slick-cloned swiper-slide-duplicate splide__slide--clone glide__slide--clone tns-slide-cloned bx-clone "
    "cloned clone",
    "byline": "fn by by-line posted-by posted_by postedby published-by published_by publishedby written-by written_by "
    "writtenby story-by story_by storyby",
    "vague subhead": "heading section-heading section-title chapter-title",
}
"""Role -> names that have it as a whole alone: Drupal's "field--label-hidden" hides a label alone, "sort-by" no one."""

BEGINNINGS: dict[str, Reason] = {
    "related": "related", "newsletter": "newsletter", "recommend": "related", "mostread": "related",
    "mostpopul": "related", "advert": "ad", "sharebar": "share", "sharebox": "share", "sharebutton": "share",
    "socialshar": "share", "sponsor": "ad", "breadcrumb": "navigation", "taboola": "ad", "outbrain": "ad",
    "paywall": "paywall", "subscri": "newsletter", "googlead": "ad", "cookieconsent": "cookie notice",
}  # fmt: skip
"""How long names run together begin ("relatedarticles", "newsletterbox"), where no word ends show -> their role."""

ARCHIVES = tuple(
    frozenset(names.split("+"))
    for names in "archive+tag archive+category archive+author archive+date search+search-results home+blog "
    "tag-template author-template com_content+view-category "
    "com_content+view-featured".split()
)
"""Classes that systems give to the body of a page that lists articles: WordPress, Ghost, Joomla."""

ERROR_PAGES = frozenset(
    "error404 error-404 error_404 error404-page page404 page-404 page_404 page-404-not-found template-404 path-404 "
    "http-404 view-404 page-system-404 page-page-not-found error-template errorpage error-page page-error "
    "page-not-found pagenotfound not-found-page notfound not-found no-results search-no-results nothing-found "
    "next-error-h1".split()
)
"""Names that systems give to an error's page, or to the box in which its heading stands."""
