"""Dates that readers see: what they are said to be, and whose they are."""

from datetime import UTC, datetime

import pytest

from newscrawl.extract.fields.dates import Dates, find_dates
from newscrawl.extract.fields.headline import find_headline
from newscrawl.extract.fields.near import Near
from newscrawl.extract.page.page import Page
from tests.support.growth import in_proportion

PROSE = "<p>The valley had waited for the rain since spring, and when it came nobody went indoors for an hour.</p>"


def dates(body: str, *, language: str = "en-GB", head: str = "") -> Dates:
    html = (
        f"<html lang={language}><head><meta charset=utf-8>{head}</head><body><h1>Rain at last</h1>{body}</body></html>"
    )
    page = Page(html.encode(), "https://example.com/news/rain")
    return find_dates(Near(page, find_headline(page).element), language=language)


def at(day: int, month: int, year: int) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published 11 December 2019, updated 9 January 2024"),
        ("en", "Updated 9 January 2024 · Published 11 December 2019"),
        ("en", "11 December 2019 (updated: 9 January 2024)"),
        ("de", "Erstellt: 11.12.2019, 10:20 Uhr | Geändert: 09.01.2024, 08:00 Uhr"),
        ("en", "Written 11 December 2019, revised 9 January 2024"),
        ("fr", "11/12/2019 à 10:20 • MAJ : 09/01/2024 à 08:00"),
        ("es", "Act. 09/01/2024 - 08:00 | Pub. 11/12/2019 - 10:20"),
        ("pl", "Utworzono: 11.12.2019, zmieniono: 9.01.2024"),
        ("ru", "11.12.2019 (ред. 09.01.2024)"),
        ("pt", "Criado em 11 de dezembro de 2019; última alteração em 9 de janeiro de 2024"),
        ("de", "Veröffentlicht am 11. Dezember 2019 – Aktualisiert am 9. Januar 2024"),
        ("de", "Aktualisiert am 09.01.2024 – Veröffentlicht am 11.12.2019"),
        ("fr", "Publié le 11 décembre 2019, mis à jour le 9 janvier 2024"),
        ("fr", "Mis à jour le 9 janvier 2024, publié le 11 décembre 2019"),
        ("es", "Publicado el 11/12/2019 | Actualizado el 09/01/2024"),
        ("it", "Pubblicato il 11 dicembre 2019, aggiornato il 9 gennaio 2024"),
        ("pl", "Opublikowano: 11 grudnia 2019, aktualizacja: 9 stycznia 2024"),
        ("ru", "Опубликовано 11 декабря 2019, обновлено 9 января 2024"),
        ("ja", "公開 2019年12月11日 更新 2024年1月9日"),
        ("ja", "2019年12月11日公開 2024年1月9日更新"),
        ("ko", "입력 2019. 12. 11. 수정 2024. 1. 9."),
        ("tr", "Yayınlanma: 11 Aralık 2019 - Güncelleme: 9 Ocak 2024"),
    ],
)
@pytest.mark.parametrize("tag", ["div", "p", "span"])
def test_a_line_may_say_both(language: str, line: str, tag: str) -> None:
    found = dates(f"<{tag}>{line}</{tag}>{PROSE * 4}", language=language)
    assert (found.published, found.updated) == (at(11, 12, 2019), at(9, 1, 2024))


@pytest.mark.parametrize(
    "body",
    [
        "<time class=updated>9 January 2024</time><time class='entry-date published'>11 December 2019</time>",
        "<span class=modified>9 January 2024</span><span class=published>11 December 2019</span>",
        "<p>Updated: <time>9 January 2024</time> Published: <time>11 December 2019</time></p>",
        "<div><b>Updated</b> <span>9 January 2024</span></div><div><b>Published</b> <i>11 December 2019</i></div>",
        "<div><b>Published</b> 11 December 2019 <b>Updated</b> 9 January 2024</div>",
        "<div>Author: <b>Jane Doe</b> 11 December 2019</div><div>Updated: 9 January 2024</div>",
        "<p>11 December 2019. <i>Updated: 9 January 2024</i></p>",
        '<b title="Updated at noon"><i></i><time>9 January 2024</time></b><b><time>11 December 2019</time></b>',
        '<i title="Modified"></i><span>9 January 2024</span><i title="Created"></i><span>11 December 2019</span>',
        "<abbr class=published title=2019-12-11>long ago</abbr><abbr class=updated title=2024-01-09>lately</abbr>",
        "<i itemprop=dateModified content=2024-01-09></i><i itemprop=datePublished content=2019-12-11></i>",
    ],
)
def test_elements_say_which_is_which(body: str) -> None:
    found = dates(f"<div>{body}</div>{PROSE * 4}")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(9, 1, 2024))


def test_a_label_in_a_script_that_no_language_here_has_is_no_other_s() -> None:
    assert dates(f"<div>প্রকাশ: 11 ফেব্রুয়ারি 2024</div>{PROSE * 4}", language="bn").published == at(11, 2, 2024)


def test_a_post_that_never_changed_has_both_names() -> None:
    found = dates(f"<time class='entry-date published updated'>11 December 2019</time>{PROSE * 4}")
    assert (found.published, found.updated) == (at(11, 12, 2019), None)


