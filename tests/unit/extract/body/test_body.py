"""The body of an article is found on pages nobody wrote a rule for, and written as clean HTML."""

import json
import time

import pytest

from newscrawl.extract import Rules, extract_article
from newscrawl.extract.body.body import find_body
from newscrawl.extract.page.page import Page
from tests.support.bodies import HEADLINE, PARAGRAPHS, TEXT, URL, among, body_of, left_over

MENU = "".join(f'<li><a href="/s/{n}">Section number {n}</a></li>' for n in range(30))
TEASERS = "".join(
    f'<div><h3><a href="/{n}">Story {n}</a></h3><p>What story number {n} says, in brief.</p></div>' for n in range(9)
)
COMMENTS = "".join(
    f"<li><p>I have an opinion of my own on this, and here it is, number {n}, at length.</p></li>" for n in range(40)
)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"""<body class="single comments-open"><header><ul>{MENU}</ul></header><div id="content">
            <article class="post"><h1>{HEADLINE}</h1><div class="entry-content">{PARAGRAPHS}</div></article>
            <section id="comments"><ol>{COMMENTS}</ol></section></div><aside id="secondary">{TEASERS}</aside>
            <footer><p>All rights are with the Valley Post.</p></footer>""",
            id="WordPress",
        ),
        pytest.param(
            f"""<body><div class="css-1x css-9"><div class="css-2"><h1>{HEADLINE}</h1></div><div class="css-3">
            {"".join(f'<div class="css-4"><p>{t}</p></div>' for t in TEXT)}</div></div>
            <div class="css-7">{TEASERS}</div>""",
            id="generated class names",
        ),
        pytest.param(
            f"""<body><form id="aspnetForm"><table><tr><td width="150">{MENU}</td><td><h1>{HEADLINE}</h1>
            {"<br><br>".join(TEXT)}</td></tr></table></form>""",
            id="tables and line breaks in a form",
        ),
        pytest.param(
            f"""<body><main><h1>{HEADLINE}</h1><div class="part"><p>{TEXT[0]}</p></div><div class="ad">Buy this</div>
            <div class="part locked"><p>{"</p><p>".join(TEXT[1:])}</p></div></main>""",
            id="text in two parts",
        ),
        pytest.param(
            f"""<body><h1>{HEADLINE}</h1><section itemprop="articleBody">{PARAGRAPHS}</section><div>{TEASERS}</div>
            <div class="comment-list">{COMMENTS}</div>""",
            id="microdata, comments longer than the text",
        ),
        pytest.param(
            f"""<body><main><h1>{HEADLINE}</h1><div class="x">{PARAGRAPHS}</div></main><aside id="sidebar">
            {"".join(f"<p>Who we are and what we do here, part {n} of a long text.</p>" for n in range(20))}</aside>""",
            id="a sidebar longer than the text",
        ),
        pytest.param(
            f"""<body><header><h1>{HEADLINE}</h1></header><div class="article-body">{PARAGRAPHS}</div><div class="x8">
            {"".join(f"<h2>Story {n}</h2><p>{'What happened elsewhere on this day. ' * 9}</p>" for n in range(9))}
            </div>""",
            id="whole stories below a short one that says it is the body",
        ),
        pytest.param(
            f"""<body><article><h2>{HEADLINE}</h2><div class="post-content"><script type="text/template">
            {PARAGRAPHS}</script><noscript>{PARAGRAPHS}</noscript></div></article>""",
            id="text for readers without scripts",
        ),
        pytest.param(
            f"""<body><main><h1>{HEADLINE}</h1><h2 class="x"></h3><div>{PARAGRAPHS}</div></main>""",
            id="a heading closed by the tag of another",
        ),
        pytest.param(
            f"""<body><main><h1>{HEADLINE}</h1><div><template id="B:0"></template><p>{TEXT[3]}</p></div></main>
            <div hidden id="S:0"><p>{"</p><p>".join(TEXT[:3])}</p></div><script>$RC("B:0","S:0")</script>""",
            id="text that the server streamed late",
        ),
    ],
)
def test_the_text_is_found_and_nothing_else(page: str) -> None:
    assert body_of("", page=page).text.split("\n") == list(TEXT)


def test_json_ld_tells_where_the_text_is() -> None:
    other = "".join(
        f"<p>The rules of our forum are long, and this is rule number {n} of all of them.</p>" for n in range(30)
    )
    told = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": " ".join(TEXT)})
    page = f"""<html><head><script type="application/ld+json">{told}</script></head><body><h1>{HEADLINE}</h1>
      <div>{PARAGRAPHS}</div><div>{other}</div></body></html>"""
    assert body_of("", page=page).text.split("\n") == list(TEXT)


def test_a_body_that_says_so_goes_before_a_longer_list_of_summaries() -> None:
    page = f"""<body><h1>{HEADLINE}</h1><div class="item-page__articlebody">{PARAGRAPHS * 2}</div>
      <div class="x">{"".join(f"<p>{text}</p>" for text in TEXT * 4)}</div></body>"""
    assert body_of("", page=page).selector == "div.item-page__articlebody"


SHORT = f'<h1>{HEADLINE}</h1><div class="inner">{PARAGRAPHS}</div>'
RULES = "".join(
    f"<p>We keep to rules of our own, and this is number {n} of them, which holds for all who come here, for as long "
    f"as they stay and for half a year behind that, or for {n} years.</p>"
    for n in range(4)
)
STORIES = "".join(
    f'<div class="it"><a href="/{n}"><h3>What happened in town {n}</h3></a><p>{n}: What happened there, said in one '
    f"sentence that the editors wrote for this list alone, {n}.</p></div>"
    for n in range(12)
)
LIST = "".join(
    f'<li><a href="/{n}">What happened in town {n} last week</a> <i>What happened there in week {n}, said in one long '
    f"sentence that the editors wrote for this list, {n}.</i></li>"
    for n in range(9)
)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f'<body><div id="a"><div class="entry-content">{SHORT}</div></div><div class="x-1" id="set">{RULES}</div>',
            id="rules of the site",
        ),
        pytest.param(
            f'<body><div class="content">{SHORT}</div><div class="footer-area"><div class="x">{RULES}</div></div>',
            id="a footer",
        ),
        pytest.param(
            f'<body><main><article>{SHORT}</article><div class="u">{STORIES}</div></main>', id="stories below it"
        ),
        pytest.param(
            f'<body><div class="left"><div class="n"><ul>{LIST}</ul></div><div class="m">{SHORT}</div></div>',
            id="a list of stories above it",
        ),
    ],
)
def test_a_short_article_is_found_beside_more_text_of_others(page: str) -> None:
    assert body_of("", page=page).text.split("\n") == list(TEXT)


