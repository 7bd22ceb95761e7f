"""Bylines that are known by their words: "by", "words:", what somebody is."""

import pytest

from tests.support.bylines import (
    SAID,
    SALTMARSH,
    authors,
    signed,
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>By Robert Cairn</p><p>22 November 2026</p>", ["Robert Cairn"]),
        ("<p>By Robert Cairn - 22 November 2026</p>", ["Robert Cairn"]),
        ("<p>22 November 2026, by Robert Cairn</p>", ["Robert Cairn"]),
        ("<p>Posted by Robert Cairn on Sunday, November 22, 2026 at 10:15 a.m.</p>", ["Robert Cairn"]),
        ("<p>By Theresa May, 22 November 2026</p>", ["Theresa May"]),
        ("<p>By <a href=/x>Robert Cairn</a> <a href=/politics>Politics</a></p>", ["Robert Cairn"]),
        ("<font>By Robert Cairn<br>22 November 2026</font>", ["Robert Cairn"]),
        ("By Robert Cairn<br>22 November 2026<br>", ["Robert Cairn"]),
        ("<div><p>By Robert Cairn</p><p>Valley Life</p></div>", ["Robert Cairn"]),
        ("<p>Von Karla Stein, 22.11.2026, 03:27 Uhr</p>", ["Karla Stein"]),
        ("<p>Par Anne Dupont et Jean Le Gall, le 22 novembre 2026 à 10h15</p>", ["Anne Dupont", "Jean Le Gall"]),
        ("<p>Por Ana María de la Cruz | 22/11/2026</p>", ["Ana María de la Cruz"]),
        ("<p>Di Marco Rossi, domenica 22 novembre 2026</p>", ["Marco Rossi"]),
        ("<p>Door Jan de Vries, 22 november 2026</p>", ["Jan de Vries"]),
        ("<p>Av Kari Nordmann 22.11.2026</p>", ["Kari Nordmann"]),
        ("<div class=by>Robert Cairn | 22 November 2026</div>", ["Robert Cairn"]),
        ("<p>Sun 22.11.26 | 14:07 | By <i>Robert Cairn</i></p>", ["Robert Cairn"]),
        ("<p>22 Nov 14:07 · by Robert Cairn</p>", ["Robert Cairn"]),
        ("<p>Posted on 22 November 2026 at 10:15 by <i>Robert Cairn</i></p>", ["Robert Cairn"]),
        ("<p>Propos recueillis par Anne Dupont</p>", ["Anne Dupont"]),
        ("<p>Hosted by <a href=/hosts/rc>Robert Cairn</a></p>", ["Robert Cairn"]),
        ("<a href=/about/editors/rc>Robert Cairn</a>", ["Robert Cairn"]),
        ("<em class=x>김민지 기자</em>", ["김민지"]),
        ("<span>来源：晚报</span> <span>作者：王小明</span> <span>责任编辑：赵丽</span>", ["王小明"]),
        ("<span>本报记者 陈思</span>", ["陈思"]),
        ("<span>责任编辑：赵丽</span>", []),
        ("<p><b>Text</b>: Robert Cairn</p>", ["Robert Cairn"]),
        ("<p><b>Host</b>: Robert Cairn</p>", []),
        ("<p>Harbours | Weather | 22 November 2026</p>", []),
        ("<p>By the River, 22 November 2026</p>", []),
        ("<p>By Our Correspondent</p>", []),
        ("<p>By Customs and Border Protection</p>", []),
        ("<p>By noon on 22 November 2026 Robert Cairn had gone.</p>", []),
        ("<p>New York, 22 November 2026</p>", []),
    ],
)
def test_a_line_at_the_headline_that_says_by_whom(line: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1>{line}</body>").names) == names


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<div><b>Article by</b><div>Ann Ford</div></div>", ["Ann Ford"]),
        ("<div><b>By</b> Ann Ford</div>", ["Ann Ford"]),
        ("<div><button>By:</button><button>Ann Ford</button></div>", ["Ann Ford"]),
        ("<p><b>Author</b> <i>Ann Ford</i></p>", ["Ann Ford"]),
        ("<p><b>Written by</b></p><p>Ann Ford, Harbour Reporter</p>", ["Ann Ford"]),
        ("<p><b>Weather by</b> <i>Harbour Life</i></p>", []),
        (f"<p>{'It rained all day. ' * 20}</p><p><b>Author</b> <i>Ann Ford</i></p>", []),
        (f"<p>{'It rained all day. ' * 20}</p><p><b>Words by</b> <i>Ann Ford</i></p>", ["Ann Ford"]),
    ],
)
def test_a_label_in_an_element_of_its_own(html: str, names: list[str]) -> None:
    assert list(authors(f"<body><h1>Rain</h1>{html}</body>").names) == names


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("de", "Das Gespräch führte Anna Vogel.", ["Anna Vogel"]),
        ("de", "Von unserer Redakteurin Anna Vogel", ["Anna Vogel"]),
        ("de", "Von Anna Vogel (dpa)", ["Anna Vogel"]),
        ("fr", "Texte : Anne Roux", ["Anne Roux"]),
        ("fr", "Par Anne Roux avec AFP", ["Anne Roux"]),
        ("es", "Entrevista de Ana Roca", ["Ana Roca"]),
        ("it", "a cura di Anna Rossi", ["Anna Rossi"]),
        ("it", "Scritto da Anna Rossi", ["Anna Rossi"]),
        ("ro", "Scris de Ana Pop", ["Ana Pop"]),
        ("pl", "Rozmawiała Anna Nowak", ["Anna Nowak"]),
        ("cs", "Ptala se Anna Nová", ["Anna Nová"]),
        ("ru", "Беседовала Анна Иванова", ["Анна Иванова"]),
        ("uk", "Підготував Іван Бойко", ["Іван Бойко"]),
        ("hu", "Az interjút készítette Kiss Anna", ["Kiss Anna"]),
        ("el", "Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
        ("sr", "Пише: Ана Јовић", ["Ана Јовић"]),
        ("fi", "Teksti Anna Laine", ["Anna Laine"]),
        ("tr", "Röportaj: Ayşe Demir", ["Ayşe Demir"]),
        ("ar", "كتبت: منى خليل", ["منى خليل"]),
        ("fa", "خبرنگار: مینا صادقی", ["مینا صادقی"]),
        ("hi", "लेखक: राकेश मलिक", ["राकेश मलिक"]),
        ("th", "โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("ja", "取材・文：佐藤花子", ["佐藤花子"]),
        ("ja", "文／佐藤花子", ["佐藤花子"]),
        ("ko", "김민지 객원기자", ["김민지"]),
        ("ko", "입력 2026.05.05. 09:30 김민지 기자", ["김민지"]),
        ("ja", "山本美咲 記者 2026/05/05 9時30分", ["山本美咲"]),
        ("hi", "लेखक: राहुल शर्मा, 5 फरवरी 2026", ["राहुल शर्मा"]),
        ("th", "โดย สมชาย ใจดี 5 กุมภาพันธ์ 2569", ["สมชาย ใจดี"]),
        ("zh", "文｜陈立新", ["陈立新"]),
        ("zh-TW", "記者陳立新／台北報導", ["陳立新"]),
        ("en", "Words by Jane Doe. Pictures by John Roe", ["Jane Doe"]),
        ("en", "By Jane Doe | Nov. 3, 2025 at 6:40 p.m. EST", ["Jane Doe"]),
        ("en", "Posted 3 days ago by Jane Doe", ["Jane Doe"]),
        ("uk", "4-03-2025, 11:05 \xa0 Переглядів: 812 \xa0 Автор: <a href=/u/x>Іван Бойко</a>", ["Іван Бойко"]),
        ("en", "Edited by: John Roe, reviewed by: Mary Major", []),
        ("zh", "文/陈立新 图/顾明远", ["陈立新"]),
        ("ja", "編集委員・佐藤花子", ["佐藤花子"]),
        ("fa", "گزارش از: مینا صادقی", ["مینا صادقی"]),
        ("ta", "எழுதியவர்: கவிதா ராமநாதன்", ["கவிதா ராமநாதன்"]),
        ("bn", "লেখক: রাহুল শর্মা", ["রাহুল শর্মা"]),
        ("sl", "Piše: Ana Novak", ["Ana Novak"]),
        ("pl", "Z Marią Kowalską rozmawiała Anna Nowak", ["Anna Nowak"]),
        ("cs", "S Marií Černou hovořila Anna Nová", ["Anna Nová"]),
        ("es", "Un análisis de Ana Ruiz", ["Ana Ruiz"]),
        ("pl", "tekst Anna Nowak, zdjęcia Jan Kowalski", ["Anna Nowak"]),
        ("zh-TW", "〔記者陳立新／台北報導〕", ["陳立新"]),
        ("de", "Anna Klein (Text) und Max Bauer (Bilder)", ["Anna Klein"]),
        ("es", "Ana Ruiz (texto) / Luis Mora (fotos)", ["Ana Ruiz"]),
        ("en", "Jane Doe (Lindby) and John Roe (Osaka)", []),
        ("es", "Una crónica de Ana Ruiz desde Nueva Lindby", ["Ana Ruiz"]),
        ("fr", "Par Anne Roux, à Lindby, et Luc Petit", ["Anne Roux", "Luc Petit"]),
        ("fr", "Entretien : Anne Roux, photos : Luc Petit", ["Anne Roux"]),
        ("pl", "Autor: Anna Nowak/PAP", ["Anna Nowak"]),
        ("nl", "Door Anna van den Broek-de Wit en Jan ’t Hart", ["Anna van den Broek-de Wit", "Jan ’t Hart"]),
        ("de", "Ein Gastkommentar von Anna Klein", ["Anna Klein"]),
        ("ko", "부산=김민지 기자", ["김민지"]),
        ("de", "Aus Lindby berichtet Anna Klein", ["Anna Klein"]),
        ("fr", "De notre envoyée spéciale à Lindby, Anne Roux", ["Anne Roux"]),
        ("fr", "Par Anne Roux (à Rennes) et Luc Petit (à Paris)", ["Anne Roux", "Luc Petit"]),
        ("en", "By Jane Doe and John Roe<br><em>Ms. Doe is a novelist.</em>", ["Jane Doe", "John Roe"]),
    ],
)
def test_lines_at_the_headline_that_say_who_wrote(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><meta charset=utf-8><h1>Rain 12:30</h1><p>{line}</p>{'<p>0123456789</p>' * 9}</html>"
    assert list(authors(html, url="https://example.com/news/rain").names) == names


def test_a_line_at_the_begin_of_a_box_has_no_element_of_its_own() -> None:
    assert signed("<div>5 May 2026 | By: Jane Doe | 12 views<div>A film</div><p>Below it</p></div>") == ["Jane Doe"]


def test_cards_below_several_short_paragraphs_are_no_lines_at_the_headline() -> None:
    text = "".join(
        f"<p>On day {n} the council met again, and the masons of three villages spoke of the old well.</p>"
        for n in range(9)
    )
    cards = "<div><b>Columns</b><i>By Odd Gull</i></div><div><b>Letters</b><i>By Ann Ford</i></div>"
    assert authors(f"<h1>Rain</h1><div>{text}</div>{cards}", text=SAID).names == ()


def test_a_label_below_a_name_is_its_own() -> None:
    boxes = "<div><div>Dewi Lestari</div><div>Penulis</div></div><div><div>Bagus Hartono</div><div>Editor</div></div>"
    assert signed(boxes, lang="id") == ["Dewi Lestari"]
    assert signed("<div><b>Maren Holt</b><i>Author:</i><b>Jonas Pell</b></div>") == ["Jonas Pell"]


def test_dashes_part_who_wrote_from_who_took_the_pictures() -> None:
    assert signed("<p>Words: Maren Holt — Pictures: Jonas Pell</p>") == ["Maren Holt"]


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("ru", "Текст: Нина Орлова, фото: Лев Фомин", ["Нина Орлова"]),
        ("tr", "Haber: Defne Ak - Kamera: Kaan Er", ["Defne Ak"]),
        ("ja", "取材・文＝山田春子　写真＝鈴木次郎", ["山田春子"]),
        ("de", "Text: Jana Voss, Fotos: Uwe Lang", ["Jana Voss"]),
        ("hu", "Szerző: Nagy Éva <i>2024. május 14., kedd</i>", ["Nagy Éva"]),
        ("it", "Postato da <b>Anna Neri</b> il Lunedì, 03 febbraio 2025 @ 09:30", ["Anna Neri"]),
        ("tr", "Gönderen Defne Ak 3 Şubat 2025 09:30", ["Defne Ak"]),
        ("en", "Posted by Jane Doe at 10:32 AM in Harbour, Rain | 3 comments", ["Jane Doe"]),
        ("es", "<span class=autor>Ana Soler · Traducción de Luis Mora</span>", ["Ana Soler"]),
    ],
)
def test_a_byline_says_who_else_took_part_and_when(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><body><h1>Rain over the harbours</h1><div>{line}</div><p>{SAID}</p></body></html>"
    assert list(authors(html, text=SAID, url=SALTMARSH).names) == names


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("sv", "Text: Maja Lind Foto: Per Ask", ["Maja Lind"]),
        ("en", "Author: <a href=/p/1>Jane Doe</a> Editor: <a href=/p/2>John Roe</a>", ["Jane Doe"]),
        ("zh-TW", "文 | 王美玲　編輯 | 李大文", ["王美玲"]),
        ("zh-CN", "<span class=author>本报记者 王小明 李大同</span>", ["王小明", "李大同"]),
        ("es", "Por: Ana Soler Ruiz <a href=https://x.example/a>@anasoler</a>", ["Ana Soler Ruiz"]),
    ],
)
def test_a_byline_without_marks_between_its_labels(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><body><h1>Rain over the harbours</h1><div>{line}</div><p>{SAID}</p></body></html>"
    assert list(authors(html, text=SAID, url=SALTMARSH).names) == names


@pytest.mark.parametrize("line", ["<p class=byline>By {}</p>", "<div>By {}</div>", "<p>Guest essay by {}</p>"])
@pytest.mark.parametrize("name", ["Luc d’Aubray-Roche", "Anna dell'Orto", "Jane Doe"])
def test_a_name_with_an_elided_particle(line: str, name: str) -> None:
    html = f"<h1>Rain over the harbours</h1>{line.format(name)}<p>{SAID}</p>"
    assert authors(html).names == (name,)


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "By Jane Doe, special to the Saltmarsh", ["Jane Doe"]),
        ("en", "By Jane Doe for Harbour Weekly", ["Jane Doe"]),
        ("en", "By Jane Doe jdoe@saltmarsh.example", ["Jane Doe"]),
        ("en", "Contributed by Jane Doe", ["Jane Doe"]),
        ("tr", "Özel Haber: Ayşe Demir", ["Ayşe Demir"]),
        ("ko", "김서연·박민호 기자", ["김서연", "박민호"]),
        ("pt", "Por Ana Prado, Rui Melo, p1 Carral", ["Ana Prado", "Rui Melo"]),
        ("en", "Story and photos by Jane Doe", ["Jane Doe"]),
        ("en", "Published by Jane Doe at May 14, 2024", ["Jane Doe"]),
        ("fr", "Par Odile Roux, envoyée spéciale à Brest", ["Odile Roux"]),
        ("es", "Por Ana Soler / Corresponsal en Cádiz", ["Ana Soler"]),
        ("ru", "Нина Орлова, корреспондент", ["Нина Орлова"]),
        ("fi", "Maija Lehto / STT", ["Maija Lehto"]),
        ("ko", "[서울=뉴스] 이상현 기자", ["이상현"]),
        ("zh-TW", "王美玲／台北報導", ["王美玲"]),
        ("en", "<div itemprop=author itemscope><meta itemprop=name content='Jane Doe'></div>", ["Jane Doe"]),
        ("en", "<div itemprop=author itemscope><meta itemprop=name content=jdoe01></div>", []),
        ("en", "<p><strong>Jane Doe, head of the port:</strong> We have seen nothing of it, and we will not.</p>", []),
        ("en", "<a href=/@janedoe>Jane Doe</a><button>Follow</button>", ["Jane Doe"]),
        ("en", "<a href=https://video.example/@saltmarsh>Saltmarsh Films</a><button>Follow</button>", []),
        ("en", "By the lake, children feed ducks.", []),
    ],
)
def test_a_byline_says_for_whom_or_as_what_somebody_writes(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><body><h1>Rain over the harbours</h1><div>{line}</div><p>{SAID}</p></body></html>"
    assert list(authors(html, text=SAID, url=SALTMARSH).names) == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Text und Fotos: Karla Stein"),
        ("de", "Fotos & Text: Karla Stein"),
        ("nl", "Tekst en foto’s: Karla Stein"),
        ("nl", "Van onze verslaggever Karla Stein"),
        ("fr", "Texte et photos : Karla Stein"),
        ("fr", "De notre envoyée spéciale Karla Stein"),
        ("sv", "Text/Foto: Karla Stein"),
        ("uk", "Авторка: Karla Stein"),
        ("en", "By senior staff writer Karla Stein"),
        ("nb", "Journalist: Karla Stein"),
        ("es", "Texto y fotos: Karla Stein"),
    ],
)
def test_who_writes_and_takes_the_pictures_and_whom_a_paper_sent(language: str, line: str) -> None:
    html = f"<html lang={language}><body><h1>Rain</h1><p>{line}</p></body></html>"
    assert list(authors(html).names) == ["Karla Stein"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By our correspondent Ann Ford", ["Ann Ford"]),
        ("By health reporter Ann Ford", ["Ann Ford"]),
        ("Par notre correspondante Ann Ford", ["Ann Ford"]),
        ("Por nuestra corresponsal Ann Ford", ["Ann Ford"]),
        ("Av vår reporter Ann Ford", ["Ann Ford"]),
        ("By the light of the boat Ann Ford", []),
        ("By the time that our reporter Ann Ford", []),
    ],
)
def test_what_somebody_is_stands_before_their_name(line: str, names: list[str]) -> None:
    language = {"Pa": "fr", "Po": "es", "Av": "sv"}.get(line[:2], "en")
    html = f"<html lang={language}><head><meta charset=utf-8></head><body><h1>Rain</h1><p>{line}</p></body></html>"
    assert list(authors(html).names) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Ford, health reporter, and Jon Hill, city editor",
        "By Ann Ford, health reporter and Jon Hill, city editor",
        "By <a href=/s/1>Ann Ford</a>, Transport Reporter, and <a href=/s/2>Jon Hill</a>, Senior Correspondent",
    ],
)
def test_each_of_several_names_may_have_its_role_behind_it(line: str) -> None:
    assert signed(f"<p>{line}</p>") == ["Ann Ford", "Jon Hill"]


def test_a_wide_gap_sets_a_second_byline_apart() -> None:
    line = "<p><em>Text von Karla Stein &nbsp; &nbsp; Zeichnungen von Jonas Ruf</em></p>"
    html = f"<html lang=de><head><meta charset=utf-8></head><body><h1>Rain</h1>{line}</body></html>"
    assert list(authors(html).names) == ["Karla Stein"]


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("ar", "كتب - أحمد منصور", ["أحمد منصور"]),
        ("en", "Author - Ann Ford", ["Ann Ford"]),
        ("de", "Text- & Nutzungsrechte", []),
        ("en", "Weather - Rain Valley", []),
        ("en", "By Ann Ford and The Riverton Press", ["Ann Ford"]),
        ("ja", "（文・田中花子、写真・佐藤健）", ["田中花子"]),
        ("ja", "文・田中花子、撮影・佐藤健", ["田中花子"]),
    ],
)
def test_a_label_before_a_dash_and_what_stands_beside_a_name(language: str, line: str, names: list[str]) -> None:
    html = f"<html lang={language}><head><meta charset=utf-8></head><body><h1>Rain</h1><p>{line}</p></body></html>"
    assert list(authors(html).names) == names
