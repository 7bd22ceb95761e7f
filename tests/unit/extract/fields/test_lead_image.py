"""The lead image: the page's own picture, with its caption, credit and alternative text."""

import json

import pytest

from newscrawl.extract import read_page

SENTENCE = "Rain fell on the valley on Monday for the first time in three months. "
TEXT = "".join(f"<p>On day {n} of the week the news was good. {SENTENCE * 4}</p>" for n in range(6))


def lead(before: str = "", after: str = "", head: str = "", inside: str = "") -> tuple[str, str, str, str]:
    html = f"<head>{head}</head><body>{before}<article><h1>Rain at last</h1>{after}{TEXT}{inside}</article></body>"
    article = read_page(html.encode(), "https://www.valleypost.example/weather/rain").article
    assert article is not None
    return article.image, article.image_caption, article.image_credit, article.image_alt


OG = '<meta property="og:image" content="https://cdn.example/social/w_1200/valley-rain-7712.jpg">'
LD = '<script type="application/ld+json">%s</script>'
NODE = LD % json.dumps(
    {"@type": "NewsArticle", "headline": "Rain at last", "image": "https://cdn.example/crops/valley-rain-7712.jpg"}
)


@pytest.mark.parametrize(
    ("parts", "url"),
    [
        pytest.param(
            {"head": NODE, "after": '<figure><img src="/pics/valley-rain-7712.webp" width="800"></figure>'},
            "https://www.valleypost.example/pics/valley-rain-7712.webp",
            id="the page's version of JSON-LD's",
        ),
        pytest.param(
            {"head": OG, "after": '<figure><img src="/pics/valley-rain-7712.webp" width="800"></figure>'},
            "https://www.valleypost.example/pics/valley-rain-7712.webp",
            id="the page's version of an og:image cut for networks",
        ),
        pytest.param(
            {
                "head": '<meta property="og:image" content="https://cdn.example/wide/valley-rain-7712.jpg">',
                "after": '<figure><img src="/pics/valley-rain-7712.webp" width="800"></figure>',
            },
            "https://cdn.example/wide/valley-rain-7712.jpg",
            id="og:image alone, of which the page shows another version",
        ),
        pytest.param(
            {
                "head": '<meta property="og:image" content="https://cdn.example/social/valley-rain-7712.jpg">',
                "after": '<figure><img src="https://cdn.example/social/valley-rain-7712-1024x683.jpg"></figure>',
            },
            "https://cdn.example/social/valley-rain-7712.jpg",
            id="the whole file of which the page shows a copy",
        ),
        pytest.param(
            {"head": NODE, "before": '<img src="/logo.png" class="logo"><img src="/pics/valley-rain-7712.webp">'},
            "https://www.valleypost.example/pics/valley-rain-7712.webp",
            id="above the headline",
        ),
        pytest.param(
            {"head": OG, "after": '<figure class="lead"><img src="/pics/farmers.jpg" width="800"></figure>'},
            "https://www.valleypost.example/pics/farmers.jpg",
            id="another picture at the headline",
        ),
        pytest.param(
            {
                "after": f"<p>{'A standfirst that says it all. ' * 4}</p><figure><img src=/pics/farmers.jpg></figure>",
            },
            "https://www.valleypost.example/pics/farmers.jpg",
            id="behind the standfirst",
        ),
        pytest.param(
            {
                "head": OG,
                "after": f"<p>{'The text begins here. ' * 6}</p><figure><img src=/pics/farmers.jpg></figure>",
            },
            "https://cdn.example/social/w_1200/valley-rain-7712.jpg",
            id="declared before one of the text's own",
        ),
        pytest.param(
            {"head": OG, "after": '<div class="lead"><img src="/pics/still.jpg" style="display: none"></div>'},
            "https://cdn.example/social/w_1200/valley-rain-7712.jpg",
            id="one that nobody sees",
        ),
        pytest.param(
            {"head": OG, "after": '<figure><img src="" srcset=" 150w, 640w"></figure>'},
            "https://cdn.example/social/w_1200/valley-rain-7712.jpg",
            id="sizes without addresses",
        ),
        pytest.param(
            {"head": '<meta property="og:image" content="/media/harbour_default_4411.jpg">'},
            "https://www.valleypost.example/media/harbour_default_4411.jpg",
            id="a size called default",
        ),
        pytest.param({"head": OG}, "https://cdn.example/social/w_1200/valley-rain-7712.jpg", id="og:image alone"),
        pytest.param(
            {"head": OG, "after": '<a href="/author/jane-doe"><picture><img src="/pics/jane.jpg"></picture></a>'},
            "https://cdn.example/social/w_1200/valley-rain-7712.jpg",
            id="the author's portrait",
        ),
        pytest.param(
            {"head": OG, "after": '<aside><figure><img src="/pics/other.jpg"></figure></aside>'},
            "https://cdn.example/social/w_1200/valley-rain-7712.jpg",
            id="another story's picture",
        ),
        pytest.param(
            {
                "head": LD
                % json.dumps({"@type": "NewsArticle", "headline": "Rain at last", "image": {"url": "/pics/rain.jpg"}})
                + '<meta property="og:image" content="/social/stamped.jpg">'
            },
            "https://www.valleypost.example/pics/rain.jpg",
            id="JSON-LD before og:image",
        ),
        pytest.param(
            {"head": '<meta property="og:image" content="/img/default-share.png">'}, "", id="the site's stand-in"
        ),
        pytest.param({"head": '<meta property="og:image" content="/img/logo.svg">'}, "", id="the logo"),
        pytest.param({"head": '<meta property="og:image" content="/news/null">'}, "", id="a script's null"),
        pytest.param({"head": '<meta property="og:image" content="/img/defaultpic.gif?w=330">'}, "", id="a default"),
        pytest.param({"inside": '<img src="/qrcode.php?url=/a">'}, "", id="the address as a picture"),
        pytest.param({}, "", id="none"),
        pytest.param(
            {"inside": '<figure><img src="/pics/cows.jpg" width="800"></figure><p>And more of it.</p>'},
            "https://www.valleypost.example/pics/cows.jpg",
            id="the text's first picture",
        ),
        pytest.param(
            {"after": '<figure><img src="/spacer.gif" data-src="/pics/rain.jpg"></figure>'},
            "https://www.valleypost.example/pics/rain.jpg",
            id="behind a placeholder",
        ),
        pytest.param(
            {"head": '<base href="https://cdn.example/x/">', "after": '<figure><img src="rain.jpg"></figure>'},
            "https://cdn.example/x/rain.jpg",
            id="<base>",
        ),
        pytest.param(
            {"after": '<p>22 November 2026</p><div class="foto"><img src="/pics/rain.jpg"></div>'},
            "https://www.valleypost.example/pics/rain.jpg",
            id="in a box named like a picture",
        ),
        pytest.param(
            {"after": '<p>22 November 2026</p><p><img src="/pics/rain.jpg" width="400" height="300"></p>'},
            "https://www.valleypost.example/pics/rain.jpg",
            id="by its size alone",
        ),
        pytest.param(
            {"after": '<div class="picture"><img src="/pics/offer.gif" width="468" height="60"></div>'},
            "",
            id="a banner",
        ),
        pytest.param({"after": '<p><img src="/pics/offer.gif" width="336" height="280"></p>'}, "", id="a rectangle"),
        pytest.param({"after": '<div class="photo"><img src="/pics/ann.jpg" width="90"></div>'}, "", id="a portrait"),
    ],
)
def test_lead(parts: dict[str, str], url: str) -> None:
    assert lead(**parts)[0] == url


