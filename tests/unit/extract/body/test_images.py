"""Images come out with their real address, absolute, with caption, credit and alternative text kept apart."""

import pytest
from lxml import etree

from newscrawl.extract.body.image_sources import best_address
from newscrawl.extract.body.image_widths import sizes
from tests.support.bodies import PARAGRAPHS, among, body_of, left_over

SITE = "https://www.valleypost.example"
GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def image_in(html: str) -> str:
    """The address of the only image that comes out of a piece of a page; "" where none does."""
    images = among(html).images
    assert len(images) < 2
    return images[0].url if images else ""


@pytest.mark.parametrize(
    "html",
    [
        '<p><img src="/rain.jpg"></p>',
        '<img src="https://pixel.dam.example/r/7.gif?v=1"><img src="/rain.jpg">',
        f'<img src="{GIF}" data-src="/rain-s.jpg|/rain.jpg">',
        '<img src="/static/1.JiBnMqyl6S.gif" pagespeed_lazy_src="/rain.jpg">',
        '<img src="/static/none.gif" zoomfile="/rain.jpg">',
        '<div><img src="/static/px.png"></div><noscript><img src="/rain.jpg"></noscript>',
        '<picture data-iesrc="/rain-s.jpg" data-alt="Rain"><source srcset="/rain.jpg 900w"></picture>',
        '<div data-bg-multi="url(/rain.jpg), linear-gradient(#000, #fff)"></div>',
        """<div style="background-image:image-set(url('/rain-s.jpg') 1x, url('/rain.jpg') type('a/b') 2x)"></div>""",
        """<div style='background:-webkit-image-set("/rain-s.webp" 1x,"/rain.jpg" 1.5x)'></div>""",
        f'<img src="{GIF}" data-src="/rain.jpg">',
        f'<img src="{GIF}" data-lazy-src="/rain.jpg" class="lazyload">',
        '<img src="/img/placeholder.png" data-original="/rain.jpg">',
        '<img src="/spacer_1x1.gif" data-lazyimage-src="/rain.jpg">',
        f'<img src="{GIF}" data-srcset="/rain-300.jpg 300w, /rain.jpg 900w, /rain-4000.jpg 4000w">',
        f'<img src="{GIF}"><noscript><img src="/rain.jpg"></noscript>',
        '<picture><source srcset="/rain.jpg 800w, /rain-s.jpg 100w"><img src="/grey-placeholder.png"></picture>',
        '<picture><source data-srcset="/rain.jpg"><img></picture>',
        '<img src="/i?url=rain&w=20" srcset="/rain.jpg 1x">',
        '<amp-img src="/rain.jpg" width="800" height="450"></amp-img>',
        """<div class="pic" style="background-image: url('/rain.jpg')"></div>""",
        '<div class="lazyload" data-bg="url(/rain.jpg)"></div>',
        '<div class="lazyload" data-bgset="/rain-s.jpg 300w, /rain.jpg 1200w"></div>',
        '<div class="lazyload" data-bgset="/rain-s.jpg 300w [(max-width: 9em)] | /rain.jpg 1200w"></div>',
        '<valley-image data-srcset="/rain-s.jpg 300w, /rain.jpg 1200w"></valley-image>',
        '<figure><x-lazy-picture src="/rain.jpg"></x-lazy-picture></figure>',
        '<button class="zoom"><figure><img src="/rain.jpg"></figure><span>View gallery</span></button>',
        '<a class="lightbox" href="/rain.jpg"><img src="/thumb/rain.jpg" width="200"></a>',
        '<a href="/rain.jpg" data-fancybox><img src="/thumb1.jpg" width="150"></a>',
        '<a href="/rain.jpg"><img src="/gallery/thumbs/thumbs_r.jpg" width="240" height="160"></a>',
        '<a href="/rain.jpg"><span style="background-image:url(/r-s.jpg)"></span></a>',
        '<a class="item" href="/rain.jpg"><div data-thumbnail="/r-300x200.jpg" role="img"></div></a>',
        '<ul><li><div style="background-image:url(/rain.jpg)"></div></li></ul>',
        '<a class="progressive" href="/rain.jpg"><img class="preview" src="/r-tiny.jpg" alt="Rain"></a>',
        '<img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x, /rain.jpg 3x">',
        f'<img src="{GIF}" data-src="/r-800x450.jpg" data-srcset="/r-400x225.jpg 400w, /rain.jpg 1200w">',
        '<figure class="lightbox-image" role="button"><a href="/big"><img src="/rain.jpg"></a></figure>',
        '<a href="/big"><img src="//www.valleypost.example/rain.jpg"></a>',
        '<img src="/rain.jpg"><noscript><img src="/rain.jpg?w=1"></noscript>',
        '<img src="/rain.jpg?w=20"><noscript><img src="/rain.jpg"></noscript>',
        '<img src="/tiny/rain-48x32.jpg?blur=2"><noscript><img src="/rain.jpg"></noscript>',
        '<img src="/thumbs/0f3a-60x40.jpg"><noscript><img src="/rain.jpg"></noscript>',
        f'<picture><img src="{GIF}"><noscript><img src="/rain.jpg"></noscript></picture>',
        '<figure><div><img src="/max/60/rain.jpg"></div><noscript><img src="/rain.jpg"></noscript></figure>',
        f'<img src="{GIF}" data-backup="/rain.jpg">',
        f'<img src="{GIF}" nitro-lazy-src="/rain.jpg">',
        f'<img src="{GIF}" zoomfile="/rain.jpg" data-share="https://www.facebook.com/sharer.php?u=/other.jpg">',
        """<img src="/blank.gif" data-src='{"src": "/rain.jpg", "w": 800}'>""",
        f"""<img src="{GIF}" data-versions='["/rain.jpg"]'>""",
        f'<a href="/rain.jpg"><img src="{GIF}"></a>',
        """<figure><div role="img" aria-label="Rain" style="background: #eee url('/rain.jpg')"></div></figure>""",
        '<figure><a style="background-image:url(/rain.jpg)"></a><figcaption>Rain.</figcaption></figure>',
        '<picture><source srcset="/rain.jpg 1x" width="1290" height="726"><img src="/s.jpg" width="645"></picture>',
        '<img src="/rain.jpg" srcset="/rain-300.jpg 300w, /rain-600.jpg 600w, /rain.jpg 2000w">',
        '<img src="/rain.jpg" width="16" height="9">',
        '<img src="/rain.tiny.jpg" data-progressive="/rain.jpg">',
        f"""<img src="{GIF}" data-image='{{"small": "/rain-s.jpg", "large": "/rain.jpg"}}'>""",
        '<picture><source srcset="/s.jpg 400w"><source srcset="/rain.jpg 1200w"><img src="/s.jpg"></picture>',
        '<a href="/rain.jpg"><img src="/rain-300x200.jpg" width="300" height="200"></a>',
        '<img src="/rain.jpg/v1/fill/w_49,h_33,blur_2/file.jpg">',
        '<img src="/rain.jpg" width="0" height="0" sizes="100vw">',
        '<div class="shown" data-responsive-picture="/rain.jpg"></div>',
        """<div data-image-set='{"s": "/rain-s.jpg", "xlarge": "/rain.jpg"}'></div>""",
        '<img src="/placeholder-16x9.png" data-interchange="[//a.example/s.jpg, small], '
        '[//www.valleypost.example/rain.jpg, large]">',
        '<img src="/rain.jpg" data-zoom-image="/print/rain-6000.jpg" width="900" height="600">',
        '<img src="/rain_s.jpg" data-full-url="/rain.jpg" data-fullscreen="/gallery/7" width="180" height="120">',
        f'<figure><img src="{GIF}"><noscript>&lt;img src="/rain.jpg"&gt;</noscript></figure>',
        '<figure><svg viewBox="0 0 9 9"><image xlink:href="/rain.jpg"></image></svg></figure>',
        '<div style="--card-image: url(/rain.jpg); --x: 1"></div>',
        '<img src="/rain.jpg" srcset="/rain.jpg 900w" width="80" height="80">',
        '<a href="/rain.jpg"><img src="/rain-80x80.jpg" width="80" height="80"></a>',
    ],
)
def test_the_real_image_is_found(html: str) -> None:
    assert image_in(html) == f"{SITE}/rain.jpg"


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{GIF}">',
        '<img src="/images/spacer.gif">',
        '<img src="/img/lazy-placeholder.svg">',
        '<img src="https://vg09.met.vgwort.de/na/123" width="1" height="1">',
        '<img src="/p.jpg" width="1" height="1">',
        '<img src="/heart.png" width="24" height="24">',
        '<img class="avatar" src="/ann.jpg">',
        '<img src="https://count.example/i?article=55" style="display: none">',
        '<img src="https://cdn.example/{width}/rain.jpg">',
        '<img src="https://cdn.example/%7Bwidth%7D/rain.jpg">',
        '<img src="https://cdn.example/*/rain.jpg">',
        '<img src="/fill/w_49,h_33,blur_2/rain.jpg">',
        '<img src="/index-transparent_h-3_w-4.gif">',
        f'<img src="{GIF}" data-share="https://www.facebook.com/sharer.php?u=https://cdn.example/rain.jpg">',
        f'<img src="{GIF}" data-author="https://cdn.example/ann.jpg">',
        '<img class="site-logo" src="/valley.png">',
        "<img>",
        '<img src="/ann.jpg" alt="Ann Ford" width="96" height="96">',
        '<noscript><img src="https://mc.counter.example/watch/44" style="position:absolute; left:-9999px"></noscript>',
        '<p>Text: <img src="/assets/valley-post-logo.svg" width="120" height="90"></p>',
        '<div style="--mask-of-box: url(/arrow.svg)"></div>',
        '<img src="/b.gif" style="width:1px;height:1px">',
        '<img src="https://stats.valley.example/hit?id=44">',
        '<img src="/check.png" style="width: 12px; height:12px; margin-right: 2px">',
        '<a href="https://play.google.com/store/apps/details?id=x"><img src="/a.png" width="135" height="60"></a>',
    ],
)
def test_no_placeholder_icon_or_portrait_ships(html: str) -> None:
    assert image_in(html) == ""


