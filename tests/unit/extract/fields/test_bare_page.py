"""Pages with next to no text that are no articles by how they are made; short news made much alike is kept."""

import pytest

from newscrawl.extract import read_page

MENU = "<header><ul>" + "".join(f"<li><a href=/{n}/>Part {n}</a></li>" for n in range(9)) + "</ul></header>"
# No list of phrases has these words.
WORDS = "<p>The goat has eaten what stood here. It is sorry, and asks you to look at the other rooms of the barn.</p>"
WEBSITE = '<meta property="og:type" content="website">'
PRODUCT = '<meta property="og:type" content="product">'
OFFER = (
    '<script type="application/ld+json">{"@type": "Product", "name": "Barrel", "offers": {"price": "49.90"}}</script>'
)
NOINDEX = '<meta name="robots" content="noindex, follow">'
AWAY = '<meta http-equiv="Refresh" content="5; URL=https://archive.valleypost.example/rain">'
ANEW = '<meta http-equiv="refresh" content="600">'
ARTICLE = (
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-03T10:00:00Z">'
)


def reason(body: str, *, title: str = "Rain", head: str = "", names: str = "", url: str = "/2024/05/03/rain") -> str:
    html = f"<html><head><title>{title} | Valley Post</title>{head}</head><body class='{names}'>{body}</body></html>"
    return read_page(html.encode(), f"https://www.valleypost.example{url}").reason


@pytest.mark.parametrize("names", ["error404 wp-custom-logo", "template-404", "page-system-404", "error-template"])
def test_a_page_that_its_system_calls_an_error_is_none(names: str) -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", names=names) == "not found"
    assert reason(f"{MENU}<main class='box {names}'><h1>Oh</h1>{WORDS}</main>") == "not found"
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", names="single post-404 postid-404") == ""
    search = "<div class=no-results><h2>Nothing is called so</h2></div>"
    assert reason(f"{MENU}{search}<h1>Oh</h1>{WORDS}") == ""


@pytest.mark.parametrize("title", ["404", "Vua 404", "Vua: 404", "404 – Vua", "Vua 500", "HTTP Vua 503", "502"])
def test_a_page_whose_title_is_a_code_is_an_error(title: str) -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", title=title) == "not found"


@pytest.mark.parametrize("title", ["404 goats walk home", "Fiat 124", "Top 500", "404 Goats: 1,000 more"])
def test_a_headline_with_a_number_is_no_code(title: str) -> None:
    assert reason(f"{MENU}<article><h1>{title}</h1>{WORDS}</article>", title=title, head=ARTICLE) == ""


def test_a_page_that_leads_to_another_in_a_moment_is_none() -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=AWAY) == "notice"
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=ANEW) == ""
    itself = AWAY.replace("https://archive.valleypost.example/rain", "/2024/05/03/rain")
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=itself) == ""


@pytest.mark.parametrize(
    ("head", "names"), [(WEBSITE, ""), (NOINDEX, ""), (NOINDEX + WEBSITE, ""), ("", "page page-id-12")]
)
def test_a_page_of_the_site_s_own_affairs_is_none_where_it_has_no_date(head: str, names: str) -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=head, names=names) == "no text"
    assert reason(f"{MENU}<h1>Oh</h1><p>May 3, 2024</p>{WORDS}", head=head, names=names) == ""
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=head + ARTICLE, names=names) == ""
    long = "".join(
        f"<p>On day {n} the goat ate {n} shoes, and said that it was sorry for all of them.</p>" for n in range(12)
    )
    assert reason(f"{MENU}<h1>Oh</h1>{long}", head=head, names=names) == ""


FORMS = [
    "<form><select name=year><option>2000</select><button>In</button></form>",
    "<form><button name=e>North</button><button name=e>South</button></form>",
    "<form><label><input type=radio name=e> North</label><input type=submit></form>",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_page_that_stands_alone_with_a_form_is_none(form: str) -> None:
    assert reason(f"<h1>Oh</h1>{WORDS}{form}") == "no text"
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}{form}") == ""
    assert reason(f"<article><h1>Oh</h1>{WORDS}{form}</article>") == ""


