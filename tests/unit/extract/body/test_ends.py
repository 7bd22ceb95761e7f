"""What stands below a text and is none of it: the author's life, lines that lead on to nothing, where it appeared."""

import pytest

from newscrawl.extract import extract_article
from newscrawl.extract.body.body import find_body
from newscrawl.extract.page.page import Page
from tests.support.bodies import HEADLINE, PARAGRAPHS, TEXT, URL, among, body_of

LIFE = "A keeper of weirs by trade, Ann Ford has written about rivers and those who live beside them since 1998."
NAMED = '<span><a href="/authors/ann-ford/">Ann Ford</a></span> <i>Editor</i>'


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="k1"><img src="/ann.jpg" width="90"><div>{NAMED}</div><div><div><p>{LIFE}</p></div></div></div>',
        f"<div>{NAMED}</div><div><p>{LIFE}</p></div>",
        f"<h3>Written by Ann Ford</h3><p>Ann Ford {LIFE[2:]}</p>",
        f"<p><strong>By Ann Ford</strong></p><p>Ann Ford {LIFE[2:]}</p>",
    ],
)
def test_the_life_of_the_author_goes(box: str) -> None:
    body = body_of(PARAGRAPHS + box)
    assert "since 1998" not in body.text
    assert TEXT[-1] in body.text


@pytest.mark.parametrize(
    "ending",
    [
        f'<p>Read more of <a href="/people/ann-ford/">Ann Ford</a></p><p>{LIFE}</p>',
        f'<p>So wrote <a href="/authors/ann-ford/">Ann Ford</a> once.</p><p>{LIFE}</p>',
        f"<h3>Who keeps the weir</h3><p>{LIFE}</p>",
        f"<h3>Interview: Ann Ford</h3><p>Ann Ford says: “{LIFE}”</p>",
        f"<p>{LIFE}</p>",
    ],
)
def test_who_is_in_the_news_stays(ending: str) -> None:
    assert LIFE in body_of(PARAGRAPHS + ending).text


@pytest.mark.parametrize(
    "line",
    [
        "<p>If you want to read on about rivers, give these a glance:</p>",
        "<h3>More of the valley</h3><p>Our readers also found these pages helpful:</p>",
        "<p>Das Papier der Stadt finden Sie hier:</p>",
        f'<p>The post <a href="{URL}">{HEADLINE}</a> appeared first on <a href="/">The Valley Post</a>.</p>',
        f'<p>Der Beitrag <a href="{URL}">{HEADLINE}</a> erschien zuerst auf <a href="/">Valley Post</a>.</p>',
        '<p>Posted in <a href="/c/rain">Rain</a>, <a href="/c/rivers">Rivers</a></p>',
        '<p><a href="/mail.html">E-mail this story</a> | <a href="/print.html">Print</a></p>',
        '<p>Want more of the mill? <a href="/nieuwsbrief">Write it down</a>.</p>',
        "<p>###</p>",
        "<p># # #</p>",
        "<p><em>Copyright 2026 Valley Media Corp. This material may not be published, broadcast, rewritten, "
        "redistributed or shown anywhere else without being asked for in writing before.</em></p>",
        "<p>(Copyright (c) Valley Media. Whoever wants to print any of this, on paper or elsewhere, in whole or in "
        "part, has to ask for it before.)</p>",
        "<p>©Valley Post | Alle Texte und Bilder sind urheberrechtlich geschützt. Bitte verwende nichts davon ohne "
        "unsere Genehmigung, und verlinke diese Seite.</p>",
        "<p>© 2026 Valley Post. Written permission must be obtained before anything of this is printed again.</p>"
        '<p><a href="/apps"><img src="/up/apps-728x90.png"></a></p><a href="/"><img src="/up/valley.jpg"></a>',
        "<p class='postmetadata'>This was put under <a href='/c/rain'>Rain</a> by the editors on a Friday.</p>",
    ],
)
def test_lines_that_lead_on_to_nothing_go(line: str) -> None:
    body = body_of(f"{PARAGRAPHS}{line}")
    assert body.text.endswith(TEXT[-1])


