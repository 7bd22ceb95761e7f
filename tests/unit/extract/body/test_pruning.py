"""What stands among an article's paragraphs and is not the article is left out, whoever built the page."""

import pytest

from newscrawl.extract import Rules
from tests.support.bodies import HEADLINE, PARAGRAPHS, TEXT, among, body_of, left_over

RELATED = [
    '<div class="related-posts"><h3>Related</h3><a href="/a">Drought ends after three long months of sun</a></div>',
    '<section class="more-on"><h2>Recommended Stories</h2><ul><li><a href="/a">One story</a></li></ul></section>',
    '<div class="c-box"><h3>Lesen Sie auch</h3><ul><li><a href="/a">Die Dürre ist vorbei</a></li></ul></div>',
    '<div class="teaser"><img src="/t.jpg"><h3><a href="/a">The drought in pictures</a></h3><p>All of it. '
    "mehr</p></div>",
    '<aside><h2>More on this</h2><p>The drought and what it did to <a href="/b">the farms</a>.</p></aside>',
    '<p><strong>Read more:</strong> <a href="/a">The drought in pictures</a></p>',
    '<p>À lire aussi <a href="/a">La sécheresse en images</a></p>',
    '<p>相关阅读 <a href="/a">干旱三个月</a></p>',
    '<p><b>LE PUEDE INTERESAR: <a href="/a">La sequía en imágenes</a></b></p>',
    '<h3>Mira: <a href="/a">La sequía en imágenes</a></h3>',
    '<p><strong>RELATED: <a href="/a">The drought in pictures</a></strong></p>',
    "<h2>Auch auf valleypost.example</h2>",
    '<h3>Auch interessant</h3><div class="x1"><a href="/a"><img src="/i.jpg" width="300"><b>Die Dürre</b></a></div>',
    '<ul class="linkliste"><li><a href="/a">The drought</a></li><li><a href="/b">The farms</a></li></ul>',
    '<p class="label">Read more</p><div class="crd"><h3>Wells of the valley</h3><div>All nine of them, and what it '
    "cost to dig them.</div></div>",
    '<article><a class="over" href="/a"></a><span>Nine wells were dug in the spring, and two of them gave '
    'water.</span></article><article><a class="over" href="/b"><span class="sr-only">Farms</span></a><span>The farms '
    "of the upper valley are for sale since winter.</span></article>",
    '<div class="c1"><p>New in the valley</p><div><a href="/a">The drought ends</a></div><div><a href="/b">The farms '
    "of the upper valley</a></div></div>",
    '<section><header><h2>Around the valley</h2></header><div><div><h3><a href="/a">The drought</a></h3>'
    '<p>It is over.</p></div><div><h3><a href="/b">The farms of the valley</a></h3></div></div></section>',
    '<article class="card"><a href="/a"><h3>The drought</h3></a></article><article class="card"><a '
    'href="/b">Farms</a></article>',
]
ADS = [
    '<div class="ad-slot"><p>Buy an umbrella of ours today, and never be wet again in all your life.</p></div>',
    '<div id="div-gpt-ad-164-0" class="adZone"><span>Advertisement</span></div>',
    "<p>Advertisement</p>",
    "<div><span>Story continues below advertisement</span></div>",
    '<div class="werbung">Anzeige</div>',
]
FURNITURE = [
    '<div class="social-share"><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div>',
    '<div class="sharedaddy">Share this: <a href="#">Mail</a></div>',
    '<nav><a href="/">Home</a> <a href="/weather">Weather</a></nav>',
    '<ul class="taglist"><li><a href="/t/rain">Rain</a></li><li><a href="/t/river">River</a></li></ul>',
    '<span class="visually-hidden">Article content</span>',
    "<p>\u200d</p><h3>\u200d</h3>",
    '<div class="k1">“</div>',
    '<div style="display: none"><p>This text is for machines and no reader ever sees it on the page.</p></div>',
    "<div hidden><p>This text is for machines and no reader ever sees it on the page.</p></div>",
    '<div role="complementary"><p>This stands beside the article, as the page itself says it does.</p></div>',
    "<button>Listen to this article (2 mins)</button>",
    '<div class="cookie-notice"><p>We use cookies to make this site better for you and for others.</p></div>',
    "<script>var a = 'Rain falls';</script><style>p{color:red}</style><template><p>Not shown here</p></template>",
    '<div class="author-box"><img src="/me.jpg"><p>Ann Ford has written of the weather for thirty years.</p></div>',
    '<div id="valley-author-box-wrap"><p>Ann Ford has written of the weather for thirty years.</p></div>',
    '<div class="saboxplugin-wrap"><div class="saboxplugin-desc"><p>Ann Ford likes every kind of rain.</p></div></div>',
    '<section id="profile-2" class="widget profile"><div class="wrap"><h3 class="widgettitle widget-title">Hello!</h3>'
    "<p>I am Ann, I live by the river, and I bake when it rains.</p></div></section>",
    '<section class="comments"><p>I for one welcome the rain, said a reader whom nobody knows.</p></section>',
    '<section class="match-comments"><p>I for one welcome the rain, said a reader whom nobody knows.</p></section>',
]
PLEAS = [
    '<div class="k1"><h3>Dig your own well</h3><p>Our planner says how deep.</p><a href="https://wells.example/">Plan '
    "it for free</a></div>",
    '<div class="k1"><div class="k2"><h4>Wet feet again?</h4><p>We sell boots in all sizes.</p><div><a href="/boots">'
    "See them</a></div></div></div>",
    '<div class="newsletter-signup"><h3>The morning mail</h3><p>All you need to know, every '
    "day.</p><form><input></form></div>",
    '<div class="x9"><h3>The morning mail</h3><p>Every day at six.</p><div><form><input '
    'type="email"></form></div></div>',
    '<p>Sign up for our <a href="/n">newsletter</a> and miss nothing.</p>',
    '<p>Follow us on <a href="https://x.com/valley">X</a></p>',
    "<p>La suite est réservée aux abonnés.</p>",
    '<p>For the latest stories and breaking news download the Valley Post apps for <a href="/i">iOS</a>.</p>',
    "<p>Den Artikel mit anderen teilen/diskutieren:</p>",
    "<p>¡Únete a nuestro canal de WhatsApp y entérate de todo antes que nadie!</p>",
    "<p>To view this video please enable JavaScript</p>",
]


