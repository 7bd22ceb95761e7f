"""Short lines among paragraphs that are none of the text: where a paper is followed, who and when, captions, shares."""

import re

import pytest

from newscrawl.extract import extract_article
from tests.support.bodies import among, body_of

PARAGRAPHS = [f"On day {n} it rained on the valley, and the farmers stood in it until the evening." for n in range(6)]


def text(line: str, *, at: int = 3, language: str = "en", each: str = "<p>{}</p>") -> str:
    """The text of a page with a line among its paragraphs."""
    parts = [each.format(paragraph) for paragraph in PARAGRAPHS]
    body = "".join([*parts[:at], line, *parts[at:]])
    html = (
        f"<html lang={language}><head><meta charset=utf-8><meta property=og:type content=article></head><body><main>"
        f"<h1>Rain at last</h1><div>{body}</div></main></body></html>"
    )
    article = extract_article(html, "https://www.valleypost.example/rain")
    return article.text if article else ""


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href='https://t.me/valleypost'>The valley in Telegram, short and fast</a></p>",
        "<ul><li><a href='https://wa.me/4711'>Come to our group of readers</a></li></ul>",
        "<p><a href='https://news.google.com/publications/CAAq'>The Valley Post with Google</a></p>",
        "<p><a href='?action=share'>Share</a></p>",
    ],
)
def test_where_a_paper_is_followed_is_no_text(line: str) -> None:
    assert text(line).split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href='https://t.me/mayor/123'>What the mayor wrote about the rain</a></p>",
        "<p>The mayor wrote <a href='https://t.me/mayor'>in her channel</a> that she was glad.</p>",
    ],
)
def test_a_post_of_a_channel_and_a_sentence_about_one_stay(line: str) -> None:
    assert len(text(line).split("\n")) == 1 + len(PARAGRAPHS)


def test_a_row_between_breaks_does_not_come_back() -> None:
    above = f"<p>{PARAGRAPHS[0]}</p><p>di Ann Ford</p><p>11 marzo 2025</p>"
    row = "<b>Leggi anche:</b> <a href=/c>I cigni lasciano lo stagno</a>"
    parts = "<br><br>".join([*PARAGRAPHS[1:4], row, *PARAGRAPHS[4:]])
    html = (
        f"<html lang=it><meta charset=utf-8><body><div><h1>Rain</h1>{above}<div>{parts}</div><p>© Valley Post</p></div>"
    )
    article = extract_article(html, "https://www.valleypost.example/rain")
    assert article is not None
    assert article.text.split("\n") == PARAGRAPHS


def test_a_summary_under_the_headline_is_as_short_as_its_script_writes() -> None:
    summary = "저수지가 댐 건설 이후 가장 낮은 수위로 떨어져 수도 회사는 월요일부터 수압을 낮춘다."
    html = f"<html lang=ko><meta charset=utf-8><body><main><h1>Rain</h1><h2>{summary}</h2><p>2025.03.11 10:02</p>"
    article = extract_article(html + "".join(f"<p>{p}</p>" for p in PARAGRAPHS), "https://www.valleypost.example/rain")
    assert article is not None
    assert article.text.split("\n") == [summary, *PARAGRAPHS]


def test_a_list_of_who_and_when_is_no_text() -> None:
    line = "<ul><li>By <a href=/ann>Ann Ford</a></li><li>May 5, 2026</li></ul>"
    assert text(line, at=1).split("\n") == PARAGRAPHS
    assert "Ann Ford was wet" in text("<ul><li>Ann Ford was wet</li><li>May 5, 2026 was dry</li></ul>", at=1)


PICTURE = "<p align=center><img src=/lake.jpg width=700 height=400></p>"


def test_a_centred_line_below_the_last_picture_is_its_caption() -> None:
    caption = "The lake on the morning after the rain"
    assert caption not in text(f"{PICTURE}<p align=center>{caption}</p>", at=6)
    assert caption in text(f"<img src=/lake.jpg width=700 height=400><p align=center>{caption}</p>", at=6)


