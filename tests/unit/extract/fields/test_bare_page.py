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


@pytest.mark.parametrize("title", ["404", "Vua 404", "Vua: 404", "404 – Vua", "Vua 500", "HTTP Vua 503", "502"])
def test_a_page_whose_title_is_a_code_is_an_error(title: str) -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", title=title) == "not found"


@pytest.mark.parametrize("title", ["404 goats walk home", "Fiat 124", "Top 500", "404 Goats: 1,000 more"])
def test_a_headline_with_a_number_is_no_code(title: str) -> None:
    assert reason(f"{MENU}<article><h1>{title}</h1>{WORDS}</article>", title=title, head=ARTICLE) == ""


def test_a_page_that_leads_to_another_in_a_moment_is_none() -> None:
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=AWAY) == "notice"
    assert reason(f"{MENU}<h1>Oh</h1>{WORDS}", head=ANEW) == ""


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
