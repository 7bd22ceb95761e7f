"""Of a picture that a page has in several files the one comes out that a reader of a blog wants to see."""

import pytest

from tests.support.bodies import among

SITE = "https://www.valleypost.example"
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def address(html: str) -> str:
    (image,) = among(html).images
    return image.url.removeprefix(SITE)


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="/rain.jpg"><span class="wrap"><img src="{GIF}" data-src-x="/cache/77.jpg" width="150"></span></a>',
        '<a href="/rain.jpg"><div class="lazy"><img src="/rain-300x200.jpg"></div></a>',
        '<a href="/rain.jpg"><img src="/rain-400x267.jpg" width="400"><span class="overlay"></span></a>',
        '<a href="/rain.jpg"><picture><source srcset="/rain-400.webp"><img src="/rain-400x267.jpg"></picture></a>',
    ],
)
def test_a_link_around_the_box_of_a_small_picture_leads_to_the_whole(html: str) -> None:
    assert address(html) == "/rain.jpg"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<a href="/rain.jpg"><img src="/rain-585x390.jpg"></a>', "/rain-585x390.jpg"),
        ('<a href="/print/rain.jpg"><img src="/rain-800x533.jpg"></a>', "/rain-800x533.jpg"),
        ('<a href="/plan.jpg"><img src="/mini-submarine.jpg" width="820" height="500"></a>', "/mini-submarine.jpg"),
    ],
)
def test_a_picture_as_wide_as_the_text_stays(html: str, shown: str) -> None:
    assert address(html) == shown


def test_the_source_for_the_widest_screen_is_the_largest() -> None:
    picture = (
        '<picture><source srcset="/p/rain_d1.jpg" media="(max-width: 575px)">'
        '<source srcset="/p/rain_c2.jpg" media="(min-width:768px)"><source srcset="/p/rain_b3.jpg" '
        'media="screen and (min-width: 992.5px)">%s<img src="/p/rain_a4.jpg" width="600" height="400"></picture>'
    )
    assert address(picture % "") == "/p/rain_b3.jpg"
    other_format = '<source srcset="/p/rain.avif" type="image/avif" media="(min-width: 1200px)">'
    assert address(picture % other_format) == "/p/rain_b3.jpg"


def test_a_wide_screen_s_source_may_be_the_smaller_one() -> None:
    picture = (
        '<picture><source data-srcset="/7/750/rain.jpg" media="(max-width: 767px)"><source data-srcset='
        '"/7/320/rain.jpg" media="(min-width: 1280px)"><img alt="" data-src="/7/750/rain.jpg"></picture>'
    )
    assert address(picture) == "/7/750/rain.jpg"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (
            f'<img src="{GIF}" data-ezsrc="/o/rain-900x600.jpg?o=rs:300x200" data-ezsrcset="/rain-900x600.jpg 900w">',
            "/rain-900x600.jpg",
        ),
        (
            '<img src="/rain.jpg?w=525" srcset="/rain.jpg?w=1080 1080w" data-src="/rain.jpg?w=525">',
            "/rain.jpg?w=1080",
        ),
        (
            '<picture><source srcset="/fill:750:0/rain.jpg"><img src="/fill:750:0/rain.jpg" '
            'data-fullscreen-src="/fill:1600:0/rain.jpg"></picture>',
            "/fill:1600:0/rain.jpg",
        ),
        (
            '<picture><source type="image/webp" srcset="/rain.webp 1200w"><source type="image/jpeg" '
            'srcset="/rain.jpg 1200w"><img></picture>',
            "/rain.jpg",
        ),
    ],
)
def test_of_two_files_the_larger_and_the_one_that_all_can_read_is_taken(html: str, shown: str) -> None:
    assert address(html) == shown


@pytest.mark.parametrize("folder", ["thumbs", "mini", "small", "klein", "petites"])
def test_a_row_of_small_pictures_below_the_large_ones_is_the_same_pictures(folder: str) -> None:
    large = "".join(f'<figure><img src="/large/storm-{n}.jpg" width="1200"></figure>' for n in (1, 2))
    small = "".join(f'<div><img src="/{folder}/storm-{n}.jpg" width="120" height="80"></div>' for n in (1, 2))
    shown = [i.url.removeprefix(SITE) for i in among(f"<div><div>{large}</div><div>{small}</div></div>").images]
    assert shown == ["/large/storm-1.jpg", "/large/storm-2.jpg"]