@pytest.mark.parametrize("look", ["style='text-align: center'", "align=center", "class=has-text-align-center"])
def test_a_centred_line_below_a_picture_is_its_caption(look: str) -> None:
    assert text(f"{PICTURE}<p {look}>The lake on Monday</p>").split("\n") == PARAGRAPHS
    assert "The lake on Monday" in text(f"<p {look}>The lake on Monday</p>")
    everything = text(f"{PICTURE}<p {look}>The lake on Monday</p>", each=f"<p {look}>{{}}</p>")
    assert "The lake on Monday" in everything


@pytest.mark.parametrize(
    ("language", "line"),
    [("hu", "(Borítókép: Nagy Péter)"), ("de", "Titelbild: Ann Ford"), ("fa", "انتهای پیام"), ("pl", "Fot. Anna Most")],
)
def test_whose_the_lead_picture_is_ends_no_text(language: str, line: str) -> None:
    assert text(f"<p>{line}</p>", at=len(PARAGRAPHS), language=language).split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published 11 May 2024, updated 12 May 2024"),
        ("hr", "Objavljeno: 11. ožujka 2024. u 9:20, Zadnja izmjena: 12. ožujka 2024."),
    ],
)
def test_a_line_of_two_dates_with_their_labels_goes(language: str, line: str) -> None:
    assert line not in text(f"<p>{line}</p>", at=0, language=language)


def test_whom_a_notice_addresses_stays_above_its_text() -> None:
    text = "水库降到大坝建成以来的最低水位，自来水公司决定从周一起在夜间降低水压，直到雨水再次到来。"
    paragraphs = "".join(f"<p>{n}、{text}</p>" for n in range(4))
    page = f"<h1>关于夜间降低水压的通知</h1><p>各街道办事处，各单位：</p>{paragraphs}"
    article = extract_article(f"<html lang=zh><body>{page}</body></html>", "https://example.com/a")
    assert article and article.text.startswith("各街道办事处，各单位：\n")


def test_a_remark_in_a_box_without_a_name_stays() -> None:
    assert REMARK in text(f"<aside>{REMARK}</aside>")
    assert REMARK not in text(f'<aside class="promo">{REMARK}</aside>')
    assert REMARK not in text(f"<aside>{REMARK} <a href='/more'>More</a></aside>")


REMARK = "A town is a nose before it is a name, said the postman. He has walked here for thirty-eight years."


def test_headline_byline_and_date_in_one_paragraph_above_the_text_are_none_of_it() -> None:
    head = "Valley<br><b>Rain at last</b><br><i>By Ann Ford</i><br>May 4, 2009"
    broken = "<br><br>".join(PARAGRAPHS)
    html = f"<html><head><title>Rain at last</title></head><body><div>{head}<br><br>{broken}</div></body></html>"
    article = extract_article(html, "https://www.valleypost.example/rain")
    assert article is not None
    assert article.text.split("\n") == PARAGRAPHS
    verses = "Rain at last,<br>rain on the mill,<br>and rain on the hill where nobody lives."
    article = extract_article(html.replace(head, verses), "https://www.valleypost.example/rain")
    assert article is not None
    assert article.text.startswith("Rain at last, rain on the mill")
    begun = "<p>Rain at last in the valley<br>By Ann Ford<br>It came on Monday to the mill.</p>"
    begun += "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = f"<html><head><title>Rain at last in the valley</title></head><body><article>{begun}</article></body></html>"
    article = extract_article(html, "https://www.valleypost.example/rain")
    assert article is not None
    assert "It came on Monday to the mill." in article.text


def test_a_quotation_from_a_text_without_paragraphs_is_not_said_twice() -> None:
    pulled = "<div>“On day 3 it rained on the valley, and the farmers stood in it”</div>"
    assert text(pulled, each="<div>{}</div>").split("\n") == PARAGRAPHS
    new = "<div>“On day 3 it snowed on the valley, and the farmers slept in it”</div>"
    assert len(text(new, each="<div>{}</div>").split("\n")) == len(PARAGRAPHS) + 1


