"""Pictures in and below a text: those of other stories, people, partners and shops go, the article's own stay."""

import pytest

from newscrawl.extract import extract_article
from tests.support.bodies import HEADLINE, PARAGRAPHS, URL


def pictures_below(*links: str, name: str = "k1") -> str:
    """What is left of some pictures below an article's text, each with a link around it."""
    row = "".join(
        f'<li><a href="{link}"><img src="https://pics.tower.example/{n}.jpg" width=600 height=400></a></li>'
        for n, link in enumerate(links)
    )
    page = f'<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{PARAGRAPHS}<ul class="{name}">{row}</ul></article>'
    article = extract_article(page, url=URL)
    assert article and article.text.count("\n") == 3
    return article.body.partition("in the evening.</p>")[2].strip()


@pytest.mark.parametrize(
    "links",
    [
        ("/sports/cup-final", "/weather/snow-in-may", "/weather/"),
        ("https://mill.example/", "https://bank.example/loans"),
        ("https://pods.example/riverton", "https://radio.example/riverton"),
    ],
)
def test_a_row_of_pictures_that_lead_to_other_pages_goes(links: tuple[str, ...]) -> None:
    assert pictures_below(*links) == ""


@pytest.mark.parametrize(
    "links",
    [
        ("/uploads/1-large.jpg", "/uploads/2-large.JPG"),
        (f"{URL}/picture-1", f"{URL}/picture-2"),
        ("/?attachment_id=7", "/?attachment_id=8"),
        ("https://tower.example/photos/1", "https://www.tower.example/photos/2"),
        ("/photos/121", "/photos/122/"),
        ("https://www.flickr.com/photos/ann/121/", "https://flic.kr/p/122"),
        ("#", "javascript:void(0)"),
        ("https://mill.example/",),
    ],
)
def test_an_article_s_own_pictures_stay(links: tuple[str, ...]) -> None:
    assert pictures_below(*links).count("<img") == len(links)


@pytest.mark.parametrize(
    ("pages", "said", "kept"),
    [
        (("/recipes/fish", "/recipes/bread", "/recipes/soup"), "", 0),
        (("/recipes/fish", "/recipes/bread"), "", 2),
        (
            ("/recipes/fish", "/recipes/bread", "/recipes/soup"),
            '<p>Begin with <a href="/recipes/soup">soup</a>.</p>',
            3,
        ),
        (
            ("https://flickr.com/photos/doe/1", "https://flickr.com/photos/doe/2", "https://flickr.com/photos/doe/3"),
            "",
            3,
        ),
    ],
)
def test_a_row_of_other_pages_pictures_goes_within_the_text(pages: tuple[str, ...], said: str, kept: int) -> None:
    row = "".join(f'<a href="{page}"><img src="/up/{n}.jpg" width="450"></a>' for n, page in enumerate(pages))
    page = f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}<div>{row}</div>{said}<p>Then it rained for a week on end.</p>"
    article = extract_article(page, url=URL)
    assert article and article.body.count("<img") == kept


def test_a_gallery_stays_wherever_it_leads() -> None:
    assert pictures_below("/pictures/rain-1", "/pictures/rain-2", name="photo-gallery").count("<img") == 2


def test_partners_logos_from_a_house_s_own_host_of_pictures_go() -> None:
    links = (f"https://{name}.valleypost.example/" for name in ("style", "shop"))
    row = "".join(
        f'<a href="{link}"><img src="https://img.valleypost.example/{n}.png"></a>' for n, link in enumerate(links)
    )
    page = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{PARAGRAPHS}<div>{row}</div></article>"
    article = extract_article(page, url=URL)
    assert article and "<img" not in article.body


PICTURE = '<img src="/uploads/tower.jpg" width=600 height=400>'


def pictures_among(inside: str) -> str:
    """What is left of something with a picture in the midst of an article's text."""
    page = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{PARAGRAPHS}{inside}{PARAGRAPHS.upper()}</article>"
    article = extract_article(page, url=URL)
    assert article
    return "".join(line for line in article.body.split("\n") if line.startswith("<figure"))


@pytest.mark.parametrize(
    "inside",
    [
        f'<a href="/">{PICTURE}</a>',
        f'<a href="https://valleypost.example/">{PICTURE}</a>',
        f'<div><a href="/author/ann-ford">{PICTURE}</a></div>',
        f'<div><a href="/author/ann-ford/">{PICTURE}</a><div>Latest posts by Ann Ford</div></div>',
        f'<div><a href="https://mill.example/sale">{PICTURE}</a><div>- Advertisement -</div></div>',
        f'<figure><a href="https://mill.example/">{PICTURE}</a><figcaption>Advertisement</figcaption></figure>',
    ],
)
def test_a_logo_a_portrait_and_an_ad_go_wherever_they_stand(inside: str) -> None:
    assert pictures_among(inside) == ""


