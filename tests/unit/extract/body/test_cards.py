"""Cards of other stories in a text: a picture and a headline that lead to one other page of the site."""

import pytest

from newscrawl.extract import extract_article

TEXT = [
    "The ferry company has put a third boat on the line between the islands, which will sail until the end of autumn.",
    "It carries forty cars and two hundred people, and needs no pier but the ramp below the church, its master said.",
    "For the farmers on the outer islands it means that milk can go to the dairy twice a day instead of once.",
    "Tickets cost as much as before, and those who live on the islands pay half of that if they show their card.",
]
URL = "https://paper.example/2026/third-boat.html"
SAID = "Owls nest in the lighthouse again, and its keeper leaves a window open for them at night."


def read(inside: str) -> str:
    """The body of an article with something in the middle of its text."""
    text = [f"<p>{line}</p>" for line in TEXT]
    html = f"<article><h1>A third boat for the islands</h1>{''.join(text[:2])}{inside}{''.join(text[2:])}</article>"
    article = extract_article(f"<html><title>A third boat for the islands</title><body>{html}</body></html>", URL)
    assert article is not None
    assert [line for line in TEXT if line not in article.text] == []
    return article.body


CARDS = [
    f'<div><a href="/owls"><img src="/o.jpg"></a><div><a href="/owls">Owls are back</a></div><p>{SAID}</p></div>',
    f'<a href="/owls"><div><img src="/o.jpg" width="640"></div><div>Animals</div><div>{SAID}</div></a>',
    f'<ul><li><img src="/o.jpg"><a href="/owls">Owls in the lighthouse</a><p>{SAID}</p></li><li>Nothing else</li></ul>',
    f'<div onclick="go(1)" role="link" tabindex="0"><img src="/o.jpg"><h4>Owls are back</h4><p>{SAID}</p></div>',
    '<div><a href="/owls"></a><h4>Owls are back at the light</h4><img src="/o.jpg" width="90"></div>',
    f'<div><a href="/owls"><div style="background-image:url(/o.jpg)"></div><div>{SAID}</div></a></div>',
    f'<div><img src="/o.jpg" width="120"><div><a href="/owls">Owls are back at the light</a><p>{SAID}</p></div></div>',
    '<div><p><img src="/o.jpg"></p><div><i>Birds</i><h4><a href="/owls">Owls are at the light</a></h4></div></div>',
    '<figure><a href="/owls"><img src="/o.jpg"></a><figcaption><a href="/owls">Owls are back</a></figcaption></figure>',
    '<figure><a href="/birds/owls-back"><img src="/o.jpg"><figcaption>Owls nest in the light</figcaption></a></figure>',
    f'<div class="c"><a href="/owls"><img src="/o.jpg"><h3>Owls are back at the light</h3></a><p>{SAID}</p></div>'
    '<div class="c"><a href="/elk"><img src="/e.jpg"><h3>An elk swam to the island</h3></a><p>It was tired.</p></div>',
]


@pytest.mark.parametrize("card", CARDS)
def test_a_card_goes_with_its_picture(card: str) -> None:
    body = read(card)
    assert SAID not in body
    assert "o.jpg" not in body


QUOTED = [
    f'<blockquote class="box"><a href="/owls"><b>Owls are back at the light</b></a><br>{SAID}</blockquote>',
    f'<blockquote><p><a href="/owls">Owls are back at the light</a></p><p>{SAID}</p></blockquote>',
    f'<blockquote><p><a href="/owls">{SAID}</a></p></blockquote><p><iframe data-src="https://paper.example/owls/embed/">'
    "</iframe></p>",
    f'<figure><blockquote class="wp-embedded-content"><a href="/owls">{SAID}</a></blockquote><iframe '
    'class="wp-embedded-content" src="https://paper.example/owls/embed/#?secret=x"></iframe></figure>',
]


@pytest.mark.parametrize("card", QUOTED)
def test_a_card_without_a_picture_goes_with_its_summary(card: str) -> None:
    body = read(card)
    assert SAID not in body
    assert "owls" not in body


def test_another_frame_behind_such_a_quotation_stays() -> None:
    film = '<p><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe></p>'
    assert "dQw4w9WgXcQ" in read(QUOTED[1] + film)


def test_an_article_within_the_article_whose_footer_leads_away_is_a_card() -> None:
    body = read('<article><h4>Owls are back</h4><p>They nest.</p><footer><a href="/owls">…</a></footer></article>')
    assert "Owls" not in body


@pytest.mark.parametrize(
    "quotation",
    [
        f'<blockquote><a href="/owls">Ann Ford of the light</a> said: {SAID}</blockquote>',
        f'<blockquote><a href="https://birds.example/owls">Owls are back at the light</a><br>{SAID}</blockquote>',
        f'<blockquote><p>{SAID}</p><cite><a href="/owls">Owls are back at the light</a></cite></blockquote>',
    ],
)
def test_a_quotation_with_a_link_stays(quotation: str) -> None:
    assert SAID in read(quotation)