@pytest.mark.parametrize(
    "line",
    [
        "Pick the channel of the valley: <a href='https://www.whatsapp.com/channel/0029Va'>whatsapp.com/channel/0029Va</a>",
        "Tag me <a href='https://www.instagram.com/valleypost/'>@valleypost</a> if you make it!",
        "<a href='https://x.com/valleypost'>Twitter</a> and <a href='https://bsky.app/profile/valley.post'>Bluesky</a>.",
    ],
)
def test_where_a_house_is_followed_ends_no_text(line: str) -> None:
    assert text(f"<p>{line}</p>", at=len(PARAGRAPHS)).split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said so <a href='https://x.com/mayor/status/1234'>on the evening of Monday</a>.",
        "The mayor, who has a page <a href='https://facebook.com/mayor'>there</a>, said that it would rain on Monday.",
        "(1986)",
        "(pier or ferry)",
        "#rain",
    ],
)
def test_what_the_text_says_of_others_stays_at_its_end(line: str) -> None:
    assert len(text(f"<p>{line}</p>", at=len(PARAGRAPHS)).split("\n")) == len(PARAGRAPHS) + 1


@pytest.mark.parametrize(
    "box",
    [
        "<div class='note'><b>Background</b><p>The weir was built in 1974, and has been mended since.</p></div>",
        "<div><strong>Bottom line</strong><p>Buy the smaller of the boats, unless you are five or more.</p></div>",
        "<div class='k'><div class='points'>Our rating 8.4/10</div><div><h4>For</h4><ul><li>Dry</li></ul></div></div>",
    ],
)
def test_a_label_stays_that_heads_its_box_or_gives_a_score(box: str) -> None:
    label = re.sub("<[^>]*>", "\n", box).split("\n\n")[0].strip()
    assert label.split("\n")[0] in text(box)


@pytest.mark.parametrize("box", ["<div><span class='k'>Region</span></div>", "<div>3/5</div>", "<div>Photo 3/5</div>"])
def test_other_labels_go(box: str) -> None:
    assert text(box).split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("at", "each"),
    [(0, "<h3>{}</h3>"), (1, "<h3>{}</h3>"), (1, "<p><b>{}</b></p>"), (3, "<p>{}</p>"), (3, "<div>{}</div>")],
)
def test_the_days_of_a_chronology_stay(at: int, each: str) -> None:
    told = "The council met for hours and spoke of the bridge, which had been closed since the flood."
    days = ["3 May 2023", "12 May 2023", "20 July 2023"]
    lines = "".join(f"{each.format(day)}<p>{number}. {told}</p>" for number, day in enumerate(days))
    assert [line for line in text(lines, at=at).split("\n") if line in days] == days


@pytest.mark.parametrize(
    "line",
    ["<h2>Update of 3 April 2019</h2>", "<h3>3. FAIR 2026</h3>", "<p>When: 4 May 2026, 10:00</p>", "<p>1 of 17</p>"],
)
def test_a_heading_with_a_day_and_the_day_of_what_will_be_stay_among_the_text(line: str) -> None:
    assert line.partition(">")[2].partition("<")[0] in text(line + "<p>And that is how it was, all in all.</p>", at=5)


@pytest.mark.parametrize(("at", "line"), [(0, "4 de mayo de 2026"), (6, "2026년 5월 4일"), (5, "Updated 5 May 2026")])
def test_the_article_s_own_day_is_no_text(at: int, line: str) -> None:
    assert line not in text(f"<p>{line}</p>", at=at, language={"4": "es", "2": "ko"}.get(line[0], "en"))


def test_a_last_sentence_with_an_author_s_sign_is_no_label() -> None:
    line = "The new bridge opens in July. (af)"
    assert text(f"<div>{line}</div>", at=6).endswith(line)


@pytest.mark.parametrize("name", ["cookiebanner", "cc-window", "site-cookienotice"])
def test_a_notice_of_cookies_is_no_text(name: str) -> None:
    notice = "We use cookies to show you this page. Who reads on agrees to that, as our policy says."
    assert notice not in text(f'<div class="{name}"><div>{notice}</div><button>OK</button></div>', at=6)


