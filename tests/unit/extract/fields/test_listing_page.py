"""What a system makes of a tag, a section, an author: refused, be it of one article alone."""

import pytest

from newscrawl.extract import read_page

STORY = (
    '<h2><a href="/2026/06/{n}-bridge">Council approves budget number {n} by a single vote</a></h2>'
    "<p>After {n} hours of debate the council approved 2.4 million for the new bridge over the Salle.</p>"
    "<p>Work begins in March and ends in the summer of the year after, if the ice on the river allows it at all.</p>"
    '<time datetime="2026-06-0{n}">June {n}</time>'
)
COLLECTION = '<script type="application/ld+json">{"@type": "CollectionPage", "name": "budget"}</script>'


def page(stories: int, *, body: str = "", head: str = "", h1: str = "Tag: budget") -> bytes:
    inside = "".join(f"<article>{STORY.format(n=n + 1)}</article>" for n in range(stories))
    return (
        f"<html><head><title>budget | The Courier</title>{head}</head><body class='{body}'><a href='/'>Home</a>"
        f"<main><h1>{h1}</h1>{inside}</main></body></html>"
    ).encode()


@pytest.mark.parametrize("stories", [1, 2, 4])
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/x/budget/", {"body": "archive tag tag-budget tag-37 wp-embed-responsive"}),
        ("/x/politics/", {"body": "archive category category-politics", "h1": "Politics"}),
        ("/x/jane/", {"body": "author-template", "h1": "Jane Doe"}),
        ("/x/budget/", {"head": COLLECTION + '<meta property="og:type" content="article">'}),
        ("/tag/budget/", {}),
        ("/tag/budget/", {"head": '<meta property="og:type" content="article">'}),
        ("/tag/budget/", {"h1": "All our stories on the budget"}),
        ("/?s=budget", {"h1": "Search results for “budget”"}),
        ("/find/?q=Budget", {"h1": "All that we have on the budget"}),
        ("/categorie/monde/europe", {"h1": "Europe"}),
    ],
)
def test_a_list_is_no_article(path: str, said: dict[str, str], stories: int) -> None:
    reading = read_page(page(stories, **said), f"https://courier.example{path}")
    assert reading.article is None and reading.reason == "listing"


OWN = "<h2><a href='/tag/budget/one'>The budget that nobody wanted to vote for</a></h2>"
TEXT = (
    "<p>After five hours of debate the council approved 2.4 million for the new bridge over the Salle.</p>"
    "<p>Work begins in March and ends in the summer of the year after, if the ice on the river allows it at all.</p>"
)
TITLE = "<title>The budget that nobody wanted to vote for | The Courier</title>"
DATE = "<time datetime='2026-06-01'>June 1</time>"


@pytest.mark.parametrize(
    "html",
    [
        # Its own headline is a link, and what stands above it is the site's name.
        f"<head>{TITLE}</head><body><h1>The Courier</h1><article>{OWN}{DATE}{TEXT}</article></body>",
        # Other stories stand below its text.
        f"<head>{TITLE}</head><body><article><h1>The budget that nobody wanted to vote for</h1>{DATE}{TEXT}</article>"
        f"<aside>{STORY.format(n=1)}{STORY.format(n=2)}</aside></body>",
        f"<head>{TITLE}</head><body><h1>The budget that nobody wanted to vote for</h1>{TEXT}<div class='related-posts'>"
        f"{''.join(map('<h4><a href=/{0}>The story of the bridge, part {0}</a></h4>'.format, range(9)))}</div></body>",
        f"<head>{TITLE}</head><body class='archive article'><h1>Budget vote</h1>{DATE}{TEXT}</body>",
    ],
)
def test_an_article_that_is_filed_under_a_tag_is_one(html: str) -> None:
    reading = read_page(f"<html>{html}</html>".encode(), "https://courier.example/tag/budget/one")
    assert reading.article is not None and "After five hours" in reading.article.text


