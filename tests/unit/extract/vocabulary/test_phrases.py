"""The languages' files, and what is asked of them."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from newscrawl.extract import extract_article
from newscrawl.extract.vocabulary import language_files
from newscrawl.extract.vocabulary.calendar import weekdays
from newscrawl.extract.vocabulary.language_files import KEYS
from newscrawl.extract.vocabulary.phrases import all_phrases, phrases_for

ROOT = Path(__file__).resolve().parents[4]
FILES = sorted(Path(language_files.__file__).with_name("languages").glob("*.toml"))
SOUGHT_IN_LOWER_CASE = set("wall updated not_found challenge notice members_only login consent newsletter".split())
SOUGHT_BY_TWO_LETTERS = set("read_more plea by written published updated reading_time source_lines".split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_has_every_key_or_says_none(path: Path) -> None:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tuple(read) == KEYS
    for key, said in read.items():
        assert said == "none" or (isinstance(said, list) and said), key
        if said != "none":
            assert len(said) == len(set(said)), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_phrases_are_lower_case_and_patterns_compile(path: Path) -> None:
    for key, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for phrase in said if said != "none" else ():
            if phrase.startswith("/") and phrase.endswith("/"):
                re.compile(phrase[1:-1])
                bare = re.sub(r"\\.", "", phrase)
                assert bare == bare.lower() or key not in SOUGHT_IN_LOWER_CASE, (key, phrase)
            else:
                assert phrase == phrase.lower().strip(), (key, phrase)
                assert len(phrase) > 1 or key not in SOUGHT_BY_TWO_LETTERS, (key, phrase)


def test_every_language_of_the_catalogue_has_a_file() -> None:
    catalogue = yaml.safe_load((ROOT / "spiders" / "catalogue.yml").read_text(encoding="utf-8"))
    said = {site.get("language") for country in catalogue.values() for site in country["sites"].values()}
    spoken = {tag for tags in said if tags for tag in (tags if isinstance(tags, list) else [tags])}
    codes = {tag.split("-")[0] for tag in spoken} - {"en"}
    assert len(codes) > 20 and not [code for code in codes if phrases_for([code]) is all_phrases()]


def test_a_page_is_asked_in_its_own_language_and_in_english() -> None:
    german = phrases_for(["de"])
    assert german.begins_plea("Abonnieren Sie unseren Newsletter") and german.begins_plea("Sign up for our newsletter")
    assert not german.begins_plea("Prenumerera på vårt nyhetsbrev")


@pytest.mark.parametrize("claimed", [[], ["en"], ["xx"]])
def test_a_page_that_claims_english_or_nothing_known_is_asked_in_all(claimed: list[str]) -> None:
    assert phrases_for(claimed) is all_phrases()


def test_norwegian_and_serbian_are_known_under_their_other_codes() -> None:
    assert phrases_for(["nn"]) is phrases_for(["nb"]) and phrases_for(["hr"]) is phrases_for(["bs"])


PLEAS = [
    ("sv", "Prenumerera på vårt nyhetsbrev"),
    ("nb", "Meld deg på vårt nyhetsbrev"),
    ("no", "Følg oss på Facebook"),
    ("da", "Tilmeld dig vores nyhedsbrev"),
    ("fi", "Tilaa uutiskirjeemme"),
    ("is", "Skráðu þig á póstlistann"),
    ("pl", "Zapisz się do naszego newslettera"),
    ("cs", "Přihlaste se k odběru newsletteru"),
    ("sk", "Prihláste sa na odber noviniek"),
    ("hu", "Iratkozzon fel hírlevelünkre"),
    ("ro", "Abonează-te la newsletter"),
    ("tr", "Bültenimize abone olun"),
    ("ko", "뉴스레터를 구독하고 매일 아침 소식을 받아보세요"),
    ("ja", "ニュースレターに登録してください"),
    ("ar", "اشترك في نشرتنا البريدية"),
    ("hi", "हमारे न्यूज़लेटर को सब्सक्राइब करें"),
    ("lt", "Prenumeruokite mūsų naujienlaiškį"),
    ("lv", "Piesakies jaunumiem"),
    ("et", "Liitu uudiskirjaga"),
    ("sw", "Jiandikishe kupokea habari zetu"),
    ("zu", "Bhalisela incwadi yezindaba"),
    ("xh", "Bhalisela incwadana yeendaba"),
    ("bg", "Абонирайте се за нашия бюлетин"),
    ("uk", "Підписуйтесь на наш канал"),
    ("ru", "Подписывайтесь на наш канал"),
    ("el", "Εγγραφείτε στο newsletter μας"),
    ("he", "הירשמו לניוזלטר שלנו"),
    ("fa", "ما را دنبال کنید"),
    ("vi", "Đăng ký nhận bản tin của chúng tôi"),
    ("th", "สมัครรับจดหมายข่าวของเรา"),
    ("id", "Berlangganan newsletter kami"),
    ("ms", "Langgan surat berita kami"),
    ("bs", "Pretplatite se na naš newsletter"),
    ("nl", "Abonneer je op onze nieuwsbrief"),
    ("zh", "订阅我们的电子报"),
    ("en", "Advertisement - story continues below"),
    ("en", "Skip ad"),
    ("de", "Der Artikel geht nach der Werbung weiter"),
    ("fr", "La suite après cette publicité"),
    ("es", "Sigue leyendo después del anuncio"),
    ("pt", "Continua depois da publicidade"),
    ("it", "L'articolo continua dopo la pubblicità"),
    ("nb", "Artikkelen fortsetter under annonsen"),
    ("pl", "Dalsza część tekstu pod reklamą"),
    ("ru", "Продолжение после рекламы"),
    ("ja", "この記事は広告の後に続きます"),
    ("tr", "Reklam - haberin devamı"),
]

NO_PLEAS = [
    ("en", "Advertising: the industry in numbers"),
    ("en", "The story continues to haunt the village"),
    ("de", "Werbung: Was sich für Kunden ändert"),
    ("fr", "Publicité et jeunesse"),
]

PARAGRAPH = "The river rose by two metres on Monday and the bridge was closed, the council said in the evening. "


def body_text(language: str, line: str) -> str:
    """The text of an article in which a line stands as a paragraph of its own."""
    paragraphs = "".join(f"<p>{n}. {PARAGRAPH * 2}</p>" for n in range(4))
    below = paragraphs.replace("<p>", "<p>Then ")
    page = f"<html lang={language}><h1>The river</h1><article>{paragraphs}<p>{line}</p>{below}</article>"
    article = extract_article(page.encode(), url="https://valleypost.example/news/river")
    assert article is not None
    return article.text


@pytest.mark.parametrize(("language", "plea"), PLEAS)
@pytest.mark.parametrize("claimed", [True, False], ids=["in its language", "on a page that says English"])
def test_a_plea_is_no_text(language: str, plea: str, claimed: bool) -> None:
    assert plea not in body_text(language if claimed else "en", plea)


@pytest.mark.parametrize(("language", "line"), NO_PLEAS)
def test_a_line_of_the_text_stays(language: str, line: str) -> None:
    assert line in body_text(language, line)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Tidningens nyhetsbrev har fått tusen nya prenumeranter, säger chefen."),
        ("nb", "Avisens nyhetsbrev har fått tusen nye lesere, sier redaktøren."),
        ("da", "Avisens nyhedsbrev har fået tusind nye læsere, siger chefen."),
        ("fi", "Lehden uutiskirje on saanut tuhat uutta lukijaa, sanoo johtaja."),
        ("pl", "Gazeta uruchomiła newsletter, który czyta tysiąc osób."),
        ("hu", "A lap hírlevelét ezren olvassák, mondta a szerkesztő."),
        ("tr", "Gazetenin bülteni bin yeni okur kazandı."),
        ("ko", "이 신문의 뉴스레터는 독자가 천 명 늘었다."),
        ("ja", "同紙のニュースレターは読者が千人増えた。"),
        ("ar", "قالت الصحيفة إن نشرتنا البريدية كسبت ألف قارئ."),
        ("id", "Koran itu meluncurkan newsletter yang dibaca seribu orang."),
    ],
)
def test_a_sentence_that_speaks_of_a_newsletter_stays(language: str, sentence: str) -> None:
    assert sentence in body_text(language, sentence)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("hi", "यह भी पढ़ें: नदी का जलस्तर"),
        ("sw", "Soma pia: habari nyingine"),
        ("is", "Lesa meira um flóðið"),
        ("lt", "Skaitykite taip pat: upė"),
        ("zu", "Funda futhi: umfula"),
        ("xh", "Funda kwakhona: umlambo"),
        ("ro", "Citește și: râul"),
        ("he", "קראו גם: הנהר"),
    ],
)
def test_a_link_that_reads_on_is_no_text(language: str, line: str) -> None:
    assert line not in body_text(language, f'<a href="/other">{line}</a>')


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von Karla Stein, 22.11.2026"),
        ("de", "Veröffentlicht am 3. Mai 2024 von Karla Stein"),
        ("en", "Written by Ann Ford on Monday, 4 May 2026"),
        ("en", "Text: Ann Ford"),
        ("id", "Oleh: Budi Santoso"),
        ("bs", "Piše: Ana Marić"),
    ],
)
def test_bylines(language: str, line: str) -> None:
    asked = phrases_for([language])
    assert asked.is_byline(line)
    assert not asked.is_byline(line + " was at the bridge on Monday evening")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("By Ann Ford, published on Monday, 4 May 2026 at 14:05", ["By Ann Ford", ""]),
        ("4 May 2026 | Ann Ford", ["", "Ann Ford"]),
        ("Ann Ford Updated May 4, 2026", ["Ann Ford", ""]),
        ("Ann Ford", ["Ann Ford"]),
    ],
)
def test_a_line_apart_from_its_dates(line: str, parts: list[str]) -> None:
    assert all_phrases().apart_from_dates(line) == parts


@pytest.mark.parametrize(
    "text",
    [
        "22.11.2026",
        "Stand: 22.11.2026, 14:05 Uhr",
        "Updated on 4 May 2026",
        "Mon 4 May 2026",
        "May 4, 2026",
        "Monday, May 4th, 2026 at 9:15 am",
        "Updated: Dec. 4, 2026, 1:24 PM EST",
        "4th May 2026",
        "20:34 17.04.2026",
        "9:53 am PDT, Tuesday, May 4, 2026",
    ],  # fmt: skip
)
def test_a_paragraph_that_is_a_date(text: str) -> None:
    asked = phrases_for(["de"])
    assert asked.is_date(text) and not asked.is_date(f"{text} was the day")


@pytest.mark.parametrize("text", ["Apollo 11, 1969", "Route 66, 1999", "4 May", "May 4"])
def test_a_paragraph_that_is_none(text: str) -> None:
    assert not phrases_for(["en"]).is_date(text)


@pytest.mark.parametrize(
    ("text", "is_source"),
    [
        ("Quelle: dpa", True),
        ("dpa/lnw", True),
        ("ntb", True),
        ("NZN", True),
        ("© Valley Post", True),
        ("Mit Material von AFP", True),
        ("责任编辑：张申", True),
        ("※この記事の無断転載を禁じます。", True),
        ("The dpa reported on it", False),
        ("Quellen gibt es am Berg", False),
    ],
)
def test_sources(text: str, is_source: bool) -> None:
    assert phrases_for(["de", "ja", "zh"]).is_source(text) is is_source


@pytest.mark.parametrize("label", ["Next page", "ältere Beiträge", "次へ", "Следующая »", "Sljedeća", "อ่าน"])
def test_next_pages(label: str) -> None:
    assert all_phrases().is_next_page(label) is (label != "อ่าน")


def test_a_language_without_weekdays_in_the_calendar_has_none() -> None:
    assert weekdays(["xx"]) == []
    assert weekdays(["de", "xx"]) == weekdays(["de"]) != []


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The mill at dusk. Photograph by Jane Doe", "Photograph by Jane Doe"),
        ("The mill at dusk. (AP Photo/Jane Doe)", "AP Photo/Jane Doe)"),
        ("The mill at dusk. Jane Doe/Getty Images", "Jane Doe/Getty Images"),
        ("Wiatrak przed remontem. fot. Anna Nowak", "fot. Anna Nowak"),
        ("La rueda nueva. Fotografía: EFE", "Fotografía: EFE"),
        ("Ο μύλος το βράδυ. Φωτ.: ΑΠΕ", "Φωτ.: ΑΠΕ"),
        ("水車小屋。撮影・佐藤花子", "撮影・佐藤花子"),
        ("水車小屋（佐藤花子撮影）", "佐藤花子撮影）"),
        ("물레방아 모습. /사진=김민지 기자", "/사진=김민지 기자"),
        ("整修後的水車。圖／陳立新攝", "圖／陳立新攝"),
        ("The old photograph by the door shows the first miller's wife and her dog.", ""),
        ("The courtesy of the miller was known far and wide, his daughter says.", ""),
    ],
)
def test_a_caption_s_credit_without_a_colon(caption: str, credit: str) -> None:
    start = all_phrases().credit_start(caption)
    assert (caption[start:] if start >= 0 else "") == credit