def test_a_long_paragraph_that_begins_as_a_row_does_is_text() -> None:
    told = "In case you missed it, the facts are these: a man went into the town hall on Monday and asked for the mayor"
    told += ", who was not there, and when he was told so he sat down on the stairs and <a href='/b'>read a book</a>."
    assert re.sub("<[^>]*>", "", told) in text(f"<p>{told}</p>")
    assert text("<p>In case you missed it: <a href='/b'>What the mayor wrote</a></p>").split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "lines",
    [
        ["• The bridge is closed", "• The ferry runs from May", "• Cars go round"],
        ["Northport 2-1 Eastport", "Westport 0-0 Southport", "Oldport 3-2 Newport"],
        ["Name: Ann Ford", "Age: 40", "Job: engineer"],
    ],
)
def test_short_paragraphs_that_begin_a_text_are_of_it(lines: list[str]) -> None:
    assert text("".join(f"<p>{line}</p>" for line in lines), at=0).split("\n")[:3] == lines


@pytest.mark.parametrize(
    "lines", [["Politics", "By Ann Ford", "4 May 2026"], ["Sport", "Football"], ["News", "4 May 2026", "5 min read"]]
)
def test_who_when_and_of_what_above_a_text_are_not(lines: list[str]) -> None:
    assert text("".join(f"<p>{line}</p>" for line in lines), at=0).split("\n") == PARAGRAPHS


@pytest.mark.parametrize("label", ["<strong>{}</strong>", "<span>{}</span>", "<div class='title'>{}</div>"])
def test_short_labels_of_two_lists_beside_each_other_stay(label: str) -> None:
    lists = [("Plus", "quiet"), ("Minus", "dear")]
    boxes = "".join(f"<div>{label.format(name)}<ul><li>{item}</li></ul></div>" for name, item in lists)
    assert "\nPlus\nquiet\nMinus\ndear\n" in text(f"<div class='both'>{boxes}</div>")


def test_a_short_label_of_one_list_goes() -> None:
    assert "Mark" not in text("<div><span>Mark</span><ul><li>An item of it</li></ul></div>")


TOLD = ["The mill was built anew.", "It burned down for a day, and for a night.", "A museum moved in, which stays."]


@pytest.mark.parametrize("day", ["{}", "March {}", "14 January {}"])
@pytest.mark.parametrize("mark", ["<div class='timeline-date'>{}</div>", "<p class='date'>{}</p>"])
@pytest.mark.parametrize(
    "row", ["<div class='item'>{}<p>{}</p></div>", "<div class='item'>{}<div><h3>{}</h3></div></div>"]
)
def test_the_days_of_rows_stay_that_are_called_dates(day: str, mark: str, row: str) -> None:
    days = [day.format(year) for year in (1890, 1901, 1954)]
    rows = "".join(row.format(mark.format(when), told) for when, told in zip(days, TOLD, strict=True))
    lines = text(f"<div class='timeline'>{rows}</div>").split("\n")
    assert [line for line in lines if line in days] == days


@pytest.mark.parametrize(
    "row",
    [
        "<div class='item'><div class='date'>5 May {}</div><a href='/{}'>{}</a></div>",
        "<div class='item'><div class='date'>5 May {}, 10:20</div><b>{}</b><p>{}</p></div>",
    ],
)
def test_the_days_of_stories_and_posts_in_rows_go(row: str) -> None:
    rows = "".join(row.format(2019 + n, n, told) for n, told in enumerate(TOLD))
    assert "5 May" not in text(f"<div class='more'>{rows}</div>")


def test_the_only_day_of_a_box_goes() -> None:
    assert "5 May" not in text(
        "<div><div class='date'>5 May 2019</div><p>The mill was built anew, and it stays.</p></div>"
    )


@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>When</dt><dd>Friday</dd><dt>Site</dt><dd><a href='https://quay.example/'>quay.example</a></dd></dl>",
        "<table><tr><td>When</td><td>Friday</td></tr>"
        "<tr><td>Site</td><td><a href='https://quay.example/'>quay.example</a></td></tr></table>",
        "<ul><li>When: Friday</li><li>Where: the quay</li><li><a href='https://quay.example/'>Tickets</a></li></ul>",
    ],
)
def test_facts_stay_whose_last_is_a_link(facts: str) -> None:
    assert "At a glance\nWhen" in text(f"<div class='event'><h3>At a glance</h3>{facts}</div>")