def test_of_several_boxes_that_say_they_are_the_body_the_headline_s_is_not_all() -> None:
    boxes = "".join(
        f'<section><div class="article-body">{PARAGRAPHS.replace("the", str(n))}</div></section>' for n in "12"
    )
    page = f'<body><main><div class="article-body"><h1>{HEADLINE}</h1>{PARAGRAPHS}</div><div>{boxes}</div></main>'
    assert len(body_of("", page=page).text.split("\n")) == 3 * len(TEXT)


def test_text_divided_between_two_boxes_is_one_body() -> None:
    page = f"""<body><main><h1>{HEADLINE}</h1><div class="part-one"><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>
      <div class="part-two"><div>{PARAGRAPHS}</div></div></main>"""
    assert body_of("", page=page).selector == "main"


def test_the_html_is_blocks_side_by_side() -> None:
    body = body_of(
        f"<div><div>{PARAGRAPHS}</div><section><h2>The river</h2><div><p>It is full.</p></div></section></div>"
    )
    expected = [f"<p>{text}</p>" for text in TEXT] + ["<h2>The river</h2>", "<p>It is full.</p>"]
    assert body.html.split("\n") == expected


@pytest.mark.parametrize(
    ("inside", "html"),
    [
        ('<p onclick="x()" style="color:red" class="a">Rain <em>at</em> last.</p>', "<p>Rain <em>at</em> last.</p>"),
        ('<p><a href="../b?x=1&y=2" onclick="x()">There</a> it rained.</p>',
         '<p><a href="https://www.valleypost.example/b?x=1&amp;y=2">There</a> it rained.</p>'),
        ('<p><a href="javascript:alert(1)">There</a> it rained.</p>', "<p>There it rained.</p>"),
        ("<p>1 < 2 &amp; 3 &lt;b&gt; it says.</p>", "<p>1 &lt; 2 &amp; 3 &lt;b&gt; it says.</p>"),
        ("<p><b>A</b><b>ll</b> of it fell.</p>", "<p><b>All</b> of it fell.</p>"),
        ("<p>It <strong></strong><span></span>fell.</p>", "<p>It fell.</p>"),
        ("<h3><div>The river rises</div></h3><p>A lot.</p>", "<h3>The river rises</h3>\n<p>A lot.</p>"),
        ("<p><strong>The river rises</strong></p><p>It did so.</p>", "<h3>The river rises</h3>\n<p>It did so.</p>"),
        ("<p><b>It fell.<br><br>It rose.</b></p>", "<p><b>It fell.</b></p>\n<p><b>It rose.</b></p>"),
        ("<ol start='3'><li>Wells<ul><li>Old</li></ul></li></ol>",
         '<ol start="3"><li>Wells<ul><li>Old</li></ul></li></ol>'),
        ("<blockquote><p>It fell, and we stood in it.</p><cite>Ann</cite></blockquote>",
         "<blockquote><p>It fell, and we stood in it.</p><cite>Ann</cite></blockquote>"),
        ("<table><thead><tr><th>Day</th></tr></thead><tbody><tr><td colspan='2'>Monday</td></tr></tbody></table>",
         '<table><thead><tr><th>Day</th></tr></thead><tbody><tr><td colspan="2">Monday</td></tr></tbody></table>'),
        ("<pre><code class='language-sh'>ls\n  -l</code></pre>",
         '<pre><code class="language-sh">ls\n  -l</code></pre>'),
        ("<dl><dt>Rain</dt><dd>Water</dd></dl>", "<dl><dt>Rain</dt><dd>Water</dd></dl>"),
    ],
)  # fmt: skip
def test_what_a_news_body_may_hold_is_kept_clean(inside: str, html: str) -> None:
    assert left_over(inside) == html


def test_two_line_breaks_begin_a_paragraph_and_one_does_not() -> None:
    assert (
        left_over("<p>It fell.<br>It rose.<br><br>It fell again.</p>")
        == "<p>It fell.<br>It rose.</p>\n<p>It fell again.</p>"
    )


def test_a_pull_quote_is_not_there_twice() -> None:
    assert left_over(f"<blockquote><p>{TEXT[3][15:60]}</p></blockquote>") == ""


def test_a_pull_quote_may_be_a_paragraph_or_leave_words_out() -> None:
    half = TEXT[1][:60]
    assert left_over(f"<p>“{half}”</p>") == ""
    assert left_over(f"<p>“{half[::-1]}”</p>") != ""
    said = "<p>“It rained. All of us stood there,” said the mayor. “Nobody went in.”</p>"
    assert left_over(f"{said}<blockquote><p>All of us stood there. Nobody went in.</p></blockquote>") == said


def test_a_question_that_everybody_is_asked_stands_before_each_answer() -> None:
    question, copy = "<p>What went through your head as the river rose, and whom did you call first?</p>", "<p>%s</p>"
    answers = "My sister, and I ran.", "Nobody: I slept.", "The mayor."
    asked = "\n".join(f"{question}\n<p>{line}</p>" for line in answers)
    assert left_over(asked) == asked
    assert left_over(f"{copy % TEXT[1]}{question}{copy % TEXT[2]}{question}{copy % TEXT[2]}") == question, "a copy goes"