@pytest.mark.parametrize(
    "record",
    [
        "<h3>About this page</h3><dl><dt>Last updated:</dt><dd>3 May 2024 10:20 Ann Ford</dd>"
        "<dt>Published:</dt><dd>2 May 2024 9:00 Ann Ford</dd></dl>"
        "<table><tr><th>Version<th>Day<tr><td>2<td>3 May 2024</table>",
        "<p>Published on 2 May 2024 by Ann Ford</p><p>Last modified on 3 May 2024 by the office</p>",
    ],
)
def test_the_record_of_when_a_page_was_changed_goes(record: str) -> None:
    assert body_of(f"{PARAGRAPHS}{record}").text.endswith(TEXT[-1])


def test_what_stands_below_the_record_of_a_page_stays() -> None:
    record = "<p>Published on 2 May 2024 by Ann Ford</p><p>Last modified on 3 May 2024 by the office</p>"
    text = body_of(f"{PARAGRAPHS}{record}<h3>What it takes</h3><ul><li>Timber</li><li>Stone</li></ul>").text
    assert text.endswith("What it takes\nTimber\nStone") and "Ann Ford" not in text


def test_what_was_corrected_and_when_stays() -> None:
    notes = (
        "<li>Updated 2 May 2024 to add the name of the miller</li><li>Updated 3 May 2024 to correct what it cost</li>"
    )
    assert "the name of the miller" in body_of(f"{PARAGRAPHS}<h3>Corrections</h3><ul>{notes}</ul>").text


def test_dates_that_a_text_ends_with_stay() -> None:
    times = "<h3>What comes next</h3><ul><li>2 May 2024: the wells are opened</li><li>3 May 2024: the mill</li></ul>"
    assert "the wells are opened" in body_of(f"{PARAGRAPHS}{times}").text


def test_a_line_about_a_copyright_stays() -> None:
    line = (
        "Copyright lasts for seventy years here, and the © on the first map of the valley, which hangs in the hall, is "
    )
    assert "seventy years" in body_of(f"{PARAGRAPHS}<p>{line}much older than that.</p>").text


def test_the_third_of_points_in_letters_stays() -> None:
    points = "<p>(a) the weir stays shut;</p><p>(b) the miller pays;</p><p>(c) the wells are opened to all.</p>"
    assert "(c) the wells are opened" in body_of(f"{PARAGRAPHS}{points}").text


def test_links_that_no_bars_part_stay_at_the_end() -> None:
    links = (
        '<a href="https://gov.example/weirs.pdf">All the weirs</a> <a href="https://gov.example/w.csv">as a table</a>'
    )
    assert "All the weirs" in body_of(f"{PARAGRAPHS}<p>{links}</p>").text


def test_a_line_before_its_list_stays() -> None:
    assert "The council will vote on:\nwells" in body_of(
        f"{PARAGRAPHS}<p>The council will vote on:</p><ul><li>wells</li><li>weirs</li></ul>"
    ).text.replace("- ", "")


@pytest.mark.parametrize(
    "code", ["[Gambas:Video 20kali]", '[contact-form id="7"]', "[video-player video-id=”x1” name=”Rain at last”]"]
)
def test_codes_that_a_plugin_should_have_filled_go(code: str) -> None:
    assert code not in among(f"<p>{code}</p>").text


@pytest.mark.parametrize(
    "words",
    [
        "[Laughter in the hall]",
        "[Note: the mill is wet.]",
        "[Update:Police say that the mill is wet]",
        "[Update:He left.]",
    ],
)
def test_words_in_brackets_stay(words: str) -> None:
    assert words in among(f"<p>{words}</p>").text


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Rain on the Valley", '<a href="https://mill.example/">Rain on the Valley</a> is at the Old Mill until May.'),
        ("Der Regenmacher", '„<a href="https://mill.example/">Der Regenmacher</a>“ läuft ab Donnerstag im Kino.'),
        ("Water shortage", 'Under <a href="https://law.example/">the law</a>, a water shortage ends in two years.'),
        ("Rain on the Valley", '<a href="/m">Rain on the Valley: the early works, at the Old Mill</a>, until May.'),
    ],
)
def test_a_last_line_that_says_where_what_the_article_is_called_after_is_on_stays(title: str, line: str) -> None:
    page = f"<html><body><article><h1>{title}</h1><div class=entry-content>{PARAGRAPHS}<p>{line}</p></div></article>"
    assert find_body(Page(page.encode(), URL), headline=title).text.count("\n") == len(TEXT)


