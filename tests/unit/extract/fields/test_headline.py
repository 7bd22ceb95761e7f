"""The headline out of up to four that a page has."""

import json

import pytest

from newscrawl.extract.fields.headline import Headline, find_headline
from newscrawl.extract.page.page import Page
from newscrawl.extract.page.rules import Rules

LONG = "Rain falls on the valley at last after three dry months"


def headline(html: str, *, rules: Rules | None = None, url: str = "https://www.dailynews.example/a") -> Headline:
    return find_headline(Page(html.encode(), url, rules=rules))


def json_ld(title: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": title})}</script>'


def og(title: str, site: str = "") -> str:
    return f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            json_ld("Rain at last") + og("You won't believe this rain") + "<h1>Rain</h1>", "Rain at last", id="JSON-LD"
        ),
        pytest.param("<h1>Rain at last<br>in the valley</h1>", "Rain at last in the valley", id="two lines"),
        pytest.param(json_ld("R&uuml;ckbau &amp;amp; mehr"), "Rückbau & mehr", id="entities, also doubly escaped"),
        pytest.param(
            json_ld("Rain at last - Daily News") + og("Rain at last", "Daily News"),
            "Rain at last",
            id="site in JSON-LD",
        ),
        pytest.param(
            og("Rain at last | Daily News", "Daily News") + "<title>x</title>", "Rain at last", id="site in og:title"
        ),
        pytest.param(og("Rain at last - Weather | Daily News", "Daily News"), "Rain at last", id="section and site"),
        pytest.param(og("雨がついに：朝日新聞デジタル", "朝日新聞デジタル"), "雨がついに", id="a full-width colon"),
        pytest.param(og("Rain - at last", "Daily News"), "Rain - at last", id="a dash of its own"),
        pytest.param("<title>Rain at last · dailynews.example</title>", "Rain at last", id="the host in <title>"),
        pytest.param(
            "<title>Rain at last – The Valley Post</title><h1>Rain at last</h1>",
            "Rain at last",
            id="h1 begins the <title>",
        ),
        pytest.param(
            json_ld("Olympia: Die Sieger stehen fest") + og("Die Sieger stehen fest"),
            "Die Sieger stehen fest",
            id="a kicker",
        ),
        pytest.param(
            og("Angriff in der Nacht: «Das hat viel zu tun»") + "<h1>Lage im Osten - «Das hat viel zu tun»</h1>",
            "«Das hat viel zu tun»",
            id="two kickers",
        ),
        pytest.param(
            og("'I sell holidays - book the right day'") + "<h1>'I sell sun holidays - book the right day'</h1>",
            "'I sell holidays - book the right day'",
            id="two versions are no kickers",
        ),
        pytest.param(
            json_ld("A very long headline that was cut…")
            + "<h1>A very long headline that was cut short by a search engine</h1>",
            "A very long headline that was cut short by a search engine",
            id="cut short",
        ),
        pytest.param(
            json_ld("Regen: Endlich da") + "<h1><span>Regen:</span><span>Endlich da</span></h1>",
            "Regen: Endlich da",
            id="joined lines",
        ),
        pytest.param(
            json_ld("'Rain' at last") + "<h1>‘Rain’ at last</h1>", "‘Rain’ at last", id="the shown quotation marks"
        ),
        pytest.param(
            "<h1>Daily News</h1><h1>Rain at last</h1><title>Rain at last</title>", "Rain at last", id="a logo in <h1>"
        ),
        pytest.param("<title>Daily News: Rain at last</title>", "Rain at last", id="the site first in <title>"),
        pytest.param(
            f"<title>The Harbour Herald: {LONG}</title><h2>{LONG}</h2>", LONG, id="a heading shows the rest of <title>"
        ),
        pytest.param(
            f"<h1>The Harbour Herald</h1><h2>{LONG}</h2><title>The Harbour Herald - {LONG}</title>",
            LONG,
            id="a logo in <h1> and first in <title>",
        ),
        pytest.param(
            f"<h1>The Harbour Herald</h1><h2>{LONG}</h2><title>{LONG} - The Harbour Herald</title>",
            LONG,
            id="a logo in <h1> and last in <title>",
        ),
        pytest.param(
            "<title>Rain at last - Weather and the sea</title><aside><h3>Weather and the sea</h3></aside>",
            "Rain at last - Weather and the sea",
            id="another heading is not the rest of <title>",
        ),
        pytest.param(
            f"<title>Weather: {LONG}</title><h1>Weather: {LONG}</h1><h2>{LONG}</h2>",
            f"Weather: {LONG}",
            id="a kicker that is shown",
        ),
        pytest.param(
            "<title>Post | Letters of a port</title><a href=/>Post</a><p>Letters of a port</p>"
            "<div class='post-main-title'>A lamp goes out</div>",
            "A lamp goes out",
            id="an element that is called the post's title",
        ),
        pytest.param(
            f"<title>{LONG}</title><i>{LONG}</i><p class=post-title>Older</p><p class=post-title>Newer</p>",
            LONG,
            id="several elements that are called so",
        ),
        pytest.param(
            "<title>A lamp goes out on the mole | Letters from a small old port</title>"
            "<header><h1><a href=/>Post</a></h1><h2>Letters from a small old port</h2></header>"
            "<main><h2>A lamp goes out on the mole</h2></main>",
            "A lamp goes out on the mole",
            id="the site's motto is a heading of its frame",
        ),
        pytest.param(
            f"<meta property=og:title content='{LONG} - Rain'><h1><a href=/>Rain</a></h1><h3>{LONG}</h3>",
            LONG,
            id="the site's name is the linked h1",
        ),
        pytest.param(
            f"<meta property=og:title content='{LONG} - Rain'><h1>Rain</h1><h3>{LONG}</h3>",
            f"{LONG} - Rain",
            id="an h1 without a link is no site's name",
        ),
        pytest.param(f"<title>{LONG} ‹ Pier Post</title><h3>{LONG}</h3>", LONG, id="single guillemet"),
        pytest.param("<div itemprop=headline>Rain at last</div>", "Rain at last", id="microdata"),
        pytest.param("<meta name=citation_title content='Rain at last'>", "Rain at last", id="citation_title"),
        pytest.param("<h1>\n Rain \t at\xa0last\u200b</h1>", "Rain at last", id="one line"),
        pytest.param("<p>nothing</p>", "", id="none"),
        pytest.param(
            og(f"{LONG} | A place nobody knows") + f"<div class='k1'><span>{LONG}</span></div><p>It rained.</p>",
            LONG,
            id="an unknown site behind a headline in no heading",
        ),
        pytest.param(
            "<title>Rain. | The valley, its nine wells and I</title><h1>The valley, its nine wells and I</h1>"
            "<h1>Rain.</h1>",
            "Rain.",
            id="a short headline below a blog's long name",
        ),
        pytest.param(f"<title>{LONG}</title><h1>Latest news</h1><h2>{LONG}</h2>", LONG, id="a section as h1"),
        pytest.param(
            "<title>久旱逢甘霖：山谷終於下起了大雨 | 兩岸 | 經濟報</title><h1>本周要聞：股市收低</h1>"
            "<h2>久旱逢甘霖：山谷終於下起了大雨</h2>",
            "久旱逢甘霖：山谷終於下起了大雨",
            id="a Chinese headline below another's",
        ),
        pytest.param(
            f"<title>{LONG}</title><h1>No matches found</h1><div>{LONG}</div>", LONG, id="a form's answer as h1"
        ),
        pytest.param(
            f"<title>Fenland Post</title><td><h2>{LONG}</h2><i>The Fen, 28.11.2026</i><p>{LONG}, {LONG}.</p></td>",
            LONG,
            id="the one h2 below a title that all pages of the site have",
        ),
        pytest.param(
            "<title>泽地报</title><div><h2>久旱逢甘霖：山谷終於下起了大雨</h2>"
            f"<p>{'週一，大雨終於落在了山谷裡。' * 8}</p></div>",
            "久旱逢甘霖：山谷終於下起了大雨",
            id="the one Chinese h2 below such a title",
        ),
        pytest.param(
            "<title>Fenland Post</title><nav><h2>News from all over the wide wide fen</h2></nav>"
            f"<h2>{LONG}</h2><p>{LONG}, {LONG}.</p>",
            LONG,
            id="an h2 of the frame beside it",
        ),
        pytest.param(
            f"<title>Rain at last</title><p>It rained.</p><h2>{LONG}</h2><p>And how.</p><h2>{LONG} again</h2>",
            "Rain at last",
            id="two subheads",
        ),
        pytest.param(
            f"<title>Rain at last</title><h2><a href=/b>{LONG}</a></h2><p>{LONG}, {LONG}.</p>",
            "Rain at last",
            id="a card",
        ),
        pytest.param(f"<title>Fenland Post</title><h2>{LONG}</h2><p>More.</p>", "Fenland Post", id="above no text"),
        pytest.param(
            f"<title>Rain at last</title><p><b>Rain at last</b></p><p>{LONG}, and it did not end before Sunday.</p>"
            f"<h2>{LONG}</h2>",
            "Rain at last",
            id="a subhead below a headline in no heading",
        ),
    ],
)
def test_headline(html: str, expected: str) -> None:
    found = headline(html)
    assert found.text == expected
    assert bool(found.source) == bool(expected)