def test_the_headline_stands_nowhere_in_the_text() -> None:
    headline = "Rain falls on the valley of the Upper Tarn at last"
    page = f"<article><h1>{headline}</h1>{PARAGRAPHS}<h2>{headline}</h2>{PARAGRAPHS.replace('the', 'that')}</article>"
    body = find_body(Page(page.encode(), URL), headline=headline)
    assert headline not in body.text and "that river" in body.text


def test_a_fact_box_stays_in_the_html_and_out_of_the_running_text() -> None:
    inside = "<h3>The river</h3><p>It is 90 km long and has four bridges in all.</p>"
    body = among(f'<div class="infobox">{inside}</div>')
    assert f'<div class="box">{inside}</div>' in body.html
    assert "bridges" not in body.text


STANDFIRST = "After three dry months the valley has water again, and nobody complains of wet feet."


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="article__subhead">{STANDFIRST}</p>',
        f'<div class="c-vorspann"><p>{STANDFIRST}</p></div>',
        f'<ul class="subtitulos"><li>{STANDFIRST}</li></ul>',
        f'<h2 class="chapo">{STANDFIRST}</h2>',
        f'<div class="teaser-text"><p>{STANDFIRST}</p></div>',
        f'<div class="css-81"><div class="css-82">{STANDFIRST}</div></div>',
        f'<div class="css-81"><div class="css-82"><h3>{STANDFIRST}</h3></div></div>',
    ],
)
def test_the_standfirst_above_the_body_comes_first_and_is_marked(above: str) -> None:
    page = f"""<body><header><h1>{HEADLINE}</h1>{above}<div class="byline">By Ann Ford, in the valley</div></header>
      <figure><img src="/lead.jpg"><figcaption>Rain on the river, seen from the old bridge.</figcaption></figure>
      <div class="article-body">{PARAGRAPHS}</div></body>"""
    body = body_of("", page=page)
    assert body.html.startswith(f'<p class="standfirst">{STANDFIRST}</p>\n<p>{TEXT[0]}</p>')
    assert body.text.split("\n") == [STANDFIRST, *TEXT]


def test_a_heading_that_links_to_itself_is_a_plain_one() -> None:
    heading = '<h2 id="river"><a class="permalink" href="#river"><span>The <em>river</em> rose</span></a></h2>'
    away = '<h2>What <a href="/wells">the wells</a> gave</h2>'
    body = among(f"{heading}<p>It stood at the second step.</p>{away}<p>They gave water again.</p>")
    assert "<h2>The <em>river</em> rose</h2>" in body.html
    assert '<h2>What <a href="https://www.valleypost.example/wells">the wells</a> gave</h2>' in body.html


def test_a_short_headline_in_chinese_is_none_of_the_text() -> None:
    text = "<p>老码头上周二重新开放，距离两场风暴卷走三分之一的石块已经过去十一个月，四百人来到现场。</p>" * 3
    page = f"<title>老码头重新开放 - 港口</title><body><h1>港口札记</h1><main><h2>老码头重新开放</h2>{text}</main>"
    assert "<h2>" not in find_body(Page(page.encode(), URL), headline="老码头重新开放").html


def test_the_box_around_a_short_text_that_is_its_own_summary_is_no_standfirst() -> None:
    page = f"""<head><meta name=description content="{TEXT[0]}"></head><body><h1>{HEADLINE}</h1><div class="card">
      <article><p>{TEXT[0]}</p><p>{TEXT[1]}</p></article><p class="tip">Please give a coin to the keeper.</p>
      <ul class="x-rights"><li>Post link: <a href="/a">{URL}</a></li><li>Notice: CC BY 4.0</li></ul></div></body>"""
    assert body_of("", page=page).html == f"<p>{TEXT[0]}</p>\n<p>{TEXT[1]}</p>"


def test_a_heading_of_a_sentence_below_the_headline_is_the_standfirst() -> None:
    body = body_of(
        "", page=f"<body><article><h1>{HEADLINE}</h1><h2>{STANDFIRST}</h2><b>Ann Ford</b>{PARAGRAPHS}</article>"
    )
    assert body.html.startswith(f'<p class="standfirst">{STANDFIRST}</p>\n<p>{TEXT[0]}</p>')


@pytest.mark.parametrize(
    ("below", "is_it"),
    [
        ("<h2>Five villages want a dam above the old mill and a new road to it</h2>", True),
        ("<h2>Five villages want a dam</h2>", False),
        ("<i>x</i><h2>Five villages want a dam above the old mill and a new road to it</h2>", False),
        ('<p class="standfirst">Five villages want a dam.</p>', True),
        ('<p class="standfirst">Five villages</p>', False),
        ("<p>Five villages want a dam above the old mill and a new road to it</p>", True),
        ("<div>Five villages want a dam above the old mill, and the masons are glad</div>", True),
        ("<p>Five villages want a dam on this page, which was changed on 5 May 2024</p>", False),
        ("<p>Five villages want a dam | Ann Ford, our correspondent in the valley</p>", False),
        ("<p>Five villages <a href=/v>want a dam above the old mill and a new road to it</a></p>", False),
        ("<p>Five villages write each day. Sign up for the newsletter now.</p>", False),
        ("<h3 class=subtitle>Five villages that want water</h3>".replace("water", "to drink"), True),
        ("<h3 class=subtitle>Five villages, 2 November 2021</h3>", False),
        ("<h3 class=subtitle>Five villages</h3>", False),
    ],
)
def test_a_second_headline_right_below_the_first_is_the_standfirst_and_so_is_a_short_sentence_that_is_called_so(
    below: str, is_it: bool
) -> None:
    page = f"<body><header><h1>{HEADLINE}</h1>{below}<b>Ann Ford</b></header><div class=text>{PARAGRAPHS}</div></body>"
    assert body_of("", page=page).html.startswith('<p class="standfirst">Five villages') == is_it


def test_the_headline_with_its_kicker_below_a_hidden_one_is_no_standfirst() -> None:
    title = "Trade with Aldany in winter: pressure by sanctions?"
    again = "<span>Trade with its towns in winter</span><span>:</span><span>Pressure by sanctions on the Aldany?</span>"
    page = f"<body><header><h1>{title}</h1><h2>{again}</h2></header><div class='article-body'>{PARAGRAPHS}</div></body>"
    assert body_of("", page=page).html.startswith(f"<p>{TEXT[0]}</p>")


