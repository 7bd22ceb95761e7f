"""Article links among a page's links, its next page, its sections, and what an address alone tells."""

import json

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response

from newscrawl.discover import find, json_listing
from newscrawl.discover.cards import cards
from newscrawl.discover.frontier import WINDOW, Frontier
from newscrawl.discover.json_listing import json_links, json_next
from newscrawl.discover.link import Link, NoLinks
from newscrawl.discover.listing import MOST_ELEMENTS, card_links, likely_links, page_of, readable
from newscrawl.discover.origin import Origin
from newscrawl.discover.paging import next_page
from newscrawl.discover.sniff import kind_of
from newscrawl.discover.url_patterns import Shapes, beside_articles
from newscrawl.discover.url_shape import is_article, is_of_history, score, shape
from newscrawl.extract.page.page import Page

URL = "https://example.com/news/"


def page(body: str) -> Page:
    return Page(f"<html><body>{body}</body></html>".encode(), URL)


ARTICLES = """
/story/3000000218734/a-title  /19765800/golf-of-north-america  /stories/3376705/  /2021/12/9/a-title
/a-title-of-four-words  /news/explainers-63159607  /news/articles/clymn8zyrp9o  /doc/7715044  /article/1011185
/cnt/dmf20250202_96887132  /news/2021/12/9/%E4%BA%94%E8%A7%92%E5%A4%A7%E6%A5%BC%E7%A1%AE%E8%AE%A4
/read.php?id=31007  /weather/2024/04/26/storms-in-iowa  /esteri/25_gennaio_05/trump-accoglie-meloni-3c53a5b8.shtml
/articles/AST1F4445T1FUTIL02SM.html  /a/Ard8wM/hanna-18-missing-since-monday
/legal/litigation/court-lets-the-harbour-sue-2026-11-20/  /news/people/who-keeps-the-lamp-lit-b2958123.html
/section/world/news/harbour-council-votes-on-bridge/  /category/x/council-votes-on-bridge-again-48213
/topics/world/2026/11/20/bridge  /profile/2026/11/20/a-keeper-of-lamps  /help/2026/11/20/how-to-cross
/about/2026/11/20/bridges  /recipes/cookies/oat-cookies-of-the-north-90812  /author/ann-lee/why-the-bridge-was-closed/
""".split()
OTHERS = """
/  /news/  /sport/football/  /tag/a-long-tag-of-many-words  /author/ann-lee-and-others-by-the-sea/  /2026/11/
/2026/  /page/2/  /news/?page=3  /search?q=old+harbour+bridge  /kontakt-und-impressum  /our-privacy-policy
/report-2026-11-22.pdf  /rss.xml  /login  /wp-content/uploads/2026/11/a.jpg  /category/world/europe/germany/
/index.html  /de/index.php  /people/ann-lee-12345/  /topics/harbour-bridge  /legal/  /section/world/news/  /tag/2026
/author/ann-lee/articles/  /help/how-do-i-cancel-my-newsletter/  /category/world/middle-east/  /cookie-settings  /news/newsletter
""".split()


@pytest.mark.parametrize("path", ARTICLES)
def test_an_articles_address_is_known(path: str) -> None:
    assert is_article(f"https://example.com{path}")


@pytest.mark.parametrize("path", OTHERS)
def test_another_address_is_none(path: str) -> None:
    assert score(f"https://example.com{path}") < 0


@pytest.mark.parametrize(
    "query",
    ["?title=Pier&diff=40&oldid=0", "?rev=1781212500&do=diff", "?rev=1781212500", "?action=edit", "?a=1&replytocom=7"],
)
def test_what_a_page_s_history_has_is_no_article(query: str) -> None:
    assert is_of_history(f"https://example.com/news/the-old-pier-of-tolsta-fell{query}")
    assert score(f"https://example.com/news/the-old-pier-of-tolsta-fell{query}") < 0
    assert not is_of_history("https://example.com/?action=view&rev=2&difference=1&do=read")


def test_articles_of_a_site_share_their_shape() -> None:
    assert shape("https://www.example.com/news/2026/11/22/old-stone-bridge") == shape(
        "https://example.com/news/2021/1/2/ships-leave-the-port"
    )
    assert shape("https://example.com/news/2026/11/22/old-stone-bridge") != shape(
        "https://example.com/sport/2026/11/22/old-stone-bridge"
    )
    assert score("http://[") < 0