@pytest.mark.parametrize("button", ["<ul><li>{}</li></ul>", "<div>{}</div>"])
def test_a_heading_with_a_button_goes(button: str) -> None:
    link = "<a href='https://quay.example/'>Start now</a>"
    assert "Plan your" not in text(f"<div class='box'><h3>Plan your run</h3>{button.format(link)}</div>")


@pytest.mark.parametrize("name", ["heading", "section-heading", "section-title"])
def test_a_short_line_in_a_box_that_is_called_a_heading_is_a_subhead(name: str) -> None:
    assert "<h3>The weir and who built it</h3>" in among(f"<div class={name}>The weir and who built it</div><hr>").html
    assert "Read more" not in text(f"<div class={name}>Read more</div>")
    cards = "<figure><img src=/weir.jpg></figure><ul><li><a href=/a>The weir</a></li><li><a href=/b>Mud</a></li></ul>"
    assert "The weir and who built it" not in text(f"<div class={name}>The weir and who built it</div>{cards}")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ko", "- 아랫마을 방앗간, 석 달 만에 다시 문 열고 새 물레방아를 공개"),
        ("en", "Mill reopens after three months of mud, with a new wheel"),
        ("ja", "下流の水車小屋が三か月ぶりに再開、新しい水車を公開した村の人々"),
    ],
)
def test_a_summary_that_begins_the_body_stays_where_the_headline_stands_outside(language: str, line: str) -> None:
    said = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    page = f"<html lang={language}><body><header><div class=head-title>Rain at last</div></header><article>"
    page += f"<div itemprop=articleBody><div class=sub>{line}</div>{said}</div></article></body></html>"
    assert body_of("", page=page).text.startswith(line)
    short = page.replace(line, line[:8])
    assert not body_of("", page=short).text.startswith(line[:8])
    heading = page.replace("<div class=sub>", "<h4 class=sub>").replace(f"{line}</div>", f"{line}</h4>")
    assert "standfirst" not in body_of("", page=heading).html


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "<p>La Vallée vit sans publicité. <a href='/don'>Faites un don</a>.</p>"),
        ("es", "<p>El Valle vive de sus lectores. <a href='/hazte-socio/'>Únete</a></p>"),
        ("nl", "<p>Deze krant is van ons allemaal: <a href='/steun'>doe mee</a></p>"),
        ("en", "<p><span class=hs-cta-wrapper><a href='https://cta.example/x'>Book a demo</a></span></p>"),
    ],
)
def test_a_last_line_that_leads_to_where_readers_give_or_buy_goes(language: str, line: str) -> None:
    assert text(line, at=len(PARAGRAPHS), language=language).split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "stays"),
    [("Write to her: ann.ford@post.example", False), ("Tickets: boats@harbour.example, from six in the morning", True)],
)
def test_a_last_line_with_the_writer_s_mailbox_goes(line: str, stays: bool) -> None:
    found = text(f"<p>{line}</p><!-- -->", at=len(PARAGRAPHS), each="<p>{}</p>")
    assert line in found  # nobody says that Ann Ford wrote it
    html = (
        f"<main><h1>Rain at last</h1><p>By Ann Ford</p><div>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}<p>{line}</p>"
    )
    article = extract_article(html, "https://www.valleypost.example/rain")
    assert article is not None
    assert (line in article.text) == stays


@pytest.mark.parametrize("name", ["comments-rules", "newsletter-box", "rules"])
@pytest.mark.parametrize("inside", ["<a href=/x>Close</a>", "<ul><li>Close</li></ul>", ""])
def test_what_a_box_between_headline_and_text_says_behind_a_link_is_no_standfirst(name: str, inside: str) -> None:
    rules = "Whoever writes here answers for what is written, and whoever shouts is asked to leave the mill at once."
    said = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    box = f"<div class={name}><div class=head>Rules{inside}</div><div class=said>{rules}</div></div>"
    page = f"<html lang=en><body><h1>Rain at last</h1>{box}<div class=entry-content>{said}</div></body></html>"
    assert body_of("", page=page).text.startswith("Whoever") == (name == "rules")