def test_how_a_word_is_read_is_left_out_where_it_has_no_brackets() -> None:
    assert left_over("<p><ruby>雨<rt>あめ</rt></ruby>が<ruby>降<rt>ふ</rt></ruby>った。</p>") == "<p>雨が降った。</p>"
    brackets = "<p><ruby>尹錫悦<rp>（</rp><rt>ユンソンニョル</rt><rp>）</rp></ruby>大統領</p>"
    assert left_over(brackets) == "<p>尹錫悦（ユンソンニョル）大統領</p>"


def test_a_standfirst_without_a_name_is_known_by_the_pages_description() -> None:
    page = f"""<head><meta name="description" content="{STANDFIRST}"></head><body><h1>{HEADLINE}</h1><div><span><em>
      {STANDFIRST}</em></span></div><div class="article-body">{PARAGRAPHS}</div></body>"""
    assert body_of("", page=page).text.split("\n") == [STANDFIRST, *TEXT]


@pytest.mark.parametrize(
    ("behind", "stays"), [("access-wall", True), ("c-paywall", True), ("wallpapers", False), ("foot", False)]
)
def test_a_heading_stays_whose_text_is_behind_a_wall(behind: str, stays: bool) -> None:
    page = f"<h1>{HEADLINE}</h1><div class='entry-content'>{PARAGRAPHS * 2}<h2>What the wells hold</h2></div>"
    body = body_of("", page=f"<html><body><main><div>{page}<div class={behind}>Log in</div></div></main></body>")
    assert ("What the wells hold" in body.text) is stays


def test_the_place_that_a_link_leads_to_is_no_link() -> None:
    line = "Read more about the wells, the mayor had asked of all who came to the market in summer."
    assert line in among(f"<p><a name=wells>{line}</a></p>").text
    assert line not in among(f"<p><a name=wells href=/wells>{line}</a></p>").text


@pytest.mark.parametrize("names", ["live-post", "live-update", "post live"])
def test_entries_of_live_reports_have_their_times_and_an_article_alone_has_none(names: str) -> None:
    entries = [
        f"<div class='{names}'><time>{t}</time><h3>At {t}</h3><p>{TEXT[0]} {t}</p></div>" for t in ("9:41", "9:12")
    ]
    html = body_of(f'<div class="live-entries">{"".join(entries)}</div>').html
    assert [line for line in html.split("\n") if "<time" in line] == [
        '<p class="time"><time>9:41</time></p>',
        '<p class="time"><time>9:12</time></p>',
    ]
    assert "<time" not in body_of(entries[0] + PARAGRAPHS).html


def test_a_live_blog_keeps_its_order_and_the_time_of_each_entry() -> None:
    entries = "".join(
        f"""<article class="liveblog__entry" itemprop="liveBlogUpdate">
        <header><time datetime="2024-05-03T1{n}:00:00Z">1{n}:00</time>
        <h3>What happened at {n}</h3></header><p>{TEXT[n]}</p></article>"""
        for n in (3, 2, 1)
    )
    html = body_of(f'<div class="liveblog">{entries}</div>').html.split("\n")
    assert html[0] == '<p class="time"><time datetime="2024-05-03T13:00:00Z">13:00</time></p>'
    assert html[1:4] == ["<h3>What happened at 3</h3>", f"<p>{TEXT[3]}</p>", html[3]]
    assert "12:00" in html[3] and "11:00" in html[6]


def test_a_sites_own_selector_decides_and_is_cleaned_alike() -> None:
    page = (
        f"<body><div class='long'>{PARAGRAPHS}</div><div id='own'><p>Short <script>x</script>but ours.</p></div></body>"
    )
    body = body_of("", page=page, rules=Rules(body=("div.old-layout", "#own")))
    assert (body.html, body.selector, body.missed) == ("<p>Short but ours.</p>", "#own (rule 2)", [])


def test_selectors_that_match_nothing_are_named_and_the_page_is_read_all_the_same() -> None:
    body = body_of(PARAGRAPHS, rules=Rules(body=("div.gone", "//section[@id='gone']")))
    assert body.missed == ["body: div.gone", "body: //section[@id='gone']"]
    assert body.text.split("\n") == list(TEXT)
    rules = Rules(remove=("p.gone", "p.more"))
    assert body_of(PARAGRAPHS + "<p class='more'>More</p>", rules=rules).missed == ["remove: p.gone"]