BOXES = (
    "related-articles relatedArticles RelatedArticles_box__3xY related__list recirc recirculation readMore moreFrom "
    "taboola outbrain upNext mostPopular mostRead trendingNow yarpp promoBox shareBar social-share authorBox "
    "newsletterSignup ad-slot sponsored sidebar"
).split()


def test_the_portrait_in_a_persons_box_is_no_lead() -> None:
    portrait = '<picture><img alt="Ann Ford" src="/pics/320w/f57f16.jpg"></picture>'
    box = f'<div itemscope itemtype="http://schema.org/Person">{portrait}<p itemprop="name">Ann Ford</p></div>'
    assert lead(head=OG, after=box)[0].endswith("valley-rain-7712.jpg")


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("inside", ["%s", "<ul><li><article><a href=/other>%s</a></article></li></ul>"])
def test_a_box_that_the_body_leaves_out_gives_no_lead(box: str, inside: str) -> None:
    picture = '<figure><img src="/pics/another-story-5541.jpg" width="640" height="360"></figure>'
    assert lead(head=OG, after=f'<div class="{box}">{inside % picture}</div>')[0].endswith("valley-rain-7712.jpg")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div class='theiaStickySidebar'>%s</div>", id="a sidebar's script around the article"),
        pytest.param("<div class='sidebar-layout__content'>%s</div>", id="a layout with a sidebar"),
        pytest.param("<article class='post related-on'>%s</article>", id="a post of a category"),
    ],
)
def test_names_of_boxes_that_hold_the_text_are_not_believed(page: str) -> None:
    own = '<h1>Rain at last</h1><div class="pic"><img src="/pics/farmers.jpg" width="800" height="500"></div>'
    html = f"<head>{OG}</head><body>{page % (own + TEXT)}</body>"
    article = read_page(html.encode(), "https://www.valleypost.example/weather/rain").article
    assert article is not None and article.image.endswith("/pics/farmers.jpg")