KEPT = [
    '<figure><a href="/pics/boat"><img src="/o.jpg"><figcaption>The boat at its ramp.</figcaption></a></figure>',
    '<figure><a href="/b/o.jpg"><img src="/o.jpg"><figcaption>The third boat at the ramp</figcaption></a></figure>',
    '<figure><a href="/boats/third"><img src="/o.jpg"></a><figcaption>The boat at <a href="/boats/third">its ramp'
    "</a></figcaption></figure>",
    '<div><h2 class="element-invisible"><a href="/files/boat-at-the-ramp">boat at the ramp.jpg</a></h2><div>'
    '<img src="/o.jpg"></div></div>',
    f'<div><h3>2. Lighthouse</h3><a href="/o"><img src="/o.jpg"></a><p><a href="/o">Owls in there</a> {SAID}</p></div>',
    f'<table><tr><th>Place</th></tr><tr><td><a href="/o"><img src="/o.jpg"></a><a href="/o">Lighthouse hill</a></td>'
    f"<td>{SAID}</td></tr></table>",
    '<p><a href="https://boats.example/third"><img src="/o.jpg"></a></p>',
]


@pytest.mark.parametrize("inside", KEPT)
def test_a_picture_of_the_text_stays(inside: str) -> None:
    assert "o.jpg" in read(inside)


def test_links_below_a_label_go_with_it() -> None:
    links = '<p>Read also:</p><p><a href="/owls">Owls in the lighthouse</a></p><p><a href="/b">Bread by weight</a></p>'
    body = read(links)
    assert "Owls" not in body
    assert "Bread" not in body


@pytest.mark.parametrize("heading", ["<h2>Related</h2>", "<header><h3>Lesen Sie auch</h3></header>"])
def test_a_row_of_stories_below_its_heading_goes_though_it_says_more_than_the_article(heading: str) -> None:
    def body(row: str, head: str) -> str:
        own = "".join(f"<p>{line}</p>" for line in TEXT[:2])
        html = f"<article><h1>A third boat</h1>{own}<div>{head}<div class='row'>{row}</div></div></article>"
        article = extract_article(f"<title>A third boat</title>{html}", URL)
        assert article is not None
        return article.body

    told = f"<p>{SAID * 5}</p>"
    card = '<div class="c"><a href="/{n}"><img src="/{n}.jpg" width="800"></a><h4><a href="/{n}">Owls</a></h4>'
    cards = "".join(f"{card.format(n=n)}{told}</div>" for n in range(3))
    assert body(cards, heading) == "\n".join(f"<p>{line}</p>" for line in TEXT[:2])
    assert SAID in body(f"<h4>One</h4>{told}<h4>Two</h4>{told}", heading)


HEAD = '<a href="/owls">Owls in the lighthouse</a>'
LABELLED = [
    f"<div><div>Read more</div>{HEAD}<p>{SAID}</p></div>",
    f"<div><span>Read more: </span>{HEAD}<p>{SAID}</p></div>",
    f'<section><header>Read also</header><div><h3>Owls</h3><p>{SAID}</p><a href="/owls">To it</a></div></section>',
    f"<blockquote><p>Read also: {HEAD}</p></blockquote>",
    f'<p>Read also: {HEAD}</p><p><a href="/elk">An elk swam to the outermost island</a></p>',
]


@pytest.mark.parametrize("card", LABELLED)
def test_what_stands_in_one_small_box_with_a_label_goes_with_it(card: str) -> None:
    body = read(card)
    assert [part for part in (SAID, "Owls", "An elk") if part in body] == []


def test_what_stands_beside_a_paragraph_that_leads_to_another_story_stays() -> None:
    own = "The second boat stays where it is, the master of the port said."
    assert own in read(f"<div><p>Read also: {HEAD}</p></div><div><p>{own}</p></div>")
    assert own in read(f"<div><p>Read also: {HEAD}</p><p>{own}</p></div>")


LONG = " ".join([SAID] * 4)


@pytest.mark.parametrize(
    "row",
    [
        "".join(f'<li><b><a href="/owls-{n}"></a><img src="/o.jpg"></b><p>{LONG}</p></li>' for n in range(5)),
        f"<li>Advertisement: {SAID}</li>"
        + "".join(f'<li><a href="/owls-{n}"></a><div>Owls are back</div><p>{LONG}</p></li>' for n in range(5)),
    ],
)
def test_a_list_over_whose_items_links_lie_is_one_of_cards_however_long(row: str) -> None:
    body = read(f'<ul class="line">{row}</ul>')
    assert SAID not in body
    assert "o.jpg" not in body


def test_an_aside_of_stories_goes_though_it_is_longer_than_the_article() -> None:
    items = "".join(f'<li><a href="/owls-{n}">Owls are back</a> {LONG}</li>' for n in range(5))
    assert SAID not in read(f'<aside class="right"><ul>{items}</ul></aside>')


def test_a_list_of_the_articles_own_stays() -> None:
    items = "".join(f'<li><a id="boat-{n}"></a>{SAID} {n}</li>' for n in range(5))
    assert SAID in read(f"<ul>{items}</ul>")
