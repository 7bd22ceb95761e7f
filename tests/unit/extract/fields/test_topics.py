"""What an article is about and in which language."""

import pytest

from newscrawl.extract.fields.topics import language
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