def test_a_sentence_that_ends_in_a_colon_stays_and_a_line_that_heads_nothing_goes() -> None:
    sentence = "The clerk ended the meeting as he always does, with four words that nobody wrote down:"
    assert body_of(f"{PARAGRAPHS}<p>{sentence}</p>").text.endswith(sentence)
    assert "also like" not in body_of(f"{PARAGRAPHS}<p>You may also like:</p>").text


def test_a_last_sentence_that_links_to_a_person_s_profile_stays_and_the_house_s_goes() -> None:
    said = 'She shows more of her work on <a href="https://www.instagram.com/annford">her Instagram page</a>.'
    assert "her Instagram page" in body_of(f"{PARAGRAPHS}<p>{said}</p>").text
    page = f"<html><body><header>{said[30:]}</header><article><h1>{HEADLINE}</h1><div class='entry-content'>"
    assert "her Instagram page" not in body_of("", page=f"{page}{PARAGRAPHS}<p>{said}</p></div></article>").text


@pytest.mark.parametrize(
    "line",
    [
        "<p>Ann Ford is the keeper of the weir at Olle and writes for a paper of anglers.</p>",
        "<p><em>* Ann Ford, who kept weirs by trade, has written about rivers since 1998.</em></p>",
        "<p>Write to Ann Ford: a.ford@valleypost.example</p>",
    ],
)
def test_the_life_of_a_declared_author_goes_without_a_name_above_it(line: str) -> None:
    head = '<meta name="author" content="Ann Ford">'
    assert find_body(page(PARAGRAPHS + line, head=head)).text.split("\n") == list(TEXT)


def test_what_a_declared_author_says_or_does_not_begin_stays() -> None:
    head = '<meta name="author" content="Ann Ford">'
    for line in ("Ann Ford: And what did the river do then, when all of you had gone?", f"In March, {LIFE}"):
        assert line in find_body(page(f"{PARAGRAPHS}<p>{line}</p>", head=head)).text


def page(body: str, *, head: str = "", url: str = URL) -> Page:
    html = f"<html><head>{head}</head><body><h1>{HEADLINE}</h1><main>{body}</main></body></html>"
    return Page(html.encode(), url)


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="/news/">Back to the news</a></p>',
        f'<p><strong><a href="{URL}../gifts">Make a gift.</a></strong></p>',
        '<p>If this helped you, <a href="https://ko-fi.com/valley">a coffee</a> keeps me awake.</p>',
        "<p>—30—</p>",
        "<p>(avec AFP)</p>",
        "<p>Dieser Beitrag erschien zuerst im Talboten.</p>",
        "<p>Dieser Text ist ursprünglich am Montag im Talboten erschienen.</p>",
        '<p>You can <a href="https://www.paypal.com/donate/?id=7">help us here</a> with what you like.</p>',
        "<p>Fot. Anna Krok</p><p>Oprac. JK</p>",
        "<p>As always: this post may contain affiliate links, at no cost to you.</p>",
        "<p>The Valley Post may earn a small commission when you buy behind our links.</p>",
    ],
)
def test_lines_of_the_house_go_at_the_end(line: str) -> None:
    assert body_of(PARAGRAPHS + line).text.split("\n") == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="https://journal.example/weirs">What the engineers found in the weir</a></p>',
        '<p><a href="/files/weirs.pdf">What the engineers found in the weir</a></p>',
        '<p><a href="https://app.valley.example/weir">A plan of the weir</a> hangs in the hall for all to see.</p>',
        "<p>Dieser Text ist zunächst für Kinder gedacht, doch auch Erwachsene lesen ihn gern und lange.</p>",
        "<p>Dieser Artikel wurde ursprünglich vom Verfassungsgericht gestrichen, nun gilt er wieder.</p>",
        '<p>The founder of <a href="https://www.paypal.com/">PayPal</a> left the valley and will not come back.</p>',
        "<p>Those who sell for others earn a commission on each of the boats, and the river pays it.</p>",
    ],
)
def test_last_lines_of_the_text_s_own_stay(line: str) -> None:
    assert len(body_of(PARAGRAPHS + line).text.split("\n")) == len(TEXT) + 1