@pytest.mark.parametrize(
    ("box", "name"), [("teaser-image", ""), ("post-meta", ""), ("picture", "block-image-ads hero-image")]
)
def test_names_of_the_picture_itself_are_not_another_story_s(box: str, name: str) -> None:
    after = f'<figure class="{box}"><img class="{name}" src="/pics/farmers.jpg" width="800"></figure>'
    assert lead(head=OG, after=after)[0].endswith("/pics/farmers.jpg")


def test_the_declared_picture_is_known_in_a_box_at_the_headline() -> None:
    after = '<div class="articleview__sharing"><img src="/pics/valley-rain-7712.jpg" width="800"></div>'
    assert lead(head=NODE, after=after)[0] == "https://www.valleypost.example/pics/valley-rain-7712.jpg"


def test_caption_credit_and_alt_are_kept_apart() -> None:
    figure = """<figure><img src="/pics/rain.jpg" alt="A field">
        <figcaption>Farmers in the rain. <span class="credit">Photo: Jane Doe/AFP</span></figcaption></figure>"""
    _, caption, credit, alt = lead(after=figure)
    assert caption == "Farmers in the rain."
    assert "Jane Doe/AFP" in credit
    assert alt == "A field"


@pytest.mark.parametrize("credit", ["credit", "credito", "crédit", "foto-credit", "bildrechte"])
@pytest.mark.parametrize("box", ["photo", "foto", "pic"])
def test_caption_and_credit_in_plain_boxes(box: str, credit: str) -> None:
    picture = '<img src="/pics/rain.jpg" width="400" height="300">'
    below = f'<span class="caption">Farmers in the rain.</span> <span class="{credit}">Jane Doe / AFP</span>'
    _, caption, named, _ = lead(after=f'<p>22 November 2026</p><div class="{box}">{picture}{below}</div>')
    assert (caption, named) == ("Farmers in the rain.", "Jane Doe / AFP")


def test_json_ld_s_caption_is_taken_where_the_page_shows_none() -> None:
    image = {"@type": "ImageObject", "url": "/pics/rain.jpg", "caption": "Farmers", "creditText": "Jane Doe"}
    node = {"@type": "NewsArticle", "headline": "Rain at last", "image": [image]}
    assert lead(head=LD % json.dumps(node))[1:3] == ("Farmers", "Jane Doe")


def test_a_picture_called_like_the_headline_leads_where_nothing_is_declared() -> None:
    cover = '<header><img src="/logo-of-all.png" alt="Post"><img src="/covers/7.jpg" alt="Rain at last"></header>'
    assert lead(cover, inside='<img src="/own.jpg" alt="">')[0] == "https://www.valleypost.example/covers/7.jpg"
    assert lead(inside='<img src="/own.jpg" alt="">')[0] == "https://www.valleypost.example/own.jpg"


