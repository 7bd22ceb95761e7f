"""An article's language."""

import pytest

from newscrawl.extract import read_page
from newscrawl.extract.fields.language import find_language
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
    assert find_language(page, text)[0] == (expected or declared)


COUNCIL = (
    "The town council has voted on Tuesday to rebuild the breakwater, which was lost in the storm of last winter. "
)


@pytest.mark.parametrize("claim", ["ja", "zh-CN", "ru-RU", "ar", "el", "he-IL", "th", "ko"])
def test_a_claim_of_a_language_whose_letters_the_text_has_none_of_is_its_theme_s(claim: str) -> None:
    page = Page(f"<html lang={claim}><p>{COUNCIL * 3}</p>".encode(), "https://example.com/a")
    assert find_language(page, COUNCIL * 3)[0] == "en"


@pytest.mark.parametrize("claim", ["sr", "uz", "kk", "zh-Latn"])
def test_languages_that_are_also_written_in_latin_letters_are_believed(claim: str) -> None:
    text = "Gradski savet je u utorak glasao za obnovu lukobrana koji je odnela oluja prošle zime. " * 3
    assert find_language(Page(f"<html lang={claim}><p>{text}</p>".encode(), "https://example.com/a"), text)[0] == claim


def test_a_theme_dates_by_its_own_language_whatever_the_text_s() -> None:
    text = "The council of the harbour met on Monday to speak of the bridge, and said what it wants of the town. " * 4
    page = f"<html lang=fa><h1>Council votes on the bridge</h1><time>1403/02/18 - 10:15</time><p>{text}</p></html>"
    reading = read_page(page.encode(), "https://example.com/news/bridge")
    assert reading.article is not None and reading.article.published is not None
    assert (reading.article.language, str(reading.article.published.date())) == ("en", "2024-05-07")