def test_a_page_without_text_has_no_body() -> None:
    assert body_of("", page="<body><ul><li><a href='/a'>A</a></li></ul></body>").html == ""


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<b>bold ", "<p>some text to be weighed "
    "here</p>", "a<br><br>", "<img src=/a.jpg>", "<h2>a</h2>", "<ul><li>a",
     "<figure><img src=/a.jpg><figcaption>a</figcaption></figure>", "<p>" + ". " * 140 + "</p>", "<blockquote>a",
     "<a href=/s/1><img src=/a.jpg></a><a href=/s/1>The story of a river</a>"],
)  # fmt: skip
def test_pages_made_to_be_slow_take_time_in_proportion_to_their_size(piece: str) -> None:
    def seconds(size: int) -> float:
        page = "<body><article><p>" + "Rain. " * 50 + piece * (size // len(piece))
        begin = time.process_time()
        body_of("", page=page)
        return time.process_time() - begin

    quarter = max(seconds(250_000), 0.05)
    assert any(seconds(1_000_000) < 8 * quarter for _ in range(3))


@pytest.mark.parametrize(
    "line",
    ["Von Karla Stein, 22.11.2026, 03:27 Uhr", "By Robert Cairn - 22 November 2026", "22/11/2026 | Por Ana Ruiz"],
)
@pytest.mark.parametrize(
    "above", ["", "<p>After three dry months the river rose, and the farmers went out to see it.</p>"]
)
def test_a_byline_with_its_date_is_left_out_of_the_body(above: str, line: str) -> None:
    assert line not in body_of(f"{above}<p>{line}</p>{PARAGRAPHS}").text


@pytest.mark.parametrize(
    "line",
    ["By 22 November 2026 the river had risen by another hand's breadth.", "Von Mai bis 22.11.2026 fiel kein Tropfen."],
)
def test_a_sentence_that_begins_like_a_byline_stays(line: str) -> None:
    assert line in body_of(f"<p>{line}</p>{PARAGRAPHS}").text


def test_the_text_of_a_menu_or_a_footer_is_no_article() -> None:
    told = "".join(f"<li><p>Of {n} you can read here, and of what the council does for {n}.</p></li>" for n in "abc")
    boxes = ("<nav><ul>{}</ul></nav>", "<footer>{}</footer>", "<aside>{}</aside>", "<div role=navigation>{}</div>")
    for around in (box.format(told) for box in boxes):
        assert find_body(Page(f"<body>{around}<main><h1>{HEADLINE}</h1></main>".encode(), URL)).text == ""
    unclosed = f"<body><nav><a href=/>Home</a><main><h1>{HEADLINE}</h1><div>{PARAGRAPHS}</div></main>"
    assert find_body(Page(unclosed.encode(), URL), headline=HEADLINE).text == "\n".join(TEXT)


def test_a_name_that_the_text_of_one_box_disproves_is_believed_of_none() -> None:
    story = "The ferry of {n} ran aground in the fog on Monday, and nobody was hurt, the harbour master of {n} said. "
    boxes = "".join(
        f'<article><h3><a href="https://{n}.example/x">What happened at {n}</a></h3><div class="newsletter-html">'
        f"{story.format(n=n) * times}</div></article>"
        for n, times in (("Northport", 7), ("Eastport", 6), ("Southport", 6), ("Westport", 6))
    )
    text = find_body(Page(f"<body><main><h1>{HEADLINE}</h1>{boxes}</main>".encode(), URL), headline=HEADLINE).text
    assert all(f"harbour master of {n}" in text for n in ("Northport", "Eastport", "Southport", "Westport"))


@pytest.mark.parametrize("inner", ["<p>{}</p>", '<div class="live-blog-entry__text"><p>{}</p></div>'])
def test_each_entry_of_a_live_blog_has_its_time_also_in_a_box_that_is_called_after_them(inner: str) -> None:
    entries = "".join(
        f'<div class="live-blog-entry"><div class="head"><time>{hour}.20</time></div>{inner.format(said)}</div>'
        for hour, said in zip(("09", "08", "07"), TEXT, strict=False)
    )
    text = body_of(f'<div class="live-blog-entries">{entries}</div>').text.split("\n")
    assert text == [line for pair in zip(("09.20", "08.20", "07.20"), TEXT, strict=False) for line in pair]


def test_comments_in_a_box_whose_name_is_run_together_stay_out() -> None:
    debate = f'<div class="commentwrapper">{COMMENTS}</div>'
    page = f'<body><div id="contentBody"><h1>{HEADLINE}</h1><div>{PARAGRAPHS}</div><div>{debate}</div></div>'
    assert "opinion of my own" not in find_body(Page(page.encode(), URL), headline=HEADLINE).text


def test_the_slides_that_a_page_hides_until_they_are_reached_are_text() -> None:
    slides = [f"On slide {n} the ferry comes in, and those who wait for it get up and wave. " * 4 for n in range(6)]
    boxes = "".join(
        f'<div><div class="show-slide{" ssr-hide hidden" if n else ""}"><p>{said}</p></div></div>'
        for n, said in enumerate(slides)
    )
    page = f'<body><article><h1>{HEADLINE}</h1>{boxes}<div class="tip hidden"><p>{PARAGRAPHS}</p></div></article>'
    text = find_body(Page(page.encode(), URL), headline=HEADLINE).text
    assert all(said.strip() in text for said in slides) and TEXT[0] not in text


@pytest.mark.parametrize("nothing", ["&#8203;", "&#65279;", "&#8288;&#8203;", "&shy;"])
def test_what_has_no_width_is_no_paragraph_and_no_part_of_a_heading(nothing: str) -> None:
    prose = "<p>The council met on Monday and voted for the new bridge, which will open in the spring of next year.</p>"
    inside = f"<p>{nothing}</p><h2>What follows<a href='#what'>{nothing}</a></h2>{prose.replace('Monday', 'Friday')}"
    article = extract_article(f"<article><h1>The bridge</h1>{prose}{inside}</article>", "https://post.example/bridge")
    assert article is not None
    assert article.text.split("\n")[1] == "What follows" and "<h2>What follows</h2>" in article.body


@pytest.mark.parametrize("sign", ["¶", "#", "&sect;", "<span aria-hidden=true>🔗</span>"])
@pytest.mark.parametrize(
    "heading", ["<{0} id=x>{1}<a class=y href='#x'>{2}</a></{0}>", "<{0} id=x><a href='#x'>{2}</a> {1}</{0}>"]
)
def test_the_sign_that_links_to_a_heading_is_no_part_of_it(heading: str, sign: str) -> None:
    prose = "<p>The council met on {} and voted for the new bridge, which will open in the spring of next year.</p>"
    texts = [prose.format(day) for day in ("Monday", "Tuesday", "Friday")]
    title, subhead = heading.format("h1", "The bridge", sign), heading.format("h2", "What it costs", sign)
    html = f"<article>{title}{texts[0]}{subhead}{texts[1]}{heading.format('h3', 'Item # 1', sign)}{texts[2]}</article>"
    article = extract_article(html, "https://post.example/bridge")
    assert article is not None and article.title == "The bridge"
    assert "<h2>What it costs</h2>" in article.body and "<h3>Item # 1</h3>" in article.body


@pytest.mark.parametrize("cards", [1, 3])
def test_cards_that_are_links_as_a_whole_are_never_the_body_of_a_shorter_article(cards: int) -> None:
    text = "The six o'clock ferry will not run on Tuesday because of high wind. Tickets stay valid, the company says."
    walk = "A walk from the church down to the quay, past every door that was not closed on a grey morning in {}. " * 3
    card = "<article class=tile><a href=/{0}><div class=words><h3>Doors</h3><p>{1}</p></div></a></article>"
    stories = "".join(card.format(month, walk.replace("{}", month)) for month in ("May", "June", "July")[:cards])
    own = f"<article><header><h1>Ferry cancelled</h1></header><section class=words><p>{text}</p></section></article>"
    head = '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-04-07">'
    html = f"{head}<main>{own}</main><section><h2>Read more</h2><div>{stories}</div></section>"
    article = extract_article(html, "https://post.example/ferry")
    assert article is not None and article.text == text


def test_the_icon_at_a_link_s_end_leaves_no_blank_before_a_stop() -> None:
    prose = "<p>The council met on {} and voted for the new bridge, which will open in the spring of next year.</p>"
    link = "<p>Stalls move behind <a href=https://hall.example/>the hall<!-- --> <svg><path/></svg></a>{}</p>"
    texts = "".join(link.format(rest) for rest in (".", ", and stay.", " until May.", "s of May."))
    html = f"<article><h1>The bridge</h1>{prose.format('Monday')}{texts}{prose.format('Friday')}</article>"
    article = extract_article(html, "https://post.example/bridge")
    assert article is not None
    ends = ["the hall.", "the hall, and stay.", "the hall until May.", "the hall s of May."]
    assert [line.removeprefix("Stalls move behind ") for line in article.text.split("\n")[1:-1]] == ends


@pytest.mark.parametrize(
    "line", ["CC BY-NC 4.0 2026 © The Courier. <a href=/feed.xml>RSS</a>", "© 2026 The Courier, Skerry"]
)
def test_a_last_line_that_says_whose_the_page_is_goes(line: str) -> None:
    prose = "<p>The council met on {} and voted for the new bridge, which will open in the spring of next year.</p>"
    texts = prose.format("Monday") + prose.format("Friday")
    article = extract_article(
        f"<article><h1>The bridge</h1>{texts}<small>{line}</small></article>", "https://post.example/b"
    )
    assert article is not None and len(article.text.split("\n")) == 2


def test_a_text_may_have_each_of_its_words_in_an_element_of_its_own() -> None:
    lines = ["".join(f"<span>{word}</span> " for word in text.split()) for text in TEXT]
    inside = "".join(f"<p>{line}</p>" for line in lines)
    body = body_of("", page=f"<body><main><h1>{HEADLINE}</h1>{inside}</main></body>")
    assert body.text.split("\n") == list(TEXT)


def test_chinese_paragraphs_may_stand_in_sections() -> None:
    lines = [
        "水库降到大坝建成以来的最低水位，自来水公司决定从周一起在夜间降低水压。",
        "高处街道的居民被要求在晚上十点以前用水桶储水，学校门口停着一辆水车。",
    ]
    inside = "".join(f"<section><span>{line}</span></section>" for line in lines * 2)
    page = f"<html lang=zh><body><div id=js_content><h1>水库的水位</h1>{inside}</div></body></html>"
    assert body_of("", page=page).text.split("\n")[:2] == lines


@pytest.mark.parametrize(
    "line",
    [
        "<h5>By FRANCES JOHANSSON, Valley Press | July 19, 2026 | Updated: July 19, 2026 3:55am</h5>",
        "<h5>By FRANCES JOHANSSON, Valley Press : July 19, 2026 : Updated: July 19, 2026 3:55am</h5>",
        "<h4><div>Published July 19, 2026 21:30| 1164 views| Valley Press| 0 comments| Jo Hill</div></h4>",
    ],
)
def test_a_heading_that_says_who_and_when_is_none_of_the_text(line: str) -> None:
    text = "".join(f"<p>On day {n} rain fell on the valley, and nobody in it went indoors.</p>" for n in range(6))
    head = "<head><title>Rain at last</title></head>"
    html = f"<html>{head}<body><div><h1>Rain at last</h1>{line}{text}</div></body></html>"
    article = extract_article(html, "https://example.com/a")
    assert article is not None and article.text.startswith("On day 0")


SOURCES = {"Rain": "https://rain.example/2026/report", "Hill": "https://hill.example/notes"}


@pytest.mark.parametrize("show", [True, False])
def test_the_addresses_that_a_text_rests_on_are_the_text_s(show: bool) -> None:
    links = [f"<a href={to}>{to if show else name * 5}</a>" for name, to in SOURCES.items()]
    listed = (
        "<p>Thanks to those who wrote of it:</p><ul>" + "".join(f"<li>See ({link})</li>" for link in links) + "</ul>"
    )
    references = "<h4>References</h4><p>" + "<br>".join(f"[{n}] {link}" for n, link in enumerate(links)) + "</p>"
    half = "".join(f"<p>{text}</p>" for text in TEXT[:2])
    rest = "".join(f"<p>{text}</p>" for text in TEXT[2:])
    html = f"<html><body><article><h1>{HEADLINE}</h1>{half}{listed}{rest}{references}</article></body></html>"
    article = extract_article(html, URL)
    assert article is not None
    assert article.text.count("https://hill.example/notes") == 2 * show


def test_key_points_above_the_text_are_running_text_and_a_box_in_it_is_none() -> None:
    points = "<li>The valley had no rain for three months</li><li>The well is open to everybody tonight</li>"
    box = f"<aside><h2>At a glance</h2><ul>{points}</ul></aside>"
    assert "The valley had no rain" in body_of(box + PARAGRAPHS).text
    assert "The valley had no rain" not in among(box).text
    assert "The valley had no rain" in among(box).html


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ("<li>The well is open to everybody tonight.</li><li>The masons come on Friday at six.</li>", True),
        ("<li>The well is open to everybody tonight</li><li>The masons come on Friday at six</li>", True),
        ("<li>The well is open tonight</li><li>The masons come on Friday</li>", False),
        ("<li>By Ann Ford in the market square</li><li>The masons come on Friday at six</li>", False),
        ("<li><a href=/1>The well is open to all.</a></li><li><a href=/2>The masons come on Friday.</a></li>", False),
    ],
)
def test_points_right_below_the_headline_need_no_box(points: str, kept: bool) -> None:
    page = f"<body><header><h1>{HEADLINE}</h1><ul>{points}</ul></header><div class=text>{PARAGRAPHS}</div></body>"
    assert ("The masons come on Friday" in body_of("", page=page).text) == kept