def test_the_element_that_shows_it_is_found() -> None:
    element = headline(json_ld("Rain at last") + "<h1>Logo</h1><h1 id=x>Rain at last</h1>").element
    assert element is not None and element.get("id") == "x"
    element = headline(json_ld("Rain at last") + "<h2 id=y>Rain at last</h2>").element
    assert element is not None and element.get("id") == "y"
    element = headline(f"<title>The Harbour Herald: {LONG}</title><h2 id=z>{LONG}</h2>").element
    assert element is not None and element.get("id") == "z"


def test_a_site_s_own_selector_comes_first_and_a_broken_one_is_named() -> None:
    html = json_ld("Rain at last") + '<h1 class="t">What the site calls it</h1>'
    assert headline(html, rules=Rules(title=("b.gone", "h1.t"))).text == "What the site calls it"
    broken = headline(html, rules=Rules(title=("b.gone", "//h9")))
    assert broken.text == "Rain at last"
    assert broken.missed == ("title: b.gone", "title: //h9")


@pytest.mark.parametrize("title", ["???", "…", "💔", "— —", "|", "~", "!!!"])
@pytest.mark.parametrize("declared", [True, False])
def test_a_headline_of_signs_alone_is_one(title: str, declared: bool) -> None:
    html = f"<title>{title}</title><h1>{title}</h1>"
    assert headline(json_ld(title) + html if declared else html).text == title


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>How the &lt;video&gt; tag came to be</h1>", "How the <video> tag came to be"),
        ("<h1>Why vector&lt;int&gt; is fast</h1>", "Why vector<int> is fast"),
        ("<h1>What &lt;b&gt; means</h1>", "What <b> means"),
        ("<h1>Rain &lt;i&gt;at last&lt;/i&gt;</h1>", "Rain at last"),
        ("<h1>Rain&lt;br /&gt; at last</h1>", "Rain at last"),
    ],
)
def test_of_what_looks_like_tags_only_markup_goes(html: str, expected: str) -> None:
    assert headline(html).text == expected


