"""Names without a word that says what they are: a section beside the date is no person."""

import pytest

from newscrawl import extract_article

TEXT = "<p>The harbour board met on Tuesday and heard how the old pier is to be mended before the winter.</p>" * 6


def _authors(line: str, menu: str) -> list[str]:
    title = "How the old pier of the valley is mended"
    text = f"<article><h1>{title}</h1><div>{line}</div>{TEXT}</article>"
    page = f"<html lang=en><title>{title}</title><body><nav><a href='/s'>{menu}</a></nav>{text}</body></html>"
    article = extract_article(page, url="https://example.com/pier")
    assert article
    return article.authors


@pytest.mark.parametrize("menu", ["Real Estate", "REAL ESTATE", "Real estate"])
def test_a_section_of_the_menu_beside_the_date_is_no_author(menu: str) -> None:
    assert _authors("May 4, 2026 | Real Estate", menu) == []


def test_a_name_beside_the_date_is_the_author() -> None:
    assert _authors("May 4, 2026 | Jane Doe", "Real Estate") == ["Jane Doe"]


@pytest.mark.parametrize("subject", ["Old Pier", "Winter Harbour"])
def test_what_a_text_tells_of_is_no_author_behind_the_date(subject: str) -> None:
    assert _authors(f"<span>May 4, 2026</span><span>{subject}</span>", "Real Estate") == []


@pytest.mark.parametrize("place", ["New York", "Kansas City", "San Antonio", "Tel Aviv", "North Dakota"])
def test_a_place_beside_the_date_is_no_author(place: str) -> None:
    assert _authors(f"May 4, 2026 | {place}", "Real Estate") == []
    assert _authors(f"{place} | May 4, 2026", "Real Estate") == []
    assert _authors(f"<span>{place}</span> <span>May 4, 2026</span>", "Real Estate") == []


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By The Valley Post Editorial Board", ["The Valley Post Editorial Board"]),
        ("By All Those Who Looked at Rain", []),
    ],
)
def test_a_team_that_says_so_may_have_a_long_name(byline: str, names: list[str]) -> None:
    assert _authors(f"<p class=byline>{byline}</p>", "Real Estate") == names


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("작성자", "김서연"),
        ("发布者：", "王小明"),
        ("Autor artykułu:", "Jan Kowalski"),
        ("Автор материала:", "Иван Бродский"),
    ],
)
def test_a_name_behind_the_label_of_its_system_is_the_author(label: str, name: str) -> None:
    language = {"작": "ko", "发": "zh", "A": "pl"}.get(label[0], "ru")
    line = f"<p><i class=hid>{label}</i> <b><img src=/n.gif><span>{name}</span></b></p>"
    page = f"<html lang={language}><title>Rain at last</title><body><h1>Rain at last</h1>{line}{TEXT}</body></html>"
    article = extract_article(page, url="https://example.com/pier")
    assert article and article.authors == [name]


def test_a_name_behind_the_date_is_the_author() -> None:
    date = "<span><time>May 4, 2026</time></span>"
    assert _authors(f"{date}<span><i>Jane Doe</i></span>", "Real Estate") == ["Jane Doe"]
    assert _authors(f"{date}<span><i>Real Estate</i></span>", "Real Estate") == []
    assert _authors(f"{date}<span><i>New Haven</i></span>", "Real Estate") == []
    assert _authors("<div>Jane Doe <i>May 4, 2026</i></div>", "Real Estate") == ["Jane Doe"]
    assert _authors("<h3><i>May 4, 2026</i></h3><div><p>Date Posted</p></div>", "Real Estate") == []


def test_a_byline_in_a_link_to_another_story_is_its() -> None:
    card = "<h3>Beams ordered for low bridge</h3><p>The county has ordered two beams that warn tall cars.</p>"
    link = f"<a href=/beams-for-low-bridge><div>{card}<p>By John Roe · Mar 9, 2026</p></div></a>"
    assert _authors(f"<p>Jane Doe</p><p>Staff Writer</p>{link}", "Real Estate") == ["Jane Doe"]


def test_a_name_between_bars_behind_the_date_s_element_is_the_author() -> None:
    date = "<span title='2026-05-04 09:20:00 +0000 UTC'>May 4, 2026</span>"
    assert _authors(f"{date}&nbsp;·&nbsp;4 min&nbsp;·&nbsp;Jane Doe&nbsp;|&nbsp;<a href=/e>Edit</a>", "X") == [
        "Jane Doe"
    ]
    assert _authors(f"{date}&nbsp;·&nbsp;4 min", "X") == []


@pytest.mark.parametrize(
    "topic", ["Climate Change", "Water Security", "Hållbar Utveckling", "Derechos Humanos", "Grand Prix"]
)
def test_a_topic_beside_the_date_is_no_author(topic: str) -> None:
    assert _authors(f"May 4, 2026 | {topic}", "Real Estate") == []
    assert _authors(f"<span>{topic}</span> <span>May 4, 2026</span>", "Real Estate") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe | Lindby", ["Jane Doe"]),
        ("Sabine Wetter | Lindby", ["Sabine Wetter"]),
        ("Grand Prix | Lindby", []),
        ("Jane Doe, Lindby", ["Jane Doe"]),
        ("Jane Doe, the old pier", []),
        ("Jane Doe in Lindby, John Roe in New York and Mary Major in Osaka", ["Jane Doe", "John Roe", "Mary Major"]),
        ("Sheep in Winter, Goats in Summer", []),
    ],
)
def test_a_place_beside_a_name_above_the_date(line: str, names: list[str]) -> None:
    assert _authors(f"<div>{line}</div><div>May 4, 2026</div>", "Real Estate") == names


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("tr", "Ayşe DEMİR / LİNDBY (DHA)", ["Ayşe DEMİR"]),
        ("tr", "Ayşe DEMİR / LİNDBY (yeni)", []),
        ("he", "נועה לוי, כתבת לענייני סביבה", ["נועה לוי"]),
        ("he", "נועה לוי, ביום שלישי", []),
    ],
)
def test_an_agency_s_place_or_a_role_behind_a_name(language: str, line: str, names: list[str]) -> None:
    page = f"<html lang={language}><meta charset=utf-8><h1>How the pier is mended</h1><p>{line}</p>{TEXT}</html>"
    article = extract_article(page, url="https://example.com/pier")
    assert article
    assert article.authors == names


@pytest.mark.parametrize(("role", "names"), [("editor", ["Jane Doe"]), ("the old pier", [])])
def test_a_role_may_stand_behind_the_element_of_a_name(role: str, names: list[str]) -> None:
    assert _authors(f"<div><span>Jane Doe</span>, {role}<br>May 4, 2026, 10:12</div>", "Real Estate") == names


@pytest.mark.parametrize(
    "line",
    [
        "<div>Jane Doe</div><div>4.3.2026</div>",
        "<div><b>Jane Doe</b> May 4, 2026</div>",
        "<div>Jane Doe<br>Reporter</div>",
        "<div>Jane Doe<br>Reporter<br>Lindby</div>",
    ],
)
def test_a_name_before_a_short_date_or_a_break(line: str) -> None:
    assert _authors(line, "Real Estate") == ["Jane Doe"]


@pytest.mark.parametrize("line", ["<div>Jane Doe<br>The old pier</div>", "<div>Old Pier<br>Winter Harbour</div>"])
def test_two_lines_without_a_role_name_nobody(line: str) -> None:
    assert _authors(line, "Real Estate") == []