@pytest.mark.parametrize(
    ("html", "caption", "credit"),
    [
        ('<figure><img src="/r.jpg"><figcaption>Rain. <span class="credit">Ann '
        'Ford</span></figcaption></figure>', "Rain.", "Ann Ford"),
        ('<figure><img src="/r.jpg"><footer class="credit">Ann '
        'Ford</footer><figcaption>Rain.</figcaption></figure>', "Rain.", "Ann Ford"),
        ('<figure><img src="/r.jpg"><figcaption>Rain. © Ann Ford</figcaption></figure>', "Rain.", "© Ann Ford"),
        ('<figure><img src="/r.jpg"><figcaption>Rain. (Photo: Ann '
        'Ford)</figcaption></figure>', "Rain.", "Photo: Ann Ford)"),
        ('<div class="wp-caption"><img src="/r.jpg"><p class="wp-caption-text">Rain.</p></div>', "Rain.", ""),
        ('<div class="photo"><img src="/r.jpg"><span class="caption">Rain.</span><span class="credito">Ann '
        'Ford</span></div>', "Rain.", "Ann Ford"),
        ('<div class="media"><a href="/z"><img src="/r.jpg"></a><div '
        'class="mediaInfo">Rain.</div></div>', "Rain.", ""),
        ('<div class="x"><img src="/r.jpg"><div class="y">Rain on the river.</div></div>', "Rain on the river.", ""),
        ('<picture><img src="/r.jpg"></picture><figcaption>Rain.</figcaption>', "Rain.", ""),
        ('<p><img src="/r.jpg"><br><em>Rain on the river</em></p>', "Rain on the river", ""),
        ('<p><img src="/r.jpg"></p><p><em>Rain on the river</em></p>', "Rain on the river", ""),
        ('<p><img src="/r.jpg"><br>Rain on the river</p>', "Rain on the river", ""),
        ('<div><img src="/r.jpg" alt="Rain on the river | AP"><p class="info">Rain on the '
        'river</p></div>', "Rain on the river", ""),
        ('<button><div><figure><img src="/r.jpg"><b>View 6 Images</b></figure></div><figcaption><p>Rain.<cite>Ann '
        'Ford</cite></p></figcaption></button>', "Rain.", "Ann Ford"),
        ('<figure><img src="/r.jpg"><figcaption><span class="visually-hidden">Image caption, '
        '</span>Rain.</figcaption></figure>', "Rain.", ""),
        ('<figure><img src="/r.jpg"><figcaption><span>Bild 2 von 7</span> Rain.</figcaption></figure>', "Rain.", ""),
        ('<figure><img src="/r.jpg"><figcaption><i>2 / 7</i> Rain.</figcaption></figure>', "Rain.", ""),
        ('<figure><img src="/r.jpg"><figcaption>A day <a href="/d">9/11</a></figcaption></figure>', "A day 9/11", ""),
        ('<figure><img src="/r.jpg"><figcaption>A <b>50/50</b> ferry</figcaption></figure>', "A 50/50 ferry", ""),
        ('<figure><img src="/r.jpg"><figcaption>The day of <i>9/11</i></figcaption></figure>', "The day of 9/11", ""),
        ('<figure><img src="/r.jpg"><figcaption><b>12 of 7</b> ferries</figcaption></figure>', "12 of 7 ferries", ""),
        ('<figure><img src="/r.jpg"><figcaption><span>Rain.</span><span>Ann Ford '
        '/ Post</span></figcaption></figure>', "Rain.", "Ann Ford / Post"),
        ('<div class="image"><div><img src="/r.jpg"></div><div class="image__metadata"><div '
        'class="image__caption">Rain.</div></div></div>', "Rain.", ""),
        ('<table><tr><td><img src="/r.jpg"></td></tr><tr><td><p>Rain on the river, seen from the '
        'bridge.</p></td></tr></table>', "Rain on the river, seen from the bridge.", ""),
        ('<p><img src="/r.jpg"></p><p>雨中的行人。新华社记者 王毓国 摄</p>', "雨中的行人。新华社记者 王毓国 摄", ""),
        ('<a data-caption="Rain. &lt;b&gt;© Ann Ford&lt;/b&gt;" href="/big.jpg"><img '
        'src="/r.jpg"></a>', "Rain.", "© Ann Ford"),
    ],
)  # fmt: skip
def test_caption_and_credit_are_kept_apart(html: str, caption: str, credit: str) -> None:
    body = among(html)
    (image,) = body.images
    assert (image.caption, image.credit) == (caption, credit)
    assert "<figcaption>" in body.html
    assert caption not in body.text.split("\n")


