"""An article's section, and its language."""

import json

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.fields.near import Near
from newscrawl.extract.fields.tags import find_tags
from newscrawl.extract.fields.topics import language, section
from newscrawl.extract.page.page import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("صوّت مجلس المدينة مساء الثلاثاء على إعادة بناء حاجز الأمواج", "ar"),
        ("شورای شهر سه‌شنبه شب به بازسازی موج‌شکن رأی داد", "fa"),
        ("شہر کی کونسل نے منگل کو بند کی تعمیرِ نو کے حق میں ووٹ دیا ہے", "ur"),
        ("מועצת העיר הצביעה ביום שלישי בעד שיקום שובר הגלים", "he"),
        ("Городской совет во вторник проголосовал за восстановление мыса", "ru"),
        ("Міська рада у вівторок проголосувала за відбудову хвилерізу", "uk"),
        ("市議会は火曜日、防波堤の再建を可決した。工事は春に始まる", "ja"),
        ("市議會週二投票決定重建防波堤，工程將於春季開始並持續兩年", "zh"),
        ("The town council voted on Tuesday to rebuild the breakwater", ""),
        ("Градският съвет гласува във вторник за възстановяване на вълнолома", ""),
    ],
)
@pytest.mark.parametrize("claim", ["", "<html lang=en>"])
def test_a_language_that_nobody_declares_is_told_by_its_letters_or_not_at_all(
    text: str, expected: str, claim: str
) -> None:
    declared = "en" if claim and not expected and text.isascii() else ""
    page = Page(f"{claim}<p>{text}</p>".encode(), "https://example.com/a")
    assert language(page, text)[0] == (expected or declared)


COUNCIL = (
    "The town council has voted on Tuesday to rebuild the breakwater, which was lost in the storm of last winter. "
)


@pytest.mark.parametrize("claim", ["ja", "zh-CN", "ru-RU", "ar", "el", "he-IL", "th", "ko"])
def test_a_claim_of_a_language_whose_letters_the_text_has_none_of_is_its_theme_s(claim: str) -> None:
    page = Page(f"<html lang={claim}><p>{COUNCIL * 3}</p>".encode(), "https://example.com/a")
    assert language(page, COUNCIL * 3)[0] == "en"


@pytest.mark.parametrize("claim", ["sr", "uz", "kk", "zh-Latn"])
def test_languages_that_are_also_written_in_latin_letters_are_believed(claim: str) -> None:
    text = "Gradski savet je u utorak glasao za obnovu lukobrana koji je odnela oluja prošle zime. " * 3
    assert language(Page(f"<html lang={claim}><p>{text}</p>".encode(), "https://example.com/a"), text)[0] == claim


TITLE = "Ferry pier reopens after a winter of repairs"
URL = "https://www.saltmarsh.example/news/ferry"


def section_of(declared: object, steps: list[object], *, head: str = "") -> str:
    article = {"@type": "NewsArticle", "headline": TITLE, "articleSection": declared}
    path = {"@type": "BreadcrumbList", "itemListElement": steps}
    data = json.dumps([article, path])
    page = f"<head><script type='application/ld+json'>{data}</script>{head}</head><h1>{TITLE}</h1>"
    return section(Near(Page(page.encode(), URL), None))[0]


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
    for path, name in ((steps, "Harbour"), (steps.replace('"/"', '"/a"'), "")):
        page = Page(f"<body><nav class=breadcrumbs>{path} {TITLE}</nav><h1>{TITLE}</h1></body>".encode(), URL)
        assert section(Near(page, page.h1s[0]))[0] == name


@pytest.mark.parametrize("name", ['class="crumbs"', 'class="fil-ariane"', 'class="migas"', 'aria-label="You-are-here"'])
def test_a_path_has_many_names(name: str) -> None:
    path = f'<ul {name}><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li>{TITLE}</li></ul>'
    page = f"<head><title>{TITLE}</title></head><body>{path}<h1>{TITLE}</h1>"
    assert section(Near(Page(page.encode(), URL), None))[0] == "Harbour"


def test_a_path_without_a_stroke_before_it_is_one_and_a_pair_of_words_is_none() -> None:
    assert section_of("News/Local/Harbour", []) == "Harbour"
    assert section_of("Arts/Culture", []) == "Arts/Culture"


def test_parse_ly_s_object_names_section_and_tags() -> None:
    said = json.dumps({"title": TITLE, "section": "Harbour", "tags": ["Ferries", "Piers"]})
    page = Page(f"<meta name='parsely-page' content='{said}'><h1>{TITLE}</h1>".encode(), URL)
    assert section(Near(page, None)) == ("Harbour", "meta parsely-page")
    assert find_tags(Near(page, None)) == (["Ferries", "Piers"], "meta parsely-page")


@pytest.mark.parametrize("said", ["{", '{"section": 5, "tags": {"a": 1}}', '["a"]', "{" * 5000])
def test_a_broken_object_of_parse_ly_s_names_nothing(said: str) -> None:
    page = Page(f"<meta name='parsely-page' content='{said}'><h1>{TITLE}</h1>".encode(), URL)
    assert (section(Near(page, None))[0], find_tags(Near(page, None))[0]) == ("", [])


def test_of_a_section_s_address_the_last_part_is_taken() -> None:
    page = Page(b"<meta property=article:section content=/news/transport/><h1>Rain</h1>", URL)
    assert section(Near(page, None))[0] == "transport"


def test_a_path_of_one_link_is_the_section_s() -> None:
    for links, found in (("<a href=/c>Boats</a>", "Boats"), ("<a href=/c>Boats</a><a href=/d>Piers</a>", "")):
        page = Page(f"<body><div class=Top-breadcrumbs>{links}</div><h1>{TITLE}</h1></body>".encode(), URL)
        assert section(Near(page, page.h1s[0]))[0] == found


@pytest.mark.parametrize("name", ["article.section", "cXenseParse:recs:articlesection"])
def test_meta_tags_that_name_the_section(name: str) -> None:
    page = Page(f'<meta name="{name}" content="Harbours"><h1>Rain</h1>'.encode(), "https://example.com/news/rain")
    assert section(Near(page, None))[0] == "Harbours"


def test_a_theme_dates_by_its_own_language_whatever_the_text_s() -> None:
    text = "The council of the harbour met on Monday to speak of the bridge, and said what it wants of the town. " * 4
    page = f"<html lang=fa><h1>Council votes on the bridge</h1><time>1403/02/18 - 10:15</time><p>{text}</p></html>"
    reading = read_page(page.encode(), "https://example.com/news/bridge")
    assert reading.article is not None and reading.article.published is not None
    assert (reading.article.language, str(reading.article.published.date())) == ("en", "2024-05-07")