@pytest.mark.parametrize(
    "address",
    [
        "/img/printlogo.png",
        "/img/post-social-icon.jpg",
        "/fbicons/post.png",
        "/img/post-wordmark-og.png",
        "/images/logo/Post2.png",
        "/i/placeholders/thumb.jpg",
        "/blavatar/0a9f7c2e4b?s=200",
        "https://no-cache.hubspot.com/cta/default/1/2b.png",
    ],
)
def test_a_sign_by_its_file_or_folder_is_no_lead(address: str) -> None:
    assert lead(head=f'<meta property="og:image" content="{address}">')[0] == ""
    assert lead(after=f'<figure><img src="{address}" width="640" height="400"></figure>')[0] == ""


@pytest.mark.parametrize(
    "file",
    [
        "silicon-valley.jpg",
        "dialogo-nacional.jpg",
        "pop-icon-dies.jpg",
        "fashion-icon.jpg",
        "icon-of-the-seas.jpg",
        "icon-of-the-seas.png",
    ],
)
def test_a_picture_of_an_icon_or_a_dialogue_leads(file: str) -> None:
    assert lead(head=f'<meta property="og:image" content="/pics/{file}">')[0].endswith(file)


def test_a_wide_picture_above_the_text_leads_whose_height_nothing_says() -> None:
    wide = '<img src="/pics/rain.jpg" width="640">'
    assert lead(after=f"<p>22 November 2026</p>{wide}")[0] == "https://www.valleypost.example/pics/rain.jpg"
    assert lead(after=f"<p>22 November 2026</p>{wide.replace('640', '120')}")[0] == ""
    assert lead(after=wide.replace("640", "100%"))[0] == "https://www.valleypost.example/pics/rain.jpg"
    declared = '<meta property="og:image" content="/social/farmers.jpg">'
    assert lead(head=declared, after=wide)[0] == "https://www.valleypost.example/social/farmers.jpg"


def test_the_icon_of_an_app_is_no_lead() -> None:
    assert lead(head='<meta property="og:image" content="/media/android-chrome-192x192.png">')[0] == ""


@pytest.mark.parametrize(
    "address", ["https://e.example/authors/ann-314.jpg", "https://secure.gravatar.com/avatar/ab?s=314"]
)
def test_a_declared_portrait_is_no_lead(address: str) -> None:
    assert lead(head=f'<meta property="og:image" content="{address}">')[0] == ""


@pytest.mark.parametrize(
    ("head", "inside"),
    [
        ('<link rel="shortcut icon" href="/i/gull.png">', ""),
        ("", '<aside><div class="avatar-box"><img src="/i/gull.png"></div></aside>'),
        ("", '<section class="card-about"><a href="/"><img class="site-logo" src="/i/gull.png"></a></section>'),
    ],
)
def test_a_declared_picture_that_is_the_site_s_sign_or_a_portrait_is_no_lead(head: str, inside: str) -> None:
    declared = '<meta property="og:image" content="https://www.valleypost.example/i/gull.png">'
    assert lead(head=declared + head, after=inside)[0] == ""
    assert lead(head=declared + head, inside=inside)[0] == ""
    assert lead(head=declared)[0].endswith("gull.png")


@pytest.mark.parametrize("address", ["/weather/rain", "/weather/rain#primaryimage", "https://www.valleypost.example/"])
def test_an_address_of_a_page_is_no_picture(address: str) -> None:
    node = {"@type": "NewsArticle", "headline": "Rain at last", "image": {"@id": address}}
    assert lead(head=LD % json.dumps(node))[0] == ""
    assert lead(head=f'<meta property="og:image" content="{address}">')[0] == ""


def test_the_picture_of_a_json_ld_author_is_no_lead() -> None:
    portrait = "https://e.example/p/ann.jpg"
    node = {"@type": "NewsArticle", "image": portrait, "author": {"@type": "Person", "name": "Ann", "image": portrait}}
    assert lead(head=f'<script type="application/ld+json">{json.dumps(node)}</script>')[0] == ""


