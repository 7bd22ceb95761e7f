"""Who is named below the text, and at its end; who is named there and wrote none of it."""

import pytest

from newscrawl import extract_article
from tests.support.bylines import ORGANISATION, SAID, SALTMARSH, authors, json_ld, signed, story


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MTHOBISI SITHOLE", ("MTHOBISI SITHOLE",)),
        (
            "…as the valley waits\nMathatisi Sebusi/Mohalenyane Phakela\nRain fell.",
            ("Mathatisi Sebusi", "Mohalenyane Phakela"),
        ),
        ("Rain fell in New York on Monday.", ("Valley Post",)),
        ("All Reports of the Rain.", ("Valley Post",)),
        ("Contact Information:", ("Valley Post",)),
        ("Hotel Travel Hacks\nEvery hotel has hacks that make travel a little easier.", ("Valley Post",)),
        ("A B\nEvery hotel has hacks that make travel a little easier.", ("Valley Post",)),
        (f"{'Rain fell on the valley. ' * 9}\nJane Doe", ("Jane Doe",)),
        (f"{'Rain fell on the valley. ' * 9}\nJane Doe\n{'Snow fell on it. ' * 9}", ("Valley Post",)),
        ("Bornova, Kepsut Merkez and Samsun Kavak are waiting for rain.", ("Valley Post",)),
    ],
)
def test_a_line_above_or_below_the_text_is_a_byline_where_it_holds_nothing_but_names(
    text: str, names: tuple[str, ...]
) -> None:
    assert authors(json_ld(ORGANISATION), text=text).names == names


@pytest.mark.parametrize(
    "after",
    [
        '<div class="comment-list"><p class="byline">By Odd Gull</p></div>',
        '<div class="comment-author vcard"><b class="fn">Odd Gull</b> says: no.</div>',
        '<section class="related"><span class="author">Odd Gull</span></section>',
        '<div class="x1"><h3><a href="/other">Another story</a></h3><p class="byline">By Odd Gull</p></div>',
        '<figure><img src="/a.jpg"><figcaption><span class="author">Odd Gull</span></figcaption></figure>',
        '<blockquote>No.<p class="author">Odd Gull</p></blockquote>',
        '<div class="quote"><p>No.</p><p class="quote__author">Odd Gull</p></div>',
        '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Odd Gull</b></div>',
    ],
)
def test_who_wrote_comments_and_other_stories_is_no_author(after: str) -> None:
    assert story(after=after) == []


@pytest.mark.parametrize("box", ["footer", "nav", "aside", "div"])
def test_a_byline_below_the_text_is_one(box: str) -> None:
    assert story(after=f'<{box} class="entry-end"><p class="byline">By Ann Ford</p></{box}>') == ["Ann Ford"]


@pytest.mark.parametrize(
    ("box", "names"),
    [
        ('<h3><a rel="author" href="/author/ann">Ann Ford</a></h3><p>Ann covers rain.</p>', ["Ann Ford"]),
        ('<p><a href="/author/ann">Ann Ford</a></p><p class="author">Ann Ford</p>', ["Ann Ford"]),
        ('<p class="author">Ann Ford</p><p class="author">Odd Gull</p>', []),
        (
            '<a href="/2026/dry">A summer so dry that the wells of Brenholm ran out</a><p class="author">Odd Gull</p>',
            [],
        ),
        (f'<p>Ask <a href="/author/odd">Odd Gull</a>, who has covered {"the harbour, " * 9} on a Monday.</p>', []),
    ],
)
def test_a_byline_far_below_the_headline_is_believed_where_all_there_name_one(box: str, names: list[str]) -> None:
    assert story(after="<hr>" * 200 + f"<div>{box}</div>") == names


def test_a_reporter_s_name_may_end_the_text() -> None:
    assert list(authors("<body><h1>Rain</h1></body>", text="비가 왔다.\n박준호 기자 jh@example.com").names) == [
        "박준호"
    ]