@pytest.mark.parametrize("inside", [*RELATED, *ADS, *FURNITURE, *PLEAS])
def test_what_is_no_article_is_left_out(inside: str) -> None:
    assert left_over(inside) == ""


@pytest.mark.parametrize(
    "inside",
    [
        '<p class="paywall">The council has put the money for a second well into the budget of next year.</p>',
        '<p class="teaser">The council has put the money for a second well into the budget of the next year, it '
        "says.</p>",
        '<div class="md:hidden print:flex"><p>The council has put the money for a second well into its '
        "budget.</p></div>",
        '<div class="has-comments no-sidebar"><p>The council has put the money for a second well into it.</p></div>',
        '<p>It rained in <a href="/places/upper-valley">the upper valley</a> and in <a href="/b">the lower '
        "one</a>.</p>",
        '<div class="post hentry category-newsletter tag-ads"><p>The council has put the money into it.</p></div>',
        '<div class="match-comment"><p>The council has put the money for a second well into its budget.</p></div>',
        '<div class="news commentary"><p>The council has put the money for a second well into its budget.</p></div>',
        "<ul><li>Monday: rain</li><li>Tuesday: more of it</li></ul>",
        '<p>Auch auf dem <a href="/a">Markt</a> stand am Montag das Wasser so hoch wie seit Jahren nicht mehr.</p>',
        "<p>Support our troops, said the mayor, and give them water before you give it to your cattle.</p>",
        '<h2 id="how-to-share-wells">How to share wells</h2><p>The council has put the money for a second well '
        "into its budget.</p>",
        '<h2 class="kt-adv-heading12_a4 wp-block-kadence-advancedheading">Wells for all</h2>'
        "<p>So says the council.</p>",
        "<h2>More rain on the way</h2><p>So says the weather service in the capital, which was wrong before.</p>",
    ],
)
def test_names_that_mean_something_else_keep_the_text(inside: str) -> None:
    assert left_over(inside) != ""


def test_a_box_with_most_of_the_text_stays_whatever_it_is_called() -> None:
    assert body_of(f'<div class="paywall subscriber">{PARAGRAPHS}</div>').text.split("\n") == list(TEXT)


def test_a_box_of_other_stories_goes_though_it_is_larger_than_a_short_article() -> None:
    story = "<p>Nine wells were dug in the spring, and two of them gave water until the end of May.</p>"
    cards = "".join(f'<div><h4><a href="/{n}">Wells of the valley {n}</a></h4>{story * 3}</div>' for n in (1, 2, 3))
    short = "".join(f"<p>{text}</p>" for text in TEXT[:2])
    for name in ("jp-relatedposts", "yarpp-related"):
        box = f'<div class="{name}"><h3>Related</h3>{cards}</div>'
        assert body_of(short + box).text.split("\n") == list(TEXT[:2])
    own = f'<h3>Wells</h3><p>{TEXT[0]}</p><h3><a href="/a">Farms</a></h3><p>{TEXT[1]}</p><p>{TEXT[2]}</p>'
    assert body_of(f'<div class="related-content">{own}</div>').text.count(TEXT[1]) == 1


def test_a_container_whose_names_all_lie_is_read_without_them() -> None:
    sections = "".join(f'<div class="menu-item"><p>{text}</p></div>' for text in TEXT)
    assert body_of(sections).text.split("\n") == list(TEXT)


