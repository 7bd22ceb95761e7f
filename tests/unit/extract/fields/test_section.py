"""An article's section."""

import json
from collections.abc import Sequence

import pytest

from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.section import find_section
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.page.page import Page

TITLE = "Ferry pier reopens after a winter of repairs"
URL = "https://www.saltmarsh.example/news/ferry"


def section_of(declared: object, steps: Sequence[object], *, head: str = "") -> str:
    article = {"@type": "NewsArticle", "headline": TITLE, "articleSection": declared}
    path = {"@type": "BreadcrumbList", "itemListElement": steps}
    data = json.dumps([article, path])
    page = f"<head><script type='application/ld+json'>{data}</script>{head}</head><h1>{TITLE}</h1>"
    return find_section(Near(Page(page.encode(), URL), None))[0]


def step(name: str, address: str = "") -> dict[str, object]:
    return {"@type": "ListItem", "name": name, **({"item": {"@id": address}} if address else {})}


@pytest.mark.parametrize(
    "name",
    [
        TITLE,
        "Pier reopens after winter of repairs",  # the headline in the words of another version
        "Ferry pier reopens after a winter",  # cut short
        "Saltmarsh",
        "saltmarsh.example",
        "https://www.saltmarsh.example/news/",
        "Uncategorized",
        "Home",
        "2026",
        "0d9b6f1e-6a0c-4a51-9d5e-21f6c3a07b44",
        "",
    ],
)
def test_no_section_is_the_headline_the_site_a_host_or_an_id(name: str) -> None:
    assert section_of(name, []) == ""
    assert section_of([name, "Harbours"], []) == "Harbours"
    assert section_of(name, [step("Home", "/"), step("Harbours", "/harbours/"), step(name, URL)]) == "Harbours"


def test_how_many_articles_a_section_has_is_no_part_of_its_name() -> None:
    page = f"<div class=crumbs><a href=/>Home</a> <a href=/harbours/>Harbours (214)</a></div><h1>{TITLE}</h1>"
    assert find_section(Near(Page(page.encode(), URL), None))[0] == "Harbours"


def test_a_section_that_is_the_first_word_of_the_headline_is_one() -> None:
    assert section_of("", [step("Home", "/"), step("Ferry", "/ferry/"), step(TITLE, URL)]) == "Ferry"


def test_a_last_step_that_leads_nowhere_is_the_article_whatever_it_is_called() -> None:
    steps = [step("Home", "/"), step("Harbours", "/harbours/"), step("Three questions for Runa Foss, engineer")]
    assert section_of("", steps) == "Harbours"
    assert section_of("", steps[:-1]) == "Harbours"


def test_of_sections_in_one_text_the_first_is_taken() -> None:
    assert section_of("Harbours,Local,Weather", []) == "Harbours"
    assert section_of("Boats, Piers, Weather", []) == "Boats"
    assert section_of("Boats, Piers & Weather", []) == "Boats, Piers & Weather"


def test_of_a_path_the_last_step_is_taken() -> None:
    assert section_of("News > Local > Harbours", []) == "Harbours"


def test_a_path_that_is_not_marked_up_is_read_by_its_name() -> None:
    steps = '<a href="/">Home</a> <a href="/harbour">Harbour</a>'
    for path, name in ((steps, "Harbour"), (steps.replace('"/">Home', '"/a">Piers'), "")):
        page = Page(f"<body><nav class=breadcrumbs>{path} {TITLE}</nav><h1>{TITLE}</h1></body>".encode(), URL)
        assert find_section(Near(page, page.h1s[0]))[0] == name


@pytest.mark.parametrize(
    "name",
    [
        'class="crumbs"',
        'class="fil-ariane"',
        'class="migas"',
        'aria-label="You-are-here"',
        'class="pankuzu"',
        'id=p class="topicPath"',
    ],
)
def test_a_path_has_many_names(name: str) -> None:
    path = f'<ul {name}><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li>{TITLE}</li></ul>'
    page = f"<head><title>{TITLE}</title></head><body>{path}<h1>{TITLE}</h1>"
    assert find_section(Near(Page(page.encode(), URL), None))[0] == "Harbour"


def test_a_path_without_a_stroke_before_it_is_one_and_a_pair_of_words_is_none() -> None:
    assert section_of("News/Local/Harbour", []) == "Harbour"
    assert section_of("Arts/Culture", []) == "Arts/Culture"