@pytest.mark.parametrize(
    ("attribute", "caption"),
    [
        ('data-sub-html="&lt;h4&gt;A pillar after the flood&lt;/h4&gt;"', "A pillar after the flood"),
        ('data-title="雨の橋"', "雨の橋"),
        ('data-caption-title="The dome of the tower"', "The dome of the tower"),
        ('data-sub-html="#caption-7"', ""),
        ('data-title="rain-07.jpg"', ""),
        ('data-caption="{f:render(section: 7)}"', ""),
    ],
)
def test_what_the_window_says_that_shows_a_whole_picture_is_its_caption(attribute: str, caption: str) -> None:
    (image,) = among(f'<div><a href="/rain.jpg" {attribute}><span><img src="/thumbs/rain.jpg"></span></a></div>').images
    assert image.caption == caption


@pytest.mark.parametrize("name", ["popup", "modal-trigger", "js-lightbox popup-link"])
def test_the_picture_of_a_link_that_opens_a_window_stays(name: str) -> None:
    link = f'<div><a href="/photos/rain.html" class="{name}"><img src="/rain.jpg?type=l" width="640"></a></div>'
    assert address(link) == "/rain.jpg?type=l"


def test_what_is_shown_in_a_window_itself_does_not() -> None:
    window = (
        '<div class="popup"><form><a href="/shop"><img src="/offer.png" width="1200" height="630"></a></form></div>'
    )
    assert among(window).images == []


@pytest.mark.parametrize("alt", ["__wf_reserved_inherit", "undefined", "null", "{{ image.alt }}", "[object Object]"])
def test_what_a_system_leaves_for_an_alternative_text_is_none(alt: str) -> None:
    (image,) = among(f'<figure><img src="/rain.jpg" alt="{alt}"></figure>').images
    assert image.alt == ""


@pytest.mark.parametrize(
    "source",
    [
        "https://logs7.reach.example/hit.xiti?s=48&p=a",
        "/cgi/counter.php?page=7",
        "/pixel?id=7",
        "/t.gif?id=9",
        "/p/top-7-counter.js.php?id=7",
    ],
)
def test_an_image_that_tells_a_server_who_reads_is_no_picture(source: str) -> None:
    assert among(f'<img src="{source}" alt="">').images == []


@pytest.mark.parametrize(
    ("whole", "small"),
    [
        ("/files/storms.jpg", "/made/csm_storms_0a1b2c.jpg"),
        ("/p/bridge-gross.jpg", "/p/bridge-300.jpg"),
        ("/p/bridge_large.jpg", "/p/bridge_thumb.jpg"),
        ("/p/bridge.jpg", "/p/bridge-klein.jpg"),
    ],
)
def test_a_link_leads_to_the_whole_of_a_picture_by_its_name(whole: str, small: str) -> None:
    assert address(f'<a href="{whole}"><img src="{small}" width="300" height="200"></a>') == whole


def test_the_label_of_a_link_to_the_whole_picture_is_no_caption() -> None:
    picture = '<a href="/p/rain-large.jpg"><img src="/p/rain-300.jpg" width="300"><span>Bild vergrößern</span></a>'
    body = among(f'<div class="bild">{picture}<p class="bildunterschrift">Rain on the river</p></div>')
    assert [image.caption for image in body.images] == ["Rain on the river"]
    assert "vergrößern" not in body.html


@pytest.mark.parametrize(
    ("inside", "caption"),
    [
        ('<div class="slide-caption">A pillar on the market side</div>', "A pillar on the market side"),
        ('<div class="slide-caption"><a href="/storm">The storm in the north</a></div>', None),
        ("<p>It is cheap.</p>", None),
    ],
)
def test_the_picture_behind_its_caption_is_a_figure(inside: str, caption: str | None) -> None:
    images = among(f"""<div class="slide" style="background-image:url('/p1.jpg')">{inside}</div>""").images
    assert [image.caption for image in images] == ([] if caption is None else [caption])


def test_the_badge_of_a_graphic_s_maker_is_no_picture() -> None:
    badge = '<img src="https://maker.example/made_with.svg" style="width:105px!important;height:16px!important">'
    assert among(f'<div><a href="https://maker.example/graphic/7">{badge}</a></div>').images == []
    assert address('<p><img src="/p/rain.jpg" style="width:900px;height:300px"></p>') == "/p/rain.jpg"


@pytest.mark.parametrize("name", ["v6-visually-hidden", "x2-sr-only", "sr-only"])
def test_what_a_gallery_says_to_who_does_not_see_is_no_list_of_links(name: str) -> None:
    slide = (
        '<div class="slide"><div class="wrapper"><a href="/p/{n}.jpg" role="button" class="lightbox-opener"><span '
        'class="{name}">View fullsize</span><img src="/p/{n}.jpg?format=100w" data-image="/p/{n}.jpg"></a></div></div>'
    )
    body = among(f"<div>{''.join(slide.format(n=n, name=name) for n in ('storm', 'river'))}</div>")
    assert [image.url.removeprefix(SITE) for image in body.images] == ["/p/storm.jpg", "/p/river.jpg"]
    assert "fullsize" not in body.html