def test_a_text_whose_parts_are_all_called_consent_and_ask_for_no_cookies_is_read() -> None:
    parts = [f'<div id="text-{n}" class="cmp-text cmp-consent__{n}"><p>{text}</p></div>' for n, text in enumerate(TEXT)]
    assert body_of("".join(parts)).text.split("\n") == list(TEXT)
    asking = "".join(part.replace("</p>", " It sets cookies.</p>") for part in parts)
    assert body_of(asking).text == ""


def test_a_picture_s_caption_between_headline_and_text_is_no_standfirst() -> None:
    caption = '<p class="lead-pic__t">Ann at the well, on Monday in May.</p>'
    box = f'<div class="lead-pic"><img src="/ann.jpg" width=640 height=360>{caption}</div>'
    page = f"<body><article><h1>{HEADLINE}</h1>{box}<div class='entry-content'>{PARAGRAPHS}</div></article></body>"
    assert body_of("", page=page).text.split("\n") == list(TEXT)


def test_what_stands_between_headline_and_text_is_not_text() -> None:
    page = f"""<body><main><article><span>Weather</span><h1>{HEADLINE}</h1><div>By Ann Ford</div>
      <p>Updated 3 May 2024, 10:15</p><figure><img src="/lead.jpg"></figure>{PARAGRAPHS}
      <p>Source: dpa</p><h3>More</h3></article></main></body>"""
    body = body_of("", page=page)
    assert body.text.split("\n") == list(TEXT)
    assert body.images == []


def test_the_reasons_are_told() -> None:
    removed = dict(among('<div class="ad-slot">Buy</div><aside class="tips">See</aside>').removed)
    assert removed["div.ad-slot"] == "ad"
    assert removed["aside.tips"] == "<aside>"


def test_a_sites_own_removals_go_first() -> None:
    rules = Rules(remove=(".note", ".gone"))
    body = body_of(f'{PARAGRAPHS}<p class="note">The council has put money for a second well into it.</p>', rules=rules)
    assert body.text.split("\n") == list(TEXT)
    assert ("p.note", "rule .note") in body.removed


def test_lines_under_a_subhead_above_the_text_are_its_beginning() -> None:
    results = (
        "<h2>BOYS, SECOND ROUND</h2><p>Tarn d. Lower Ost 61-58</p><p>Ost 11 20 9 18 — 58</p><p>Tarn 20 9 14 18 — 61</p>"
    )
    assert body_of(results + PARAGRAPHS).text.split("\n")[:2] == ["BOYS, SECOND ROUND", "Tarn d. Lower Ost 61-58"]
    line = "<h2>Weather</h2><p>By Ann Ford</p><p>Valley Post</p><p>5 May 2026</p>"
    assert body_of(line + PARAGRAPHS).text.split("\n") == list(TEXT)


@pytest.mark.parametrize(
    "inside",
    [
        "<h3>Did you like it?</h3>"
        "<div hidden><p>Then send us your address for the letter of the week, dear reader.</p></div>",
        '<h4>Already a member?</h4><div style="display:none"><p>Say your name and your secret word to us.</p></div>',
    ],
)
def test_what_is_hidden_below_one_question_is_no_answer(inside: str) -> None:
    assert among(inside).text.count("\n") <= len(TEXT)
    assert "your" not in among(inside).text.partition("?")[2]


SAID = "The lower lock is to be closed from the first Monday in May until the water has gone down, the council said."
FOLDED = [
    '<div role="button" aria-controls="e"><i></i><a tabindex="0">Who closes the lock</a></div>'
    f'<div role="region" style="display:none"><p>{SAID}</p></div>',
    f'<dl><dt><button aria-expanded="false">Who closes the lock</button></dt><dd hidden><p>{SAID}</p></dd></dl>',
    f'<div role="button"><a>Who closes the lock?</a></div><div role="region" style="display:none"><p>{SAID}</p></div>',
    f'<button aria-expanded="false">Who closes the lock</button><div><p>{SAID}</p></div>',
    '<div role="tablist"><button role="tab">Upper</button></div><div role="tabpanel">Nothing is closed.</div>'
    f'<div role="tabpanel" hidden><p>Who closes the lock</p><p>{SAID}</p></div>',
    f'<h3><button aria-expanded="false">Who closes the lock<i>+</i></button></h3><div hidden><p>{SAID}</p></div>',
    f'<div role="button" aria-expanded="false">Who closes the lock</div><div style="display: none">{SAID}</div>',
    f'<h4 class="q">Who closes the lock</h4><div hidden>{SAID}</div><h4 class="q">And when is it?</h4>',
    f'<div><button aria-expanded="false">Who closes the lock</button></div><div hidden><p>{SAID}</p></div>',
    f'<input type="checkbox" id="c1"><label for="c1">Who closes the lock</label><div class="in"><p>{SAID}</p></div>',
    '<ul><li><h4><button aria-expanded="false">Who closes the lock</button></h4>'
    f'<div role="region">{SAID}</div></li></ul>',
    '<div class="p"><div class="p-heading"><h4><a data-toggle="collapse" href="#p1">Who closes the lock</a></h4></div>'
    f'<div id="p1" class="collapse">{SAID}</div></div>',
    f'<div class="tabs"><div role="tabpanel"><p>Who closes the lock</p></div><div role="tabpanel">{SAID}</div></div>',
]