def test_the_caption_that_a_page_shows_goes_before_one_in_an_attribute() -> None:
    shown = among('<div><img src="/r.jpg" data-caption="Rain on the river"><div class="caption">Rain, …</div></div>')
    assert [i.caption for i in shown.images] == ["Rain, …"]
    twice = among('<img src="/r.jpg" data-caption="Rain on the river"><p>Rain on the river</p>')
    assert twice.html.count("Rain on the river") == 1


@pytest.mark.parametrize("box", ["a href=/big.jpg", "b"])
def test_one_attribute_is_no_caption_of_many_pictures(box: str) -> None:
    pictures = "".join(f"<i><img src=/{name}.jpg></i>" for name in "rstuvw")
    body = among(f"<p><{box} data-caption='Rain on the river'>{pictures}</{box[0]}></p>")
    assert body.images and "Rain on the river" not in body.html


def test_a_teaser_with_a_picture_is_no_caption() -> None:
    teaser = '<div><img src="/r.jpg" alt="Rain on the river"><a href="/other">Rain on the river</a></div>'
    assert "<figcaption" not in among(teaser).html


def test_alternative_text_is_the_images_own() -> None:
    assert (
        among('<figure><img src="/r.jpg" alt=" A  river "><figcaption>Rain</figcaption></figure>').images[0].alt
        == "A river"
    )