@pytest.mark.parametrize("place", ["begin", "end"])
def test_what_is_earned_behind_links_is_no_text(place: str) -> None:
    note = "<p class=lead>When you buy a boat through this page, we may earn a commission.</p>"
    body = note + PARAGRAPHS if place == "begin" else PARAGRAPHS + note
    assert "commission" not in body_of(body).text


@pytest.mark.parametrize(
    "line",
    [
        "Agents who help families buy homes would receive a commission of no more than three percent under the bill.",
        "Makler erhalten vom 1. Januar an nur noch dann eine Provision, wenn der Verkäufer sie bestellt hat.",
        "El exministro negó este lunes ante el juez recibir una comisión de dos millones por la venta.",
        "Le maire est accusé de recevoir une commission sur chaque marché public de la ville.",
        "Il presidente della Repubblica riceve oggi al Quirinale la commissione che indaga sulla frana.",
        "De Tweede Kamer krijgt na de zomer een nieuwe commissie voor stikstof.",
        "O deputado negou receber uma comissão pela venda das vacinas ao governo.",
    ],
)
def test_news_of_commissions_stays(line: str) -> None:
    assert line in body_of(f"<p class=lead>{line}</p>{PARAGRAPHS}").text
    assert line in body_of(f"{PARAGRAPHS}<p>{line}</p>").text


@pytest.mark.parametrize(
    "line",
    [
        "We may receive a commission on purchases of boats and nets made from links.",
        "Wir erhalten für Käufe über diese Links vom Händler eine Provision.",
        "Si compras a través de estos enlaces, podemos recibir una comisión.",
        "Si vous achetez via ces liens, nous pouvons percevoir une commission.",
        "Se acquisti tramite questi link, potremmo ricevere una commissione.",
        "Als je via deze links koopt, ontvangen wij een kleine commissie.",
        "Podemos receber uma comissão pelas compras feitas através destes links.",
    ],
)
def test_what_is_earned_behind_links_goes_in_other_languages_too(line: str) -> None:
    assert line not in body_of(f"{PARAGRAPHS}<p>{line}</p>").text


def test_a_list_of_sources_stays_below_its_heading_and_a_list_of_stories_goes() -> None:
    items = "".join(f'<li><a href="{{}}/weir-{n}">The weir in the year {n} after the flood</a></li>' for n in range(4))
    sources = f"<h2>Sources</h2><ul>{items.format(*['https://rivers.example'] * 4)}</ul>"
    stories = f"<h2>More</h2><ul>{items.format(*[''] * 4)}</ul>"
    assert "after the flood" in body_of(PARAGRAPHS + sources).text
    assert "after the flood" not in body_of(PARAGRAPHS + stories).text


def test_the_life_of_whom_the_byline_names_goes() -> None:
    life = "<p><em>Ann Ford is a writer of the Valley Post.</em></p>"
    html = f"<h1>{HEADLINE}</h1><p>By <a href='/p/1'>Ann Ford</a></p><main>{PARAGRAPHS}{life}</main>"
    assert find_body(Page(html.encode(), URL)).text.split("\n") == list(TEXT)
    assert "writer of" in find_body(Page(html.replace("By <", "With <").encode(), URL)).text
    linked = html.replace("By <", "<").replace("/p/1", "/authors/ann-ford/")
    assert find_body(Page(linked.encode(), URL)).text.split("\n") == list(TEXT)


@pytest.mark.parametrize(("name", "stays"), [("New York", True), ("Ida Holm", False)])
def test_a_last_paragraph_about_the_place_of_a_link_at_the_headline_stays(name: str, stays: bool) -> None:
    text = "".join(f"<p>On day {n} the masons of three villages met below the lower mill.</p>" for n in range(9))
    link = f"<p><a href=/by/some-page>{name}</a></p>"
    last = f"<p>{name} er en af de byer, der venter.</p>"
    article = extract_article(
        f"<html lang=da><h1>Regn</h1>{link}<article>{text}{last}</article>", "https://p.example/regn"
    )
    assert article is not None
    assert ("der venter" in article.text) == stays