@pytest.mark.parametrize("folded", FOLDED)
def test_what_a_click_unfolds_stays_with_its_heading(folded: str) -> None:
    text = among(folded).text
    assert SAID in text
    assert "Who closes the lock" in text
    assert "+" not in text


ASKED = [
    '<div class="i" role="button" tabindex="0"><div class="q"><span>Who closes the lock?</span></div>{}</div>',
    '<div class="menu-anchor" role="button" aria-controls="x">Who closes the lock?</div>'
    '<div id="x" role="region">{}</div>',
    '<h4 class="h"><span class="sign">+</span>Who closes the lock?</h4><div style="display:none">{}</div>',
    '<div><div><p><b>Who closes the lock?</b></p><div style="display:none">{}</div></div>'
    '<div><p><b>When?</b></p><div style="display:none"><p>In May.</p></div></div></div>',
    '<div><div><a href="javascript:void(0)">Who closes the lock?</a><div hidden>{}</div></div>'
    '<div><a href="javascript:void(0)">And when?</a><div hidden><p>In May.</p></div></div></div>',
    '<dl><dt>Who closes the lock?</dt><dd style="display: none">{}</dd></dl>',
]


@pytest.mark.parametrize("folded", ASKED)
def test_a_question_stays_with_the_answer_that_builders_of_pages_fold(folded: str) -> None:
    lines = among(folded.format("<div><p>The council does.</p></div>")).text.split("\n")
    at = lines.index("Who closes the lock?")
    assert lines[at + 1] == "The council does."


def test_links_to_the_parts_below_are_no_headings_of_panels() -> None:
    links = "".join(f'<h4><a href="#p{n}">Part {n} of the lock</a></h4>' for n in range(1, 4))
    text = among(f'<div class="p">{links}</div><h3 id="p1">What the council said</h3><p>{SAID}</p>').text
    assert SAID in text
    assert "Part 2" not in text


def test_a_short_answer_that_a_question_unfolds_stays() -> None:
    folded = (
        '<div><button aria-expanded="false">Who closes the lock?</button><div hidden><p>The council.</p></div></div>'
    )
    text = among(folded).text
    assert "Who closes the lock?" in text
    assert "The council." in text


def test_a_short_part_that_a_tab_leads_to_stays() -> None:
    tabs = '<ul class="nav-tabs"><li><a href="#prices">Prices</a></li><li><a href="{}">Routes</a></li></ul>'
    parts = '<div id="prices">A crossing costs two pounds, dogs go free.</div><div id="routes">To Ost, by Tarn.</div>'
    assert "A crossing costs two pounds" in among(f'<div class="nav-box">{tabs.format("#routes")}{parts}</div>').text
    assert "A crossing costs" not in among(f'<div class="nav-box">{tabs.format("/routes")}{parts}</div>').text


def test_a_box_to_tick_in_a_form_asks_its_reader() -> None:
    for kind in ("checkbox", "radio"):
        field = f'<input type="{kind}" id="c1"><label for="c1">Show what others say of it</label>'
        assert left_over(f'<div class="in">{field} every day</div>') == ""
        assert "Show what" not in among(f'<div class="in">{field}<p>I agree that others see me.</p></div>').text


@pytest.mark.parametrize("name", ["subhead", "story__crosshead", "accordion-title", "ladillo", "su-spoiler-title"])
def test_a_line_that_is_called_a_subhead_is_one(name: str) -> None:
    assert left_over(f'<div class="{name}">Who closes the lock</div>') == "<h3>Who closes the lock</h3>"
    assert left_over('<div class="x">Who closes the lock</div>') == ""


@pytest.mark.parametrize("before", ["<h4>Who closes the lock</h4>", '<div role="button">Share</div>', "<p>A line</p>"])
def test_what_is_hidden_behind_no_heading_that_unfolds_it_goes(before: str) -> None:
    assert SAID not in among(f"{before}<div hidden><p>{SAID}</p></div>").html


FACTS = "<h4>The river in figures</h4><ul><li>Length: 48 km</li><li>Depth: 3 m</li></ul>"


def test_an_aside_that_states_facts_is_a_box() -> None:
    assert left_over(f"<aside class=z>{FACTS}</aside>").startswith('<div class="box">')
    assert "48 km" not in among(f"<aside class=z>{FACTS}</aside>").text
    assert left_over(f"<aside class=z>{FACTS}<a href=/more>All figures</a></aside>") == ""


def test_an_aside_with_a_heading_and_words_is_a_box_in_the_midst_of_a_text_and_not_at_its_end() -> None:
    aside = f"<aside class=z><h3>What a lock is</h3><p>{SAID}</p></aside>"
    assert left_over(aside).startswith('<div class="box"><h3>What a lock is</h3>')
    assert left_over(aside.replace("</p>", " <a href=/more>More</a></p>")) == ""
    assert SAID not in body_of(f"{PARAGRAPHS}{aside}").html