@pytest.mark.parametrize("folder", ["autorennen", "film/avatar", "autoren-treffen"])
def test_a_declared_picture_of_a_race_or_a_film_leads(folder: str) -> None:
    address = f"https://e.example/{folder}/start-314.jpg"
    assert lead(head=f'<meta property="og:image" content="{address}">')[0] == address


def test_a_picture_in_the_link_to_another_page_is_no_lead() -> None:
    def card(address: str) -> str:
        return f'<div class="cover"><a href="{address}"><img class="cover" src="/pics/other.jpg" alt=""></a></div>'

    declared = '<meta property="og:image" content="https://cdn.example/own-77.jpg">'
    assert lead(after=card("/weather/the-drought"), head=declared)[0] == "https://cdn.example/own-77.jpg"
    assert lead(after=card("/pics/other-large.jpg"))[0] == "https://www.valleypost.example/pics/other.jpg"


def test_paragraphs_of_chinese_are_as_long_as_what_they_say() -> None:
    line = "山谷里三个月来第一次下雨，农民们站在田边看着天空，孩子们在街上跑来跑去，大家都很高兴。"
    card = '<div class="hero"><img src="/pics/other.jpg" alt=""></div>'
    page = f"<body><article><h1>山谷终于下雨了</h1>{f'<p>{line}</p>' * 5}</article>{card}</body>"
    head = '<head><meta property="og:image" content="https://cdn.example/own-77.jpg"></head>'
    article = read_page((head + page).encode(), "https://www.valleypost.example/weather/rain").article
    assert article is not None
    assert article.image == "https://cdn.example/own-77.jpg"


ABOVE = '<img src="/pics/quay.jpg" width="1600" height="1000" alt="">'


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "<main><div>{figure}<h1>Rain at last</h1></div><div>{text}</div></main>", id="in the headline's box"
        ),
        pytest.param("<article>{figure}<header><h1>Rain at last</h1></header>{text}</article>", id="above that box"),
    ],
)
@pytest.mark.parametrize(
    "figure",
    [f"<figure>{ABOVE}<figcaption>The quay</figcaption></figure>", f'<div class="post-thumbnail">{ABOVE}</div>', ABOVE],
)
def test_a_picture_right_above_the_headline_leads_where_none_is_declared(page: str, figure: str) -> None:
    text = f'{TEXT}<figure><img src="/pics/boats.jpg" width="800" height="500"></figure>{TEXT}'
    html = f"<body>{page.format(figure=figure, text=text)}</body>"
    article = read_page(html.encode(), "https://www.valleypost.example/weather/rain").article
    assert article is not None and article.image == "https://www.valleypost.example/pics/quay.jpg"


@pytest.mark.parametrize(
    "above",
    [
        f'<div class="post-thumbnail">{ABOVE}{ABOVE}</div>',
        f'<figure><a href="/sport/cup">{ABOVE}</a></figure>',
        '<div class="site-logo"><img src="/pics/paper.jpg" width="600" height="200"></div>',
        f'<div class="related-media">{ABOVE}</div>',
    ],
)
def test_what_stands_above_the_headline_else_does_not_lead(above: str) -> None:
    html = f"<body><main><div>{above}<h1>Rain at last</h1></div><div>{TEXT}</div></main></body>"
    article = read_page(html.encode(), "https://www.valleypost.example/weather/rain").article
    assert article is not None and article.image == ""