def test_verses_in_boxes_of_their_own_begin_a_text_and_who_and_when_do_not() -> None:
    verses = [f"The river is at step {n} of the mill" for n in ("one", "two", "three", "four")]
    prose = PARAGRAPHS.replace("<p>", "<div class=prose>").replace("</p>", "</div>")
    lines = "".join(f"<div class=line>{verse}</div>" for verse in verses)
    page = f"<body><article><h1>{HEADLINE}</h1>{{}}{prose}</article></body>"
    assert all(verse in body_of("", page=page.format(lines)).text for verse in verses)
    meta = lines.replace(verses[1], "May 20, 2026")
    assert body_of("", page=page.format(meta)).text.split("\n") == list(TEXT)


def test_a_subhead_that_says_the_headline_in_short_is_not_where_the_text_begins() -> None:
    said = ("The well is open to everybody tonight", "It rained for an hour on Monday and for two on Tuesday")
    points = f"<h3>At a glance</h3><ul><li>{said[0]}</li><li>{said[1]}</li></ul>"
    page = (
        f"<head><title>{HEADLINE}</title><meta property=og:title content='On the valley'></head>"
        f"<body><h1>{HEADLINE}</h1><article>{points}<h2>On the valley</h2>{PARAGRAPHS}</article></body>"
    )
    assert said[0] in body_of("", page=page).text