def test_stressed_lines_above_lines_of_results_are_their_heading() -> None:
    lines = "<p>Tarn 3-1 Ost<br>Lower Tarn 0-0 Quay<br>Mill 2-2 Chapel</p>"
    assert body_of(f"<p><b>SUNDAY'S RESULTS</b></p>{lines}{PARAGRAPHS}").text.startswith("SUNDAY'S RESULTS\n")
    assert not body_of(f"<p><b>By Ann Ford</b></p>{lines}{PARAGRAPHS}").text.startswith("By Ann")


POINTS = "<ul><li>The river rose by a hand's breadth</li><li>Nobody asked for the well's water</li></ul>"


@pytest.mark.parametrize(("points", "are_taken"), [(f"<h3>In short</h3>{POINTS}", True), (POINTS, False)])
def test_an_article_s_points_above_its_container_are_its_beginning(points: str, are_taken: bool) -> None:
    top = f"<h1>{HEADLINE}</h1><aside class=x>{points}</aside>"
    text = body_of("", page=f"<body><main>{top}<div class=entry-content>{PARAGRAPHS}</div></main></body>").text
    assert text.startswith("In short\nThe river rose") == are_taken


ASKED = [
    '<p>Good reporting costs money. <a href="/abo/">Help us</a> to go on with it.</p>',
    '<p>Do you know more? Write to <a href="mailto:news@valley.example">our newsroom</a>.</p>',
    '<p>Two people write this paper. <a href="/join">Be a part of it</a>.</p>',
    '<p>Follow us in <a href="https://t.me/valley">our channel</a>.</p>',
]


@pytest.mark.parametrize("asked", ASKED)
def test_a_last_line_that_asks_its_readers_for_something_is_left_out(asked: str) -> None:
    assert body_of(PARAGRAPHS + asked).text.split("\n") == list(TEXT)
    assert body_of(asked + PARAGRAPHS).text.split("\n") != list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "The Valley Post is a nonprofit newsroom that its readers pay for.",
        "Republish our stories under a licence.",
        "声明：本文版权归原作者所有，如有侵权请联系删除。",
        "更多精彩内容，请关注我们的公众号。",
        "Нашли ошибку в тексте? Выделите её мышью.",
        "Valley Post, 무단 전재 및 재배포 금지",
    ],
)
def test_a_last_line_about_the_house_is_left_out(line: str) -> None:
    assert body_of(f"{PARAGRAPHS}<p><em>{line}</em></p>").text.split("\n") == list(TEXT)


def test_a_pull_quote_beside_its_paragraph_is_left_out() -> None:
    said = "“We have waited for this rain since the spring of the year,” said Ann."
    shared = '<div><span>We have waited for this rain since the spring</span> <a href="https://x.com/intent/post?t=a">Post</a></div>'
    assert among(f"{shared}<p>{said}</p>").text.count("waited for this rain") == 1
    lines = "<br><br>".join((*TEXT, said))
    assert body_of(f"{lines}<br><br>{shared}{TEXT[0]} Again.").text.count("waited for this rain") == 1
    quote = '<div class="x"><span>“We have waited for this rain since the spring”</span></div>'
    assert among(f"{quote}<p>{said}</p>").text.count("waited for this rain") == 1