@pytest.mark.parametrize(
    "inside",
    [
        f'<a href="#">{PICTURE}</a>',
        f'<a href="/towers/old">{PICTURE}</a>',
        f'<a href="/?p=7">{PICTURE}</a>',
        f"<div>{PICTURE}</div><div>- Advertisement -</div>",
        f'<a href="/uploads/tower-large.jpg">{PICTURE}</a><div>Advertisement</div>',
    ],
)
def test_a_picture_of_the_article_stays_without_the_mark_of_an_ad_below_it(inside: str) -> None:
    assert "tower.jpg" in pictures_among(inside) or "tower-large.jpg" in pictures_among(inside)
    assert "dvertisement" not in pictures_among(inside)


def figures(*links: str, between: str = "") -> str:
    """Pictures with their captions, each in a link."""
    return between.join(
        f'<a href="{link}"><figure>{PICTURE}<figcaption>A tower of {n} floors</figcaption></figure></a>'
        for n, link in enumerate(links)
    )


def test_pictures_side_by_side_whose_links_hold_their_captions_are_other_stories() -> None:
    assert pictures_among(f"<h3>News from all over</h3>{figures('/towers/a', '/towers/b', '/towers/c')}") == ""


@pytest.mark.parametrize(
    "pictures",
    [
        figures("/towers/a"),
        figures("/towers/a", "/towers/b", between="<p>Between them stands the old mill, which is for sale.</p>"),
        figures(f"{URL}/1", f"{URL}/2"),
        f'<div class="photo-gallery">{figures("/pictures/1", "/pictures/2")}</div>',
    ],
)
def test_pictures_of_the_article_in_links_with_their_captions_stay(pictures: str) -> None:
    assert pictures_among(pictures).count("<figcaption>") == pictures.count("<figcaption>")


HEADED = "Why the mill closed its gates on Monday"
TEASED = f'<a href="/mills/7"><div>{PICTURE}</div></a>'
TOLD = (
    f"<p>{' '.join(f'On day {n} of the strike the wheel of the mill did not turn, people say.' for n in range(4))}</p>"
)


def related(headline: str = HEADED, link: str = "/mills/7") -> str:
    return f'<div class="relatedtext"><a href="{link}"><b>RELATED:</b> {headline}</a></div>'


@pytest.mark.parametrize("teaser", [related() + TEASED, related() + "<br>" + TEASED, TEASED + related()])
def test_a_picture_goes_with_the_headline_of_its_story(teaser: str) -> None:
    assert pictures_among(teaser) == ""


@pytest.mark.parametrize(
    "part",
    [
        TEASED + TOLD + related(),
        TEASED + related("All of it"),
        TEASED + related(link="/mills/8"),
        f'{TEASED}{related()}<p>In May we asked <a href="/mills/7">why nobody came</a> to see what was left.</p>',
        f"{TEASED}{related()}<p>They know why: related: {HEADED.lower()}, said the paper.</p>",
        f'<h3><a href="/mills/7">{HEADED}</a></h3>{TOLD}{TEASED}',
    ],
)
def test_a_picture_of_what_the_text_itself_says_stays(part: str) -> None:
    assert "tower.jpg" in pictures_among(part)


@pytest.mark.parametrize(
    ("link", "name", "shown"),
    [
        ("https://www.facebook.com/valleypost", "logo-facebook-2.png", False),
        ("https://uk.linkedin.com/company/valleypost", "footer-linkedin.svg", False),
        ("https://twitter.com/share?url=https://valleypost.example/", "tw.gif", False),
        ("https://www.pinterest.com/pin/create/button/", "rect_red_28.png", False),
        ("https://www.facebook.com/watch/?v=77", "mill-wheel.png", True),
        ("https://www.instagram.com/annford/", "instagram-of-ann.jpg", True),
        ("https://mill.example/share", "mill-wheel.png", True),
        ("https://www.facebook.com/sharer/sharer.php?u=x", "blue-f.png", False),
    ],
)
def test_the_button_of_a_network_is_no_picture(link: str, name: str, shown: bool) -> None:
    picture = f'<img src="/uploads/{name}" width=600 height=400>'
    assert bool(pictures_among(f'<p><a href="{link}">{picture}</a></p>')) == shown


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ('<a href="https://www.pinterest.com/pin/create/button/?url=x&amp;media=y"><span>Merken</span></a>', False),
        ('<a href="https://www.facebook.com/sharer/sharer.php?u=x">Teilen</a> <a href="#recipe">Drucken</a>', False),
        ('The mill. <a href="https://www.pinterest.com/pin/create/button/?url=x">Merken</a>', True),
        ('<a href="https://www.instagram.com/annford/">Ann Ford</a>', True),
        ('<a href="/mills/7">The mill in May</a>', True),
    ],
)
def test_buttons_that_share_a_picture_are_no_caption(caption: str, kept: bool) -> None:
    found = pictures_among(f"<figure>{PICTURE}<figcaption>{caption}</figcaption></figure>")
    assert "tower.jpg" in found and ("<figcaption" in found) == kept