@pytest.mark.parametrize("name", ["lead-caption", "popisek", "bildetekst"])
def test_a_caption_behind_the_picture_s_box_is_its_own(name: str) -> None:
    picture = "<div class=a><div><img src=/r.jpg width=900 height=600></div></div>"
    box = f'{picture}<p class="{name}">Rain at dusk. Photo: Ann</p>'
    assert lead(after=box)[1:3] == ("Rain at dusk.", "Photo: Ann")
    assert lead(after=box.replace(name, "kicker"))[1] == ""


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        ('<section style="background-image:url(/i/quay-1200.jpg)"><div><h1>Quay</h1></div></section>', True),
        ("<section style=\"background: url('/i/quay-1200.jpg') center/cover\"><h1>Quay</h1></section>", True),
        ('<div class="cover lazy" data-bg="/i/quay-1200.jpg"></div><h1>Quay</h1>', True),
        ('<div style="background:url(/i/quay-1200.jpg)">The Saltmarsh Post</div><h1>Quay</h1>', False),
        ('<section style="background:url(/i/logo-white.jpg)"><h1>Quay</h1></section>', False),
        ('<section style="background:#eee"><h1>Quay</h1></section>', False),
    ],
)
def test_a_background_around_or_above_the_headline_is_the_lead_where_no_other_is(above: str, shown: bool) -> None:
    text = "<p>The harbour board met on Monday and heard how the old quay is to be mended this year.</p>" * 5
    page = f"<body><main>{above}<div>{text}</div></main></body>"
    article = read_page(page.encode(), "https://saltmarsh.example/quay").article
    assert article and article.image == ("https://saltmarsh.example/i/quay-1200.jpg" if shown else "")


@pytest.mark.parametrize("between", ["", ",", ", "])
def test_of_several_pictures_in_one_meta_tag_the_first_leads(between: str) -> None:
    several = between.join(f"https://cdn.example/pics/valley-rain-{n}.jpg" for n in (1, 2, 3))
    found = lead(head=f'<meta property="og:image" content="{several}">')
    assert found[0] == "https://cdn.example/pics/valley-rain-1.jpg"


@pytest.mark.parametrize("byline", ["", '<p class="byline">By Ann Bell</p>'])
def test_the_picture_behind_an_empty_box_below_the_headline_leads(byline: str) -> None:
    cover = '<div class="cover" style="background: linear-gradient(#0008, #0008), url(/rain-1600.jpg)"></div>'
    assert lead(after=byline + cover)[0] == "https://www.valleypost.example/rain-1600.jpg"


@pytest.mark.parametrize(
    ("above", "leads"),
    [
        ('<figure><img src="/rain.jpg" width="900"><figcaption>Rain.</figcaption></figure>', True),
        ('<div class="single"><figure><img src="/rain.jpg" width="900"></figure></div>', True),
        ('<div class="single"><img src="/rain.jpg" width="900"><p>Read all of the storm.</p></div>', False),
        ('<figure><a href="/storm"><img src="/rain.jpg" width="900"></a></figure>', False),
    ],
)
def test_a_picture_above_the_article_leads_before_one_that_was_cut_for_networks(above: str, leads: bool) -> None:
    head = '<meta property="og:image" content="https://cdn.example/social/card-1200x630.jpg">'
    image = lead(head=head, before=above)[0]
    assert image == (
        "https://www.valleypost.example/rain.jpg" if leads else "https://cdn.example/social/card-1200x630.jpg"
    )


@pytest.mark.parametrize(("words", "leads"), [("Weather", True), ("All of the storm, hour by hour. " * 5, False)])
def test_the_picture_behind_a_few_words_below_the_headline_leads(words: str, leads: bool) -> None:
    box = f'<div class="entry-hero" style="background-image:url(/rain.jpg)"><p>{words}</p></div>'
    assert lead(after=box)[0] == ("https://www.valleypost.example/rain.jpg" if leads else "")


@pytest.mark.parametrize("name", ["photo-text", "picture-text"])
def test_a_line_called_a_picture_s_text_is_its_caption(name: str) -> None:
    picture = "<div class=img-zoom><img src=/weir.jpg width=750 height=400></div>"
    box = f"{picture}<p class={name}>The weir. Photo: Odd Gull</p>"
    assert lead(after=box)[1:3] == ("The weir.", "Photo: Odd Gull")


@pytest.mark.parametrize(
    ("below", "leads"),
    [
        ("<div class=caption>The weir on Monday, seen from the mill. <span>(Odd Gull)</span></div>", True),
        ("<p class=bildtext>Fördämningen på måndagen, sedd från kvarnen.</p>", True),
        ("<div class=caption>The weir</div>", False),
        ("<div class=words>The weir on Monday, seen from the mill. (Odd Gull)</div>", False),
        ("<a class=caption href=/x>The weir on Monday, seen from the mill by all.</a>", False),
    ],
)
@pytest.mark.parametrize(("width", "is_wide"), [(238, True), (90, False)])
def test_a_small_picture_with_a_caption_beside_the_text_leads(
    below: str, leads: bool, width: int, is_wide: bool
) -> None:
    picture = f"<table align=right><tr><td><div id=w{width}><img src=/weir.jpg width={width} height=327>"
    assert (lead(after=f"{picture}{below}</div></td></tr></table>")[0] != "") == (leads and is_wide)