def test_a_page_with_its_site_s_search_alone_is_kept() -> None:
    assert reason(f"<h1>Oh</h1>{WORDS}<form><input type=search name=s><button>Go</button></form>") == ""


@pytest.mark.parametrize("head", [PRODUCT, OFFER, WEBSITE + OFFER])
def test_a_shop_s_page_is_none_where_it_has_no_date(head: str) -> None:
    text = "".join(
        f"<p>Day {n}. It holds 300 litres under a lid that keeps leaves and goats out.</p>" for n in range(12)
    )
    assert reason(f"{MENU}<h1>Barrel</h1>{text}", head=head) == "shop"
    assert reason(f"{MENU}<h1>Barrel</h1><time datetime=2024-05-03>May 3</time>{text}", head=head) == ""
    assert reason(f"{MENU}<h1>Barrel</h1>{text}", head=OFFER.replace("offers", "review")) == ""


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("uk", "Доступ обмежено: міст закрили для вантажівок"),
        ("sv", "Sidan finns inte – men fisken gör det"),
        ("fr", "Erreur 404 : la commune perd son site"),
        ("en", "Access denied: goats barred from the bridge"),
    ],
)
def test_a_headline_that_begins_like_a_notice_is_news(language: str, headline: str) -> None:
    said = "<p>Selon la mairie, « page introuvable » reste affiché. No goat may cross until the end of the month.</p>"
    html = (
        f"<html lang={language}><head><meta charset=utf-8><title>{headline}</title>{ARTICLE}</head><body>{MENU}"
        f"<article><h1>{headline}</h1>{said}</article></body></html>"
    )
    assert read_page(html.encode(), "https://www.valleypost.example/rain").reason == ""


def told(language: str, body: str, title: str, head: str = "") -> str:
    html = (
        f"<html lang={language}><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    )
    return read_page(html.encode(), "https://www.valleypost.example/rain").reason


ABOUT_THE_PAGE = [
    ("en", "We can’t seem to find that page"),
    ("de", "Diese Seite ist umgezogen"),
    ("fr", "Oups, cette page a disparu"),
    ("es", "La página que buscas se fue"),
    ("it", "Questa pagina non c’è più"),
    ("pt", "Esta página foi embora"),
    ("nl", "Deze pagina is weg"),
    ("sv", "Sidan du söker är borta"),
    ("pl", "Tej strony u nas nie ma"),
    ("ru", "Такой страницы больше нет"),
    ("uk", "Цієї сторінки немає: сторінка, яку ви шукали"),
    ("hu", "A keresett oldal elköltözött"),
    ("tr", "Aradığınız sayfa taşındı"),
    ("el", "Η σελίδα που ζητήσατε χάθηκε"),
    ("ja", "お探しのページはありません"),
    ("zh", "您访问的页面走丢了"),
    ("ko", "요청하신 페이지를 열 수 없습니다"),
    ("ar", "الصفحة التي تبحث عنها"),
    ("vi", "Trang này đã chuyển đi"),
]


@pytest.mark.parametrize(("language", "heading"), ABOUT_THE_PAGE)
def test_a_heading_that_speaks_of_the_page_is_no_headline(language: str, heading: str) -> None:
    latest = "".join(f"<p><a href=/{n}>Goat {n}</a> <time datetime=2024-05-0{n}>{n}</time></p>" for n in range(1, 5))
    assert told(language, f"{MENU}<h1>{heading}</h1>{WORDS}{latest}", "Oh") == "not found"
    is_news = told(language, f"{MENU}<article><h1>{heading}: goat</h1>{WORDS}</article>", f"{heading}: goat", ARTICLE)
    assert is_news == ""


@pytest.mark.parametrize("code", ["HTTP 403", "502", "Error 503"])
def test_a_code_may_stand_in_the_heading_alone(code: str) -> None:
    assert reason(f"{MENU}<h1>{code}</h1>{WORDS}", title="Oh") == "not found"
    assert reason(f"{MENU}<h1>{code} goats</h1>{WORDS}", title="Oh") == ""


@pytest.mark.parametrize("title", ["Un momento histórico", "Et øjeblik af ro", "Okamžik klidu"])
def test_a_headline_with_a_bot_check_s_words_is_news_where_the_page_has_a_menu(title: str) -> None:
    assert told({"Un": "es", "Et": "da"}.get(title[:2], "cs"), f"{MENU}<h1>{title}</h1>{WORDS}", title) == ""
    assert told("es", f"<h1>valleypost.example</h1>{WORDS}", "Un momento…") == "challenge"


def test_a_person_s_page_is_none_whatever_dates_it_has() -> None:
    head = '<meta property="og:type" content="profile">'
    assert reason(f"{MENU}<h1>Ann Ford</h1>{WORDS}<time datetime=2024-05-03>3 May</time>", head=head) == "listing"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nb", "Denne saken er kun for abonnenter."),
        ("cs", "Tento článek je určen jen pro předplatitele."),
        ("hu", "Ez a cikk csak előfizetőknek érhető el."),
        ("fi", "Tämä artikkeli on vain tilaajille."),
    ],
)
def test_a_wall_without_a_word_before_it_is_no_text(language: str, line: str) -> None:
    assert told(language, f"{MENU}<h1>Oh</h1><p>{line}</p>", "Oh", ARTICLE) == "paywall"
    assert told(language, f"{MENU}<h1>Oh</h1>{WORDS}<p>{line}</p>", "Oh", ARTICLE) == ""