CARD = "<h3><a href=/x>Dredger aground off Osk</a></h3><time datetime=2024-03-05>5 March 2024</time>"
FOREIGN = {
    "card": f"<div>{CARD}</div>",
    "link around a card": "<a href=/x><time datetime=2024-03-05>5 March</time><h3>Dredger aground off Osk</h3></a>",
    "text in a card": "<li><span>5 March 2024</span> <a href=/x>Dredger aground off the isle of Osk</a></li>",
    "box of related": "<div class=related-posts><b>Dredger aground</b><time>5 March 2024</time></div>",
    "sidebar": "<aside class=sidebar><ul><li><span>5 March 2024</span> <a href=/x>Dredger</a></li></ul></aside>",
    "comment": "<ol class=comment-list><li><b>Grumpy Gull</b><time>5 March 2024</time><p>Well.</p></li></ol>",
    "labelled comment": "<div id=comments><p>Posted on 5 March 2024</p></div>",
    "role": "<div role=complementary><time>5 March 2024</time></div>",
    "caption": "<figure><img src=a.jpg><figcaption>Divers at the pier, 5 March 2024</figcaption></figure>",
    "line below a picture": "<div><img src=a.jpg><p>Divers at the old piles of Brenholm, 5 March 2024</p></div>",
}


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN.keys())
@pytest.mark.parametrize("paragraphs", [0, 1, 2, 8])
@pytest.mark.parametrize("when", ["", "<p>3 hours ago</p>"])
def test_another_story_s_date_is_never_the_article_s(foreign: str, paragraphs: int, when: str) -> None:
    assert dates(f"{when}{PROSE * paragraphs}{foreign}").published is None
    assert dates(f"<article>{when}{PROSE * paragraphs}</article>{foreign}").published is None


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN.keys())
def test_the_article_s_date_is_found_beside_another_story_s(foreign: str) -> None:
    assert dates(f"{foreign}<p>11 December 2019</p>{PROSE * 4}").published == at(11, 12, 2019)


def test_short_paragraphs_end_what_is_beside_the_headline() -> None:
    assert dates(f"{PROSE * 5}<div><time>5 March 2024</time></div>").published is None


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>11 December 2019</li><li>by <a rel=author href=/people/jo>Jo Hill of the Weather Desk</a></li></ul>",
        "<div><a href=/people/jo><h5>Jo Hill</h5></a><span>11 December 2019</span></div>",
        "<ul><li>11 December 2019</li><li><a href=/news>All of the news from all of the valley</a></li></ul>",
        "<a href=/news/rain><time datetime=2019-12-11>11 December 2019</time></a>",
        "<div class=when><i class=icon></i> 11 December 2019</div><h2>The rain</h2>",
        "<div><img src=jo.jpg><p>By Jo Hill, 11 December 2019</p></div>",
    ],
)
def test_a_byline_is_no_card(body: str) -> None:
    assert dates(f"{body}{PROSE * 4}").published == at(11, 12, 2019)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published on 11 December 2019</p>",
        "<footer class=entry-footer>Posted <time class=entry-date>11 December 2019</time></footer>",
        "<footer><time class=published datetime=2019-12-11>then</time></footer>",
    ],
)
def test_below_the_text_a_date_must_say_that_it_is_the_article_s(line: str) -> None:
    assert dates(f"{PROSE * 8}{line}").published == at(11, 12, 2019)
    told = "<p>The plan that the council published on 5 March 2024 was not for them, they said.</p>"
    assert dates(f"{PROSE * 8}{told}").published is None


def test_a_day_that_is_a_part_of_the_title_by_itself() -> None:
    assert dates(PROSE * 4, head="<title>Rain at last | 11.12.2019 - The Courier</title>").published == at(11, 12, 2019)
    assert dates(PROSE * 4, head="<title>Rain at last - What fell on 11.12.2019</title>").published is None


NAMES = ["article:published:time", "article.published_time", "publish-date", "Publish_Date", "bytedance:published_time"]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_meta_tags_are_joined_in_many_ways(name: str) -> None:
    found = dates(PROSE, head=f'<meta name="{name}" content="2019-12-11T10:00:00Z">')
    assert found.published == datetime(2019, 12, 11, 10, tzinfo=UTC)
    assert found.source == f"meta {name.lower()}"


def test_a_date_above_the_headline_or_in_it() -> None:
    page = Page(
        b"<body><div class=when><i class=icon></i> 11 December 2019</div><h1>Rain at last</h1>", "https://example.com/a"
    )
    assert find_dates(Near(page, find_headline(page).element)).published == at(11, 12, 2019)
    page = Page(b"<body><h1><span class=date>11 December 2019</span> Rain at last</h1>", "https://example.com/a")
    assert find_dates(Near(page, find_headline(page).element)).published == at(11, 12, 2019)


def test_a_year_may_be_written_in_chinese_characters() -> None:
    assert dates(f"<p>令和六年五月七日</p>{PROSE * 4}", language="ja").published == at(7, 5, 2024)


def test_farther_above_the_headline_only_what_is_named_as_a_date_is_one() -> None:
    between = "<b>x</b>" * 40
    for box, expected in (("<p class=date>11 December 2019</p>", at(11, 12, 2019)), ("<p>11 December 2019</p>", None)):
        page = Page(f"<body>{box}{between}<h1>Rain at last</h1>".encode(), "https://example.com/a")
        assert find_dates(Near(page, find_headline(page).element)).published == expected