LISTING = """
<header><nav><a href="/politics/">Politics</a><a href="/special/in-the-navigation/">In the navigation</a></nav></header>
<main>
<article><a href="/one-two-three-four"><img src="a.jpg"></a><h2><a href="/one-two-three-four">One two three four</a></h2>
  <time datetime="2026-11-22T08:00:00Z">today</time><a href="/one-two-three-four">Read more</a></article>
<div class="teaser"><a href="/short"><h3>Short words</h3><p>and a summary of what it is about</p></a></div>
<article><header><h2><a href="/in-a-header-of-its-own">In a header of its own</a></h2></header></article>
<li class="tags"><a href="/a-tag-that-looks-like-one-2026">A tag that looks like one</a></li>
<p class="byline"><a href="/people/ann-lee">Ann Lee of the harbour desk</a></p>
<a href="https://other.example/2026/11/22/a-story-of-theirs">A story of another site altogether</a>
<a href="#top">Top</a><a href="mailto:a@example.com">Write to us about the harbour</a><a>nothing</a><a href="http://[">bad</a>
</main><footer><h4><a href="/how-we-all-work-here">How we work here</a></h4></footer>"""


def test_article_links_are_told_by_where_they_stand() -> None:
    found = cards(page(LISTING).tree, URL)
    assert [link.url.removeprefix("https://example.com") for link in found] == [
        "/one-two-three-four", "/short", "/in-a-header-of-its-own",
    ]  # fmt: skip
    assert found[0].title == "One two three four"
    assert found[0].published and found[0].published.isoformat() == "2026-11-22T08:00:00+00:00"
    assert found[1].title == "Short words"


@pytest.mark.parametrize("item", ["<p>{}</p>", "<li>{}</li>", "<td>{}</td>"])
def test_short_headlines_without_a_heading_are_told_by_the_folder_that_they_share_with_articles(item: str) -> None:
    said = {
        "/noticias/el-puerto-recupera-su-grua.html": "El puerto recupera su grúa",
        "/noticias/las-cuentas-del-mercado.html": "Las cuentas del mercado de abastos",
        "/noticias/cronologia-de-la-huelga.html": "Cronología de la huelga",
        "/noticias/poniente-2-villamar-1.html": "Poniente 2 – Villamar 1",
        "/noticias/opinion-el-ruido.html": "El ruido",
    }
    lists = {
        "/local.html": "Local",
        "/noticias/deportes.html": "Deportes",
        "/temas/puerto-viejo.html": "Puerto",
    }
    links = "".join(item.format(f'<a href="{path}">{name}</a>') for path, name in {**said, **lists}.items())
    found = cards(page(links).tree, "https://faro.example/")
    assert [link.url for link in found] == [f"https://faro.example{path}" for path in said]


def test_a_form_around_the_whole_page_is_no_form_among_its_links() -> None:
    """ASP.NET puts every page into one."""
    whole = page(
        f'<form id="aspnetForm" action="Default.aspx"><input type="hidden" name="__VIEWSTATE">{LISTING}</form>'
    )
    assert [link.url for link in cards(whole.tree, URL)] == [link.url for link in cards(page(LISTING).tree, URL)]
    small = '<form class="login"><a href="/a-title-of-five-long-words">Forgot the words you chose?</a></form>'
    assert len(cards(page(LISTING + small).tree, URL)) == 3


def response(body: str) -> Response:
    return HtmlResponse(URL, body=body.encode(), request=Request(URL))


def test_a_sites_own_selectors_are_layouts_in_order() -> None:
    found = list(card_links(response(LISTING), ("div.gone a", "article h2 a")))
    assert [link.title for link in found] == ["One two three four", "In a header of its own"]
    with pytest.raises(NoLinks, match=r"no links match div\.gone a, div\.too a on https://example.com/news/"):
        list(card_links(response(LISTING), ("div.gone a", "div.too a")))