def test_a_wordpress_figure_keeps_what_a_theme_needs() -> None:
    html = """<figure id="attachment_239327" aria-describedby="caption-attachment-239327"
      style="width: 770px; color: red" class="wp-caption aligncenter x"><img loading="lazy" decoding="async"
      class="size-arc-image-770 wp-image-239327 z" data-recalc-dims="1" onerror="x()" sizes="100vw" alt
      src="/wp/image-90.jpg?w=770&#038;resize=770%2C433" srcset="/wp/image-90.jpg?w=770 170w">
      <figcaption id="c" class="wp-caption-text">Rain</figcaption></figure>"""
    assert left_over(html) == (
        '<figure id="attachment_239327" class="wp-caption aligncenter" style="width:770px" '
        'aria-describedby="caption-attachment-239327">'
        f'<img src="{SITE}/wp/image-90.jpg?w=770&amp;resize=770%2C433" alt="" loading="lazy" data-recalc-dims="1" '
        'class="size-arc-image-770 wp-image-239327"><figcaption>Rain</figcaption></figure>'
    )


def test_a_gallery_in_a_list_is_figures_in_their_order() -> None:
    items = "".join(
        f'<li><figure><img src="/{n}.jpg"><figcaption>Picture {n}</figcaption></figure></li>' for n in "abc"
    )
    body = among(f"<ul class='gallery'>{items}</ul>")
    assert [(i.url, i.caption) for i in body.images] == [(f"{SITE}/{n}.jpg", f"Picture {n}") for n in "abc"]