def declared(published: str, modified: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        f'"datePublished": "{published}", "dateModified": "{modified}"}}</script>'
    )


@pytest.mark.parametrize(
    ("line", "modified", "day"),
    [
        ("<p>22 April 2024</p>", "2025-11-05", at(22, 4, 2024)),
        ("<p>22 April 2024</p>", "2025-11-06", at(5, 11, 2025)),
        ("<p>Updated 22 April 2024</p>", "2025-11-05", at(5, 11, 2025)),
        ("<p>4 November 2025</p>", "2025-11-05", at(5, 11, 2025)),
        ("<p>11/05/2025</p>", "2025-11-05", at(5, 11, 2025)),
    ],
)
def test_an_earlier_day_is_shown_where_the_last_change_is_declared_as_the_publication(
    line: str, modified: str, day: datetime
) -> None:
    assert dates(line + PROSE * 4, head=declared("2025-11-05", modified)).published == day


@pytest.mark.parametrize(("minutes", "is_believed"), [("06:15:02", True), ("03:00:09", False)])
def test_a_publication_declared_at_another_minute_than_the_change_is_believed(minutes: str, is_believed: bool) -> None:
    head = declared("2025-11-05T03:00:07Z", f"2025-11-05T{minutes}Z")
    found = dates("<p>22 April 2024</p>" + PROSE * 4, head=head).published
    assert found == (datetime(2025, 11, 5, 3, 0, 7, tzinfo=UTC) if is_believed else at(22, 4, 2024))


@pytest.mark.parametrize(
    ("name", "line", "day"),
    [
        ("date", "<p>22 April 2024</p>", at(22, 4, 2024)),
        ("dcterms.date", "<p>12 May 2024</p>", at(12, 5, 2024)),
        ("date", "<p>Published 22 April 2024</p><p>Published 2 May 2024</p>", at(2, 5, 2024)),
        ("date", "<p>Updated 12 May 2024</p>", at(2, 5, 2024)),
        ("date", "", at(2, 5, 2024)),
        ("article:published_time", "<p>22 April 2024</p>", at(2, 5, 2024)),
    ],
)
def test_a_vague_tag_gives_way_to_the_day_at_the_headline(name: str, line: str, day: datetime) -> None:
    assert dates(line + PROSE * 4, head=f"<meta name={name} content=2024-05-02>").published == day


def test_what_an_element_says_in_words_goes_before_its_attribute() -> None:
    assert dates("<time datetime=2024-04-26T10:18Z>Published 22 April 2024</time>").published == at(22, 4, 2024)
    assert dates("<time datetime=2024-04-22T10:18Z>22 April</time>").published == datetime(
        2024, 4, 22, 10, 18, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "line",
    [
        "<div>By Jo Hill on 22 April 2024, 11:51 | 0 comments</div>",
        "<p>Submitted by <a href=/user/7>jo</a> on 22 April 2024 - 18:55</p>",
        "<div>This was said on 22 April 2024 at 11:51 by <a href=/author/jo>Jo</a> and filed under <a>Rain</a></div>",
    ],
)
def test_a_line_below_the_text_that_says_who_and_when(line: str) -> None:
    found = dates(PROSE * 9 + line).published
    assert found and found.date() == at(22, 4, 2024).date()
    assert dates(f"{PROSE * 9}<div class=comments>{PROSE}{line}</div>").published is None


@pytest.mark.parametrize(
    "begin",
    [
        "RAINHAM, April 22, 2024 (RNA) - ",
        "Rainham, (22.04.2024). ",
        "22.4.2024 - ",
        "22.04.2024 „Rain“ ",
        "By Jo Hill RAINHAM, Apr 22, 2024 /RainWire/ -- ",
        "April 22, 2024 -- ",
        "Rainham, Apr. 22, 2024 — ",
        "(22.04.2024) ",
    ],
)
def test_the_text_s_dateline(begin: str) -> None:
    assert dates(f"<p>{begin}{PROSE[3:]}{PROSE * 4}").published == at(22, 4, 2024)
    assert dates(PROSE * 4 + f"<p>{begin}{PROSE[3:]}").published is None


def test_a_day_of_long_ago_begins_a_text_of_history() -> None:
    assert dates(f"<p>April 22, 1884 -- {PROSE[3:]}{PROSE * 4}").published is None


def test_the_date_on_the_link_to_the_page_itself() -> None:
    link = "<footer><a href='{}'>Mon 2024-04-22 13:44:00</a></footer>"
    assert dates(PROSE * 9 + link.format("/news/rain")).published == at(22, 4, 2024)
    assert dates(PROSE * 9 + link.format("/news/rain#comment-7")).published is None
    assert dates(PROSE * 9 + link.format("/news/sun")).published is None


def test_a_labelled_date_below_the_text_among_the_source_s_indentation() -> None:
    line = f"<td><font color=gray>Published: 22 April 2024\n{' ' * 70}Editor: Jo Hill</font></td>"
    assert dates(f"{PROSE * 9}<table><tr>{line}</tr></table>").published == at(22, 4, 2024)