def test_an_aside_with_a_heading_and_words_alone_is_a_box() -> None:
    box = "<aside><h3>How to go there</h3><p>The bus goes to the well every forty minutes.</p></aside>"
    assert left_over(box) == box.replace("<aside>", '<div class="box">').replace("</aside>", "</div>")
    assert left_over(box.replace("the well", "<a href=/w>the well</a>")) == ""
    assert "every forty minutes" in left_over(box.replace("h3", "strong"))


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("<div class=big>Five villages want water, and they want it now and here.</div>", True),
        ("<div class=big>Five villages, posted 5 May 2024 at 5 p.m.</div>", False),
        ("<div class=big>By five villages, and by nobody else there.</div>", False),
        ("<div class=big>Five villages</div>", False),
        ("<p class=big>Five villages want water, and the masons are to bring it there</p>", True),
        ("<p class=big>Five villages want water, as in this view of them (Photo: Ann Ford)</p>", False),
        ("<p class=big>Five villages want water | Ann Ford, our correspondent there</p>", False),
    ],
)
def test_a_short_sentence_right_below_the_headline_is_the_standfirst(line: str, kept: bool) -> None:
    page = f"<body><div class=hero><h1>{HEADLINE}</h1>{line}</div><div class=rich>{PARAGRAPHS}</div></body>"
    whole = f"<body><article><h1>{HEADLINE}</h1>{line}{PARAGRAPHS}</article></body>"
    assert ('<p class="standfirst">Five villages' in body_of("", page=whole).html) == kept
    assert ('<p class="standfirst">Five villages' in body_of("", page=page).html) == kept


def test_a_short_summary_in_korean_below_a_headline_in_h3_is_the_standfirst() -> None:
    summary = "선착장 강철 보 두 개에 금…주민들은 버스로"
    head = f"<div><h3>{HEADLINE}</h3><h4 class=subheading>{summary}</h4></div>"
    body = body_of("", page=f"<body><h3><a href=/1>Rain</a></h3>{head}<article>{PARAGRAPHS}</article></body>")
    assert body.html.startswith(f'<p class="standfirst">{summary}</p>')


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ("<div><div>Claim</div><div>A seal bit the mayor of the valley in May.</div><p>So</p><p>No</p></div>", True),
        ("<dl><dt>Claim</dt><dd>A seal bit the mayor of the valley in May.</dd><dt>So</dt><dd>No</dd></dl>", True),
        ("<div><div>Summary</div><div>A seal bit the mayor of the valley in May.</div></div>", False),
        ("<div><div>Claim</div><div>A seal bit the mayor in May.</div><p>By</p><p>By Ann Ford</p></div>", False),
    ],
)
def test_a_claim_and_its_verdict_above_the_text_are_the_text_s(box: str, kept: bool) -> None:
    page = f"<body><header><h1>{HEADLINE}</h1>{box}</header><div class=text>{PARAGRAPHS}</div></body>"
    assert ("A seal bit the mayor" in body_of("", page=page).text) == kept


def test_a_heading_below_the_headline_is_a_summary_and_right_before_the_text_a_subhead() -> None:
    line = "<h2>Five villages want water, and the masons are to bring it there</h2>"
    below = body_of("", page=f"<article><h1>{HEADLINE}</h1>{line}<b>Ann Ford</b>{PARAGRAPHS}</article>")
    before = body_of("", page=f"<article><h1>{HEADLINE}</h1>{line}{PARAGRAPHS}</article>")
    assert below.html.startswith('<p class="standfirst">Five villages')
    assert "Five villages want water" in before.html