@pytest.mark.parametrize(
    ("body", "following"),
    [
        ('<a rel="next" href="?page=2">→</a>', "https://example.com/news/?page=2"),
        ('<a href="/news/page/2/">Older posts</a>', "https://example.com/news/page/2/"),
        ('<a href="?offset=20">更多</a>', "https://example.com/news/?offset=20"),
        ('<a href="?p=2"><span>Nächste Seite »</span></a>', "https://example.com/news/?p=2"),
        ('<b>1</b> <a href="?page=2">2</a> <a href="?page=9">9</a>', "https://example.com/news/?page=2"),
        ('<button class="load-more" data-url="/api/more?offset=10">Load more</button>', "https://example.com/api/more?offset=10"),
        ('<div class="pagination"><a href="/news/page3" class="next">&gt;</a></div>', "https://example.com/news/page3"),
        ('<a href="/sport/">More</a>', ""),  # leads to a section
        ('<a rel="next" href="https://other.example/?page=2">next</a>', ""),
        ('<a rel="next" href="/news/">this page</a>', ""),
        ('<a href="/2026/11/22/two">2</a><video data-src="/film.mp4"></video>', ""),
    ],
)  # fmt: skip
def test_the_next_page_of_a_listing(body: str, following: str) -> None:
    assert next_page(page(body).tree, URL) == following


def test_a_json_answer_is_a_listing() -> None:
    wordpress = [{"link": "/a-b-c-d", "title": {"rendered": "A &amp; B"}, "date_gmt": "2026-11-22"}, {"link": "/x"}]
    (link,) = json_links(json.dumps(wordpress).encode(), URL)
    assert (link.url, link.title, link.published_precision) == ("https://example.com/a-b-c-d", "A & B", "day")
    html = json.dumps({"data": {"html": LISTING}}).encode()
    assert len(json_links(html, URL)) == 3
    (link,) = json_links(b'{"title": "The council votes", "url": "/a", "publishedAt": 1795163400000}', URL)
    assert link.published and link.published.isoformat() == "2026-11-20T08:30:00+00:00"
    assert json_links(b"{", URL) == [] and json_links(b"[" * 100_000, URL) == []
    assert (
        json_next(b'{"next": "/api?page=3"}', "https://example.com/api?page=2", 5) == "https://example.com/api?page=3"
    )
    assert json_next(b"[]", "https://example.com/api?offset=20&n=1", 10) == "https://example.com/api?offset=30&n=1"
    assert json_next(b"[]", "https://example.com/api?offset=20", 0) == ""