def test_a_base_element_moves_relative_addresses() -> None:
    inside = f'<article>{PARAGRAPHS}<img src="rain.jpg"></article>'
    page = f'<head><base href="https://cdn.example/x/"></head><body>{inside}</body>'
    assert body_of("", page=page).images[0].url == "https://cdn.example/x/rain.jpg"


def test_sizes_are_read_with_commas_in_addresses() -> None:
    assert sizes("/a,w_300/x.jpg 300w, /a,w_900/x.jpg 900w") == [(300.0, "/a,w_300/x.jpg"), (900.0, "/a,w_900/x.jpg")]
    assert sizes("/x.jpg, /y.jpg 2x, /z.jpg ²w") == [(0.0, "/x.jpg"), (1000.0, "/y.jpg")]


def test_of_a_width_and_a_height_the_width_is_the_size() -> None:
    assert sizes("/a.jpg 40w 60h, /b.jpg 600h 400w") == [(40.0, "/a.jpg"), (400.0, "/b.jpg")]
    preview = '<img src="/i/mole-40x60.x12.jpg" data-srcset="/i/mole-40x60.jpg 40w 60h,/i/mole.jpg 800w 1200h">'
    assert image_in(f"<figure>{preview}</figure>").endswith("/i/mole.jpg")


def test_the_largest_size_for_a_screen_is_taken() -> None:
    img = etree.fromstring('<img srcset="/s.jpg 400w, /m.jpg 1200w, /l.jpg 5000w"/>')
    assert best_address(img) == "/m.jpg"


@pytest.mark.parametrize(
    "name", ["grey-seal.jpg", "pixel-phone.jpg", "empty-shelves.webp", "1*sluice.jpeg", "clear-sky.jpg"]
)
def test_a_name_with_a_placeholder_s_word_may_be_a_picture_s(name: str) -> None:
    assert image_in(f'<img src="/pics/{name}">') == f"{SITE}/pics/{name}"


def test_a_preview_and_its_picture_are_one_and_two_pictures_are_two() -> None:
    previews = "".join(
        f'<p><img src="{GIF}" data-src="/{n}-300x200.jpg"><noscript><img src="/{n}.jpg"></noscript></p>' for n in "ab"
    )
    assert [i.url for i in among(previews).images] == [f"{SITE}/a-300x200.jpg", f"{SITE}/b-300x200.jpg"]
    other = f'<img src="/a.jpg"><p>Rain fell.</p><img src="{GIF}"><noscript><img src="/b.jpg"></noscript>'
    assert [i.url for i in among(other).images] == [f"{SITE}/a.jpg", f"{SITE}/b.jpg"]