@pytest.mark.parametrize("lines", [0, 50, 150])
def test_a_line_of_the_author_s_box_below_the_text_says_by_whom_at_any_distance(lines: int) -> None:
    text = "<p>It rained all day, and nobody in the valley minded that at all.</p>" * (lines + 3)
    box = (
        '<div class="author-bio"><h2 class="author-title">\n By Mira Holt \n</h2>\n'
        "<p>Mira Holt writes about tides and nets, and about the people who mend them when the boats are in.</p> "
        '<a rel="author" href="/a/mira">All her posts</a></div>'
    )
    assert authors(f"<article><h1>Rain</h1>{text}{box}</article>").names == ("Mira Holt",)


def test_a_footnote_s_name_is_no_byline() -> None:
    notes = '<ol><li id="fn-7-3">Jan Richter, Stone Tools, p. 281</li><li id="fn-7-4">Jan Richter, p. 12</li></ol>'
    assert authors(f"<article><h1>Rain</h1><p>It rained all day.</p>{notes}</article>").names == ()


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("（記者・大庭美緒）", ["大庭美緒"]),
        ("【记者 张晓明】", ["张晓明"]),
        ("— By Maren Holt", ["Maren Holt"]),
        ("(in May)", []),
    ],
)
def test_a_text_is_signed_in_brackets_or_behind_a_dash(last: str, names: list[str]) -> None:
    assert signed("", last, "zh" if "记" in last else "ja" if "記" in last else "en") == names


COLUMNS = "".join(
    f"<li><a class=author href=/authors/{n}>{name}</a>"
    for n, name in enumerate(("Aldo Marr", "Ines Pilo", "Carl Desi"))
)


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("", f"<ul>{COLUMNS}</ul>", []),
        ("<p class=byline>By Ines Pilo</p>", f"<ul>{COLUMNS}</ul>", ["Ines Pilo"]),
        (f"<ul>{COLUMNS}</ul>", "", ["Aldo Marr", "Ines Pilo", "Carl Desi"]),
        ("", "<div class=author>Aldo Marr</div>", ["Aldo Marr"]),
    ],
)
def test_a_list_of_people_below_a_short_text_is_no_byline(above: str, below: str, names: list[str]) -> None:
    text = f"<p>{SAID} It rained all day, and so they went.</p>" * 2
    html = f"<html lang=en><body><main><h1>Rain over the harbours</h1>{above}{text}{below}</main></body></html>"
    assert list(authors(html, text=SAID, url=SALTMARSH).names) == names


def test_an_agency_s_last_line_names_who_reported() -> None:
    last = "(Reporting by Jane Doe in Port Ellen and John Roe; Editing by Ann Ford)"
    page = f"<h1>Rain over the harbours</h1><p>{SAID}</p><p>{last}</p>"
    assert list(authors(page, text=f"{SAID}\n{last}", url="https://example.com/rain").names) == ["Jane Doe", "John Roe"]


def test_columnists_beside_the_text_are_no_authors() -> None:
    cards = "".join(
        f"<div class=col><a href=/views/{n}>{title}</a><span class=author>{name}</span></div>"
        for n, (title, name) in enumerate([("The rain we want", "Aldo Marr"), ("A roof for all", "Ines Pilo")])
    )
    assert (
        authors(f"<h1>Rain over the harbours</h1><p>{SAID}</p>{cards}", text=SAID, url="https://example.com/rain").names
        == ()
    )
    two = "".join(f"<p><a href=/a/{n}>{n}</a><span class=author>{n}</span></p>" for n in ("Aldo Marr", "Ines Pilo"))
    assert authors(
        f"<h1>Rain over the harbours</h1>{two}<p>{SAID}</p>", text=SAID, url="https://example.com/rain"
    ).names == ("Aldo Marr", "Ines Pilo")


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [("en", "All posts by Jane Doe", ["Jane Doe"]), ("de", "Alles von Jana Roth", ["Jana Roth"])],
)
def test_what_leads_to_all_of_an_author_is_no_part_of_the_name(language: str, line: str, names: list[str]) -> None:
    text = "<p>The board met for the ninth time on Tuesday and heard how the old pier is to be mended.</p>" * 9
    box = f"<div class=author-box><h4 class=author>{line}</h4><p>Writes of piers and ships for thirty years.</p></div>"
    page = f"<html lang={language}><body><article><h1>The old pier</h1>{text}{box}</article></body></html>"
    article = extract_article(page, url="https://paper.example/pier")
    assert article is not None and list(article.authors) == names