def test_teasers_in_chinese_characters_say_as_much_in_fewer() -> None:
    cards = "".join(
        f"<div><a href=/a/{n}><h3>市議会が予算{n}号を可決</h3></a>"
        "<p>三時間の討論の末に市議会は新しい橋の予算を可決した。</p><time>2026/1/3</time></div>"
        for n in range(4)
    )
    html = (
        f"<html lang=ja><meta charset=utf-8><title>予算</title><body><h1>「予算」の記事一覧</h1>{cards}</body></html>"
    )
    assert read_page(html.encode(), "https://courier.example/tag/budget/").reason == "listing"


def test_one_short_headline_makes_a_list_no_article() -> None:
    short = '<h2><a href="/2026/06/9-rain">Rain</a></h2><p>It rained on the whole of the valley for three days.</p>'
    html = page(3).replace(b"</main>", short.encode() + b"</main>")
    assert read_page(html, "https://courier.example/tag/budget/").reason == "listing"


def test_an_article_to_which_a_search_leads_is_one() -> None:
    html = f"<title>The budget</title><h1>The budget that nobody wanted</h1>{TEXT}{DATE}".encode()
    assert read_page(html, "https://courier.example/2026/budget?q=budget").reason == ""


def test_teasers_may_have_no_headings() -> None:
    teasers = "".join(
        f"<div><a href=/2026/06/{n}>The council approves budget number {n}</a><p>It took {n} hours.</p></div>"
        for n in range(9)
    )
    html = f"<title>Politics</title><h1>Politics</h1>{teasers}".encode()
    assert read_page(html, "https://courier.example/politics").reason == "listing"
    one = f"<title>The budget</title><h1>The budget that nobody wanted</h1>{TEXT * 3}<div><a href=/1>A line</a></div>"
    assert read_page(one.encode(), "https://courier.example/budget").reason == ""


@pytest.mark.parametrize("headline", ["The budget that nobody wanted to vote for", "Budget"])
def test_an_article_whose_theme_calls_it_after_its_section(headline: str) -> None:
    text = "".join(
        f"<p>On day {n} of the debate {'the council looked at the old bridge again. ' * 6}</p>" for n in range(12)
    )
    inside = f"<h1>The Courier</h1><h1>{headline}</h1>{DATE}<div class=story>{text}</div>"
    head = f"<head><title>{headline} | The Courier</title></head>"
    html = f"<html>{head}<body class='archive category'>{inside}</body></html>"
    reading = read_page(html.encode(), "https://courier.example/2026/06/01/4711/budget.html")
    assert (reading.article is not None) == (headline != "Budget")


FILED_UNDER = "".join(
    f'<{{0}}><h3><a href="/2026/06/{n}">The council approves budget number {n}</a></h3><p>It took the councillors {n}'
    f" hours to agree on the sums that nobody had read before the vote.</p></{{0}}>"
    for n in range(4)
)


@pytest.mark.parametrize(
    ("body", "path", "reason"),
    [
        (f"<h1>Town</h1>{FILED_UNDER.format('div')}", "/town?page=2", "listing"),
        (f"<h1>Town</h1>{FILED_UNDER.format('div')}", "/town/page/12/", "listing"),
        (f"<h1>May 2026</h1>{FILED_UNDER.format('div')}", "/2026/05/", "listing"),
        (f"<h1>Tag: town</h1>{FILED_UNDER.format('div')}", "/?tag=town", "listing"),
        (f"<h1>The council agrees on all budgets</h1>{FILED_UNDER.format('div')}", "/?tag=town", ""),
        (f"<h1>The council agrees on all budgets</h1>{FILED_UNDER.format('div')}", "/budgets?page=2", ""),
        (f"<header><a href=/>The Courier</a></header>{FILED_UNDER.format('article')}", "/blog/", "listing"),
        (f"<h1>The council agrees on all budgets</h1>{FILED_UNDER.format('article')}", "/blog/", ""),
    ],
)
def test_further_pages_of_a_section_and_rows_of_articles_are_listings(body: str, path: str, reason: str) -> None:
    html = f"<title>The Courier</title>{body}".encode()
    assert read_page(html, f"https://courier.example{path}").reason == reason