@pytest.mark.parametrize(
    ("image", "inside", "behind"),
    [
        ('<img src="/flags/fr.svg" alt="France" width="20">', "", False),
        ('<img src="/tex/1.png" class="latex" alt="x = 3">', "x = 3 ", False),
        ('<img src="/e/wave.png" alt="🌊">', "🌊 ", False),
        ('<img src="https://tex.example/svg?w%3Dmc%5E%7B2%7D">', "w=mc^{2} ", False),
        ('<img src="https://tex.example/png?size=3&amp;tex=%5Calpha+%5Cbeta" alt="formula">', r"\alpha \beta ", False),
        ('<img src="https://tex.example/%5Csqrt%7Bw%7D.svg">', r"\sqrt{w} ", False),
        (r'<img src="https://pics.example/a\harbour\b.jpg" alt="">', "", True),
        ('<img src="/pics/harbour.jpg" alt="Harbour" width="640">', "", True),
    ],
)
def test_a_picture_in_a_sentence_does_not_cut_it(image: str, inside: str, behind: bool) -> None:
    body = among(f"<p>The wave carries {image} eleven tonnes a stone, as the engineers of the harbour said.</p>")
    line = next(line for line in body.text.split("\n") if line.startswith("The wave carries"))
    assert line == f"The wave carries {inside}eleven tonnes a stone, as the engineers of the harbour said."
    assert len(body.images) == behind


def test_a_formula_in_mathml_keeps_its_text() -> None:
    text = among("<p>It carries <math><mi>x</mi><mo>=</mo><mn>3</mn></math> a stone, the engineers said.</p>").text
    assert "It carries x=3 a stone" in text


def test_a_heading_between_a_picture_and_its_credit_is_the_caption() -> None:
    box = '<div class="wide"><img src="/b.jpg" width="900"><h4>Boats at the pier on Friday, with old piles behind</h4>'
    body = among(f'{box}<p class="by">Photo: Leif Brekke, Courier</p></div>')
    assert "Boats" not in body.text
    assert body.images[0].caption.startswith("Boats at the pier")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<a href="https://shop.example/x"><img src="/up/Banner-autumn-2023.jpg" width="900"></a>', False),
        ('<a href="https://shop.example/demo"><img src="/up/Garden-CTA-2.png" width="600"></a>', False),
        ('<img src="/up/cta-red-line-train.jpg" width="900">', True),
        ('<a href="/shows/garden"><img src="/up/ctaceae.jpg" width="640" height="360"></a>', True),
        ('<a href="/apps"><picture><img src="/up/app_728x90.png" width="728"></picture></a>', False),
        ('<a href="/up/Banner-autumn.jpg"><img src="/up/Banner-autumn.jpg" width="900"></a>', True),
        ('<img src="/up/protest-banner.jpg" width="900">', True),
        ('<a href="/piers"><img src="/banners/pier.jpg" width="900"></a>', True),
        ('<a href="/shows/garden"><img src="/up/garden.jpg" width="640" height="200"></a>', False),
        ('<a href="/shows/garden"><img src="/up/garden.jpg" width="160" height="600"></a>', False),
        ('<a href="/up/garden.jpg"><img src="/up/garden.jpg" width="640" height="200"></a>', True),
        ('<a href="/shows/garden"><img src="/up/garden.jpg" width="640" height="360"></a>', True),
        ('<img src="/up/garden.jpg" width="640" height="200">', True),
        ('<div class="banner_item"><a href="https://shop.example/"><img src="/up/garden.jpg"></a></div>', False),
        ('<div class="top-banner"><a href="/gardens/7"><img src="/up/garden.jpg"></a></div>', True),
        ('<div class="top-banner"><a href="https://pics.example/9.jpg"><img src="/up/garden.jpg"></a></div>', True),
    ],
)
def test_a_banner_that_leads_elsewhere_is_no_picture(html: str, shown: bool) -> None:
    assert bool(image_in(f"<p>{html}</p>")) == shown