TEXT_ABOVE = "".join(
    f"<p>On day {n} the council met in the old dairy behind the mill, and nobody in the valley heard of what it had"
    " said there until noon.</p>"
    for n in range(5)
)


@pytest.mark.parametrize(
    "below",
    [
        "<div><a rel=author href=/author/roe>John Roe</a> <a rel=author href=/author/hill>Jo Hill</a></div>",
        "<div><h4>The letter</h4><p class=author>by John Roe</p><input type=email></div>",
    ],
)
def test_who_is_named_below_the_text_beside_one_named_above_is_another(below: str) -> None:
    for byline in ("<a rel=author href=/author/doe>Jane Doe</a>", "<p>By Jane Doe\u200b</p>")["letter" in below :]:
        html = f"<html lang=en><body><article><h1>Rain</h1>{byline}{TEXT_ABOVE}</article>{below}</body></html>"
        assert list(authors(html).names) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("<p style='text-align: right'><b>Ann Ford</b></p>", ["Ann Ford"]),
        ("<p class=has-text-align-right>Ann Ford</p>", ["Ann Ford"]),
        ("<p align=right><i>Ann Ford</i></p>", ["Ann Ford"]),
        ("<p><b>Ann Ford</b></p>", []),
        ("<p align=right>PM RVW/af</p>", []),
    ],
)
def test_a_text_is_signed_by_a_name_at_its_right(last: str, names: list[str]) -> None:
    text = "".join(f"<p>The council met on day {n}, and the masons of three villages were there.</p>" for n in range(9))
    html = f"<html lang=en><body><main><h1>Rain over the harbours</h1>{text}{last}</main></body></html>"
    article = extract_article(html, SALTMARSH)
    assert article is not None and article.authors == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>— Ann Ford</p>", ["Ann Ford"]),
        ("<p>– Ann Ford</p>", ["Ann Ford"]),
        ("<p>“The rain never asked us.”</p><p>— Ann Ford</p>", []),
        ("<blockquote><p>The rain never asked us.</p></blockquote><p>— Ann Ford</p>", []),
        ("<blockquote><p>The rain never asked us.</p><footer>— Ann Ford</footer></blockquote>", []),
        ("<p>— Ann Ford Harbour Programme Chair</p>", []),
    ],
)
def test_a_text_is_signed_by_a_name_behind_a_dash_that_is_no_quotation_s(end: str, names: list[str]) -> None:
    text = "".join(f"<p>The council met on day {n}, and the masons of three villages were there.</p>" for n in range(9))
    article = extract_article(f"<html lang=en><body><main><h1>Rain over the harbours</h1>{text}{end}</main>", SALTMARSH)
    assert article is not None and article.authors == names


@pytest.mark.parametrize(
    ("begin", "names"),
    [
        ("【パリ＝大庭美緒】", ["大庭美緒"]),
        ("【パリ＝共同】", []),
        ("【パリの川】", []),
        ("[부산=김민지 기자]", ["김민지"]),
        ("[부산=연합뉴스]", []),
    ],
)
def test_who_was_sent_abroad_is_the_author_where_nobody_else_is_named(begin: str, names: list[str]) -> None:
    said = "古い水車小屋が金曜日に閉鎖されると、所有者が月曜日に発表した。働いていた四十人は別の仕事を探す。"
    html = f"<html lang=ja><body><main><h1>水車小屋、閉鎖へ</h1><p>{begin}{said}</p></main></body></html>"
    assert list(authors(html, text=f"{begin}{said}", url=SALTMARSH).names) == names