@pytest.mark.parametrize("name", ["post-copyright", "license-box my-3", "article-copyright-info"])
def test_who_may_copy_an_article_is_none_of_its_text_however_short_that_is(name: str) -> None:
    lines = "<li>Author: Ann Ford</li><li>All posts of this blog may be copied by whoever names us and asks.</li>"
    notice = f'<div class="{name}"><ul><li>{HEADLINE}</li>{lines}</ul></div>'
    assert body_of(f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>{notice}").text.split("\n") == list(TEXT[:2])


def test_numbers_of_lines_are_no_code() -> None:
    code = '<table><tr><td class="gutter"><pre>71</pre></td><td class="code"><pre>open(lock)</pre></td></tr></table>'
    text = among(code).text
    assert "open(lock)" in text
    assert "71" not in text


def test_lines_of_links_at_the_end_go_and_one_in_the_text_stays() -> None:
    line = '<p><a href="/n">A lock keeper looks back on forty years</a></p>'
    assert "looks back" not in body_of(PARAGRAPHS + line + line.replace("A lock", "Another lock")).text
    assert "looks back" in among(line).text


def test_what_a_fact_check_says_stays() -> None:
    assert "Partly true" in among('<div class="x-rating"><h4>Our rating</h4><h5>Partly true</h5></div>').text
    assert left_over('<div class="x-rating"><h4>Rate it</h4><button>Good</button></div>') == ""
    assert left_over('<div class="x-rating"><h4>4.5 of 5</h4></div>') == ""


@pytest.mark.parametrize("before", ["<hr>", "<h3>From our other pages</h3>"])
def test_a_list_of_other_stories_at_the_end_goes_though_half_of_it_is_no_link(before: str) -> None:
    stories = [
        f"<li>A visit to <a href='/s/{n}'>the baker number {n}</a> who cannot sleep at night</li>" for n in range(4)
    ]
    assert "baker" not in body_of(f"{PARAGRAPHS}{before}<ul>{''.join(stories)}</ul>").text
    assert "baker" in body_of(f"{before}<ul>{''.join(stories)}</ul>{PARAGRAPHS}").text


def test_a_line_of_date_and_name_and_topics_above_the_text_goes() -> None:
    line = '<small><b>27/11/2026</b> - Entered by: Clara Borg - Category: <a href="/c">Rain</a></small><br><br>'
    assert "Clara" not in body_of(f"{line}{PARAGRAPHS}").text


@pytest.mark.parametrize(
    "line",
    [
        "<div>Tags: rain, river, wells</div>",
        "<p>Schlagwörter: Regen, Fluss</p>",
        "<p>Etiquetas lluvia, río, pozo, alcalde, plaza mayor</p>",
        "<p>标签：雨，河</p>",
        '<p>Filed under: <a href="/t/rain">rain</a></p>',
        '<p>Archivado en: <a href="/t/lluvia">Lluvia</a> | <a href="/t/rio">Río</a></p>',
        "<p>Classé dans : pluie, rivière</p>",
    ],
)
def test_a_line_of_tags_goes(line: str) -> None:
    assert left_over(line) == ""


@pytest.mark.parametrize(
    "line",
    ["<p>Tags on the ears of the cattle say whose they are.</p>", "<p>Topics are plenty, and time, it is short.</p>"],
)
def test_a_sentence_that_begins_with_such_a_word_stays(line: str) -> None:
    assert left_over(line) == line


@pytest.mark.parametrize("heading", ["Comments", "Leave a reply", "Kommentare", "Комментарии (3)", "コメント"])
def test_the_heading_of_comments_and_the_words_behind_it_go(heading: str) -> None:
    rules = "<p>Our team reads every letter first and puts it here within a day, if it keeps to the rules.</p>"
    assert "team" not in body_of(f"{PARAGRAPHS}<h3>{heading}</h3>{rules}").text
    assert "team" in body_of(f"<h3>{heading}</h3>{rules}{PARAGRAPHS * 3}").text


@pytest.mark.parametrize("label", ["Pages: ", "Seiten ", "ページ：", "صفحات: ", ""])
def test_the_numbers_of_further_pages_go_and_other_numbers_stay(label: str) -> None:
    pages = f'<div class="pgs">{label}<span>1</span> <a href="/rain/2">2</a> <a href="/rain/3">3</a></div>'
    assert body_of(PARAGRAPHS + pages).text.split("\n") == list(TEXT)
    for numbers in ("<p>Won: 1 2 3</p>", '<p>Seen: 1 2 more <a href="/a">3</a></p>'):
        assert body_of(PARAGRAPHS + numbers).text.split("\n")[:-1] == list(TEXT)


@pytest.mark.parametrize(
    "promise",
    [
        "Get the week of the valley in your inbox. Every Friday, and no more than that.",
        "Jeden Freitag kommt die Woche des Tales in Ihr Postfach, und mehr ist es nicht.",
        "Three walks, two soups and one long letter from the valley. It comes on Fridays.",
    ],
)
def test_the_promise_before_a_field_for_an_address_goes_with_its_box(promise: str) -> None:
    form = '<form method="post"><input type="email"><input type="submit" value="Subscribe"></form>'
    box = f'<div class="tnp tnp-subscription"><p>{promise}</p>{form}</div>'
    for count in (2, 4):
        own = "".join(f"<p>{text}</p>" for text in TEXT[:count])
        assert body_of(own + box).text.split("\n") == list(TEXT[:count])


@pytest.mark.parametrize(
    "summary", ["What to do with frozen pipes", "<h3>What to do</h3>", '<b><a href="#pipes">Frozen pipes</a></b>']
)
def test_what_unfolds_a_text_is_its_heading(summary: str) -> None:
    folded = "Open the tap first, then warm the pipe from the tap backwards until water comes."
    html = left_over(f"<details class='fold'><summary>{summary}</summary><p>{folded}</p></details>")
    assert html.startswith("<h4>") and html.endswith(f"</h4>\n<p>{folded}</p>")


def test_a_list_of_the_latest_posts_goes_though_it_is_longer_than_the_text() -> None:
    told = "Nine wells were dug in the spring, and two of them gave water until the end of May. " * 3
    items = "".join(f'<li><a href="/{n}">Wells of the valley {n}</a><div>{told}</div></li>' for n in (1, 2, 3))
    own = "".join(f"<p>{text}</p>" for text in TEXT[:2])
    for name in ("wp-block-latest-posts__list wp-block-latest-posts", "recent-posts"):
        assert body_of(f'{own}<ul class="{name}">{items}</ul>').text.split("\n") == list(TEXT[:2])


def test_the_first_line_of_a_poem_stays() -> None:
    """No line of it is long enough to be running text, so nothing stands above that."""
    lines = [f"The rain that fell on day {n} of the month" for n in range(20)]
    text = body_of("".join(f"<p>{line}</p>" for line in lines)).text
    assert text.split("\n")[0] == lines[0]


def test_a_list_of_some_stories_below_a_label_goes_with_it() -> None:
    stories = [
        f'<li><a href="/{n}">The ferry of {place} leaves twice a day</a></li>' for n, place in enumerate("abcdef")
    ]
    assert left_over(f"<p><strong>LEIA TAMBÉM:</strong></p><ul>{''.join(stories[:3])}</ul>") == ""
    assert "ferry of f" in left_over(f"<p>What Ann has written:</p><ul>{''.join(stories)}</ul>")


def test_a_line_that_is_an_arrow_and_another_story_s_headline_goes() -> None:
    link = '<a href="/bridge">Why the bridge of the valley was painted yellow</a>'
    assert left_over(f"<p>→ {link}</p>") == ""
    assert left_over(f"<p>→ <strong>{link}</strong></p>") == ""
    assert left_over(f"<p>👉 <b>Read too:</b> {link}</p>") == ""
    assert left_over(f"<p>&gt;&gt; {link}</p>") == ""
    assert left_over(f"<p>» {link}</p>") == ""
    assert left_over(f"<p><i>You might also enjoy: {link}</i></p>") == ""
    assert "yellow" in left_over(f"<p>»{link}«</p>")
    assert "yellow" in left_over(f"<p>→ The council tells {link} in its report.</p>")


def test_a_button_with_its_hidden_meaning_behind_it_is_a_word() -> None:
    button = '<button class="glossary">listed</button><span role="tooltip" hidden>Under law.</span>'
    assert (
        left_over(f"<p>The tower is {button}, so that it stands.</p>")
        == "<p>The tower is listed, so that it stands.</p>"
    )


def test_a_table_that_lays_out_another_story_s_card_goes_as_a_card() -> None:
    card = "<a href=/b><h4>The bridge fell into the river</h4></a><p>Nobody was hurt.</p>"
    assert left_over(f"<table><tr><td>{card}</td><td></td></tr></table>") == ""


@pytest.mark.parametrize(
    "button",
    ['<a href="/doneer">Doneer nu</a>', '<a href="/newsletter">Sign up</a>', '<form><input type="email">Go</form>'],
)
def test_a_box_that_asks_its_readers_for_something_goes_with_its_words(button: str) -> None:
    words = "The valley has no wall before its news, and every morning at seven they are in your box."
    assert left_over(f"<div><h3>With you</h3><p>{words}</p>{button}</div>") == ""
    assert words in left_over(f"<div><h3>With you</h3><p>{words}</p></div>")


def test_what_a_search_in_the_page_unfolds_is_text() -> None:
    assert SAID in among(f'<div hidden="until-found"><p>{SAID}</p></div>').text
    assert SAID not in among(f"<div hidden><p>{SAID}</p></div>").text


def test_what_amp_shows_to_those_who_do_not_pay_is_none() -> None:
    offer = "Read on for 4 crowns."
    assert offer not in among(f'<section amp-access="NOT data.subscriber"><p>{offer}</p></section>').text
    assert SAID in among(f'<section amp-access="data.subscriber" amp-access-hide><p>{SAID}</p></section>').text


@pytest.mark.parametrize("style", ["position:absolute; left:-9999px", "font-size: 0px", "text-indent:-99999em"])
def test_what_a_style_puts_out_of_sight_is_none(style: str) -> None:
    assert "zx81" not in among(f'<p>The council<span style="{style}"> zx81</span> has put money into a well.</p>').text
    shown = '<p style="font-size:0.9em; left:-90px">The council has put 81 crowns into a well, and so it has one.</p>'
    assert "81 crowns" in among(shown).text


def test_a_box_whose_script_leads_to_another_page_is_its_card() -> None:
    said = "The keeper leaves a window open for them."
    card = f"<div onclick=\"window.location='/owls'\"><h4>Owls return to the light</h4><p>{said}</p></div>"
    assert said not in among(card).text


def test_words_that_fill_a_page_are_none() -> None:
    assert "sadipscing" not in among("<p>Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam.</p>").text
    assert "Editing" not in among('<h2>Wells<span class="mw-editsection">[Editing]</span></h2>').text


def test_what_a_click_shows_over_the_page_is_none_of_its_text() -> None:
    assert SAID not in among(f"<div popover id=p1><p>{SAID}</p></div>").text


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Was this article helpful? <a href=#y>Yes</a> <a href=#n>No</a>"),
        ("de", "War dieser Artikel hilfreich? <a href=#y>Ja</a> <a href=#n>Nein</a>"),
        ("fr", "Cet article vous est offert. Pour en lire d’autres, <a href=/abo>abonnez-vous</a> dès 1 euro."),
    ],
)
def test_what_asks_whether_an_article_is_liked_goes(language: str, asked: str) -> None:
    page = f"<html lang={language}><body><article><h1>{HEADLINE}</h1>{PARAGRAPHS}<p>{asked}</p></article></body></html>"
    assert body_of("", page=page).text.split("\n") == list(TEXT)