@pytest.mark.parametrize(
    "line", ["2024/4/22-23: Winners of the two days", "Picture: the sale of lambs at Rainham, 22 April 2024"]
)
def test_a_line_that_nothing_marks_is_no_dateline_where_it_says_more(line: str) -> None:
    assert dates(f"<div><br>{line}<br>{PROSE[3:-4]} {PROSE[3:-4]}</div>").published is None
    assert dates(f"<div><br>22 April 2024<br>{PROSE[3:-4]} {PROSE[3:-4]}</div>").published == at(22, 4, 2024)


def test_a_line_that_says_who_changed_it_is_no_publication() -> None:
    assert dates(PROSE * 9 + "<div>By Jo Hill | Updated 22 April 2024</div>").published is None
    changed = "<div>By Jo Hill <span class=field--changed>22 April 2024</span></div>"
    assert dates(PROSE * 9 + changed).published is None


CARD = '<li><a href="{}">Rain at last: the valley had waited</a> <span>22 April 2024</span></li>'


def test_a_card_of_the_page_itself_has_its_date() -> None:
    assert dates(f"{PROSE * 9}<ul>{CARD.format('/news/rain')}</ul>").published == at(22, 4, 2024)
    assert dates(f"{PROSE * 9}<ul>{CARD.format('/news/dry')}</ul>").published is None
    assert dates(f"{PROSE * 9}<ul>{CARD.format('/news/rain#comment-9')}</ul>").published is None


def test_many_links_to_the_page_itself_take_time_in_proportion() -> None:
    link = "<a href=/news/rain>Rain at last: the valley had waited</a> "
    assert in_proportion(lambda text: dates(f"{PROSE * 9}<div>{text}"), link * 6_000)


def test_a_line_that_leads_to_the_page_itself_is_no_other_story_s() -> None:
    category = "<a href=/c/7>Sales of lambs and of horses in the valley</a>"
    line = f"<div><a href=/news/rain><span>22 April 2024</span></a> | {category}</div>"
    assert dates(line + PROSE * 4).published == at(22, 4, 2024)
    assert dates(f"<div><span>22 April 2024</span> | {category}</div>" + PROSE * 4).published is None


@pytest.mark.parametrize(
    "line",
    [
        "<span data-timestamp=1713744000>—</span>",
        "<div class=story-with-sidebar><div class=d>22 April 2024</div></div>",
        "<p>Posted 04/22/2024</p>",
    ],
)
def test_a_date_in_data_or_beside_a_sidebar_is_read(line: str) -> None:
    found = dates(line + PROSE * 4).published
    assert found is not None and found.date() == at(22, 4, 2024).date()


def test_a_date_inside_the_headline_is_its_article_s() -> None:
    html = f"<html lang=en><body><h1>Rain at last <small>2 May 2024</small></h1>{PROSE * 4}</body></html>"
    page = Page(html.encode(), "https://example.com/news/rain")
    assert find_dates(Near(page, find_headline(page).element), language="en").published == at(2, 5, 2024)


def test_a_clock_in_america_puts_the_month_first() -> None:
    assert dates("<p>Posted 05/02/2024 at 9:15 AM</p>", language="en").published is None
    found = dates("<p>Posted 05/02/2024 at 9:15 AM EDT</p>", language="en").published
    assert found is not None and found.date() == at(2, 5, 2024).date()


def test_a_recipe_is_its_page_s_article_where_it_is_the_only_one() -> None:
    recipe = '{"@type": "Recipe", "name": "Bread", "datePublished": "2024-05-02"}'
    one = f"<script type=application/ld+json>{recipe}</script>"
    assert dates(PROSE, head=one).published == at(2, 5, 2024)
    assert dates(PROSE, head=one * 2).published is None


def test_a_weekday_tells_which_number_is_the_month() -> None:
    assert dates("<p>Submitted by jo on Sun, 03/02/2025 - 09:15</p>", language="en").published == at(2, 3, 2025)
    assert dates("<p>Submitted by jo on Mon, 03/02/2025 - 09:15</p>", language="en").published == at(3, 2, 2025)


def test_the_day_that_is_today_in_a_page_s_top_is_no_date_of_its_article() -> None:
    html = "<body><div class='{}'><span>Sunday, 29 November 2026</span></div><h1>Rain at last</h1>" + PROSE + "</body>"
    for name, published in (("top-date", at(29, 11, 2026)), ("today", None), ("current-date", None)):
        page = Page(html.format(name).encode(), "https://example.com/news/rain")
        assert find_dates(Near(page, find_headline(page).element), language="en").published == published


def test_tags_beside_a_date_make_it_no_other_story_s() -> None:
    tag = "<b class=tag><a href=/t/how-to-lend-a-fishing-rod>how to lend a fishing rod</a></b>"
    for box, published in ((tag, at(2, 5, 2024)), (tag.replace("class=tag", ""), None)):
        below = f"{PROSE * 9}<div><span class=published-date>Published on: 2 May 2024</span>{box}</div>"
        assert dates(below, language="en").published == published


@pytest.mark.parametrize("tag", ["span", "p", "div"])
def test_a_title_tells_what_hours_ago_is_short_for(tag: str) -> None:
    shown = f'<{tag} title="Sunday, 28 April 2024 at 16:05">2 hours ago</{tag}>'
    assert dates(shown + PROSE).published == at(28, 4, 2024)
    assert dates(f'<{tag} title="What 28 April 2024 meant to the valley">The valley</{tag}>' + PROSE).published is None


