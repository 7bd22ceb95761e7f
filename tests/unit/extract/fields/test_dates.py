"""Dates: what is read, which is believed, and what becomes of a time without a zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newscrawl.extract.fields.date_parser import Stamp, stamp
from newscrawl.extract.fields.dates import Dates, find_dates
from newscrawl.extract.fields.headline import find_headline
from newscrawl.extract.fields.near import Near
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.rules import Rules


def at(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, *, hours: float | None = None
) -> datetime:
    zone = None if hours is None else UTC if hours == 0 else timezone(timedelta(hours=hours))
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


def day(*when: int) -> Stamp:
    return Stamp(at(*when), day_only=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-04-22T13:19+02:00", Stamp(at(2024, 4, 22, 13, 19, hours=2))),
        ("2024-05-03T10:00+02:00[Europe/Berlin]", Stamp(at(2024, 5, 3, 10, 0, hours=2))),
        ("2025-02-02T19:07:46.0000000Z", Stamp(at(2025, 2, 2, 19, 7, 46, hours=0))),
        ("2023-04-28 18:11:01.0", Stamp(at(2023, 4, 28, 18, 11, 1))),
        ("2023-04-28T18:11:0Z", Stamp(at(2023, 4, 28, 18, 11, hours=0))),
        ("2024-05-03 3:15 PM", Stamp(at(2024, 5, 3, 15, 15))),
        ("20250113", day(2025, 1, 13)),
        ("1762590240000", Stamp(at(2025, 11, 8, 8, 24, hours=0))),
        ("/Date(1762590240000+0100)/", Stamp(at(2025, 11, 8, 8, 24, hours=0))),
        ("8.XI.2025", day(2025, 11, 8)),
        ("2025. XI. 8., szombat", day(2025, 11, 8)),
        ("08/nov/2025 09h24", Stamp(at(2025, 11, 8, 9, 24))),
        ("Fri Apr 28 19:20:36 CEST 2023", Stamp(at(2023, 4, 28, 19, 20, 36, hours=2))),
        ("Fri Apr 28 2023 17:52:31 GMT+0000 (Coordinated Universal Time)", Stamp(at(2023, 4, 28, 17, 52, 31, hours=0))),
        ("Fri, 19 Mar 2021 14:47:42 GMT", Stamp(at(2021, 3, 19, 14, 47, 42, hours=0))),
        ("Apr. 28, 2023 at 2:23 p.m. EDT", Stamp(at(2023, 4, 28, 14, 23, hours=-4))),
        ("Vol. 12, No. 3, March 11, 2025", day(2025, 3, 11)),
        ("11, March 2025", day(2025, 3, 11)),
        ("Updated 3:15 PM EST, Tue January 9, 2024", Stamp(at(2024, 1, 9, 15, 15, hours=-5))),
        ("January 9, 2024, 3:15 p.m. ET", Stamp(at(2024, 1, 9, 15, 15, hours=-5))),
        ("July 9, 2024 3:15 PM PT", Stamp(at(2024, 7, 9, 15, 15, hours=-7))),
        ("Sunday, 5 May 2024 12:00 am", Stamp(at(2024, 5, 5, 0, 0))),
        ("30. Juni 2025, 15:59 Uhr", Stamp(at(2025, 6, 30, 15, 59))),
        ("Veröffentlicht am 27.04.24 um 07:39 Uhr", Stamp(at(2024, 4, 27, 7, 39))),
        ("22/11/2024 à 09h42", Stamp(at(2024, 11, 22, 9, 42))),
        ("1er août 2024", day(2024, 8, 1)),
        ("Lunes, 2 diciembre 2024 - 02:24", Stamp(at(2024, 12, 2, 2, 24))),
        ("22 de agosto de 2024", day(2024, 8, 22)),
        ("16 Aprile 2025 alle 12:30", Stamp(at(2025, 4, 16, 12, 30))),
        ("14 de março de 2024 às 18h05", Stamp(at(2024, 3, 14, 18, 5))),
        ("Publicerad 23 okt 2025 kl 10.23", Stamp(at(2025, 10, 23, 10, 23))),
        ("14 мая 2025, 20:28 (МСК)", Stamp(at(2025, 5, 14, 20, 28, hours=3))),
        ("10 Kasım 2025 Pazartesi 17:59", Stamp(at(2025, 11, 10, 17, 59))),
        ("2025年1月13日 21時37分", Stamp(at(2025, 1, 13, 21, 37))),
        ("2021年3月19日 下午2:47", Stamp(at(2021, 3, 19, 14, 47))),
        ("2025년 6월 4일 오전 2:37", Stamp(at(2025, 6, 4, 2, 37))),
        ("22 أبريل 2024 - 10:15 م", Stamp(at(2024, 4, 22, 22, 15))),
        ("٢٢ أبريل ٢٠٢٤", day(2024, 4, 22)),
        ("22 نيسان 2024", day(2024, 4, 22)),
        ("१९ मार्च २०२४", day(2024, 3, 19)),
        ("19 फरवरी 2024", day(2024, 2, 19)),  # without the sign below the first letter, as most papers write it
        ("Thứ tư, 22/10/2025, 10:30 (GMT+7)", Stamp(at(2025, 10, 22, 10, 30, hours=7))),
    ],
)
def test_a_date_is_read_as_it_is_written(text: str, expected: Stamp) -> None:
    assert stamp(text) == expected


@pytest.mark.parametrize("name", "मई মে மே మే मे મે ਮਈ മേയ് ಮೇ مه مئی במאי מאי พฤษภาคม mai mei مايو maj".split())
def test_may_is_read_though_its_name_is_short(name: str) -> None:
    assert stamp(f"7 {name} 2024") == day(2024, 5, 7)


@pytest.mark.parametrize(
    "text",
    [
        "7 במאי 2024",
        "7 พ.ค. 2024",
        "7 tháng 5, 2024",
        "Ngày 7 tháng 5 năm 2024",
        "2024. 5. 7.",
        "2024. 05. 07.",
        "2024. május 7.",
        "Tuesday, May 7, 2024",
        "07 мај 2024 г.",
        "7ης Μαΐου 2024",
        "۷ می ۲۰۲۴",
        "7 مایو 2024",  # Arabic's May from a Persian keyboard
        "二〇二四年五月七日",
        "2024 m. gegužės 7 d.",
        "2024 թ. մայիսի 7, երեքշաբթի",
        "2024(e)ko maiatzaren 7a",
        "2024 оны 5-р сарын 7",
        "2024 оны 5 дугаар сарын 7",
        "7 мая 2024 г.",
        "7 مئی، 2024",
        "Mayo 7, 2024",
        "7 ta’ Mejju 2024",
        "ថ្ងៃទី៧ ខែឧសភា ឆ្នាំ២០២៤",
        "၂၀၂၄ မေ ၇",
        "7 Mai 2024",
        "7 ພຶດສະພາ 2024",
        "7 ሜይ 2024",
        "mar. 7 mai 2024",
        "7 ΜΑΪΟΥ 2024",
    ],
)
def test_a_day_is_read_in_the_forms_of_many_languages(text: str) -> None:
    assert stamp(text) == day(2024, 5, 7)


def test_two_digits_behind_a_month_are_the_day_where_the_year_stands_before_it() -> None:
    assert stamp("2024. május 17, 10:30") == Stamp(at(2024, 5, 17, 10, 30))
    assert stamp("2024 m. rugsėjo 17 d., 10:30") == Stamp(at(2024, 9, 17, 10, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 تشرين الأول 2024", day(2024, 10, 2)),
        ("٢ تشرين الثاني ٢٠٢٤", day(2024, 11, 2)),
        ("2 كانون أول 2024", day(2024, 12, 2)),
        ("الثلاثاء 2 كانون الثاني/يناير 2024", day(2024, 1, 2)),
    ],
)
def test_months_of_the_levant_that_have_two_words(text: str, expected: Stamp) -> None:
    assert stamp(text, language="ar") == expected


def test_marks_that_tell_which_way_a_line_runs_part_no_date() -> None:
    assert stamp("07\u200f/05\u200f/2024", language="ar") == day(2024, 5, 7)


@pytest.mark.parametrize("text", ["7 AOUT 2024", "7 aout 2024", "7 ΑΥΓΟΥΣΤΟΥ 2024", "7 août 2024", "7 SRPNA 2024"])
def test_capitals_and_old_typewriters_leave_the_accents_of_months_off(text: str) -> None:
    assert stamp(text) == day(2024, 8, 7)


@pytest.mark.parametrize(
    "text", ["mar. 24 juin 2025", "Mar 24 giu 2025", "mar, 24 jun 2025", "Dydd Mawrth, 24 Mehefin 2025"]
)
def test_a_weekday_that_is_called_like_a_month_is_none(text: str) -> None:
    assert stamp(text) == day(2025, 6, 24)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ewa Lis, 24.06.2025", "pl"),
        ("By James May 24/06/2025", "en-GB"),
        ("Ali Mart 24.06.2025", "tr"),
        ("Text: Otto August 24. 6. 2025", "de"),
        ("June Holm May 6/24/2025", "en-US"),
    ],
)
def test_a_name_that_is_called_like_a_month_is_none_beside_a_day_in_numbers(text: str, language: str) -> None:
    assert stamp(text, language=language) == day(2025, 6, 24)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("9 สิงหาคม 2565", "th", day(2022, 8, 9)),
        ("9 ส.ค. 65 เวลา 14:25 น.", "th", Stamp(at(2022, 8, 9, 14, 25))),
        ("9 ส.ค. 22", "th", day(2022, 8, 9)),
        ("2565-08-09T10:15:00+07:00", "th", Stamp(at(2022, 8, 9, 10, 15, hours=7))),
        ("29/02/2567", "th", day(2024, 2, 29)),
        ("2565-08-09", "de", None),
        ("1400/01/01", "fa", day(2021, 3, 21)),
        ("1400-01-01T10:15:00+03:30", "fa-IR", Stamp(at(2021, 3, 21, 10, 15, hours=3.5))),
        ("۱/۱/۱۴۰۰ - ۱۰:۱۵", "fa", Stamp(at(2021, 3, 21, 10, 15))),
        ("شنبه ۳۰ اسفند ۱۳۹۹ ساعت ۱۴:۵۲", "fa", Stamp(at(2021, 3, 20, 14, 52))),
        ("۱ حمل ۱۴۰۰", "fa", day(2021, 3, 21)),
        ("۱ فروردین ماه ۱۴۰۰", "", day(2021, 3, 21)),
        ("30 اسفند 1400", "fa", None),  # no leap year
        ("1400/01/01", "", None),
        ("1445/10/28", "ar", None),  # a lunar year, which depends on who saw the moon
        ("令和元年5月1日", "ja", day(2019, 5, 1)),
        ("平成三十一年四月三十日", "ja", day(2019, 4, 30)),
        ("昭和39年10月10日", "ja", day(1964, 10, 10)),
        ("中華民國101年12月25日", "zh-TW", day(2012, 12, 25)),
        ("民國101/12/25", "zh-TW", day(2012, 12, 25)),
        ("101年12月25日", "zh-TW", day(2012, 12, 25)),
        ("101年12月25日", "zh-CN", None),
        ("२०८२-०६-०८", "ne", None),  # Nepal's months have lengths that follow no rule
        ("2025-09-24", "ne", day(2025, 9, 24)),
    ],
)
def test_years_of_other_calendars_are_converted_where_it_is_said_which(
    text: str, language: str, expected: Stamp | None
) -> None:
    assert stamp(text, language=language) == expected


def test_months_that_languages_disagree_on_mean_what_the_page_s_or_the_first_of_them_says() -> None:
    assert stamp("7 listopad 2024") == day(2024, 11, 7)
    assert stamp("7 lis 2024") == day(2024, 11, 7)
    assert stamp("7 listopada 2024", language="pl") == day(2024, 11, 7)
    assert stamp("7. listopada 2024.", language="hr") == day(2024, 10, 7)
    assert stamp("7. lip 2024.", language="hr-HR") == day(2024, 6, 7)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 hours ago",
        "vor 58 Minuten",
        "il y a 3 heures",
        "5m",
        "2 Min. 30 Sek.",
        "2024-13-45",
        "2024-02-30",
        "1970-01-01T00:00:00Z",
        "1970-01-01T01:00:00+01:00",
        "1969-12-31T19:00:00-05:00",
        "0001-01-01T00:00:00",
        "Jetzt",
        "12345678901",
        "99/99/2024",
        "in May",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert stamp(text) is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-US", day(2024, 3, 4)), ("en-GB", day(2024, 4, 3)), ("fr", day(2024, 4, 3)), ("en", None), ("", None)],
)
def test_a_date_in_numbers_is_read_by_the_language_or_not_at_all(language: str, expected: Stamp | None) -> None:
    assert stamp("03/04/2024", language=language) == expected
    assert stamp("03-04-2024", language=language) == expected


def test_with_dots_the_day_is_first() -> None:
    assert stamp("03.04.2024") == day(2024, 4, 3)


def test_a_month_behind_a_dot_is_one_where_no_other_reading_is() -> None:
    assert stamp("12.16.2025") == day(2025, 12, 16)
    assert stamp("16.16.2025") is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("24.05.07", "ko", day(2024, 5, 7)),
        ("24/05/07", "ja", day(2024, 5, 7)),
        ("24.05.07", "de", day(2007, 5, 24)),
        ("7/5-2024", "da", day(2024, 5, 7)),
        ("May 7th, '24", "en", day(2024, 5, 7)),
        ("입력 2024.05.07. 오전 10:30", "ko", Stamp(at(2024, 5, 7, 10, 30))),
        ("2024.05.07. 10:30", "hu", Stamp(at(2024, 5, 7, 10, 30))),
        ("2024/5/7(火) 14:05", "ja", Stamp(at(2024, 5, 7, 14, 5))),
        ("2024-05-07 | updated 2024-05-08 10:30", "en", day(2024, 5, 7)),
        ("2024-05-07, 5 min read", "en", day(2024, 5, 7)),
    ],
)
def test_short_forms_and_times_behind_days(text: str, language: str, expected: Stamp) -> None:
    assert stamp(text, language=language) == expected


def dates(
    html: str, *, rules: Rules | None = None, url: str = "https://example.com/news/a", language: str = "en-GB"
) -> Dates:
    page = Page(html.encode(), url, rules=rules)
    return find_dates(Near(page, find_headline(page).element), language=language)


def json_ld(**pairs: str) -> str:
    inside = ",".join(f'"{key}":"{value}"' for key, value in pairs.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rain",{inside}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("html", "published", "precision"),
    [
        pytest.param(
            json_ld(datePublished="2025-06-30T15:59:30+02:00")
            + meta("article:published_time", "2025-06-30T15:59:00+00:00"),
            at(2025, 6, 30, 15, 59, 30, hours=2),
            "second",
            id="JSON-LD before a false UTC in article:*",
        ),
        pytest.param(
            json_ld(datePublished="2023-04-28 18:11:01.0") + meta("date", "2023-04-28T18:11:01+02:00"),
            at(2023, 4, 28, 18, 11, 1, hours=2),
            "second",
            id="the zone from the same moment elsewhere",
        ),
        pytest.param(
            json_ld(datePublished="2024-09-29 17:27:29") + meta("article:published_time", "2024-09-29T15:27:29Z"),
            at(2024, 9, 29, 15, 27, 29, hours=0),
            "second",
            id="the same moment in UTC",
        ),
        pytest.param(
            json_ld(datePublished="2025-06-30")
            + "<h1>Rain</h1><time datetime='2025-06-30T07:48:14+02:00'>30. Juni</time>",
            at(2025, 6, 30, 7, 48, 14, hours=2),
            "second",
            id="the time of a day from <time>",
        ),
        pytest.param(json_ld(datePublished="2024-04-22"), at(2024, 4, 22, hours=0), "day", id="a day alone"),
        pytest.param(
            json_ld(datePublished="2024-04-22 16:05"), at(2024, 4, 22, hours=0), "day", id="a time without a zone"
        ),
        pytest.param(
            "<h1>Rain</h1><p>By Jo Hill</p><div>Published: 22 April 2024</div>",
            at(2024, 4, 22, hours=0),
            "day",
            id="text",
        ),
        pytest.param(
            "<h1>Rain</h1><span>Updated 23 April 2024</span><span>22 April 2024</span>",
            at(2024, 4, 22, hours=0),
            "day",
            id="text that is not the update",
        ),
        pytest.param(
            "<span itemprop=datePublished content=2024-04-22T10:00:00Z></span><h1>Rain</h1>",
            at(2024, 4, 22, 10, hours=0),
            "second",
            id="microdata",
        ),
        pytest.param(
            "<h1>Rain</h1><p>On 5 May 2024 the rain that had been expected for so long came at last to the valley.</p>",
            None,
            "second",
            id="a sentence with a date in it",
        ),
        pytest.param(
            "<h1>Rain</h1><b>By Jo Hill</b><br>22 April 2024<br><p>It rained on the valley.</p>",
            at(2024, 4, 22, hours=0),
            "day",
            id="a line in no element",
        ),
        pytest.param(
            "<h1>Rain</h1>22 April 2024<br>", at(2024, 4, 22, hours=0), "day", id="a line behind the headline"
        ),
        pytest.param(
            "<h1>Rain</h1><div>The weather office and <i>all of its people</i> said on 5 May 2024 that <b>much</b> more"
            " of it would come.</div>",
            None,
            "second",
            id="a piece of a sentence with a date in it",
        ),
        pytest.param("<h1>Rain</h1>Call<br>0000026136<br>today<br>", None, "second", id="a number is no date"),
        pytest.param("<h1>Rain</h1><time>3 hours ago</time>", None, "second", id="relative to a clock"),
        pytest.param(
            meta("dc.date.issued", "2024-04-22T10:00:00+01:00"),
            at(2024, 4, 22, 10, hours=1),
            "second",
            id="Dublin Core",
        ),
        pytest.param(
            meta("parsely-pub-date", "2024-04-22T10:00:00Z"),
            at(2024, 4, 22, 10, hours=0),
            "second",
            id="Parsely",
        ),
        pytest.param(
            meta("citation_publication_date", "2024/04/22"),
            at(2024, 4, 22, hours=0),
            "day",
            id="citation_*",
        ),
    ],
)
def test_published(html: str, published: datetime | None, precision: str) -> None:
    found = dates(html)
    assert (found.published, found.precision) == (published, precision)
    assert bool(found.source) == (published is not None)


def test_every_date_is_aware() -> None:
    found = dates(json_ld(datePublished="2024-04-22 16:05", dateModified="2024-04-23 17:00"))
    assert found.published and found.published.tzinfo
    assert found.updated and found.updated.tzinfo


def test_the_address_gives_the_day() -> None:
    found = dates("<h1>Rain</h1>", url="https://example.com/news/2021/3/19/rain")
    assert found.published is None
    found = dates("<h1>Rain</h1>", url="https://example.com/news/2021/03/19/rain")
    assert (found.published, found.precision, found.source) == (at(2021, 3, 19, hours=0), "day", "address")


def test_a_month_may_stand_in_the_address_by_its_name() -> None:
    found = dates("<h1>Rain</h1>", url="https://example.com/blog/2023/october/03/rain/")
    assert (found.published, found.source) == (at(2023, 10, 3, hours=0), "address")
    assert dates("<h1>Rain</h1>", url="https://example.com/blog/2023/harbour/03/rain/").published is None


@pytest.mark.parametrize(
    ("path", "day"), [("2023/10/rain", (10, 3)), ("2023/03/rain", (3, 10)), ("2023/05/rain", None), ("rain", None)]
)
def test_a_date_that_may_be_two_days_is_read_by_the_month_in_the_address(
    path: str, day: tuple[int, int] | None
) -> None:
    found = dates("<h1>Rain</h1><time>03/10/2023</time>", url=f"https://example.com/{path}", language="en")
    assert found.published == (at(2023, *day, hours=0) if day else None)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Nov 8, 2023 / 10:35 PM", "2023-11-08T22:35:29-08:00"),
        ("Nov 8, 2023 / 10:35 PM PST", "2023-11-08T22:35:29-08:00"),
        ("9 November 2023, 12:05", "2023-11-09T06:35:29+00:00"),  # the same day: as it is said
        ("Nov 8, 2023 / 10:41 PM", "2023-11-09T06:35:29+00:00"),  # another moment
        ("Nov 8, 2023", "2023-11-08T23:35:29-07:00"),  # the nearest zone that has the day
        ("Nov 10, 2023", "2023-11-09T06:35:29+00:00"),  # none has it
    ],
)
def test_a_moment_said_in_utc_has_the_day_that_the_page_shows(shown: str, expected: str) -> None:
    found = dates(json_ld(datePublished="2023-11-09T06:35:29+00:00") + f"<h1>Rain</h1><p>{shown}</p>")
    assert found.published and found.published.isoformat() == expected


def test_a_headline_in_no_heading_has_its_date_beside_it() -> None:
    html = (
        meta("og:title", "Mules get the right of way") + "<ul><li><b>Mules get the right of way</b></li></ul>"
        "<p>1 May 2001</p><font size=5><b>Mules get the  right of way</b></font><br><i>Thursday, June 17, 1999</i>"
    )
    page = Page(html.encode(), "https://example.com/a")
    assert find_dates(Near(page, find_headline(page).element)).published == at(1999, 6, 17, hours=0)


def test_the_sites_zone_makes_a_time_whole() -> None:
    found = dates(json_ld(datePublished="2021-03-19 14:47"), rules=Rules(timezone="Asia/Shanghai"))
    assert found.published == at(2021, 3, 19, 14, 47, hours=8)
    assert found.precision == "second"
    found = dates(json_ld(datePublished="2021-03-19"), rules=Rules(timezone="Asia/Shanghai"))
    assert (found.published, found.precision) == (at(2021, 3, 19, hours=8), "day")


def test_a_site_s_own_selector_comes_first_and_a_broken_one_is_named() -> None:
    html = json_ld(datePublished="2024-01-01T00:00:00Z") + '<h1>Rain</h1><b class="d">19 March 2021 14:47 GMT</b>'
    assert dates(html, rules=Rules(published=("b.d",))).published == at(2021, 3, 19, 14, 47, hours=0)
    broken = dates(html, rules=Rules(published=("i.gone",)))
    assert broken.published == at(2024, 1, 1, hours=0)
    assert broken.missed == ("published: i.gone",)


@pytest.mark.parametrize(
    ("modified", "updated"),
    [
        ("2024-04-22T12:00:00Z", at(2024, 4, 22, 12, hours=0)),
        ("2024-04-22T10:00:00Z", None),  # saved with the publication
        ("2024-04-21T10:00:00Z", None),  # the last save before it
        ("2024-04-22", None),
        ("2024-04-25", at(2024, 4, 25, hours=0)),
    ],
)
def test_updated_is_a_change_after_the_publication(modified: str, updated: datetime | None) -> None:
    found = dates(json_ld(datePublished="2024-04-22T10:00:00Z", dateModified=modified))
    assert found.updated == updated


@pytest.mark.parametrize("named", ["published-date", "x"])
def test_a_label_right_before_a_date_says_more_than_the_names_of_the_box_around_both(named: str) -> None:
    first, last = (f'<time datetime="2026-04-21T{hour}Z"></time>' for hour in ("05:02", "09:40"))
    found = dates(f"<h1>Rain</h1><div class={named}><b>Published:</b> {first}<b>Last updated:</b> {last}</div>")
    assert (found.published, found.updated) == (at(2026, 4, 21, 5, 2, hours=0), at(2026, 4, 21, 9, 40, hours=0))