@pytest.mark.parametrize(
    "logo",
    [
        "<a href='/'>The Harbour Herald</a>",
        "<a href='https://example.com/' title='The Harbour Herald'><svg></svg></a>",
        "<a href='/index.html'><img src=logo.svg alt='The Harbour Herald'></a>",
    ],
)
@pytest.mark.parametrize("dash", ["–", "—", "|", "-"])
def test_the_site_s_name_goes_where_only_the_logo_says_it(logo: str, dash: str) -> None:
    assert headline(f"<title>Your weekly reading {dash} The Harbour Herald</title>{logo}").text == "Your weekly reading"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("&raquo; Clear the weir", "Clear the weir"),
        ("  &raquo;  Clear the weir :dailynews", "Clear the weir"),
        ("Clear the weir &laquo; ", "Clear the weir"),
        ("Clear the weir |", "Clear the weir"),
        ("| Clear the weir - ", "Clear the weir"),
        ("»Clear« the weir", "»Clear« the weir"),
        ("« Clear » the « weir »", "« Clear » the « weir »"),
        ("Clear the weir :mill", "Clear the weir :mill"),
    ],
)
def test_signs_that_set_nothing_apart_go_from_the_title(title: str, expected: str) -> None:
    assert headline(f"<title>{title}</title>").text == expected