def test_parse_ly_s_object_names_section_and_tags() -> None:
    said = json.dumps({"title": TITLE, "section": "Harbour", "tags": ["Ferries", "Piers"]})
    page = Page(f"<meta name='parsely-page' content='{said}'><h1>{TITLE}</h1>".encode(), URL)
    assert find_section(Near(page, None)) == ("Harbour", "meta parsely-page")
    assert find_tags(Near(page, None)) == (["Ferries", "Piers"], "meta parsely-page")


@pytest.mark.parametrize("said", ["{", '{"section": 5, "tags": {"a": 1}}', '["a"]', "{" * 5000])
def test_a_broken_object_of_parse_ly_s_names_nothing(said: str) -> None:
    page = Page(f"<meta name='parsely-page' content='{said}'><h1>{TITLE}</h1>".encode(), URL)
    assert (find_section(Near(page, None))[0], find_tags(Near(page, None))[0]) == ("", [])


def test_of_a_section_s_address_the_last_part_is_taken() -> None:
    page = Page(b"<meta property=article:section content=/news/transport/><h1>Rain</h1>", URL)
    assert find_section(Near(page, None))[0] == "transport"


def test_a_path_of_one_link_is_the_section_s() -> None:
    for links, found in (("<a href=/c>Boats</a>", "Boats"), ("<a href=/c>Boats</a><a href=/d>Piers</a>", "")):
        page = Page(f"<body><div class=Top-breadcrumbs>{links}</div><h1>{TITLE}</h1></body>".encode(), URL)
        assert find_section(Near(page, page.h1s[0]))[0] == found


@pytest.mark.parametrize("name", ["article.section", "cXenseParse:recs:articlesection"])
def test_meta_tags_that_name_the_section(name: str) -> None:
    page = Page(f'<meta name="{name}" content="Harbours"><h1>Rain</h1>'.encode(), "https://example.com/news/rain")
    assert find_section(Near(page, None))[0] == "Harbours"


def shown_path(path: str) -> str:
    page = (
        f"<body><p class='x'>{path}</p><h1>{TITLE}</h1><p>Text</p><p><a href='/'>Home</a> | <a href='/b'>Boats</a></p>"
    )
    return find_section(Near(Page(page.encode(), URL), None))[0]


@pytest.mark.parametrize("sign", [">", "»", "›"])
def test_a_path_without_a_name_is_known_by_the_signs_between_its_steps(sign: str) -> None:
    assert (
        shown_path(f"<a href='/'>Start</a> {sign} <a href='/-Harbour-'>Harbour</a> {sign} <b>{TITLE}</b>") == "Harbour"
    )


def test_a_menu_and_links_to_log_out_are_no_path() -> None:
    assert shown_path("<a href='/'>Start</a> | <a href='/harbour-news'>Harbour</a>") == ""
    assert shown_path("( <a href='/'>Leave</a> / <a href='/change'>Change</a> )") == ""


@pytest.mark.parametrize(
    "beside",
    [
        "<a href='mailto:?subject=Pier'>Mail it</a>",
        "<a href='https://networks.example/share?u=pier'>Post it</a>",
        "<a href=/es/muelle hreflang=es>Español</a>",
        f"<a href=/news/ferry>{TITLE}</a>",
        "<a href=/all>More news:</a>",
    ],
)
def test_what_stands_in_a_path_and_is_no_step_is_no_section(beside: str) -> None:
    path = f"<nav class=breadcrumb><a href=/>Home</a> <a href=/harbour hreflang=en>Harbour</a> {beside}</nav>"
    page = Page(f"<html lang=en><title>Ferry</title><body>{path}<h1>{TITLE}</h1>".encode(), URL)
    assert find_section(Near(page, page.h1s[0]))[0] == "Harbour"


@pytest.mark.parametrize("home", ['<a href="/DE/Home/home_node.html">Startseite</a>', '<a href="/en.html">Home</a>'])
def test_a_path_begins_with_the_home_page_by_its_name(home: str) -> None:
    path = f'<div id="navBreadcrumbs"><ol><li>{home}</li><li><a href="/en/harbour.html">Harbour</a></li></ol></div>'
    page = f"<head><title>{TITLE}</title></head><body>{path}<h1>{TITLE}</h1>"
    assert find_section(Near(Page(page.encode(), URL), None))[0] == "Harbour"


@pytest.mark.parametrize("name", ["citation_keywords", "DC.subject", "dcterms.subject"])
def test_journals_name_topics_one_a_tag(name: str) -> None:
    said = f"<meta name='{name}' content='ice'><meta name='{name}' content='phenology'>"
    assert find_tags(Near(Page(f"{said}<h1>{TITLE}</h1>".encode(), URL), None))[0] == ["ice", "phenology"]