def test_feeds_sections_and_sitemaps_are_found() -> None:
    head = """<link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="alternate" type="application/rss+xml"
      title="Comments" href="/comments/feed/"><link rel="alternate" type="application/json+oembed" href="/oembed?x=1">
      <a href="/rss.xml">RSS</a><a href="https://other.example/rss.xml">theirs</a><a href="/rss/how-to-read-them">about</a>"""
    assert find.feeds(page(head).tree, URL) == ["https://example.com/feed/", "https://example.com/rss.xml"]
    nav = '<nav><a href="/politics/">P</a><a href="/login">L</a><a href="/tag/x/">T</a><a href="/2026/11/22/a-b-c-d">A</a></nav>'
    assert find.sections(page(nav).tree, URL) == ["https://example.com/politics/"]
    robots = b"\xef\xbb\xbfSitemap: /one.xml\nUser-agent: *\nDisallow: /\n  sitemap:https://example.com/two.xml # no\nSitemap:"
    assert find.sitemaps(robots, "https://example.com/robots.txt")[0] == "https://example.com/one.xml"


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("post-sitemap.xml", True), ("page-sitemap.xml", False), ("category-sitemap.xml", False), ("sitemap-tags.xml", False),
        ("image-sitemap.xml", False), ("sitemap_video.xml", False), ("wp-sitemap-posts-post-1.xml", True),
        ("wp-sitemap-posts-page-1.xml", False), ("wp-sitemap-taxonomies-category-1.xml", False), ("wp-sitemap-users-1.xml", False),
        ("post_tag-sitemap.xml", False), ("wp-sitemap-taxonomies-post_tag-1.xml", False), ("news-category-sitemap2.xml", False),
        ("post-sitemap12.xml", True), ("article-tags.xml", False), ("sitemap-articles-2026.xml", True),
        ("sitemap-2026-11.xml.gz", True), ("news-sitemap-images.xml", True), ("sitemap.xml?yyyy=2026&mm=02", True),
        ("categories/rivers.xml", False), ("blog/tags/weir.xml", False), ("authors/ann-ford.xml", False), ("rss.xml", True),
        ("category/post-sitemap.xml", True), ("tagebuch/sitemap.xml", True), ("tags/2026/sitemap.xml", True),
    ],
)  # fmt: skip
def test_a_sitemap_of_images_or_tags_is_left(name: str, may: bool) -> None:
    assert find.may_hold_articles(f"https://example.com/{name}") is may


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\n<?xml version='1.0'?><!-- <html> is not --><rss version='2.0'>", "feed"),
        (b"<!DOCTYPE html><html><head><title>x</title></head><body><rss version='2.0'>", "page"),
        (b"<rs version='2.0'><channel><item><title>the root is broken</title></item>", "feed"),
        (b"<urls=t>\n<url><loc>https://example.com/</loc></url>", "sitemap"),
        (b"<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'>", "feed"),
        (b"<urlset>", "sitemap"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "feed"),
        (b'{"items": []}', "json"),
        (b"<!DOCTYPE html><html>", "page"),
        (b"User-agent: *", "text"),
        (b"", "text"),
    ],
)
def test_a_document_is_what_it_begins_with(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_what_was_learnt_of_one_page_holds_for_its_like() -> None:
    shapes = Shapes()
    for n in range(3):
        shapes.learn(f"https://example.com/galleries/pictures-of-day-{n}00000", article=False)
    assert shapes.hopeless("https://example.com/galleries/pictures-of-day-900000")
    shapes.learn("https://example.com/galleries/a-real-article-700000", article=True)
    assert not shapes.hopeless("https://example.com/galleries/pictures-of-day-900000")
    assert not shapes.hopeless("https://example.com/news/pictures-of-day-900000")


def test_the_frontier_joins_what_listings_say_and_keeps_listings_for_last() -> None:
    frontier: Frontier[str] = Frontier()
    past = Origin(older=2)
    frontier.add_further("a page of old articles", past)
    frontier.add_further("page 2", Origin())
    for n in range(WINDOW + 1):
        frontier.add(str(n), Link(url=f"https://example.com/{n}"), Origin())
    frontier.complete("0", Link(url="https://example.com/0?utm_source=rss", title="Zero", authors=["Ann Lee"]))
    first = frontier.take()
    assert first and first[0] == Link(url="https://example.com/0", title="Zero", authors=["Ann Lee"])
    frontier.went()
    while frontier.take():
        frontier.went()
    assert frontier.asked == WINDOW and len(frontier.waiting) == 1
    assert frontier.take_further() is None, "articles first"
    frontier.came_back()
    assert frontier.take()
    frontier.asked = 0
    found = frontier.take_further()
    assert found and found[0] == "page 2", "nothing wanted is behind a page whose articles were all too old"


def test_links_are_relative_to_the_pages_base() -> None:
    body = '<head><base href="/old/"></head><body><h2><a href="a-title-of-four-words">A title of four words</a></h2>'
    assert [link.url for link in likely_links(response(body))] == ["https://example.com/old/a-title-of-four-words"]
    assert [link.url for link in card_links(response(body), ("h2 a",))][0].startswith("https://example.com/old/")
    hostile = body.replace("/old/", "https://evil.example/") + '<h2><a href="http://[">x</a></h2>'
    assert [link.url for link in card_links(response(hostile), ("h2 a",))] == [URL + "a-title-of-four-words"]


def test_a_short_headline_among_articles_is_one_of_them() -> None:
    def teaser(path: str, title: str) -> str:
        return f'<div class="node node-{len(path)}"><h3 class="title"><a href="{path}">{title}</a></h3></div>'

    names = ["harbour-council-votes-on-bridge", "ferry-crew-counts-benches-again", "museum-opens"]
    listed = "".join(teaser(f"/news/{name}", name.replace("-", " ").capitalize()) for name in names)
    sections = '<div class="box"><h3><a href="/sport/">Sport</a></h3></div><div class="box"><h3><a href="/arts/">Arts</a></h3></div>'
    found = [link.url.rpartition("/")[2] for link in cards(page(sections + listed).tree, URL)]
    assert found == names
    alone = cards(page(sections + teaser("/news/museum-opens", "Museum opens")).tree, URL)
    assert alone == [], "nothing tells it from a section"


def test_a_short_address_among_a_folders_articles_is_one_of_them() -> None:
    articles = {f"https://example.com/news/harbour-council-votes-on-bridge-{n}" for n in "abc"}
    short, section = "https://example.com/news/museum-opens", "https://example.com/sport/football"
    assert beside_articles([*articles, short, section]) == articles | {short}
    blog = {
        f"https://example.com/{slug}/"
        for slug in ("ferry-cancelled-again", "night-train-home", "one-good-soup", "ten-doors")
    }
    assert beside_articles(blog) == blog


def test_lists_among_them_do_not_hide_articles_with_short_names() -> None:
    """A blog's sitemap as Docusaurus writes it: posts and lists in one folder."""
    posts = {
        f"https://a.example/blog/{slug}" for slug in ("night-library-opens", "bridge-budget-passes", "sea-wall-holds")
    }
    short = {"https://a.example/blog/ferry-cancelled", "https://a.example/blog/ten-doors"}
    lists = {f"https://a.example/blog/{name}" for name in ("archive", "authors", "tags", "page", "category")}
    assert beside_articles([*posts, *short, *lists]) == posts | short


STORIES = [{"title": f"The harbour counts its bells {n}", "url": f"/2026/11/2{n}/bells-{n}"} for n in range(3)]

IN_DATA = {
    "Next.js": '<script id="__NEXT_DATA__" type="application/json">%s</script>',
    "Nuxt": "<script>window.__NUXT__=(function(a){return {data:%s,n:a}}(1))</script>",
    "Fusion": "<script>Fusion.globalContent={list:%s};</script>",
    "Fusion's cache": "<script>Fusion.globalContent={};Fusion.globalContentConfig={};Fusion.contentCache={q:%s}</script>",
}


@pytest.mark.parametrize("name", IN_DATA)
def test_articles_are_found_in_the_data_of_a_page_whose_html_links_to_none(name: str) -> None:
    menu = [{"title": "Sport", "url": "/sport"}, {"title": "About the harbour and its bells", "url": "/about"}]
    script = IN_DATA[name] % json.dumps({"menu": menu, "stories": [*STORIES, STORIES[0]]})
    response = HtmlResponse(URL, body=f"<html><body><div id=app></div>{script}</body></html>".encode())
    assert [(link.url, link.title) for link in likely_links(response)] == [
        (f"https://example.com{story['url']}", story["title"]) for story in STORIES
    ]


@pytest.mark.parametrize("named", [True, False], ids=["named", "by addresses alone"])
def test_an_item_list_in_json_ld_is_a_listing(named: bool) -> None:
    titles = [story["title"] if named else "" for story in STORIES]
    items = [{"@type": "ListItem", "url": URL + s["url"], "name": t} for s, t in zip(STORIES, titles, strict=True)]
    script = json.dumps({"@type": "ItemList", "itemListElement": items})
    response = HtmlResponse(URL, body=f'<body><script type="application/ld+json">{script}</script></body>'.encode())
    assert [link.title for link in likely_links(response)] == titles


def test_links_of_the_html_go_before_those_of_its_data() -> None:
    card = (
        '<article><h2><a href="/2026/11/22/the-tide-table">The tide table of the coming week is out</a></h2></article>'
    )
    script = IN_DATA["Next.js"] % json.dumps(STORIES)
    response = HtmlResponse(URL, body=f"<body>{card * 2}{script}</body>".encode())
    assert [link.url for link in likely_links(response)] == ["https://example.com/2026/11/22/the-tide-table"]


def test_a_vast_listing_is_read_from_its_top() -> None:
    vast = response(f"<div><main>{'<i>a</i>' * MOST_ELEMENTS}</main><p>a</p></div><footer>b</footer>")
    tree = page_of(vast)
    assert tree is not None and [e.tag for e in tree.iter()] == [
        "html",
        "body",
        "div",
        "main",
        *["i"] * (MOST_ELEMENTS - 4),
    ]


def test_a_tag_with_more_attributes_than_any_page_has_loses_them_before_the_parser_compares_each_with_all() -> None:
    ordinary = response("<p class=a>b</p>")
    assert readable(ordinary) is ordinary
    attributes = " ".join(f"a{n}=b" for n in range(9_000))
    tree = page_of(readable(response(f"<p {attributes}>b</p><a href=/c>d</a>")))
    assert tree is not None and [bool(element.attrib) for element in tree.iter("p", "a")] == [False, True]
    (link,) = json_links(json.dumps({"html": f"<p {attributes}>b</p><a href=/2026/11/20/bridge>d</a>"}).encode(), URL)
    assert link.url == "https://example.com/2026/11/20/bridge"


def test_of_a_vast_answer_in_json_the_first_part_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_listing, "MOST", 2)
    items = [{"count": 1}, *({"url": f"/2026/11/20/bridge-{n}", "title": "A"} for n in range(3))]
    assert len(json_links(json.dumps(items).encode(), URL)) == 2