@pytest.mark.parametrize(
    "works",
    [
        '<div class="k1"><h3>The well of Ash Street</h3><p>Ninety feet deep, and dry since May.</p><div><a '
        'href="/w{n}">See it</a></div></div>',
        '<section class="k{n}"><a href="/w{n}"><img src="/w{n}.jpg" width="600"></a><div><h3>The well of Ash '
        'Street</h3><p>Ninety feet deep, and dry since May.</p><a href="/w{n}">See it</a></div></section>',
    ],
)
def test_a_row_of_works_with_a_button_each_stays(works: str) -> None:
    text = among("".join(works.format(n=n).replace("Ash", f"Ash{n}") for n in range(3))).text
    assert text.count("Ninety feet deep") == 3


def _sections(*texts: str) -> str:
    return "".join(f'<article class="k{n}"><h3>Step {n}</h3><p>{text}</p></article>' for n, text in enumerate(texts))


def test_sections_are_no_teasers_for_a_link_in_their_sentences() -> None:
    steps = (
        "Dig until the sand is wet, and rest when the sun is high.",
        'Line the walls with <a href="/stones">river stones</a>, which do not crack in winter.',
        'Cover it with <a href="/oak">oak</a>, and say <a href="/law">who may draw from it</a>.',
    )
    assert left_over(_sections(*steps)).count("<h3>") == 3