@pytest.mark.parametrize(
    ("heading", "names"), [("A city upended", []), ("About the author", ["Jane Doe"])], ids=["part", "author"]
)
def test_the_author_of_a_part_is_not_the_article_s(heading: str, names: list[str]) -> None:
    days = [
        f"<p>On day {n} the pier was mended a little more, and the harbour board paid for all of it.</p>"
        for n in range(16)
    ]
    above, below = "".join(days[:8]), "".join(days[8:])
    part = f"<h2>{heading}</h2><p><b>By Jane Doe, New York</b></p>"
    html = f"<html lang=en><article><h1>How the pier was mended</h1>{above}{part}{below}</article></html>"
    article = extract_article(html, url="https://example.com/pier")
    assert article
    assert article.authors == names


def test_a_date_above_a_text_that_is_signed_is_no_name() -> None:
    text = (
        "<p>Hồ chứa phía trên làng được tích nước trở lại sau chín năm sửa chữa, theo lời các kỹ sư của tỉnh.</p>" * 5
    )
    top = "<h1>Hồ chứa đầy nước</h1><div>Thứ Ba, 4/3/2025, 15:00 (GMT+7)</div>"
    html = f"<html lang=vi><meta charset=utf-8><article>{top}{text}<p align=right><b>Đặng Thùy Linh</b></p></article>"
    article = extract_article(html, url="https://example.com/ho-chua")
    assert article
    assert article.authors == ["Đặng Thùy Linh"]


@pytest.mark.parametrize(
    ("language", "lines", "names"),
    [
        ("fi", "23.2.2026<br>Teksti: Pekka Halla<br>Kuvat: Tuomo Tuuli<br>Graafi: Tuija Seppä", ["Pekka Halla"]),
        ("en", "Words: Mara Field<br>Pictures: Odd Gull", ["Mara Field"]),
        ("de", "Text: Karla Stein<br>Fotos: Odo Gull", ["Karla Stein"]),
        ("en", "The mill is wet<br>and so is the weir", []),
        ("en", "Pictures: Odd Gull<br>Map: Mara Field", []),
    ],
)
@pytest.mark.parametrize("tag", ["h6", "p"])
def test_who_wrote_stands_in_a_line_of_the_credits_below_the_text(
    language: str, lines: str, names: list[str], tag: str
) -> None:
    text = "".join(f"<p>On day {n} the masons of three villages met below the lower mill.</p>" for n in range(9))
    page = f"<html lang={language}><article><h1>Rain at last</h1>{text}<{tag}>{lines}</{tag}></article></html>"
    article = extract_article(page.encode(), "https://www.example.com/2026/rain")
    assert article and article.authors == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("</p><p>【森下千尋】", ["森下千尋"]),
        ("（長谷川緑、山本美咲）", ["長谷川緑", "山本美咲"]),
        ("（日本時間）", []),
        ("（厚生労働省）", []),
        ("（横浜支局）", []),
        ("（随時更新）", []),
        ("（右から二番目）", []),
        ("（敬称略）", []),
        ("（共同通信）", []),
        ("（つづく）", []),
        ("（社会部の記者）", []),
    ],
)
def test_a_japanese_text_is_signed_in_brackets(end: str, names: list[str]) -> None:
    text = "".join(
        f"<p>村の貯水池が{n}年ぶりに満水となり、住民たちは丘の上から水門が開くのを見守った。</p>" for n in range(5)
    )
    last = f"<p>工事は春まで続くという。{end}</p>"
    html = f"<html lang=ja><meta charset=utf-8><article><h1>貯水池が満水に</h1>{text}{last}</article>"
    article = extract_article(html, url="https://example.com/pond")
    assert article
    assert article.authors == names