@pytest.mark.parametrize("box", ["wp-block-media-text", "image-text right", "media text"])
def test_a_paragraph_of_the_text_beside_a_picture_is_no_caption(box: str) -> None:
    picture = '<figure><img src="/i/mole-77.jpg" width="800" alt=""></figure>'
    said = "Beside the picture stands the story of the plough that would not start."
    found = among(f'<div class="{box}">{picture}<div class="{box}__content"><p>{said}</p></div></div>')
    assert said in found.text.split("\n") and found.images[0].caption == ""
    below = among(f'<div class="media">{picture}<div class="media-caption"><p>{said}</p></div></div>')
    assert below.images[0].caption == said


def test_the_caption_of_a_table_in_a_figure_is_the_table_s() -> None:
    table = "<table><tr><th>Road</th><th>Open</th></tr><tr><td>Hill road</td><td>no</td></tr></table>"
    caption = "<figcaption>Roads on <b>Monday</b></figcaption>"
    for inside in (f"<figure>{table}{caption}</figure>", f"<figure>{caption}<div>{table}</div></figure>"):
        body = among(inside)
        assert "<table><caption>Roads on <b>Monday</b></caption>" in body.html
        assert body.text.count("Roads on Monday\nRoad Open") == 1
    assert "Roads" not in among(f"<figure>{caption}</figure><p>In the hills it was dry.</p>{table}").text


@pytest.mark.parametrize(
    "address",
    [
        "/icon-spinner-animated.svg", "/v2/lock-icon.9bbf0a30.svg", "/common/icons/loupe-w.svg", "/pfeil-rauf.svg",
        "/buttons/printfriendly-pdf-button.png", "/images/pin_it_button.png", "/img/app-store-badge.webp",
        "/images/logos/site_printlogo.gif", "https://track.example.com/event?asset=1&type=view", "/fcounter.php?id=7",
        "https://i.creativecommons.org/l/by-nc/4.0/80x15.png", "/print.svg",
        "/styles/lightbox_lupe.png", "/customavatars/ann_3.gif", "/users/7/avatars/1-39.png",
    ],
)  # fmt: skip
def test_signs_of_controls_badges_and_counters_are_no_pictures(address: str) -> None:
    assert image_in(f'<figure><img src="{address}" alt=""></figure>') == ""


@pytest.mark.parametrize(
    "address",
    [
        "/2026/arrow.jpg", "/2026/bow-and-arrow.png", "/2026/how-to-play-the-guitar.jpg", "/2026/arrow-diagram.svg",
        "/2026/new-logo-of-the-town.png", "/2026/search-and-rescue.webp", "/icons/saint-nicholas.jpg",
        "https://news.example.com/tracks/rain.jpg", "https://creativecommons.org/wp-content/uploads/rain.png",
        "/2026/avatars-of-the-stage.png", "/avatar/scene-4.png",
    ],
)  # fmt: skip
def test_pictures_that_are_called_like_signs_stay(address: str) -> None:
    assert image_in(f'<figure><img src="{address}" alt=""></figure>').endswith(address)


def test_another_s_logo_may_be_what_an_article_shows() -> None:
    assert image_in('<figure><img src="/2026/alpine-linux-logo.svg"></figure>') == f"{SITE}/2026/alpine-linux-logo.svg"


def test_a_width_that_a_script_fills_in_is_the_largest_of_those_it_may_choose() -> None:
    lazy = '<img src="/spacer.gif" data-src="/rain_{width}x.jpg" data-widths="[180, 540, 1080, 2048]">'
    assert image_in(lazy) == f"{SITE}/rain_1080x.jpg"


def test_the_web_s_buttons_are_no_pictures() -> None:
    assert image_in('<p><img src="/valley-friends.png" width=88 height=31></p>') == ""


def test_the_page_that_describes_a_picture_is_no_source_of_it() -> None:
    image = '<img src="/blank.gif" resource="https://wiki.example/wiki/File:harbour.jpg" loading="lazy">'
    assert among(f"<p>{image}</p>").images == []