def test_the_site_s_name_goes_where_the_line_of_copyright_says_it() -> None:
    foot = "<footer>© 2019-2026 Valley Voice Ltd. All rights reserved.</footer>"
    assert headline(f"<title>{LONG} » Valley Voice</title><body>{foot}</body>").text == LONG
    assert headline(f"<title>{LONG} » Valley Farms</title><body>{foot}</body>").text != LONG


def test_the_site_s_name_goes_from_before_the_title_for_networks() -> None:
    assert headline(og(f"Valley Voice | {LONG}", "Valley Voice")).text == LONG
    both = og("Valley Voice: a paper of its own", "Valley Voice") + "<h1>Valley Voice: a paper of its own</h1>"
    assert headline(both).text == "Valley Voice: a paper of its own"


@pytest.mark.parametrize("badge", ['<span class="badge badge--plus">Premium</span>', '<i class="story-label">Live</i>'])
def test_a_badge_behind_a_headline_is_none_of_it(badge: str) -> None:
    assert headline(f"<title>{LONG} | Daily News</title><h1>{LONG} {badge}</h1>").text == LONG
    word = badge.replace("badge badge--plus", "word").replace("story-label", "word")
    assert headline(f"<h1>{LONG} {word}</h1>").text != LONG


def test_a_logo_as_the_only_h1_is_no_headline() -> None:
    logo = "<a href='/'><h1 class=hidden>海港晚报</h1></a>"
    title = "市图书馆将出借一位老邮递员留下的鱼竿"
    assert headline(f"<title>{title}_社会_海港晚报</title><body>{logo}<h2>{title}</h2></body>").text == title


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Fire in the harbour – heavy smoke | Valley Post", "Fire in the harbour – heavy smoke"),
        ("Fire in the old harbour - Local | Valley Post", "Fire in the old harbour"),
        ("Fire in the old harbour | Local | Valley Post", "Fire in the old harbour"),
        ("Fire in the old harbour – Valley Post - Valley Post", "Fire in the old harbour"),
    ],
)
def test_a_part_behind_a_dash_of_its_own_is_the_headline_s(title: str, kept: str) -> None:
    assert headline(og("", "Valley Post") + f"<title>{title}</title>").text == kept


def test_a_headline_in_a_link_without_address_is_no_logo() -> None:
    assert headline(f"<title>{LONG} | Post</title><a>{LONG}</a><h1>{LONG}</h1>").text == LONG


@pytest.mark.parametrize(
    "h1",
    [
        '<span class="kicker">Politics</span>{}',
        "<div>Valley</div><div>{}</div>",
        '<span>Politics:</span> <span class="headline">{}</span>',
    ],
)
def test_a_kicker_within_h1_goes_where_the_title_lacks_it(h1: str) -> None:
    said = "Council rebuilds the old bridge"
    assert headline(f"<title>{said}</title><h1>{h1.format(said)}</h1>").text == said


def test_a_kicker_that_the_title_has_is_set_apart_as_there() -> None:
    page = "<title>Bridge plan: Council builds anew</title><h1><b>Bridge plan</b>Council builds anew</h1>"
    assert headline(page).text == "Bridge plan: Council builds anew"


@pytest.mark.parametrize("length", [60, 68, 70])
def test_an_og_title_that_is_cut_short_gives_way_to_the_headline_that_is_shown(length: int) -> None:
    whole = "Night train to the coast: one compartment, four strangers and what to do about the light"
    head = f'<meta property="og:title" content="{whole[:length].strip()}"><title>{whole} | The Post</title>'
    assert find_headline(Page(f"<head>{head}</head><h1>{whole}</h1>".encode(), "https://post.example/x")).text == whole


def test_the_section_and_the_site_go_where_the_section_is_the_only_h1() -> None:
    title = "The mill turns again - News - Saltmarsh portal"
    html = f"<title>{title}</title>{og(title)}<h1>News</h1><h2>The mill turns again</h2><p>It rained.</p>"
    assert headline(html).text == "The mill turns again"