@pytest.mark.parametrize(
    "date",
    [
        '<div class="wp-block-post-date"><time datetime="2026-03-14T09:25:00+00:00">14 March 2026</time></div>',
        "<footer><time>Created: Sat 14 March 2026.</time></footer>",
        "<div><b>Posted on</b><div><svg></svg> <i>14 March 2026</i></div></div><b>Updated</b> <i>5 May 2026</i>",
        "<p>First published on 14 March 2026. Last reviewed: 5 May 2026.</p>",
        "<div>Posted on <div><img src=day.svg><span>14 March 2026</span></div></div><p>Seen on 5 May 2026</p>",
    ],
)
def test_a_date_below_a_long_text_is_the_article_s_where_its_name_or_label_says_so(date: str) -> None:
    assert dates(f"<main>{PROSE * 60}{date}</main>").published is not None


def test_a_block_of_the_last_change_is_no_publication() -> None:
    change = '<div class="wp-block-post-date__modified-date"><time datetime="2026-03-15">15 March 2026</time></div>'
    assert dates(f"<main>{PROSE * 60}{change}</main>").published is None


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Event date:", "By Sorcha Leith | 3 November 2025"),
        ("Veranstaltungstermin:", "Von Ina Stark, 3. November 2025"),
        ("Fecha del evento:", "3 de noviembre de 2025"),
        ("申込締切：", "2025年11月3日"),
    ],
)
@pytest.mark.parametrize("tag", ["span", "dt"])
def test_a_date_behind_another_label_gives_way(label: str, line: str, tag: str) -> None:
    event = f'<div><{tag}>{label}</{tag}> <time datetime="2026-01-17T19:00">17.01.2026</time></div>'
    assert dates(f"{event}<div>{line}</div>{PROSE * 4}").published == at(3, 11, 2025)
    assert dates(f"{event}{PROSE * 4}").published == at(17, 1, 2026), "nothing else says it"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "on 11 December 2019 at 9:10 AM, updated <span>9 January 2024 at 10:09 AM</span>"),
        ("de", "11.12.2019, 9.10 Uhr | aktualisiert <b>09.01.2024</b>"),
        ("ja", "2019年12月11日 01時28分 (2024年1月9日 01時40分更新)"),
        ("it", "11 dicembre 2019 (9 gennaio 2024 aggiornato)"),
    ],
)
def test_a_label_behind_a_date_may_be_the_next_one_s(language: str, line: str) -> None:
    found = dates(f"<div>{line}</div>{PROSE * 4}", language=language)
    assert found.published is not None and found.published.date() == at(11, 12, 2019).date()
    assert found.updated is not None and found.updated.date() == at(9, 1, 2024).date()


@pytest.mark.parametrize(
    "line",
    ["<time class='updated'>4 May 2026</time>", "<li class=meta-date><span class='dt-updated'>4 May 2026</span></li>"],
)
def test_a_post_s_only_date_is_called_updated_by_microformats(line: str) -> None:
    assert dates(line + PROSE * 4).published == at(4, 5, 2026)
    other = dates(f"{line}<p>Published on 3 May 2026</p>{PROSE * 4}")
    assert (other.published, other.updated) == (at(3, 5, 2026), at(4, 5, 2026))


@pytest.mark.parametrize("line", ["<p>Updated: 4 May 2026</p>", "Last updated <time>4 May 2026</time>"])
def test_a_change_alone_is_the_day_that_readers_know(line: str) -> None:
    found = dates(f"<div>{line}</div>{PROSE * 4}")
    assert (found.published, found.updated, found.source[-17:]) == (at(4, 5, 2026), at(4, 5, 2026), ", the last change")
    assert dates(f"<div>{line}</div>{PROSE * 4}<p>Published on 3 May 2026</p>").published == at(3, 5, 2026)


def test_a_change_that_the_page_does_not_show_is_no_publication() -> None:
    head = "<meta property='article:modified_time' content='2026-05-04T10:00:00Z'>"
    assert dates(PROSE * 4, head=head).published is None


FOOT = "<footer><p class=meta><span>{}</span> <a href=/c/weather>Weather</a></p></footer>"
OTHER_CARD = "<a href=/news/snow-is-back>Snow returns to the upper valley at last</a> <time>4 May 2026</time>"


@pytest.mark.parametrize(
    ("foot", "is_believed"),
    [
        (FOOT.format("4 May 2026"), True),
        (FOOT.format("Monday, May 4th, 2026"), True),
        (FOOT.format("4 May 2026") + FOOT.format("May 4, 2026, 9:15 am"), True),
        (FOOT.format("4 May 2026") + FOOT.format("5 May 2026"), False),
        (FOOT.format("Last updated on 4 May 2026"), False),
        ("<p>4 May 2026. <i>Updated: 5 May 2026</i></p>", True),
        ("<p>4 May 2026, <i>updated</i></p>", False),
        (f"<ul class=related><li>{OTHER_CARD}</li></ul>", False),
        ("<ol class=comments><li><p>So do we.</p><time>4 May 2026</time></ol>", False),
    ],
)
def test_the_one_day_that_the_article_s_box_gives_is_believed(foot: str, is_believed: bool) -> None:
    html = f"<html lang=en-GB><body><p>Today</p><main><h1>Rain at last</h1>{PROSE * 9}{foot}</main></body></html>"
    page = Page(html.encode(), "https://example.com/news/rain")
    found = find_dates(Near(page, find_headline(page).element), language="en-GB").published
    assert (found is not None and found.date() == at(4, 5, 2026).date()) == is_believed