def test_a_text_that_begins_with_the_wall_is_none() -> None:
    wall = "<p>Denne saken er for abonnenter.</p>"
    assert told("nb", f"{MENU}<h1>Oh</h1>{wall}{WORDS}", "Oh", ARTICLE) == "paywall"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Ce nom de domaine a expiré"),
        ("es", "Cuenta suspendida"),
        ("pl", "Domena valleypost.example wygasła"),
        ("ru", "Срок регистрации домена истёк"),
        ("en", "OperationalError at /news/well"),
    ],
)
def test_a_host_s_notice_is_no_article(language: str, line: str) -> None:
    assert told(language, f"<h1>{line}</h1>{WORDS}", "Oh") == "notice"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Bist du schon 18? Dann komm herein."),
        ("nl", "Deze video is niet beschikbaar buiten Nederland."),
        ("es", "Estamos mejorando nuestra web."),
        ("cs", "Stránky jsou dočasně mimo provoz."),
        ("ru", "Сайт редакции временно недоступен для всех читателей."),
        ("tr", "Sitemiz geçici olarak hizmet dışı."),
    ],
)
def test_a_house_s_notice_is_no_article(language: str, line: str) -> None:
    assert told(language, f"<h1>Oh</h1><p>{line}</p>{WORDS}", "Valley Post") == "notice"
    assert told(language, f"{MENU}<article><h1>{line}: goat</h1>{WORDS}</article>", f"{line}: goat", ARTICLE) == ""


IN_HEADLINES = [
    ("en", "The page is turned for the town's goats"),
    ("fr", "Pour la chèvre, cette page est tournée"),
    ("it", "La capra: questa pagina è chiusa"),
    ("pt", "Conta suspensa: cabra perde acesso à rede"),
    ("zh", "警方：该网页骗走山羊三百只"),
    ("de", "Fiat 500"),
    ("en", "Peugeot 504"),
]


@pytest.mark.parametrize(("language", "headline"), IN_HEADLINES)
def test_news_with_a_day_under_its_own_headline_is_kept_where_its_site_declares_nothing(
    language: str, headline: str
) -> None:
    when = "<time datetime=2024-05-03>3/5</time>"
    assert told(language, f"{MENU}<article><h1>{headline}</h1>{when}{WORDS}</article>", f"{headline} | Post") == ""
    assert told(language, f"{MENU}<h1>{headline}</h1>{WORDS}", f"{headline} | Post") != ""


def test_a_day_does_not_hide_that_a_page_is_missing() -> None:
    when = "<time datetime=2024-05-03>3/5</time>"
    assert told("en", f"{MENU}<h1>Page not found</h1>{when}{WORDS}", "Page not found") == "not found"
    assert told("de", f"{MENU}<h1>Seite nicht gefunden</h1>{when}{WORDS}", "Seite nicht gefunden") == "not found"


def test_a_series_in_the_title_is_no_code_where_the_page_has_a_day() -> None:
    page = f"{MENU}<h1>Goat wins again</h1><time datetime=2024-05-03>3/5</time>{WORDS}"
    assert reason(page, title="Goat wins again | Indy 500") == ""