def test_a_chinese_title_ends_at_its_underscore_where_the_page_shows_it_so() -> None:
    html = "<title>老磨坊重新开磨_山坳新闻_山坳网站首页</title><div><div>老磨坊重新开磨</div><p>今天</p></div>"
    assert headline(html).text == "老磨坊重新开磨"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Rain falls on the valley at last-Daily News Online", "<h4>Rain falls on the valley at last</h4>"),
        (
            "市长昨日到新建成的码头进行实地考察调研 东区办事处_中山",
            "<div class=t>市长昨日到新建成的码头进行实地考察调研</div>",
        ),
        ("市长昨日到新建成的码头进行实地考察调研-新华网", "<td><b>市长昨日到新建成的码头进行实地考察调研</b></td>"),
    ],
)
def test_the_begin_of_title_that_the_page_shows_alone(title: str, shown: str) -> None:
    found = headline(f"<title>{title}</title><table>{shown}</table>")
    assert f">{found.text}<" in shown and found.element is not None


@pytest.mark.parametrize(
    "shown",
    [
        "<div>Rain falls on the valley at las</div>",  # within a word
        "<div>Rain falls on</div>",
        "<div>Rain falls on the valley at<br>last-Daily News Online</div>",
        "<ul><li><a><span>Rain falls on the valley at last</span></a></ul>",
    ],
)
def test_a_begin_of_title_that_is_no_headline(shown: str) -> None:
    title = "Rain falls on the valley at last-Daily News Online"
    assert headline(f"<title>{title}</title>{shown}").text == title


@pytest.mark.parametrize("between", [" ", "", "<br>"])
def test_a_headline_that_stands_twice_in_its_heading(between: str) -> None:
    once = "Rain falls on the valley at last"
    twice = f"<h1><span>{once}</span>{between}<span>{once}</span></h1>"
    assert headline(f"<title>{once} {once} | Daily News</title>{twice}").text == once
    assert headline("<h1>Duran Duran</h1>").text == "Duran Duran"


def test_the_long_one_of_several_where_title_is_the_site_s_name() -> None:
    dialogue = "<form><h1>Press Contact us</h1></form><form><h1>Press Newsletter</h1></form>"
    html = "<title>PRESS</title><main><h1>Rain falls on the valley at last</h1></main>"
    assert headline(html + dialogue).text == "Rain falls on the valley at last"


def test_the_end_of_a_path_goes_where_the_page_shows_the_rest_alone() -> None:
    top = f"<title>{LONG} > Notices | Valley</title><body><h1>{LONG} > Notices</h1><a href=/>Valley</a>"
    found = headline(f"{top}<h2><i>News</i> <span>{LONG}</span></h2><p>Rain.</p>")
    assert (found.text, found.element is not None and found.element.tag) == (LONG, "span")
    assert headline(f"{top}<p>Rain.</p>").text == f"{LONG} > Notices"


@pytest.mark.parametrize("title", ["Rust > Go", "Why slow > fast"])
def test_a_headline_with_a_sign_for_greater_is_no_path(title: str) -> None:
    above, below = title.split(" > ")
    html = f"<title>{title} | Valley</title><h1>{title}</h1><h2>{above}</h2><p>Rain.</p><h2>{below}</h2><p>Snow.</p>"
    assert headline(html).text == title


@pytest.mark.parametrize(
    ("title", "said"), [(f"{LONG}: Valley Mill", LONG), (f"{LONG}: Peak Mill", f"{LONG}: Peak Mill")]
)
def test_the_site_s_name_behind_a_colon_goes(title: str, said: str) -> None:
    logo = '<a href="/"><img src="/logo.svg" alt="Valley Mill"></a>'
    assert headline(f"<title>{title}</title><body>{logo}<p>Rain.</p>").text == said


def test_a_long_name_of_the_site_goes_from_before_a_short_headline_that_is_shown() -> None:
    page = og("Valley Orchard Club - A lost apple", "Valley Orchard Club")
    assert headline(f"{page}<h1>A lost apple</h1>").text == "A lost apple"


def test_a_kicker_of_the_system_goes_where_a_heading_shows_the_rest() -> None:
    page = f"<title>News Flash • {LONG}</title><body><p>Posted on: March 11, 2024</p><h3>{LONG}</h3><p>Rain.</p>"
    found = headline(page)
    assert found.text == LONG and found.element is not None and found.element.tag == "h3"


@pytest.mark.parametrize("day", ["<small>24 November 2026</small>", '<time datetime="2026-11-24">24.11.2026</time>'])
def test_the_day_behind_a_headline_is_none_of_it(day: str) -> None:
    assert headline(f"<h1>{LONG} {day}</h1>").text == LONG
    for said in ("in 24 steps", "in 2025-2026", "by 15,000 and more"):
        assert headline(f"<h1>{LONG} <small>{said}</small></h1>").text == f"{LONG} {said}"