@pytest.mark.parametrize(
    "link",
    [
        "<a href=/author/jane-wilhelmina-doe>Jane Wilhelmina Doe, Chief Correspondent</a>",
        "<a href=/profile/14>Jane Wilhelmina Doe, Chief Correspondent</a>",
        "<a href=/2026/05/04/>All that we wrote on 4 May 2026</a>",
        "<a href=/weather>Naturkatastrophen/Überschwemmungen</a>",
    ],
)
def test_a_byline_is_no_card_of_another_story_however_long_its_link_is(link: str) -> None:
    line = f"<div class=info>{link} <span>4 May 2026</span></div>"
    assert dates(line + PROSE * 4).published == at(4, 5, 2026)
    assert dates(f"<div class=info>{OTHER_CARD}</div>{PROSE * 4}").published is None


def test_a_line_that_counts_comments_is_none() -> None:
    line = "<div class='comments d-block'><time>4 May 2026</time> | 33 Comments</div>"
    assert dates(line + PROSE * 4).published == at(4, 5, 2026)
    assert dates("<div class=comment><b>Jo</b> <time>4 May 2026</time> So do we</div>" + PROSE * 4).published is None


def test_as_of_is_a_change_where_it_is_a_second_date() -> None:
    line = "<div>11.12.2019, 10:02 Uhr (Stand: 09.01.2024, 08:00 Uhr)</div>"
    found = dates(line + PROSE * 4, language="de")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(9, 1, 2024))
    found = dates("<div>Stand: 09.01.2024</div>" + PROSE * 4, language="de")
    assert (found.published, found.updated) == (at(9, 1, 2024), None)


@pytest.mark.parametrize("parts", ["<b>Dec</b> <b>11</b><b>2019</b>", "<i>11</i><i>December</i><i>2019</i>"])
def test_a_day_that_is_shown_in_parts_as_on_a_calendar_s_sheet(parts: str) -> None:
    assert dates(f"<div class=sheet>{parts}</div>{PROSE * 4}").published == at(11, 12, 2019)
    assert dates("<div class=sheet><b>Dec</b><b>11</b></div>" + PROSE * 4).published is None


def test_a_line_above_the_text_goes_before_a_time_in_it() -> None:
    inside = "<div class=x><a href=/n/4>Choir seeks tenors</a><time datetime=2024-02-02>2 Feb</time></div>"
    assert dates(f"<div class=d>11 December 2019</div>{PROSE}{inside}{PROSE * 3}").published == at(11, 12, 2019)
    said = "<time class=published datetime=2019-12-11>then</time>"
    assert dates(f"<div>9 January 2024</div>{PROSE}{said}{PROSE * 3}").published == at(11, 12, 2019)


def test_a_basque_day() -> None:
    assert dates("<div>2019ko abenduaren 11a</div>" + PROSE * 4, language="eu").published == at(11, 12, 2019)


@pytest.mark.parametrize(
    "line",
    [
        "<relative-time datetime=2019-12-11T10:00:00Z>on 11 December</relative-time>",
        "<span data-date=2019-12-11>of late</span>",
    ],
)
def test_a_date_that_a_script_writes_out_or_puts_in_other_words(line: str) -> None:
    found = dates(line + PROSE * 4).published
    assert found is not None
    assert found.date() == at(11, 12, 2019).date()


@pytest.mark.parametrize("tag", ["time", "span", "b"])
def test_a_date_in_a_sentence_is_what_the_article_tells_of(tag: str) -> None:
    told = (
        f"<p>The weir was built on <{tag}>5 March 1954</{tag}> by the county, and a sign at its wall still says so.</p>"
    )
    assert dates(PROSE + told + PROSE * 3).published is None
    assert dates(f"<p>Jo Hill, <{tag}>11 December 2019</{tag}> 10:05</p>{PROSE * 4}").published is not None


def test_a_table_s_cells_below_the_first_paragraph_tell_what_happens_when() -> None:
    table = "<table><tr><th>Day</th><th>Street</th></tr><tr><td>3 June 2025</td><td>Weir Road</td></tr></table>"
    assert dates(PROSE + table + PROSE * 3).published is None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("<p>March 3, 1931 – May 14, 2024</p>", "", ""),
        ("<div>3 May 2024 - 14 June 2024</div>", "", ""),
        ("<p>June 12-14, 2024</p>", "", ""),
        ("<div>12.–14. Juni 2024</div>", "", ""),
        ("<p>Published 3 May 2024 – updated 14 May 2024</p>", "2024-05-03", "2024-05-14"),
        (
            "<div><b>Published:</b><br>3 May 2024<br><b>Last updated:</b><br>14 May 2024</div>",
            "2024-05-03",
            "2024-05-14",
        ),
        ("<div><b>Place:</b> Kiel <b>Posted:</b> 3 May 2024</div>", "2024-05-03", ""),
    ],
)
def test_two_days_are_a_span_but_for_their_labels(line: str, published: str, updated: str) -> None:
    found = dates(line)
    assert [str(day or "")[:10] for day in (found.published, found.updated)] == [published, updated]