@pytest.mark.parametrize("box", ["<div class='image-credit'><p>{}</p></div>", "<div class='photo-credit'>{}</div>"])
def test_a_credit_in_a_box_below_a_figure_is_the_figure_s(box: str) -> None:
    body = among(f"<figure><img src='/b.jpg' width='600'></figure>{box.format('Drawn by <a href=/x>Leif Brekke</a>.')}")
    assert "Leif" not in body.text
    assert "Leif Brekke" in f"{body.images[0].caption} {body.images[0].credit}"


def test_a_link_to_a_picture_that_shows_none_leaves_nothing() -> None:
    zoom = '<a href="/a-full.jpg" class="zoom"><span class="icon"></span></a>'
    assert image_in(f'<div><img src="/a.jpg" width="900">{zoom}</div>') == f"{SITE}/a.jpg"
    assert image_in('<a href="/other.jpg"><img src="/smallville.jpg"></a>') == f"{SITE}/smallville.jpg"
    assert image_in('<a href="/news/bridge"><img src="/thumb_a.jpg" width="640"></a>') == f"{SITE}/thumb_a.jpg"


def test_the_address_of_a_source_says_how_wide_it_is() -> None:
    small, large = "/rain.webp?f=16%3A9&w=480", "/rain.webp?f=16%3A9&w=1024"
    html = f'<picture><source media="(min-width: 481px)" srcset="{large}"><img src="{small}"></picture>'
    assert image_in(html) == f"{SITE}{large}"


def test_a_credit_below_several_pictures_is_that_of_all() -> None:
    rows = "".join(f'<figure><img src="/{n}.jpg"><figcaption>{n}.</figcaption></figure>' for n in ("Dam", "Pier"))
    shown = among(f'<div class="gallery">{rows}<p class="gallery-credit">Photos: Ann Bell</p></div>').images
    assert [(i.caption, i.credit) for i in shown] == [("Dam.", "Photos: Ann Bell"), ("Pier.", "Photos: Ann Bell")]
    own = rows.replace("Pier.</fig", "Pier. Photo: Jo Dee</fig")
    shown = among(f'<div class="gallery">{own}<p class="gallery-credit">Photos: Ann Bell</p></div>').images
    assert [i.credit for i in shown] == ["", "Photo: Jo Dee"]


def test_each_of_several_pictures_in_a_box_has_the_credit_below_it() -> None:
    rows = "".join(
        f"<figure><img src=/{name}.jpg width=600><figcaption>{name}.</figcaption></figure><p class=credit>Photo: {by}"
        for name, by in (("Dam", "Ann Bell"), ("Pier", "Jo Dee"), ("Mill", "Ida Holm"))
    )
    assert [i.credit for i in among(f"<div class=gallery>{rows}</div>").images] == [
        "Photo: Ann Bell",
        "Photo: Jo Dee",
        "Photo: Ida Holm",
    ]


def test_no_embed_takes_the_credit_of_pictures() -> None:
    film = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>'
    other = film.replace("dQ", "aQ")
    html = left_over(f'<div class="gallery">{film}{other}<p class="gallery-credit">Photos: Ann Bell</p></div>')
    assert html.count("</figure>") == 2
    assert html.count("<figcaption>") == html.count("</figcaption>")


def test_the_pixel_of_who_reads_without_scripts_is_no_picture() -> None:
    pixel = '<img src="https://m.dam.example/matomo.php?idsite=1&amp;rec=1" style="border:0;" alt="">'
    assert left_over(f"<noscript><p>{pixel}</p></noscript>") == ""
    assert image_in('<noscript><img src="/image.php?id=5" alt=""></noscript>') == f"{SITE}/image.php?id=5"


def test_a_byline_of_a_picture_says_who_made_it() -> None:
    below = '<div class="image-caption"><p>The dam.</p><span class="image-byline">Foto: Ann Bell</span></div>'
    shown = among(f'<div class="media"><div class="image"><img src="/a.jpg"></div>{below}</div>').images
    assert [(i.caption, i.credit) for i in shown] == [("The dam.", "Foto: Ann Bell")]
    assert left_over('<div class="byline-image"><span>Ann Bell</span></div>') == ""