FOR = "<div><h3>For</h3><ul><li>Nothing burns</li><li>It is quiet there</li></ul></div>"
JUDGED = "A stove for small rooms, which we would buy again."


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        (f"<section><h2>What we say</h2><p>{JUDGED}</p><div>★★★☆☆</div>{FOR}</section>", True),
        (
            f"<div><p>{JUDGED} See <a href=/s>all that we had</a> in the house this winter.</p>{FOR}</div>",
            True,
        ),
        (f"<section><h2>What we say</h2>{FOR}</section>", False),
        (f"<section><h2>What we say</h2><p>{JUDGED}</p>{FOR}<a href=/pay>Read all that we say</a></section>", False),
        (f"<section><h2>What we say</h2><p>{JUDGED}</p>{FOR}<button>Pay</button></section>", False),
    ],
)
def test_a_verdict_above_the_text_is_the_text_s_where_it_is_words_alone(box: str, kept: bool) -> None:
    page = f"<body><header><h1>{HEADLINE}</h1>{box}</header><div class=text>{PARAGRAPHS}</div></body>"
    text = body_of("", page=page).text
    assert (JUDGED in text, "It is quiet there" in text, "★" in text) == (kept, kept, False)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("<div><strong>The masons ask for more</strong></div>", True),
        ("<div><div>The masons at work</div><ul><li>Three men</li><li>Two bridges</li></ul></div>", True),
        ("<div><div>The masons at work</div><ul><li><a href=/1>Three men</a></li><li>Two</li></ul></div>", False),
        ("<div><b>What the council says</b></div>", True),
        ("<div><strong><a href=/x>The masons ask for more</a></strong></div>", False),
        ("<div>The masons ask for more</div>", False),
        ("<div>The masons<br>The miller<br>The mayor</div>", True),
        ("<div><a href=/1>The masons</a><br><a href=/2>The miller</a><br><a href=/3>The mayor</a></div>", False),
        ("<div><h4>Ask</h4><p>Do you like the masons?</p><button>Yes</button><button>No</button></div>", False),
        ("<div><h4>Ask</h4><p>Do you like the masons?</p><button>Copy</button></div>", True),
        ("<div><p>The masons are few. Who follows them?</p><button>Back</button><button>Next</button></div>", True),
        ("<div><strong>The masons ask for more</strong></div><div><strong>Share</strong></div>", False),
        ("<p><a href=/app><strong>CLICK TO GET THE COURIER APP</strong></a></p>", False),
        ("<p><a href=/2026/masons>The masons of three villages ask for more</a></p>", True),
        ("<p>Add The Courier as a preferred source on <a href=/g>Google</a></p>", False),
        ("<p>Join our WhatsApp channel</p>", False),
        ("<p><a href=/2026/masons>[ The masons of three villages ask for more ]</a></p>", False),
        ("<p>[<a href=/2026/masons>The masons of three villages ask for more</a>]</p>", False),
        ("<p>[The masons of <a href=/2026/masons>three villages</a> ask for more than they had before.]</p>", True),
        ("<ul><li><label><input type=checkbox disabled> Ask the masons</label></li></ul>", True),
        ("<ul><li><label><input type=checkbox> Send me the letter</label></li></ul>", False),
        ("<section id=share-of-the-masons><h2>Share of the masons</h2><p>It is half.</p></section>", True),
        ("<section id=related-stories><h2>Related stories</h2><p>It is <a href=/2>half</a>.</p></section>", False),
        ("<section id=share-box-top><h2>Share of the masons</h2><p>It is half.</p></section>", False),
        ('<p style="clip: rect(0px, 0px, 0px, 0px)">It is half.</p>', False),
        ('<p style="clip-path:inset(100%)">It is half.</p>', False),
        ('<p style="clip-path:inset(0)">It is half.</p>', True),
        (
            "<p class=gdpr-text>The law says that the masons need not tell the council what they ask for. Nor need they"
            " tell anybody else, be it the mayor, the post or whoever comes by with a question about the bridge.</p>",
            True,
        ),
        (
            "<p class=gdpr-text>We use cookies so that the masons need not tell what they ask, not even us.</p>",
            False,
        ),
    ],
)
def test_what_may_stand_between_two_paragraphs(line: str, kept: bool) -> None:
    prose = "<p>The council met on {}, and after five hours it voted for the bridge that the masons had asked for.</p>"
    days = [prose.format(day) for day in ("Monday", "Tuesday", "Thursday", "Friday", "Sunday")]
    inside = f"{''.join(days[:3])}{line}{''.join(days[3:])}"
    body = body_of("", page=f"<body><article><h1>{HEADLINE}</h1>{inside}</article></body>")
    assert (len(body.text.split("\n")) > len(days)) == kept


@pytest.mark.parametrize(("name", "kept"), [("Jane Doe", False), ("Jane Doe of Kiel", True), ("Jo Hill", True)])
def test_a_last_paragraph_on_whom_the_link_before_it_names_is_of_the_author(name: str, kept: bool) -> None:
    life = f"<div><a href=/staff/doe>{name}</a></div><p>Jane Doe has written about masons and bridges since 1998.</p>"
    page = f"<body><article><h1>{HEADLINE}</h1>{''.join(f'<p>{line}</p>' for line in TEXT)}{life}</article></body>"
    assert ("since 1998" in body_of("", page=page).text) == kept


def test_a_paragraph_in_a_box_called_a_quotation_is_not_said_twice() -> None:
    said = "and by noon the river had risen by a hand's breadth"
    quote = '<div class="tweetable-quote"><p>By noon the river had risen by a hand\'s breadth.</p></div>'
    assert said in among(quote).text
    assert "By noon the river had" not in among(quote).text
    assert "By noon the river had" in among(quote.replace("tweetable-quote", "lines")).text


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<ul><li>one<ul><li>nested</li></ul>after</li><li>two</li></ul>", ["one", "nested", "after", "two"]),
        ("<ul><li>one<p>more of it</p>after</li><li>two</li></ul>", ["one", "more of it", "after", "two"]),
        ("<blockquote>quoted<p>more of it</p>after</blockquote>", ["quoted", "more of it", "after"]),
        ("<dl><dt>one</dt><dd>what it is<p>more of it</p></dd></dl>", ["one", "what it is", "more of it"]),
        (
            "<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr><tr><td>d</td><td>e</td></tr></table>",
            ["a b c", "d e"],
        ),
    ],
)
def test_words_of_nested_elements_stand_apart_in_the_text(inside: str, lines: list[str]) -> None:
    text = among(inside).text.split("\n")
    assert [line for line in text if line not in TEXT] == lines