def test_paragraphs_of_few_characters_that_say_much_end_what_stands_at_the_headline() -> None:
    text = "<p>저수지가 가장 낮은 수위로 떨어져 수도 회사는 월요일부터 밤에 수압을 낮추기로 했다고 밝혔다.</p>" * 3
    comment = "<div class=c7><b>민호</b> <time datetime=2024-05-09>24-05-09</time><p>물이 없어요.</p></div>"
    assert dates(f"<b>24-05-03 09:20</b>{text}{comment}", language="ko").published == at(3, 5, 2024)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ru", "Размещено: 11.12.2019 <br> Последнее изменение: 09.01.2024"),
        ("es", "Última modificación: 09/01/2024 <br> Publicada: 11/12/2019"),
        ("pl", "Data dodania: 11.12.2019 <br> Ostatnia modyfikacja: 09.01.2024"),
        ("fr", "Mis en ligne le 11/12/2019 <br> Dernière modification le 09/01/2024"),
        ("nl", "Laatst gewijzigd: 09-01-2024 <br> Publicatie: 11-12-2019"),
        ("ja", "更新日：2024年1月9日 <br> 掲載日時：2019年12月11日"),
        ("ko", "등록일시 2019.12.11 <br> 최종 업데이트 2024.01.09"),
        ("zh", "修改日期：2024-01-09 <br> 发文日期：2019-12-11"),
        ("hu", "Utolsó módosítás: 2024. 01. 09. <br> Feltöltve: 2019. 12. 11."),
    ],
)
def test_what_systems_write_before_their_days_is_read(language: str, lines: str) -> None:
    found = dates(f"<p>{lines}</p>{PROSE}", language=language)
    assert (found.published, found.updated) == (at(11, 12, 2019), at(9, 1, 2024))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fi", "Julkaistu 11.12. 9:20, päivitetty 12.12.2019 8:10"),
        ("nb", "Publisert 11. desember kl. 09:20. Oppdatert 12.12.2019"),
        ("cs", "11. prosince 2019 9:20, aktualizováno 12. prosince"),
        ("de", "11.12.2019, 09:20 Uhr – aktualisiert: 12.12., 08:10 Uhr"),
        ("zh", "发布：2019年12月11日 更新：12月12日"),
    ],
)
def test_a_day_without_its_year_is_of_the_year_that_the_line_has(language: str, line: str) -> None:
    found = dates(f"<p>{line}</p>{PROSE}", language=language)
    assert found.published is not None and found.updated is not None
    assert (found.published.date(), found.updated.date()) == (at(11, 12, 2019).date(), at(12, 12, 2019).date())


def test_a_day_without_its_year_is_not_later_than_the_change() -> None:
    found = dates(f"<p>Julkaistu 30.12. 9:20, päivitetty 2.1.2020</p>{PROSE}", language="fi")
    assert (found.published, found.updated) == (at(2, 1, 2020), at(2, 1, 2020))


def test_labels_may_stand_behind_their_dates_in_elements_of_their_own() -> None:
    row = "<time>11.12.2019 - 09:20</time><i>Yayınlanma</i><time>12.12.2019 - 08:10</time><i>Güncelleme</i>"
    found = dates(f"<div>{row}</div>{PROSE}", language="tr")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(12, 12, 2019))
    row = "<time>11.12.2019</time><i>Güncelleme</i><time>12.12.2019</time>"
    found = dates(f"<div>{row}</div>{PROSE}", language="tr")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(12, 12, 2019))


def test_a_label_may_head_the_column_of_a_date() -> None:
    heads = "<tr><th>Created</th><th>Last Modified</th></tr>"
    row = "<tr><td>Wednesday, 11 December 2019 09:20</td><td>Thursday, 12 December 2019 08:10</td></tr>"
    found = dates(f"<table>{heads}{row}</table>{PROSE}")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(12, 12, 2019))


def test_a_day_without_its_year_right_before_the_change_is_the_publication_s() -> None:
    found = dates(f"<p>11.12. 9:20 | Päivitetty 12.12.2019 8:10</p>{PROSE}", language="fi")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(12, 12, 2019))
    found = dates(f"<p>Publicerad 11 december 09.20</p><p>Uppdaterad 12 december 2019 08.10</p>{PROSE}", language="sv")
    assert (found.published, found.updated) == (at(11, 12, 2019), at(12, 12, 2019))


def test_the_dateline_of_a_release_may_name_a_state() -> None:
    text = "RIVERTON, Ohio, December 11, 2019 – The mill company today announced that it will build two weirs."
    assert dates(f"<p>{text}</p>{PROSE}").published == at(11, 12, 2019)


OF_ANOTHER = [
    ("en", "<div>When: Saturday 11 December 2019, 19:30</div>"),
    ("en", "<div>Opens: 11 December 2019, 10:00</div>"),
    ("en", "<div>Tickets on sale until 11 December 2019</div>"),
    ("en", "<div>Application deadline: 11 December 2019</div>"),
    ("de", "<div>Angebot gültig bis 11.12.2019</div>"),
    ("de", "<div><b>Anmeldeschluss:</b> <span>11.12.2019</span></div>"),
    ("es", "<div>Plazo: 11 de diciembre de 2019</div>"),
    ("it", "<div>fino al 11 dicembre 2019</div>"),
    ("fr", "<div>Offre valable jusqu’au 11/12/2019</div>"),
    ("en", "<h3>Deadline</h3><p>11 December 2019</p>"),
    ("pl", "<div>do 11 grudnia 2019</div>"),
    ("ru", "<div>до 11 декабря 2019</div>"),
    ("sv", "<div>sista anmälningsdag 11 december 2019</div>"),
    ("en", "<dl><dt>When</dt><dd>Saturday 11 December 2019, 19:30</dd><dt>Where</dt><dd>The old mill</dd></dl>"),
    ("fr", "<table><tr><th>Vernissage</th><td>11 décembre 2019</td></tr></table>"),
]