def test_what_leads_browsers_without_scripts_away_leads_no_reader_away() -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=f"<noscript>{AWAY}</noscript>") == ""


def test_a_driver_is_no_article_in_korean() -> None:
    assert told("ko", f"{MENU}<h1>만취 승객이 기사를 폭행</h1>{WORDS}", "만취 승객이 기사를 폭행") == ""


def test_a_page_of_two_lines_that_stands_alone_and_lives_by_its_scripts_is_none() -> None:
    script = "<script src=/queue/v4.js></script>"
    assert reason(f"<h1>Oh</h1>{WORDS}{script}") == "no text"
    assert reason(f"<h1>Oh</h1>{WORDS}") == ""
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}{script}") == ""
    assert reason(f"<h1>Oh</h1><time datetime=2024-05-03>3/5</time>{WORDS}{script}") == ""


GONE = [
    ("it", "L'articolo che stai cercando è stato spostato oppure rimosso dalla redazione.", "notice"),
    ("de", "Der gesuchte Artikel wurde aus dem Archiv genommen.", "notice"),
    ("fr", "L'article que vous cherchez a été retiré par la rédaction.", "notice"),
    ("ru", "Материал, который вы ищете, был перенесён в архив.", "notice"),
    ("tr", "Aradığınız haber yayından kaldırılmış olabilir.", "notice"),
    ("ja", "申し訳ございませんが、お住まいの地域からはこのコンテンツをご覧いただけません。", "notice"),
    ("en", "Unlimited access from £1 a month. Cancel any time.", "paywall"),
    ("de", "Unbegrenzter Zugang ab 1 Euro im Monat. Jederzeit kündbar.", "paywall"),
]


@pytest.mark.parametrize(("language", "said", "why"), GONE)
def test_what_stands_in_an_article_s_place_is_none(language: str, said: str, why: str) -> None:
    assert told(language, f"{MENU}<main><h1>Oh!</h1><p>{said}</p></main>", "Oh! | Post") == why


def test_news_of_what_somebody_looked_for_is_an_article() -> None:
    when = "<time datetime=2024-05-03>3 May</time>"
    said = "<p>The page you are looking for in the old book was found by a goat in a barn, said the parish.</p>"
    assert told("en", f"{MENU}<h1>Goat finds page</h1>{when}{said}", "Goat finds page | Post") == ""


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("de", "Dieser Inhalt steht nicht mehr zur Verfügung"),
        ("fr", "Cet article n'est plus disponible"),
        ("nl", "Dit artikel is niet langer beschikbaar"),
        ("pl", "Ten artykuł nie jest już dostępny"),
        ("sv", "Artikeln är inte längre tillgänglig"),
        ("ru", "Материал больше не доступен"),
    ],
)
def test_what_is_no_longer_to_be_had_is_no_article(language: str, heading: str) -> None:
    assert told(language, f"{MENU}<main><h1>{heading}</h1>{WORDS}</main>", f"{heading} | Post") == "not found"


@pytest.mark.parametrize("path", ["/kontakt", "/de/impressum.html", "/contatti/", "/prenumerera"])
def test_a_page_of_a_site_s_own_affairs_is_no_story(path: str) -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", url=path) == "no text"
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", url=f"{path.rstrip('/')}/goat") == ""
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", url=path, head=ARTICLE) == ""


@pytest.mark.parametrize(
    "label", ["Add to basket", "In den Warenkorb", "Ajouter au panier", "カートに入れる", "Sepete Ekle"]
)
def test_a_button_that_puts_a_thing_into_a_basket_sells_it(label: str) -> None:
    thing = f"<h1>Oh</h1><p>19.90</p><button> {label} </button>{WORDS}{WORDS}"
    assert reason(f"{MENU}{thing}", url="/p/barrel") == "shop"
    assert reason(f"{MENU}{thing}", head=ARTICLE) == ""
    story = "".join(WORDS.replace("goat", f"goat of barn {n}") for n in range(12))
    assert reason(f"{MENU}{thing}{story}") == ""
    assert reason(f"{MENU}{thing.replace(label, f'Why do I {label} so often')}") == ""