def test_a_picture_that_the_head_links_leads_where_the_page_has_no_other() -> None:
    linked = '<link rel="image_src" href="https://cdn.example/linked-rain.jpg">'
    assert lead(head=linked)[0] == "https://cdn.example/linked-rain.jpg"
    assert lead(head=linked + OG)[0] == "https://cdn.example/social/w_1200/valley-rain-7712.jpg"
    assert lead(head=linked.replace("linked-rain", "share"))[0] == ""


def test_a_picture_of_the_site_s_theme_is_no_lead() -> None:
    theme = '<figure><img src="/wp-content/themes/valley/img/stars.png" width="900"></figure>'
    assert lead(after=theme, head=OG)[0] == "https://cdn.example/social/w_1200/valley-rain-7712.jpg"


@pytest.mark.parametrize(
    ("kind", "inside", "leads"),
    [
        ("BlogPosting", '<div itemprop=image itemscope itemtype="https://schema.org/ImageObject">{}</div>', True),
        ("NewsArticle", "<span itemprop=image itemscope>{}</span>", True),
        ("Article", "{}", False),
        ("Person", "<div itemprop=image itemscope>{}</div>", False),
        ("Organization", '<div itemprop=image itemscope itemtype="/ImageObject">{}</div>', False),
    ],
)
def test_the_picture_that_microdata_names_leads_where_no_other_does(kind: str, inside: str, leads: bool) -> None:
    name = "url" if "itemscope" in inside else "image"
    told = inside.format(f"<meta itemprop={name} content=/up/weir.jpg><meta itemprop=width content=900>")
    item = f"<div itemscope itemtype='http://schema.org/{kind}'>{told}</div>"
    assert lead(before=item)[0] == ("https://www.valleypost.example/up/weir.jpg" if leads else "")
    assert lead(before=item.replace("900", "300"))[0] == ""
    shown = lead(before=item, after="<figure><img src=/mud.jpg></figure>")
    assert shown[0] == "https://www.valleypost.example/mud.jpg"


@pytest.mark.parametrize(
    ("file", "is_plugin_s"),
    [
        ("/wp-content/plugins/pdf-print/images/pdf.png", True),
        ("/blog/wp-content/plugins/first-letter/images/48/latin_d.png", True),
        ("/sites/all/modules/print/icons/pdf.gif", True),
        ("/modules/mod_share/img/mail.svg", True),
        ("/wp-content/plugins/thumbs/thumb.php?src=/up/weir.png", False),
        ("/wp-content/uploads/plugins/pdf.png", False),
        ("/wp-content/plugins/gallery/weir.jpg", False),
        ("/wp-content/plugins/latex/cache/tex_0a4f.png", False),
        ("/wp-content/plugins/wp-latexrender/pictures/0a4f.gif", False),
    ],
)
def test_a_file_that_comes_with_a_plugin_is_no_picture(file: str, is_plugin_s: bool) -> None:
    html = f"<article><h1>Rain at last</h1><figure><img src='{file}'></figure>{TEXT}</article>"
    article = read_page(html.encode(), "https://www.valleypost.example/weather/rain").article
    assert article is not None
    assert "<img" not in article.body  # one that leads stands above the text
    assert (article.image == "") == is_plugin_s


@pytest.mark.parametrize(("link", "leads"), [("/weather/rain/photo/77-1", True), ("/weather/rainbow", False)])
def test_a_picture_whose_link_leads_to_the_article_s_own_gallery_leads(link: str, leads: bool) -> None:
    box = f'<div class="opener"><a href="{link}"><img src="/pics/weir.jpg" width="630" height="420"></a></div>'
    assert (lead(after=box)[0] != "") == leads