@pytest.mark.parametrize(("language", "line"), OF_ANOTHER)
def test_a_day_that_is_said_to_be_another_s_is_not_the_article_s(language: str, line: str) -> None:
    assert dates(f"{line}{PROSE * 4}", language=language).published is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "<div>Date: 11 December 2019</div>"),
        ("de", "<div><b>Datum:</b> <span>11.12.2019</span></div>"),
        ("de", "<div>Meldung vom 11. Dezember 2019</div>"),
        ("fr", "<div>Article du 11 décembre 2019</div>"),
        ("it", "<div>Rivertone, mercoledì 11 dicembre 2019</div>"),
        ("en", "<div>local news · 11 December 2019</div>"),
        ("en", "<h3>The mill and the rain</h3><p>11 December 2019</p>"),
        ("en", "<h4>Ann Ford</h4><p>11 December 2019</p>"),
        ("en", "<div>by ann ford 11 December 2019</div>"),
        ("en", "<nav><a href=/mill>MILL</a></nav><div><b>Mill:</b> <span>11 December 2019</span></div>"),
        ("pl", "<dl><dt>Data</dt><dd>11 grudnia 2019</dd></dl>"),
    ],
)
def test_words_before_a_day_that_say_nothing_against_it(language: str, line: str) -> None:
    found = dates(f"{line}{PROSE * 4}", language=language).published
    assert found is not None and found.date() == at(11, 12, 2019).date()


SIGN = "<svg><use href=/s.svg#day></use></svg>"


def test_a_sign_may_stand_between_a_label_and_its_date() -> None:
    rows = (
        f"<div><b>Posted on</b><div>{SIGN}<span>21 November 2018</span></div></div>",
        f"<div><b>Updated at</b><div>{SIGN}<span>2 December 2019</span></div></div>",
    )
    for body in (f"{rows[0]}{rows[1]}{PROSE * 4}", f"{rows[1]}{rows[0]}{PROSE * 4}"):
        found = dates(body)
        assert (found.published, found.updated) == (at(21, 11, 2018), at(2, 12, 2019))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "<p class=date>3 December 2025. <i>Updated: 7 December 2025</i></p>"),
        ("en", "<p>3 December 2025 (updated 7 December 2025)</p>"),
        ("de", "<small>3. Dezember 2025, zuletzt aktualisiert am 7. Dezember 2025</small>"),
        ("fr", "<div>3 décembre 2025 – mis à jour le 7 décembre 2025</div>"),
    ],
)
def test_below_the_text_a_day_before_its_change_is_the_publication_s(language: str, line: str) -> None:
    found = dates(f"<article>{PROSE * 60}{line}</article>", language=language)
    assert (found.published, found.updated) == (at(3, 12, 2025), at(7, 12, 2025))


@pytest.mark.parametrize(
    "line",
    [
        "<p>The show of 3 December 2025 was updated on 7 December 2025</p>",
        "<p>Fair on 3 December 2025</p><p>Prices updated 7 December 2025</p>",
        "<p>Updated 7 December 2025</p>",
    ],
)
def test_below_the_text_a_day_that_is_told_of_is_none(line: str) -> None:
    assert dates(f"<article>{PROSE * 60}{line}</article>").published is None


def test_a_day_that_is_said_to_be_of_the_publication_goes_before_another_in_an_element_for_dates() -> None:
    event = "<div><time datetime=2024-07-12T19:30>12 July, 7.30pm</time><span>Old Brewery</span></div>"
    found = dates(f"{event}<div>Published: 22 April 2024</div>{PROSE * 4}")
    assert found.published == at(22, 4, 2024)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Offer ends <time datetime=2024-12-31>31 December 2024</time></p>",
        "<p>In cinemas from <time datetime=2024-12-31>31 December 2024</time></p>",
        "<div>Correction, Dec. 31, 2024: an earlier version had a wrong name.</div>",
    ],
)
def test_the_words_of_a_line_may_say_that_its_day_is_another_s(line: str) -> None:
    assert dates(f"{line}{PROSE * 4}").published is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "<p>Press release: 4 May 2026</p>"),
        ("en", "<dl><dt>Article date</dt><dd>4 May 2026</dd></dl>"),
        ("en", "<p>Added: 4 May 2026</p>"),
        ("en", "<p>media release 4 May 2026</p>"),
        ("de", "<p>Pressemitteilung: 4. Mai 2026</p>"),
        ("fr", "<p>Communiqué de presse : 4 mai 2026</p>"),
        ("es", "<p>Nota de prensa del 4 de mayo de 2026</p>"),
        ("nl", "<p>Persbericht: 4 mei 2026</p>"),
    ],
)
def test_a_label_that_says_what_the_text_is_stands_before_its_day(language: str, line: str) -> None:
    assert dates(line + PROSE * 4, language=language).published == at(4, 5, 2026)