def test_a_list_of_links_alone_is_a_listing() -> None:
    links = "".join(
        f"<p><a href=/2026/{n}>The council approves budget number {n}</a></p><p>{n} votes</p>" for n in range(9)
    )
    page_of = "<title>Votes</title><h1>Votes of the council</h1>{}".format
    assert read_page(page_of(links).encode(), "https://courier.example/votes").reason == "listing"
    assert read_page(page_of(f"{TEXT}{links}").encode(), "https://courier.example/votes").reason == ""


@pytest.mark.parametrize(
    ("path", "links", "reason"),
    [
        ("/thema/bruecke/", "/2026/06/", "listing"),
        ("/town-hall", "/2026/06/", "listing"),
        ("/town-hall/", "#", ""),
        ("/town-hall/", "/town-hall/#", ""),
        ("/town", "/2026/06/", ""),
    ],
)
def test_a_section_is_called_after_its_address(path: str, links: str, reason: str) -> None:
    html = f"<title>The Courier</title><h1>Town hall</h1>{FILED_UNDER.format('div')}".replace("/2026/06/", links)
    assert read_page(html.encode(), f"https://courier.example{path}").reason == reason


@pytest.mark.parametrize(("count", "words", "expected"), [(6, 1, "listing"), (4, 1, ""), (6, 5, "")])
def test_rows_of_links_below_a_line_on_a_subject_are_a_listing(count: int, words: int, expected: str) -> None:
    rows = "".join(
        f"<div class=r><a href=/l/{n}>Lorry number {n} hits the bridge</a><i>{n} May</i></div>" for n in range(count)
    )
    said = "".join(
        f"<p>All our {n} stories on bridges, new and old, in the county and beyond.</p>" for n in range(words)
    )
    page = f"<title>Bridges | Post</title><body><main><h1>Bridges</h1>{said}{rows}</main>"
    assert read_page(page.encode(), "https://post.example/bridges-of-ours").reason == expected


@pytest.mark.parametrize(("stories", "reason"), [(5, "listing"), (2, "")])
def test_a_front_page_may_have_few_teasers(stories: int, reason: str) -> None:
    rows = "".join(
        f"<div><a href=/news/{n}.html><h2>The old well of village {n} is mended</h2></a>"
        f"<p>Masons of three villages met at the old well and spoke of the winter of year {n}.</p></div>"
        for n in range(stories)
    )
    text = "<p>The valley has had no water since the winter, and its mayor asks for patience with the masons.</p>" * 4
    above = text if stories == 2 else ""
    html = f"<html lang=en><title>The Valley Post</title><body><main>{above}{rows}</main></body></html>"
    assert read_page(html.encode(), "https://valley.example/").reason == reason


@pytest.mark.parametrize(("sought", "reason"), [("qwx", "listing"), ("harbour", "")])
def test_a_page_that_says_what_was_sought_and_little_more_has_found_nothing(sought: str, reason: str) -> None:
    said = "Ihre Suche nach „qwx“ ergab leider keine Treffer. Bitte versuchen Sie es mit anderen Suchbegriffen."
    html = f"<html lang=de><title>Suche</title><body><main><h1>Suche</h1><p>{said}</p></main></body></html>"
    found = read_page(html.encode(), f"https://valley.example/suche?q={sought}").reason
    assert (found == "listing") is (reason == "listing")


@pytest.mark.parametrize(
    ("path", "head", "reason"),
    [
        ("/tag/harbour", "", "listing"),
        ("/2026/harbour-is-open", "", ""),
        ("/tag/harbour", "<meta property=article:published_time content=2026-05-04T10:00:00Z>", ""),
    ],
)
def test_a_list_may_be_empty(path: str, head: str, reason: str) -> None:
    said = "<p>The goats have not told anything of the harbour yet, and they ask you to come back in the spring.</p>"
    page = f"<html lang=en><head><title>Harbour</title>{head}</head><main><h1>Harbour</h1>{said}</main></html>"
    assert read_page(page.encode(), f"https://valley.example{path}").reason == reason