def test_a_short_headline_in_characters_goes_before_the_site_s_name_and_a_sign() -> None:
    page = "<title>我校开展防旱演练-卡罗大学新闻网</title><body><div class=wzbt>我校开展防旱演练</div><p>水库降低。</p>"
    assert headline(page).text == "我校开展防旱演练"


NAMED = og("Rain falls on the dry valley at last, and nobody goes indoors")


@pytest.mark.parametrize(
    "heading",
    [
        "<h1 id=own>The rain that a dry valley waited for</h1>",
        "<h2 id=own>Rain falls on the dry valley at last</h2>",
        "<div id=own>Rain falls on the dry valley at last, and nobody goes indoors</div>",
    ],
)
@pytest.mark.parametrize("other", ["0 Comments", "Log in", "Subscribe to the Daily News"])
def test_the_heading_that_shares_most_words_shows_the_headline(heading: str, other: str) -> None:
    for html in (f"<h1>{other}</h1>{heading}", f"{heading}<h1>{other}</h1>"):
        element = headline(NAMED + html).element
        assert element is not None and element.get("id") == "own"


def test_the_first_heading_of_two_that_share_no_word_shows_the_headline() -> None:
    element = headline(NAMED + "<h1 id=own>When, if not now?</h1><h1>Comments</h1><h2>Rain in the hills</h2>").element
    assert element is not None and element.get("id") == "own"


@pytest.mark.parametrize(("short", "is_cut"), [("What is a harbour bond?", True), ("What is it?", False)])
def test_an_og_title_that_is_the_first_part_gives_way_to_what_the_page_and_its_title_say(
    short: str, is_cut: bool
) -> None:
    whole = f"{short} How it works and who buys it"
    found = headline(f"<title>{whole}</title>{og(short)}<h1>{whole}</h1>")
    assert found.text == (whole if is_cut else short)
    assert headline(f"<title>{short}</title>{og(short)}<h1>{whole}</h1>").text == short


@pytest.mark.parametrize("social", ["Press releases", "Evening Mill", "press-release-2024-rain-x"])
def test_what_h1_and_title_say_alike_goes_before_the_name_of_a_section_or_a_site(social: str) -> None:
    assert headline(f"<title>Daily News: {LONG}</title>{og(social)}<h1>{LONG}</h1>").text == LONG


def test_the_name_of_a_blog_in_h1_and_title_is_no_headline_where_one_stands_below() -> None:
    blog = "Notes From The Orchard"
    assert headline(f"<title>{blog}</title>{og(LONG)}<h1>{blog}</h1><h2>{LONG}</h2>").text == LONG
    page = f"<title>{blog}: Apples and pears</title>{og(LONG)}<h1>{blog}</h1><h2>{LONG}</h2>"
    assert headline(page).text == blog


def test_a_headline_for_networks_stays_where_title_has_its_words() -> None:
    social = "Three dry months are over"
    assert headline(f"<title>{LONG}</title>{og(social)}<h1>{LONG}</h1>").text == social


def test_a_file_s_name_is_no_headline_where_the_page_shows_one() -> None:
    assert headline(f"<title>Rain 2024</title>{og('rain-valley-autumn-2024')}<h1>{LONG}</h1>").text == LONG


def test_of_two_elements_marked_as_the_headline_the_site_s_name_is_none() -> None:
    logo = "<p itemprop=headline><a href=/>Valley Mill</a></p>"
    page = f"<title>{LONG} – Valley Mill</title>{logo}<h1 itemprop=headline>{LONG}</h1>"
    assert headline(page).text == LONG


def test_a_description_in_the_place_of_json_ld_s_headline_gives_way_to_the_name() -> None:
    node = {"@type": "Article", "headline": "process in which drops fall", "name": LONG}
    page = f'<title>{LONG} - Daily News</title><script type="application/ld+json">{json.dumps(node)}</script>'
    assert headline(f"{page}<h1>{LONG}</h1>").text == LONG


def test_styles_in_a_headline_are_no_words() -> None:
    assert headline(f"<h1><style>.css-1a{{font-size:16px}}</style>{LONG}</h1>").text == LONG