def test_teasers_lead_away_from_their_end() -> None:
    ends = [f'The council has spoken of well {n}. <a href="/wells/{n}">Read all of it</a>' for n in range(3)]
    assert left_over(_sections(*ends)) == ""


LONG = (
    "The council has put the money for a second well into the budget of the next year, and asks the people of the "
    "upper valley to say until the end of May where it shall be dug and who shall hold the keys to its lid in winter."
)


BUTTONS = '<input type="hidden" name="k" value="7"><input type="submit" value="Show the map">'


@pytest.mark.parametrize(("fields", "stays"), [(BUTTONS, True), (f'<input type="text" name="where">{BUTTONS}', False)])
def test_a_form_of_buttons_alone_leaves_the_text_above_it(fields: str, stays: bool) -> None:
    around = "".join(f"<p>Of day {n} it is told: {text}</p>" for n in range(3) for text in TEXT)
    box = f'<div class="k1"><h3>Where to dig</h3><div>{LONG}</div><form action="/map">{fields}</form></div>'
    assert (LONG in body_of(around + box + PARAGRAPHS).text) is stays


@pytest.mark.parametrize("hidden", ['style="display:none"', 'aria-hidden="true"'])
@pytest.mark.parametrize("window", ['role="dialog" aria-modal="true"', 'role="alertdialog"', 'id="licence-modal"'])
def test_a_hidden_window_is_left_out_however_much_it_says(window: str, hidden: str) -> None:
    rules = "".join(f"<p>Rule {n} for who prints our stories. {text}</p>" for n, text in enumerate(TEXT))
    box = f"<div {window} {hidden}><h2>Print this story</h2>{rules}</div>"
    assert "who prints our stories" not in among(box).text


@pytest.mark.parametrize("name", ["teaser-top", "page-meta"])
def test_a_box_around_the_headline_is_read_whatever_it_is_called(name: str) -> None:
    summary = "After three dry months the valley has water again, and nobody complains of wet feet."
    said = f'<span class="date">3 May 2024</span><p class="lead">{summary}</p>'
    head = f'<div class="{name}"><h1>{HEADLINE}</h1>{said}</div>'
    assert body_of("", page=f"<body><main>{head}{PARAGRAPHS}</main></body>").text.split("\n") == [summary, *TEXT]


def test_a_caption_without_a_table_is_text() -> None:
    slides = "".join(
        f'<div><img src="/{n}.jpg" width=640 height=360><caption>{t}</caption></div>' for n, t in enumerate(TEXT)
    )
    page = (
        f"<body><main><h1>{HEADLINE}</h1><section>{slides}</section></main><footer>All rights reserved.</footer></body>"
    )
    assert body_of("", page=page).text.split("\n") == list(TEXT)


@pytest.mark.parametrize(("name", "stays"), [("starlight-aside note", True), ("hint", True), ("promo", False)])
def test_a_remark_beside_the_text_stays_where_the_text_goes_on(name: str, stays: bool) -> None:
    remark = f'<aside class="{name}" aria-label="Note"><p>Note</p><p>The bridge is closed on market days.</p></aside>'
    assert ("The bridge is closed" in among(remark).text) == stays
